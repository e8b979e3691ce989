"""What is kept of debates and of claims said for all to see: debates, statements, and the port to both.

Who asked is never kept, and nothing of a private check. A conversation is a channel; a debate is one of its threads,
or the channel itself (thread ""). Every method takes the moment from its caller.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final, Protocol

from msgspec import Struct

from bot.storage.port import Place, Store

__all__ = ["KEPT_DAYS", "SILENCE", "Debate", "Keeper", "Spoken", "Statement"]

SILENCE: Final = timedelta(hours=12)  # a debate in which nothing was said for so long is closed
KEPT_DAYS: Final = 90  # a statement is kept so long unless the settings say otherwise


class Debate(Struct, frozen=True):
    """One debate: where it is held, the live message in it ("" until it is posted), since when, and last heard."""

    place: Place
    board: str
    begun: datetime
    heard: datetime


class Statement(Struct, frozen=True):
    """One judged claim: its words, verdict and explanation, the lines it is about, the document, and when."""

    id: str
    place: Place
    quote: str
    verdict: str
    told: str
    subjects: tuple[str, ...]
    document: str
    at: datetime


class Spoken(Protocol):
    """Where debates and statements are kept."""

    async def begin_debate(self, debate: Debate) -> bool:
        """Begin a debate; False when one is open in that place."""

    async def debate(self, place: Place) -> Debate | None:
        """Give the open debate of a place."""

    async def debates(self) -> tuple[Debate, ...]:
        """Give all open debates, oldest first."""

    async def set_board(self, place: Place, board: str) -> None:
        """Note the live message of an open debate."""

    async def end_debate(self, place: Place) -> Debate | None:
        """Close the open debate of a place; only who closes it gets it, whoever comes later gets None."""

    async def keep(self, statements: tuple[Statement, ...]) -> None:
        """Keep statements; an open debate in their place was heard at their moment."""

    async def statements(self, team: str, channel: str, since: datetime) -> tuple[Statement, ...]:
        """Give the statements of a conversation since a moment, oldest first."""

    async def drop(self, team: str, channel: str, statement: str) -> bool:
        """Remove one statement of a conversation; False when it is not there."""

    async def wipe(self, team: str, channel: str) -> int:
        """Remove all statements of a conversation; how many there were."""

    async def expire(self, before: datetime) -> None:
        """Remove the statements from before a moment."""


class Keeper(Store, Spoken, Protocol):
    """A store that keeps all of it."""
