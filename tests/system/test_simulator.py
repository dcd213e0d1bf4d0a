"""anwei panel --scenario: what many panels say, seen by an independent
receiver, and what the server keeps of it: nothing lost, nothing twice.
anwei panel --interactive: one panel by words."""

import json
import os
import re
import subprocess
import time

import pytest

import dc09
from rows import Rows
from server import ANWEI, Client, Server
from test_sessions import kinds


def play(tmp_path, scenario, to, *words, text=""):
    file, report = tmp_path / "scenario.json", tmp_path / "report.json"
    file.write_text(json.dumps(scenario))
    done = subprocess.run(
        [ANWEI, "panel", "--scenario", str(file), "--to", to, "--report",
         str(report), *words], capture_output=True, text=True, timeout=60,
        env={**os.environ, "LC_ALL": "C"})
    assert done.returncode == 0, done.stderr
    return json.loads(report.read_text()), done.stdout


def ack(f, key):
    return dc09.ack(f, key)


@pytest.mark.parametrize("udp", [False, True])
def test_a_group_as_a_receiver_sees_it(tmp_path, udp):
    with dc09.Receiver(0, [ack], udp=udp) as r:
        figures, out = play(tmp_path, {
            "length_s": 4, "groups": [
                {"name": "g", "count": 5, "account": "00FE", "line": "R1L2",
                 "transport": "udp" if udp else "tcp", "heartbeat_s": 1,
                 "format": "cid", "stays": False}],
            "actions": [{"do": "burglary", "group": "g", "at_s": 1,
                         "in_s": 1, "number": 7, "restore_s": 1}]}, r.to)
    events = [f for f in r.frames if f.id == "ADM-CID"]
    beats = [f for f in r.frames if f.id == "NULL"]
    assert sorted({f.route for f in events}) == [
        f"R1L2#{n:04X}" for n in range(0xfe, 0x103)]
    assert sorted(f.data for f in events) == sorted(
        b"#%04X|%c130 01 007" % (n, q)
        for n in range(0xfe, 0x103) for q in b"13")
    assert len({(f.route, f.seq) for f in events}) == 10
    assert 15 <= len(beats) <= 30 and all(f.seq == "0000" for f in beats)
    assert figures["events"]["acked"] == 10
    assert figures["events"]["lost"] == figures["strange_answers"] == 0
    assert figures["heartbeats"]["acked"] == len(beats)
    assert "events" in out


def test_retries_are_those_of_a_panel(tmp_path):
    with dc09.Receiver(0, [lambda f, k: None, lambda f, k: None, ack],
                       udp=True) as r:
        figures, _ = play(tmp_path, {
            "length_s": 2, "timeout_s": 1, "groups": [
                {"name": "g", "account": "1234", "transport": "udp"}],
            "actions": [{"do": "holdup", "group": "g"}]}, r.to)
    assert len(r.frames) == 3 and len({f.seq for f in r.frames}) == 1
    assert figures["events"]["frames"] == 3
    assert figures["events"]["acked"] == 1 and figures["events"]["lost"] == 0


def test_what_nobody_answers_is_lost(tmp_path):
    with dc09.Receiver(0, [lambda f, k: None], udp=True) as r:
        figures, _ = play(tmp_path, {
            "length_s": 1, "timeout_s": 1, "attempts": 2, "groups": [
                {"name": "g", "count": 3, "account": "1234",
                 "transport": "udp"}],
            "actions": [{"do": "fire", "group": "g"}]}, r.to)
    assert len(r.frames) == 6
    assert figures["events"]["lost"] == 3 and figures["under_way"] == 0


def test_an_answer_without_the_key_is_none(tmp_path):
    with dc09.Receiver(0, [lambda f, k: dc09.frame(
            f'"ACK"{f.seq}{f.route}[]'.encode()), ack],
            key=b"A" * 16) as r:
        figures, _ = play(tmp_path, {
            "length_s": 2, "timeout_s": 1, "groups": [
                {"name": "g", "account": "1234", "key": "A" * 16}],
            "actions": [{"do": "open", "group": "g", "number": 4}]}, r.to)
    assert [f.data for f in r.frames] == [b"#1234|Nri1/OP04"] * 2
    assert figures["strange_answers"] == 1
    assert figures["events"]["acked"] == 1


def test_silence_is_silence(tmp_path):
    with dc09.Receiver(0, [ack], udp=True) as r:
        figures, _ = play(tmp_path, {
            "length_s": 3, "groups": [
                {"name": "g", "account": "1234", "transport": "udp",
                 "heartbeat_s": "200ms"}],
            "actions": [{"do": "silence", "group": "g"},
                        {"do": "fire", "group": "g", "at_s": 1}]}, r.to)
    assert len(r.frames) <= 2 and figures["dropped"] == 1


def words(receiver, text, *more):
    done = subprocess.run(
        [ANWEI, "panel", "--to", receiver.to, "--account", "1234",
         "--timeout", "1", "--interactive", *more], input=text,
        capture_output=True, text=True, timeout=60,
        env={**os.environ, "LC_ALL": "C"})
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_one_panel_by_words():
    with dc09.Receiver(0, [ack]) as r:
        out = words(r, "burglary 3\nrestore 3\ndance\nfire\n"
                       "restore fire 12\nclose 5\nmains\nrestore mains")
    assert [f.data[6:] for f in r.frames] == [
        b"Nri1/BA03", b"Nri1/BR03", b"Nri1/FA01", b"Nri1/FR12", b"Nri1/CL05",
        b"Nri1/AT", b"Nri1/AR"]
    assert out.count("acknowledged") == 7
    assert out.count("what?") == 2  # at the start, and for "dance"
    with dc09.Receiver(0, [ack]) as r:
        words(r, "holdup 2\n", "--cid")
    assert r.frames[0].data == b"#1234|1122 01 002"


# ---- with the server ----

@pytest.fixture(params=kinds(), scope="module")
def centre(request):
    server = Server(request.param, ANWEI_RECEIVER_LISTEN="127.0.0.1:0",
                    ANWEI_RECEIVER_PER_ADDRESS_MAX="100000",
                    ANWEI_SUPERVISION_TOLERANCE_MIN_S="5",
                    ANWEI_SUPERVISION_WAIT_S="2")
    server.run("org", "add", "--name", "Centre")
    server.add_user("boss", "manager")
    started(server)
    yield server
    server.remove()


def started(server):
    server.start()
    server.to = "127.0.0.1:" + re.findall(
        r'"subject":"recv","event":"listen","text":"port=(\d+)',
        server.log.read_text())[-1]


def ask(server, text):
    if server.database:
        out = server._psql(server.url, text)
    else:
        out = subprocess.run(
            ["sqlite3", f"{server.folder}/data/anwei.db", text],
            capture_output=True, text=True, check=True).stdout
    return [row.split("|") for row in out.split()]


PANELS = 2000


def panels_make(server):
    """Copies of one panel that went through its form, by SQL."""
    c = Client(server)
    assert c.sign_in("boss").status == 200
    rows = Rows(c)
    body = rows.body("panel")
    body.update(name="p", account="100000", state="live", protocol="dc09",
                format="sia", encryption="none", receiver_line="R1L1",
                paths=["ip"], interval_ip_s=10)
    a = c.post("/panel", body)
    assert a.status == 201, a.json
    series = ("generate_series(1, %d) AS n" if server.database else
              "(WITH RECURSIVE k(n) AS (SELECT 1 UNION ALL SELECT n + 1 "
              "FROM k WHERE n < %d) SELECT n FROM k) AS n") % (PANELS - 1)
    number = "n.n" if server.database else "n"
    hexed = (f"upper(to_hex(1048576 + {number}))" if server.database else
             f"printf('%X', 1048576 + {number})")
    ask(server, f"""INSERT INTO panel (id, org, version, created_ms,
        changed_ms, number, name, site, state, protocol, account,
        receiver_line, format, encryption, paths, interval_ip_s, standby_h)
        SELECT p.id + {number}, p.org, 1, p.created_ms, p.changed_ms,
        'X' || {number}, 'p' || {number}, p.site, p.state, p.protocol,
        {hexed}, p.receiver_line, p.format, p.encryption, p.paths,
        p.interval_ip_s, p.standby_h FROM panel p, {series}""")
    return c


def told_of(server):
    """What the watch itself told: code and priority → rows."""
    return dict(ask(server, "SELECT code || priority, COUNT(*) FROM signal "
                            "WHERE source = 'own' GROUP BY 1"))


def test_two_thousand_panels_none_lost_none_twice(centre, tmp_path):
    c = panels_make(centre)
    centre.stop()  # all of them are read at the start
    started(centre)
    udp = PANELS - 200
    figures, out = play(tmp_path, {
        "length_s": 22, "timeout_s": 5, "attempts": 4, "groups": [
            {"name": "u", "count": udp, "account": "100000", "line": "R1L1",
             "transport": "udp", "heartbeat_s": 8},
            {"name": "t", "count": 200, "account": f"{0x100000 + udp:X}",
             "line": "R1L1", "transport": "tcp", "heartbeat_s": 8}],
        "actions": [
            {"do": "burglary", "group": "u", "at_s": 3, "in_s": 5,
             "panels": 1000},
            {"do": "close", "group": "t", "at_s": 5, "in_s": 2}]}, centre.to)
    print(out)
    events = figures["events"]
    assert events["messages"] == events["acked"] == 1200, figures
    assert events["lost"] == figures["strange_answers"] == 0
    assert figures["heartbeats"]["lost"] == 0
    [[rows, panels, frames]] = ask(
        centre, "SELECT COUNT(*), COUNT(DISTINCT panel), COUNT(DISTINCT "
                "account || '/' || seq) FROM signal WHERE source = 'dc09'")
    assert [rows, panels, frames] == ["1200"] * 3
    for code, n in ("BA", "1000"), ("CL", "200"):
        assert ask(centre, "SELECT COUNT(*) FROM signal WHERE data LIKE "
                           f"'%|Nri1/{code}%'") == [[n]]
    # Nobody was silent for too long, whatever the load.
    assert ask(centre, "SELECT code FROM signal WHERE source = 'own'") == []
    c = Client(centre)
    assert c.sign_in("boss").status == 200
    until = time.monotonic() + 15
    while c.get("/supervision").json["counts"]["up"] != PANELS:
        assert time.monotonic() < until, c.get("/supervision").json["counts"]
        time.sleep(0.5)
    # Now all of them are silent: one storm, the single ones in the log.
    until = time.monotonic() + 60
    while c.get("/supervision").json["counts"]["overdue"] != PANELS:
        assert time.monotonic() < until, c.get("/supervision").json["counts"]
        time.sleep(1)
    told = told_of(centre)  # written in groups, behind the watch
    while told.get("path_overdue5") != str(PANELS):
        assert time.monotonic() < until, told
        time.sleep(0.5)
        told = told_of(centre)
    del told["path_overdue5"]
    assert set(told) == {"path_storm2"} and int(told["path_storm2"]) < 12
    [storm] = c.get("/supervision").json["storms"]
    assert storm["group"].startswith(("line:R1L1", "carrier:ip"))
    assert storm["lost"] == storm["still"] == PANELS


@pytest.mark.parametrize("firmware, transport, lost", [
    (["binary_crc"], "udp", 0), (["lower_hex"], "tcp", 0),
    (["no_line"], "udp", 0), (["empty_line"], "udp", 0),
    (["coalesced"], "tcp", 0), (["fragmented"], "tcp", 0),
    (["bad_crc"], "udp", 20), (["bad_length"], "tcp", 20),
    (["never_reads"], "tcp", 20)])
def test_faulty_firmware(centre, tmp_path, firmware, transport, lost):
    """What the receiver can understand it takes, once; the rest it leaves
    unanswered, and goes on."""
    line = "R1" if set(firmware) & {"no_line", "empty_line"} else "R1L1"
    account = {"binary_crc": "A1", "lower_hex": "A2", "no_line": "A3",
               "empty_line": "A4", "coalesced": "A5", "fragmented": "A6",
               "bad_crc": "A7", "bad_length": "A8",
               "never_reads": "A9"}[firmware[0]] + "00"
    figures, _ = play(tmp_path, {
        "length_s": 2, "timeout_s": 1, "groups": [
            {"name": "g", "count": 20, "account": account, "line": line,
             "transport": transport, "firmware": firmware}],
        "actions": [{"do": "tamper", "group": "g", "in_s": 1}]}, centre.to)
    assert figures["events"]["lost"] == lost, figures
    [[rows]] = ask(centre, "SELECT COUNT(*) FROM signal WHERE account LIKE "
                           f"'{account[:2]}__'")
    assert int(rows) == (0 if lost and firmware != ["never_reads"] else 20)
