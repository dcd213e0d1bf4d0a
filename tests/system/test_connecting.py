"""A panel is connected: who is heard but not understood is seen, signals that
came before are judged again, keys are checked and count at once, and two
paths over one transport are told apart."""

import time

import dc09
import pytest
from town import Town, ack, duh, is_nak, sealed, sia

KEY = bytes(range(16))


@pytest.fixture(scope="module", params=["sqlite", "postgres"])
def town(request):
    with Town(request.param, ANWEI_SUPERVISION_SKEW_MAX_S="60",
              ANWEI_SUPERVISION_TOLERANCE_MIN_S="1",
              ANWEI_SUPERVISION_WAIT_S="0") as t:
        t.zone_of = {}
        yield t


def wait_for(what, seconds=15):
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        got = what()
        if got:
            return got
        time.sleep(0.1)
    raise AssertionError("it did not come")


def beat(account, route="L0", xdata=b"", stamp=b""):
    return dc09.frame(b'"NULL"0000%s#%s[]%s%s' % (
        route.encode(), account.encode(), xdata, stamp))


def groups(town, fate):
    return [g for g in town.boss.get("/signal/unknown").json["items"]
            if g["fate"] == fate]


def group_of(town, account, fate):
    return next((g for g in groups(town, fate) if g["account"] == account),
                None)


def alarms(town, **want):
    items = town.boss.get("/alarm?limit=100").json["items"]
    return [a for a in items
            if all(a.get(k) == v for k, v in want.items())]


def change(town, reg, row, **fields):
    version = town.boss.get(f"/{reg}/{row}").json["version"]
    return town.boss.call("PATCH", f"/{reg}/{row}", fields,
                          headers={"If-Match": f'"{version}"'})


def refused(town, panel):
    return town.boss.get(f"/supervision?panel={panel}").json["refused"]


def test_a_panel_that_only_polls_is_seen_until_it_is_connected(town):
    with town.udp() as line:
        for _ in range(3):
            line.ask(beat("BEEF", "R1L1"))
    heard = town.boss.get("/signal/unknown").json["heard"]
    one = next(h for h in heard if h["account"] == "BEEF")
    assert (one["line"], one["transport"], one["n"]) == ("R1L1", "udp", 3)
    assert one["peer"].startswith("127.0.0.1:")
    assert one["first_ms"] <= one["last_ms"]
    town.panel("beef", line="R1L1")
    heard = town.boss.get("/signal/unknown").json["heard"]
    assert not [h for h in heard if h["account"] == "BEEF"]


def test_an_unknown_burglary_is_judged_again_once_connected(town):
    with town.tcp() as line:
        assert line.ask(sia(1, "7A7A", "Nri1/BA07")) == ack(1, "7A7A")
        assert line.ask(sia(2, "7A7A", "Nri1/BA08|Nri1/BA09")) == \
            ack(2, "7A7A")
    told = wait_for(lambda: alarms(town, sender="L0 #7A7A"))
    assert [(a["code"], a["priority"]) for a in told] == \
        [("unknown_account", "p3")]
    wait_for(lambda: alarms(town, sender="L0 #7A7A")[0]["count"] == 3)
    group = group_of(town, "7A7A", "unknown")
    panel = town.panel("1111", line="L4")
    a = town.boss.post(f"/signal/{group['sample']}/connect",
                       {"panel": panel, "again": True})
    assert a.status == 200 and a.json["settled"] == 3, a.json
    raised = wait_for(lambda: [a for a in alarms(town, panel=panel)
                               if a["class"] == "intrusion"])
    assert raised[0]["priority"] == "p2" and "judged late" in \
        raised[0]["summary"]
    row = town.boss.get(f"/panel/{panel}").json
    assert (row["account"], row["receiver_line"]) == ("7A7A", "L0")
    # both ways from one to the other, and the first is as it was
    first = town.boss.get(f"/signal/{group['sample']}").json
    assert first["fate"] == "settled" and first["panel"] is None
    assert first["zone_no"] == 9  # the second event of its frame
    again = town.boss.get(f"/signal/{first['judged']}").json
    assert again["again_of"] == first["id"] and again["source"] == "again"
    assert (again["panel"], again["zone_no"]) == (panel, 9)
    assert group_of(town, "7A7A", "unknown") is None
    told = alarms(town, sender="L0 #7A7A")[0]
    assert told["restored_ms"] is not None and told["hint"]


def test_what_nobody_can_read_becomes_an_alarm_by_a_rule(town):
    panel = town.panel("2222")
    with town.tcp() as line:
        assert line.ask(sia(1, "2222", "Nri1/QW05")) == ack(1, "2222")
    group = wait_for(lambda: group_of(town, "2222", "undecoded"))
    sample = town.boss.get(f"/signal/{group['sample']}").json
    assert (sample["format"], sample["code"]) == ("sia", "QW")
    wait_for(lambda: alarms(town, sender="L0 #2222", code="undecoded"))
    # nothing has changed: it comes back with the reason
    again = f"/signal/{group['sample']}/again"
    assert town.boss.call("POST", again).json["settled"] == 1
    wait_for(lambda: "still" in (town.boss.get(
        f"/signal/{group['sample']}").json["reason"] or ""))
    rule = town.boss.post("/code_rule", {
        "code": "QW", "format": "sia", "scope": "panel", "panel": panel,
        "class": "intrusion", "role": "alarm", "priority": 2,
        "concerns": "zone", "action": "alarm"})
    assert rule.status == 201, rule.json
    assert town.boss.call("POST", again).json["settled"] == 1
    judged = wait_for(lambda: town.boss.get(
        f"/signal/{group['sample']}").json["judged"])
    wait_for(lambda: town.boss.get(f"/signal/{judged}").json["fate"] in
             ("raised", "joined"))
    one = town.boss.get(f"/signal/{judged}").json
    assert (one["class"], one["zone_no"]) == ("intrusion", 5)
    with town.tcp() as line:  # and the next one by itself
        town.settle()
        line.ask(sia(2, "2222", "Nri1/QW06"))
    wait_for(lambda: town.panels_rows("code, zone_no, state",)[-1] ==
             ("QW", "6", "decoded"))


def test_what_was_refused_is_said_until_a_good_frame(town):
    panel = town.panel("C10C", key=KEY)
    with town.tcp() as line:
        assert is_nak(line.ask(sealed(1, "C10C", b"NRP1", KEY,
                                      stamp=dc09.stamp(812))))
        one = refused(town, panel)[0]
        assert (one["panel"], one["why"], one["n"]) == (panel, "time", 1)
        assert abs(one["diff_ms"] - 812000) < 3000
        assert is_nak(line.ask(sealed(2, "C10C", b"NRP1", b"x" * 16)))
        assert refused(town, panel)[0]["why"] == "key"
        assert line.ask(sia(3, "C10C", "NRP1")) == duh(3, "C10C")
        assert refused(town, panel)[0]["why"] == "plain"
        whole = town.boss.get("/supervision").json
        assert panel in [r["panel"] for r in whole["refused"]]
        assert whole["refs"][panel] == "C10C"
        # its clock is known, though it was not heard
        wait_for(lambda: [p for p in town.boss.get(
            f"/supervision?panel={panel}").json["items"]
            if abs((p["clock_diff_ms"] or 0) - 812000) < 3000
            and p["frames"] == 0])
        got = dc09.Frame(line.ask(sealed(4, "C10C", b"NRP1", KEY)), KEY)
        assert got.id == "ACK"
    assert refused(town, panel) == []


def test_a_plain_clock_has_a_tolerance_of_the_panel(town):
    panel = town.panel("5EC5", time_tolerance_s=300)
    town.panel("5EC6")
    with town.tcp() as line:
        for shift in (-290, 290):
            assert line.ask(sia(1, "5EC5", "NRP1", stamp=dc09.stamp(shift))) \
                == ack(1, "5EC5")
        assert is_nak(line.ask(sia(2, "5EC5", "NRP1",
                                   stamp=dc09.stamp(330))))
        assert refused(town, panel)[0]["why"] == "time"
        assert line.ask(sia(2, "5EC6", "NRP1", stamp=dc09.stamp(9999))) == \
            ack(2, "5EC6")


@pytest.mark.parametrize("account", ["0", "4F", "fedcba9876543210"])
def test_accounts_as_the_standard_tests_them(town, account):
    panel = town.panel(account)
    with town.tcp() as line:
        upper = account.upper()
        assert line.ask(sia(1, upper, "NRP1")) == ack(1, upper)
    assert town.panels_rows("account, panel")[-1] == (upper, panel)
    a = town.boss.post("/panel", {
        "name": "twice", "site": town.site, "state": "live",
        "protocol": "dc09", "account": upper, "receiver_line": "L0",
        "format": "sia", "encryption": "none", "paths": ["ip"],
        "standby_h": 80})
    assert a.status in (409, 422), a.json


def test_a_key_must_be_there_and_fit(town):
    panel = town.panel("4E4E")
    a = change(town, "panel", panel, encryption="aes128", key_ref="nowhere")
    assert a.status == 422 and a.json["fields"][0]["field"] == "key_ref"
    for name, size in (("short", 16), ("long", 32)):
        a = town.boss.call("PUT", f"/secret/{name}", {
            "value": "hex:" + bytes(size).hex(), "kind": "panel_key"})
        assert a.status == 204
    a = change(town, "panel", panel, encryption="aes128", key_ref="long")
    assert a.status == 422 and "256" in a.json["fields"][0]["message"]
    assert change(town, "panel", panel, encryption="aes128",
                  key_ref="short").status == 200
    a = town.boss.post("/notice_channel", {
        "name": "hook", "kind": "webhook", "running": False,
        "url": "https://example.org/x", "secret_ref": "nowhere"})
    assert a.status == 422, a.json
    assert "secret_ref" in [f["field"] for f in a.json["fields"]]


def test_a_dropped_key_counts_at_once(town):
    town.panel("D40B", key=KEY)
    with town.tcp() as line:
        got = dc09.Frame(line.ask(sealed(1, "D40B", b"NRP1", KEY)), KEY)
        assert got.id == "ACK"
        assert town.boss.call("DELETE",
                              "/secret/key-D40B-L0").status == 204
        names = [s["name"] for s in town.boss.get("/secret").json["items"]]
        assert "key-D40B-L0" not in names
        town.settle()
        assert is_nak(line.ask(sealed(2, "D40B", b"NRP1", KEY)))
        town.boss.call("PUT", "/secret/key-D40B-L0", {
            "value": "hex:" + KEY.hex(), "kind": "panel_key"})
        town.settle()
        got = dc09.Frame(line.ask(sealed(3, "D40B", b"NRP1", KEY)), KEY)
        assert got.id == "ACK"


@pytest.mark.parametrize("how", ["line", "network"])
def test_two_paths_over_tcp_are_told_apart(town, how):
    account = "B1" if how == "line" else "B2"
    fields = {"line": {"backup_line": "R2L2"},
              "network": {"backup_network": "2"}}[how]
    panel = town.panel(account, line="R1L1", paths=["4g", "5g"],
                       interval_4g_s=3600, main_carrier="4g",
                       backup_by=how, backup_carrier="5g",
                       backup_interval_s=10, backup_tolerance_percent=0,
                       **fields)

    def path(role):
        items = town.boss.get(f"/supervision?panel={panel}").json["items"]
        return next((p for p in items if p["path"] == role), None)

    wait_for(lambda: path("backup"))
    assert path("main")["carrier"] == "4g"
    assert path("backup")["carrier"] == "5g"
    with town.tcp() as line:
        if how == "line":
            line.ask(beat(account, "R2L2"))
            line.ask(beat(account, "R1L1"))
        else:
            line.ask(beat(account, "R1L1", b"[J2]"))
            line.ask(beat(account, "R1L1", b"[J1]"))
        wait_for(lambda: (path("main")["frames"], path("backup")["frames"])
                 == (1, 1))
        wait_for(lambda: path("backup")["state"] == "overdue", 30)
        assert path("main")["state"] == "up"
    lost = town.boss.get("/supervision?state=overdue&carrier=5g").json
    assert panel in [p["panel"] for p in lost["items"]]
    lost = town.boss.get("/supervision?state=overdue&carrier=4g").json
    assert panel not in [p["panel"] for p in lost["items"]]
