"""A server with panels, and what speaks to its receiver: bytes over TCP and
UDP, answers byte by byte, the stream read from beside."""

import re
import socket
import sqlite3
import subprocess
import time

import dc09
from server import Client, Server

ROLES = "manager,shift_leader,operator"


class Town:
    def __init__(self, kind, program=None, **settings):
        more = {"program": program} if program else {}
        self.server = Server(
            kind, **more, **{"ANWEI_RECEIVER_LISTEN": "127.0.0.1:0",
                             **settings})
        self.server.run("org", "add", "--name", "Town")
        self.server.add_user("boss", ROLES)
        self.start()
        self.boss = Client(self.server)
        assert self.boss.sign_in("boss").status == 200
        customer = self.made("customer", name="A", category="bank",
                             key_unit="none")
        self.site = self.made("site", name="S", customer=customer,
                              kind="bank", level="ordinary", address="1 Way")

    def start(self):
        seen = self.server.log.stat().st_size if self.server.log.exists() \
            else 0
        self.server.start()
        text = self.server.log.read_bytes()[seen:].decode()
        self.port = int(re.search(
            r'"recv","event":"listen","text":"port=(\d+)', text)[1])
        if "ANWEI_RECEIVER_LISTEN" in self.server.env:
            # The same after a restart: panels know one.
            self.server.env["ANWEI_RECEIVER_LISTEN"] = \
                f"127.0.0.1:{self.port}"
        return self

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.server.remove()

    def made(self, reg, **fields):
        a = self.boss.post(f"/{reg}", fields)
        assert a.status == 201, a.json
        return a.json["id"]

    def panel(self, account, line="L0", key=None, **fields):
        """Known to the receiver when this returns."""
        if key is not None:
            name = f"key-{account}-{line}"
            a = self.boss.call("PUT", f"/secret/{name}",
                               {"value": "hex:" + key.hex(),
                                "kind": "panel_key"})
            assert a.status == 204, a.json
            fields.update(key_ref=name, encryption=f"aes{8 * len(key)}")
        made = self.made("panel", **{
            "name": account, "site": self.site, "state": "live",
            "protocol": "dc09", "account": account, "receiver_line": line,
            "format": "sia", "encryption": "none", "paths": ["ip"],
            "standby_h": 80, **fields})
        self.settle()
        return made

    @staticmethod
    def settle():
        """The directory looks once a second."""
        time.sleep(1.3)

    def tcp(self, **more):
        return Line(self.port, **more)

    def udp(self):
        return Datagrams(self.port)

    def rows(self, what="*", where="1 = 1"):
        """Of the stream, in the order of their commits."""
        text = f"SELECT {what} FROM signal WHERE {where} ORDER BY id"
        if self.server.database:
            out = subprocess.run(
                ["psql", "-qAtX", "-F", "\x1f", "-d", self.server.url, "-c",
                 text], capture_output=True, check=True).stdout.decode()
            return [tuple(r.split("\x1f")) for r in out.splitlines()]
        path = self.server.folder / "data/anwei.db"
        db = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
        try:
            return [tuple("" if v is None else
                          v.decode("latin-1") if isinstance(v, bytes) else
                          str(v) for v in r) for r in db.execute(text)]
        finally:
            db.close()

    def panels_rows(self, what="*"):
        """Without those that the program itself found."""
        return self.rows(what, "source = 'dc09'")

    def metric(self, name):
        c = Client(self.server)
        import http.client
        conn = http.client.HTTPConnection("127.0.0.1", self.server.port)
        conn.request("GET", "/metrics")
        text = conn.getresponse().read().decode()
        conn.close()
        del c
        found = re.search(re.escape(name) + r" (\d+)", text)
        return int(found[1])

    def fate(self, word):
        return self.metric(f'anwei_frames_total{{fate="{word}"}}')


class Line:
    """A TCP connection of a panel."""

    def __init__(self, port, timeout=10):
        self.s = socket.create_connection(("127.0.0.1", port))
        self.s.settimeout(timeout)
        self.rest = b""

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.s.close()

    def send(self, data):
        self.s.sendall(data)

    def read(self, timeout=None):
        """The next answer, LF to CR; b"" when the other side has closed,
        None when nothing came."""
        if timeout is not None:
            self.s.settimeout(timeout)
        while b"\r" not in self.rest:
            try:
                more = self.s.recv(65536)
            except TimeoutError:
                return None
            except ConnectionError:
                return b""
            if not more:
                return b""
            self.rest += more
        one, self.rest = self.rest.split(b"\r", 1)
        return one + b"\r"

    def ask(self, data, timeout=None):
        self.send(data)
        return self.read(timeout)


class Datagrams:
    def __init__(self, port):
        self.s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self.s.connect(("127.0.0.1", port))

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.s.close()

    def send(self, data):
        self.s.send(data)

    def read(self, timeout=10):
        self.s.settimeout(timeout)
        try:
            return self.s.recv(65536)
        except TimeoutError:
            return None

    def ask(self, data, timeout=10):
        self.send(data)
        return self.read(timeout)


def sia(seq, account, data, route="L0", stamp=b""):
    return dc09.frame(b'"SIA-DCS"%04d%s#%s[#%s|%s]%s' % (
        seq, route.encode(), account.encode(), account.encode(),
        data.encode() if isinstance(data, str) else data, stamp))


def sealed(seq, account, data, key, route="L0", stamp=None, kind=b"SIA-DCS",
           pad=None):
    """pad: other characters in front, for the same content sealed anew."""
    content = (b"|#%s|%s" % (account.encode(), data) if data else b"") + \
        b"]" + (stamp or dc09.stamp())
    if pad is not None:
        n = -len(content) % 16
        text = dc09.aes(key, pad * n + content).hex().upper().encode()
    else:
        text = dc09.encrypt(key, content)
    return dc09.frame(b'"*%s"%04d%s#%s[' % (kind, seq, route.encode(),
                                            account.encode()) + text)


def ack(seq, account, route="L0"):
    """Byte by byte what a plain frame is answered with."""
    return dc09.frame(b'"ACK"%04d%s#%s[]' % (seq, route.encode(),
                                             account.encode()))


def duh(seq, account, route="L0"):
    return dc09.frame(b'"DUH"%04d%s#%s[]' % (seq, route.encode(),
                                             account.encode()))


def is_nak(answer, slack=3):
    """A NAK with our time of now."""
    f = dc09.Frame(answer)
    return f.id == "NAK" and f.seq == "0000" and f.route == "R0L0A0" and \
        any(f.tail == dc09.stamp(s) for s in range(-slack, slack + 1))
