"""From a frame to its fate: the rules before an alarm, on the real server
with real frames, in real time where that is short enough."""

import time

import pytest

from test_sessions import kinds
from town import Town, sia


@pytest.fixture(scope="module", params=kinds())
def town(request):
    with Town(request.param) as t:
        yield t
        t.server.stop()


class Panel:
    """A panel with three zones that speaks to the receiver."""

    def __init__(self, town, account):
        self.town, self.account, self.seq = town, account, 0
        self.id = town.panel(account)
        self.zones = [town.made("zone", name=f"Zone {n}", panel=self.id,
                                number=n, zone_type="instant",
                                detector="contact", principle="magnetic",
                                adjacent="2" if n == 1 else None)
                      for n in (1, 2, 3)]

    def send(self, code):
        """Sends "BA1"; acknowledged when this returns."""
        self.seq += 1
        with self.town.tcp() as line:
            line.send(sia(self.seq, self.account, "N" + code))
            assert b"ACK" in line.read()

    def signals(self):
        page = self.town.boss.get(f"/signal?account={self.account}&limit=100")
        return page.json["items"]

    def fates(self, wanted, within=10):
        """Codes and fates, oldest first, once they are as wanted."""
        until = time.monotonic() + within
        while True:
            got = [(s["code"], s["fate"]) for s in reversed(self.signals())]
            if got == wanted or time.monotonic() > until:
                assert got == wanted
                return
            time.sleep(0.1)


def steps(town, reg, row, event, **body):
    version = town.boss.get(f"/{reg}/{row}").json["version"]
    return town.boss.call("POST", f"/{reg}/{row}/steps/{event}", body,
                          {"If-Match": f'"{version}"'})


def test_an_alarm_is_joined_verified_and_restored(town):
    p = Panel(town, "A001")
    for code in ("BA2", "BA1", "BH2", "RP0"):
        p.send(code)
    p.fates([("BA", "raised"), ("BA", "joined"), ("BH", "restored"),
             ("RP", "logged")])
    alarms = {s["alarm"] for s in p.signals() if s["alarm"]}
    assert len(alarms) == 1
    alarm = town.boss.get(f"/alarm/{alarms.pop()}").json
    assert alarm["verified"] is True
    assert alarm["state"] == "new"


def test_service_mode_covers_but_never_hold_up(town):
    p = Panel(town, "A002")
    mode = town.made("service_mode", panel=p.id, purpose="new detectors",
                     until_ms=int(time.time() * 1000) + 600_000,
                     technician=town.made(
                         "staff", name="T", id_card="110101",
                         education="college", birth_on="1990-01-01",
                         employed_from="2024-01-01", department="repair"))
    p.send("BA1")
    p.fates([("BA", "test")])
    p.send("HA2")
    until = time.monotonic() + 10
    while p.signals()[0]["fate"] not in ("raised", "joined"):
        assert time.monotonic() < until
        time.sleep(0.1)
    assert steps(town, "service_mode", mode, "end").status == 200
    row = town.boss.get(f"/service_mode/{mode}").json
    assert row["state"] == "ended" and row["open_zones"] == "1"


def test_a_trouble_becomes_one_repair_order(town):
    p = Panel(town, "A003")
    p.send("BT1")
    until = time.monotonic() + 10
    found = []
    while not found:
        assert time.monotonic() < until
        time.sleep(0.1)
        found = town.boss.get(f"/fault?panel={p.id}").json["items"]
    fault = found[0]
    assert fault["state"] == "proposed" and fault["zone"] == p.zones[0]
    a = steps(town, "fault", fault["id"], "order")
    assert a.status == 200, a.json
    assert steps(town, "fault", fault["id"], "order").status == 409
    order = town.boss.get(f"/workorder/{a.json['workorder']}").json
    assert order["fault"] == fault["id"]
    assert order["signal_restored_ms"] is None
    p.send("BJ1")
    until = time.monotonic() + 10
    while order["signal_restored_ms"] is None:
        assert time.monotonic() < until
        time.sleep(0.1)
        order = town.boss.get(f"/workorder/{order['id']}").json
    events = [e["event"] for e in town.boss.get(
        f"/workorder/{order['id']}/journal").json["items"]]
    assert events == ["signal_restore", "from_fault"]


def until(what, within=10):
    """Asks again until there is an answer."""
    end = time.monotonic() + within
    while True:
        got = what()
        if got or time.monotonic() > end:
            assert got
            return got
        time.sleep(0.1)


def on_desk(town, p, code):
    """The alarm that the panel's signals of a code led to, as the desk has
    it; None: none yet."""
    ids = [s["alarm"] for s in p.signals() if s["code"] == code and s["alarm"]]
    if not ids:
        return None
    alarm = town.boss.get(f"/alarm/{ids[0]}/desk").json["alarm"]
    assert alarm["state"] == "new"
    return alarm


def held_of(town, panel):
    return town.boss.get(f"/held?panel={panel}&state=held").json["items"]


def test_a_mains_failure_is_held_and_raised_by_hand(town):
    p = Panel(town, "A005")
    p.send("AT0")
    p.fates([("AT", "delayed")])
    (held,) = held_of(town, p.id)
    assert held["kind"] == "delay"
    assert held["until_ms"] - held["since_ms"] == 30 * 60_000
    p.send("AR0")  # in time: nothing was the matter
    p.fates([("AT", "lapsed"), ("AR", "lapsed")])
    assert held_of(town, p.id) == [] and on_desk(town, p, "AT") is None
    p.send("AT0")
    (held,) = until(lambda: held_of(town, p.id))
    a = steps(town, "held", held["id"], "raise_now")
    assert a.status == 200 and a.json["state"] == "raised", a.json
    assert on_desk(town, p, "AT")["family"] == "technical"
    assert steps(town, "held", held["id"], "raise_now").status == 409
    journal = town.boss.get(f"/held/{held['id']}/journal").json["items"]
    assert [e["event"] for e in journal] == ["raise_now", "begin"]


def test_the_rules_in_force_name_their_source(town):
    rule = town.made("alarm_rule", name="cash", site=town.site,
                     **{"class": "gas"}, claim_s=42)
    got = town.boss.get(f"/rule-in-force?site={town.site}&class=gas").json
    said = {x["name"]: x for x in got["items"]}
    assert got["priority"] in (1, 2)
    assert said["claim_s"] == {"name": "claim_s", "value": 42, "rule": rule}
    assert said["close_h"] == {"name": "close_h", "value": 24, "rule": None}
    assert got["refs"][rule] == "cash"


def test_a_swinger_is_told_to_the_desk_once(town):
    p = Panel(town, "A006")
    town.made("alarm_rule", name="few", site=town.boss.get(
        f"/panel/{p.id}").json["site"], swinger_count=2)
    for _ in range(5):
        p.send("BA1")
    told = until(lambda: on_desk(town, p, "swinger"))
    assert told["family"] == "technical"
    assert len([s for s in p.signals() if s["code"] == "swinger"]) == 1
    (held,) = held_of(town, p.id)
    assert held["kind"] == "swinger" and held["zone"] == p.zones[0]
    until(lambda: held_of(town, p.id)[0]["count"] == 3)
    fault = until(lambda: town.boss.get(f"/fault?panel={p.id}").json["items"])
    assert fault[0]["code"] == "swinger"


def test_an_opening_on_a_holiday_is_told_and_ends_with_the_closing(town):
    p = Panel(town, "A007")
    days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
    town.made("arm_schedule", name="shop", panel=p.id, days=days,
              opens_at="00:00", closes_at="23:59", tolerance_min=240,
              tell_late_open=False, tell_early_open=True,
              keeps_holidays=True)
    p.send("OP7")
    p.fates([("OP", "logged")])
    p.send("CL7")
    town.made("holiday", name="closed", kind="closed", from_on="2020-01-01",
              to_on="2099-12-31")
    p.send("OP7")
    told = until(lambda: on_desk(town, p, "odd_open"))
    assert told["family"] == "use" and told["restored_ms"] is None
    p.send("CL7")
    until(lambda: on_desk(town, p, "odd_open")["restored_ms"])
    hint = on_desk(town, p, "odd_open")["hint"]
    assert "armed" in hint and "user 7" in hint


def test_each_signal_has_its_effect_once_after_a_kill(town):
    p = Panel(town, "A004")
    for n in range(20):
        p.send(f"BA{n % 3 + 1}")
    town.server.kill()
    town.start()
    town.boss.sign_in("boss")
    until = time.monotonic() + 20
    while any(s["fate"] == "logged" for s in p.signals()):
        assert time.monotonic() < until
        time.sleep(0.2)
    page = town.boss.get("/signal?limit=200").json["items"]
    alarms = {s["alarm"] for s in p.signals()
              if s["fate"] == "joined" and s["code"] == "BA"}
    assert len(alarms) == 1
    alarm = alarms.pop()
    of = [s for s in page if s["alarm"] == alarm
          and s["fate"] in ("raised", "joined")]
    assert len(of) >= 4
    row = town.boss.get(f"/alarm/{alarm}").json
    assert row["count"] == len(of)
