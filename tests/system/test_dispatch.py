"""A patrol's phone sees and steps its own dispatches alone, and may send
everything twice."""

import pytest

from server import Client, Server
from test_sessions import kinds

ROLES = {"leader": "shift_leader", "operator": "operator",
         "manager": "manager", "one": "patrol", "two": "patrol",
         "nobody": "patrol", "desk": "service_desk", "hr": "hr"}


class Watch:
    def __init__(self, kind):
        self.server = s = Server(kind)
        s.run("org", "add", "--name", "测试公司")
        for login, role in ROLES.items():
            s.add_user(login, role)
        s.start()
        self.who, self.ids = {}, {}
        for login in ROLES:
            c = self.who[login] = Client(s)
            self.ids[login] = c.sign_in(login).json["user"]["id"]
        customer = self.make("manager", "customer", {
            "name": "甲银行", "category": "bank", "key_unit": "none"})
        self.site = self.make("manager", "site", {
            "name": "一号网点", "customer": customer, "kind": "bank",
            "level": "ordinary", "address": "和平路1号",
            "access_notes": "后门进", "latitude_e6": 30000000,
            "longitude_e6": 120000000, "district": "西城"})
        self.make("manager", "contact", {
            "name": "联系人甲", "customer": customer, "role": "keyholder",
            "phone": "13800000000"})
        self.staff = self.make("hr", "staff", {
            "name": "巡逻员甲", "id_card": "110101", "education": "college",
            "birth_on": "1990-01-01", "employed_from": "2024-01-01",
            "department": "alarm"})
        self.certificate = self.make("hr", "certificate", {
            "number": "B1", "staff": self.staff, "kind": "guard",
            "issuer": "公安局", "valid_from": "2024-01-01"})
        self.patrols = {
            login: self.make("leader", "patrol", {
                "name": login, "phone": "13800000001", "districts": "西城",
                "person": self.ids[login], "staff": self.staff})
            for login in ("one", "two")}

    def make(self, login, what, body):
        a = self.who[login].post(f"/{what}", body)
        assert a.status == 201, (what, a.json)
        return a.json["id"]

    def dispatch(self, login):
        self.who[login].call("PUT", "/patrol/duty", {"on": True})
        incident = self.make("operator", "incident", {
            "site": self.site, "severity": "3", "class": "intrusion",
            "priority": 2})
        return incident, self.make("operator", "dispatch", {
            "incident": incident, "patrol": self.patrols[login]})


@pytest.fixture(scope="module", params=kinds())
def watch(request):
    w = Watch(request.param)
    yield w
    w.server.remove()


def test_a_patrol_sees_its_own_alone(watch):
    _, mine = watch.dispatch("one")
    _, other = watch.dispatch("two")
    one = watch.who["one"]
    items = one.get("/patrol/dispatches").json["items"]
    assert [x["id"] for x in items] == [mine]
    assert items[0]["site"]["access_notes"] == "后门进"
    assert items[0]["contacts"][0]["name"] == "联系人甲"
    assert "customer" not in items[0]
    for path in (f"/patrol/dispatches/{other}/accept",
                 f"/patrol/dispatches/{other}/photos",
                 "/patrol/dispatches/1/accept"):
        body = {"file": "0" * 64} if path.endswith("photos") else {}
        assert one.post(path, body).status == 404
    for path in ("/incident", "/alarm", "/dispatch", f"/dispatch/{mine}",
                 f"/dispatch/{mine}/steps", "/patrol", "/notice", "/signal",
                 "/police_report", "/notice_channel", "/workorder"):
        assert one.get(path).status == 403, path
    a = one.post(f"/dispatch/{mine}/steps/accept", {},
                 headers={"If-Match": '"1"'})
    assert a.status == 403
    assert watch.who["nobody"].get("/patrol/dispatches").status == 404
    assert watch.who["desk"].get("/patrol/dispatches").status == 403


def test_everything_may_come_twice(watch):
    incident, mine = watch.dispatch("one")
    one, operator = watch.who["one"], watch.who["operator"]
    steps = [("accept", {}), ("depart", {}),
             ("arrive", {"arrival_proof": "position",
                         "latitude_e6": 30000100,
                         "longitude_e6": 120000100}),
             ("leave", {"secure": True}),
             ("report", {"result": "nothing", "report": "无异常"})]
    for name, body in steps:
        for _ in range(2):
            a = one.post(f"/patrol/dispatches/{mine}/{name}", body)
            assert a.status == 200, (name, a.json)
    journal = operator.get(f"/dispatch/{mine}/journal").json["items"]
    events = [x["event"] for x in journal]
    assert sorted(events) == ["accept", "arrive", "depart", "leave",
                              "report", "send"]
    # In the patrol's own name.
    assert {x["actor"]["name"] for x in journal} == {"one", "operator"}
    assert operator.get(f"/incident/{incident}").json["state"] == "on_scene"


def test_steps_taken_offline_keep_their_time(watch):
    incident, mine = watch.dispatch("one")
    one, operator = watch.who["one"], watch.who["operator"]
    sent = operator.get(f"/dispatch/{mine}").json["sent_ms"]
    path = f"/patrol/dispatches/{mine}"
    early = one.post(f"{path}/accept", {"accepted_ms": sent - 60001})
    late = one.post(f"{path}/accept", {"accepted_ms": sent + 3600000})
    for a in (early, late):
        assert a.status == 422, a.json
        assert a.json["fields"][0]["field"] == "accepted_ms"
        assert "the clock of the phone" in a.json["fields"][0]["message"]
    assert one.get("/patrol/dispatches").json["items"][0]["answer_due_ms"] \
        == sent + 60000
    # As a phone that was a moment without network sends them.
    for name, body in (
            ("accept", {"accepted_ms": sent + 1}),
            ("depart", {"en_route_ms": sent + 2}),
            ("arrive", {"arrived_ms": sent + 3, "arrival_proof": "customer",
                        "confirmed_by": "甲"})):
        a = one.post(f"{path}/{name}", body)
        assert a.status == 200, (name, a.json)
    assert a.json["arrived_ms"] == sent + 3
    assert a.json["answer_due_ms"] is None
    row = operator.get(f"/dispatch/{mine}").json
    assert row["time_source"] == "device"
    step = [x for x in operator.get(f"/dispatch/{mine}/journal").json["items"]
            if x["event"] == "arrive"][0]
    assert step["at_ms"] > sent + 3  # when it was told
    assert operator.get(f"/incident/{incident}").json["arrived_ms"] == sent + 3


def test_a_recalled_task_stays_to_be_seen(watch):
    _, mine = watch.dispatch("one")
    a = watch.who["operator"].post(
        f"/dispatch/{mine}/steps/recall", {"reason": "误报"},
        headers={"If-Match": '"1"'})
    assert a.status == 200, a.json
    items = watch.who["one"].get("/patrol/dispatches").json["items"]
    assert [x["state"] for x in items if x["id"] == mine] == ["recalled"]


def test_nobody_goes_on_duty_without_a_certificate(watch):
    hr, one = watch.who["hr"], watch.who["one"]
    one.call("PUT", "/patrol/duty", {"on": False})
    path = f"/certificate/{watch.certificate}"
    row = hr.get(path).json

    def valid_to(day):
        nonlocal row
        a = hr.call("PATCH", path, {"valid_to": day},
                    headers={"If-Match": f'"{row["version"]}"'})
        assert a.status == 200, a.json
        row = a.json

    valid_to("2025-01-01")
    a = one.call("PUT", "/patrol/duty", {"on": True})
    assert a.status == 422
    assert "巡逻员甲 has no valid security" in a.json["fields"][0]["message"]
    valid_to(None)
    assert one.call("PUT", "/patrol/duty", {"on": True}).status == 200


def test_a_photo_is_there_once(watch):
    import hashlib
    import struct
    import zlib

    def chunk(kind, data):
        return (struct.pack(">I", len(data)) + kind + data +
                struct.pack(">I", zlib.crc32(kind + data)))

    png = (b"\x89PNG\r\n\x1a\n" +
           chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0)) +
           chunk(b"IDAT", zlib.compress(b"\0\1\2\3")) + chunk(b"IEND", b""))
    sha = hashlib.sha256(png).hexdigest()
    _, mine = watch.dispatch("one")
    one, two = watch.who["one"], watch.who["two"]
    a = one.post(f"/patrol/dispatches/{mine}/photos", {"file": sha})
    assert a.status == 422  # the file first
    assert one.raw("PUT", f"/file/{sha}", png, "image/png").status in (200,
                                                                      201)
    for _ in range(2):
        a = one.post(f"/patrol/dispatches/{mine}/photos", {"file": sha})
        assert a.status == 200 and a.json["photos"] == [sha]
    assert one.get(f"/file/{sha}").status == 200
    assert watch.who["operator"].get(f"/file/{sha}").status == 200
    assert two.get(f"/file/{sha}").status == 404


def test_what_a_patrol_may_not_say(watch):
    _, mine = watch.dispatch("one")
    one = watch.who["one"]
    path = f"/patrol/dispatches/{mine}"
    assert one.post(f"{path}/recall", {"reason": "x"}).status == 404
    assert one.post(f"{path}/no_answer", {}).status == 404
    assert one.post(f"{path}/depart", {}).status == 409
    assert one.post(f"{path}/accept", {}).status == 200
    for body in ({"arrival_proof": "video", "confirmed_by": "x"},
                 {"arrival_proof": "position", "latitude_e6": 31000000,
                  "longitude_e6": 120000000},
                 {"arrival_proof": "customer"},
                 {"arrival_proof": "position", "arrived_ms": 1}):
        a = one.post(f"{path}/arrive", body)
        assert a.status == 422, (body, a.json)


def test_the_desk_chooses_by_district_and_distance(watch):
    incident, _ = watch.dispatch("one")
    two, operator = watch.who["two"], watch.who["operator"]
    assert two.call("PUT", "/patrol/duty", {"on": True}).status == 200
    assert two.call("PUT", "/patrol/position", {
        "latitude_e6": 30009000, "longitude_e6": 120000000}).status == 204
    for bad in ({"latitude_e6": 91000000, "longitude_e6": 0}, {}):
        assert two.call("PUT", "/patrol/position", bad).status == 422
    items = operator.get(f"/incident/{incident}/patrols").json["items"]
    assert [(p["name"], p["asked"]) for p in items] == [("two", False),
                                                       ("one", True)]
    assert items[0]["distance_m"] == 1000 and items[0]["in_district"]
    two.call("PUT", "/patrol/duty", {"on": False})
    items = operator.get(f"/incident/{incident}/patrols").json["items"]
    assert [p["name"] for p in items] == ["one"]
    a = operator.post("/dispatch", {"incident": incident,
                                    "patrol": watch.patrols["two"]})
    assert a.status == 422
    text = operator.get(f"/incident/{incident}/police-text").json["text"]
    assert "和平路1号" in text and "{" not in text
