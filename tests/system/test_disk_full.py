"""The disk is full: a clear answer, reading goes on, nothing is damaged, and
work goes on by itself when there is space again.  The data folder is a small
file system of its own, so this needs root."""

import errno
import hashlib
import http.client
import json
import os
import subprocess
import time

import pytest

from load import Crew, Office
from server import Server
from whole import whole

SIZE = "256m"  # the log of SQLite alone may have 128 MiB under load


@pytest.fixture
def small():
    """A server whose data folder has SIZE bytes."""
    s = Server("sqlite")
    data = s.folder / "data"
    data.mkdir(0o700)
    done = subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={SIZE}",
                           "anwei-test", data], capture_output=True)
    try:
        if done.returncode != 0:
            pytest.skip("cannot mount a small file system here")
        yield s
    finally:
        if s.process:
            s.kill()
        if done.returncode == 0:
            subprocess.run(["umount", "-l", data], check=True)
        s.remove()


class Filler:
    """A file that takes all the space there is."""

    def __init__(self, server):
        self.path = server.folder / "data/filler"

    def fill(self):
        """In ever smaller pieces: the server writes meanwhile."""
        at = 0
        with open(self.path, "wb") as f:
            for piece in (16 << 20, 1 << 20, 1 << 12):
                try:
                    while True:
                        os.posix_fallocate(f.fileno(), at, piece)
                        at += piece
                except OSError as e:
                    assert e.errno == errno.ENOSPC

    def free(self):
        self.path.unlink()


def write_until_full(office, name="full"):
    """What SQLite has in reserve is used up first."""
    for i in range(4000):
        a = office.desk.post("/site", {**office.site, "name": f"{name} {i}",
                                       "note": "x" * 2000})
        if a.status != 201:
            return a, i
    raise AssertionError("the disk is never full")


def test_a_full_disk_is_told_and_survived(small):
    office = Office(small, 2)
    crew = Crew(office, patient=True)
    crew.begin()
    time.sleep(0.5)
    crew.end()
    filler = Filler(small)
    filler.fill()
    a, made = write_until_full(office)
    assert (a.status, a.code) == (503, "storage"), a.json
    assert a.json["detail"] == "the disk is full; nothing was written"
    zh = office.desk.post("/site", {**office.site, "name": "x" * 90},
                          headers={"Accept-Language": "zh-CN"})
    assert (zh.status, zh.json["detail"]) == (503, "磁盘已满，未写入任何内容")

    # a step, a file, a sign-in: refused the same way
    row = next(iter(office.open.values()), None)
    if row:
        a = office.desk.post(f"/workorder/{row}/steps/escalate",
                             {"reason": "late"}, headers={"If-Match": '"1"'})
        assert a.status in (412, 503), a.json
    status, problem = upload(office)
    assert (status, problem["code"]) == (503, "storage"), problem

    # reading goes on, and the whole is sound as it stands
    assert office.desk.get(f"/site/{office.home}").status == 200
    assert office.desk.get("/site?limit=50").json["total"] >= made
    assert office.desk.get("/find?q=full").status == 200
    crew.check(whole(small, office.registers))

    # people go on trying; when there is space they succeed without a restart
    crew.begin()
    time.sleep(1)
    filler.free()
    time.sleep(1.5)
    crew.end()
    crew.settle()
    assert crew.count(503) > 0
    assert crew.now[0].statuses.get(201, 0) + \
        crew.now[1].statuses.get(201, 0) > 0
    status, answer = upload(office)
    assert status == 201, answer
    crew.check(whole(small, office.registers))
    small.stop()
    assert "0 not sealed yet" in small.run("verify")


def test_kill_9_while_the_disk_is_full_damages_nothing(small):
    office = Office(small, 2)
    crew = Crew(office)
    filler = Filler(small)
    crew.begin()
    time.sleep(0.3)
    crew.end()
    for n in range(3):
        filler.fill()
        a, made = write_until_full(office, f"full {n}")
        assert (a.status, a.code) == (503, "storage"), a.json
        crew.begin()
        time.sleep(0.3)
        small.kill()
        crew.end()
        filler.free()
        small.start()
        crew.settle()
        t = whole(small, office.registers)
        crew.check(t)
        names = {r["name"] for r in t.registers["site"]}
        assert {f"full {n} {i}" for i in range(made)} <= names
        assert f"full {n} {made}" not in names
    small.stop()


def upload(office):
    """A text file, too big for what is left."""
    text = b"a line of text\n" * 20000
    name = hashlib.sha256(text).hexdigest()
    c = http.client.HTTPConnection("127.0.0.1", office.server.port,
                                   timeout=30)
    try:
        c.request("PUT", f"/api/v1/file/{name}", text, {
            "Content-Type": "text/plain", "X-CSRF-Token": office.desk.csrf,
            "Cookie": f"anwei_session={office.desk.cookie}"})
        a = c.getresponse()
        return a.status, json.loads(a.read())
    finally:
        c.close()
