"""kill -9 at random moments under load: what was acknowledged is there,
nothing is half done, and asking again does nothing twice.

ANWEI_KILLS=40 for another number of kills on each database."""

import os
import random
import time

import pytest

from load import Crew, Office
from server import ANWEI, Server
from test_sessions import kinds
from whole import whole

SOAK = "ANWEI_SOAK" in os.environ
KILLS = int(os.environ.get("ANWEI_KILLS", "200" if SOAK else "6"))
WORKERS = 4


@pytest.mark.parametrize("kind", kinds())
def test_kill_9_under_load_loses_and_doubles_nothing(kind):
    server = Server(kind, os.environ.get("ANWEI_FAST", ANWEI))
    rnd = random.Random(2)
    try:
        office = Office(server, WORKERS)
        crew = Crew(office)
        for _ in range(KILLS):
            crew.begin()
            time.sleep(rnd.uniform(0.05, 1.2))
            server.kill()
            crew.end()
            server.start()
            crew.check(whole(server, office.registers), settled=False)
            crew.settle()
        crew.check(whole(server, office.registers))
        assert len(office.version) > KILLS * WORKERS
        assert crew.total("acked") > 0
        server.stop()
        assert "0 not sealed yet" in server.run("verify")
    finally:
        server.remove()
