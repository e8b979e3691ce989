"""The port to what is kept: favourites, recent questions, last subjects, what was heard and refused; it stores nothing.

Every method takes the moment from its caller, so that a store reads no clock. What is kept for a person goes with
`forget`, what is kept for a team with `forget_team`.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final, Protocol

from msgspec import Struct

from bot.grammar.followup import Last

__all__ = ["FAVOURITES", "RECENTS", "REFUSAL_KEPT", "SEEN_KEPT", "SUBJECT_KEPT", "Person", "Place", "Store"]

SUBJECT_KEPT: Final = timedelta(minutes=30)
SEEN_KEPT: Final = timedelta(hours=2)  # Slack delivers an event again for an hour at most
REFUSAL_KEPT: Final = timedelta(days=7)  # a client learns new blocks: then the rich form gets another chance
FAVOURITES: Final = 20
RECENTS: Final = 10


class Person(Struct, frozen=True):
    """Somebody in one workspace."""

    team: str
    user: str


class Place(Struct, frozen=True):
    """A conversation: a direct message, or one thread of a channel (thread "" for none)."""

    team: str
    channel: str
    thread: str = ""


class Store(Protocol):
    """Where it is kept; questions are kept as they were typed, newest first."""

    async def favourites(self, who: Person) -> tuple[str, ...]:
        """Give the favourite questions."""

    async def follow(self, who: Person, question: str, now: datetime) -> bool:
        """Keep a favourite; False when there are FAVOURITES already. One that is there already moves to the front."""

    async def unfollow(self, who: Person, question: str) -> bool:
        """Drop a favourite; False when it was none."""

    async def recents(self, who: Person) -> tuple[str, ...]:
        """Give the last RECENTS different questions."""

    async def asked(self, who: Person, question: str, now: datetime) -> None:
        """Keep a question as the most recent one."""

    async def last(self, place: Place, now: datetime) -> Last | None:
        """Give what the conversation was about; None when that was more than SUBJECT_KEPT ago or unknown."""

    async def remember(self, place: Place, who: Person, last: Last, now: datetime) -> None:
        """Keep what the conversation is about, and who spoke."""

    async def first_time(self, event: str, now: datetime) -> bool:
        """Note an event; False when it was noted before (within SEEN_KEPT at least)."""

    async def refused(self, surface: str, now: datetime) -> bool:
        """Whether Slack refused the rich form on that surface within REFUSAL_KEPT."""

    async def refuse(self, surface: str, now: datetime) -> None:
        """Note that Slack refused the rich form on that surface."""

    async def forget(self, who: Person) -> None:
        """Remove everything kept for a person."""

    async def forget_team(self, team: str) -> None:
        """Remove everything kept for a team."""

    async def close(self) -> None:
        """Finish what was begun; nothing may be asked afterwards."""
