#!/usr/bin/env python3
"""The bad days in full: what `make test` only runs a share of.

200 kills on each database, 30 restarts of PostgreSQL, a million rows through
the import, a month of 100 000 clocks.  tests/bench/soak.py follows it in
`make soak`.
"""

import os
import pathlib
import subprocess
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests"))

from run import Postgres  # noqa: E402

TESTS = ("test_kill.py", "test_database_down.py", "test_disk_full.py",
         "test_clock_back.py", "test_two_people.py", "test_hostile.py",
         "test_feed.py", "test_sigterm.py", "test_receiver.py",
         "test_receiver_bad_days.py")


def run(name, words, env):
    begun = time.monotonic()
    print(f"== {name}", flush=True)
    code = subprocess.run(words, cwd=ROOT, env={**os.environ, **env})
    print(f"   {name}: {time.monotonic() - begun:.0f} s", flush=True)
    return code.returncode == 0


def main():
    with Postgres() as url:
        env = {"ANWEI_TEST_PG": url, "ANWEI_SOAK": "1", "ANWEI_TEST_FULL": "1",
               "ANWEI": str(ROOT / "build/asan/anwei"),
               "ANWEI_FAST": str(ROOT / "build/anwei")}
        good = [run("clocks", [ROOT / "build/t_clock"], env)]
        for name in TESTS:
            good.append(run(name, ["/usr/bin/python3", "-m", "pytest", "-q",
                                   f"tests/system/{name}"], env))
    print("bad days: " + ("good" if all(good) else "NOT good"))
    return 0 if all(good) else 1


if __name__ == "__main__":
    sys.exit(main())
