"""The live feed: whoever was cut off for some seconds misses nothing, and is
told when he must load again."""

import http.client
import json
import threading
import time

import pytest

from load import Crew, Office
from server import Server
from test_sessions import kinds


class Listener(threading.Thread):
    """Reads the stream from one connection until it is cut."""

    def __init__(self, client, last=None):
        super().__init__(daemon=True)
        self.events, self.kinds, self.last = [], [], last
        headers = {"Cookie": f"anwei_session={client.cookie}"}
        if last:
            headers["Last-Event-ID"] = last
        self.c = http.client.HTTPConnection(
            "127.0.0.1", client.server.port, timeout=20,
            source_address=(client.address, 0))
        self.c.request("GET", "/api/v1/feed", headers=headers)
        self.answer = self.c.getresponse()
        assert self.answer.status == 200
        self.start()

    def run(self):
        event = {}
        try:
            for line in self.answer:
                name, _, value = line.decode().rstrip("\n").partition(": ")
                if name:
                    event[name] = value
                elif event:
                    self.take(event)
                    event = {}
        except (OSError, ValueError, http.client.HTTPException):
            pass  # cut

    def take(self, event):
        kind = event.get("event")
        if "id" in event:
            self.last = event["id"]
        if kind:
            self.kinds.append(kind)
        elif "data" in event:
            self.events.append(json.loads(event["data"]))

    def cut(self):
        self.c.sock and self.c.sock.shutdown(2)
        self.join(10)
        assert not self.is_alive()
        self.c.close()

    def wait(self, what):
        until = time.monotonic() + 10
        while not what(self):
            assert time.monotonic() < until, (self.kinds, self.events[-3:])
            time.sleep(0.02)


def office_of(server, workers):
    office = Office(server, workers)
    assert office.desk.get("/session").status == 200
    return office


@pytest.mark.parametrize("kind", kinds())
def test_a_listener_that_was_cut_off_misses_nothing(kind):
    server = Server(kind, ANWEI_FEED_RING="65536")
    try:
        office = office_of(server, 3)
        whole = Listener(office.desk)
        whole.wait(lambda x: "hello" in x.kinds)
        first = whole.last
        crew = Crew(office)
        crew.begin()
        parts = [Listener(office.desk, first)]
        for pause in (0.3, 1.0, 0.1, 0.5):
            time.sleep(0.4)
            parts[-1].cut()
            time.sleep(pause)
            parts.append(Listener(office.desk, parts[-1].last))
        crew.end()
        time.sleep(0.5)  # nobody writes any more
        parts[-1].wait(lambda x: x.last == whole.last)
        heard = [e for p in parts for e in p.events]
        numbers = [e["n"] for e in heard]
        assert numbers == list(range(numbers[0], numbers[0] + len(heard)))
        assert heard == whole.events
        assert not any("reset" in p.kinds for p in parts)
        # every acknowledged version of every row, once
        told = [(e["register"], int(e["id"]), e["version"]) for e in heard
                if e["op"] != "clock"]
        assert len(told) == len(set(told))
        for (register, row), version in office.version.items():
            for v in range(1, version + 1):
                assert (register, row, v) in told
        whole.cut()
        parts[-1].cut()
        server.stop()
    finally:
        server.remove()


def change(office, n):
    for _ in range(n):
        a = office.desk.post("/site", office.site)
        assert a.status == 201, a.json


def test_reset_is_told_after_an_overrun_and_after_a_restart():
    server = Server("sqlite", ANWEI_FEED_RING="64")
    try:
        office = office_of(server, 1)
        first = Listener(office.desk)
        first.wait(lambda x: "hello" in x.kinds)
        change(office, 3)
        first.wait(lambda x: len(x.events) == 3)
        first.cut()
        change(office, 70)
        again = Listener(office.desk, first.last)
        again.wait(lambda x: "reset" in x.kinds)
        change(office, 2)
        again.wait(lambda x: len(x.events) == 2)
        assert [e["n"] - first.events[-1]["n"] for e in again.events] == \
            [71, 72]
        again.cut()
        server.stop()
        server.start()
        after = Listener(office.desk, again.last)
        after.wait(lambda x: "reset" in x.kinds)
        change(office, 1)
        after.wait(lambda x: len(x.events) == 1)
        after.cut()
        # a made-up place is no way in either
        for odd in ("0-0", "x", "9" * 400, f"{again.last}-1", "-1"):
            odd = Listener(office.desk, odd)
            odd.wait(lambda x: "reset" in x.kinds)
            odd.cut()
        server.stop()
    finally:
        server.remove()


def test_a_server_that_stops_lets_its_listeners_go():
    server = Server("sqlite")
    try:
        office = office_of(server, 1)
        listeners = [Listener(office.desk) for _ in range(20)]
        for one in listeners:
            one.wait(lambda x: "hello" in x.kinds)
        begun = time.monotonic()
        server.stop()
        assert time.monotonic() - begun < 5
        for one in listeners:
            one.join(5)
            assert not one.is_alive()
    finally:
        server.remove()


def test_signing_out_ends_the_stream():
    server = Server("sqlite")
    try:
        office = office_of(server, 1)
        here, gone = Listener(office.desk), Listener(office.tech)
        for listener in (here, gone):
            listener.wait(lambda x: "hello" in x.kinds)
        assert office.tech.delete("/session").status == 204
        gone.join(10)
        assert not gone.is_alive()
        here.wait(lambda x: "hb" in x.kinds)  # the other one goes on
        here.cut()
        server.stop()
    finally:
        server.remove()
