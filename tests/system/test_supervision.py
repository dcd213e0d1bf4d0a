"""A path that is silent for too long is told and shown; a restart neither
forgets it nor tells it again."""

import time

import pytest

from rows import Rows
from server import Client, Server
from test_sessions import kinds

QUICK = {"ANWEI_RECEIVER_LISTEN": "127.0.0.1:0",
         "ANWEI_SUPERVISION_TOLERANCE_MIN_S": "0",
         "ANWEI_SUPERVISION_WAIT_S": "1",
         "ANWEI_SUPERVISION_SAMPLE_S": "10"}


@pytest.fixture(params=kinds(), scope="module")
def office(request):
    server = Server(request.param, **QUICK)
    server.run("org", "add", "--name", "Centre")
    server.add_user("admin", "manager")
    yield server.start()
    server.remove()


def signed_in(server):
    c = Client(server)
    assert c.sign_in("admin").status == 200
    return c


def rows_of(office, client):
    """The same customer and site for all tests of an office."""
    if not hasattr(office, "rows"):
        office.rows = Rows(client)
    office.rows.client = client
    return office.rows


def panel(rows, account, **more):
    body = rows.body("panel")
    body.update(name=f"panel {account}", account=account, state="live",
                protocol="dc09", format="sia", encryption="none",
                receiver_line="R1L1", paths=["4g", "ip"], **more)
    a = rows.client.post("/panel", body)
    assert a.status == 201, a.json
    return a.json["id"]


def wait_for(seconds, what):
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        got = what()
        if got:
            return got
        time.sleep(0.2)
    raise AssertionError("it did not come")


def test_silence_is_shown_told_once_and_outlives_a_restart(office):
    c = signed_in(office)
    rows = rows_of(office, c)
    quick = panel(rows, "1001", interval_ip_s=10, tolerance_percent=0)
    slow = panel(rows, "1002", interval_ip_s=3600, interval_4g_s=86400,
                 backup_by="transport", backup_transport="tcp")
    none = panel(rows, "1003")

    def of(panel):
        return c.get(f"/supervision?panel={panel}").json["items"]

    wait_for(10, lambda: len(of(quick)) == 1 and len(of(slow)) == 2
             and len(of(none)) == 1)
    assert [p["path"] for p in of(slow)] == ["backup", "main"]
    assert of(none)[0]["state"] == "unsupervised"
    lost = wait_for(40, lambda: c.get("/supervision").json["items"])
    assert [p["panel"] for p in lost] == [quick]
    assert lost[0]["seen_ms"] is None and lost[0]["frames"] == 0
    page = c.get("/supervision?state=waiting&limit=1").json
    assert page["counts"] == {"unsupervised": 1, "waiting": 2, "up": 0,
                              "overdue": 1, "tests": 0, "clocks": 0}
    assert page["refs"][page["items"][0]["panel"]] == "panel 1002"
    more = c.get(f"/supervision?state=waiting&limit=1&after={page['next']}")
    assert len(more.json["items"]) == 1 and more.json["next"] is None
    assert more.json["items"][0]["path"] != page["items"][0]["path"]
    assert c.get("/supervision?state=waiting&line=R9L9").json["items"] == []

    told = c.get("/signal?code=path_overdue").json["items"]
    assert [s["panel"] for s in told] == [quick]
    assert told[0]["source"] == "own" and told[0]["class"] == "supervision"
    office.stop()
    office.start()
    c = signed_in(office)
    again = c.get("/supervision").json["items"]
    assert [p["since_ms"] for p in again] == [lost[0]["since_ms"]]
    time.sleep(13)
    assert len(c.get("/signal?code=path_overdue").json["items"]) == 1


def test_a_panel_that_is_taken_out_of_service_goes_from_the_list(office):
    c = signed_in(office)
    rows = rows_of(office, c)
    one = panel(rows, "2001", interval_ip_s=3600)

    def paths():
        return c.get(f"/supervision?panel={one}").json["items"]

    wait_for(10, paths)
    row = c.get(f"/panel/{one}").json
    a = c.call("PATCH", f"/panel/{one}", {"state": "suspended"},
               headers={"If-Match": f'"{row["version"]}"'})
    assert a.status == 200, a.json
    wait_for(10, lambda: not paths())


@pytest.mark.parametrize("query", ["state=odd", "after=1", "after=1.2",
                                   "limit=0", "odd=1", "panel=x"])
def test_what_cannot_be_read_is_refused(office, query):
    assert signed_in(office).get("/supervision?" + query).status == 400
