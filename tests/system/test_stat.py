"""Figures of the alarm centre and of the pack net over HTTP: each is the sum
of its rows, and nothing is claimed where nothing was counted."""

import time

import pytest

from server import Client, Server
from test_sessions import kinds
from test_signals import Log


@pytest.fixture(scope="module", params=kinds())
def place(request):
    s = Server(request.param)
    try:
        s.run("org", "add", "--name", "Ours")
        s.add_user("quality", "quality")
        s.add_user("hr", "hr")
        s.add_user("manager", "manager")
        s.start()
        c = Client(s)
        org = int(c.sign_in("quality").json["org"]["id"])
        yield s, Log(s), c, org
        s.stop()
    finally:
        s.remove()


def add_alarm(log, org, n, at_ms, took_ms, disposition):
    """An alarm of its own with its claim clock, limit one minute."""
    said = f"'{disposition}'" if disposition else "NULL"
    state = "closed" if disposition else "new"
    stopped = at_ms + took_ms if took_ms is not None else "NULL"
    log.sql("INSERT INTO alarm (id, org, version, created_ms, changed_ms, "
            "number, state, priority, class, family, summary, opened_ms, "
            f"claimed_ms, disposition) VALUES ({n}, {org}, 1, {at_ms}, {at_ms}, 'JB{n}', "
            f"'{state}', 'p2', 'intrusion', 'alarm', 'x', {at_ms}, "
            f"{stopped}, {said})")
    log.sql("INSERT INTO clock (id, org, reg, row, name, start_ms, due_ms, "
            "next_ms, warned, stopped_ms, is_void, source) VALUES "
            f"({n + 1000}, {org}, 'alarm', {n}, 'claim', {at_ms}, "
            f"{at_ms + 60000}, NULL, 0, {stopped}, 0, 'x')")


def test_nothing_is_not_a_hundred_per_cent(place):
    _, _, c, _ = place
    for m in c.get("/stat?from=1&to=1000").json["items"]:
        assert m["denominator"] == 0, m
        if m["kind"] == "time":
            assert m["p80_ms"] is None and m["mean_ms"] is None


def test_every_figure_is_the_sum_of_its_rows(place):
    _, log, c, org = place
    at = int(time.time() * 1000) - 3_600_000
    add_alarm(log, org, 1, at, 10_000, "false_user")
    add_alarm(log, org, 2, at + 1, 20_000, "real_fire")
    add_alarm(log, org, 3, at + 2, 90_000, "unverifiable")
    add_alarm(log, org, 4, at + 3, None, None)
    items = {m["name"]: m for m in c.get("/stat").json["items"]}
    claim = items["claim"]
    assert (claim["numerator"], claim["denominator"]) == (2, 4)
    assert (claim["mean_ms"], claim["p80_ms"]) == (40_000, 90_000)
    assert (items["false"]["numerator"], items["false"]["denominator"],
            items["false"]["pending"]) == (1, 3, 1)
    assert items["unverified"]["numerator"] == 1
    assert items["false_year"]["denominator"] == 0
    for name, m in items.items():
        if m["kind"] == "per_year":
            continue
        rows = c.get(f"/stat/{name}/rows?limit=200").json
        assert rows["total"] == m["rows"], name
        assert sum(r["denominator"] for r in rows["items"]) == \
            m["denominator"]
        assert sum(r["numerator"] for r in rows["items"]
                   if r["denominator"]) == m["numerator"]


def test_groups_and_parts_of_the_rows(place):
    _, _, c, _ = place
    one = c.get("/stat/false?by=cause").json
    assert {g["key"]: g["numerator"] for g in one["groups"]} == \
        {"false_user": 1, "real_fire": 0, "unverifiable": 0, "": 0}
    assert sum(g["denominator"] for g in one["groups"]) == one["denominator"]
    miss = c.get("/stat/claim/rows?only=miss").json
    assert {r["id"] for r in miss["items"]} == {"3", "4"}
    assert c.get("/stat/claim/rows?only=hit&limit=1").json["next"] == "1"
    group = c.get("/stat/false/rows?by=cause&key=false_user").json
    assert [r["id"] for r in group["items"]] == ["1"]
    assert c.get("/stat/nothing").status == 404
    assert c.get("/stat/claim?by=colour").code == "bad_request"
    assert c.get("/stat?from=5&to=4").code == "bad_request"


def test_panels_are_counted_by_day(place):
    """Of a day all panels, of a panel all its days; the sum is the same."""
    _, log, c, org = place
    now = int(time.time())
    days = [time.strftime("%Y-%m-%d", time.gmtime(now + 8 * 3600 - d * 86400))
            for d in (0, 1)]
    log.sql("INSERT INTO customer (id, org, version, created_ms, changed_ms, "
            "name, category, number, key_unit) VALUES "
            f"(70, {org}, 1, 1, 1, 'C', 'bank', 'KH70', 'none')")
    log.sql("INSERT INTO site (id, org, version, created_ms, changed_ms, "
            "name, customer, number, kind, level, address) VALUES "
            f"(71, {org}, 1, 1, 1, 'S', 70, 'CS71', 'bank', 'ordinary', 'A')")
    for panel, day, down in ((81, days[0], 0), (81, days[1], 600),
                             (82, days[1], 60)):
        log.sql("INSERT INTO path_day (org, day, panel, path, site, "
                "heartbeats, frames, up_s, down_s, gaps, repeats, online_s, "
                "offline_s, service_s, tests_due_milli, tests_missed) VALUES "
                f"({org}, '{day}', {panel}, 'main', 71, 0, 99, 0, 0, 1, 0, "
                f"{3600 - down}, {down}, 0, 1000, 0)")
    one = c.get("/stat/online?by=day").json
    assert [(g["key"], g["denominator"] - g["numerator"])
            for g in one["groups"]] == [(days[1], 660), (days[0], 0)]
    one = c.get("/stat/online?by=panel").json
    assert {g["key"]: g["numerator"] for g in one["groups"]} == \
        {"81": 6600, "82": 3540}
    rows = c.get("/stat/online/rows?by=panel&key=81").json["items"]
    assert [r["numerator"] for r in rows] == [3600, 3000]
    rows = c.get(f"/stat/online/rows?by=day&key={days[1]}").json["items"]
    assert [r["id"] for r in rows] == ["81", "82"]  # the worst first
    loss = c.get("/stat/loss?by=site").json
    assert (loss["numerator"], loss["denominator"]) == (3, 300)


def test_what_is_due_is_told_to_who_may_know(place):
    _, _, c, _ = place
    said = {x["what"]: x for x in
            c.get("/net/reminders?on=2026-11-22").json["items"]}
    assert (said["drills"]["n"], said["drills"]["of"]) == (0, 2)
    assert said["staffing_short"]["n"] == 40
    said = c.get("/net/reminders?on=2026-03-01").json["items"]
    assert "drills" not in {x["what"] for x in said}


def test_staffing_of_an_empty_company(place):
    server, _, c, _ = place
    s = c.get("/net/staffing?on=2026-11-22").json
    assert s["customers"] == 0 and s["bracket"] == {"from": 0, "to": 100}
    assert [(x["required"], x["actual"], x["missing"]) for x in s["columns"]] \
        == [(10, 0, 10), (10, 0, 10), (20, 0, 20)]
    assert s["margin"]["numerator"] == 0 and s["reach_on"] is None
    assert len(s["brackets"]) == 7 and s["pack"]["name"] == "net"
    d = c.get("/net/drills?on=2026-11-22").json
    assert (d["closed"], d["required"], d["remind"]) == (0, 2, True)
    assert c.get("/net/drills?on=2026-03-01").json["remind"] is False
    p = c.get("/net/plans").json
    assert p["needed"] == len(p["cells"]) > 10
    assert c.get("/net/staffing?on=yesterday").code == "bad_request"
    hr = Client(server)
    hr.sign_in("hr")
    assert hr.get("/net/staffing").status == 200
    assert hr.get("/net/drills").status == 403
    assert hr.get("/stat").status == 403


def test_a_closed_drill_counts_for_its_year(place):
    server, _, c, _ = place
    m = Client(server)
    m.sign_in("manager")
    now = int(time.time() * 1000)
    row = m.post("/drill", {"name": "夜间", "kind": "table",
                            "planned_on": "2026-12-01"}).json

    def step(event, body=None):
        nonlocal row
        a = m.post(f"/drill/{row['id']}/steps/{event}", body or {},
                   headers={"If-Match": f'"{row["version"]}"'})
        if a.status == 200:
            row = a.json
        return a

    assert step("close").code == "state"
    assert step("announce").status == 200
    assert step("begin").status == 200
    said = {"participants": "甲、乙", "observed": "10:02 接警",
            "evaluation": "良好", "ended_ms": now + 1000,
            "has_problems": False}
    time.sleep(1.2)
    assert step("evaluate", said).code == "invalid"
    assert step("evaluate", {**said, "plan_change": False}).status == 200
    assert step("close").status == 200
    year = row["closed_on"][:4]
    d = c.get(f"/net/drills?on={year}-12-31").json
    assert (d["closed"], d["missing"]) == (1, 1)
    assert d["items"][0]["id"] == row["id"]
