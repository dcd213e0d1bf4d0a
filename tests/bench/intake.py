"""The receiver: acknowledgements, their time, the search of signals."""

import os
import pathlib
import random
import time

from kit import (BUILD, FULL, KINDS, ROUNDS, SECONDS, Bench, figure, median,
                 number, sh)

PANELS = 256


class Intake(Bench):
    """A receiver with panels 000001 to 000100 (hexadecimal)."""

    def __init__(self, kind):
        super().__init__(kind, 1)
        self.env.update(ANWEI_RECEIVER_LISTEN="127.0.0.1:0",
                        ANWEI_RECEIVER_PER_ADDRESS_MAX="100000")
        self.start()
        self.sign_in()
        site = self.made("site", name="S", kind="bank", level="ordinary",
                         address="1 Way", customer=self.made(
                             "customer", name="A", category="bank",
                             key_unit="none"))
        for i in range(1, PANELS + 1):
            self.made("panel", name=f"P{i}", site=site, state="live",
                      protocol="dc09", account=f"{i:06X}",
                      receiver_line="L0", format="cid", encryption="none",
                      paths=["ip"], standby_h=80)
        self.panels_port = int(number(r'"listen","text":"port=(\d+)',
                                      self.log.read_text()))
        time.sleep(1.5)

    def made(self, reg, **fields):
        a = self.client.post(f"/{reg}", fields)
        assert a.status == 201, a.json
        return a.json["id"]

    def load(self, over, rate=0):
        return sh(BUILD / "b_panels", over, self.panels_port, SECONDS,
                  PANELS, *([rate] if rate else []))

    def stream(self):
        """(commits, signals) since the start."""
        text = self.metrics()
        return [number(rf"^anwei_stream_{name}_total (\d+)", text)
                for name in ("groups", "rows")]


def fsync_ms(folder):
    """The median of small appends, each made durable."""
    times = []
    with open(pathlib.Path(folder) / "fsync", "wb") as f:
        for _ in range(100):
            f.write(b"x" * 4096)
            f.flush()
            begun = time.perf_counter()
            os.fdatasync(f.fileno())
            times.append(time.perf_counter() - begun)
    return median(times) * 1000


def intake_rate(bench, over):
    """(acknowledged a second, CPU us each, signals to a commit)"""
    begun, before = bench.cpu(), bench.stream()
    rate = number(r"panels +(\d+) acked/s", bench.load(over))
    groups, rows = (b - a for a, b in zip(before, bench.stream()))
    return rate, (bench.cpu() - begun) * 1e6 / rows, round(rows / groups)


def bench_intake(kind):
    ours, cpu, raw, waits = [], [], [], []
    with Intake(kind) as bench, Bench(kind, 0) as bare:
        for _ in range(ROUNDS):
            rate, us, group = intake_rate(bench, "tcp")
            ours.append(rate)
            cpu.append(us)
            raw.append(number(r"raw +(\d+) signals/s", sh(
                BUILD / "b_signal_raw", bare.url, SECONDS, group)))
        udp = intake_rate(bench, "udp")[0]
        disk = fsync_ms(bench.folder)
        for _ in range(ROUNDS):
            text = bench.load("tcp", int(median(ours) / 2))
            waits.append(number(r"p99 ([\d.]+) ms", text))
        bench.stop()
    ratio = median(ours) / median(raw)
    figure(f"alarms acknowledged, {PANELS} panels, {KINDS[kind]}",
           f"{median(ours):.0f}/s ({median(cpu):.0f} us CPU each)",
           f"{median(raw):.0f}/s bare loop, {group} to a commit",
           f"{ratio:.2f}", ">= 0.80", ratio >= 0.8)
    figure("  the same over UDP", f"{udp:.0f}/s")
    limit = 3 * disk + 5
    figure("  frame to ACK at half of it, p99", f"{median(waits):.1f} ms",
           f"fsync {disk:.2f} ms", "", f"< {limit:.1f} ms",
           median(waits) < limit)


# ---- the search among many signals ----

SIGNALS = 10_000_000 if FULL else 200_000
SIGNAL_DAYS = 90
DAY_MS = 86_400_000


def search_times(client, to_ms, asked):
    """Milliseconds of first pages: account and a week, at random."""
    times = []
    for i in range(asked):
        account = f"A{random.randrange(1000)}"
        end = to_ms - random.randrange((SIGNAL_DAYS - 7) * DAY_MS)
        began = time.perf_counter()
        a = client.get(f"/signal?account={account}&from={end - 7 * DAY_MS}"
                       f"&to={end}&limit=50")
        times.append((time.perf_counter() - began) * 1000)
        assert a.status == 200 and a.json["items"], (account, a.json)
    return sorted(times)


def bench_signals(kind):
    to_ms = int(time.time() * 1000)
    with Bench(kind, 1) as bench:
        sh(BUILD / "b_signals", bench.url, SIGNALS, to_ms, SIGNAL_DAYS)
        bench.start()
        bench.sign_in()
        search_times(bench.client, to_ms, 50)
        times = search_times(bench.client, to_ms, 1000 if FULL else 300)
        bench.stop()
    size = f"{SIGNALS:_}".replace("_", " ")
    p99 = times[len(times) * 99 // 100]
    figure(f"signals of an account and a week among {size}, "
           f"{KINDS[kind]}, first page p99", f"{p99:.2f} ms", "", "",
           "< 20 ms", p99 < 20)
    figure("  p50", f"{median(times):.2f} ms")
