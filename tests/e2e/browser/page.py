"""The page of the local Slack in a real browser, driven by playwright-core; it says what is seen and judges nothing."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from bot.demo.install import install

__all__ = ["NoBrowserError", "Page", "browsing"]

HERE = Path(__file__).parent
NAMES = ("chromium", "chromium-browser", "google-chrome")
DESKTOP = (1280, 900)
LEAVES = 20.0  # seconds


class NoBrowserError(Exception):
    """There is no browser, or nothing to drive it with; the text says which."""


class Page:
    """Orders to the hand on the browser; each returns when what it waits for is there."""

    def __init__(self, hand: subprocess.Popen[str]) -> None:
        self._hand = hand

    def order(self, order: str, **given: Any) -> Any:
        assert self._hand.stdin is not None
        assert self._hand.stdout is not None
        self._hand.stdin.write(json.dumps({"order": order, **given}) + "\n")
        self._hand.stdin.flush()
        line = self._hand.stdout.readline()
        answer = json.loads(line) if line else {"error": "the browser is gone", "shows": ""}
        assert "error" not in answer, f"{answer['error']}\nThe page shows:\n{answer['shows']}"
        return answer["value"]

    def open(self, address: str, size: tuple[int, int] = DESKTOP) -> None:
        """The page anew, as nobody has opened it yet."""
        self.order("open", address=address, width=size[0], height=size[1])

    def be(self, user: str) -> None:
        """Go on as another person."""
        self.order("be", user=user)

    def typed(self, text: str) -> dict[str, Any]:
        """Type something; the message of the bot that then comes."""
        before = [one["ts"] for one in self.messages()]
        self.order("type", text=text)
        return self.order("until", text="", before=before)

    def messages(self) -> list[dict[str, Any]]:
        return self.order("messages")

    def has(self, ts: str) -> bool:
        return ts in {one["ts"] for one in self.messages()}

    def becomes(self, message: dict[str, Any], text: str) -> dict[str, Any]:
        """The same message once it says something."""
        return self.order("until", text=text, ts=message["ts"])

    def comes(self, text: str, besides: Sequence[dict[str, Any]] = ()) -> dict[str, Any]:
        """A message of the bot that says something, other than those."""
        return self.order("until", text=text, before=[one["ts"] for one in besides])

    def press(self, message: dict[str, Any], label: str) -> None:
        self.order("press", ts=message["ts"], label=label)


@contextmanager
def browsing(folder: Path) -> Iterator[Page]:
    """A browser without a screen, its driver fetched as locked.

    Raises NoBrowserError without node or Chromium, NotInstalledError when the driver cannot be fetched.
    """
    node = shutil.which("node")
    chromium = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
    if node is None:
        raise NoBrowserError("there is no node")
    if chromium is None:
        raise NoBrowserError("there is no Chromium (CHROMIUM names one)")
    modules = install(HERE / "node", folder)
    with subprocess.Popen(
        [node, str(HERE / "driver.cjs")],
        env={**os.environ, "NODE_PATH": str(modules), "CHROMIUM": chromium},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as hand:
        try:
            yield Page(hand)
        finally:
            assert hand.stdin is not None
            hand.stdin.close()
            try:
                hand.wait(LEAVES)
            except subprocess.TimeoutExpired:
                hand.kill()
