"""People at work from several threads, each remembering what the server
said: what it acknowledged must be there, what it left open may be."""

import http.client
import random
import threading
import time
import uuid

from rows import Rows
from server import Client

LOST = (OSError, http.client.HTTPException)
# A repair order from the report to the restored system.
STEPS = {  # state: event, who, body
    "reported": ("grade", "desk", {"grade": "urgent", "extent": "single"}),
    "graded": ("respond", "tech", {"response_note": "on the way"}),
    "responded": ("assign", "desk", None),
    "assigned": ("arrive", "tech", {"arrival_proof": "position"}),
    "on_site": ("diagnose", "tech", {"diagnosis": "a loose wire",
                                     "core_part": False,
                                     "chargeable": False}),
    "diagnosed": ("repair", "tech", {}),
    "in_repair": ("test", "tech", {"test_content": "both ways"}),
    "testing": ("pass", "tech", {"test_result": ["cured"],
                                 "staff_sign": "tech"}),
}


class Call:
    """A write and what is known of it."""

    def __init__(self, who, verb, path, body, version=None):
        self.who, self.verb, self.path, self.body = who, verb, path, body
        self.headers = {}
        if verb == "POST":
            self.headers["Idempotency-Key"] = uuid.uuid4().hex
        if version is not None:
            self.headers["If-Match"] = f'"{version}"'

    def send(self):
        return self.who.call(self.verb, self.path, self.body, self.headers)

    def __str__(self):
        return f"{self.verb} {self.path} {self.body}"


class Office:
    """The rows that the work needs, and who may do it."""

    def __init__(self, server, workers):
        server.run("org", "add", "--name", "Bad days")
        server.add_user("boss", "manager")
        server.add_user("tech", "technician")
        server.start()
        self.server = server
        self.desk, self.tech = Client(server), Client(server)
        assert self.desk.sign_in("boss").status == 200
        assert self.tech.sign_in("tech").status == 200
        rows = Rows(self.desk)
        self.registers = list(rows.registers)
        self.site = rows.body("site")
        self.home = rows.row("site")["id"]
        self.open = {}     # worker → his order
        self.version = {}  # (register, id) → as acknowledged
        self.staff = [self.make_staff(rows, i) for i in range(workers)]

    def make_staff(self, rows, i):
        rows.made.pop("staff", None)
        staff = rows.row("staff")["id"]
        a = self.desk.post("/certificate", {**rows.body("certificate"),
                                            "staff": staff,
                                            "kind": "installer"})
        assert a.status == 201, a.json
        return staff


class Worker(threading.Thread):
    """Until `stopping` is set, or until the server goes away; a patient one
    asks again until it is back."""

    def __init__(self, office, no, patient=False):
        super().__init__(daemon=True)
        self.office, self.no, self.patient = office, no, patient
        self.stopping = threading.Event()
        self.version = office.version
        self.told = {}      # tag → id, of rows that were acknowledged
        self.refused = set()  # tags of creates that were answered 503
        self.lost = False
        self.doubt = None   # the call whose answer never came
        self.acked = []     # some of the calls that went well, and answers
        self.statuses = {}
        self.wrong = []
        self.random = random.Random(no)

    # one call

    def note(self, call, a):
        self.statuses[a.status] = self.statuses.get(a.status, 0) + 1
        if a.status not in (200, 201):
            return
        register = call.path.split("/")[1]
        self.version[register, int(a.json["id"])] = a.json["version"]
        tag = call.body.get("symptom") or call.body.get("name")
        if tag:
            self.told[tag] = int(a.json["id"])
        if call.verb == "POST" and self.random.random() < 0.1:
            self.acked.append((call, a))

    def ask(self, call):
        """The answer, or None when there is none that counts."""
        until = time.monotonic() + 30
        in_doubt = False  # an earlier try of this call may have been written
        while True:
            try:
                a = call.send()
            except LOST:
                if not self.patient:
                    self.doubt = call
                    return None
                a = None
            if a is not None and a.status != 503:
                break
            in_doubt |= a is None or a.code == "uncertain"
            if a is not None:
                self.note(call, a)
                if not in_doubt and self.random.random() < 0.3:
                    return self.give_up(call)
            if time.monotonic() > until:
                self.wrong.append(f"{call} is never answered")
                return None
            time.sleep(0.05)
        self.note(call, a)
        if a.status >= 400 and not self.is_own_change(call, a):
            self.wrong.append(f"{call}: {a.status} {a.json}")
            return None
        return a

    def give_up(self, call):
        """503 with storage or busy: it must not have been written."""
        tag = call.body.get("symptom") or call.body.get("name")
        if tag:
            self.refused.add(tag)
        return None

    def is_own_change(self, call, a):
        """A PATCH has no key: sent again it may meet itself."""
        if a.status != 412 or call.verb != "PATCH" or not self.patient:
            return False
        now = a.json["current"]
        if now["note"] != call.body["note"]:
            return False
        self.version["site", int(now["id"])] = now["version"]
        return True

    # the work

    def run(self):
        try:
            while self.goes_on():
                if self.random.random() < 0.4:
                    self.order()
                else:
                    self.site()
        except Exception as e:  # told where the test looks
            self.wrong.append(repr(e))

    def goes_on(self):
        return not (self.stopping.is_set() or self.lost or self.doubt or
                    self.wrong)

    def site(self):
        body = {**self.office.site, "name": f"S {uuid.uuid4().hex}"}
        a = self.ask(Call(self.office.desk, "POST", "/site", body))
        for i in range(2):
            if a is None or not self.goes_on():
                return
            row = int(a.json["id"])
            change = {"note": uuid.uuid4().hex}
            a = self.ask(Call(self.office.desk, "PATCH", f"/site/{row}",
                              change, self.version["site", row]))
            if a is not None and a.status == 412:
                return

    def look(self, path):
        """A row as it is; None when the server is gone."""
        until = time.monotonic() + 30
        while time.monotonic() < until:
            try:
                a = self.office.desk.get(path)
                if a.status == 200:
                    return a
                assert a.status == 503, a.json
            except LOST:
                if not self.patient:
                    self.lost = True
                    return None
            time.sleep(0.05)
        raise TimeoutError(path)

    def order(self):
        """One from the report to the end; or on with what was cut off."""
        row = self.office.open.get(self.no)
        if row is None:
            body = {"site": self.office.home, "reporter": "a guard",
                    "symptom": f"W {uuid.uuid4().hex}"}
            a = self.ask(Call(self.office.desk, "POST", "/workorder", body))
        else:
            a = self.look(f"/workorder/{row}")
        while a is not None and self.goes_on():
            row, state = a.json["id"], a.json["state"]
            self.office.open[self.no] = row
            if state not in STEPS:
                del self.office.open[self.no]
                return
            a = self.step(row, a.json["version"], *STEPS[state])

    def step(self, row, version, event, who, body):
        if event == "assign":
            body = {"technician": self.office.staff[self.no]}
        return self.ask(Call(getattr(self.office, who), "POST",
                             f"/workorder/{row}/steps/{event}", body, version))

    # afterwards

    def settle(self):
        """What was left open is asked again with the same key."""
        call, self.doubt = self.doubt, None
        if call is None:
            return
        a = call.send()
        if call.verb == "PATCH" and a.status == 412:
            assert a.json["current"]["note"] == call.body["note"], a.json
            now = a.json["current"]
            self.version["site", int(now["id"])] = now["version"]
            return
        assert a.status in (200, 201), (str(call), a.status, a.json)
        self.note(call, a)

    def repeat(self):
        """Acknowledged calls asked again: the same answer, no second row."""
        for call, first in self.acked[-5:]:
            a = call.send()
            assert (a.status, a.json) == (first.status, first.json)
            assert a.headers["Idempotency-Replayed"] == "true"


class Crew:
    def __init__(self, office, patient=False):
        self.office, self.patient = office, patient
        self.gone = []
        self.now = []

    def begin(self):
        self.now = [Worker(self.office, i, self.patient)
                    for i in range(len(self.office.staff))]
        for i, w in enumerate(self.now):
            w.random.seed(f"{len(self.gone)} {i}")
            w.start()

    def end(self):
        for w in self.now:
            w.stopping.set()
        for w in self.now:
            w.join(60)
            assert not w.is_alive(), "a call hangs"
            assert not w.wrong, w.wrong
        self.gone += self.now

    def settle(self):
        for w in self.now:
            w.settle()
            w.repeat()

    def total(self, name):
        return sum(len(getattr(w, name)) for w in self.gone)

    def count(self, status):
        return sum(w.statuses.get(status, 0) for w in self.gone)

    def check(self, tables, settled=True):
        """What was acknowledged is there with that version, before the
        calls in doubt were settled perhaps with the next; each tag once;
        nothing that was refused."""
        have, tags = {}, {}
        for name, field in (("site", "name"), ("workorder", "symptom")):
            for r in tables.registers[name]:
                have[name, r["id"]] = r["version"]
                assert r[field] not in tags, f"twice: {r[field]}"
                tags[r[field]] = r["id"]
        for key, version in self.office.version.items():
            now = have.get(key, 0)
            assert now == version or (now == version + 1 and not settled), \
                (key, version, now)
        for w in self.gone:
            for tag, row in w.told.items():
                assert tags.get(tag) == row, tag
            for tag in w.refused:
                assert tag not in tags, f"refused and written: {tag}"
