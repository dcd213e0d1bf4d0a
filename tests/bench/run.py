#!/usr/bin/env python3
"""Measures what the project promises and prints one table.

    tests/bench/run.py            all of it, some minutes
    tests/bench/run.py NAME...    some of it: see --list
    BENCH_FULL=1 ...              a million rows, longer runs

Every figure stands beside its baseline of the same run: this machine, this
hour.  What is missed is printed as missed; the exit code only says whether
everything could be measured.  doc/benchmarks.md says what the figures mean.
"""

import json
import os
import pathlib
import random
import re
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
import traceback
import urllib.request

ROOT = pathlib.Path(__file__).resolve().parents[2]
HERE = ROOT / "tests" / "bench"
BUILD = ROOT / "build"
os.environ["ANWEI"] = str(BUILD / "anwei")
sys.path.insert(0, str(ROOT / "tests" / "system"))
from server import PASSWORD, Client, Server  # noqa: E402

FULL = os.environ.get("BENCH_FULL", "") not in ("", "0")
SECONDS = 5 if FULL else 3          # of one run of wrk
ROUNDS = 5 if FULL else 3           # the median counts
ROWS_MANY = 1_000_000 if FULL else 100_000
ROWS_FEW = 10_000
USERS = 16                          # a person may do 1000 calls a second
KINDS = {"sqlite": "SQLite", "postgres": "PostgreSQL"}

table = []


def figure(name, ours, baseline="", ratio="", target="", met=None):
    table.append((name, ours, baseline, ratio, target,
                  "" if met is None else "yes" if met else "NO"))
    print("   " + "  ".join(s for s in table[-1] if s), flush=True)


def sh(*words, **more):
    done = subprocess.run([str(w) for w in words], text=True, check=True,
                          stdout=subprocess.PIPE, **more)
    return done.stdout


def number(pattern, text):
    found = re.search(pattern, text, re.M)
    assert found, f"no {pattern} in:\n{text}"
    return float(found.group(1))


def median(values):
    return statistics.median(values)


class Postgres:
    """tests/pg.sh in a folder of its own; server.py makes databases in it."""

    def __enter__(self):
        self.top = tempfile.mkdtemp(prefix="anwei-pg-")
        os.chmod(self.top, 0o755)
        self.sh("start")
        os.environ["ANWEI_TEST_PG"] = self.sh("url").strip()

    def __exit__(self, *_):
        self.sh("remove")
        shutil.rmtree(self.top, ignore_errors=True)

    def sh(self, verb):
        return sh(ROOT / "tests" / "pg.sh", verb, self.top + "/pg")


class Bench(Server):
    """A server of one organisation, with users and their sessions."""

    def __init__(self, kind, users):
        super().__init__(kind)
        self.kind = kind
        self.url = getattr(self, "url", f"sqlite:{self.folder}/data/anwei.db")
        self.run("org", "add", "--name", "示例单位")
        self.logins = [f"bench{i}" for i in range(users)]
        for login in self.logins:
            self.add_user(login, "manager")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.remove()

    def sign_in(self):
        """A line "cookie csrf" per user, for the scripts of wrk."""
        self.sessions = self.folder / "sessions"
        lines = []
        for login in self.logins:
            self.client = Client(self)
            a = self.client.sign_in(login)
            assert a.status == 200, a.json
            lines.append(f"{self.client.cookie} {self.client.csrf}\n")
        self.sessions.write_text("".join(lines))

    def status(self, name):
        """A figure of /proc/PID/status in KiB."""
        text = pathlib.Path(f"/proc/{self.process.pid}/status").read_text()
        return int(number(rf"^{name}:\s+(\d+) kB", text))

    def metrics(self):
        with urllib.request.urlopen(
                f"http://127.0.0.1:{self.port}/metrics") as answer:
            return answer.read().decode()

    def cpu(self):
        text = pathlib.Path(f"/proc/{self.process.pid}/stat").read_text()
        user, system = text.rsplit(")", 1)[1].split()[11:13]
        return (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")

    def wrk(self, script, connections, seconds, *args):
        text = sh("wrk", "-t1", f"-c{connections}", f"-d{seconds}s",
                  "--latency", "-s", HERE / script,
                  f"http://127.0.0.1:{self.port}", "--", *args)
        assert "Non-2xx" not in text, text
        assert "Socket errors" not in text, text
        return text


# ---- creates ----

def raw_rate(raw, group, *more):
    text = sh(BUILD / "b_raw", raw.url, SECONDS, group, *more)
    return number(r"raw +(\d+) creates/s", text)


def group_size(bench):
    """Creates to a commit since the server started."""
    groups, pieces = (number(rf"^anwei_write_{name}_total (\d+)",
                             bench.metrics()) for name in
                      ("groups", "pieces"))
    return max(1, round(pieces / groups))


def create_rate(bench, first):
    begun = bench.cpu()
    text = bench.wrk("create.lua", 64, SECONDS, bench.sessions, first)
    done = number(r"(\d+) requests in", text)
    return number(r"Requests/sec: +([\d.]+)", text), \
        (bench.cpu() - begun) * 1e6 / done, done


def bench_create(kind):
    ours, cpu, raw, full, piped = [], [], [], [], []
    with Bench(kind, USERS) as bench, Bench(kind, 0) as bare, \
            Bench(kind, 0) as bare_piped:
        bench.start()
        bench.sign_in()
        first = 0
        for _ in range(ROUNDS):
            rate, us, done = create_rate(bench, first)
            ours.append(rate)
            cpu.append(us)
            first += int(done) + 1000
            group = group_size(bench)
            raw.append(raw_rate(bare, group))
            full.append(raw_rate(bare, 64))
            if kind == "postgres":
                piped.append(raw_rate(bare_piped, group, "pipeline"))
        bench.stop()
    ratio = median(ours) / median(raw)
    figure(f"creates, 64 clients, {KINDS[kind]}",
           f"{median(ours):.0f}/s ({median(cpu):.0f} us CPU each)",
           f"{median(raw):.0f}/s bare loop, {group} to a commit",
           f"{ratio:.2f}", ">= 0.70",
           ratio >= 0.7)
    figure("  the same beside 64 to a commit", f"{median(ours):.0f}/s",
           f"{median(full):.0f}/s", f"{median(ours) / median(full):.2f}")
    if piped:
        figure("  the same beside a pipelined loop", f"{median(ours):.0f}/s",
               f"{median(piped):.0f}/s",
               f"{median(ours) / median(piped):.2f}")


# ---- lists, start, memory ----

FILTERS = ["kind=camera&state=in_use", "kind=recorder&state=faulty",
           "kind=detector&state=spare", "kind=reader&state=in_use"]


def list_paths(bench):
    """Pages 1, 2, 3 and later ones of each pair of filters."""
    paths = []
    for filters in FILTERS:
        path = f"/device?{filters}&sort=number&limit=50"
        after = ""
        for page in range(12):
            a = bench.client.get(path + after)
            assert a.status == 200, a.json
            assert page > 0 or len(a.json["items"]) > 0, path
            paths.append("/api/v1" + path + after)
            if not a.json["next"]:
                break
            after = "&after=" + a.json["next"]
    name = bench.folder / "paths"
    name.write_text("\n".join(paths) + "\n")
    return name


def milliseconds(text, share):
    found = re.search(rf"^ +{share}% +([\d.]+)(us|ms|s)$", text, re.M)
    return float(found.group(1)) * {"us": 1e-3, "ms": 1, "s": 1e3}[
        found.group(2)]


def list_times(bench, connections):
    """Medians of p50 and p99 over the rounds."""
    paths = list_paths(bench)
    p50, p99 = [], []
    bench.wrk("list.lua", connections, 1, paths, bench.sessions)
    for _ in range(ROUNDS):
        text = bench.wrk("list.lua", connections, SECONDS, paths,
                         bench.sessions)
        p50.append(milliseconds(text, 50))
        p99.append(milliseconds(text, 99))
    return median(p50), median(p99)


def start_seconds(bench):
    """From exec to the line "ready" in the log; the median of some."""
    took = []
    for _ in range(ROUNDS):
        begun = time.monotonic()
        bench.start()
        took.append(time.monotonic() - begun)
        if _ < ROUNDS - 1:
            bench.stop()
    return median(took)


def list_one(kind, rows):
    with Bench(kind, 8) as bench:
        print(sh(BUILD / "b_fill", bench.url, rows), end="", flush=True)
        out = {"start": start_seconds(bench)}
        bench.sign_in()
        time.sleep(1)
        out["idle"] = bench.status("VmRSS") / 1024
        for connections in (1, 8):
            out[connections] = list_times(bench, connections)
        out["most"] = bench.status("VmHWM") / 1024
        bench.stop()
    return out


def bench_list(kind):
    few, many = list_one(kind, ROWS_FEW), list_one(kind, ROWS_MANY)
    name, size = KINDS[kind], f"{ROWS_MANY:_}".replace("_", " ")
    for connections in (1, 8):
        a, b = few[connections], many[connections]
        who = "1 client" if connections == 1 else "8 clients"
        figure(f"list of {size}, {who}, {name}, p99", f"{b[1]:.2f} ms",
               f"{a[1]:.2f} ms at 10 000", f"{b[1] / a[1]:.2f}",
               "< 10 ms, <= 2x", b[1] < 10 and b[1] <= 2 * a[1])
        figure("  p50", f"{b[0]:.2f} ms", f"{a[0]:.2f} ms at 10 000",
               f"{b[0] / a[0]:.2f}")
    figure(f"start to ready, {size} rows, {name}",
           f"{many['start']:.2f} s", target="< 1 s", met=many["start"] < 1)
    figure(f"memory idle, {size} rows, {name}", f"{many['idle']:.0f} MiB",
           target="< 40 MiB", met=many["idle"] < 40)
    figure(f"memory most under the list load, {name}",
           f"{many['most']:.0f} MiB", target="< 150 MiB",
           met=many["most"] < 150)


def schema_text(kind):
    other = ".pg.sql" if kind == "sqlite" else ".sqlite.sql"
    return "".join(f.read_text() for f in
                   sorted((ROOT / "sql" / "schema").glob("*.sql"))
                   if not f.name.endswith(other))


def schema_seconds(kind):
    """The bare database makes the same schema, in one transaction."""
    with Bench(kind, 0) as bench:
        if kind == "sqlite":
            db = sqlite3.connect(bench.folder / "bare.db")
            db.executescript("PRAGMA journal_mode = WAL")
            begun = time.monotonic()
            db.executescript("BEGIN;" + schema_text(kind) + "COMMIT;")
            return time.monotonic() - begun
        text = bench.folder / "schema.sql"
        text.write_text("CREATE SCHEMA bare; SET search_path = bare;"
                        + schema_text(kind))
        begun = time.monotonic()
        sh("psql", "-q", "-1", bench.url, "-f", text)
        return time.monotonic() - begun


def bench_start(kind):
    new, empty, bare = [], [], []
    for _ in range(ROUNDS):
        bench = Server(kind)
        for took in (new, empty):
            begun = time.monotonic()
            bench.start()
            took.append(time.monotonic() - begun)
            bench.stop()
        bench.remove()
        bare.append(schema_seconds(kind))
    figure(f"start to ready, empty database, {KINDS[kind]}",
           f"{median(empty):.2f} s", target="< 0.3 s", met=median(empty) < 0.3)
    figure(f"  no schema yet, {KINDS[kind]}", f"{median(new):.2f} s",
           f"{median(bare):.2f} s the schema alone",
           f"{median(new) / median(bare):.2f}")


# ---- what the programs in C measure ----

def bench_http():
    text = sh(BUILD / "b_http")
    for name in ("health", "static"):
        line = re.search(rf"^{name} .*$", text, re.M).group(0)
        ratio = number(r"ratio ([\d.]+)", line)
        ours = re.search(r"ours (\S+ \S+ us)", line).group(1)
        theirs = re.search(r"library (\S+ \S+ us)", line).group(1)
        figure(f"{name} answer", ours, f"{theirs} library's example",
               f"{ratio:.2f}", ">= 0.70", ratio >= 0.7)


def bench_feed():
    text = sh(BUILD / "b_feed")
    share = number(r"\(([\d.]+) of a core\)", text)
    late = re.search(r"late (.*most);", text).group(1)
    figure("feed, 2000 listeners, 50 events/s", f"{share:.2f} of a core",
           target="<= 1", met=share <= 1)
    each = number(r"([\d.]+) KiB a listener", text)
    figure("  lateness; memory of a listener", f"{late}; {each:.1f} KiB")


def bench_verify():
    done = subprocess.run([BUILD / "b_verify", str(ROWS_MANY)], text=True,
                          stdout=subprocess.PIPE)
    assert done.returncode in (0, 1), done.stdout
    ratio, ours, raw = (number(rf"^{name} +([\d.]+)", done.stdout)
                        for name in ("ratio", "verify", "raw SM3"))
    figure(f"verify of {ROWS_MANY:_} journal rows".replace("_", " "),
           f"{ours:.2f} s", f"{raw:.2f} s raw SM3", f"{ratio:.2f}",
           ">= 0.50", ratio >= 0.5)


# ---- intake ----

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


# ---- many panels ----

MANY_UDP, MANY_TCP = (100_000, 15_000) if FULL else (2_000, 200)
BEAT_S = 30 if FULL else 5
MANY_S = 180 if FULL else 30        # more than interval, tolerance and wait
BURST, BURST_S = (50_000, 10) if FULL else (1_000, 2)
ACCOUNT = 0x100000
SITE_PANELS = 10


class Fleet(Intake):
    """The intake with n panels more, ten to a site, the last `alone` of them
    one to a site, copied by SQL from one that went through its form."""

    def __init__(self, kind, n, alone=0):
        super().__init__(kind)
        self.stop()
        self.fill(n, alone)
        self.env.update(ANWEI_SUPERVISION_TOLERANCE_MIN_S=str(BEAT_S),
                        ANWEI_WEB_DIR=str(ROOT / "web" / "dist"))
        seen = self.log.stat().st_size
        begun = time.perf_counter()
        self.start()
        self.start_s = time.perf_counter() - begun
        self.sign_in()
        self.panels_port = int(number(r'"listen","text":"port=(\d+)',
                                      self.log.read_text()[seen:]))

    def sql(self, text):
        if self.database:
            return self._psql(self.url, text).split("\n")[0]
        with sqlite3.connect(self.url.removeprefix("sqlite:"),
                             timeout=30) as db:
            row = db.execute(text).fetchone()
        db.close()
        return "" if row is None else str(row[0])

    def fill(self, n, alone):
        series = ("generate_series(1, %d) AS s(n)" if self.database else
                  "(WITH RECURSIVE up(n) AS (SELECT 1 UNION ALL SELECT n + 1 "
                  "FROM up WHERE n < %d) SELECT n FROM up) AS s")
        hexed = (f"upper(to_hex({ACCOUNT - 1} + s.n))" if self.database else
                 f"printf('%X', {ACCOUNT - 1} + s.n)")
        common = "org, version, created_ms, changed_ms"
        of = "t.org, 1, t.created_ms, t.changed_ms"
        first = "(SELECT id FROM %s ORDER BY id LIMIT 1)"
        site, panel = first % "site", first % "panel"
        shared = n // SITE_PANELS + 1
        self.sql(f"""INSERT INTO site (id, {common}, number, name, customer,
            kind, level, address) SELECT t.id + s.n, {of}, 'X' || s.n,
            'X' || s.n, t.customer, t.kind, t.level, t.address
            FROM site t, {series % (shared + alone)}
            WHERE t.id = {site}""")
        self.sql(f"""INSERT INTO panel (id, {common}, number, name, site,
            state, protocol, account, receiver_line, format, encryption,
            paths, interval_ip_s, standby_h) SELECT t.id + 1000 + s.n, {of},
            'X' || s.n, 'X' || s.n, {site} + CASE WHEN s.n > {n - alone}
            THEN {shared} + s.n - {n - alone} ELSE s.n / {SITE_PANELS} + 1 END,
            'live', 'dc09', {hexed}, 'R1L1', 'sia', 'none', 'ip', {BEAT_S},
            t.standby_h FROM panel t, {series % n} WHERE t.id = {panel}""")

    def play(self, length_s, groups, actions):
        path, report = self.folder / "scenario", self.folder / "report"
        path.write_text(json.dumps({"length_s": length_s, "groups": groups,
                                    "actions": actions}))
        return subprocess.Popen(
            [BUILD / "anwei", "panel", "--scenario", path, "--to",
             f"127.0.0.1:{self.panels_port}", "--report", report],
            stdout=subprocess.DEVNULL), report


def bench_panels(kind):
    groups = [{"name": "udp", "count": MANY_UDP, "account": f"{ACCOUNT:X}",
               "line": "R1L1", "transport": "udp", "heartbeat_s": BEAT_S},
              {"name": "tcp", "count": MANY_TCP,
               "account": f"{ACCOUNT + MANY_UDP:X}", "line": "R1L1",
               "heartbeat_s": BEAT_S}]
    with Fleet(kind, MANY_UDP + MANY_TCP) as bench:
        run, report = bench.play(MANY_S, groups, [])
        time.sleep(MANY_S / 3)      # connections are up, states are written
        begun, before = time.perf_counter(), bench.cpu()
        time.sleep(MANY_S / 2)
        share = (bench.cpu() - before) / (time.perf_counter() - begun)
        assert run.wait() == 0
        told = json.loads(report.read_text())
        false = int(bench.sql("SELECT COUNT(*) FROM signal "
                              "WHERE source = 'own'"))
        most = bench.status("VmHWM") / 1024
        bench.stop()
    what = f"{MANY_UDP} panels over UDP, {MANY_TCP} over TCP, one heartbeat " \
           f"each {BEAT_S} s, {KINDS[kind]}"
    figure(what, f"{share:.2f} core", "", "", "< 0.25", share < 0.25)
    figure("  memory at most", f"{most:.0f} MiB", "", "", "< 600 MiB",
           most < 600)
    figure("  paths told as lost, heartbeats lost",
           f"{false}, {told['heartbeats']['lost']} of "
           f"{told['heartbeats']['messages']}", "", "", "0",
           false == 0 and told["heartbeats"]["lost"] == 0)
    figure("  heartbeat to ACK, p99",
           f"{told['heartbeats']['p99_us'] / 1000:.1f} ms")
    figure("  start with all of them", f"{bench.start_s:.1f} s")


def raised(bench):
    """Every priority's cursor stands behind the newest signal of it."""
    return bench.sql("""SELECT COUNT(*) FROM
        (SELECT priority, MAX(id) AS newest FROM signal GROUP BY priority) s
        LEFT JOIN signal_cursor c ON c.priority = s.priority
        WHERE c.upto IS NULL OR c.upto < s.newest""") == "0"


class Desk:
    """The alarm desk in a browser: when a row could first be seen."""

    def __init__(self, bench):
        self.out = bench.folder / "seen.json"
        self.node = subprocess.Popen(
            ["node", HERE / "p1.mjs", f"http://127.0.0.1:{bench.port}",
             bench.logins[0], PASSWORD, self.out], stdin=subprocess.PIPE,
            stdout=subprocess.PIPE, text=True)
        self.ready = self.node.stdout.readline() == "ready\n"

    def seen(self):
        if not self.ready:
            return None
        self.node.stdin.close()
        assert self.node.wait(60) == 0
        return json.loads(self.out.read_text())


def seen_late(bench, seen):
    """Milliseconds from the receipt of each P1 to its sight; None: unseen."""
    text = bench.sql("""SELECT group_concat(x) FROM (SELECT f.alarm || ':' ||
        MIN(s.received_ms) AS x FROM signal s JOIN signal_fate f ON f.signal =
        s.id WHERE s.priority = 1 AND f.fate = 'raised' GROUP BY f.alarm) t"""
                     if not bench.database else
                     """SELECT string_agg(x, ',') FROM (SELECT f.alarm || ':'
        || MIN(s.received_ms) AS x FROM signal s JOIN signal_fate f ON
        f.signal = s.id WHERE s.priority = 1 AND f.fate = 'raised' GROUP BY
        f.alarm) t""")
    pairs = [word.split(":") for word in text.split(",") if word]
    return [seen[alarm] - int(at) if alarm in seen else None
            for alarm, at in pairs]


def bench_burst(kind):
    groups = [{"name": "g", "count": BURST, "account": f"{ACCOUNT:X}",
               "line": "R1L1", "transport": "udp"},
              {"name": "p1", "count": 20, "account": f"{ACCOUNT + BURST:X}",
               "line": "R1L1", "transport": "udp"}]
    actions = [{"do": "burglary", "group": "g", "at_s": 1, "in_s": BURST_S},
               {"do": "holdup", "group": "p1", "at_s": 1, "in_s": BURST_S}]
    with Fleet(kind, BURST + 20, alone=20) as bench:
        desk = Desk(bench)
        run, report = bench.play(BURST_S + 2, groups, actions)
        assert run.wait() == 0
        ended = time.perf_counter()
        while not raised(bench) and time.perf_counter() - ended < 300:
            time.sleep(0.2)
        late = time.perf_counter() - ended
        told = json.loads(report.read_text())["events"]
        rows, twice = (int(bench.sql(text)) for text in (
            "SELECT COUNT(*) FROM signal WHERE source = 'dc09'",
            "SELECT COUNT(*) FROM (SELECT panel FROM signal WHERE source = "
            "'dc09' GROUP BY panel HAVING COUNT(*) > 1) t"))
        waits = bench.sql("""SELECT MAX(f.at_ms - s.received_ms)
            FROM signal s JOIN signal_fate f ON f.signal = s.id
            WHERE s.priority = 1 AND s.source = 'dc09'""")
        good = raised(bench)
        page = desk.seen() or {"seen": {}, "keys_ms": 1e9, "long_ms": 1e9}
        late_ms = seen_late(bench, page["seen"])
        open_now = bench.sql("SELECT COUNT(*) FROM alarm WHERE state = 'new'")
        bench.stop()
    sent = BURST + 20
    figure(f"{BURST} alarms in {BURST_S} s from as many panels, {KINDS[kind]}",
           f"{told['acked']} acknowledged, {rows} rows, {twice} twice",
           f"{sent} sent", "", "none lost, none twice",
           told["acked"] == rows == sent and twice == 0)
    figure("  frame to ACK, p99, most",
           f"{told['p99_us'] / 1000:.0f} ms, {told['max_us'] / 1000:.0f} ms")
    figure("  all raised after the end of it",
           f"{late:.1f} s" if good else "not within 300 s")
    figure("  P1 received to raised, at most",
           f"{waits} ms" if waits else "none raised", "", "", "< 1000 ms",
           bool(waits) and int(waits) < 1000)
    all_seen = bool(late_ms) and None not in late_ms
    figure("  P1 received to seen in the browser, at most",
           f"{max(late_ms):.0f} ms of {len(late_ms)}" if all_seen else
           f"{late_ms.count(None)} of {len(late_ms)} not seen", "", "",
           "< 1000 ms", all_seen and max(late_ms) < 1000)
    figure(f"  a key on the desk with {open_now} open, the slowest of ten",
           f"{page['keys_ms']:.0f} ms; longest task before "
           f"{page['long_ms']:.0f} ms", "", "", "< 200 ms",
           page["keys_ms"] < 200)


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


BENCHES = {f"{name}-{kind}": (run, kind)
           for name, run in (("start", bench_start), ("create", bench_create),
                             ("list", bench_list), ("intake", bench_intake),
                             ("panels", bench_panels),
                             ("burst", bench_burst),
                             ("signal-search", bench_signals))
           for kind in KINDS} | {
    "http": (bench_http,), "feed": (bench_feed,), "verify": (bench_verify,)}


def width(text):
    """Columns on a screen: Chinese characters take two."""
    return sum(2 if ord(c) > 0x2e80 else 1 for c in text)


def print_table():
    head = ("figure", "ours", "baseline", "ratio", "target", "met")
    rows = [head] + table
    widths = [max(width(r[i]) for r in rows) for i in range(len(head))]
    print()
    for row in rows:
        print("  ".join(c + " " * (w - width(c))
                        for c, w in zip(row, widths)).rstrip())


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
