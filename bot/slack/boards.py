"""Keeps the live messages of debates up to date: never more often than the pace, and the last state always arrives."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Final

import aiohttp
from slack_sdk.errors import SlackClientError
from structlog.stdlib import BoundLogger

from bot.slack.background import Background
from bot.storage.port import Place

__all__ = ["PACE", "Boards"]

PACE: Final = 3.0  # seconds between two updates, over all debates of a workspace (SLACK.md: chat.update is tiered)
_ATTEMPTS: Final = 20  # a minute of a Slack that does not answer; the next claim tries again


class Boards:
    """Shows what changed, one place after the other; `show` draws the newest state of a place."""

    def __init__(
        self,
        show: Callable[[Place], Awaitable[None]],
        background: Background,
        log: BoundLogger,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._show = show
        self._background = background
        self._log = log
        self.sleep = sleep
        self._changed: dict[Place, int] = {}  # with how often it was tried in vain
        self._last = -PACE
        self._going = False

    def touch(self, place: Place) -> None:
        """Note that a place changed; it is shown in its turn, many changes at once."""
        self._changed[place] = 0
        if not self._going:
            self._going = True
            self._background.begin(self._run())

    async def _run(self) -> None:
        clock = asyncio.get_running_loop().time
        try:
            while self._changed:
                wait = self._last + PACE - clock()
                if wait > 0:
                    await self.sleep(wait)
                self._last = clock()
                place = next(iter(self._changed))
                await self._try(place, self._changed.pop(place))
        finally:
            self._going = False

    async def _try(self, place: Place, tried: int) -> None:
        try:
            await self._show(place)
        except (SlackClientError, aiohttp.ClientError, TimeoutError) as error:
            self._log.warning("debate.not_shown", error=type(error).__name__, tried=tried + 1)
            if tried + 1 < _ATTEMPTS:
                self._changed.setdefault(place, tried + 1)
