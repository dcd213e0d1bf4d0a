"""The alarm desk over HTTP: a shift, an alarm reported by hand, the spoken
word, the plan's required steps, approval by another, hand-over."""

import pytest

from server import PASSWORD, Client, Server
from test_feed import Listener
from test_sessions import NEW_PASSWORD, kinds

PEOPLE = {"boss": "manager", "lead": "shift_leader", "next": "shift_leader",
          "op": "operator", "other": "operator", "fresh": "operator",
          "sales": "service_desk"}
CERTIFIED = ("lead", "next", "op", "other")


class Centre:
    def __init__(self, server):
        self.server = server
        server.run("org", "add", "--name", "Ours")
        for login, role in PEOPLE.items():
            server.add_user(login, role)
        server.start()
        self.who = {}
        for login in PEOPLE:
            self.who[login] = Client(server)
            assert self.who[login].sign_in(login).status == 200
        self.boss = self.who["boss"]
        self.customer = self.add("customer", name="Bank", category="bank",
                                 key_unit="none")
        self.site = self.add("site", name="Branch", customer=self.customer,
                             kind="bank", level="ordinary", address="1 Road")
        self.contact = self.add("contact", name="Keeper", role="keyholder",
                                customer=self.customer, phone="1",
                                password="long river",
                                duress_word="yellow river")
        for row in self.boss.get("/user").json["items"]:
            self.employ(row)

    def add(self, register, **fields):
        a = self.boss.post("/" + register, fields)
        assert a.status == 201, (register, a.json)
        return a.json["id"]

    def employ(self, user):
        staff = self.add("staff", name=user["login"], id_card="1",
                         education="college", birth_on="1990-01-01",
                         employed_from="2024-01-01")
        if user["login"] in CERTIFIED:
            self.add("certificate", staff=staff, kind="guard", number="N1",
                     issuer="Police", valid_from="2024-01-01",
                     valid_to="2099-01-01")
        a = self.boss.call("PATCH", f"/user/{user['id']}", {"staff": staff},
                           headers={"If-Match": f'"{user["version"]}"'})
        # Nobody changes himself: the manager has no staff row.
        assert a.status == 200 or user["login"] == "boss", a.json

    def report(self, kind, priority="p2", who="op"):
        return self.who[who].post("/alarm", {
            "site": self.site, "class": kind, "priority": priority,
            "summary": "by phone"})

    def look(self, alarm, who="op"):
        a = self.who[who].get(f"/alarm/{alarm}/desk")
        assert a.status == 200, a.json
        return a.json

    def step(self, who, alarm, event, **fields):
        version = self.look(alarm, who)["alarm"]["version"]
        return self.who[who].post(f"/alarm/{alarm}/steps/{event}", fields,
                                  headers={"If-Match": f'"{version}"'})

    def entry(self, who, alarm, **fields):
        return self.who[who].post(f"/alarm/{alarm}/entry", fields)


@pytest.fixture(scope="module", params=kinds())
def centre(request):
    s = Server(request.param)
    try:
        yield Centre(s)
    finally:
        s.remove()


def test_duty_needs_a_shift_and_a_certificate(centre):
    op, lead = centre.who["op"], centre.who["lead"]
    desk = op.get("/desk").json
    assert desk["shift"] is None and not desk["me"]["on_duty"]
    assert op.post("/duty", {"seat": "seat1"}).code == "state"
    assert lead.post("/duty", {"seat": "throne"}).code == "invalid"
    assert lead.post("/duty", {"seat": "leader"}).status == 201
    assert op.post("/duty", {"seat": "seat1"}).status == 201
    assert op.post("/duty", {"seat": "seat2"}).code == "state"
    refused = centre.who["fresh"].post("/duty", {"seat": "seat2"})
    assert refused.code == "state"
    assert "NET-5.1.4" in refused.json["detail"]
    assert centre.who["other"].post("/duty", {"seat": "seat2"}).status == 201
    desk = op.get("/desk").json
    assert desk["me"]["on_duty"]
    assert [m["seat"] for m in desk["shift"]["members"]] == [
        "leader", "seat1", "seat2"]
    assert desk["flood"]["operators"] == 3


def test_the_queue_shows_what_waits(centre):
    assert centre.report("intrusion", who="sales").status == 403
    technical = centre.report("power", "p3").json["id"]
    urgent = centre.report("medical", "p1").json["id"]
    desk = centre.who["op"].get("/desk").json
    rows = desk["alarms"]
    assert [r["id"] for r in rows] == [urgent, technical]
    assert desk["counts"]["new"] == desk["total"] == 2
    assert desk["tally"] == [
        {"state": "new", "priority": r["priority"], "escalated": 0, "n": 1,
         "oldest_ms": r["opened_ms"]} for r in rows]
    clock, = rows[0]["clocks"]
    assert clock["name"] == "claim"
    assert clock["due_ms"] == rows[0]["opened_ms"] + 30000
    assert "not a standard's value" in clock["source"]
    assert rows[0]["site_name"] == "Branch"
    assert rows[0]["owner"] is None
    # Nobody leaves the last seat; the others may.
    assert centre.who["sales"].get("/desk").status == 200
    bulk = centre.who["op"].post("/desk/bulk", {
        "ids": [technical, urgent, "1", "x"], "reason": "power cut",
        "disposition": "fault_power"})
    assert [i["closed"] for i in bulk.json["items"]] == [
        True, False, False, False]
    assert all(i["why"] for i in bulk.json["items"][1:])
    desk = centre.who["op"].get("/desk").json
    assert [r["id"] for r in desk["alarms"]] == [urgent]
    assert centre.step("op", urgent, "claim").status == 200
    assert centre.step("op", urgent, "merge",
                       merged_into=urgent, reason="x").status == 422


SENT = ("dispatch", "police", "notify")


def do_step(centre, alarm, step):
    """As its kind asks; what was not sent cannot be ticked."""
    def enter(**fields):
        return centre.entry("op", alarm, step=step["id"], **fields)
    if step["kind"] == "call":
        assert enter(kind="step", answer="done").code == "invalid"
        assert enter(kind="call", contact=centre.contact,
                     outcome="reached").status == 201
    elif step["kind"] in SENT:
        ticked = enter(kind="step", answer="done")
        assert ticked.code == "invalid"
        assert "itself" in ticked.json["fields"][0]["message"]
        bare = enter(kind="step", answer="skipped")
        assert bare.json["fields"][0]["field"] == "text"
        assert enter(kind="step", answer="skipped",
                     text="told in the call").status == 201
    else:
        answer = "no" if step["kind"] == "question" else "done"
        assert enter(kind="step", answer=answer).status == 201
    seen, = [p for p in centre.look(alarm)["plan_steps"]
             if p["id"] == step["id"]]
    assert seen["done"] and seen["by_name"] == "op"
    if step["kind"] in SENT:
        assert seen["reason"] == "told in the call"


def test_an_alarm_from_claim_to_close(centre):
    alarm = centre.report("intrusion").json["id"]
    assert centre.step("other", alarm, "claim").status == 200
    late = centre.step("op", alarm, "claim")
    assert late.code == "state"
    mine = centre.step("op", alarm, "verify", method="call")
    assert mine.code == "state" and "other has" in mine.json["detail"]
    assert centre.step("op", alarm, "take", reason="break").status == 200

    seen = centre.look(alarm)
    assert seen["alarm"]["state"] == "claimed"
    assert seen["plan"]["class"] == "intrusion"
    assert "Shanghai" in seen["plan"]["origin"]
    keeper, = seen["contacts"]
    assert keeper["has_password"] and keeper["has_duress"]
    assert keeper["valid_now"]
    assert "argon2" not in str(seen)

    # The password is compared, never shown; wrong is kept too.
    wrong = centre.entry("op", alarm, kind="call", contact=centre.contact,
                         word="no idea", outcome="reached")
    assert wrong.status == 201, wrong.json
    assert wrong.json["word_result"] == "wrong"
    assert centre.step("op", alarm, "verify", method="call").status == 200
    proof = centre.step("op", alarm, "clear", disposition="false_user")
    assert proof.code == "invalid"
    assert proof.json["fields"][0]["field"] == "method"
    right = centre.entry("op", alarm, kind="call", contact=centre.contact,
                         word="long river", outcome="reached")
    assert right.json["word_result"] == "right"
    assert centre.step("op", alarm, "clear",
                       disposition="false_user").status == 200

    # Required steps of the plan block and say which.
    refused = centre.step("op", alarm, "close", narrative="cat")
    assert refused.code == "state" and "required" in refused.json["detail"]
    while (no := centre.look(alarm)["plan_missing"]) is not None:
        step, = [p for p in centre.look(alarm)["plan_steps"]
                 if p["no"] == no]
        do_step(centre, alarm, step)
    assert centre.step("op", alarm, "close", narrative="cat").status == 200
    assert centre.entry("op", alarm, kind="note", text="x").code == "state"
    assert centre.entry("op", alarm, kind="supplement",
                        text="the owner called again").status == 201

    seen = centre.look(alarm)
    events = [t["event"] for t in seen["timeline"]
              if t["register"] == "alarm" and t["op"] != "clock"]
    assert events == ["report", "claim", "take", "verify", "clear", "close"]
    assert [t["at_ms"] for t in seen["timeline"]] == sorted(
        t["at_ms"] for t in seen["timeline"])
    assert {"wrong", "right"} <= {e["word_result"] for e in seen["entries"]}
    assert all(t["by_name"] for t in seen["timeline"]
               if t["register"] == "alarm" and t["op"] == "step")


def test_a_duress_word_confirms_and_real_ones_need_two(centre):
    alarm = centre.report("intrusion").json["id"]
    assert centre.step("lead", alarm, "claim").status == 200
    said = centre.entry("lead", alarm, kind="call", contact=centre.contact,
                        word="yellow river")
    assert said.json["word_result"] == "duress"
    assert said.json["alarm_state"] == "confirmed"
    seen = centre.look(alarm)
    assert seen["incident"]["site"] == centre.site
    nobody = centre.step("lead", alarm, "dispatch")
    assert nobody.code == "state" and "110" in nobody.json["detail"]
    told = centre.who["lead"].post("/police_report", {
        "incident": seen["incident"]["id"], "channel": "phone",
        "content": "hold-up at the branch"})
    assert told.status == 201, told.json
    if centre.look(alarm)["alarm"]["state"] == "confirmed":
        assert centre.step("lead", alarm, "dispatch").status == 200
    assert centre.look(alarm)["alarm"]["state"] == "dispatched"
    assert len(centre.look(alarm)["police_reports"]) == 1
    # The report itself does the plan's step.
    step, = [p for p in centre.look(alarm)["plan_steps"]
             if p["kind"] == "police"]
    assert step["done"] and step["by_name"] == "lead"
    untold = centre.step("lead", alarm, "clear", disposition="real_holdup")
    assert untold.json["fields"][0]["field"] == "not_told"
    assert centre.step("lead", alarm, "clear", disposition="real_holdup",
                       not_told="he is held").code == "invalid"
    assert centre.step("lead", alarm, "clear", disposition="real_holdup",
                       not_told="he is held",
                       narrative="handed over to 110").status == 200
    assert centre.step("lead", alarm, "approve").code == "forbidden"
    assert centre.step("op", alarm, "approve").code == "forbidden"
    assert centre.step("next", alarm, "approve").status == 200


def test_entries_are_not_changed(centre):
    alarm = centre.look(centre.who["op"].get("/alarm").json["items"][0]["id"])
    entry = centre.who["op"].get("/alarm_entry").json["items"][0]
    for verb, path, body in (
            ("PATCH", f"/alarm_entry/{entry['id']}", {"text": "x"}),
            ("POST", f"/alarm_entry/{entry['id']}/retire", {"reason": "x"})):
        a = centre.who["op"].call(verb, path, body,
                                  headers={"If-Match": '"1"'})
        assert a.code == "state", (path, a.json)
    forged = centre.who["op"].post("/alarm_entry", {
        "alarm": alarm["alarm"]["id"], "kind": "call",
        "word_result": "right"})
    assert forged.status == 422


def test_a_plan_is_revised(centre):
    lead = centre.who["lead"]
    plans = lead.get("/plan?state=issued&class=fire").json["items"]
    assert len(plans) == 1
    draft = lead.post(f"/plan/{plans[0]['id']}/revise")
    assert draft.status == 201
    assert draft.json["state"] == "draft" and draft.json["revision"] == 2
    assert lead.post(f"/plan/{plans[0]['id']}/revise").code == "state"
    steps = lead.get(f"/plan_step?plan={draft.json['id']}").json["items"]
    assert len(steps) > 3
    issued = lead.post(f"/plan/{draft.json['id']}/steps/issue", {},
                       headers={"If-Match": f'"{draft.json["version"]}"'})
    assert issued.status == 200, issued.json
    old = lead.get(f"/plan/{plans[0]['id']}").json
    assert old["state"] == "superseded"


def test_a_customer_does_not_hear_of_alarms(centre):
    user = centre.add("user", login="guest", name="Guest", roles=["customer"],
                      state="active", customer=centre.customer)
    assert centre.boss.post(f"/user/{user}/password",
                            {"password": PASSWORD}).status == 204
    guest = Client(centre.server)
    assert guest.sign_in("guest").status == 200
    assert guest.post("/session/password", {
        "old": PASSWORD, "new": NEW_PASSWORD}).status == 200
    ours, his = Listener(centre.who["op"]), Listener(guest)
    for one in (ours, his):
        one.wait(lambda x: "hello" in x.kinds)
    alarm = centre.report("intrusion").json["id"]
    assert centre.step("op", alarm, "claim").status == 200
    assert centre.entry("op", alarm, kind="call", contact=centre.contact,
                        word="yellow river").status == 201
    order = centre.boss.post("/workorder", {
        "site": centre.site, "reporter": "Someone", "symptom": "dark"})
    assert order.status == 201, order.json
    for one in (ours, his):
        one.wait(lambda x: any(e["id"] == order.json["id"]
                               for e in x.events))
    heard = {e["register"] for e in ours.events}
    assert {"alarm", "incident", "workorder"} <= heard
    assert {e["register"] for e in his.events} == {"workorder"}
    for one in (ours, his):
        one.cut()


def test_the_shift_is_handed_over_by_two(centre):
    lead, after = centre.who["lead"], centre.who["next"]
    shift = lead.get("/desk").json["shift"]
    path = f"/shift/{shift['id']}/steps/"
    handed = lead.post(path + "hand_over", {"notes": "seat 3: headset"},
                       headers={"If-Match": f'"{shift["version"]}"'})
    assert handed.status == 200, handed.json
    version = {"If-Match": f'"{handed.json["version"]}"'}
    assert lead.post(path + "take_over", {}, headers=version).status == 403
    assert after.post(path + "take_over", {}, headers=version).status == 200
    desk = after.get("/desk").json
    assert desk["shift"]["id"] != shift["id"]
    assert desk["me"]["on_duty"]
    assert lead.delete("/duty").status == 200


def test_a_flood_hides_nothing_that_is_handled(centre):
    mine = centre.report("bypass", "p4", who="next").json["id"]
    assert centre.step("next", mine, "claim").status == 200
    for _ in range(302):
        assert centre.report("intrusion", who="next").status == 201
    desk = centre.who["next"].get("/desk").json
    new = [r for r in desk["alarms"] if r["state"] == "new"]
    assert len(new) == 300 < desk["counts"]["new"]
    assert mine in [r["id"] for r in desk["alarms"]]
    open_now = [t["n"] for t in desk["tally"] if t["state"] != "test"]
    assert sum(open_now) == desk["total"]
