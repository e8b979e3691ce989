"""The door for HTTP: what cannot be of Slack is refused here before any work; who signed it is judged by Bolt."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Awaitable, Callable, Iterable, MutableMapping
from time import perf_counter
from typing import Any, Final

from slack_bolt.adapter.asgi.http_response import AsgiHttpResponse
from slack_bolt.app.async_app import AsyncApp
from slack_bolt.request.async_request import AsyncBoltRequest

from bot.serve.health import Health
from bot.serve.metrics import CONTENT_TYPE, Metrics

__all__ = ["BODY_LIMIT", "SLACK_PATH", "Guard"]

SLACK_PATH: Final = "/slack/events"
BODY_LIMIT: Final = 1024 * 1024
BODY_SECONDS: Final = 10.0
# Slack's forms have some fifteen fields; splitting a megabyte of them is work for nobody.
MOST_FIELDS: Final = 64

# All that Bolt may see. Its own "lazy" headers are not signed and would let a caller choose what runs.
KEPT: Final = {
    b"content-type": "content-type",
    b"x-slack-signature": "x-slack-signature",
    b"x-slack-request-timestamp": "x-slack-request-timestamp",
    b"x-slack-retry-num": "x-slack-retry-num",
    b"x-slack-retry-reason": "x-slack-retry-reason",
}
TIMESTAMP: Final = re.compile(r"[0-9]{1,12}")
SIGNATURE: Final = re.compile(r"v0=[0-9a-f]{64}")
JSON_TYPE: Final = "application/json"
FORM_TYPE: Final = "application/x-www-form-urlencoded"

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]


class _Refused(Exception):  # noqa: N818 - a refusal is no error of ours
    def __init__(self, status: int, reason: str) -> None:
        super().__init__(reason)
        self.status = status
        self.reason = reason


class _Gone(Exception):  # noqa: N818 - who asked has left, nobody is to blame
    pass


class Guard:
    """The ASGI application: one door for Slack (None: closed) and three for operators."""

    def __init__(self, app: AsyncApp | None, health: Health, metrics: Metrics) -> None:
        self._app = app
        self._health = health
        self._metrics = metrics

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
                await self._refuse(send, _Refused(405, "method"), allow=b"POST")
        elif path in ("/healthz", "/readyz", "/metrics"):
            if method == "GET":
                await self._operator(path, send)
            else:
                await self._refuse(send, _Refused(405, "method"), allow=b"GET")
        else:
            await self._refuse(send, _Refused(404, "path"))

    async def _slack(self, app: AsyncApp, scope: Scope, receive: Receive, send: Send) -> None:
        start = perf_counter()
        status = 500  # what the server answers when something is raised below
        try:
            try:
                headers = _headers(scope["headers"])
                request = _parsed(await _body(scope["headers"], receive), headers)
            except _Refused as refused:
                status = refused.status
                await self._refuse(send, refused)
                return
            except _Gone:
                status = 400
                return
            answered = await app.async_dispatch(request)
            status = answered.status
            response = AsgiHttpResponse(status=status, headers=answered.headers, body=answered.body)
            await send(response.get_response_start())
            await send(response.get_response_body())
        finally:
            self._metrics.http.count(status, perf_counter() - start)

    async def _operator(self, path: str, send: Send) -> None:
        if path == "/metrics":
            await _respond(send, 200, self._metrics.text(), CONTENT_TYPE)
        elif path == "/readyz":
            ready, told = await self._health.ready()
            await _respond(send, 200 if ready else 503, told, b"application/json")
        else:
            await _respond(send, 200, b"ok\n", b"text/plain; charset=utf-8")

    async def _refuse(self, send: Send, refused: _Refused, allow: bytes = b"") -> None:
        self._metrics.guarded.labels(refused.reason).inc()
        more = [(b"allow", allow)] if allow else []
        # What was not read is not waited for either.
        more += [(b"connection", b"close")] if refused.status in (408, 413) else []
        await _respond(send, refused.status, refused.reason.encode() + b"\n", b"text/plain; charset=utf-8", more)


def _headers(raw: Iterable[tuple[bytes, bytes]]) -> dict[str, str]:
    """The headers Bolt needs, each once and each of a form that Slack could have sent."""
    kept: dict[str, str] = {}
    for key, value in raw:
        name = KEPT.get(key)
        if name is None:
            continue
        if name in kept or not value.isascii():
            raise _Refused(400, "header")
        kept[name] = value.decode("ascii")
    signature, timestamp = kept.get("x-slack-signature"), kept.get("x-slack-request-timestamp")
    if not signature or not timestamp:
        raise _Refused(401, "unsigned")
    if not TIMESTAMP.fullmatch(timestamp) or not SIGNATURE.fullmatch(signature):
        raise _Refused(400, "header")
    if kept.get("content-type", "").partition(";")[0].strip().lower() not in (FORM_TYPE, JSON_TYPE):
        raise _Refused(415, "content-type")
    return kept


async def _body(raw: Iterable[tuple[bytes, bytes]], receive: Receive) -> bytes:
    for key, value in raw:
        # A length that is no number never gets here: the server refuses it.
        if key == b"content-length" and int(value) > BODY_LIMIT:
            raise _Refused(413, "size")
    body = bytearray()
    try:
        async with asyncio.timeout(BODY_SECONDS):
            while True:
                message = await receive()
                if message["type"] == "http.disconnect":
                    raise _Gone
                body += message.get("body", b"")
                if len(body) > BODY_LIMIT:
                    raise _Refused(413, "size")
                if not message.get("more_body", False):
                    return bytes(body)
    except TimeoutError:
        raise _Refused(408, "slow") from None


def _parsed(body: bytes, headers: dict[str, str]) -> AsyncBoltRequest:
    if body[:1] != b"{" and body.count(b"&") >= MOST_FIELDS:
        raise _Refused(400, "fields")
    try:
        # Bolt reads the body here, before it looks at the signature; this touches nothing but the request.
        request = AsyncBoltRequest(body=body.decode("utf-8"), headers=headers)  # type: ignore[arg-type]
    except (ValueError, TypeError, AttributeError, KeyError, IndexError, RecursionError):
        raise _Refused(400, "body") from None
    if not request.body:
        raise _Refused(400, "body")
    return request


async def _respond(
    send: Send, status: int, body: bytes, content_type: bytes, more: Iterable[tuple[bytes, bytes]] = ()
) -> None:
    headers = [(b"content-type", content_type), (b"content-length", b"%d" % len(body)), *more]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})
