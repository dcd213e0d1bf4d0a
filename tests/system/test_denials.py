"""Every route denies what it must: generated from the interface that the
server itself describes, so a new route is tested by being there."""

import http.client
import json

import pytest

from rows import Rows
from server import PASSWORD, Client, Server
from test_sessions import kinds

ROLES = ("manager", "administrator", "technician", "storekeeper", "hr",
         "service_desk", "archivist", "auditor")


class Company:
    def __init__(self, server):
        self.server = server
        self.clients = {}
        self.permissions = {}
        self.asked = 0
        for role in ROLES:
            c = Client(server)
            session = c.sign_in(role).json
            self.clients[role] = c
            self.permissions[role] = set(session["permissions"])
        self.manager = self.clients["manager"]
        self.operations = list(operations(
            self.manager.get("/openapi.json").json))
        everything = Client(server)
        everything.sign_in("everything")
        self.rows = Rows(everything)

    def without(self, permission):
        """Somebody who lacks the permission; another one each time, since
        imports are limited per person and minute."""
        lack = [role for role, has in self.permissions.items()
                if permission not in has]
        self.asked += 1
        return self.clients[lack[self.asked % len(lack)]] if lack else None

    def having(self, permission):
        for role, has in self.permissions.items():
            if permission in has or permission == "sign_in":
                return self.clients[role]
        return None


class Operation:
    def __init__(self, verb, path, what):
        self.verb, self.path = verb.upper(), path
        self.permission = what["x-permission"]
        self.body_max = what["x-body-max"]
        content = what.get("requestBody", {}).get("content", {})
        self.is_json = "application/json" in content
        self.tag = what["tags"][0]

    def __str__(self):
        return f"{self.verb} {self.path}"

    def at(self, row="1", name="x"):
        path = self.path.replace("{id}", str(row)).replace("{name}", name)
        return path.removeprefix("/api/v1")


def operations(document):
    for path, item in document["paths"].items():
        for verb, what in item.items():
            if path.startswith("/api/"):
                yield Operation(verb, path, what)


@pytest.fixture(scope="module", params=kinds())
def company(request):
    s = Server(request.param)
    try:
        s.run("org", "add", "--name", "Ours")
        for role in ROLES:
            s.add_user(role, role)
        s.add_user("everything", "manager,operator,shift_leader,emergency")
        theirs = s.run("org", "add", "--name", "Theirs")
        s.run("user", "add", "--login", "stranger", "--name", "stranger",
              "--roles", "manager,technician,hr,archivist", "--org", "Theirs",
              "--password-stdin", text=PASSWORD + "\n")
        assert theirs is not None
        s.start()
        yield Company(s)
        s.stop()
    finally:
        s.remove()


def send(server, verb, path, body, headers, timeout=30):
    """Bytes as they are; the answer's status and problem."""
    c = http.client.HTTPConnection("127.0.0.1", server.port, timeout=timeout)
    try:
        c.putrequest(verb, "/api/v1" + path)
        for name, value in headers.items():
            c.putheader(name, value)
        c.endheaders()
        if body:
            c.send(body)
        r = c.getresponse()
        text = r.read()
        return r.status, json.loads(text) if text else None
    finally:
        c.close()


def headers_of(client, more=None):
    return {"Cookie": f"anwei_session={client.cookie}",
            "X-CSRF-Token": client.csrf, "Accept-Language": "en",
            "If-Match": '"1"', "Content-Type": "application/json",
            **(more or {})}


def test_without_a_session_nothing(company):
    tried = 0
    for op in company.operations:
        if op.permission == "anyone":
            continue
        a = Client(company.server).call(op.verb, op.at())
        assert (a.status, a.code) == (401, "unauthenticated"), op
        tried += 1
    assert tried > 150


def test_without_the_permission_forbidden(company):
    tried = 0
    for op in company.operations:
        if op.permission in ("anyone", "sign_in"):
            continue
        who = company.without(op.permission)
        assert who is not None, op.permission
        body = {} if op.is_json else None
        a = who.call(op.verb, op.at(), body, {"If-Match": '"1"'})
        assert (a.status, a.code) == (403, "forbidden"), (str(op), a.json)
        tried += 1
    assert tried > 150


def test_without_the_csrf_token_forbidden(company):
    tried = 0
    for op in company.operations:
        if op.verb == "GET" or op.permission == "anyone":
            continue
        a = company.manager.call(op.verb, op.at(),
                                 {} if op.is_json else None,
                                 {"X-CSRF-Token": "no"})
        assert (a.status, a.code) == (403, "csrf"), op
        tried += 1
    assert tried > 100


def test_an_oversized_body_is_refused_at_once(company):
    tried = 0
    for op in company.operations:
        if op.body_max == 0:
            continue
        status, problem = send(
            company.server, op.verb, op.at(), None,
            headers_of(company.manager,
                       {"Content-Length": str(op.body_max + 1)}))
        assert (status, problem["code"]) == (413, "too_big"), op
        tried += 1
    assert tried > 100


def test_bad_json_says_where(company):
    tried = 0
    for op in company.operations:
        who = company.having(op.permission)
        if not op.is_json or op.permission == "anyone" or who is None:
            continue
        body = b'{"name": "x", }'
        row = company.rows.id(op.tag) if "{id}" in op.path else "1"
        name = company_event(company, op)
        status, problem = send(
            company.server, op.verb, op.at(row, name), body,
            headers_of(who, {"Content-Length": str(len(body))}))
        if op.path.endswith(("/retire", "/restore")) or status == 400:
            assert (status, problem["code"]) == (400, "bad_json"), \
                (str(op), problem)
            assert problem["position"] > 0, op
            tried += 1
        else:
            assert problem["code"] == "bad_json", (str(op), problem)
    assert tried > 60


def company_event(company, op):
    """A step that exists, where the path names one."""
    return "grade" if "/steps/" in op.path else "x"


def test_an_unknown_field_is_named(company):
    tried = 0
    for op in company.operations:
        who = company.having(op.permission)
        if not op.is_json or op.permission == "anyone" or who is None:
            continue
        row = company.rows.id(op.tag) if "{id}" in op.path else "1"
        a = who.call(op.verb, op.at(row, company_event(company, op)),
                     {"nonsense": 1}, {"If-Match": '"1"'})
        assert (a.status, a.code) == (422, "unknown_field"), \
            (str(op), a.json)
        assert "nonsense" in [f["field"] for f in a.json["fields"]], op
        tried += 1
    assert tried > 60


def test_another_organisations_row_is_not_there(company):
    stranger = Client(company.server)
    assert stranger.sign_in("stranger").status == 200
    tried = 0
    for op in company.operations:
        if "{id}" not in op.path or op.tag not in company.rows.registers \
                or company.rows.row(op.tag) is None:
            continue
        row = company.rows.id(op.tag)
        body = {"reason": "x"} if op.is_json else None
        if op.verb == "PATCH":
            body = {}
        elif op.path.endswith("/password"):
            body = {"password": PASSWORD}
        elif op.path.endswith("/live"):
            body = {"accepted_by": "x"}
        elif op.path.endswith("/signal/{id}/connect"):
            body = {"panel": "1"}
        elif op.path.endswith("/signal/{id}/settle"):
            body = {"note": "x"}
        elif "/steps/" in op.path:
            body = {"reason": "x"}
        a = stranger.call(op.verb,
                          op.at(row, "cancel" if "/steps/" in op.path
                                else "x"),
                          body, {"If-Match": '"1"'})
        assert (a.status, a.code) in ((404, "not_found"),
                                      (403, "forbidden")), (str(op), a.json)
        if a.status == 404:
            tried += 1
    assert tried > 80


def test_lists_hold_nobody_elses_rows(company):
    stranger = Client(company.server)
    stranger.sign_in("stranger")
    tried = 0
    for name in company.rows.registers:
        company.rows.row(name)
        a = stranger.get("/" + name + "?retired=all")
        if a.status == 403:
            continue
        if name in ("plan", "plan_step"):  # each has the shipped ones
            ours = company.manager.get("/" + name + "?limit=200").json
            assert a.json["items"] and not (
                {i["id"] for i in a.json["items"]} &
                {i["id"] for i in ours["items"]})
            continue
        mine = {"stranger"} if name == "user" else set()
        assert {i.get("login") for i in a.json["items"]} <= mine | {None} and \
            (name == "user" or a.json["items"] == []), name
        tried += 1
    assert tried > 15


def test_a_stranger_cannot_fill_the_disk(company):
    size = str(100 << 20)
    known = headers_of(company.manager, {"Content-Length": size})
    strange = {"Content-Length": size, "Accept-Language": "en"}
    path = "/customer/import?format=csv"
    status, problem = send(company.server, "POST", path, None, strange)
    assert (status, problem["code"]) == (413, "too_big")
    # Who is signed in may send that much: the server waits for it.
    with pytest.raises((TimeoutError, OSError)):
        send(company.server, "POST", path, None, known, timeout=2)


def test_a_file_that_nobody_uploaded_is_refused(company):
    body = company.rows.body("staff") | {"photo": "0" * 64}
    a = company.manager.post("/staff", body)
    assert a.status == 422
    assert [f["field"] for f in a.json["fields"]] == ["photo"]
