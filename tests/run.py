#!/usr/bin/env python3
"""Runs every ring of tests and says what each took.

    tests/run.py                all stages
    tests/run.py --only NAME    one of them
    tests/run.py --list

The last line is "N passed, N failed", summed over the runners; a stage that
ran nothing has failed.  Their full output is kept in build/log/.

Beside the seconds stand those of the processors: on a machine that does other
things as well they say more.  (PostgreSQL's own are not in them.)
"""

import concurrent.futures
import os
import pathlib
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
LOG = ROOT / "build" / "log"
JOBS = os.environ.get("JOBS", "2")
AT_ONCE = str(int(JOBS) + 1)  # unit tests also wait
FUZZ_SECONDS = int(os.environ.get("SECONDS_EACH", "30"))
# A unit test belongs into the ThreadSanitizer build when it says one of these.
THREADED = re.compile(r"pthread_create|thread_start|http_open|web_start|journal_verify|lane_|stream_open|net_open|directory_open|receiver_open|raiser_open|supervise_open|journal_sealer|feed_")


class Result:
    def __init__(self, passed=0, failed=0, skipped=0, note=""):
        self.passed, self.failed = passed, failed
        self.skipped, self.note = skipped, note

    def add(self, other):
        self.passed += other.passed
        self.failed += other.failed
        self.skipped += other.skipped
        self.note = " ".join(n for n in (self.note, other.note) if n)


def sh(log, *words, cwd=ROOT, env=None, timeout=1500):
    """Runs a command; its output goes to build/log/<log> too."""
    LOG.mkdir(parents=True, exist_ok=True)
    try:
        p = subprocess.run(words, cwd=cwd, text=True, errors="replace",
                           env={**os.environ, **(env or {})},
                           stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                           timeout=timeout)
        code, text = p.returncode, p.stdout
    except subprocess.TimeoutExpired as e:
        out = e.stdout or b""
        text = out if isinstance(out, str) else out.decode(errors="replace")
        code, text = -1, text + f"\ntimed out after {timeout} s\n"
    text = re.sub(r"\x1b\[[0-9;]*[A-Za-z]", "", text)
    with open(LOG / f"{log}.log", "a") as f:
        f.write(f"$ {' '.join(map(str, words))}\n{text}\n")
    return code, text


def tell(text, lines=40):
    """The end of what a failed runner said."""
    print("\n".join("    " + s for s in text.splitlines()[-lines:]))


def one(log, *words, **more):
    """A command that passes or fails as a whole."""
    code, text = sh(log, *words, **more)
    if code != 0:
        tell(text)
    return Result(int(code == 0), int(code != 0))


def build(name, *options, targets=("all",)):
    """Configures and builds build/<name>; None when that went well."""
    folder = ROOT / "build" / name if name else ROOT / "build"
    for words in (["cmake", "-G", "Ninja", "-S", ROOT, "-B", folder, *options],
                  ["cmake", "--build", folder, "-j", JOBS, "--target", *targets]):
        code, text = sh(f"build-{name or 'release'}", *words)
        if code != 0:
            tell(text)
            return Result(0, 1, note="does not build")
    return None


def release():
    return build("", "-DCMAKE_BUILD_TYPE=RelWithDebInfo", targets=["anwei"])


def count_ctest(text):
    """cmocka tests one by one; other programs count as one each."""
    result = Result()
    for m in re.finditer(r"^ *\d+/\d+ +Test +#(\d+): +(\S+) .*?"
                         r"(Passed|Failed|\*\*\*\w[\w ]*)", text, re.M):
        number, name, verdict = m.groups()
        if name in ("pg_start", "pg_stop") and verdict == "Passed":
            continue
        own = re.findall(rf"^{number}: (.*)$", text, re.M)
        good = sum("[       OK ]" in s for s in own)
        bad = {s.split("]")[1].strip() for s in own if "[  FAILED  ]" in s}
        bad |= {s.split("]")[1].strip() for s in own if "[  ERROR   ]" in s}
        bad = {s for s in bad if s and not s.endswith("listed below:")
               and not s.startswith("---")}
        skipped = sum("[  SKIPPED ]" in s and "test(s)" not in s
                      for s in own) // 2
        result.skipped += skipped
        if verdict == "Passed":
            result.passed += good or (0 if skipped else 1)
        else:
            result.passed += good
            result.failed += len(bad) or 1
            print(f"    {name}: {verdict}")
            tell("\n".join(own), 25)
    return result


def ctest(log, folder, *options, env=None):
    code, text = sh(log, "ctest", "--test-dir", ROOT / "build" / folder,
                    "--verbose", "--timeout", "300", "-j", AT_ONCE, *options,
                    env=env)
    result = count_ctest(text)
    if "ANWEI_TEST_PG is not set" in text:
        result.add(Result(failed=1, note="a test had no PostgreSQL"))
    if code != 0 and result.failed == 0:
        tell(text)
        result.failed = 1
    return result


def count_words(text, pattern):
    """"12 passed, 1 failed" in the last line that matches."""
    lines = [s for s in text.splitlines() if re.search(pattern, s)]
    if not lines:
        return Result()
    def number(word):
        m = re.search(rf"(\d+) {word}", lines[-1])
        return int(m.group(1)) if m else 0
    return Result(number("passed"), number("failed") + number("error"),
                  number("skipped"))


def counted(log, pattern, *words, **more):
    code, text = sh(log, *words, **more)
    result = count_words(text, pattern)
    if code != 0:
        tell(text)
        result.failed = result.failed or 1
    return result


class Postgres:
    """tests/pg.sh in a folder of its own; a unix socket's path is short."""

    def __enter__(self):
        self.top = tempfile.mkdtemp(prefix="anwei-pg-")
        os.chmod(self.top, 0o755)
        self.dir = self.top + "/pg"
        self.sh("start")
        return self.sh("url").strip()

    def __exit__(self, *_):
        self.sh("remove")
        shutil.rmtree(self.top, ignore_errors=True)

    def sh(self, verb):
        return subprocess.run([ROOT / "tests" / "pg.sh", verb, self.dir],
                              check=True, text=True, cwd=ROOT,
                              env={**os.environ, "PG_PLACE": "memory"},
                              stdout=subprocess.PIPE).stdout


def stage_unit():
    bad = build("asan", "-DSANITIZE=address")
    if bad:
        return bad
    return ctest("unit", "asan")  # its fixture starts PostgreSQL


def stage_threads():
    names = [p.stem for p in sorted((ROOT / "tests/unit").glob("t_*.c"))
             if THREADED.search(p.read_text())]
    if not names:
        return Result(note="no threaded tests")
    bad = build("tsan", "-DSANITIZE=thread", targets=names)
    if bad:
        return bad
    return ctest("threads", "tsan", "-R", f"^({'|'.join(names)})$")


def fuzz_one(name):
    with tempfile.TemporaryDirectory() as fresh:
        code, text = sh(f"fuzz-{name}", ROOT / "build/fuzz" / name,
                        f"-max_total_time={FUZZ_SECONDS}", "-timeout=20",
                        "-rss_limit_mb=2048", "-print_final_stats=1",
                        f"-artifact_prefix={LOG}/{name}-", fresh,
                        ROOT / "tests/fuzz/corpus" / name)
    runs = re.search(r"^Done (\d+) runs", text, re.M)
    if code != 0 or not runs:
        tell(text)
        return Result(0, 1)
    return Result(1, note=f"{name}:{int(runs.group(1)) // 1000}k")


def stage_fuzz():
    bad = build("fuzz", "-DFUZZ=ON", "-DSANITIZE=address",
                "-DCMAKE_C_COMPILER=clang-14", targets=["fuzzers"])
    if bad:
        return bad
    names = [p.stem for p in sorted((ROOT / "tests/fuzz").glob("f_*.c"))]
    result = Result()
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        for r in pool.map(fuzz_one, names):
            result.add(r)
    return result


def system_one(path, url):
    return counted(f"system-{path.stem}", r"\d+ (passed|failed|error).* in ",
                   "/usr/bin/python3", "-m", "pytest", "-q", path,
                   env={"ANWEI_TEST_PG": url,
                        "ANWEI": str(ROOT / "build/asan/anwei"),
                        "ANWEI_FAST": str(ROOT / "build/anwei")})


def stage_system():
    """Two files at a time; each has its own servers."""
    bad = release() or build("asan", "-DSANITIZE=address", targets=["anwei"])
    if bad:
        return bad
    result = Result()
    files = sorted((ROOT / "tests/system").glob("test_*.py"))
    with Postgres() as url, \
            concurrent.futures.ThreadPoolExecutor(int(JOBS)) as pool:
        for r in pool.map(lambda path: system_one(path, url), files):
            result.add(r)
    return result


def stage_web():
    result = Result()
    for name in ("lint", "types", "build"):
        result.add(one(f"web-{name}", "npm", "run", "--silent", name,
                       cwd=ROOT / "web"))
    result.add(counted("web-unit", r"^\s*Tests\s", "npm", "run", "--silent",
                       "unit", cwd=ROOT / "web"))
    return result


def stage_drift():
    return release() or one("drift", ROOT / "tests" / "drift.py",
                            ROOT / "build" / "anwei")


def stage_browser():
    bad = release()
    if bad:
        return bad
    return counted("browser", r"^\s*Tests\s", "npm", "run", "--silent", "e2e",
                   cwd=ROOT / "web",
                   env={"ANWEI": str(ROOT / "build/anwei")})


def stage_layout():
    fmt = shutil.which("clang-format-14") or "clang-format"
    files = subprocess.run(["git", "ls-files", "src/*.[ch]", "tests/*.[ch]"],
                           cwd=ROOT, text=True, check=True,
                           stdout=subprocess.PIPE).stdout.split()
    return one("layout", fmt, "--dry-run", "-Werror", *files)


def stage_budget():
    return one("budget", ROOT / "tests" / "budget.py")


def stage_layers():
    return one("layers", ROOT / "tests" / "layers.py")


# name, what must be there for it, run
STAGES = [
    ("layers", "src", stage_layers),
    ("budget", "src", stage_budget),
    ("layout", "src", stage_layout),
    ("unit", "tests/unit", stage_unit),
    ("threads", "tests/unit", stage_threads),
    ("fuzz", "tests/fuzz", stage_fuzz),
    ("web", "web/package.json", stage_web),
    ("drift", "web/package.json", stage_drift),
    ("system", "tests/system", stage_system),
    ("browser", "web/test/e2e", stage_browser),
]


def use_memory():
    """Temporary files in memory when it has room: what the tests write is
    durable at once there."""
    shm = pathlib.Path("/dev/shm")
    if "TMPDIR" in os.environ or not os.access(shm, os.W_OK):
        return
    if shutil.disk_usage(shm).free > 3 << 30:
        os.environ["TMPDIR"] = tempfile.tempdir = str(shm)


def cpu_seconds():
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def run_stage(name, needs, run):
    print(f"== {name}", flush=True)
    start, cpu = time.monotonic(), cpu_seconds()
    if (ROOT / needs).exists():
        result = run()
    else:
        result = Result(note=f"no {needs}")
    if result.passed + result.failed == 0:
        result.add(Result(failed=1, note="ran no test"))
    print(f"   {name}: {result.passed} passed, {result.failed} failed"
          + (f", {result.skipped} skipped" if result.skipped else "")
          + f", {time.monotonic() - start:.0f} s"
          + f" (cpu {cpu_seconds() - cpu:.0f} s)"
          + (f"  ({result.note})" if result.note else ""), flush=True)
    return result


def main(argv):
    if argv == ["--list"]:
        print("\n".join(name for name, _, _ in STAGES))
        return 0
    only = argv[1] if len(argv) == 2 and argv[0] == "--only" else None
    if argv and only not in [name for name, _, _ in STAGES]:
        sys.exit(__doc__)
    shutil.rmtree(LOG, ignore_errors=True)
    os.environ["PATH"] = f"{ROOT}/build/node/bin:{os.environ['PATH']}"
    use_memory()
    total, begin = Result(), time.monotonic()
    for name, needs, run in STAGES:
        if not only or name == only:
            total.add(run_stage(name, needs, run))
    print(f"== all: {time.monotonic() - begin:.0f} s"
          f" (cpu {cpu_seconds():.0f} s), load {os.getloadavg()[1]:.1f}"
          + (f", {total.skipped} skipped" if total.skipped else ""))
    print(f"{total.passed} passed, {total.failed} failed")
    return 0 if total.failed == 0 and total.passed > 0 else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
