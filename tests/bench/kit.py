"""What all benchmarks share: the table of figures, a server, its load."""

import os
import pathlib
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import urllib.request

ROOT = pathlib.Path(__file__).resolve().parents[2]
HERE = ROOT / "tests" / "bench"
BUILD = ROOT / "build"
os.environ["ANWEI"] = str(BUILD / "anwei")
sys.path.insert(0, str(ROOT / "tests" / "system"))
from server import PASSWORD, Client, Server  # noqa: E402, F401

FULL = os.environ.get("BENCH_FULL", "") not in ("", "0")
SECONDS = 5 if FULL else 3          # of one run of wrk
ROUNDS = 5 if FULL else 3           # the median counts
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
