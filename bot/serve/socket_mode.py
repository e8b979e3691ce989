"""Socket Mode: one connection to Slack, watched and made anew; the app it serves is the same as over HTTP."""

from __future__ import annotations

import asyncio
import time
from typing import Any, Final

import aiohttp
import structlog
from slack_bolt.adapter.socket_mode.async_base_handler import AsyncBaseSocketModeHandler
from slack_bolt.adapter.socket_mode.async_internals import run_async_bolt_app, send_async_response
from slack_bolt.app.async_app import AsyncApp
from slack_sdk.errors import SlackApiError
from slack_sdk.socket_mode.aiohttp import SocketModeClient
from slack_sdk.socket_mode.async_client import AsyncBaseSocketModeClient
from slack_sdk.socket_mode.request import SocketModeRequest
from slack_sdk.web.async_client import AsyncWebClient

from bot.serve.health import Part
from bot.serve.metrics import Metrics
from bot.serve.workspace import FIRST_WAIT, HOPELESS, LONGEST_WAIT, TokenError

__all__ = ["PING_SECONDS", "OneConnection", "SocketDoor"]

PING_SECONDS: Final = 10.0
# The SDK gives up a session after four silent pings. When its own watch has died, this one is still there.
SILENT_PINGS: Final = 6
FAILED: Final = 500
OK: Final = 200

log = structlog.get_logger(__name__)


class OneConnection(SocketModeClient):
    """The SDK's client that never holds two sessions.

    The SDK may connect from several places at once (a `disconnect` message, a closed session, its monitor); the session
    that lost would stay open, unread, and swallow what Slack sends to it.
    """

    def __init__(self, app_token: str, web_client: AsyncWebClient, ping_interval: float, metrics: Metrics) -> None:
        super().__init__(app_token=app_token, web_client=web_client, ping_interval=ping_interval)
        # The SDK takes a proxy from the environment for itself; what holds for the Web API holds for the socket.
        self.proxy = web_client.proxy
        self._connecting = asyncio.Lock()
        self._metrics = metrics
        self._alive = time.time()

    async def connect(self) -> None:
        """Replace the session, one caller after the other."""
        async with self._connecting:
            await super().connect()  # type: ignore[no-untyped-call]
            if not self.closed:
                self._alive = time.time()
                self.last_ping_pong_time = self._alive
                self._metrics.connections.inc()
                log.info("socket_connected")

    def ping_age(self) -> float:
        """Seconds since the connection was known to be alive."""
        return time.time() - max(self._alive, self.last_ping_pong_time or 0.0)

    def abandoned(self) -> bool:
        """Whether the SDK's own tasks have ended, so that nobody would notice a dead session."""
        tasks = (self.message_processor, self.message_receiver, self.current_session_monitor)
        return any(task is not None and task.done() for task in tasks)


class SocketDoor(AsyncBaseSocketModeHandler):
    """Brings what Slack sends over the connection to the app, and the answer back."""

    def __init__(
        self,
        app: AsyncApp,
        app_token: str,
        web_client: AsyncWebClient,
        metrics: Metrics,
        *,
        ping_interval: float = PING_SECONDS,
    ) -> None:
        self.app = self._app = app
        self.client: OneConnection = OneConnection(app_token, web_client, ping_interval, metrics)
        self.client.socket_mode_request_listeners.append(self.handle)
        self._metrics = metrics
        self._ping_interval = ping_interval
        self._begun: set[asyncio.Task[None] | None] = set()
        # Slack greets a connection once it sends envelopes there: what it sends before, nobody gets.
        self.greeted = asyncio.Event()
        self.client.message_listeners.append(self._hears)

    async def handle(self, client: AsyncBaseSocketModeClient, req: SocketModeRequest) -> None:
        """Answer one envelope."""
        start = time.perf_counter()
        status = FAILED
        task = asyncio.current_task()
        self._begun.add(task)
        try:
            answered = await run_async_bolt_app(self._app, req)
            status = answered.status
            await send_async_response(client, req, answered, time.time())
        finally:
            self._begun.discard(task)
            self._metrics.socket.count(status, time.perf_counter() - start)

    async def _hears(self, client: AsyncBaseSocketModeClient, message: dict[str, Any], raw: str | None) -> None:  # noqa: ARG002 - the SDK's own signature
        if message.get("type") == "hello":
            self.greeted.set()

    async def serve(self) -> None:
        """Connect, waiting for Slack as long as needed, and watch the connection from then on.

        Raises TokenError when Slack does not accept the app token.
        """
        await self._first_connection()
        limit = self._ping_interval * SILENT_PINGS
        while True:
            await asyncio.sleep(self._ping_interval)
            age = self.client.ping_age()
            self._metrics.ping_age.set(age)
            if age < limit and not self.client.abandoned():
                continue
            log.warning("socket_stale", ping_age_s=round(age), abandoned=self.client.abandoned())
            try:
                async with asyncio.timeout(limit):
                    await self._renewed()
            except (SlackApiError, aiohttp.ClientError, OSError, TimeoutError) as error:
                log.warning("socket_not_renewed", error=type(error).__name__)

    async def _first_connection(self) -> None:
        wait = FIRST_WAIT
        while True:
            try:
                # The SDK would log a refused token with its traceback and try for ever.
                self.client.wss_uri = await self.client.issue_new_wss_url()
            except SlackApiError as error:
                code = str(error.response.get("error", ""))
                if code in HOPELESS:
                    raise TokenError("SLACK_APP_TOKEN", code) from None
                log.warning("slack_not_reached", error=code, retry_in_s=wait)
            except (aiohttp.ClientError, OSError, TimeoutError) as error:
                log.warning("slack_not_reached", error=type(error).__name__, retry_in_s=wait)
            else:
                await self.client.connect()
                return
            await asyncio.sleep(wait)
            wait = min(wait * 2, LONGEST_WAIT)

    async def _renewed(self) -> None:
        if self.client.message_processor.done():
            self.client.message_processor = asyncio.ensure_future(self.client.process_messages())  # type: ignore[no-untyped-call]
        await self.client.connect_to_new_endpoint(force=True)

    async def check(self) -> Part:
        """Ready while connected to Slack and hearing from it."""
        connected = await self.client.is_connected()
        return Part(connected, {"ping_age_s": round(self.client.ping_age(), 1)})

    async def close(self, grace: float) -> None:
        """Finish the envelopes that were begun, within so many seconds, then disconnect."""
        begun = {task for task in self._begun if task is not None}
        if begun:
            await asyncio.wait(begun, timeout=grace)
        await self.client.close()  # type: ignore[no-untyped-call]
