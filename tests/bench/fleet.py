"""Many panels: supervised, and all at once until they stand on the desk."""

import json
import sqlite3
import subprocess
import time

from intake import Intake
from kit import BUILD, FULL, HERE, KINDS, PASSWORD, ROOT, figure, number

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
