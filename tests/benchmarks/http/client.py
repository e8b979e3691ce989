"""A light HTTP client for loopback: keeps connections busy or a pace, and times every answer; it retries nothing."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import cast

__all__ = ["Connection", "Timed", "busy", "once", "opened"]


@dataclass
class Timed:
    """What came of a number of requests; milliseconds."""

    spent: list[float] = field(default_factory=list)
    statuses: dict[int, int] = field(default_factory=dict)
    wrong: int = 0  # answers without what they should hold
    seconds: float = 0.0


class Connection(asyncio.Protocol):
    """One connection, one request at a time."""

    def __init__(self) -> None:
        self._buffer = b""
        self._waiting: asyncio.Future[tuple[int, bytes]] | None = None
        self._transport: asyncio.Transport | None = None
        self.used = 0.0

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Keep the way out."""
        self._transport = cast("asyncio.Transport", transport)

    def data_received(self, data: bytes) -> None:
        """Give an answer to who waits once all of it is there."""
        self._buffer += data
        end = self._buffer.find(b"\r\n\r\n")
        if end < 0:
            return
        head = self._buffer[:end].lower()
        at = head.find(b"content-length:")
        if at < 0:
            chunked = self._buffer.endswith(b"0\r\n\r\n")
            length = len(self._buffer) - end - 4 if chunked else 1 << 60
        else:
            length = int(head[at + 15 :].split(b"\r\n", 1)[0])
        if len(self._buffer) >= end + 4 + length and self._waiting is not None and not self._waiting.done():
            body, self._buffer = self._buffer[end + 4 : end + 4 + length], b""
            self._waiting.set_result((int(head[9:12]), body))

    def connection_lost(self, exc: Exception | None) -> None:
        """Tell who waits."""
        if self._waiting is not None and not self._waiting.done():
            self._waiting.set_exception(ConnectionError(str(exc)))

    async def ask(self, request: bytes) -> tuple[int, bytes]:
        """Send one request and give status and body."""
        assert self._transport is not None
        self._waiting = asyncio.get_running_loop().create_future()
        self.used = time.perf_counter()
        self._transport.write(request)
        return await self._waiting

    def close(self) -> None:
        """Close."""
        if self._transport is not None:
            self._transport.close()


async def opened(port: int) -> Connection:
    """A connection to a server on this machine."""
    _, protocol = await asyncio.get_running_loop().create_connection(Connection, "127.0.0.1", port)
    return protocol


async def once(port: int, request: bytes) -> tuple[int, bytes]:
    """Status and body of one request on a connection of its own."""
    connection = await opened(port)
    answered = await connection.ask(request)
    connection.close()
    return answered


async def busy(port: int, request: Callable[[], bytes], expected: bytes, *, connections: int, seconds: float) -> Timed:
    """Keep so many connections busy for so long; an answer that lacks `expected` is counted as wrong."""
    result = Timed()
    clock = time.perf_counter
    begin = clock()
    end = begin + seconds

    async def worker() -> None:
        connection = await opened(port)
        while (start := clock()) < end:
            status, body = await connection.ask(request())
            result.spent.append((clock() - start) * 1e3)
            result.statuses[status] = result.statuses.get(status, 0) + 1
            result.wrong += status != 200 or expected not in body
        connection.close()

    await asyncio.gather(*(worker() for _ in range(connections)))
    result.seconds = clock() - begin
    return result
