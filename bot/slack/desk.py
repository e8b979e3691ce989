"""What every listener works with, in one hand; it listens to nothing itself."""

from __future__ import annotations

from msgspec import Struct

from bot.slack.debate import Debates
from bot.slack.door import Door
from bot.slack.dress import Dresser
from bot.slack.errors import Faults
from bot.slack.finder import Finder
from bot.slack.send import Sender

__all__ = ["Desk"]


class Desk(Struct, frozen=True):
    """The door, what dresses and sends its answers, and who tells of faults; `operator` is a channel or ""."""

    door: Door
    dresser: Dresser
    sender: Sender
    faults: Faults
    finder: Finder
    operator: str
    debates: Debates
