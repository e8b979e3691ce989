"""The door for HTTP: what cannot be of Slack is refused here before any work; who signed it is judged by Bolt."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping, MutableMapping, Sequence
from functools import lru_cache
from time import perf_counter
from typing import Any, Final, cast

from slack_bolt.app.async_app import AsyncApp

from bot.serve.health import Health
from bot.serve.metrics import CONTENT_TYPE, Metrics
from bot.serve.reading import Refused, read_headers, read_request

__all__ = ["BODY_LIMIT", "SLACK_PATH", "Guard"]

SLACK_PATH: Final = "/slack/events"
BODY_LIMIT: Final = 1024 * 1024
BODY_SECONDS: Final = 10.0
TEXT: Final = b"text/plain; charset=utf-8"

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]


class _Gone(Exception):  # noqa: N818 - who asked has left, nobody is to blame
    pass


class Guard:
    """The ASGI application: one door for Slack (None: closed) and three for operators."""

    def __init__(self, app: AsyncApp | None, health: Health, metrics: Metrics) -> None:
        self._app = app
        self._health = health
        self._metrics = metrics
        self._bodies = _Bodies()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request.

        Raises ValueError for anything but HTTP; the server is set to send nothing else.
        """
        if scope["type"] != "http":
            raise ValueError(scope["type"])
        path, method = scope["path"], scope["method"]
        if path == SLACK_PATH and self._app is not None:
            if method == "POST":
                await self._slack(self._app, scope, receive, send)
            else:
                await self._refuse(send, Refused(405, "method"), allow=b"POST")
        elif path in ("/healthz", "/readyz", "/metrics"):
            if method == "GET":
                await self._operator(path, send)
            else:
                await self._refuse(send, Refused(405, "method"), allow=b"GET")
        else:
            await self._refuse(send, Refused(404, "path"))

    async def _slack(self, app: AsyncApp, scope: Scope, receive: Receive, send: Send) -> None:
        start = perf_counter()
        status = 500  # what the server answers when something is raised below
        try:
            try:
                headers = read_headers(scope["headers"])
                length = next((value for name, value in scope["headers"] if name == b"content-length"), None)
                request = read_request(await self._bodies.read(length, receive), headers)
            except Refused as refused:
                status = refused.status
                await self._refuse(send, refused)
                return
            except _Gone:
                status = 400
                return
            answered = await app.async_dispatch(request)
            status = answered.status
            await _respond(send, status, _encoded(answered.body), _pairs(answered.headers))
        finally:
            self._metrics.http.count(status, perf_counter() - start)

    async def _operator(self, path: str, send: Send) -> None:
        if path == "/metrics":
            await _respond(send, 200, self._metrics.text(), [(b"content-type", CONTENT_TYPE)])
        elif path == "/readyz":
            ready, told = await self._health.ready()
            await _respond(send, 200 if ready else 503, told, [(b"content-type", b"application/json")])
        else:
            await _respond(send, 200, b"ok\n", [(b"content-type", TEXT)])

    async def _refuse(self, send: Send, refused: Refused, allow: bytes = b"") -> None:
        self._metrics.guarded.labels(refused.reason).inc()
        headers = [(b"content-type", TEXT)]
        if allow:
            headers.append((b"allow", allow))
        if refused.status in (408, 413):
            headers.append((b"connection", b"close"))  # what was not read is not waited for either
        await _respond(send, refused.status, refused.reason.encode() + b"\n", headers)


class _Bodies:
    """Reads bodies, and gives up on those that do not come: one timer for all, as a timer for each costs too much."""

    def __init__(self) -> None:
        self._reading: dict[asyncio.Task[Any], float] = {}
        self._sweeping = False

    async def read(self, length: bytes | None, receive: Receive) -> bytes:
        """The whole body.

        Raises Refused when it is too large or too slow, _Gone when the sender has left.
        """
        # A length that is no number never gets here: the server refuses it.
        if length is not None and int(length) > BODY_LIMIT:
            raise Refused(413, "size")
        task = cast("asyncio.Task[Any]", asyncio.current_task())
        self._begin(task)
        try:
            message = await receive()
            body: bytes = message.get("body", b"")
            while message.get("more_body", False) and len(body) <= BODY_LIMIT:
                message = await receive()
                body += message.get("body", b"")
        except asyncio.CancelledError:
            if task in self._reading:
                raise  # by who owns the task, not by us
            task.uncancel()
            raise Refused(408, "slow") from None
        finally:
            self._reading.pop(task, None)
        if message["type"] == "http.disconnect":
            raise _Gone
        if len(body) > BODY_LIMIT:
            raise Refused(413, "size")
        return body

    def _begin(self, task: asyncio.Task[Any]) -> None:
        loop = asyncio.get_running_loop()
        self._reading[task] = loop.time()
        if not self._sweeping:
            self._sweeping = True
            loop.call_later(BODY_SECONDS, self._sweep, loop)

    def _sweep(self, loop: asyncio.AbstractEventLoop) -> None:
        late = loop.time() - BODY_SECONDS
        for task in [task for task, begun in self._reading.items() if begun <= late]:
            del self._reading[task]
            task.cancel()
        self._sweeping = bool(self._reading)
        if self._sweeping:
            loop.call_later(BODY_SECONDS, self._sweep, loop)


@lru_cache(maxsize=256)
def _encoded(body: str) -> bytes:
    """The bytes of an answer; the same words are sent again and again."""
    return body.encode()


def _pairs(headers: Mapping[str, Sequence[str]]) -> list[tuple[bytes, bytes]]:
    return [
        (name.encode(), value.encode())
        for name, values in headers.items()
        if name != "content-length"
        for value in values
    ]


async def _respond(send: Send, status: int, body: bytes, headers: list[tuple[bytes, bytes]]) -> None:
    headers.append((b"content-length", b"%d" % len(body)))
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})
