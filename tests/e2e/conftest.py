"""The bot in a Slack on this machine, over Socket Mode and over signed HTTP, as a user meets it; it holds no test."""

from __future__ import annotations

import contextlib
import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from bot.demo.install import NotInstalledError, local_slack
from bot.demo.server import serving
from bot.demo.workspace import BOT_TOKEN, SIGNING_SECRET, TEAM, workspace

WAIT = 8.0
STOPS = 20.0
# Set where everything must be there: what lacks then fails, where it would else be skipped.
REQUIRED = "E2E_REQUIRED"


def lacking(why: str) -> None:
    """Skip for want of a program; fail where none may be wanting."""
    if os.environ.get(REQUIRED):
        pytest.fail(f"{REQUIRED} is set, and {why}")
    pytest.skip(f"NOT TESTED END TO END: {why}")


@dataclass
class Workspace:
    """What people do in the local Slack, and what they then see there."""

    address: str
    provoked: list[str] = field(default_factory=list)  # refusals a test asked for itself
    _opener: Any = field(default_factory=lambda: urllib.request.build_opener(urllib.request.ProxyHandler({})))

    def do(self, what: str, **body: Any) -> dict[str, Any]:
        request = urllib.request.Request(  # noqa: S310 - our own address
            f"{self.address}/_control/{what}",
            data=json.dumps(body).encode(),
            headers={"content-type": "application/json"},
        )
        with self._opener.open(request, timeout=WAIT) as response:
            return json.load(response)

    def see(self, what: str) -> dict[str, Any]:
        with self._opener.open(f"{self.address}/_control/{what}", timeout=WAIT) as response:
            return json.load(response)

    def call(self, method: str, **body: Any) -> dict[str, Any]:
        """Call the Web API as the bot does."""
        request = urllib.request.Request(  # noqa: S310 - our own address
            f"{self.address}/api/{method}",
            data=json.dumps(body).encode(),
            headers={"content-type": "application/json", "authorization": f"Bearer {BOT_TOKEN}"},
        )
        with self._opener.open(request, timeout=WAIT) as response:
            return json.load(response)

    def direct(self, user: str) -> str:
        """The conversation of a user with the bot."""
        return str(self.call("conversations.open", users=user)["channel"]["id"])

    def refused(self) -> list[str]:
        """What Slack refused, as its log tells it: `chat.postMessage -> channel_not_found`."""
        return [one["summary"] for one in self.see("log")["log"] if " -> " in one["summary"]]

    def messages(self, channel: str) -> list[dict[str, Any]]:
        return self.see(f"messages/{channel}")["messages"]

    def until(self, holds: Callable[[], Any]) -> Any:
        """What `holds` gives once it gives something; it is asked again for at most WAIT seconds."""
        end = time.monotonic() + WAIT
        while not (found := holds()):
            assert time.monotonic() < end, f"never came: {self.see('log')['log'][-3:]}"
            time.sleep(0.02)
        return found

    def answer(self, channel: str, done: Callable[[], Any]) -> dict[str, Any]:
        """Do something; the message of the bot that then comes."""
        before = {one["ts"] for one in self.messages(channel)}
        done()
        return self.until(
            lambda: next(
                (one for one in self.messages(channel) if one["ts"] not in before and one.get("bot_id")),
                None,
            )
        )

    def typed(self, channel: str, user: str, text: str) -> dict[str, Any]:
        return self.answer(channel, lambda: self.do("command", channel=channel, user=user, command="/bbt", text=text))

    def press(self, message: dict[str, Any], user: str, label: str) -> None:
        button = buttons(message)[label]
        action = {**button, "type": "button"}
        self.do("interact", channel=message["channel"], messageTs=message["ts"], user=user, action=action)


def buttons(message: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """The buttons of a message by their label."""
    return {
        element["text"]["text"]: {**element, "block_id": block.get("block_id", "")}
        for block in message.get("blocks", [])
        if block["type"] == "actions"
        for element in block["elements"]
        if element["type"] == "button"
    }


@pytest.fixture(scope="session")
def local(clean_environment: None, tmp_path_factory: pytest.TempPathFactory) -> Path:  # noqa: ARG001
    """The local Slack, fetched as locked."""
    try:
        return local_slack(tmp_path_factory.mktemp("node"))
    except NotInstalledError as error:
        lacking(f"there is no local Slack ({error.lack}: {error.details})")
        raise


@pytest.fixture(scope="session", params=["socket", "http"])
def slack(request: pytest.FixtureRequest, local: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    """A workspace with the bot in it, reached as the parameter says."""
    folder = tmp_path_factory.mktemp("bot")
    port = _free_port() if request.param == "http" else None
    events = f"http://127.0.0.1:{port}/slack/events" if port else None
    with serving(local, workspace(events)) as address, _bot(address, port, folder):
        here = Workspace(address)
        yield here
        assert here.refused() == here.provoked


def _free_port() -> int:
    """A port nobody listens on; the local Slack wants to know it before the bot takes it."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


@contextlib.contextmanager
def _bot(address: str, port: int | None, folder: Path) -> Iterator[None]:
    environment = {
        **os.environ,
        "SLACK_BOT_TOKEN": BOT_TOKEN,
        "SLACK_APP_TOKEN": "xapp-of-nothing",
        "SLACK_SIGNING_SECRET": SIGNING_SECRET,
        "SLACK_API_URL": f"{address}/api/",
        "BBT_ALLOWED_TEAMS": TEAM,
        "BBT_BLOCKS": "lined",
        "BBT_OPERATOR_CHANNEL": "C0DEBAT",
        "BBT_DATABASE_URL": f"sqlite:///{folder / 'bbt.db'}",
    }
    way = [] if port is None else ["--http", str(port)]
    with (folder / "log").open("wb") as log:
        child = subprocess.Popen(
            [sys.executable, "-m", "bot", "serve", *way],
            env=environment,
            cwd=folder,
            stdout=subprocess.PIPE,
            stderr=log,
        )
        try:
            assert child.stdout is not None
            assert re.search(rb"\w", child.stdout.readline()), (folder / "log").read_text(encoding="utf-8")
            yield
        finally:
            child.send_signal(signal.SIGTERM)
            child.communicate(timeout=STOPS)
    assert child.returncode == 0
    log_text = (folder / "log").read_text(encoding="utf-8")
    assert "Traceback" not in log_text
    assert "outside_limits" not in log_text, log_text
