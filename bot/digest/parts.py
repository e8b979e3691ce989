"""Puts the delivery together over one database; it starts nothing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from msgspec import Struct
from sqlalchemy import Engine

from bot.digest.content import Verdicts
from bot.digest.counter import Counter
from bot.digest.find import finder
from bot.digest.holiday import is_holiday
from bot.digest.outcome import Post
from bot.digest.plan import Planning
from bot.digest.render import Dress, Rendering
from bot.digest.said import SharedVerdicts
from bot.digest.send import Pace, Sending
from bot.storage.deliveries import Deliveries
from bot.storage.engine import open_engine, writing
from bot.storage.heard import Heard
from bot.storage.lanes import Lanes
from bot.storage.migrate import migrate
from bot.storage.sound import check_file, engine_file, file_of
from bot.storage.subscribers import Subscribers
from bot.wiring import House

__all__ = ["Outside", "Parts", "counter_of", "engine_address", "open_parts"]


class Outside(Struct, frozen=True):
    """What a delivery is given: the figures, the face, the clock, who it is, and how fast."""

    house: House
    dress: Dress
    slack: Post
    clock: Callable[[], datetime]
    owner: str
    pace: Pace
    verdicts: Verdicts | None = None  # None: the log kept in the same database
    ended: Callable[[str, float], None] = lambda _state, _seconds: None


class Parts(Struct, frozen=True):
    """The rooms of a delivery over one database; `close` it."""

    base: Engine
    subscribers: Subscribers
    deliveries: Deliveries
    lanes: Lanes
    planning: Planning
    rendering: Rendering
    sending: Sending

    def close(self) -> None:
        """Give the connections back."""
        self.base.dispose()


def open_parts(address: str, outside: Outside) -> Parts:
    """Open the database, bring its tables up to date, and build on it.

    Raises DamagedError for a SQLite file that cannot be trusted, ours or the engine's.
    """
    base = open_engine(address, pool_size=8)
    file = file_of(address)
    if file is not None:
        check_file(engine_file(file))
    migrate(base)
    subscribers, deliveries, lanes = Subscribers(base), Deliveries(base), Lanes(base)
    planning = Planning(subscribers, deliveries, is_holiday, outside.dress, outside.clock)
    verdicts = outside.verdicts or SharedVerdicts(Heard(base, writing(base)))
    rendering = Rendering(outside.house, outside.dress, subscribers, deliveries, outside.clock, verdicts)
    sending = Sending(
        deliveries,
        lanes,
        subscribers,
        outside.slack,
        outside.clock,
        outside.owner,
        outside.clock(),
        outside.pace,
        outside.ended,
    )
    return Parts(base, subscribers, deliveries, lanes, planning, rendering, sending)


def engine_address(address: str) -> str:
    """Where the engine keeps how far it got: beside a SQLite file, in a schema of its own in another database."""
    file = file_of(address)
    return address if file is None else f"sqlite:///{engine_file(file)}"


def counter_of(parts: Parts, house: House, clock: Callable[[], datetime]) -> Counter:
    """Where digests are ordered, over the same database."""
    return Counter(
        parts.subscribers, parts.deliveries, parts.planning, parts.rendering, is_holiday, finder(house), clock
    )
