"""A subscription to the daily digest as a frozen fact; it reads no clock and knows no chat."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Final

from msgspec import Struct

__all__ = ["BRUSSELS", "DEFAULT_TIME", "EVERY_DAY", "WORKDAYS", "Form", "Mute", "Subscription"]

BRUSSELS: Final = "Europe/Brussels"
DEFAULT_TIME: Final = time(8, 30)
WORKDAYS: Final = (0, 1, 2, 3, 4)
EVERY_DAY: Final = (0, 1, 2, 3, 4, 5, 6)


class Mute(Struct, frozen=True):
    """A line that is left out of the digest before a date; None for as long as the reader wants."""

    line: str
    until: date | None = None


class Form(Struct, frozen=True):
    """What is filled in for a digest at once; `private` sends it to the reader alone, else it goes where it went."""

    at: time
    weekdays: tuple[int, ...]
    only_news: bool
    skip_holidays: bool
    follows: tuple[str, ...]
    private: bool


class Subscription(Struct, frozen=True):
    """The digest of one person in one workspace: when, where to and about what.

    `at` is whole minutes on the wall clock of `zone`; weekdays count from Monday (0). A `channel` of "" is a direct
    message. `paused_until` is the first date with a digest again (None: not paused). `owed_from` is the first local
    date that is owed and `changed` the moment of the last edit: a digest never falls due before it.
    """

    team: str
    user: str
    owed_from: date
    changed: datetime
    at: time = DEFAULT_TIME
    zone: str = BRUSSELS
    weekdays: tuple[int, ...] = WORKDAYS
    channel: str = ""
    on: bool = True
    paused_until: date | None = None
    only_news: bool = False
    skip_holidays: bool = False
    follows: tuple[str, ...] = ()
    mutes: tuple[Mute, ...] = ()
    trouble: str = ""  # Slack's word for why nothing can be delivered; "" when all is well

    @property
    def id(self) -> str:
        """The id a delivery's key starts with."""
        return f"{self.team}:{self.user}"

    def muted(self, line: str, day: date) -> bool:
        """Whether a line is left out on a day."""
        return any(one.line == line and (one.until is None or day < one.until) for one in self.mutes)
