"""Signing in and out, passwords, second factor, tokens: over the socket, on
both databases."""

import base64
import concurrent.futures
import hashlib
import hmac
import os
import struct
import time

import pytest

from server import PASSWORD, Client, Server

NEW_PASSWORD = "another-pass-phrase-9"


def kinds():
    pg = pytest.mark.skipif("ANWEI_TEST_PG" not in os.environ,
                            reason="ANWEI_TEST_PG is not set")
    return ["sqlite", pytest.param("postgres", marks=pg)]


@pytest.fixture(scope="module", params=kinds())
def server(request):
    s = Server(request.param)
    try:
        s.run("org", "add", "--name", "Test company")
        for login, roles in (("boss", "manager"), ("root", "administrator"),
                             ("tech", "technician"), ("forgetful", "hr"),
                             ("locked", "hr"), ("coded", "hr"),
                             ("busy", "hr")):
            s.add_user(login, roles)
        s.start()
        yield s
        s.stop()
    finally:
        s.remove()


@pytest.fixture
def boss(server):
    c = Client(server)
    assert c.sign_in("boss").status == 200
    return c


def totp(secret, step):
    digest = hmac.new(base64.b32decode(secret), struct.pack(">Q", step),
                      hashlib.sha1).digest()
    at = digest[-1] & 15
    code = struct.unpack(">I", digest[at:at + 4])[0] & 0x7FFFFFFF
    return f"{code % 1000000:06d}"


def test_sign_in_tells_who_one_is(server):
    c = Client(server)
    a = c.sign_in("boss")
    cookie = a.headers["Set-Cookie"]
    assert a.status == 200
    assert "HttpOnly" in cookie and "SameSite=Strict" in cookie
    assert "Secure" not in cookie  # plain HTTP here
    assert a.headers["Cache-Control"] == "no-store"
    assert a.json["user"]["login"] == "boss"
    assert a.json["org"] == {"id": a.json["org"]["id"],
                             "name": "Test company", "zone": "Asia/Shanghai",
                             "demo": False}
    assert a.json["roles"] == ["manager"]
    assert "edit_contracts" in a.json["permissions"]
    assert "accept_orders" not in a.json["permissions"]
    again = c.get("/session")
    assert again.status == 200
    assert again.json == a.json


def test_without_a_session_nothing_is_told(server):
    c = Client(server)
    for path in ("/session", "/token", "/user", "/customer"):
        a = c.get(path)
        assert (a.status, a.code) == (401, "unauthenticated"), path
    c.cookie = "0" * 64
    assert c.get("/session").status == 401
    c.cookie = "x"
    assert c.get("/session").status == 401


def test_a_wrong_login_and_a_wrong_password_look_alike(server):
    a = Client(server).sign_in("boss", "wrong-password")
    b = Client(server).sign_in("nobody-has-this", "wrong-password")
    assert (a.status, a.code) == (401, "bad_credentials")
    assert a.json == b.json
    for body in ({"login": "", "password": PASSWORD},
                 {"password": PASSWORD},
                 {"login": "boss", "password": PASSWORD, "admin": True}):
        assert Client(server).post("/session", body).status == 422


def test_a_change_needs_the_csrf_token(server, boss):
    a = boss.delete("/session", headers={"X-CSRF-Token": ""})
    assert (a.status, a.code) == (403, "csrf")
    a = boss.delete("/session", headers={"X-CSRF-Token": "0" * 32})
    assert (a.status, a.code) == (403, "csrf")
    assert boss.get("/session").status == 200


def test_sign_out_ends_this_session_alone(server, boss):
    other = Client(server)
    assert other.sign_in("boss").status == 200
    a = boss.delete("/session")
    assert a.status == 204
    assert "Max-Age=0" in a.headers["Set-Cookie"]
    assert boss.get("/session").status == 401
    assert other.get("/session").status == 200


def test_sign_out_everywhere_ends_all(server, boss):
    other = Client(server)
    assert other.sign_in("boss").status == 200
    assert other.get("/session").status == 200
    assert boss.delete("/session/all").status == 204
    assert boss.get("/session").status == 401
    assert other.get("/session").status == 401


def test_failures_lock(server):
    for _ in range(5):
        a = Client(server).sign_in("locked", "wrong-password")
        assert (a.status, a.code) == (401, "bad_credentials")
    assert a.json["retry_after_ms"] == 60000
    a = Client(server).sign_in("locked")
    assert (a.status, a.code) == (429, "locked")
    assert 0 < a.json["retry_after_ms"] <= 60000
    assert 0 < int(a.headers["Retry-After"]) <= 60
    assert " s" in a.json["detail"]


def test_a_new_password_ends_other_sessions(server):
    here, there = Client(server), Client(server)
    assert here.sign_in("forgetful").status == 200
    assert there.sign_in("forgetful").status == 200
    a = here.post("/session/password",
                  {"old": "not-the-old-one", "new": NEW_PASSWORD})
    assert (a.status, a.code) == (401, "bad_credentials")
    for weak in ("short", "forgetful-123", "Password1234", PASSWORD):
        a = here.post("/session/password", {"old": PASSWORD, "new": weak})
        assert (a.status, a.json["fields"][0]["field"]) == (422, "new"), weak
    a = here.post("/session/password", {"old": PASSWORD, "new": NEW_PASSWORD})
    assert a.status == 200
    assert here.get("/session").status == 200
    assert there.get("/session").status == 401
    assert Client(server).sign_in("forgetful").status == 401
    assert Client(server).sign_in("forgetful", NEW_PASSWORD).status == 200


def test_whoever_got_a_password_must_choose_his_own(server, boss):
    a = boss.post("/user", {"login": "fresh", "name": "Fresh",
                            "roles": ["hr"], "state": "active"})
    assert a.status == 201, a.json
    path = f"/user/{a.json['id']}/password"
    assert Client(server).sign_in("fresh").status == 401
    assert boss.post(path, {"password": "short"}).status == 422
    assert boss.post(path, {"password": PASSWORD}).status == 204
    c = Client(server)
    a = c.sign_in("fresh")
    assert a.json["must_change_password"] is True
    assert a.json["permissions"] == []
    for path in ("/staff", "/token"):
        a = c.get(path)
        assert (a.status, a.code) == (403, "password_expired"), path
    assert c.post("/session/totp").code == "password_expired"
    a = c.post("/session/password", {"old": PASSWORD, "new": NEW_PASSWORD})
    assert a.status == 200
    assert a.json["must_change_password"] is False
    assert "read_staff" in a.json["permissions"]
    assert c.get("/staff").status == 200


def test_a_second_factor(server):
    c = Client(server)
    assert c.sign_in("coded").status == 200
    assert c.post("/session/totp/confirm",
                  {"code": "123456"}).code == "state"
    secret = c.post("/session/totp").json
    assert secret["secret"] in secret["uri"]
    step = int(time.time()) // 30
    code = totp(secret["secret"], step)
    wrong = "000000" if code != "000000" else "000001"
    assert c.post("/session/totp/confirm", {"code": wrong}).status == 422
    assert c.post("/session/totp/confirm", {"code": code}).status == 204
    assert c.get("/session").json["totp"] is True
    a = Client(server).sign_in("coded")
    assert (a.status, a.code) == (401, "totp_required")
    # that code was used; the next one is within the window
    a = Client(server).sign_in("coded", totp=code)
    assert (a.status, a.code) == (401, "totp_required")
    later = totp(secret["secret"], step + 1)
    assert Client(server).sign_in("coded", totp=later).status == 200
    assert c.delete("/session/totp",
                    {"password": "not-the-password"}).status == 401
    assert c.delete("/session/totp", {"password": PASSWORD}).status == 204
    assert Client(server).sign_in("coded").status == 200


def test_a_lost_phone_is_helped_from_above(server, boss):
    c = Client(server)
    assert c.sign_in("busy").status == 200
    secret = c.post("/session/totp").json["secret"]
    code = totp(secret, int(time.time()) // 30)
    assert c.post("/session/totp/confirm", {"code": code}).status == 204
    user = c.get("/session").json["user"]["id"]
    assert c.delete(f"/user/{user}/totp").status == 403
    assert boss.delete(f"/user/{user}/totp").status == 204
    assert Client(server).sign_in("busy").status == 200


def test_what_is_shown_once_is_not_kept(server, boss):
    """Answers to Idempotency-Key lie in the database for a day."""
    ask = {"name": "twice", "days": 1, "scopes": ["read_staff"]}
    key = {"Idempotency-Key": "shown-once"}
    made = [boss.post("/token", ask, headers=key) for _ in range(2)]
    assert [a.status for a in made] == [201, 201], made[0].text
    assert "Idempotency-Replayed" not in made[1].headers
    assert made[0].json["token"] != made[1].json["token"]
    for a in made:
        assert boss.delete(f"/token/{a.json['id']}").status == 204


def test_tokens(server, boss):
    a = boss.post("/token", {"name": "ERP", "days": 30,
                             "scopes": ["read_staff", "read_org"]})
    assert a.status == 201
    made = a.json
    program = Client(server, bearer=made["token"])
    assert program.get("/staff").status == 200
    assert program.get("/customer").status == 403
    a = program.get("/session")
    assert sorted(a.json["permissions"]) == ["read_org", "read_staff"]
    # no longer life, no other password, no end of sessions by a program
    for verb, path, body in (
            ("POST", "/token", {"name": "x", "days": 9,
                                "scopes": ["read_org"]}),
            ("GET", "/token", None),
            ("DELETE", "/session/all", None),
            ("POST", "/session/totp", None),
            ("POST", "/session/password", {"old": PASSWORD,
                                           "new": NEW_PASSWORD})):
        a = program.call(verb, path, body)
        assert (a.status, a.code) == (403, "forbidden"), path
    listed = boss.get("/token").json["items"]
    assert made["id"] in [k["id"] for k in listed]
    assert made["token"] not in str(listed)
    a = boss.post("/token", {"name": "x", "days": 9,
                             "scopes": ["accept_orders"]})
    assert (a.status, a.json["fields"][0]["field"]) == (422, "scopes")
    assert boss.delete(f"/token/{made['id']}").status == 204
    assert program.get("/staff").status == 401
    assert boss.delete(f"/token/{made['id']}").status == 404


def test_nobody_raises_himself(server, boss):
    root, tech = Client(server), Client(server)
    assert root.sign_in("root").status == 200
    assert tech.sign_in("tech").status == 200
    users = {u["login"]: u for u in boss.get("/user?limit=200").json["items"]}
    admin, own = users["root"]["id"], users["boss"]["id"]
    # the administrator manages users and sees no business content
    assert root.get("/user").status == 200
    for path in ("/customer", "/staff", "/contract", "/device"):
        assert root.get(path).status == 403, path
    assert boss.post(f"/user/{admin}/password",
                     {"password": NEW_PASSWORD}).status == 403
    assert boss.post(f"/user/{own}/password",
                     {"password": NEW_PASSWORD}).status == 403
    a = boss.call("PATCH", f"/user/{admin}", {"roles": ["hr"]},
                  {"If-Match": f'"{users["root"]["version"]}"'})
    assert a.status == 403
    assert tech.get("/user").status == 403
    assert tech.post(f"/user/{own}/password",
                     {"password": NEW_PASSWORD}).status == 403
    assert root.post("/user/1/password",
                     {"password": NEW_PASSWORD}).status == 404


def test_a_changed_role_ends_the_session_at_once(server, boss):
    c = Client(server)
    assert c.sign_in("tech").status == 200
    user = c.get("/session").json["user"]["id"]
    row = boss.get(f"/user/{user}")
    a = boss.call("PATCH", f"/user/{user}", {"roles": ["dispatcher"]},
                  {"If-Match": row.headers["ETag"]})
    assert a.status == 200, a.json
    assert c.get("/session").status == 401
    assert Client(server).sign_in("tech").json["roles"] == ["dispatcher"]


def test_sign_ins_do_not_hold_up_others(server, boss):
    """Ten hash at once, two at a time; readers are answered meanwhile."""
    with concurrent.futures.ThreadPoolExecutor(12) as pool:
        many = [pool.submit(Client(server).sign_in, "boss")
                for _ in range(10)]
        read = [pool.submit(boss.get, "/session") for _ in range(20)]
        assert [f.result().status for f in read] == [200] * 20
        assert [f.result().status for f in many] == [200] * 10


def test_a_session_outlives_a_restart(server, boss):
    server.stop()
    server.start()
    assert boss.get("/session").status == 200
    a = Client(server).sign_in("locked")
    assert (a.status, a.code) == (429, "locked")


def test_secrets_are_neither_stored_nor_logged(server):
    c = Client(server)
    Client(server).sign_in("typed-into-the-wrong-box", "and-a-wrong-one-5")
    assert c.sign_in("boss").status == 200
    made = c.post("/token", {"name": "ERP", "days": 1,
                             "scopes": ["read_org"]}).json
    log, stored = server.log.read_bytes(), server.stored()
    assert b'"signed_in"' in log
    assert b"argon2id" in stored  # it is the right place to look
    for secret in (PASSWORD, NEW_PASSWORD, "typed-into-the-wrong-box",
                   "and-a-wrong-one-5", c.cookie, made["token"]):
        assert secret.encode() not in log
        assert secret.encode() not in stored
