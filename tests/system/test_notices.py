"""Notices really leave: by e-mail to an SMTP server, as JSON to an HTTP
receiver, both written here; with failures, a slow server, a lost answer and
hosts that nobody allowed."""

import base64
import email
import email.policy
import hashlib
import hmac
import http.server
import json
import socketserver
import threading
import time
import urllib.parse

import pytest

from server import Client, Server
from test_sessions import kinds


class Smtp(socketserver.ThreadingTCPServer):
    """Enough of RFC 5321; `answers` are given to MAIL, the last for good."""

    allow_reuse_address = daemon_threads = True

    def __init__(self, tls=None):
        super().__init__(("127.0.0.1", 0), SmtpSession)
        self.answers, self.mails, self.tries = ["250 ok"], [], 0
        self.tls = tls  # an ssl context: nothing is taken before STARTTLS
        threading.Thread(target=self.serve_forever, daemon=True).start()


class SmtpSession(socketserver.StreamRequestHandler):
    def say(self, line):
        self.wfile.write(line.encode() + b"\r\n")

    def secure(self):
        self.connection = self.server.tls.wrap_socket(self.connection,
                                                      server_side=True)
        self.rfile = self.connection.makefile("rb")
        self.wfile = self.connection.makefile("wb", buffering=0)

    def handle(self):
        self.say("220 test")
        login, plain = None, self.server.tls is not None
        while line := self.rfile.readline().decode().strip():
            verb = line.split()[0].upper()
            if verb == "EHLO":
                self.say("250-test")
                self.say("250 STARTTLS" if plain else "250 AUTH PLAIN")
            elif verb == "STARTTLS" and plain:
                self.say("220 go on")
                try:
                    self.secure()
                except OSError:
                    return  # the program did not trust it
                plain = False
            elif plain and verb != "QUIT":
                self.say("530 STARTTLS first")
            elif verb == "AUTH":
                words = line.split()
                if len(words) < 3:
                    self.say("334 ")
                    words.append(self.rfile.readline().decode().strip())
                login = base64.b64decode(words[2]).split(b"\0")
                self.say("235 ok")
            elif verb == "MAIL":
                self.server.tries += 1
                a = self.server.answers
                self.say(a.pop(0) if len(a) > 1 else a[0])
            elif verb == "DATA":
                self.say("354 go on")
                body = b""
                while not body.endswith(b"\r\n.\r\n"):
                    body += self.rfile.readline()
                self.server.mails.append((login, body[:-5]))
                self.say("250 queued")
            elif verb == "QUIT":
                self.say("221 bye")
                return
            else:
                self.say("250 ok")


class Web(http.server.ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, tls=None):
        super().__init__(("127.0.0.1", 0), WebRequest)
        self.answers, self.got, self.slow_s = [200], [], 0
        self.text = b"{}"
        if tls:
            self.socket = tls.wrap_socket(self.socket, server_side=True)
        threading.Thread(target=self.serve_forever, daemon=True).start()


class WebRequest(http.server.BaseHTTPRequestHandler):
    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.got.append((self.path, dict(self.headers), body))
        time.sleep(self.server.slow_s)
        a = self.server.answers
        code = a.pop(0) if len(a) > 1 else a[0]
        try:
            self.send_response(code)
            if code == 302:
                self.send_header("Location", "/elsewhere")
            self.send_header("Content-Length", str(len(self.server.text)))
            self.end_headers()
            self.wfile.write(self.server.text)
        except OSError:
            pass  # the program did not wait

    def log_message(self, *args):
        pass


class Office:
    def __init__(self, kind, peers=(), **more):
        self.smtp, self.web = Smtp(), Web()
        self.mail_port = self.smtp.server_address[1]
        self.web_port = self.web.server_address[1]
        s = self.server = Server(
            kind, ANWEI_NOTICE_TIMEOUT_S="2",
            ANWEI_NOTICE_HOSTS=", ".join(
                f"127.0.0.1:{p.server_address[1]}"
                for p in (self.smtp, self.web, *peers)), **more)
        s.run("org", "add", "--name", "测试公司")
        for role in ("manager", "operator", "shift_leader", "hr"):
            s.add_user(role, role)
        s.start()
        self.leader, self.manager = Client(s), Client(s)
        self.operator = Client(s)
        for c, role in ((self.leader, "shift_leader"),
                        (self.manager, "manager"),
                        (self.operator, "operator")):
            assert c.sign_in(role).status == 200
        self.customer = self.make(self.manager, "customer", {
            "name": "甲银行", "category": "bank", "key_unit": "none"})
        self.site = self.make(self.manager, "site", {
            "name": "一号网点", "customer": self.customer, "kind": "bank",
            "level": "ordinary", "address": "和平路1号"})
        self.contact = self.make(self.manager, "contact", {
            "name": "联系人甲", "customer": self.customer, "role": "owner",
            "phone": "13800000000", "email": "owner@example.com"})
        self.incident = self.make(self.operator, "incident", {
            "site": self.site, "severity": "3", "class": "intrusion",
            "priority": 2})

    @staticmethod
    def make(who, what, body):
        a = who.post(f"/{what}", body)
        assert a.status == 201, (what, a.json)
        return a.json["id"]

    def channel(self, **more):
        self.count = getattr(self, "count", 0) + 1
        return self.make(self.leader, "notice_channel",
                         {"name": f"通道{self.count}", "running": True,
                          **more})

    def mail_channel(self, **more):
        return self.channel(kind="email", tls="none",
                            url=f"smtp://127.0.0.1:{self.mail_port}",
                            sender="centre@example.org", **more)

    def web_channel(self, kind="webhook", **more):
        return self.channel(kind=kind, **{
            "url": f"http://127.0.0.1:{self.web_port}/hook", **more})

    def notify(self, kind, channel, **more):
        return self.make(self.operator, "notice", {
            "event": "confirmed", "kind": kind, "channel": channel,
            "incident": self.incident, "contact": self.contact, **more})

    def wait(self, notice, state, seconds=20):
        return self.until(notice, lambda row: row["state"] == state, seconds)

    def until(self, notice, good, seconds=20):
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            row = self.operator.get(f"/notice/{notice}").json
            if good(row):
                return row
            time.sleep(0.1)
        raise AssertionError(row)

    def secret(self, name, value):
        a = self.leader.call("PUT", f"/secret/{name}", {"value": value})
        if a.status == 403:
            a = self.manager.call("PUT", f"/secret/{name}", {"value": value})
        assert a.status == 204, a.json


@pytest.fixture(scope="module", params=kinds())
def office(request):
    o = Office(request.param)
    yield o
    o.server.remove()


def test_a_mail_arrives_as_it_was_meant(office):
    office.secret("mail.password", "p w-一")
    n = office.notify("email", office.mail_channel(
        login="centre", secret_ref="mail.password"))
    row = office.wait(n, "sent")
    assert row["tries"] == 1 and row["failure"] is None
    login, raw = office.smtp.mails[-1]
    assert login[1:] == [b"centre", "p w-一".encode()]
    assert all(len(line) <= 998 for line in raw.split(b"\r\n"))
    m = email.message_from_bytes(raw, policy=email.policy.default)
    assert m["To"] == "owner@example.com"
    assert m["Message-ID"] == f"<anwei-{n}@example.org>"
    number = office.operator.get(f"/incident/{office.incident}").json["number"]
    assert m["Subject"] == f"警情通报 {number}"
    text = m.get_content()
    assert "联系人甲您好" in text and "一号网点" in text and "入侵" in text
    assert "{" not in text
    # T-notify is met by it.
    clocks = office.operator.get(f"/incident/{office.incident}/steps").json
    assert [c["state"] for c in clocks["clocks"]
            if c["name"] == "notify"] == ["met"]


def test_a_passing_failure_is_tried_again_once_sent(office):
    office.smtp.answers = ["451 later", "250 ok"]
    tries, mails = office.smtp.tries, len(office.smtp.mails)
    n = office.notify("email", office.mail_channel())
    row = office.wait(n, "sent")
    assert office.smtp.tries - tries == 2
    assert len(office.smtp.mails) - mails == 1 and row["tries"] == 2
    events = [x["event"] for x in
              office.operator.get(f"/notice/{n}/journal").json["items"]]
    assert sorted(events) == ["queue", "retry", "sent"]


def test_a_lasting_failure_waits_for_a_person(office):
    office.smtp.answers = ["550 no such user"]
    n = office.notify("email", office.mail_channel())
    row = office.wait(n, "failed")
    assert "550" in row["failure"] and row["tries"] == 1
    office.smtp.answers = ["250 ok"]
    a = office.operator.post(f"/notice/{n}/steps/resend", {},
                             headers={"If-Match": f'"{row["version"]}"'})
    assert a.status == 200, a.json
    office.wait(n, "sent")


def test_a_webhook_is_signed_and_carries_its_key(office):
    office.secret("hook.key", "key-1")
    n = office.notify("webhook", office.web_channel(
        secret_ref="hook.key", signed_body=True,
        header="Authorization: Bearer {secret}"),
        content='引号"与\n换行')
    office.wait(n, "sent")
    path, headers, body = office.web.got[-1]
    assert path == "/hook"
    assert headers["Authorization"] == "Bearer key-1"
    assert headers["Idempotency-Key"] == f"anwei-{n}"
    mac = hmac.new(b"key-1", body, hashlib.sha256).hexdigest()
    assert headers["X-Anwei-Signature"] == f"sha256={mac}"
    sent = json.loads(body)
    assert sent["text"] == '引号"与\n换行' and sent["id"] == str(n)


def test_the_presets_of_sms_and_wecom(office):
    office.secret("robot", "abc-1")
    n = office.notify("sms", office.web_channel("sms"))
    office.wait(n, "sent")
    sent = json.loads(office.web.got[-1][2])
    assert sent["phone"] == "13800000000" and "一号网点" in sent["content"]
    robot = office.web_channel(
        "wecom", secret_ref="robot",
        url=f"http://127.0.0.1:{office.web_port}/send?key={{secret}}")
    office.web.text = b'{"errcode":0,"errmsg":"ok"}'
    office.wait(office.notify("wecom", robot), "sent")
    path, _, body = office.web.got[-1]
    assert path == "/send?key=abc-1"
    assert json.loads(body)["msgtype"] == "text"
    # Its documented body, not a member more.
    sent = json.loads(body)
    assert sorted(sent) == ["msgtype", "text"] and sent["msgtype"] == "text"
    assert list(sent["text"]) == ["content"]
    assert "一号网点" in sent["text"]["content"]
    # WeCom refuses with 200 and a code; what has no code is not WeCom.
    for text, why in ((b'{"errcode":93000,"errmsg":"invalid webhook url"}',
                       "invalid webhook url"), (b"<html>", "<html>")):
        office.web.text = text
        n = office.notify("wecom", robot)
        row = office.until(n, lambda r: r["tries"] > 0)
        assert row["state"] == "queued" and why in row["failure"]
    office.web.text = b'{"errcode":0,"errmsg":"ok"}'
    office.wait(n, "sent")
    office.web.text = b"{}"


def test_a_patrol_hears_of_its_task_and_its_recall(office):
    hr = Client(office.server)
    assert hr.sign_in("hr").status == 200
    staff = office.make(hr, "staff", {
        "name": "巡逻员甲", "id_card": "110101", "education": "college",
        "birth_on": "1990-01-01", "employed_from": "2024-01-01",
        "department": "alarm"})
    office.make(hr, "certificate", {
        "number": "B1", "staff": staff, "kind": "guard", "issuer": "公安局",
        "valid_from": "2024-01-01"})
    # As gateways in China take it: a form, and their own word for success.
    office.secret("sms.key", "k&1")
    sms = office.web_channel(
        "sms", secret_ref="sms.key", accepts='"code":0',
        body="apikey={secret}&mobile={to}&text={text}")
    mail = office.mail_channel()
    base = {"phone": "13800000009", "duty": "on", "staff": staff}
    patrols = [
        office.make(office.leader, "patrol", {
            **base, "name": "一组", "channel": sms}),
        office.make(office.leader, "patrol", {
            **base, "name": "二组", "channel": mail,
            "address": "patrol@example.org"})]
    a = office.leader.post("/patrol", {**base, "name": "三组",
                                       "channel": mail})
    assert [f["field"] for f in a.json["fields"]] == ["address"], a.json

    def told(dispatch, event):
        rows = office.operator.get(f"/notice?dispatch={dispatch}").json
        return [n for n in rows["items"] if n["event"] == event][0]

    office.web.text = b'{"code":0,"msg":"OK"}'
    incident = office.make(office.operator, "incident", {
        "site": office.site, "severity": "3", "class": "intrusion",
        "priority": 2})
    sent = [office.make(office.operator, "dispatch", {
        "incident": incident, "patrol": p, "instructions": "走后门"})
        for p in patrols]
    office.wait(told(sent[0], "task")["id"], "sent")
    _, headers, body = office.web.got[-1]
    assert headers["Content-Type"] == "application/x-www-form-urlencoded"
    form = urllib.parse.parse_qs(body.decode())
    assert form["apikey"] == ["k&1"] and form["mobile"] == ["13800000009"]
    assert "一号网点" in form["text"][0] and "走后门" in form["text"][0]
    office.wait(told(sent[1], "task")["id"], "sent")
    m = email.message_from_bytes(office.smtp.mails[-1][1],
                                 policy=email.policy.default)
    assert m["To"] == "patrol@example.org" and "走后门" in m.get_content()
    # A 200 that says no is no success; the next try is.
    office.web.text = b'{"code":22,"msg":"limit"}'
    row = office.operator.get(f"/dispatch/{sent[0]}").json
    a = office.operator.post(f"/dispatch/{sent[0]}/steps/recall",
                             {"reason": "误报"},
                             headers={"If-Match": f'"{row["version"]}"'})
    assert a.status == 200, a.json
    n = told(sent[0], "recalled")
    row = office.until(n["id"], lambda r: r["tries"] > 0)
    assert row["state"] == "queued" and '"code":22' in row["failure"]
    office.web.text = b'{"code":0}'
    assert office.wait(n["id"], "sent")["tries"] == 2
    text = urllib.parse.parse_qs(office.web.got[-1][2].decode())["text"][0]
    assert "已撤回" in text
    office.web.text = b"{}"
    # The customer was told nothing by it.
    clocks = office.operator.get(f"/incident/{incident}/steps").json["clocks"]
    assert [c["state"] for c in clocks if c["name"] == "notify"] == ["running"]


def test_a_slow_receiver_holds_nobody_up(office):
    office.web.slow_s = 6
    slow = office.notify("webhook", office.web_channel())
    time.sleep(0.7)
    begun = time.monotonic()
    office.wait(office.notify("email", office.mail_channel()), "sent")
    assert office.operator.get("/session").status == 200
    assert time.monotonic() - begun < 4
    office.web.slow_s = 0
    row = office.wait(slow, "sent", 30)
    assert row["tries"] >= 2  # the first was not waited for


def test_only_listed_hosts_are_spoken_to(office):
    for url in (f"http://localhost:{office.web_port}/x",
                "http://169.254.169.254/latest", "http://[::1]:80/",
                f"http://127.0.0.1:{office.server.port}/api/v1/session",
                "https://example.invalid/"):
        n = office.notify("webhook", office.web_channel(url=url))
        row = office.wait(n, "failed")
        assert "notice.hosts" in row["failure"], (url, row)
    got = len(office.web.got)
    office.web.answers = [302]
    n = office.notify("webhook", office.web_channel())
    assert "302" in office.wait(n, "failed")["failure"]
    assert len(office.web.got) - got == 1  # it did not go where it was sent
    office.web.answers = [200]


def test_what_cannot_be_meant_is_refused_when_it_is_kept(office):
    def refused(what, body, field):
        a = office.leader.post(f"/{what}", body)
        assert a.status == 422, a.json
        assert [f["field"] for f in a.json["fields"]] == [field], a.json

    base = {"name": "x", "kind": "webhook"}
    for url in ("file:///etc/passwd", "gopher://h/", "smtp://h:25", "x",
                "http://user:pass@h/"):
        refused("notice_channel", {**base, "url": url}, "url")
    t = {"name": "t", "event": "confirmed", "channel": "any",
         "language": "zh"}
    refused("notice_template", {**t, "content": "{sitte} 有警情"}, "content")
    a = office.operator.post("/notice_template", {**t, "content": "x"})
    assert a.status == 403


def test_people_cannot_say_what_the_program_sends(office):
    office.smtp.answers = ["451 later"]
    n = office.notify("email", office.mail_channel())
    row = office.operator.get(f"/notice/{n}").json
    for step in ("sent", "acknowledge"):
        a = office.operator.post(
            f"/notice/{n}/steps/{step}",
            {} if step == "sent" else {"acknowledged_by": "甲"},
            headers={"If-Match": f'"{row["version"]}"'})
        assert a.status in (409, 412), a.json
    office.smtp.answers = ["250 ok"]
    office.wait(n, "sent", 30)
    call = office.make(office.operator, "notice", {
        "event": "confirmed", "kind": "phone", "incident": office.incident,
        "contact": office.contact})
    a = office.operator.post(f"/notice/{call}/steps/acknowledge",
                             {"acknowledged_by": "联系人甲"},
                             headers={"If-Match": '"1"'})
    assert a.status == 200 and a.json["state"] == "acknowledged"


def test_a_killed_server_sends_what_was_queued(office):
    n = office.notify("email", office.mail_channel())
    office.server.kill()
    office.server.start()
    for c, role in ((office.leader, "shift_leader"),
                    (office.manager, "manager"),
                    (office.operator, "operator")):
        assert c.sign_in(role).status == 200
    # Taken before the kill: due again when the lease is over; queued: now.
    row = office.operator.get(f"/notice/{n}").json
    assert row["state"] in ("queued", "sent")
    ids = [email.message_from_bytes(raw)["Message-ID"]
           for _, raw in office.smtp.mails]
    assert ids.count(f"<anwei-{n}@example.org>") <= 1
