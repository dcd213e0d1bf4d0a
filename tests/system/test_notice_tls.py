"""Notices over TLS: STARTTLS and HTTPS peers with certificates made here by an
authority of our own, which the setting notice.ca names; and certificates that
must not be believed."""

import email
import email.policy
import ssl
import subprocess

import pytest

from test_notices import Office, Smtp, Web
from test_sessions import kinds


def openssl(*args):
    subprocess.run(["openssl", *map(str, args)], check=True,
                   capture_output=True)


class Authority:
    def __init__(self, folder, name):
        self.folder, self.name = folder, name
        self.key, self.pem = folder / f"{name}.key", folder / f"{name}.pem"
        openssl("req", "-x509", "-newkey", "ec", "-pkeyopt",
                "ec_paramgen_curve:P-256", "-nodes", "-days", "2", "-subj",
                f"/CN={name}", "-keyout", self.key, "-out", self.pem)

    def context(self, host):
        """What a server shows that says it is `host`."""
        base = self.folder / f"{self.name}-{host.replace(':', '-')}"
        key, request, pem = (base.with_suffix(x)
                             for x in (".key", ".csr", ".crt"))
        openssl("req", "-newkey", "ec", "-pkeyopt",
                "ec_paramgen_curve:P-256", "-nodes", "-subj", "/CN=peer",
                "-addext", f"subjectAltName={host}", "-keyout", key, "-out",
                request)
        openssl("x509", "-req", "-in", request, "-CA", self.pem, "-CAkey",
                self.key, "-CAcreateserial", "-days", "1",
                "-copy_extensions", "copy", "-out", pem)
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(pem, key)
        return context


class Secure(Office):
    def __init__(self, kind, folder):
        ours = Authority(folder, "ours")
        others = Authority(folder, "others")
        here = ours.context("IP:127.0.0.1")
        foreign = others.context("IP:127.0.0.1")
        self.tls_smtp, self.tls_web = Smtp(here), Web(here)
        self.foreign_smtp, self.foreign_web = Smtp(foreign), Web(foreign)
        self.misnamed_web = Web(ours.context("DNS:example.org"))
        super().__init__(kind, (self.tls_smtp, self.tls_web,
                                self.foreign_smtp, self.foreign_web,
                                self.misnamed_web),
                         ANWEI_NOTICE_CA=str(ours.pem))

    def mail_to(self, peer):
        return self.channel(kind="email", tls="required",
                            url=f"smtp://127.0.0.1:{peer.server_address[1]}",
                            sender="centre@example.org")

    def hook_at(self, peer, **more):
        return self.web_channel(
            url=f"https://127.0.0.1:{peer.server_address[1]}/hook", **more)


@pytest.fixture(scope="module", params=kinds())
def secure(request, tmp_path_factory):
    s = Secure(request.param, tmp_path_factory.mktemp("tls"))
    yield s
    s.server.remove()


def test_a_mail_goes_by_starttls(secure):
    n = secure.notify("email", secure.mail_to(secure.tls_smtp))
    row = secure.wait(n, "sent")
    assert row["tries"] == 1 and row["failure"] is None
    m = email.message_from_bytes(secure.tls_smtp.mails[-1][1],
                                 policy=email.policy.default)
    assert m["To"] == "owner@example.com"


def test_a_hook_goes_by_https(secure):
    secure.wait(secure.notify("webhook", secure.hook_at(secure.tls_web)),
                "sent")
    assert len(secure.tls_web.got) == 1


@pytest.mark.parametrize("kind,peer", [
    ("email", "foreign_smtp"), ("webhook", "foreign_web"),
    ("webhook", "misnamed_web")])
def test_a_wrong_certificate_is_not_believed(secure, kind, peer):
    peer = getattr(secure, peer)
    channel = secure.mail_to(peer) if kind == "email" else \
        secure.hook_at(peer)
    n = secure.notify(kind, channel)
    row = secure.wait(n, "failed")
    # At once, with the remedy: trying again would not help.
    assert row["tries"] == 1, row
    assert "证书不受信任或与主机名不符" in row["failure"], row
    assert "(setting notice.ca)" in row["failure"], row
    assert not getattr(peer, "mails", []) and not getattr(peer, "got", [])
    # A person puts it right and sends it again.
    good = secure.mail_to(secure.tls_smtp) if kind == "email" else \
        secure.hook_at(secure.tls_web)
    a = secure.operator.post(f"/notice/{n}/steps/resend", {"channel": good},
                             headers={"If-Match": f'"{row["version"]}"'})
    assert a.status == 200, a.json
    assert secure.wait(n, "sent")["failure"] is None


def test_no_mail_goes_unencrypted_where_it_must_not(secure):
    n = secure.notify("email", secure.mail_to(secure.smtp))
    row = secure.wait(n, "failed")
    assert "the mail server offers no encryption" in row["failure"], row
    assert secure.smtp.mails == []
