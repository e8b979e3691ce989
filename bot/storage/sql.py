"""The store in a database through SQLAlchemy, on a thread of its own; it blocks no loop and asks for no driver.

One thread and plain connections: SQLite takes one writer at a time anyhow, and an async driver would be the same
thread with a second library around it. SQLAlchemy is loaded on that thread, so that no answer waits for it.
"""

from __future__ import annotations

import asyncio
import contextlib
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final, TypeVar

from bot.grammar.followup import Last
from bot.storage.port import Person, Place
from bot.storage.subject import read_last, write_last

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.storage.database import Database
    from bot.storage.spoken import Debate, Statement

__all__ = ["SqlStore"]

T = TypeVar("T")
_BELIEVED: Final = timedelta(minutes=1)
_PACE: Final = 0.5  # seconds between two writings of what was asked: a busy minute is no row of transactions


class SqlStore:
    """The port over one database address, such as "sqlite:///bbt.db"; its tables are made when they lack."""

    def __init__(self, address: str) -> None:
        self._address = address
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="bbt-store")
        self._database: Database | None = None
        self._asked: dict[tuple[Person, str], datetime] = {}
        self._writing = asyncio.Lock()
        self._hurried = asyncio.Event()
        self._welcome: dict[str, datetime] = {}
        self._written = -_PACE
        self._awaited = False  # somebody is about to write what was asked

    def _open(self) -> Database:
        if self._database is None:
            from bot.storage.database import Database

            self._database = Database(self._address)
        return self._database

    async def _do(self, work: Callable[[Database], T]) -> T:
        return await asyncio.get_running_loop().run_in_executor(self._thread, lambda: work(self._open()))

    async def favourites(self, who: Person) -> tuple[str, ...]:
        """See Store.favourites."""
        return await self._do(lambda base: base.favourites(who))

    async def follow(self, who: Person, question: str, now: datetime) -> bool:
        """See Store.follow."""
        return await self._do(lambda base: base.follow(who, question, now))

    async def unfollow(self, who: Person, question: str) -> bool:
        """See Store.unfollow."""
        return await self._do(lambda base: base.unfollow(who, question))

    async def recents(self, who: Person) -> tuple[str, ...]:
        """See Store.recents."""
        await self._write_asked(at_once=True)
        return await self._do(lambda base: base.recents(who))

    async def asked(self, who: Person, question: str, now: datetime) -> None:
        """See Store.asked; whoever comes first writes it all in one transaction, and nobody else waits for that."""
        self._asked[who, question] = now
        if not self._awaited:
            self._awaited = True
            await self._write_asked()

    async def _write_asked(self, *, at_once: bool = False) -> None:
        loop = asyncio.get_running_loop()
        if at_once:
            self._hurried.set()
        try:
            async with self._writing:
                wait = self._written + _PACE - loop.time()
                if self._asked and wait > 0 and not at_once:
                    self._hurried.clear()
                    with contextlib.suppress(TimeoutError):
                        await asyncio.wait_for(self._hurried.wait(), wait)
                asked, self._asked, self._awaited = self._asked, {}, False
                if asked:
                    await self._do(lambda base: base.asked(asked))
                    self._written = loop.time()
        except asyncio.CancelledError:
            self._awaited = False  # the next who asks writes what is left
            raise

    async def last(self, place: Place, now: datetime) -> Last | None:
        """See Store.last."""
        kept = await self._do(lambda base: base.last(place, now))
        return None if kept is None else read_last(kept)

    async def remember(self, place: Place, who: Person, last: Last, now: datetime) -> None:
        """See Store.remember."""
        await self._do(lambda base: base.remember(place, who, write_last(last), now))

    async def first_time(self, event: str, now: datetime) -> bool:
        """See Store.first_time."""
        return await self._do(lambda base: base.first_time(event, now))

    async def refused(self, surface: str, now: datetime) -> bool:
        """See Store.refused; asked for every answer, so that nothing was refused is believed for a while."""
        welcome = self._welcome.get(surface)
        if welcome is not None and timedelta() <= now - welcome < _BELIEVED:
            return False
        refused = await self._do(lambda base: base.refused(surface, now))
        if not refused:
            self._welcome[surface] = now
        return refused

    async def refuse(self, surface: str, now: datetime) -> None:
        """See Store.refuse."""
        self._welcome.pop(surface, None)
        await self._do(lambda base: base.refuse(surface, now))

    async def forget(self, who: Person) -> None:
        """See Store.forget."""
        await self._write_asked(at_once=True)  # or it would be written after it was forgotten
        await self._do(lambda base: base.forget(who))

    async def forget_team(self, team: str) -> None:
        """See Store.forget_team."""
        await self._write_asked(at_once=True)
        self._welcome.clear()
        await self._do(lambda base: base.forget_team(team))
        await self._do(lambda base: base.heard.forget_team(team))

    async def begin_debate(self, debate: Debate) -> bool:
        """See Spoken.begin_debate."""
        return await self._do(lambda base: base.heard.begin_debate(debate))

    async def debate(self, place: Place) -> Debate | None:
        """See Spoken.debate."""
        return await self._do(lambda base: base.heard.debate(place))

    async def debates(self) -> tuple[Debate, ...]:
        """See Spoken.debates."""
        return await self._do(lambda base: base.heard.debates())

    async def set_board(self, place: Place, board: str) -> None:
        """See Spoken.set_board."""
        await self._do(lambda base: base.heard.set_board(place, board))

    async def end_debate(self, place: Place) -> Debate | None:
        """See Spoken.end_debate."""
        return await self._do(lambda base: base.heard.end_debate(place))

    async def keep(self, statements: tuple[Statement, ...]) -> None:
        """See Spoken.keep."""
        await self._do(lambda base: base.heard.keep(statements))

    async def statements(self, team: str, channel: str, since: datetime) -> tuple[Statement, ...]:
        """See Spoken.statements."""
        return await self._do(lambda base: base.heard.statements(team, channel, since))

    async def drop(self, team: str, channel: str, statement: str) -> bool:
        """See Spoken.drop."""
        return await self._do(lambda base: base.heard.drop(team, channel, statement))

    async def wipe(self, team: str, channel: str) -> int:
        """See Spoken.wipe."""
        return await self._do(lambda base: base.heard.wipe(team, channel))

    async def expire(self, before: datetime) -> None:
        """See Spoken.expire."""
        await self._do(lambda base: base.heard.expire(before))

    async def close(self) -> None:
        """See Store.close."""
        if self._database is not None:
            await self._do(lambda base: base.close())
        self._thread.shutdown(wait=False)
