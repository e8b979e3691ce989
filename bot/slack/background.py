"""Work off the critical path: begun at once, finished before the bot stops; it decides nothing about it."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine

__all__ = ["Background"]


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
