"""A Slack on 127.0.0.1 that opens Socket Mode connections and answers the Web API; it holds no test."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from aiohttp import WSMsgType, web

WAIT = 10.0


@dataclass
class SocketSlack:
    """Slack's side of Socket Mode: who connected, and what came back."""

    address: str = ""
    methods: list[str] = field(default_factory=list)
    error: str = ""  # what the Web API answers instead, "" for nothing
    lines: list[web.WebSocketResponse] = field(default_factory=list)
    answers: dict[str, dict[str, Any]] = field(default_factory=dict)
    mute: bool = False  # leaves pings unanswered
    _changed: asyncio.Condition = field(default_factory=asyncio.Condition)

    async def api(self, request: web.Request) -> web.Response:
        method = request.path.removeprefix("/api/")
        await self._now(lambda: self.methods.append(method))
        if self.error:
            return web.json_response({"ok": False, "error": self.error})
        url = self.address.replace("http", "ws", 1) + "/link"
        return web.json_response({"ok": True, "url": url, "team_id": "T1", "user_id": "UBOT", "bot_id": "B1"})

    async def link(self, request: web.Request) -> web.WebSocketResponse:
        line = web.WebSocketResponse(autoping=False)
        await line.prepare(request)
        await self._now(lambda: self.lines.append(line))
        async for message in line:
            if message.type is WSMsgType.PING and not self.mute:
                await line.pong(message.data)
            elif message.type is WSMsgType.TEXT:
                said = json.loads(message.data)
                await self._now(lambda said=said: self.answers.update({said["envelope_id"]: said.get("payload", {})}))
        await self._now(lambda: None)
        return line

    async def _now(self, change: Any) -> None:
        async with self._changed:
            change()
            self._changed.notify_all()

    async def until(self, holds: Any) -> None:
        """Wait until something holds."""
        async with asyncio.timeout(WAIT), self._changed:
            await self._changed.wait_for(holds)

    @property
    def open(self) -> list[web.WebSocketResponse]:
        return [line for line in self.lines if not line.closed]

    async def greet(self, line: web.WebSocketResponse) -> None:
        """Say that envelopes come over this connection from now on."""
        await line.send_json({"type": "hello", "num_connections": 1})

    async def send(self, line: web.WebSocketResponse, envelope: str, text: str) -> None:
        """A slash command over one connection."""
        payload = {"command": "/bbt", "text": text, "team_id": "T1", "user_id": "U1", "channel_id": "C1"}
        await line.send_json(
            {
                "type": "slash_commands",
                "envelope_id": envelope,
                "accepts_response_payload": True,
                "payload": {**payload, "response_url": f"{self.address}/response", "trigger_id": envelope},
            }
        )


@pytest.fixture
async def slack() -> AsyncIterator[SocketSlack]:
    """A Slack that listens."""
    here = SocketSlack()
    app = web.Application()
    app.router.add_route("*", "/api/{method}", here.api)
    app.router.add_get("/link", here.link)
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    here.address = f"http://127.0.0.1:{runner.addresses[0][1]}"
    yield here
    await runner.cleanup()
