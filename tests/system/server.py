"""The real server on a socket, and a client that speaks to it as a browser
or a program would."""

import http.client
import json
import os
import pathlib
import re
import shutil
import signal
import subprocess
import tempfile
import time
import urllib.parse
import uuid

ROOT = pathlib.Path(__file__).resolve().parents[2]
ANWEI = os.environ.get("ANWEI", str(ROOT / "build/asan/anwei"))
PASSWORD = "four-words-make-it-7"


class Answer:
    def __init__(self, response):
        self.status = response.status
        self.headers = response.headers
        self.bytes = response.read()
        kind = response.headers.get("Content-Type", "")
        self.json = json.loads(self.bytes) if "json" in kind else None

    @property
    def code(self):
        """The problem's code, None when it went well."""
        return self.json.get("code") if self.status >= 400 else None


class Client:
    """One browser (cookie, CSRF token) or one program (bearer), each at an
    address of its own, since sign-ins are limited per address."""

    count = 0

    def __init__(self, server, bearer=None):
        self.server, self.bearer = server, bearer
        Client.count += 1
        self.address = f"127.9.{Client.count // 250}.{Client.count % 250 + 1}"
        self.cookie = self.csrf = None

    def call(self, verb, path, body=None, headers=None):
        h = {"Accept-Language": "en", **(headers or {})}
        if body is not None:
            h["Content-Type"] = "application/json"
        if self.bearer:
            h["Authorization"] = f"Bearer {self.bearer}"
        if self.cookie:
            h["Cookie"] = f"anwei_session={self.cookie}"
        if self.csrf and "X-CSRF-Token" not in h:
            h["X-CSRF-Token"] = self.csrf
        c = http.client.HTTPConnection("127.0.0.1", self.server.port,
                                       timeout=30,
                                       source_address=(self.address, 0))
        try:
            c.request(verb, "/api/v1" + path,
                      None if body is None else json.dumps(body), h)
            return Answer(c.getresponse())
        finally:
            c.close()

    def raw(self, verb, path, body=None, kind=None, headers=None):
        """A body that is not JSON."""
        h = {"Accept-Language": "en", "X-CSRF-Token": self.csrf or "",
             "Cookie": f"anwei_session={self.cookie}", **(headers or {})}
        if kind:
            h["Content-Type"] = kind
        c = http.client.HTTPConnection("127.0.0.1", self.server.port,
                                       timeout=120,
                                       source_address=(self.address, 0))
        try:
            c.request(verb, "/api/v1" + path, body, h)
            return Answer(c.getresponse())
        finally:
            c.close()

    def send(self, reg, text, query=""):
        body = text if isinstance(text, bytes) else text.encode()
        return self.raw("POST", f"/{reg}/import?{query}", body, "text/csv")

    def get(self, path, **more):
        return self.call("GET", path, **more)

    def post(self, path, body=None, **more):
        return self.call("POST", path, body, **more)

    def delete(self, path, body=None, **more):
        return self.call("DELETE", path, body, **more)

    def sign_in(self, login, password=PASSWORD, totp=None):
        body = {"login": login, "password": password}
        if totp:
            body["totp"] = totp
        a = self.post("/session", body)
        if a.status == 200:
            self.csrf = a.json["csrf"]
            found = re.search(r"anwei_session=([0-9a-f]+)",
                              a.headers["Set-Cookie"])
            self.cookie = found.group(1)
        return a


class Server:
    """In a folder of its own; port 0: whichever is free."""

    def __init__(self, kind, program=ANWEI, **settings):
        self.program = program
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="anwei-s-"))
        self.log = self.folder / "log"
        self.database = None
        self.env = {**os.environ,
                    "ANWEI_DATA_DIR": str(self.folder / "data"),
                    "ANWEI_PACK_DIR": str(ROOT / "packs"),
                    "ANWEI_WEB_DIR": "",
                    "LSAN_OPTIONS": f"suppressions={ROOT}/tests/lsan.supp:"
                                    "print_suppressions=0",
                    "ANWEI_HTTP_LISTEN": "127.0.0.1:0", **settings}
        if kind == "postgres":
            self._make_database()
        self.process = None

    def _psql(self, url, text):
        done = subprocess.run(["psql", "-qAtX", "-d", url, "-c", text],
                              capture_output=True, text=True, check=True)
        return done.stdout

    def _make_database(self):
        self.admin = os.environ["ANWEI_TEST_PG"]
        self.database = "s_" + uuid.uuid4().hex[:12]
        self._psql(self.admin, f"CREATE DATABASE {self.database}")
        at = urllib.parse.urlsplit(self.admin)
        self.url = at._replace(path="/" + self.database).geturl()
        self.env["ANWEI_DB_URL"] = self.url

    def run(self, *words, text=""):
        """A command of the command line; its output."""
        done = subprocess.run([self.program, *words], env=self.env, input=text,
                              capture_output=True, text=True)
        assert done.returncode == 0, done.stderr
        return done.stdout

    def add_user(self, login, roles, password=PASSWORD):
        self.run("user", "add", "--login", login, "--name", login,
                 "--roles", roles, "--password-stdin", text=password + "\n")

    def start(self):
        log = open(self.log, "ab")
        seen = self.log.stat().st_size
        self.process = subprocess.Popen([self.program, "serve"], env=self.env,
                                        stderr=log, stdout=log)
        log.close()
        until = time.monotonic() + 20
        while time.monotonic() < until:
            text = self.log.read_bytes()[seen:].decode()
            found = re.search(r'"listen","text":"http=(\d+)', text)
            if found and '"event":"ready"' in text:
                self.port = int(found.group(1))
                return self
            assert self.process.poll() is None, text
            time.sleep(0.02)
        raise TimeoutError(self.log.read_text())

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        assert self.process.wait(60) == 0, self.log.read_text()
        self.process = None

    def kill(self):
        """As a power cut would: nothing is finished."""
        self.process.kill()
        self.process.wait()
        self.process = None

    def remove(self):
        if self.process:
            self.process.kill()
            self.process.wait()
        if self.database:
            self._psql(self.admin,
                       f"DROP DATABASE {self.database} WITH (FORCE)")
        shutil.rmtree(self.folder)

    def stored(self):
        """Every byte that the server keeps, for what must not be there."""
        if self.database:
            return subprocess.run(["pg_dump", "--data-only", self.url],
                                  capture_output=True, check=True).stdout
        return b"".join(p.read_bytes()
                        for p in (self.folder / "data").rglob("*")
                        if p.is_file())
