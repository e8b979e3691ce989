"""Work off the critical path: begun at once, finished before the bot stops; it decides nothing about it."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Coroutine

__all__ = ["Background", "Few"]


class Few:
    """Lets a few go on at a time, each place free again a `pause` in seconds after its work.

    What can wait then never crowds out an answer, however many ask at once.
    """

    def __init__(self, at_once: int, waiting: int, pause: float = 0.0) -> None:
        self._free = asyncio.Semaphore(at_once)
        self._most = at_once + waiting
        self._pause = pause
        self._here = 0

    def __len__(self) -> int:
        """How many go on or wait."""
        return self._here

    async def run(self, work: Callable[[], Awaitable[None]]) -> bool:
        """Do the work in its turn; False when too many wait already, and then it is not done."""
        if self._here >= self._most:
            return False
        self._here += 1
        try:
            await self._free.acquire()
            try:
                await work()
            finally:
                asyncio.get_running_loop().call_later(self._pause, self._free.release)
        finally:
            self._here -= 1
        return True


class Background:
    """What has been begun and is not finished. Work handles its own faults: what escapes is a defect and is raised."""

    def __init__(self) -> None:
        self._begun: set[asyncio.Task[None]] = set()

    def begin(self, work: Coroutine[object, object, None]) -> None:
        """Begin work without waiting for it."""
        task = asyncio.get_running_loop().create_task(work)
        self._begun.add(task)  # a loop holds its tasks by weak reference only
        task.add_done_callback(self._begun.discard)

    def __len__(self) -> int:
        """How much is not finished."""
        return len(self._begun)

    async def drain(self) -> None:
        """Wait until all that was begun is finished, also what that began itself."""
        while self._begun:
            await asyncio.gather(*self._begun)
