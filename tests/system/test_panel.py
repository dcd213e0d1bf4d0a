"""anwei panel: what a panel says to a receiver, and what it does with each
answer.  Frames and AES are made and read here without the program."""

import os
import subprocess
import time

import pytest

import dc09
from server import ANWEI

KEYS = {
    "AAAAAAAAAAAAAAAA": b"A" * 16,
    "0123456789ABCDEF0123456789abcdef": bytes.fromhex("0123456789abcdef" * 2),
    "text:0123456789ABCDEF01234567": b"0123456789ABCDEF01234567",
    "hex:" + "ab" * 32: b"\xab" * 32,
}


def ack(f, key):
    return dc09.ack(f, key)


def panel(receiver, *words, send="SIA:BA03", account="1234", timeout=1):
    done = subprocess.run(
        [ANWEI, "panel", "--to", getattr(receiver, "to", receiver),
         "--account", account, "--send", send, "--timeout", str(timeout),
         *words],
        capture_output=True, text=True, timeout=60,
        env={**os.environ, "LC_ALL": "C"})
    return done.returncode, done.stdout, done.stderr


@pytest.mark.parametrize("udp", [False, True])
@pytest.mark.parametrize("send, id, data", [
    ("SIA:BA03", "SIA-DCS", b"#1234|NBA03"),
    ("SIA:ri1/BA03|Aback door", "SIA-DCS", b"#1234|Nri1/BA03|Aback door"),
    ("CID:1130 01 005", "ADM-CID", b"#1234|1130 01 005"),
    ("null", "NULL", b""),
])
def test_each_kind_is_acknowledged(udp, send, id, data):
    with dc09.Receiver(0, [ack], udp=udp) as r:
        code, out, err = panel(r, *["--udp"] * udp, "--sequence", "7",
                               send=send)
    assert (code, err) == (0, "")
    [f] = r.frames
    assert (f.id, f.data, f.tail) == (id, data, b"")
    assert (f.seq, f.route) == ("0000" if id == "NULL" else "0007",
                                "R0L0#1234")
    assert "acknowledged" in out and f'"{id}"' in out and '"ACK"' in out


def test_receiver_and_line():
    with dc09.Receiver(0, [ack]) as r:
        assert panel(r, "--receiver", "F3", "--line", "77",
                     account="AbC")[0] == 0
        assert panel(r, "--receiver", "", "--line", "")[0] == 0
    assert [f.route for f in r.frames] == ["RF3L77#AbC", "#1234"]


@pytest.mark.parametrize("text", KEYS)
@pytest.mark.parametrize("send", ["SIA:OP14", "null"])
def test_encrypted_both_ways(text, send):
    """What ours encrypts, openssl decrypts, and the other way round."""
    with dc09.Receiver(0, [ack], key=KEYS[text]) as r:
        code, out, _ = panel(r, "--key", text, send=send)
    assert code == 0
    [f] = r.frames
    assert f.encrypted
    assert f.data == (b"" if send == "null" else b"#1234|NOP14")
    near = [dc09.stamp(s) for s in range(-5, 1)]
    assert f.tail in near
    assert '"*ACK"' in out and "acknowledged" in out


def test_every_length_of_pad():
    key = b"A" * 16
    with dc09.Receiver(0, [ack], key=key) as r:
        for n in range(1, 17):
            assert panel(r, "--key", "A" * 16, send="SIA:" + "B" * n)[0] == 0
    assert [f.data for f in r.frames] == [b"#1234|N" + b"B" * n
                                          for n in range(1, 17)]


def test_nak_brings_the_receivers_time():
    with dc09.Receiver(0, [lambda f, k: dc09.nak(3600), ack],
                       key=b"A" * 16) as r:
        # the answer's time must fit the time that was taken
        r.answers[1] = lambda f, k: dc09.frame(
            f'"*ACK"{f.seq}{f.route}['.encode() +
            dc09.encrypt(k, b"]" + dc09.stamp(3600)))
        code, out, _ = panel(r, "--key", "A" * 16)
    assert code == 0 and "taken" in out
    first, second = r.frames
    assert first.seq == second.seq
    assert first.tail in [dc09.stamp(s) for s in range(-5, 1)]
    assert second.tail in [dc09.stamp(3600 + s) for s in range(-5, 2)]


def test_a_second_nak_is_the_end():
    with dc09.Receiver(0, [lambda f, k: dc09.nak()]) as r:
        code, out, err = panel(r)
    assert code == 1 and len(r.frames) == 2
    assert out.count("NAK:") == 2 and "not acknowledged" in err


def test_duh_is_final():
    with dc09.Receiver(0, [lambda f, k: dc09.duh(f)]) as r:
        code, out, _ = panel(r)
    assert code == 1 and len(r.frames) == 1 and "DUH:" in out


@pytest.mark.parametrize("udp", [False, True])
def test_silence_is_tried_three_times(udp):
    with dc09.Receiver(0, [lambda f, k: None], udp=udp) as r:
        start = time.monotonic()
        code, out, _ = panel(r, *["--udp"] * udp)
        took = time.monotonic() - start
    assert code == 1 and out.count("no answer in time") == 3
    assert len(r.frames) == 3 and len({f.seq for f in r.frames}) == 1
    assert 3 <= took < 10


def test_an_answer_at_the_third_time():
    with dc09.Receiver(0, [lambda f, k: None, lambda f, k: "close",
                           ack]) as r:
        code, out, _ = panel(r)
    assert code == 0 and len(r.frames) == 3
    assert "closed without an answer" in out


def test_closed_at_once():
    with dc09.Receiver(0, [lambda f, k: "close"]) as r:
        code, out, _ = panel(r)
    assert code == 1 and r.connections == 3


def test_nobody_there():
    with dc09.Receiver(0, [ack]) as r:
        to = r.to
    code, out, _ = panel(to)
    assert code == 1 and out.count("cannot connect") == 3


def other_seq(f, key):
    f.seq = "9999"
    return dc09.ack(f)


def other_account(f, key):
    f.route = "R0L0#9999"
    return dc09.ack(f)


def bad_crc(f, key):
    return dc09.ack(f).replace(b"[]", b"[x]")


def plain_for_encrypted(f, key):
    f.encrypted = False
    return dc09.ack(f)


def wrong_key(f, key):
    return dc09.ack(f, b"B" * 16)


@pytest.mark.parametrize("wrong", [other_seq, other_account, bad_crc])
def test_another_ones_answer_is_ignored(wrong):
    with dc09.Receiver(0, [wrong, wrong, ack]) as r:
        code, out, _ = panel(r)
    assert code == 0 and out.count("ignored") == 2 and len(r.frames) == 3


def test_an_answer_amid_noise_with_a_binary_crc():
    """The second answer is the right one, glued to the first."""
    def answer(f, key):
        right = dc09.ack(f)
        crc = bytes.fromhex(right[1:5].decode())
        return (b"hello\r\0" + other_seq(f, key) +
                b"\n" + crc + right[5:] + b"\0")
    with dc09.Receiver(0, [answer]) as r:
        code, out, _ = panel(r)
    assert code == 0 and out.count("ignored") == 1 and len(r.frames) == 1


@pytest.mark.parametrize("wrong", [plain_for_encrypted, wrong_key])
def test_an_ack_without_the_key_is_no_ack(wrong):
    with dc09.Receiver(0, [wrong], key=b"A" * 16) as r:
        code, out, _ = panel(r, "--key", "A" * 16)
    assert code == 1 and out.count("ignored") == 3


def test_several_messages_on_one_connection():
    with dc09.Receiver(0, [ack]) as r:
        code, _, _ = panel(r, "--count", "4", "--sequence", "9998")
        assert code == 0 and r.connections == 1
    assert [f.seq for f in r.frames] == ["9998", "9999", "0001", "0002"]


def test_every_waits():
    with dc09.Receiver(0, [ack], udp=True) as r:
        start = time.monotonic()
        assert panel(r, "--udp", "--every", "1", "--count", "3",
                     send="null")[0] == 0
        took = time.monotonic() - start
    assert len(r.frames) == 3 and 2 <= took < 4


def test_one_lost_of_three_is_said():
    answers = [ack, lambda f, k: dc09.duh(f), ack]
    with dc09.Receiver(0, answers) as r:
        code, _, err = panel(r, "--count", "3")
    assert code == 1 and "1 of 3" in err and len(r.frames) == 3


@pytest.mark.parametrize("words, said", [
    (["--send", "BA03"], "--send"),
    (["--send", "CID:130 01 005"], "--send"),
    (["--send", "SIA:BA]"], "--send"),
    (["--send", "SIA:"], "--send"),
    (["--account", "12G4"], "--account"),
    (["--account", "01234567890123456"], "--account"),
    (["--line", "1234567"], "--line"),
    (["--key", "short"], "key"),
    (["--to", "nowhere"], "--to"),
    (["--to", "127.0.0.1:99999"], "--to"),
    (["--timeout", "0"], "--timeout"),
    (["--sequence", "10000"], "--sequence"),
])
def test_what_cannot_be_sent_is_said(words, said):
    code, out, err = panel("127.0.0.1:1", *words)
    assert code == 2 and said in err and out == ""


def test_the_help_names_the_words():
    for lang in ("C", "zh_CN.UTF-8"):
        done = subprocess.run([ANWEI, "panel", "--help"], text=True,
                              capture_output=True,
                              env={**os.environ, "LC_ALL": lang})
        for word in ("burglary", "holdup", "close", "mains", "test",
                     "--scenario", "doc/alarm.md"):
            assert word in done.stdout


@pytest.mark.parametrize("words, said", [
    (["--account", "1234", "--send", "null"], "--to"),
    (["--to", "127.0.0.1:1", "--send", "null"], "--account"),
    (["--scenario", "/nowhere"], "/nowhere"),
])
def test_what_is_missing_is_said(words, said):
    done = subprocess.run([ANWEI, "panel", *words], text=True,
                          capture_output=True,
                          env={**os.environ, "LC_ALL": "C"})
    assert done.returncode != 0 and said in done.stderr, done.stderr
