"""The delivery of digests beside the running bot: on threads of its own, begun when requests are welcome already."""

from __future__ import annotations

import asyncio
import os
import secrets
import socket
import threading
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any, Final

import structlog

from bot.serve.health import Part
from bot.serve.metrics import Metrics
from bot.slack.blocks import Profile, forms, message
from bot.wiring import House

if TYPE_CHECKING:
    from bot.digest.counter import Counter
    from bot.digest.engine import Engine
    from bot.digest.parts import Parts
    from bot.replies.model import Reply

__all__ = ["Delivery"]

SILENT: Final = timedelta(minutes=5)  # a look at the clock comes each minute
STOP_SECONDS: Final = 5
LOOK_SECONDS: Final = 2.0  # between two looks for a first reader: far below the minute in which a digest is due

log = structlog.get_logger(__name__)


def _now() -> datetime:
    return datetime.now(UTC)


@dataclass
class Delivery:
    """Opens with the first order or the start, whichever comes first; `stop` it before the loop ends."""

    house: House
    address: str
    token: str = field(repr=False)
    api_url: str | None
    proxy: str | None
    profile: Profile
    metrics: Metrics
    _lock: threading.Lock = field(default_factory=threading.Lock, repr=False)
    _parts: Parts | None = None
    _engine: Engine | None = None
    _begun: datetime = field(default_factory=_now)
    _thread: threading.Thread | None = None
    _ending: threading.Event = field(default_factory=threading.Event, repr=False)
    _idle: bool = False  # nobody wants a digest, so nothing looks at the clock
    _trouble: str = ""  # why it could not begin yet

    def counter(self) -> Counter:
        """Where digests are ordered; it waits for the database."""
        from bot.digest.parts import counter_of  # noqa: PLC0415 - on the thread of who orders

        return counter_of(self._open(), self.house, _now)

    def start(self) -> None:
        """Begin to deliver, on a thread: the engine takes half a second to load, and no answer waits for it.

        It is loaded when somebody has a digest, here or by another process: it doubles the memory of a bot that only
        answers.
        """
        self._thread = threading.Thread(target=self._start, name="bbt-digests-start", daemon=True)
        self._thread.start()

    async def stop(self) -> None:
        """Stop delivering; what is under way is finished or taken over by whoever comes next."""
        await asyncio.to_thread(self._stop)

    async def check(self) -> Part:
        """Whether somebody looked at the clock of late, here or in another process."""
        if self._trouble:
            return Part(ready=False, facts={"started": False, "error": self._trouble})
        if self._parts is None or self._idle:
            return Part(ready=True, facts={"started": False})
        last = await asyncio.to_thread(self._last_tick)
        age = None if last is None else round((_now() - last).total_seconds())
        waiting = _now() - self._begun < SILENT
        recent = age is not None and age < SILENT.total_seconds()
        return Part(ready=recent or waiting, facts={"started": self._engine is not None, "tick_age_s": age})

    def _open(self) -> Parts:
        from bot.digest.parts import Outside, open_parts  # noqa: PLC0415 - on the thread of who waits for it
        from bot.digest.send import Pace  # noqa: PLC0415
        from bot.slack.posting import WebPost  # noqa: PLC0415

        with self._lock:
            if self._parts is None:
                pace = Pace()
                slack = WebPost(self.token, self.api_url, pace.post_seconds, self.proxy)
                owner = f"{socket.gethostname()}-{os.getpid()}-{secrets.token_hex(4)}"
                ended = self.metrics.digest_ended
                outside = Outside(self.house, self._dress, slack, _now, owner, pace, ended=ended)
                self._parts = open_parts(self.address, outside)
            return self._parts

    def _dress(self, reply: Reply) -> tuple[dict[str, Any], ...]:
        return tuple([{**message(reply, profile=one)} for one in forms(self.profile)])

    def _start(self) -> None:
        """Begin, and begin again when the database is away, its disk full or no file left to open."""
        from bot.storage.engine import AwayError  # noqa: PLC0415 - on a thread of its own

        while True:
            try:
                self._begin()
            except (AwayError, OSError) as error:
                name = type(error).__name__
                if name != self._trouble:  # once: the next try comes soon
                    log.warning("digests_not_started", error=name)
                self._trouble = name
            else:
                self._trouble = ""
                return
            if self._ending.wait(LOOK_SECONDS):
                return

    def _begin(self) -> None:
        self._idle = True
        if self._await_somebody():
            self._idle = False
            self._run(self._open())

    def _await_somebody(self) -> bool:
        """Wait until there is a subscription, through one connection of its own; False when the bot stops before."""
        from bot.storage.engine import open_engine  # noqa: PLC0415
        from bot.storage.subscribers import Subscribers  # noqa: PLC0415

        base = open_engine(self.address, pool_size=1)
        try:
            subscribers = Subscribers(base)
            while not subscribers.anybody():
                if self._ending.wait(LOOK_SECONDS):
                    return False
            return True
        finally:
            base.dispose()

    def _run(self, parts: Parts) -> None:
        from bot.digest.engine import Clockwork, Engine  # noqa: PLC0415
        from bot.digest.parts import engine_address  # noqa: PLC0415
        from bot.storage.engine import AwayError  # noqa: PLC0415

        engine = Engine(parts, Clockwork(), engine_address(self.address), self._observe)
        try:
            engine.start()
        except (AwayError, OSError):
            engine.stop(0)  # half of it may run
            raise
        self._engine = engine
        log.info("digests_started", replica=engine.replica)

    def _observe(self) -> None:
        if self._parts is not None:
            self.metrics.digests_now(self._parts.deliveries.counts(), self._parts.subscribers.mark("tick"))

    def _last_tick(self) -> datetime | None:
        from bot.storage.engine import moment  # noqa: PLC0415

        at = 0 if self._parts is None else self._parts.subscribers.mark("tick")
        return moment(at) if at else None

    def _stop(self) -> None:
        self._ending.set()
        if self._thread is not None:
            self._thread.join()
        if self._engine is not None:
            self._engine.stop(STOP_SECONDS)
        if self._parts is not None:
            self._parts.close()
