"""The wall clock steps back one hour, between two starts and while the
server runs: ids go on growing, time limits stay sound, sessions live."""

import os
import shutil
import struct
import subprocess
import time

import pytest

from load import Crew, Office
from rows import Rows
from server import ANWEI, ROOT, Client, Server
from test_sessions import kinds
from whole import whole

HOUR_MS = 3600 * 1000
CC = shutil.which("cc") or shutil.which("gcc")
pytestmark = pytest.mark.skipif(CC is None, reason="no C compiler")


class Clock:
    """How far the server's clock is ahead of the real one."""

    def __init__(self, folder):
        self.path, lib = folder / "offset", folder / "clock_shim.so"
        self.set(0)
        subprocess.run([CC, "-std=gnu17", "-shared", "-fPIC", "-O1", "-o",
                        lib, ROOT / "tests/system/clock_shim.c"], check=True)
        self.env = {"LD_PRELOAD": str(lib), "CLOCK_SHIM": str(self.path),
                    # it stands before the sanitizer's library
                    "ASAN_OPTIONS": "verify_asan_link_order=0"}

    def set(self, ahead_ms):
        with open(self.path, "r+b" if self.path.exists() else "wb") as f:
            f.write(struct.pack("=q", ahead_ms))

    def now_ms(self):
        ahead = struct.unpack("=q", self.path.read_bytes())[0]
        return int(time.time() * 1000) + ahead


@pytest.fixture(params=kinds())
def early(request, tmp_path):
    """A server that has worked with its clock an hour ahead, and the clock,
    now right, before the server starts again."""
    clock = Clock(tmp_path)
    clock.set(HOUR_MS)
    s = Server(request.param, os.environ.get("ANWEI_FAST", ANWEI),
               **clock.env)
    try:
        yield s, clock
    finally:
        s.remove()


def ids_of(tables):
    return sorted(j["id"] for j in tables["journal"])


def work(crew, seconds):
    crew.begin()
    time.sleep(seconds)
    crew.end()


def check_after(server, office, crew, before, clock):
    """Everything new has a greater id and the right time."""
    after = whole(server, office.registers)
    crew.check(after)
    new = [j for j in after["journal"] if j["id"] > max(before)]
    assert len(new) == len(after["journal"]) - len(before) > 10
    assert len(set(ids_of(after))) == len(after["journal"])
    rows = [r for r in after.registers["site"] if r["id"] > max(before)]
    assert len(rows) > 1
    last = max(rows, key=lambda r: r["id"])
    assert abs(last["created_ms"] - clock.now_ms()) < 60000


def test_the_clock_an_hour_back_between_two_starts(early):
    server, clock = early
    office = Office(server, 2)
    crew = Crew(office)
    work(crew, 0.7)
    left = dict(office.open)  # orders whose clocks run from the future
    server.stop()
    before = ids_of(whole(server, office.registers))
    clock.set(0)
    server.start()
    assert office.desk.get("/session").status == 200  # nobody is put out
    fresh = Client(server)
    assert fresh.sign_in("boss").status == 200
    assert fresh.get("/session").json["expires_ms"] < \
        clock.now_ms() + 13 * HOUR_MS
    work(crew, 0.7)
    check_after(server, office, crew, before, clock)
    for row in left.values():
        steps = office.desk.get(f"/workorder/{row}/steps").json
        for c in steps["clocks"]:
            assert c["state"] in ("running", "met"), c
            assert c["due_ms"] > c["started_ms"]
    server.stop()


def test_the_clock_an_hour_back_while_it_runs(early):
    server, clock = early
    office = Office(server, 2)
    crew = Crew(office)
    crew.begin()
    time.sleep(0.5)
    before = ids_of(whole(server, office.registers))
    clock.set(0)
    time.sleep(0.7)
    crew.end()
    check_after(server, office, crew, before, clock)
    # jobs go by the steady clock: what was written is sealed in a second
    time.sleep(2)
    assert "0 not sealed yet" in server.run("verify")
    rows = Rows(office.desk)
    assert rows.row("customer")["version"] == 1
    server.stop()
