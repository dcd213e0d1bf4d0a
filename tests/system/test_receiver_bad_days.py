"""The receiver among bad lines and bad people: loss, repeats, disorder,
noise, connections that only cost; and it goes on answering."""

import contextlib
import os
import random
import socket
import sqlite3
import subprocess
import threading
import time

import pytest

import dc09
from server import ANWEI
from test_clock_back import CC, Clock
from test_sessions import kinds
from town import Town, ack, sealed, sia

SOAK = "ANWEI_SOAK" in os.environ
NOISE = (1 << 30) if SOAK else (4 << 20)
MANY = 10_000 if SOAK else 300  # connections of one address
KEY = bytes(range(16))


@pytest.fixture(scope="module")
def town():
    with Town("sqlite", ANWEI_RECEIVER_PER_ADDRESS_MAX="64",
              ANWEI_RECEIVER_CONNECTIONS_MAX="200",
              ANWEI_RECEIVER_IDLE_S="5") as t:
        t.made("panel", name="k", site=t.site, state="live", protocol="dc09",
               account="1234", receiver_line="L0", format="sia",
               encryption="none", paths=["ip"], standby_h=80)
        t.panel("C0DE", key=KEY)
        yield t
        t.server.stop()


class Lossy:
    """Between panels and the receiver: loses, doubles and disorders
    datagrams both ways."""

    def __init__(self, port, seed=7):
        self.rnd = random.Random(seed)
        self.to = ("127.0.0.1", port)
        self.front = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self.front.bind(("127.0.0.1", 0))
        self.front.settimeout(0.05)
        self.port = self.front.getsockname()[1]
        self.backs = {}
        self.stopping = False
        self.thread = threading.Thread(target=self.run)

    def __enter__(self):
        self.thread.start()
        return self

    def __exit__(self, *_):
        self.stopping = True
        self.thread.join()
        for s in [self.front, *self.backs.values()]:
            s.close()

    def deliver(self, send, data):
        for _ in range(self.rnd.choice([0, 1, 1, 1, 2, 3])):
            delay = self.rnd.choice([0, 0, 0.01, 0.05])
            threading.Timer(delay, self.quietly, (send, data)).start()

    def quietly(self, send, data):
        try:
            send(data)
        except OSError:
            pass

    def back(self, peer):
        s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        s.connect(self.to)
        s.settimeout(0.05)
        self.backs[peer] = s

        def read():
            while not self.stopping:
                try:
                    data = s.recv(65536)
                except TimeoutError:
                    continue
                except OSError:
                    return
                self.deliver(lambda d: self.front.sendto(d, peer), data)
        threading.Thread(target=read, daemon=True).start()

    def run(self):
        while not self.stopping:
            try:
                data, peer = self.front.recvfrom(65536)
            except TimeoutError:
                continue
            if peer not in self.backs:
                self.back(peer)
            self.deliver(self.backs[peer].send, data)


def insist(line, frame, want, tries=60):
    """As a panel does: again until it is acknowledged."""
    for _ in range(tries):
        line.send(frame)
        until = time.monotonic() + 0.15
        while time.monotonic() < until:
            got = line.read(timeout=max(0.01, until - time.monotonic()))
            if got is not None and want(got):
                return True
    return False


def test_loss_repeats_and_disorder_leave_each_signal_once(town):
    from town import Datagrams
    before = town.panels_rows("seq, data")
    with Lossy(town.port) as lossy, Datagrams(lossy.port) as line:
        for n in range(60):
            seq = (9970 + n - 1) % 9999 + 1  # wraps on the way
            frame = sia(seq, "1234", f"NBA{n}")
            assert insist(line, frame, lambda g: g == ack(seq, "1234")), n
    rows = town.panels_rows("data")[len(before):]
    assert sorted(r[0] for r in rows) == \
        sorted(f"#1234|NBA{n}" for n in range(60))


def test_many_connections_of_one_address_leave_room_for_others(town):
    refused = town.metric("anwei_panel_refused_total")
    lines = []
    try:
        for _ in range(MANY):
            s = socket.create_connection(("127.0.0.1", town.port))
            lines.append(s)
        time.sleep(0.3)
        assert town.metric("anwei_panel_connections") <= 64
        assert town.metric("anwei_panel_refused_total") >= refused + MANY - 100
        other = socket.create_connection(("127.0.0.1", town.port),
                                         source_address=("127.0.0.2", 0))
        other.settimeout(5)
        other.sendall(sia(1, "1234", "NBB1"))
        assert other.recv(4096) == ack(1, "1234")
        other.close()
    finally:
        for s in lines:
            s.close()
    time.sleep(0.3)
    assert town.metric("anwei_panel_connections") <= 1


def test_a_silent_connection_is_closed_and_a_half_open_one_too(town):
    idle = town.metric("anwei_panel_idle_total")
    with town.tcp() as silent, town.tcp() as half:
        half.send(sia(2, "1234", "NBB2")[:20])
        assert silent.read(timeout=9) == b""
        assert half.read(timeout=9) == b""
    assert town.metric("anwei_panel_idle_total") >= idle + 2


def test_a_panel_that_never_reads_costs_only_itself(town):
    s = socket.socket()
    s.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    s.connect(("127.0.0.1", town.port))
    s.settimeout(0.5)
    beat = dc09.frame(b'"NULL"0000L0#1234[]') * 200
    clogged = town.metric("anwei_panel_clogged_total")
    try:
        for _ in range(2000):
            s.sendall(beat)
    except OSError:
        pass
    with town.udp() as line:
        assert line.ask(sia(3, "1234", "NBB3")) == ack(3, "1234")
    until = time.monotonic() + 10
    while town.metric("anwei_panel_clogged_total") == clogged and \
            time.monotonic() < until:
        time.sleep(0.2)
    assert town.metric("anwei_panel_clogged_total") > clogged
    s.close()


SCANS = [b"GET / HTTP/1.0\r\n\r\n", b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc",
         b"SSH-2.0-scan\r\n", b"\0" * 4096, b"\n" * 4096, b"\r" * 4096,
         b"\n1234" + b"0FFF" + b'"' * 8000, b"\nFFFF0FFF\"SIA-DCS\"",
         b"SR0001L0001    006969XX    [ID00000000]\x14", b""]


def test_scanners_get_nothing(town):
    for scan in SCANS:
        with town.tcp() as line, town.udp() as datagrams:
            line.send(scan)
            datagrams.send(scan)
            assert line.read(timeout=0.2) in (None, b"")
            assert datagrams.read(timeout=0.05) is None
    with town.tcp() as line:
        assert line.ask(sia(4, "1234", "NBB4")) == ack(4, "1234")


def noisy(rnd):
    """Bytes, some of them nearly frames."""
    kind = rnd.random()
    if kind < 0.5:
        return rnd.randbytes(rnd.randrange(1, 3000))
    frame = bytearray(sia(rnd.randrange(10000), "1234", "NBA1"))
    for _ in range(rnd.randrange(1, 4)):
        frame[rnd.randrange(len(frame))] = rnd.randrange(256)
    return bytes(frame)


def test_noise_neither_stops_nor_fills(town):
    rnd = random.Random(11)
    before = len(town.panels_rows("id"))
    sent, lines = 0, []
    with town.udp() as datagrams:
        while sent < NOISE:
            piece = noisy(rnd)
            sent += len(piece)
            try:
                if not lines:
                    lines.append(socket.create_connection(
                        ("127.0.0.1", town.port)))
                lines[0].sendall(piece)
            except OSError:
                lines.pop().close()
            try:
                datagrams.send(piece)
            except OSError:
                pass
    for s in lines:
        s.close()
    time.sleep(0.5)
    with town.tcp() as line:
        assert line.ask(sia(5, "1234", "NBB5")) == ack(5, "1234")
    assert town.metric("anwei_noise_bytes_total") > NOISE // 4
    # A sum that fits by chance is one frame in 65536: 0.9 in a MiB of this.
    assert len(town.panels_rows("id")) - before < 70 + 2 * (NOISE >> 20)
    assert town.server.log.stat().st_size < 3_000_000


def test_wrong_keys_and_old_frames_raise_nothing(town):
    rnd = random.Random(3)
    before = len(town.panels_rows("id"))
    with town.tcp() as line:
        for n in range(20):
            key = rnd.randbytes(rnd.choice([16, 24, 32]))
            got = line.ask(sealed(n + 1, "C0DE", b"NOP1", key))
            assert b'"NAK"0000' in got
        old = sealed(500, "C0DE", b"NOP1", KEY, stamp=dc09.stamp(-3600))
        for _ in range(20):
            assert b'"NAK"0000' in line.ask(old)
    rows = town.panels_rows("state, code")[before:]
    assert len(rows) <= 4 and all(r == ("undecoded", "") for r in rows)


def panels_at_work(town, stop, acked, account, crowd):
    """One panel: alarms numbered through, each until it is acknowledged."""
    n = 0
    rnd = random.Random(account)
    while not stop.is_set():
        try:
            with crowd() as line:
                while not stop.is_set() and rnd.random() > 0.02:
                    frame = sia(n % 9999 + 1, account, f"NBA{n}")
                    line.send(frame)
                    got = line.read(timeout=1)
                    if got == ack(n % 9999 + 1, account):
                        acked.append(n)
                        n += 1
                    elif got == b"":
                        break
        except OSError:
            time.sleep(0.05)


KILLS = int(os.environ.get("ANWEI_KILLS", "500" if SOAK else "5"))
WORKERS = 6


class Crew:
    """Panels at work over both transports, and what must then hold."""

    def __init__(self, town):
        self.town = town
        self.acked = {f"{0xA00 + i:04X}": [] for i in range(WORKERS)}
        for a in self.acked:
            town.made("panel", name=a, site=town.site, state="live",
                      protocol="dc09", account=a, receiver_line="L0",
                      format="sia", encryption="none", paths=["ip"],
                      standby_h=80)
        town.settle()
        self.stop = threading.Event()
        self.threads = [threading.Thread(
            target=panels_at_work,
            args=(town, self.stop, acked, a,
                  town.udp if i % 2 else town.tcp))
            for i, (a, acked) in enumerate(self.acked.items())]
        for t in self.threads:
            t.start()

    def end(self):
        self.stop.set()
        for t in self.threads:
            t.join()

    def total(self):
        return sum(len(v) for v in self.acked.values())

    def check(self, least):
        rows = self.town.panels_rows("account, data")
        for a, acked in self.acked.items():
            mine = [int(d.split("NBA")[1]) for acc, d in rows if acc == a]
            assert len(mine) == len(set(mine)), \
                sorted(n for n in mine if mine.count(n) > 1)
            assert not set(acked) - set(mine)
            assert len(acked) > least


@pytest.mark.parametrize("kind", kinds())
def test_kill_9_loses_and_doubles_no_acknowledged_signal(kind):
    rnd = random.Random(5)
    with Town(kind, os.environ.get("ANWEI_FAST", ANWEI)) as town:
        crew = Crew(town)
        try:
            for _ in range(KILLS):
                time.sleep(rnd.uniform(0.1, 1.0))
                town.server.kill()
                town.start()
            time.sleep(1.5)
        finally:
            crew.end()
        crew.check(KILLS)
        town.server.stop()


STORED = 'anwei_frames_total{fate="stored"}'
REPEAT = 'anwei_frames_total{fate="repeat"}'


@pytest.mark.skipif("ANWEI_TEST_PG" not in os.environ,
                    reason="ANWEI_TEST_PG is not set")
def test_lost_connections_of_postgres_cost_only_time():
    """Every connection cut in the middle of its work and refused for a
    while: no answer meanwhile but to heartbeats, then everything once."""
    beat = dc09.frame(b'"NULL"0000L0#0A00[]')
    with Town("postgres", os.environ.get("ANWEI_FAST", ANWEI)) as town:
        server, crew = town.server, Crew(town)

        def ask(text):
            server._psql(server.admin, text.format(d=server.database))
        try:
            for _ in range(20 if SOAK else 4):
                time.sleep(0.7)
                ask("ALTER DATABASE {d} ALLOW_CONNECTIONS false")
                ask("SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                    "WHERE datname = '{d}'")
                time.sleep(0.2)
                stored, again = (town.metric(f) for f in (STORED, REPEAT))
                before = crew.total()
                with town.udp() as line:
                    assert line.ask(beat) == ack(0, "0A00")
                time.sleep(1)
                # What is known to be durable is answered again all the same.
                assert town.metric(STORED) == stored
                assert crew.total() - before <= town.metric(REPEAT) - again
                ask("ALTER DATABASE {d} ALLOW_CONNECTIONS true")
                until = time.monotonic() + 15
                while town.metric(STORED) == stored:
                    assert time.monotonic() < until, "it does not find back"
                    time.sleep(0.05)
        finally:
            crew.end()
        crew.check(4)
        server.stop()


@contextlib.contextmanager
def stalled(town, kind):
    """No signal can be written: another holds the lock."""
    if kind == "sqlite":
        lock = sqlite3.connect(town.server.folder / "data/anwei.db",
                               isolation_level=None)
        lock.execute("BEGIN IMMEDIATE")
        yield
        lock.execute("ROLLBACK")
        lock.close()
        return
    psql = subprocess.Popen(["psql", "-qAt", town.server.url], text=True,
                            stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    psql.stdin.write("BEGIN; LOCK TABLE signal; SELECT 'held';\n")
    psql.stdin.flush()
    assert psql.stdout.readline() == "held\n"
    yield
    psql.stdin.close()
    assert psql.wait(10) == 0
    psql.stdout.close()


@pytest.mark.parametrize("kind", kinds())
def test_a_stalled_database_stops_answers_but_no_heartbeats(kind):
    with Town(kind) as town:
        town.panel("1234")
        with town.udp() as line:
            assert line.ask(sia(1, "1234", "NBA1")) == ack(1, "1234")
            beat = dc09.frame(b'"NULL"0000L0#1234[]')
            until = time.monotonic() + (30 if SOAK else 4)
            seq = 2
            with stalled(town, kind):
                while time.monotonic() < until:
                    line.send(sia(seq, "1234", f"NBA{seq}"))
                    assert line.ask(beat) == ack(0, "1234")
                    time.sleep(0.1)
                    seq += 1
            for n in range(2, seq):
                assert insist(line, sia(n, "1234", f"NBA{n}"),
                              lambda g: g == ack(n, "1234")), n
        data = [r[0] for r in town.panels_rows("data")]
        assert sorted(data) == sorted(f"#1234|NBA{n}" for n in range(1, seq))
        town.server.stop()


@pytest.mark.skipif(CC is None, reason="no C compiler")
def test_a_clock_that_jumps_neither_doubles_nor_disorders(tmp_path):
    clock = Clock(tmp_path)
    with Town("sqlite", os.environ.get("ANWEI_FAST", ANWEI),
              **clock.env) as town:
        town.panel("1234")
        town.panel("C0DE", key=KEY)
        with town.udp() as line:
            for n, ahead_h in enumerate((0, -1, 1, 0, 2)):
                frame = sia(n + 1, "1234", f"NBA{n}")
                assert line.ask(frame) == ack(n + 1, "1234")
                clock.set(ahead_h * 3600 * 1000)
                assert line.ask(frame) == ack(n + 1, "1234")
            # The window follows the server's clock, and it says so.
            got = line.ask(sealed(1, "C0DE", b"NBA1", KEY))
            assert b'"NAK"0000' in got
            sent = dc09.stamp(2 * 3600)
            got = line.ask(sealed(1, "C0DE", b"NBA1", KEY, stamp=sent))
            assert dc09.Frame(got, KEY).id == "ACK"
            assert line.ask(sia(6, "1234", "NBA5")) == ack(6, "1234")
            town.server.kill()
            clock.set(0)
            town.start()
            # Read back from the table, though it is dated in the future: what
            # is known is answered again, whatever the clock says now.
            got = line.ask(sealed(1, "C0DE", b"NBA1", KEY, stamp=sent))
            assert dc09.Frame(got, KEY).id == "ACK"
            assert line.ask(sia(6, "1234", "NBA5")) == ack(6, "1234")
            assert line.ask(sia(7, "1234", "NBA6")) == ack(7, "1234")
        rows = town.panels_rows("id, seq")
        assert [r[1] for r in rows] == ["0001", "0002", "0003", "0004",
                                        "0005", "0001", "0006", "0007"]
        town.server.stop()
