"""Creates, lists, start, memory, the live feed, the journal's proof."""

import re
import sqlite3
import subprocess
import time

from kit import (BUILD, KINDS, ROOT, ROUNDS, SECONDS, FULL, Bench, Server,
                 figure, median, number, sh)

USERS = 16                          # a person may do 1000 calls a second
ROWS_MANY = 1_000_000 if FULL else 100_000
ROWS_FEW = 10_000


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
