#!/usr/bin/env python3
"""Hours of mixed load on one server: does it stay as it began?

    HOURS=8 make soak          SQLite; with ANWEI_TEST_PG set, PostgreSQL

Clients create, read, list, change and read the history.  Every minute one
line: requests, failures, memory, size of the data.  At the end the journal
is verified.  Fails on any wrong answer and when memory in the last quarter is
more than a fifth above that of the second quarter.
"""

import os
import pathlib
import sys
import threading
import time
import uuid

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests/system"))
os.environ.setdefault("ANWEI", str(ROOT / "build/anwei"))

from rows import Rows  # noqa: E402
from server import Client, Server  # noqa: E402

SECONDS = float(os.environ.get("HOURS", "1")) * 3600
CLIENTS = int(os.environ.get("CLIENTS", "4"))


class Work:
    def __init__(self, server):
        self.server, self.stop = server, threading.Event()
        self.done, self.bad = 0, []

    def want(self, status, answer):
        self.done += 1
        if answer.status != status:
            self.bad.append((status, answer.status, answer.json))

    def run(self):
        client = Client(self.server)
        self.want(200, client.sign_in("boss"))
        rows, begun = Rows(client), time.monotonic()
        while not self.stop.is_set():
            if time.monotonic() - begun > 600:  # as people do
                self.want(204, client.delete("/session"))
                client.cookie = client.csrf = None
                self.want(200, client.sign_in("boss"))
                begun = time.monotonic()
            self.turn(client, rows)

    def turn(self, client, rows):
        body = {**rows.body("supplier"), "name": uuid.uuid4().hex}
        made = client.post("/supplier", body)
        self.want(201, made)
        if made.status != 201:
            return
        path = f"/supplier/{made.json['id']}"
        self.want(200, client.get(path))
        self.want(200, client.call("PATCH", path, {"note": "soak"},
                                   {"If-Match": f'"{made.json["version"]}"'}))
        self.want(412, client.call("PATCH", path, {"note": "late"},
                                   {"If-Match": f'"{made.json["version"]}"'}))
        self.want(200, client.get("/supplier?limit=50&sort=-number"))
        self.want(200, client.get(path + "/journal"))


def resident_kib(pid):
    for line in open(f"/proc/{pid}/status"):
        if line.startswith("VmRSS"):
            return int(line.split()[1])
    return 0


def size_mib(folder):
    return sum(p.stat().st_size for p in folder.rglob("*")
               if p.is_file()) >> 20


def average(values):
    return sum(values) / len(values)


def watch(server, work):
    """One line a minute; the memory of each."""
    seen, end = [], time.monotonic() + SECONDS
    step = min(60, SECONDS / 8)
    while time.monotonic() < end and not work.bad:
        time.sleep(step)
        seen.append(resident_kib(server.process.pid))
        print(f"{work.done} requests, {len(work.bad)} wrong, "
              f"{seen[-1] >> 10} MiB, data "
              f"{size_mib(server.folder / 'data')} MiB", flush=True)
    return seen


def main():
    server = Server("postgres" if "ANWEI_TEST_PG" in os.environ else "sqlite")
    try:
        server.run("org", "add", "--name", "Soak")
        server.add_user("boss", "manager")
        server.start()
        work = Work(server)
        threads = [threading.Thread(target=work.run) for _ in range(CLIENTS)]
        for t in threads:
            t.start()
        seen = watch(server, work)
        work.stop.set()
        for t in threads:
            t.join()
        server.stop()
        verdict = server.run("verify")
    finally:
        server.remove()
    quarter = max(1, len(seen) // 4)
    before, after = average(seen[quarter:2 * quarter] or seen), \
        average(seen[-quarter:])
    print(verdict.strip())
    print(f"memory {before / 1024:.0f} -> {after / 1024:.0f} MiB")
    for wrong in work.bad[:5]:
        print("wanted %s, got %s: %s" % wrong)
    good = not work.bad and after <= 1.2 * before
    print("soak: " + ("good" if good else "NOT good"))
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
