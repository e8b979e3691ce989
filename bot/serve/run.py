"""The bot as one process: puts the parts together, runs until told to stop, and finishes what it has begun."""

from __future__ import annotations

import asyncio
import contextlib
import gc
import signal
import socket
import sys
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

import structlog
from slack_bolt.app.async_app import AsyncApp
from slack_sdk.web.async_client import AsyncWebClient

from bot.serve.guard import Guard
from bot.serve.health import Health
from bot.serve.metrics import Metrics
from bot.serve.web import WebServer
from bot.serve.workspace import OneWorkspace

__all__ = ["GRACE_SECONDS", "Running", "run"]

GRACE_SECONDS: Final = 10
WARM_AFTER: Final = 0.5
SWITCH_SECONDS: Final = 0.0005
STOP_SIGNALS: Final = (signal.SIGINT, signal.SIGTERM)

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Running:
    """The parts of one running bot."""

    app: AsyncApp
    client: AsyncWebClient
    workspace: OneWorkspace
    health: Health
    metrics: Metrics
    # With an app token Slack comes by Socket Mode, and what comes in here is for operators alone.
    listening: socket.socket | None = None
    app_token: str | None = None
    ready: Callable[[], None] = lambda: None
    warm: Callable[[], object] = lambda: None  # on a thread: makes what the first of some questions would wait for
    tend: Callable[[], Coroutine[object, object, None]] | None = None  # goes on beside all until the bot stops
    # What closes when all has been finished, in this order.
    closing: tuple[Callable[[], Awaitable[None]], ...] = ()
    grace: int = GRACE_SECONDS
    stop: asyncio.Event = field(default_factory=asyncio.Event)


async def run(parts: Running) -> None:
    """Run until a signal or `stop`; return when all that was begun is finished or the grace is over.

    Raises TokenError when Slack does not accept a token.
    """
    async with contextlib.AsyncExitStack() as stack:
        # Undone in the opposite order: first no new requests, then what was begun, then the store.
        for close in reversed(parts.closing):
            stack.push_async_callback(close)
        stack.push_async_callback(_finish, parts.grace)
        stack.enter_context(_signals(parts.stop))
        introduction = asyncio.create_task(parts.workspace.introduce_patiently(), name="bbt introduction")
        stack.push_async_callback(_cancel, introduction)
        serving: list[asyncio.Task[None]] = []
        if parts.listening is not None:
            serving.append(await stack.enter_async_context(_http(parts, parts.listening)))
        connected: asyncio.Event | None = None
        if parts.app_token is not None:
            task, connected = await stack.enter_async_context(_socket_mode(parts, parts.app_token))
            serving.append(task)
        # What lives as long as the process is no garbage: the collector need not look at it in the middle of an answer.
        gc.collect()
        gc.freeze()
        # The store writes on a thread of its own: it must not keep the loop waiting its whole turn of 5 ms.
        sys.setswitchinterval(SWITCH_SECONDS)
        welcome = asyncio.create_task(_welcomed(parts, connected), name="bbt welcome")
        stack.push_async_callback(_cancel, welcome)
        warming = asyncio.create_task(_warmed(parts.warm), name="bbt warming")
        stack.push_async_callback(_cancel, warming)
        if parts.tend is not None:
            tending = asyncio.create_task(parts.tend(), name="bbt tending")
            stack.push_async_callback(_cancel, tending)
        await _stopped(parts.stop, {introduction, welcome}, serving)
        parts.health.stopping = True
        log.info("stopping")
    log.info("stopped")


async def _welcomed(parts: Running, connected: asyncio.Event | None) -> None:
    """Say that questions are welcome: at once where we listen ourselves, else when Slack has greeted us."""
    if connected is not None:
        await connected.wait()
    parts.ready()
    log.info("started", mode="http" if parts.app_token is None else "socket")


async def _warmed(warm: Callable[[], object]) -> None:
    await asyncio.sleep(WARM_AFTER)  # whoever was waiting for the start goes first
    await asyncio.to_thread(warm)


async def _stopped(stop: asyncio.Event, passing: set[asyncio.Task[Any]], serving: Sequence[asyncio.Task[None]]) -> None:
    """Wait until told to stop, or until something that should go on has ended; what is passing may end before."""
    waiting = asyncio.create_task(stop.wait())
    try:
        pending: set[asyncio.Task[Any]] = {waiting, *passing, *serving}
        while not waiting.done():
            done, pending = await asyncio.wait(pending, return_when=asyncio.FIRST_COMPLETED)
            for task in done:
                task.result()  # a token that will never do, or a server that broke, ends the run here
            if not done <= passing:
                return
    finally:
        await _cancel(waiting)


@contextlib.asynccontextmanager
async def _http(parts: Running, listening: socket.socket) -> AsyncIterator[asyncio.Task[None]]:
    guard = Guard(parts.app if parts.app_token is None else None, parts.health, parts.metrics)
    server = WebServer(guard, parts.grace)
    task = asyncio.create_task(server.serve_on(listening), name="bbt http")
    try:
        yield task
    finally:
        server.stop()
        await task


@contextlib.asynccontextmanager
async def _socket_mode(parts: Running, app_token: str) -> AsyncIterator[tuple[asyncio.Task[None], asyncio.Event]]:
    from bot.serve.socket_mode import SocketDoor  # noqa: PLC0415 - nothing of it is needed over HTTP

    door = SocketDoor(parts.app, app_token, parts.client, parts.metrics)
    parts.health.add("slack", door.check)
    task = asyncio.create_task(door.serve(), name="bbt socket mode")
    try:
        yield task, door.greeted
    finally:
        await door.close(parts.grace)
        await _cancel(task)


@contextlib.contextmanager
def _signals(stop: asyncio.Event) -> Iterator[None]:
    """SIGTERM and SIGINT ask to stop; a second one does not wait for what was begun."""
    loop = asyncio.get_running_loop()

    def asked(number: signal.Signals) -> None:
        stop.set()
        loop.remove_signal_handler(number)

    for number in STOP_SIGNALS:
        loop.add_signal_handler(number, asked, number)
    try:
        yield
    finally:
        for number in STOP_SIGNALS:
            loop.remove_signal_handler(number)


async def _finish(grace: int) -> None:
    """Wait for work off the critical path: rich forms on their way, what is being kept."""
    try:
        async with asyncio.timeout(grace):
            while others := asyncio.all_tasks() - {asyncio.current_task()}:
                await asyncio.wait(others)
    except TimeoutError:
        log.warning("not_finished", tasks=len(asyncio.all_tasks()) - 1)


async def _cancel(task: asyncio.Task[Any]) -> None:
    task.cancel()
    await asyncio.wait({task})
