"""A user of the role customer sees and changes the rows of that customer
alone, by whichever route he asks."""

import hashlib

import pytest

from server import PASSWORD, Client, Server
from test_sessions import NEW_PASSWORD, kinds


@pytest.fixture(scope="module", params=kinds())
def server(request):
    s = Server(request.param)
    try:
        s.run("org", "add", "--name", "Test company")
        s.add_user("boss", "manager")
        s.start()
        yield s
        s.stop()
    finally:
        s.remove()


PNG = b"\x89PNG\r\n\x1a\n" + bytes(range(32)) * 8


def made(answer):
    assert answer.status == 201, answer.json
    return answer.json


class Party:
    """A customer with a site, an order and a user of his own."""

    def __init__(self, server, boss, name):
        self.customer = made(boss.post("/customer", {
            "name": name, "category": "bank", "key_unit": "none"}))
        self.site = made(boss.post("/site", {
            "name": f"{name} branch", "customer": self.customer["id"],
            "kind": "bank", "level": "ordinary", "address": "1 Road"}))
        self.order = made(boss.post("/workorder", {
            "site": self.site["id"], "reporter": "Someone",
            "symptom": "no picture"}))
        user = made(boss.post("/user", {
            "login": name.lower(), "name": name, "roles": ["customer"],
            "state": "active", "customer": self.customer["id"]}))
        assert boss.post(f"/user/{user['id']}/password",
                         {"password": PASSWORD}).status == 204
        self.client = Client(server)
        assert self.client.sign_in(name.lower()).status == 200
        assert self.client.post("/session/password", {
            "old": PASSWORD, "new": NEW_PASSWORD}).status == 200


@pytest.fixture(scope="module")
def parties(server):
    boss = Client(server)
    assert boss.sign_in("boss").status == 200
    return Party(server, boss, "Alpha"), Party(server, boss, "Beta")


def test_lists_hold_his_rows_alone(parties):
    alpha, beta = parties
    for register, his in (("customer", alpha.customer), ("site", alpha.site),
                          ("workorder", alpha.order)):
        a = alpha.client.get(f"/{register}")
        assert [row["id"] for row in a.json["items"]] == [his["id"]], register
        assert a.json["total"] == 1


def test_rows_of_others_are_not_found(parties):
    alpha, beta = parties
    for path in (f"/customer/{beta.customer['id']}",
                 f"/site/{beta.site['id']}",
                 f"/workorder/{beta.order['id']}",
                 f"/workorder/{beta.order['id']}/steps",
                 f"/workorder/{beta.order['id']}/journal"):
        a = alpha.client.get(path)
        assert a.status in (403, 404), path
    assert alpha.client.get(f"/site/{alpha.site['id']}").status == 200


def test_files_of_others_are_not_found(server, parties):
    alpha, beta = parties
    boss = Client(server)
    assert boss.sign_in("boss").status == 200
    digest = hashlib.sha256(PNG).hexdigest()
    assert boss.raw("PUT", f"/file/{digest}", PNG, "image/png").status == 201
    site = boss.get(f"/site/{alpha.site['id']}")
    version = site.json["version"]
    assert boss.call("PATCH", f"/site/{alpha.site['id']}", {"map": digest},
                     {"If-Match": f'"{version}"'}).status == 200
    assert alpha.client.raw("GET", f"/file/{digest}").status == 200
    assert beta.client.raw("GET", f"/file/{digest}").status == 404
    # To know the digest does not make it his; to have the bytes does.
    assert beta.client.raw("PUT", f"/file/{digest}", PNG,
                           "image/png").status == 200
    assert beta.client.raw("GET", f"/file/{digest}").status == 200


def test_filters_and_search_do_not_reach_others(parties):
    alpha, beta = parties
    a = alpha.client.get(f"/site?customer={beta.customer['id']}")
    assert a.json["items"] == []
    assert alpha.client.get("/find?q=Beta").json["items"] == []
    assert alpha.client.get("/find?q=Alpha").json["items"] != []
    a = alpha.client.get("/site/export?format=csv")
    assert b"Beta" not in a.bytes


def test_he_reports_faults_at_his_own_sites_alone(parties):
    alpha, beta = parties
    body = {"reporter": "Someone", "symptom": "no sound"}
    a = alpha.client.post("/workorder", {**body, "site": beta.site["id"]})
    assert a.status in (403, 404, 422), a.json
    assert "Beta" not in a.bytes.decode()
    a = alpha.client.post("/workorder", {**body, "site": alpha.site["id"]})
    assert a.status == 201, a.json


def test_he_takes_no_step_of_anothers_order(parties):
    alpha, beta = parties
    a = alpha.client.post(f"/workorder/{beta.order['id']}/steps/accept",
                          {"user_sign": "Someone"}, headers={"If-Match": '"1"'})
    assert (a.status, a.code) == (404, "not_found")


def test_the_companys_affairs_are_closed_to_him(parties):
    alpha, beta = parties
    for register in ("staff", "contract", "user", "part", "document",
                     "supplier"):
        assert alpha.client.get(f"/{register}").status == 403, register
