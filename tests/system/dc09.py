"""DC-09 once more, independent of the program: frames in Python, AES by the
openssl command.  And a small receiver that does as it is told."""

import datetime
import re
import socket
import subprocess
import threading

FRAME = re.compile(rb'\n(....)(0...)("(\*?)([A-Z-]+)"(\d{4})([^\[]*)\[(.*))\r',
                   re.S)
TIME = "_%H:%M:%S,%m-%d-%Y"


def crc16(data):
    crc = 0
    for byte in data:
        crc ^= byte
        for _ in range(8):
            crc = crc >> 1 ^ (0xA001 if crc & 1 else 0)
    return crc


def frame(body):
    return b"\n%04X0%03X%s\r" % (crc16(body), len(body), body)


def stamp(shift=0):
    now = datetime.datetime.now(datetime.timezone.utc)
    return (now + datetime.timedelta(seconds=shift)).strftime(TIME).encode()


def aes(key, data, *way):
    done = subprocess.run(
        ["openssl", "enc", f"-aes-{8 * len(key)}-cbc", "-nopad", "-K",
         key.hex(), "-iv", "0" * 32, *way],
        input=data, capture_output=True, check=True)
    return done.stdout


def encrypt(key, content):
    """content begins with the bar, or with the bracket when there is none."""
    pad = b"p" * (-len(content) % 16)
    return aes(key, pad + content).hex().upper().encode()


def decrypt(key, hexed):
    """(data, what follows the bracket)"""
    plain = aes(key, bytes.fromhex(hexed.decode()), "-d")
    pad = re.match(rb"[^|\[\]]{0,15}", plain).end()
    rest = plain[pad:]
    data, tail = rest.rsplit(b"]", 1)
    return data[1:] if data.startswith(b"|") else data, tail


class Frame:
    """Whole bytes of one frame, sums checked."""

    def __init__(self, data, key=None):
        m = FRAME.fullmatch(data)
        assert m, data
        body = m[3]
        assert m[1] == b"%04X" % crc16(body)
        assert m[2] == b"0%03X" % len(body)
        self.encrypted, self.id = bool(m[4]), m[5].decode()
        self.seq, self.route = m[6].decode(), m[7].decode()
        if self.encrypted:
            self.data, self.tail = decrypt(key, m[8])
        else:
            self.data, self.tail = m[8].rsplit(b"]", 1)


def ack(f, key=None):
    head = b'"%sACK"%s%s[' % (b"*" if f.encrypted else b"", f.seq.encode(),
                              f.route.encode())
    if f.encrypted:
        return frame(head + encrypt(key, b"]" + stamp()))
    return frame(head + b"]")


def nak(shift=0):
    return frame(b'"NAK"0000R0L0A0[]' + stamp(shift))


def duh(f):
    return frame(f'"DUH"{f.seq}{f.route}[]'.encode())


class Receiver:
    """Answers the n-th frame by answers[n](frame, key): bytes, None for
    silence, "close" to hang up.  The last one holds for all that follow."""

    def __init__(self, port, answers, key=None, udp=False):
        self.answers, self.key, self.udp = answers, key, udp
        self.frames, self.connections = [], 0
        kind = socket.SOCK_DGRAM if udp else socket.SOCK_STREAM
        self.socket = socket.socket(socket.AF_INET, kind)
        self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        self.socket.bind(("127.0.0.1", port))
        self.to = "127.0.0.1:%d" % self.socket.getsockname()[1]
        self.socket.settimeout(0.1)
        self.stopping = False
        self.thread = threading.Thread(
            target=self.datagrams if udp else self.streams)

    def __enter__(self):
        if not self.udp:
            self.socket.listen()
        self.thread.start()
        return self

    def __exit__(self, *_):
        self.stopping = True
        self.thread.join()
        self.socket.close()

    def answer(self, data):
        f = Frame(data, self.key)
        self.frames.append(f)
        how = self.answers[min(len(self.frames), len(self.answers)) - 1]
        return how(f, self.key)

    def datagrams(self):
        while not self.stopping:
            try:
                data, peer = self.socket.recvfrom(65536)
            except TimeoutError:
                continue
            said = self.answer(data)
            if said is not None:
                self.socket.sendto(said, peer)

    def streams(self):
        while not self.stopping:
            try:
                peer, _ = self.socket.accept()
            except TimeoutError:
                continue
            self.connections += 1
            with peer:
                peer.settimeout(0.1)
                self.stream(peer)

    def stream(self, peer):
        data = b""
        while not self.stopping:
            try:
                more = peer.recv(65536)
            except TimeoutError:
                continue
            except ConnectionError:
                return
            if not more:
                return
            data += more
            if not data.endswith(b"\r"):
                continue
            said = self.answer(data)
            data = b""
            if said == "close":
                return
            if said is not None:
                peer.sendall(said)
