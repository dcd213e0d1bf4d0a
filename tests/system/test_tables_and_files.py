"""Tables in and out, labels and stored files: over the socket, on both
databases."""

import hashlib
import http.client
import io
import json
import os
import threading
import zipfile

import pytest

from server import Answer, Client, Server

PNG = b"\x89PNG\r\n\x1a\n" + bytes(range(32)) * 8


def kinds():
    pg = pytest.mark.skipif("ANWEI_TEST_PG" not in os.environ,
                            reason="ANWEI_TEST_PG is not set")
    return ["sqlite", pytest.param("postgres", marks=pg)]


@pytest.fixture(scope="module", params=kinds())
def server(request):
    s = Server(request.param)
    try:
        s.run("org", "add", "--name", "Test company")
        for login, roles in (("boss", "manager"), ("tech", "technician")):
            s.add_user(login, roles)
        s.start()
        yield s
        s.stop()
    finally:
        s.remove()


@pytest.fixture(scope="module")
def boss(server):
    c = Client(server)
    assert c.sign_in("boss").status == 200
    return c


@pytest.fixture(scope="module")
def tech(server):
    c = Client(server)
    assert c.sign_in("tech").status == 200
    return c


def figures(a):
    assert a.status == 200, a.bytes
    return [a.json[k] for k in ("rows", "good", "created", "updated", "bad")]


def test_import_tells_bad_rows_and_keeps_good_ones(boss):
    a = boss.send("customer", "Name,Category,key_unit\nImp 1,bank,none\n"
                              "Imp 2,moon,none\n")
    assert figures(a) == [2, 1, 1, 0, 1]
    e = a.json["errors"][0]
    assert (e["line"], e["column"], e["field"], e["value"], e["code"]) == \
        (3, "Category", "category", "moon", "option")
    assert "choices" in e["message"]
    row = boss.get("/customer?q=Imp").json["items"][0]
    journal = boss.get(f"/customer/{row['id']}/journal").json["items"]
    assert [j["op"] for j in journal] == ["import"]
    assert journal[0]["actor"]["name"] == "boss"


def test_mended_rows_go_in(boss):
    a = boss.send("customer", "Name,Category,key_unit\nMend 1,moon,none\n")
    mended = a.json["rejected_csv"].replace(",moon,", ",bank,")
    assert figures(boss.send("customer", mended)) == [1, 1, 1, 0, 0]


def test_trial_and_all_or_nothing(boss):
    text = "name,category,key_unit\nT1,bank,none\nT2,moon,none\n"
    a = boss.send("customer", text, "dry_run=yes")
    assert figures(a) == [2, 1, 1, 0, 1]
    a = boss.send("customer", text, "all_or_nothing=yes")
    assert figures(a) == [2, 1, 0, 0, 1]
    assert boss.get("/customer?q=T1").json["total"] == 0


@pytest.mark.parametrize("query,code", [
    ("format=pdf", "bad_request"), ("dry_run=maybe", "bad_request"),
    ("format=xlsx", "bad_type")])
def test_bad_questions(boss, query, code):
    a = boss.send("customer", "name\nx\n", query)
    assert a.code == code


def test_a_process_is_not_imported(boss):
    assert boss.send("workorder", "site\nx\n").code == "state"


def test_who_may_not(tech):
    assert tech.send("customer", "name\nx\n").status == 403
    assert tech.raw("GET", "/customer/export?format=csv").status == 403
    assert tech.raw("GET", "/customer/template?format=csv").status == 403


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_export_comes_back_unchanged(boss, kind):
    boss.send("customer", "name,category,key_unit,note\n"
                          f"=Exp {kind},bank,none,\"a\n\"\"b\"\"\"\n")
    a = boss.raw("GET", f"/customer/export?format={kind}")
    assert a.status == 200
    assert f'.{kind}"' in a.headers["Content-Disposition"]
    assert a.headers["X-Content-Type-Options"] == "nosniff"
    back = boss.raw("POST", f"/customer/import?format={kind}&update=yes",
                    a.bytes, a.headers["Content-Type"])
    rows, good, created, updated, bad = figures(back)
    assert rows == good > 0 and (created, updated, bad) == (0, 0, 0)


def test_export_takes_filters_and_language(boss):
    a = boss.raw("GET", "/customer/export?format=csv&category=bank&q=Imp",
                 headers={"Accept-Language": "zh-CN"})
    lines = a.bytes.decode("utf-8-sig").split("\r\n")
    assert lines[0].startswith("客户编号,用户单位名称,类别")
    assert len(lines) == 3 and "Imp 1" in lines[1]


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_template(boss, kind):
    a = boss.raw("GET", f"/staff/template?format={kind}")
    assert a.status == 200
    if kind == "csv":
        assert "Identity card" in a.bytes.decode("utf-8-sig")
    else:
        names = zipfile.ZipFile(io.BytesIO(a.bytes)).namelist()
        assert "xl/worksheets/sheet1.xml" in names


def test_a_zip_bomb_is_refused(server, boss):
    f = io.BytesIO()
    with zipfile.ZipFile(f, "w", zipfile.ZIP_DEFLATED) as z:
        z.writestr("xl/workbook.xml", "<w xmlns:r='r'><sheet r:id='1'/></w>")
        z.writestr("xl/_rels/workbook.xml.rels",
                   "<a><Relationship Id='1' Type='/worksheet' "
                   "Target='worksheets/sheet1.xml'/></a>")
        with z.open("xl/worksheets/sheet1.xml", "w") as part:
            part.write(b"<w>")
            for _ in range(60):
                part.write(b"<row><c></c></row>" * 58254)
    a = boss.raw("POST", "/customer/import?format=xlsx", f.getvalue(),
                 "application/zip")
    assert (a.status, a.code) == (413, "too_big")
    assert "250 times" in a.json["detail"]
    assert server.process.poll() is None


def test_hostile_text_is_survived(boss):
    head = b"name,category,key_unit\n"
    long = b"x" * (8 << 20)
    a = boss.send("customer", head + long + b",bank,none\nLong 1,bank,none\n")
    assert figures(a) == [2, 1, 1, 0, 1]
    a = boss.send("customer", head + b'"never closed\nQ 1,bank,none\n')
    assert figures(a) == [2, 1, 1, 0, 1]
    assert a.json["errors"][0]["code"] == "quote"
    a = boss.send("customer", head + b"\xff\xfe\xfd,bank,none\nU 1,bank,none\n")
    assert a.status == 200 and a.json["bad"] >= 1
    a = boss.send("customer", b",".join(b"c%d" % i for i in range(500)))
    assert a.code == "invalid"


def test_others_work_during_an_import(server, boss):
    """Chunks: a person's change does not wait for the whole file."""
    text = "name,category,key_unit\n" + "".join(
        f"Bulk {i},bank,none\n" for i in range(3000))
    other = Client(server)
    assert other.sign_in("boss").status == 200
    answers = []
    job = threading.Thread(
        target=lambda: answers.append(boss.send("customer", text)))
    job.start()
    n = 0
    while job.is_alive() and n < 200:
        a = other.post("/customer", {"name": f"Meanwhile {n}",
                                     "category": "bank", "key_unit": "none"})
        assert a.status == 201, a.bytes
        n += 1
    job.join()
    assert figures(answers[0]) == [3000, 3000, 3000, 0, 0]
    assert n >= 3


def test_labels(boss):
    assert boss.raw("GET", "/customer/labels").status == 404
    a = boss.raw("GET", "/device/labels")
    assert a.status == 200 and a.bytes.startswith(b"%PDF-")
    assert a.headers["Content-Type"] == "application/pdf"
    assert boss.raw("GET", "/device/labels?format=9x9").code == "bad_request"
    assert boss.raw("GET", "/device/labels?ids=1").status == 404
    assert boss.raw("GET", "/device/labels?ids=x").code == "bad_request"


def put(c, body, kind, name="", digest=None):
    digest = digest or hashlib.sha256(body).hexdigest()
    return c.raw("PUT", f"/file/{digest}?name={name}", body, kind)


def test_a_file_is_stored_and_served(server, boss):
    digest = hashlib.sha256(PNG).hexdigest()
    a = put(boss, PNG, "image/png", "%E7%85%A7%E7%89%87.png")
    assert a.status == 201
    assert a.json == {"sha256": digest, "size": len(PNG),
                      "type": "image/png", "name": "照片.png"}
    assert put(boss, PNG, "image/png", "other.png").status == 200
    on_disk = server.folder / "data/files" / digest[:2] / digest[2:]
    assert on_disk.read_bytes() == PNG
    a = boss.raw("GET", f"/file/{digest}")
    assert a.bytes == PNG
    h = a.headers
    assert h["Content-Type"] == "image/png"
    assert h["Content-Disposition"] == \
        "inline; filename*=UTF-8''%E7%85%A7%E7%89%87.png"
    assert h["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in h["Content-Security-Policy"]
    assert "script" not in h["Content-Security-Policy"]


def test_text_is_never_shown_inline(boss):
    body = b"<script>alert(1)</script>"
    a = put(boss, body, "text/plain")
    assert a.status == 201
    a = boss.raw("GET", f"/file/{a.json['sha256']}")
    assert a.headers["Content-Disposition"].startswith("attachment;")
    assert a.headers["Content-Type"].startswith("text/plain")


@pytest.mark.parametrize("body,kind,digest,code", [
    (PNG, "image/jpeg", None, "bad_type"),
    (b"<svg/>", "image/svg+xml", None, "bad_type"),
    (b"MZ\x90\0", "application/octet-stream", None, "bad_type"),
    (PNG, "image/png", "0" * 64, "invalid"),
    (PNG, "image/png", "xyz", "bad_request"),
    (PNG + bytes(21 << 20), "image/png", None, "too_big"),
])
def test_files_that_are_refused(boss, body, kind, digest, code):
    assert put(boss, body, kind, digest=digest).code == code


def test_a_file_of_another_organisation_is_not_there(server, boss):
    server.run("org", "add", "--name", "Other company")
    assert boss.raw("GET", f"/file/{'1' * 64}").status == 404
    assert boss.raw("GET", "/file/..%2f..%2fetc%2fpasswd").status == 404


def test_files_need_a_session(server):
    c = Client(server)
    assert c.get(f"/file/{'1' * 64}").status == 401
