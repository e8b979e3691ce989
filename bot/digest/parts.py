"""Puts the delivery together over one database; it starts nothing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import Engine
from sqlalchemy.engine import make_url

from bot.digest.content import NoVerdicts, Verdicts
from bot.digest.holiday import is_holiday
from bot.digest.outcome import Post
from bot.digest.plan import Planning
from bot.digest.render import Dress, Rendering
from bot.digest.send import Pace, Sending
from bot.storage.deliveries import Deliveries
from bot.storage.engine import open_engine
from bot.storage.lanes import Lanes
from bot.storage.migrate import migrate
from bot.storage.subscribers import Subscribers
from bot.wiring import House

__all__ = ["Outside", "Parts", "engine_address", "open_parts"]


@dataclass(frozen=True, slots=True)
class Outside:
    """What a delivery is given: the figures, the face, the clock, who it is, and how fast."""

    house: House
    dress: Dress
    slack: Post
    clock: Callable[[], datetime]
    owner: str
    pace: Pace
    verdicts: Verdicts = NoVerdicts()  # noqa: RUF009 - it holds nothing


@dataclass(frozen=True, slots=True)
class Parts:
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
    _check_engine(address)
    migrate(base)
    subscribers, deliveries, lanes = Subscribers(base), Deliveries(base), Lanes(base)
    planning = Planning(subscribers, deliveries, is_holiday, outside.dress, outside.clock)
    rendering = Rendering(outside.house, outside.dress, subscribers, deliveries, outside.clock, outside.verdicts)
    sending = Sending(
        deliveries, lanes, subscribers, outside.slack, outside.clock, outside.owner, outside.clock(), outside.pace
    )
    return Parts(base, subscribers, deliveries, lanes, planning, rendering, sending)


def engine_address(address: str) -> str:
    """Where the engine keeps how far it got: beside a SQLite file, in a schema of its own in another database."""
    url = make_url(address)
    if url.get_backend_name() != "sqlite":
        return address
    file = Path(url.database or "")
    return f"sqlite:///{file.with_name(f'{file.stem}-engine{file.suffix}')}"


def _check_engine(address: str) -> None:
    url = make_url(engine_address(address))
    if url.get_backend_name() == "sqlite" and url.database and Path(url.database).exists():
        open_engine(engine_address(address)).dispose()
