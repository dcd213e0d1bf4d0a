"""PostgreSQL restarted and killed under load: every call is answered, with
success or 503; none takes effect twice; the server finds back by itself."""

import os
import pathlib
import shutil
import subprocess
import tempfile
import time

import pytest

from load import Crew, Office
from server import ANWEI, ROOT, Server
from test_receiver_bad_days import Crew as Panels
from town import Town
from whole import whole

ROUNDS = 30 if "ANWEI_SOAK" in os.environ else 2

pytestmark = pytest.mark.skipif("ANWEI_TEST_PG" not in os.environ,
                                reason="ANWEI_TEST_PG is not set")


class OwnPostgres:
    """One that may be stopped: the others' tests do not notice."""

    def __init__(self):
        self.top = pathlib.Path(tempfile.mkdtemp(prefix="anwei-pg-"))
        self.top.chmod(0o755)
        self.do("start")
        self.url = self.do("url").strip()

    def do(self, verb):
        done = subprocess.run([ROOT / "tests/pg.sh", verb, self.top / "pg"],
                              capture_output=True, text=True)
        assert done.returncode == 0, done.stderr
        return done.stdout

    def remove(self):
        self.do("remove")
        shutil.rmtree(self.top, ignore_errors=True)


@pytest.fixture(scope="module")
def postgres():
    pg = OwnPostgres()
    try:
        yield pg
    finally:
        pg.remove()


@pytest.fixture
def server(postgres, monkeypatch):
    monkeypatch.setenv("ANWEI_TEST_PG", postgres.url)
    s = Server("postgres", os.environ.get("ANWEI_FAST", ANWEI),
               ANWEI_JOURNAL_SEAL_MS="100")
    try:
        yield s
    finally:
        postgres.do("start")
        s.remove()


def unsealed(server):
    return server._psql(server.url,
                        "SELECT COUNT(*) FROM journal WHERE pos IS NULL")


def wait_for(what, seconds=15):
    until = time.monotonic() + seconds
    while not what():
        assert time.monotonic() < until, "it does not find back"
        time.sleep(0.05)


def test_postgres_restarted_and_killed_under_load(server, postgres):
    office = Office(server, 4)
    crew = Crew(office, patient=True)
    for i in range(ROUNDS):
        crew.begin()
        time.sleep(0.6)
        if i % 2 == 0:
            postgres.do("restart")
        else:
            postgres.do("kill")
            time.sleep(0.5)
            postgres.do("start")
        time.sleep(1.5)
        crew.end()
        crew.settle()
        crew.check(whole(server, office.registers))
    assert crew.count(201) > 0 and crew.count(503) > 0
    # the jobs came back too: what was written is sealed
    wait_for(lambda: unsealed(server) == "0\n")
    server.stop()
    assert "0 not sealed yet" in server.run("verify")


def test_while_postgres_is_away_health_answers_and_readiness_does_not(
        server, postgres):
    office = Office(server, 1)

    def get(path):
        begun = time.monotonic()
        a = office.desk.call("GET", path)
        assert time.monotonic() - begun < 10
        return a

    path = f"/site/{office.home}"
    assert get(path).status == 200
    postgres.do("stop")
    a = get(path)
    assert (a.status, a.code) == (503, "storage"), a.json
    assert "database" in a.json["detail"]
    a = office.desk.post("/site", {**office.site, "name": "away"})
    assert (a.status, a.code) == (503, "storage"), a.json
    assert probe(server, "/healthz") == 200
    assert probe(server, "/readyz") == 503
    postgres.do("start")
    wait_for(lambda: get(path).status == 200)
    wait_for(lambda: probe(server, "/readyz") == 200)
    assert server._psql(server.url, "SELECT COUNT(*) FROM site "
                        "WHERE name = 'away'") == "0\n"


def once_each(server):
    """Signals without a fate; alarms count what was raised or joined."""
    def ask(text):
        return int(server._psql(server.url, text))
    wait_for(lambda: ask(
        "SELECT COUNT(*) FROM signal s LEFT JOIN signal_fate f "
        "ON f.signal = s.id WHERE s.source = 'dc09' AND f.signal IS NULL"
    ) == 0, 30)
    assert ask("SELECT SUM(count) FROM alarm") == ask(
        "SELECT COUNT(*) FROM signal_fate WHERE fate IN ('raised', 'joined')")


def test_frames_while_postgres_is_restarted_and_killed(postgres, monkeypatch):
    """No answer while it is away; every acknowledged frame is stored once,
    and has its effect once."""
    monkeypatch.setenv("ANWEI_TEST_PG", postgres.url)
    with Town("postgres", os.environ.get("ANWEI_FAST", ANWEI)) as town:
        crew = Panels(town)
        try:
            for i in range(ROUNDS):
                time.sleep(1)
                if i % 2 == 0:
                    postgres.do("restart")
                else:
                    postgres.do("kill")
                    time.sleep(0.3)
                    before = crew.total()
                    time.sleep(0.7)
                    assert crew.total() == before
                    postgres.do("start")
                before = crew.total()
                wait_for(lambda: crew.total() > before + 20)
            time.sleep(1)
        finally:
            postgres.do("start")
            crew.end()
        crew.check(ROUNDS)
        once_each(town.server)
        town.server.stop()


def probe(server, path):
    done = subprocess.run(["curl", "-s", "-o", "/dev/null", "-m", "10", "-w",
                           "%{http_code}",
                           f"http://127.0.0.1:{server.port}{path}"],
                          capture_output=True, text=True)
    return int(done.stdout)
