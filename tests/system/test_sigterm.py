"""SIGTERM under load: exit 0, whatever was written was answered, the journal
is sealed to its end and the end is signed."""

import os
import time

import pytest

from load import Crew, Office
from server import Server
from test_sessions import kinds
from whole import whole

ROUNDS = 30 if "ANWEI_SOAK" in os.environ else 3


@pytest.mark.parametrize("kind", kinds())
def test_sigterm_under_load_ends_well(kind):
    server = Server(kind)
    try:
        office = Office(server, 4)
        crew = Crew(office)
        for i in range(ROUNDS):
            crew.begin()
            time.sleep(0.4 + 0.1 * (i % 5))
            begun = time.monotonic()
            server.stop()  # says that the exit is 0
            assert time.monotonic() - begun < 10
            crew.end()
            t = whole(server, office.registers)
            # exactly so: a call without an answer was not carried out
            crew.check(t)
            for w in crew.now:
                assert not was_written(t, w.doubt), str(w.doubt)
                w.doubt = None
            n = len(t["journal"])
            assert all(j["pos"] is not None for j in t["journal"])
            assert max(c["size"] for c in t["checkpoint"]) == n
            said = server.run("verify")
            assert "0 rows after the last one, 0 not sealed yet" in said
            server.start()
            assert office.desk.get("/session").status == 200
        server.stop()
    finally:
        server.remove()


def was_written(tables, call):
    """Did a create whose answer never came leave a row?"""
    if call is None:
        return False
    tag = call.body.get("symptom") or call.body.get("name")
    return tag is not None and any(
        tag in (r.get("name"), r.get("symptom"))
        for name in ("site", "workorder") for r in tables.registers[name])
