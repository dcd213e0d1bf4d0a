"""The receiver over real sockets, against an independent encoder: what is
answered byte by byte, and what then stands in the stream."""

import time

import pytest

import dc09
from test_sessions import kinds
from town import Town, ack, duh, is_nak, sealed, sia

KEY = bytes.fromhex("0123456789ABCDEF0123456789ABCDEF")


@pytest.fixture(scope="module", params=kinds())
def town(request):
    with Town(request.param) as t:
        for account in ("12345A", "1234", "1001", "1002", "0000", "000110",
                        "AAA", "123456", "0123", "7303658550", "9413"):
            t.made("panel", name=account, site=t.site, state="live",
                   protocol="dc09", account=account, receiver_line="L0",
                   format="sia", encryption="none", paths=["ip"],
                   standby_h=80)
        t.panel("C0DE", key=KEY)
        t.panel("C0D2", key=bytes(range(24)))
        t.panel("C0D3", key=bytes(range(32)))
        yield t
        t.server.stop()


def body_of(line):
    return b"\n" + line + b"\r"


# protocols.md 1.3: frame as published, its answer
VECTORS = [
    (b'CE110032"SIA-DCS"9876R579BDFL789ABC#12345A[#12345A|NFA129]',
     b'"ACK"9876R579BDFL789ABC#12345A[]'),
    (b'DC530046"SIA-DCS"9876R579BDFL789ABC#12345A[#12345A|NFA129]'
     b'_13:14:15,02-15-2006', b'"ACK"9876R579BDFL789ABC#12345A[]'),
    (b'87CD0037"ADM-CID"9876R579BDFL789ABC#12345A[#12345A|1110 00 129]',
     b'"ACK"9876R579BDFL789ABC#12345A[]'),
    (b'9EC40027"ADM-CID"0001L0#1002[#1002|1602 00 001]',
     b'"ACK"0001L0#1002[]'),
    (b'BE780027"ADM-CID"0041L0#1001[#1001|1602 00 030]',
     b'"ACK"0041L0#1001[]'),
    (b'F4D20029"SIA-DCS"0001RF3L77#1234[#1234|NRR|Atest]',
     b'"ACK"0001RF3L77#1234[]'),
    (b'96ED0016"SIA-DCS"0001L0#1234[]', b'"ACK"0001L0#1234[]'),
    (b'3BAC0029"SIA-DCS"0002#0123[#0123|Nti20:50:26RP99]',
     b'"ACK"0002#0123[]'),
    (b'24810050"SIA-DCS"1660L0#000110[#000110|Nri0RP2^SL 1807110200065423^]'
     b'_18:00:01,01-19-2022', b'"ACK"1660L0#000110[]'),
    (b'9337003A"SIA-DCS"1706L0#0000[#0000|Nri1/NP501]_13:36:04,12-22-2021',
     b'"ACK"1706L0#0000[]'),
    (b'43580023"SIA-DCS"0084L0#AAA[#AAA|Nri1/XC12]', b'"ACK"0084L0#AAA[]'),
    (b'9618004D"SIA-DCS"7960L0#123456[#123456|Nri1CL0^VX FRONTE       ^]'
     b'_22:40:48,04-11-2021', b'"ACK"7960L0#123456[]'),
    (b'D800002F"SIA-DCS"0002R1L1#1234[#1234|Nri2ti10:02:04BA3]',
     b'"ACK"0002R1L1#1234[]'),
]
HEARTBEATS = [
    (b'EEA50029"NULL"0000R1L1#9413[]_16:56:18,09-07-2023',
     b'"ACK"0000R1L1#9413[]'),
    (b'BB86002C"NULL"0001L#7303658550[]_15:39:38,06-07-2019',
     b'"ACK"0001L#7303658550[]'),
]


@pytest.mark.parametrize("over", ["tcp", "udp"])
def test_published_frames_are_acknowledged_and_stored(town, over):
    before = len(town.panels_rows("id"))
    with getattr(town, over)() as line:
        for frame, answer in VECTORS:
            assert line.ask(body_of(frame)) == dc09.frame(answer), frame
    if over == "udp":  # the same frames again: not one row more, but for
        # the two without a time that have one number, each after the other
        assert len(town.panels_rows("id")) == before + 2
        return
    rows = town.panels_rows("transport, account, seq, token, state")[before:]
    assert len(rows) == len(VECTORS)
    assert rows[0][:4] == ("tcp", "12345A", "9876", "SIA-DCS")
    assert [r[4] for r in rows] == \
        ["undecoded" if b"1234[]" in f else "decoded" for f, _ in VECTORS]
    assert town.panels_rows("format, code, class, zone_no")[before] == \
        ("sia", "FA", "fire", "129")
    assert town.panels_rows("format, code, class, zone_no")[before + 2] == \
        ("cid", "110", "fire", "129")


@pytest.mark.parametrize("over", ["tcp", "udp"])
def test_heartbeats_are_acknowledged_without_a_row(town, over):
    before = len(town.panels_rows("id"))
    with getattr(town, over)() as line:
        for frame, answer in HEARTBEATS:
            assert line.ask(body_of(frame) + b"\0") == dc09.frame(answer)
    assert len(town.panels_rows("id")) == before


def test_wrong_sums_answers_of_others_and_noise_are_met_with_silence(town):
    quiet = [
        b'97F90078"SIA-DCS"6002L0#AAA[|Nri2/JC12]_12:58:23,09-15-2021',
        b'CE120032"SIA-DCS"9876R579BDFL789ABC#12345A[#12345A|NFA129]',
        b'E4410025"NAK"0000R0L0A0[]_16:20:01,09-24-2025',
        b'5C410020"ACK"0001R000001L000000#000000[]',
    ]
    before = len(town.panels_rows("id"))
    with town.tcp() as line, town.udp() as datagrams:
        for frame in quiet:
            line.send(body_of(frame))
            datagrams.send(body_of(frame))
        line.send(b"SR0001L0001    006969XX    [ID00000000]\x14")
        datagrams.send(b"SR0001L0001    006969XX    [ID00000000]\x14")
        assert line.ask(sia(7, "1234", "NBA1")) == ack(7, "1234")
        assert datagrams.ask(sia(8, "1234", "NBA1")) == ack(8, "1234")
    assert len(town.panels_rows("id")) == before + 2


def test_frames_come_cut_and_glued(town):
    frames = [sia(100 + i, "1234", f"NBA{i}") for i in range(20)]
    whole = b"".join(frames)
    with town.tcp() as line:
        for at in range(0, len(whole), 7):
            line.send(whole[at:at + 7])
            time.sleep(0.001)
        for i in range(20):
            assert line.read() == ack(100 + i, "1234")
        line.send(b"\0 \r\0".join(frames))
        assert [line.read() for _ in range(20)] == \
            [ack(100 + i, "1234") for i in range(20)]


def test_a_binary_crc_is_answered_with_one(town):
    body = b'"SIA-DCS"0200L0#1234[#1234|NBA1]'
    crc = dc09.crc16(body)
    frame = b"\n" + bytes([crc >> 8, crc & 255]) + b"0%03X" % len(body) + \
        body + b"\r"
    answer = b'"ACK"0200L0#1234[]'
    crc = dc09.crc16(answer)
    want = b"\n" + bytes([crc >> 8, crc & 255]) + b"0%03X" % len(answer) + \
        answer + b"\r"
    with town.udp() as line:
        assert line.ask(frame) == want
    with town.tcp() as line:
        line.send(frame)
        got = b""
        while len(got) < len(want):
            got += line.s.recv(4096)
        assert got == want


def test_an_account_in_the_data_alone_is_enough(town):
    with town.tcp() as line:
        got = line.ask(dc09.frame(b'"SIA-DCS"0210L0[#1234|NBA1]'))
        assert dc09.Frame(got).id == "ACK"
    assert town.panels_rows("account, panel")[-1][0] == "1234"
    assert town.panels_rows("account, panel")[-1][1] != ""


def test_case_of_accounts_is_echoed_and_not_compared(town):
    with town.tcp() as line:
        assert line.ask(sia(220, "12345a", "NBA1")) == ack(220, "12345a")
    account, panel = town.panels_rows("account, panel")[-1]
    assert account == "12345a" and panel != ""


def test_windows_1252_becomes_text(town):
    with town.tcp() as line:
        got = line.ask(sia(230, "1234", b"NBA1|ACaf\xe9"))
        assert got == ack(230, "1234")
    assert "Caf\u00e9" in town.panels_rows("data")[-1][0]


@pytest.mark.parametrize("account,size", [("C0DE", 16), ("C0D2", 24),
                                          ("C0D3", 32)])
def test_encrypted_frames_of_all_key_lengths(town, account, size):
    key = KEY if size == 16 else bytes(range(size))
    with town.tcp() as line:
        got = line.ask(sealed(1, account, b"NBA7", key))
        f = dc09.Frame(got, key)
        assert (f.id, f.encrypted, f.seq) == ("ACK", True, "0001")
        assert f.route == f"L0#{account}" and f.data == b""
        assert f.tail in [dc09.stamp(s) for s in range(-3, 2)]
        beat = dc09.Frame(line.ask(sealed(0, account, b"", key,
                                          kind=b"NULL")), key)
        assert beat.id == "ACK" and beat.encrypted
    assert town.panels_rows("account, encrypted, data")[-1] == \
        (account, "1", f"#{account}|NBA7")


def test_an_encrypted_frame_outside_the_window_gets_our_time(town):
    before = len(town.panels_rows("id"))
    with town.tcp() as line:
        for shift in (-60, 40, 7200):
            assert is_nak(line.ask(sealed(3, "C0DE", b"NBA8", KEY,
                                          stamp=dc09.stamp(shift))))
        # As a panel does then: its clock set, the same again.
        got = line.ask(sealed(3, "C0DE", b"NBA8", KEY))
        assert dc09.Frame(got, KEY).id == "ACK"
        for shift in (-35, 15):
            got = line.ask(sealed(4, "C0DE", b"NBA8", KEY,
                                  stamp=dc09.stamp(shift)))
            assert dc09.Frame(got, KEY).id == "ACK"
    assert len(town.panels_rows("id")) == before + 3


def test_a_replayed_encrypted_frame_is_a_repeat(town):
    stamp = dc09.stamp()
    one = sealed(5, "C0DE", b"NBA19", KEY, stamp=stamp)
    other = sealed(5, "C0DE", b"NBA19", KEY, stamp=stamp, pad=b"q")
    assert one != other
    before = len(town.panels_rows("id"))
    with town.tcp() as line, town.udp() as elsewhere:
        for way, frame in ((line, one), (elsewhere, one), (line, other)):
            assert dc09.Frame(way.ask(frame), KEY).id == "ACK"
    assert len(town.panels_rows("id")) == before + 1


def test_a_wrong_key_is_refused_and_kept(town):
    before = len(town.panels_rows("id"))
    with town.tcp() as line:
        assert is_nak(line.ask(sealed(6, "C0DE", b"NBA9", b"x" * 16)))
        assert is_nak(line.ask(sealed(6, "1234", b"NBA9", KEY)))
        # It tries the whole day: not a row for each.
        for seq in range(10, 40):
            assert is_nak(line.ask(sealed(seq, "C0DE", b"NBA9", b"x" * 16)))
    rows = town.panels_rows("state, data")[before:]
    assert 2 <= len(rows) <= 5
    assert all(r == ("undecoded", "") for r in rows)


def test_a_plain_frame_of_an_account_that_encrypts_is_refused_and_kept(town):
    with town.tcp() as line:
        assert line.ask(sia(50, "C0DE", "NOP1")) == duh(50, "C0DE")
    assert town.panels_rows("account, state")[-1] == ("C0DE", "undecoded")


def test_unknown_accounts_are_acknowledged_and_kept(town):
    with town.tcp() as line:
        assert line.ask(sia(1, "BEEF", "NBA1")) == ack(1, "BEEF")
        assert line.ask(dc09.frame(b'"NULL"0000L0#BEEF[]')) == \
            ack(0, "BEEF")
    assert town.panels_rows("account, panel, state")[-1] == \
        ("BEEF", "", "unknown")


def test_unknown_tokens_and_codes_are_acknowledged_and_kept(town):
    with town.tcp() as line:
        for body in (b'"VIS-BBA"0300L0#1234[#1234|whatever]',
                     b'"SIA-DCS"0301L0#1234[#1234|NQQ99]',
                     b'"ADM-CID"0302L0#1234[#1234|nonsense]'):
            got = dc09.Frame(line.ask(dc09.frame(body)))
            assert got.id == "ACK"
    rows = town.panels_rows("seq, token, state")[-3:]
    assert [r[0] for r in rows] == ["0300", "0301", "0302"]
    assert all(r[2] == "undecoded" for r in rows)


def test_good_sums_around_nonsense_are_kept_and_answered_duh(town):
    with town.tcp() as line:
        got = line.ask(dc09.frame(b'"SIA-DCS"0310L0#1234 no brackets'))
        assert b'"DUH"0310' in got
    assert town.panels_rows("state")[-1][0] in ("unknown", "undecoded")


@pytest.mark.parametrize("route", [
    "L0#01234567890123456", "L00000001#1234", "L0#12-34", "L0R0#12"])
def test_an_odd_route_is_acknowledged_and_kept(town, route):
    """A DUH would make the panel repeat it for ever."""
    frame = dc09.frame(f'"SIA-DCS"0320{route}[#1234|NBA1]'.encode())
    with town.tcp() as line:
        got = line.ask(frame)
    assert f'"ACK"0320{route}[]'.encode() in got
    assert town.panels_rows("account")[-1][0] == route.split("#")[1]


def test_conformance_of_sequence_numbers(town):
    """Each once, whatever the order; the numbers wrap."""
    for run in ([9995, 9996, 9995, 9997], [1, 2, 1, 3],
                [9998, 9999, 1, 2]):
        before = len(town.panels_rows("id"))
        with town.tcp() as line:
            for seq in run:
                data = f"NBA{run[0] % 90 + seq % 7}"
                assert line.ask(sia(seq, "1001", data)) == ack(seq, "1001")
        assert len(town.panels_rows("id")) == before + len(set(run))


def test_a_constant_sequence_number_is_no_repeat(town):
    before = len(town.panels_rows("id"))
    with town.udp() as line:
        for zone in range(1, 6):
            assert line.ask(sia(1, "1002", f"NBA{zone}")) == ack(1, "1002")
        for s in range(3):  # the same event at other times
            stamp = dc09.stamp(s - 500)
            assert line.ask(sia(1, "1002", "NBA1", stamp=stamp)) == \
                ack(1, "1002")
    assert len(town.panels_rows("id")) == before + 8


def test_the_acknowledgement_reaches_who_ends_his_sending(town):
    import socket
    with town.tcp() as line:
        line.send(sia(400, "1234", "NBA1"))
        line.s.shutdown(socket.SHUT_WR)
        assert line.read() == ack(400, "1234")
        assert line.read() == b""


def test_the_connection_stays_open_after_an_answer(town):
    with town.tcp() as line:
        assert line.ask(sia(401, "1234", "NBA1")) == ack(401, "1234")
        assert line.read(timeout=1.5) is None
        assert line.ask(sia(402, "1234", "NBA1")) == ack(402, "1234")


def test_several_events_are_one_frame_with_several_rows(town):
    before = len(town.panels_rows("id"))
    with town.tcp() as line:
        got = line.ask(sia(410, "1234", "NBA01^Porte^|Nri2/id7/OP07"
                                        "|Oti12:00/TA03"))
        assert got == ack(410, "1234")
    assert town.panels_rows("part, code, zone_no, user_no")[before:] == [
        ("0", "BA", "1", ""), ("1", "OP", "", "7"), ("2", "TA", "3", "")]


def test_policies_of_a_line(town):
    line_id = town.made("receiver", name="strict", line="R7L7",
                        unknown_answer="silent", plain_answer="silent")
    town.panel("5EC1", line="R7L7", key=KEY)
    try:
        with town.tcp() as line:
            line.send(sia(1, "BEE0", "NBA1", route="R7L7"))
            line.send(sia(2, "5EC1", "NBA1", route="R7L7"))
            got = line.ask(sia(3, "1234", "NBA77", route="L0"))
            assert got == ack(3, "1234")
            assert line.read(timeout=0.5) is None
        rows = town.panels_rows("account, state")[-3:]
        assert sorted(rows[:3])[1:] == [("5EC1", "undecoded"),
                                        ("BEE0", "unknown")]
    finally:
        a = town.boss.call("PATCH", f"/receiver/{line_id}",
                           {"unknown_answer": "ack"},
                           headers={"If-Match": '"1"'})
        assert a.status == 200, a.json


def test_the_key_of_a_line_opens_no_account_with_its_own(town):
    shared = bytes(range(100, 116))
    a = town.boss.call("PUT", "/secret/key-of-l7",
                       {"value": "hex:" + shared.hex(), "kind": "panel_key"})
    assert a.status == 204
    town.made("receiver", name="L7", line="L7", key_ref="key-of-l7",
              unknown_answer="ack", plain_answer="duh")
    town.panel("5EA1", line="L7", key=KEY)
    town.panel("5EA2", line="L7")

    def said(seq, account, key):
        content = b"|#%s|NBA1]%s" % (account, dc09.stamp())
        return dc09.frame(b'"*SIA-DCS"%04dL7[' % seq +
                          dc09.encrypt(key, content))
    with town.tcp() as line:
        got = dc09.Frame(line.ask(said(1, b"5EA2", shared)), shared)
        assert got.id == "ACK"
        assert b'"NAK"' in line.ask(said(2, b"5EA1", shared))
    assert town.panels_rows("account, state")[-2:] == [
        ("5EA2", "decoded"), ("5EA1", "undecoded")]


def test_secrets_go_in_and_never_come_out(town):
    a = town.boss.get("/secret")
    assert a.status == 200
    assert "key-C0DE-L0" in [i["name"] for i in a.json["items"]]
    assert KEY.hex() not in a.bytes.decode().lower()
    assert town.boss.get("/secret/key-C0DE-L0").status in (404, 405)
    bad = town.boss.call("PUT", "/secret/x",
                         {"value": "too short", "kind": "panel_key"})
    assert bad.status == 422
    stored = town.server.stored()
    assert KEY.hex().encode() not in stored.lower()


def test_figures_are_told(town):
    assert town.fate("stored") > 0
    assert town.fate("repeat") > 0
    assert town.fate("heartbeat") > 0
    assert town.metric("anwei_frame_answer_seconds_count") > 0
    assert town.metric("anwei_stream_rows_total") > 0
