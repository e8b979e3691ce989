"""The local Slack lives as long as the demo; a program in its place shows how it starts, fails and ends."""

from __future__ import annotations

import json
import os
import sys

import pytest

from bot.demo import server
from bot.demo.server import NotStartedError, serving
from bot.demo.workspace import CHANNELS, PEOPLE, workspace

PROGRAM = """#!{python}
import os, pathlib, signal, sys, time
at = dict(zip(sys.argv[1::2], sys.argv[2::2]))
pathlib.Path({note!r}).write_text(f"{{os.getpid()}} {{at['--port']}} " + pathlib.Path(at["--config"]).read_text())
{does}
"""
STARTS = 'print("  local-slack is running\\n  Web UI:        http://127.0.0.1:4321", flush=True)\ntime.sleep(600)'
STUBBORN = "signal.signal(signal.SIGTERM, signal.SIG_IGN)\n" + STARTS
FAILS = 'print("port in use")'


@pytest.fixture
def program(tmp_path):
    def made(does: str):
        file = tmp_path / "program"
        file.write_text(PROGRAM.format(python=sys.executable, note=str(tmp_path / "note"), does=does), encoding="utf-8")
        file.chmod(0o755)
        return file

    return made


def _note(tmp_path):
    pid, port, config = (tmp_path / "note").read_text(encoding="utf-8").split(" ", 2)
    return int(pid), port, json.loads(config)


def _lives(pid):
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def test_it_is_given_the_workspace_and_a_free_port_and_tells_its_address(program, tmp_path):
    with serving(program(STARTS), {"workspace": {"name": "x"}}) as address:
        pid, port, config = _note(tmp_path)
        assert (address, port, config) == ("http://127.0.0.1:4321", "0", {"workspace": {"name": "x"}})
        assert _lives(pid)
    assert not _lives(pid)


def test_it_ends_with_us_even_when_we_fail_or_it_does_not_listen(program, tmp_path, monkeypatch):
    monkeypatch.setattr(server, "STOPS", 0.1)
    with pytest.raises(ZeroDivisionError), serving(program(STUBBORN), {}):
        raise ZeroDivisionError
    assert not _lives(_note(tmp_path)[0])


def test_what_it_said_is_told_when_it_does_not_start(program):
    with pytest.raises(NotStartedError, match="port in use"), serving(program(FAILS), {}):
        pass


def test_one_that_says_nothing_is_not_waited_for_for_ever(program, monkeypatch):
    monkeypatch.setattr(server, "STARTS", 0.1)
    with pytest.raises(NotStartedError), serving(program("time.sleep(600)"), {}):
        pass


def test_the_workspace_has_three_people_and_two_channels_with_all_of_them_in():
    made = workspace()
    assert (len(PEOPLE), len(CHANNELS)) == (3, 2)
    assert made["app"]["mode"] == "socket"
    for channel in made["channels"]:
        assert set(PEOPLE) < set(channel["members"])


def test_with_an_address_events_are_signed_and_posted_there():
    app = workspace("http://127.0.0.1:1/slack/events")["app"]
    assert (app["mode"], app["requestUrl"]) == ("events", "http://127.0.0.1:1/slack/events")
