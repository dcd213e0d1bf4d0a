#!/usr/bin/env python3
"""Measures what the project promises and prints one table.

    tests/bench/run.py            all of it, some minutes
    tests/bench/run.py NAME...    some of it: see --list
    BENCH_FULL=1 ...              a million rows, longer runs

Every figure stands beside its baseline of the same run: this machine, this
hour.  What is missed is printed as missed; the exit code only says whether
everything could be measured.  doc/benchmarks.md says what the figures mean.
"""

import os
import sys
import traceback

import fleet
import intake
import pages
from kit import FULL, KINDS, Postgres, print_table

PAIRS = {"start": pages.bench_start, "create": pages.bench_create,
         "list": pages.bench_list, "intake": intake.bench_intake,
         "panels": fleet.bench_panels, "burst": fleet.bench_burst,
         "signal-search": intake.bench_signals}
BENCHES = {f"{name}-{kind}": (run, kind)
           for name, run in PAIRS.items() for kind in KINDS} | {
    "http": (pages.bench_http,), "feed": (pages.bench_feed,),
    "verify": (pages.bench_verify,)}


def main(argv):
    if argv == ["--list"]:
        print("\n".join(BENCHES))
        return 0
    if any(name not in BENCHES for name in argv):
        sys.exit(__doc__)
    crashed = []
    print(f"{os.cpu_count()} cores, load average "
          f"{' '.join(f'{x:.1f}' for x in os.getloadavg())}, "
          f"{'full sizes' if FULL else 'short runs'}")
    with Postgres():
        for name in argv or BENCHES:
            print(f"== {name}", flush=True)
            try:
                run, *args = BENCHES[name]
                run(*args)
            except Exception:
                traceback.print_exc()
                crashed.append(name)
    print_table()
    print(f"load average at the end "
          f"{' '.join(f'{x:.1f}' for x in os.getloadavg())}")
    if crashed:
        print("could not be measured: " + ", ".join(crashed))
    return 1 if crashed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
