"""A backup taken while people work restores to a verified journal, with every
row that was answered before the backup began; a damaged one is refused."""

import os
import pathlib
import shutil
import subprocess
import tempfile
import threading
import time
import uuid

import pytest

from rows import Rows
from server import ANWEI, Client, Server


def kinds():
    pg = pytest.mark.skipif("ANWEI_TEST_PG" not in os.environ,
                            reason="ANWEI_TEST_PG is not set")
    return ["sqlite", pytest.param("postgres", marks=pg)]


class Load:
    """Clients that create rows until told to stop."""

    def __init__(self, server, clients=3):
        self.server, self.stop = server, threading.Event()
        self.made, self.bad = [], []
        self.threads = [threading.Thread(target=self.work)
                        for _ in range(clients)]

    def work(self):
        client = Client(self.server)
        assert client.sign_in("boss").status == 200
        rows = Rows(client)
        while not self.stop.is_set():
            a = client.post("/supplier",
                            {**rows.body("supplier"), "name": uuid.uuid4().hex})
            if a.status == 201:
                self.made.append(a.json["id"])
            else:
                self.bad.append((a.status, a.json))

    def __enter__(self):
        for t in self.threads:
            t.start()
        return self

    def __exit__(self, *_):
        self.stop.set()
        for t in self.threads:
            t.join()


@pytest.fixture(params=kinds())
def server(request):
    s = Server(request.param)
    try:
        s.run("org", "add", "--name", "Test company")
        s.add_user("boss", "manager")
        s.start()
        yield s
    finally:
        s.remove()


def restored(server, kind, path):
    """Another server in an empty place, filled from the backup."""
    to = Server(kind)
    return to, subprocess.run([ANWEI, "restore", str(path)], env=to.env,
                              capture_output=True, text=True)


def test_backup_under_load_restores_to_a_verified_journal(server):
    kind = "postgres" if server.database else "sqlite"
    path = server.folder / "a.awb"
    with Load(server) as load:
        boss = Client(server)
        assert boss.sign_in("boss").status == 200
        assert boss.call("PUT", "/secret/line1",
                         {"value": "kept"}).status == 204
        while len(load.made) < 50 and not load.bad:
            time.sleep(0.01)
        before = list(load.made)
        server.run("backup", str(path))
        after = len(load.made)
    assert load.bad == []
    assert after >= len(before) >= 50
    assert path.stat().st_mode & 0o777 == 0o600
    to, done = restored(server, kind, path)
    try:
        assert done.returncode == 0, done.stderr
        assert "rows are as they were written" in done.stdout
        to.start()
        boss = Client(to)
        assert boss.sign_in("boss").status == 200
        for row in before:
            assert boss.get(f"/supplier/{row}").status == 200
        assert [i["name"] for i in boss.get("/secret").json["items"]] == \
            ["line1"]
        keys = [s.folder / "data/secret.key" for s in (server, to)]
        assert keys[0].read_bytes() == keys[1].read_bytes()
        to.stop()
        assert "rows are as they were written" in to.run("verify")
    finally:
        to.remove()


def test_a_damaged_backup_is_refused_and_the_place_named(server):
    kind = "postgres" if server.database else "sqlite"
    path = server.folder / "a.awb"
    server.run("backup", str(path))
    whole = path.read_bytes()
    for at in (100, len(whole) // 2, len(whole) - 10):
        bad = bytearray(whole)
        bad[at] ^= 1
        path.write_bytes(bad)
        to, done = restored(server, kind, path)
        try:
            assert done.returncode == 1
            assert "damaged at byte" in done.stderr
            assert not (to.folder / "data").exists()
        finally:
            to.remove()


def test_no_backup_over_another_file(server):
    path = pathlib.Path(tempfile.mkdtemp()) / "mine"
    try:
        path.write_text("precious")
        done = subprocess.run([ANWEI, "backup", str(path)], env=server.env,
                              capture_output=True, text=True)
        assert done.returncode == 1
        assert path.read_text() == "precious"
        assert list(path.parent.iterdir()) == [path]
    finally:
        shutil.rmtree(path.parent)
