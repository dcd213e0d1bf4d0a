"""The command line: help that teaches, errors that say where, exit status;
and settings that are read again while the server runs."""

import os
import signal
import subprocess
import time

import pytest

from server import ANWEI, Client, Server


def run(*words, text="", **env):
    done = subprocess.run([ANWEI, *words], input=text, capture_output=True,
                          text=True, env={**os.environ, **env})
    return done.returncode, done.stdout, done.stderr


def commands():
    _, out, _ = run("--help", LANG="C")
    listed = out.split("\n\n")[2]
    return [line[2:18].strip() for line in listed.splitlines()]


@pytest.mark.parametrize("command", commands())
@pytest.mark.parametrize("lang", ["C", "zh_CN.UTF-8"])
def test_every_command_explains_itself(command, lang):
    code, out, err = run(*command.split(), "--help", LC_ALL=lang)
    assert code == 0 and err == ""
    assert f"anwei {command}" in out
    has_chinese = any("一" <= c <= "鿿" for c in out.split("\n")[0])
    assert has_chinese == (lang != "C")


def test_misunderstood_is_2_failed_is_1():
    assert run("nonsense")[0] == 2
    assert run()[0] == 2
    code, _, err = run("user", "add", "--login", "x", LC_ALL="C")
    assert code == 2 and "--name" in err
    code, _, err = run("backup", LC_ALL="C")
    assert code == 2 and "FILE" in err
    assert run("config", "dump", "--what", LC_ALL="C")[0] == 2
    assert run("panel")[0] == 2
    assert run("version")[0] == 0


def test_a_bad_setting_names_file_line_and_reason(tmp_path):
    file = tmp_path / "anwei.conf"
    file.write_text("# fine\nhttp.lisen = 127.0.0.1:1\n")
    code, _, err = run("--config", str(file), "config", "check", LC_ALL="C")
    assert code == 1
    assert f"{file}:2:" in err and "did you mean http.listen" in err


def test_the_sample_is_a_good_file(tmp_path):
    file = tmp_path / "anwei.conf"
    for lang in ("C", "zh_CN.UTF-8"):
        file.write_text(run("config", "sample", LC_ALL=lang)[1])
        assert run("--config", str(file), "config", "check")[0] == 0


def test_the_man_page_is_understood_by_man():
    page = run("config", "man", LC_ALL="C")[1]
    assert page.startswith(".TH ANWEI.CONF 5")
    assert "ANWEI_HTTP_LISTEN" in page


def test_a_weak_password_is_refused(tmp_path):
    data = {"ANWEI_DATA_DIR": str(tmp_path / "data"), "LC_ALL": "C"}
    assert run("org", "add", "--name", "A", **data)[0] == 0
    code, _, err = run("user", "add", "--login", "a", "--name", "a", "--roles",
                       "manager", "--password-stdin", text="short\n", **data)
    assert code == 1 and "Password" in err
    code, _, err = run("user", "add", "--login", "a", "--name", "a", "--roles",
                       "nobody", "--password-stdin",
                       text="four-words-make-it-7\n", **data)
    assert code == 1 and "nobody" in err


def test_sighup_reads_the_settings_again(tmp_path):
    server = Server("sqlite")
    file = tmp_path / "anwei.conf"
    file.write_text("log.level = info\n")
    server.env["ANWEI_CONFIG"] = str(file)
    try:
        server.start()
        file.write_text("log.level = debug\ndb.batch_max = 7\n")
        server.process.send_signal(signal.SIGHUP)
        said = wait_for(server, '"event":"reloaded"')
        assert "db.batch_max" in said
        file.write_text("log.level = loud\n")
        server.process.send_signal(signal.SIGHUP)
        said = wait_for(server, '"event":"reload"')
        assert f"{file}:1" in said
        assert Client(server).get("/session").status == 401
        server.stop()
    finally:
        server.remove()


def wait_for(server, text):
    """The line of the log that holds the text."""
    until = time.monotonic() + 10
    while time.monotonic() < until:
        for line in server.log.read_text().splitlines():
            if text in line:
                return line
        time.sleep(0.02)
    raise TimeoutError(server.log.read_text())
