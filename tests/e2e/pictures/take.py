"""`make pictures`: takes the pictures of the documentation from the real bot, in the demo and in its rich form."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bot.demo.install import cache_folder, install
from bot.slack.door import Door
from bot.slack.dress import Dresser
from bot.storage.memory import MemoryStore
from bot.wiring import open_house
from tests.e2e.browser.page import Page, browsing
from tests.house.files import ROOT

__all__ = ["main"]

HERE = Path(__file__).parent
PICTURES = ROOT / "docs" / "pictures"
MOST = 300 * 1024  # bytes of one picture
DESKTOP, PHONE = (1000, 1180), (390, 1700)  # high enough to show an answer whole
RICH = (("rich", "loopbanen", (720, 600)), ("rich-phone", "loopbanen", (390, 600)))
# What the page has of its own that says nothing about the bot; on a phone Slack shows no side bar.
FRAME = ".topbar-right, .search-bar, .composer, .msg-hover-actions, .sidebar-item:last-child .hash"
PHONE_FRAME = f"{FRAME}, .sidebar"
SPEECH = (
    "Loopbanen stijgt met 57,7 miljoen, vooral door de index. De VDAB krijgt er 4,4 miljoen bij. "
    "Duurzame arbeidsmarkt (werk) stijgt. De dienstencheques kosten 1,6 miljard."
)
STOPS = 20.0


def main() -> int:
    """Take all pictures; 1 when one is too large."""
    PICTURES.mkdir(exist_ok=True)
    with browsing(cache_folder()) as page:
        with _demo() as address:
            _conversation(Camera(page), address)
        _rich(Camera(page))
    large = [one.name for one in PICTURES.glob("*.png") if one.stat().st_size > MOST]
    for name in large:
        print(f"{name} is larger than {MOST // 1024} KB")
    return 1 if large else 0


class Camera:
    """Takes a picture of the page below a name."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def take(self, name: str, **how: Any) -> None:
        self.page.order("picture", path=str(PICTURES / f"{name}.png"), **how)
        print(PICTURES / f"{name}.png")


def _conversation(camera: Camera, address: str) -> None:
    page = camera.page
    page.open(address, DESKTOP)
    page.be("U0ANKE")
    said = page.typed("/bbt loopbanen")
    camera.take("private", hide=FRAME)
    page.press(said, "Waarom")
    page.becomes(said, "57,9 miljoen")
    page.press(page.becomes(said, "57,9 miljoen"), "Deel in kanaal")
    shared = page.comes("deelde dit antwoord", [said])
    page.order("gone", ts=said["ts"])
    page.be("U0BILAL")
    page.becomes(shared, "deelde dit antwoord")
    camera.take("shared", hide=FRAME)
    page.order("channel", name="debat")
    page.typed(f"/bbt check {SPEECH}")
    camera.take("check", hide=FRAME)
    page.open(address, PHONE)
    page.be("U0BILAL")
    page.order("channel", name="debat")
    said = page.typed("/bbt loopbannnen xx")
    camera.take("phone-misspelt", selector=".msg", hide=PHONE_FRAME)
    page.press(said, "Loopbanen")
    page.becomes(said, "57,7 miljoen")
    camera.take("phone", selector=".msg", hide=PHONE_FRAME)


def _rich(camera: Camera) -> None:
    modules = install(HERE / "node", cache_folder())
    door = Door(open_house(), MemoryStore(), lambda: datetime.now(UTC))
    for name, question, (width, height) in RICH:
        said = door.plain(question)
        assert said is not None
        blocks = Dresser(remarks=True).message(said, "rich", "private")["blocks"]
        camera.page.order("draw", html=_drawn(modules, blocks), width=width, height=height)
        camera.take(name, selector="#message")


def _drawn(modules: Path, blocks: list[dict[str, Any]]) -> str:
    given = json.dumps({"blocks": blocks, "time": "2026-01-12T09:00:00+01:00"})
    environment = {**os.environ, "NODE_PATH": str(modules), "NODE_ENV": "production", "TZ": "Europe/Brussels"}
    command = ["node", str(HERE / "render.cjs")]
    ran = subprocess.run(command, input=given, env=environment, capture_output=True, text=True, check=True)
    return ran.stdout


@contextmanager
def _demo() -> Iterator[str]:
    """The demo as everybody starts it; the address of its page once questions are welcome."""
    child = subprocess.Popen([sys.executable, "-m", "bot", "demo"], stdout=subprocess.PIPE, text=True)
    try:
        assert child.stdout is not None
        yield next(found[0] for line in child.stdout if (found := re.search(r"http://\S+", line)))
    finally:
        child.send_signal(signal.SIGINT)
        child.communicate(timeout=STOPS)


if __name__ == "__main__":
    sys.exit(main())
