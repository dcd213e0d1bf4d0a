"""The log of signals over HTTP: search, one, unknown accounts, export; the
rows are put into the database beside the running server; their role is one
that raises no alarm."""

import sqlite3

import pytest

from server import Client, Server
from test_sessions import kinds

EPOCH = 1704067200000
NOW = 1790000000000
COLUMNS = ("id org received_ms source transport line account seq encrypted "
           "site raw part format code role class priority zone_no state "
           "xdata").split()


def id_of(at_ms, n):
    return (at_ms - EPOCH) << 22 | n


class Log:
    def __init__(self, server):
        self.server, self.n = server, 0

    def sql(self, text):
        if self.server.database:
            return self.server._psql(self.server.url, text)
        db = sqlite3.connect(self.server.folder / "data" / "anwei.db",
                             timeout=20)
        with db:
            rows = db.execute(text).fetchall()
        db.close()
        return rows

    def add(self, org, at_ms, fate=None, alarm="NULL", **more):
        self.n += 1
        row = {"id": id_of(at_ms, self.n), "org": org, "received_ms": at_ms,
               "source": "'dc09'", "transport": "'tcp'", "line": "'R0L0'",
               "account": "'1234'", "seq": "'0001'", "encrypted": 0,
               "site": "NULL", "raw": "NULL", "part": 0, "format": "'sia'",
               "code": "'BA'", "role": "'info'", "class": "'intrusion'",
               "priority": 2, "zone_no": 3, "state": "'decoded'",
               "xdata": "'[X120.1E][Y30.2N]'"}
        row.update(more)
        self.sql(f"INSERT INTO signal ({', '.join(COLUMNS)}) VALUES "
                 f"({', '.join(str(row[c]) for c in COLUMNS)})")
        if fate:
            self.sql("INSERT INTO signal_fate (signal, org, at_ms, fate, "
                     f"alarm, reason) VALUES ({row['id']}, {org}, {at_ms}, "
                     f"'{fate}', {alarm}, 'rule 1')")
        return str(row["id"])


@pytest.fixture(scope="module", params=kinds())
def place(request):
    s = Server(request.param)
    try:
        s.run("org", "add", "--name", "Ours")
        s.add_user("quality", "quality")
        s.add_user("manager", "manager")
        s.add_user("hr", "hr")
        s.run("org", "add", "--name", "Theirs")
        s.start()
        quality = Client(s)
        org = int(quality.sign_in("quality").json["org"]["id"])
        yield s, Log(s), quality, org
        s.stop()
    finally:
        s.remove()


def test_search_pages_filters_and_details(place):
    server, log, c, org = place
    ids = [log.add(org, NOW + i * 1000,
                   fate="raised" if i == 2 else None,
                   alarm=77 if i == 2 else "NULL") for i in range(5)]
    fire = log.add(org, NOW + 5000, **{"class": "'fire'", "code": "'FA'",
                                       "account": "'9F'", "seq": "'0002'"})
    foreign = log.add(org + 1, NOW)
    page = c.get("/signal?limit=4").json
    assert [r["id"] for r in page["items"]] == [fire] + ids[4:1:-1]
    rest = c.get(f"/signal?limit=4&after={page['next']}").json
    assert [r["id"] for r in rest["items"]] == [ids[1], ids[0]]
    assert rest["next"] is None and rest["looked_to_ms"] is None
    found = c.get("/signal?class=fire").json["items"]
    assert [r["id"] for r in found] == [fire]
    assert found[0]["code_name"]["zh"] and found[0]["fate"] == "logged"
    found = c.get("/signal?fate=raised&account=1234").json["items"]
    assert [(r["id"], r["alarm"], r["reason"]) for r in found] == \
        [(ids[2], "77", "rule 1")]
    found = c.get(f"/signal?from={NOW + 1000}&to={NOW + 3000}").json["items"]
    assert [r["id"] for r in found] == [ids[2], ids[1]]
    up = c.get(f"/signal?order=up&after={ids[4]}").json
    assert [r["id"] for r in up["items"]] == [fire] and up["next"] == fire
    assert c.get(f"/signal/{foreign}").status == 404
    assert c.get("/signal?after=x").code == "bad_request"
    bad = c.get("/signal?colour=red").json
    assert bad["status"] == 400 and bad["fields"][0]["field"] == "colour"


def test_one_signal_in_full(place):
    _, log, c, org = place
    at = NOW + 60_000
    raw = "X'0a41420d'" if not log.server.database else r"'\x0a41420d'"
    one = log.add(org, at, raw=raw, account="'A1'")
    other = log.add(org, at, part=1, account="'A1'")
    log.add(org, at, account="'A2'")
    row = c.get(f"/signal/{one}").json
    assert row["raw"] == "0a41420d"
    assert row["xdata"] == [{"id": "X", "value": "120.1E"},
                            {"id": "Y", "value": "30.2N"}]
    assert [r["id"] for r in row["frame"]] == [other]


def test_unknown_accounts_are_grouped(place):
    _, log, c, org = place
    for i in range(3):
        last = log.add(org, NOW + i, fate="unknown", account="'DEAD'")
    log.add(org, NOW, fate="settled", account="'BEEF'")
    (group,) = c.get("/signal/unknown").json["items"]
    assert (group["account"], group["n"], group["sample"]) == \
        ("DEAD", 3, last)


def test_export_needs_both_permissions(place):
    server, _, c, _ = place
    manager, hr = Client(server), Client(server)
    manager.sign_in("manager")
    hr.sign_in("hr")
    assert c.get("/signal/export").status == 403
    assert hr.get("/signal").status == 403
    table = manager.get("/signal/export?class=fire")
    lines = table.bytes.decode("utf-8-sig").splitlines()
    assert table.status == 200 and len(lines) == 2
    assert "FA" in lines[1]
    assert manager.get("/signal/export?format=xlsx").bytes[:2] == b"PK"
