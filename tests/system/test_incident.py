"""An incident on the desk: its clocks beside the alarm's, what it waits for,
and the counts that call the shift leader."""

import pytest

from server import Server
from test_desk import Centre
from test_sessions import kinds


@pytest.fixture(scope="module", params=kinds())
def centre(request):
    s = Server(request.param)
    try:
        c = Centre(s)
        for login, seat in (("lead", "leader"), ("op", "seat1")):
            assert c.who[login].post("/duty", {"seat": seat}).status == 201
        guard = c.boss.get("/certificate?kind=guard&limit=1").json["items"][0]
        c.patrol = c.add("patrol", name="One", phone="1", duty="on",
                         staff=guard["staff"])
        yield c
    finally:
        s.remove()


def confirmed(c, kind="intrusion", priority="p2"):
    alarm = c.report(kind, priority).json["id"]
    for event, fields in (("claim", {}), ("verify", {"method": "video"}),
                          ("confirm", {"method": "video"})):
        a = c.step("op", alarm, event, **fields)
        assert a.status == 200, (event, a.json)
    return alarm, c.look(alarm)["incident"]["id"]


def take(c, who, register, row, event, **fields):
    now = c.who[who].get(f"/{register}/{row}").json
    return c.who[who].post(f"/{register}/{row}/steps/{event}", fields,
                           headers={"If-Match": f'"{now["version"]}"'})


def names(clocks, register):
    return {x["name"] for x in clocks if x["register"] == register}


def test_its_clocks_stand_beside_the_alarms(centre):
    alarm, incident = confirmed(centre)
    seen = centre.look(alarm)
    assert names(seen["response_clocks"], "incident") == {"police", "notify"}
    sent = centre.who["op"].post("/dispatch", {"incident": incident,
                                               "patrol": centre.patrol})
    assert sent.status == 201, sent.json
    seen = centre.look(alarm)
    answer, = [x for x in seen["response_clocks"]
               if x["register"] == "dispatch"]
    assert answer["row"] == sent.json["id"] and answer["state"] == "running"
    row, = [x for x in centre.who["op"].get("/desk").json["alarms"]
            if x["id"] == alarm]
    assert names(row["clocks"], "incident") == {"police", "notify"}
    assert names(row["clocks"], "dispatch") == {"answer"}
    assert take(centre, "op", "dispatch", sent.json["id"],
                "accept").status == 200
    row, = [x for x in centre.who["op"].get("/desk").json["alarms"]
            if x["id"] == alarm]
    assert names(row["clocks"], "dispatch") == set()
    assert take(centre, "op", "dispatch", sent.json["id"], "recall",
                reason="not needed").status == 200
    assert row["clocks"] == sorted(row["clocks"], key=lambda x: x["due_ms"])


def test_the_desk_counts_what_is_late_to_tell_to_review(centre):
    def counts():
        n = centre.who["op"].get("/desk").json["counts"]
        return [n["incidents_" + x] for x in
                ("escalated", "to_tell", "to_review")]

    _, incident = confirmed(centre, "medical", "p1")
    late, tell, review = counts()
    assert take(centre, "op", "incident", incident, "escalate",
                reason="late").status == 200
    assert counts() == [late + 1, tell, review]
    assert take(centre, "op", "incident", incident, "clear", outcome="real",
                findings="help came").status == 200
    assert counts() == [late, tell + 1, review]
    assert take(centre, "op", "incident", incident, "report",
                told="the family").status == 200
    assert counts() == [late, tell, review + 1]
    assert take(centre, "op", "incident", incident,
                "review", review="x").status == 403
    assert take(centre, "lead", "incident", incident,
                "review", review="well done").status == 200
    assert counts() == [late, tell, review]


def test_a_false_one_is_told_and_merged_ones_are_one_story(centre):
    alarm = centre.report("video", "p3").json["id"]
    assert centre.step("op", alarm, "claim").status == 200
    clocks = {x["name"]: x for x in centre.look(alarm)["clocks"]}
    assert clocks["notify"]["state"] == "running"
    told = centre.who["op"].post("/notice", {
        "alarm": alarm, "event": "alarm", "kind": "phone",
        "contact": centre.contact})
    assert told.status == 201, told.json
    assert "{" not in told.json["content"]
    assert centre.look(alarm)["notices"][0]["id"] == told.json["id"]
    assert take(centre, "op", "notice", told.json["id"], "acknowledge",
                acknowledged_by="Keeper").status == 200
    clocks = {x["name"]: x for x in centre.look(alarm)["clocks"]}
    assert clocks["notify"]["state"] == "met"

    other = centre.report("video", "p3").json["id"]
    assert centre.step("op", other, "claim").status == 200
    assert centre.entry("op", other, kind="call", contact=centre.contact,
                        outcome="reached", text="a cat").status == 201
    assert centre.step("op", other, "merge", merged_into=alarm,
                       reason="same cat").status == 200
    seen = centre.look(alarm)
    assert "a cat" in {e["text"] for e in seen["entries"]}
    assert other in {x["row"] for x in seen["timeline"]}


def test_every_line_of_the_record_says_how_it_is_sealed(centre):
    alarm, _ = confirmed(centre)
    lines = [x for x in centre.look(alarm)["timeline"]
             if x["source"] == "journal"]
    assert lines and all({"pos", "seal"} <= set(x) for x in lines)


def test_the_last_alarm_ends_its_incident(centre):
    alarm, incident = confirmed(centre)
    assert centre.who["op"].post("/police_report", {
        "incident": incident, "channel": "phone",
        "content": "burglary"}).json["avs"] == 2
    for x in centre.who["op"].get("/desk").json["alarms"]:
        if x["incident"] != incident or x["id"] == alarm:
            continue
        if x["state"] == "confirmed":
            assert centre.step("op", x["id"], "dispatch").status == 200
        a = centre.step("op", x["id"], "clear", disposition="false_user",
                        not_told="he is here")
        assert a.status == 200, a.json
    assert centre.who["op"].get(f"/incident/{incident}").json[
        "state"] == "responding"
    assert centre.step("op", alarm, "clear", disposition="false_user",
                       narrative="the owner", not_told="x").status == 200
    row = centre.who["op"].get(f"/incident/{incident}").json
    assert (row["state"], row["outcome"], row["findings"]) == (
        "cleared", "false", "the owner")
