"""Two people edit one row: the second is told, with the row as it is now."""

import concurrent.futures

import pytest

from load import Office
from server import Client, Server
from test_sessions import kinds


@pytest.fixture(scope="module", params=kinds())
def office(request):
    s = Server(request.param)
    try:
        yield Office(s, 1)
        s.stop()
    finally:
        s.remove()


def patch(who, row, version, body, language="en"):
    return who.call("PATCH", f"/site/{row}", body,
                    {"If-Match": f'"{version}"', "Accept-Language": language})


def test_the_second_of_two_gets_412_with_the_current_row(office):
    other = Client(office.server)
    assert other.sign_in("boss").status == 200
    mine = office.desk.get(f"/site/{office.home}").json
    theirs = other.get(f"/site/{office.home}").json
    assert mine["version"] == theirs["version"]
    a = patch(office.desk, office.home, mine["version"], {"note": "first"})
    assert a.status == 200
    b = patch(other, office.home, theirs["version"], {"note": "second"})
    assert (b.status, b.code) == (412, "version_conflict")
    assert b.json["current"]["note"] == "first"
    assert b.json["current"]["version"] == a.json["version"]
    assert "someone else" in b.json["detail"]
    b = patch(other, office.home, theirs["version"], {"note": "second"}, "zh")
    assert "他人" in b.json["detail"]
    assert office.desk.get(f"/site/{office.home}").json["note"] == "first"
    b = patch(other, office.home, b.json["current"]["version"],
              {"note": "second"})
    assert (b.status, b.json["note"]) == (200, "second")
    b = other.call("PATCH", f"/site/{office.home}", {"note": "blind"})
    assert (b.status, b.code) == (428, "version_required")


def test_of_many_at_once_one_wins(office):
    for _ in range(3):
        version = office.desk.get(f"/site/{office.home}").json["version"]
        with concurrent.futures.ThreadPoolExecutor(12) as pool:
            all_of_them = list(pool.map(
                lambda i: patch(office.desk, office.home, version,
                                {"note": f"by {version} {i}"}), range(12)))
        statuses = sorted(a.status for a in all_of_them)
        assert statuses == [200] + [412] * 11
        won = next(a for a in all_of_them if a.status == 200)
        for a in all_of_them:
            if a.status == 412:
                assert a.json["current"]["note"] == won.json["note"]
        assert office.desk.get(f"/site/{office.home}").json["version"] == \
            version + 1


def test_of_two_steps_at_once_one_is_taken(office):
    order = office.desk.post("/workorder", {
        "site": office.home, "reporter": "a", "symptom": "b"}).json
    body = {"grade": "urgent", "extent": "single"}
    with concurrent.futures.ThreadPoolExecutor(8) as pool:
        many = list(pool.map(
            lambda _: office.desk.post(
                f"/workorder/{order['id']}/steps/grade", body,
                headers={"If-Match": '"1"'}), range(8)))
    assert sorted(a.status for a in many) == [200] + [412] * 7
    steps = office.desk.get(f"/workorder/{order['id']}/steps").json
    assert [c["name"] for c in steps["clocks"]] == ["response", "repair"]
