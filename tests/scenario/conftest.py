"""A bot before a recording Web API on 127.0.0.1: signed requests go in, and all that leaves is checked and kept."""

from __future__ import annotations

import json
import urllib.parse
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import structlog
from aiohttp import web
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_bolt.response import BoltResponse
from slack_sdk.signature import SignatureVerifier

from bot.slack.app import BbtApp, Options, make_app
from bot.slack.limits import validate
from bot.storage.memory import MemoryStore
from bot.wiring import House

SECRET = "scenario-secret"  # noqa: S105 - no secret of anything
TOKEN = "scenario-token"  # noqa: S105 - likewise
START = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
SURFACES = {"chat.postMessage": "message", "chat.update": "message", "chat.postEphemeral": "message"}
VIEWS = {"views.open", "views.push", "views.update", "views.publish"}


@dataclass
class Sent:
    """One thing the bot sent: a Web API method or "response_url", and what it said."""

    method: str
    payload: dict[str, Any]

    @property
    def text(self) -> str:
        return self.payload.get("text", "")

    @property
    def words(self) -> str:
        return json.dumps(self.payload, ensure_ascii=False)


@dataclass
class FakeSlack:
    """Slack's side: takes everything unless told otherwise, and holds every payload against the limits."""

    address: str = ""
    sent: list[Sent] = field(default_factory=list)
    answers: list[tuple[int, dict[str, Any], dict[str, str]]] = field(default_factory=list)  # for what comes next
    refuses_rich: bool = False
    failing: dict[str, int] = field(default_factory=dict)  # method -> how often it fails before it goes well
    fails_with: str = "internal_error"

    async def take(self, request: web.Request) -> web.Response:
        method = request.path.removeprefix("/api/").strip("/")
        method = "response_url" if request.path.startswith("/response") else method
        if request.path.startswith("/upload"):
            self.sent.append(Sent("upload", {"text": (await request.read()).decode("utf-8-sig")}))
            return web.Response(text="OK")
        payload = await _payload(request)
        self.sent.append(Sent(method, payload))
        check(method, payload)
        if self.failing.get(method, 0) > 0:
            self.failing[method] -= 1
            return web.json_response({"ok": False, "error": self.fails_with})
        if self.answers:
            status, body, headers = self.answers.pop(0)
            return web.json_response(body, status=status, headers=headers)
        if self.refuses_rich and any(block["type"] in {"table", "container"} for block in payload.get("blocks", [])):
            return web.json_response({"ok": False, "error": "invalid_blocks"})
        if method == "files.getUploadURLExternal":
            return web.json_response({"ok": True, "upload_url": f"{self.address}/upload/1", "file_id": "F1"})
        if method == "files.completeUploadExternal":
            return web.json_response({"ok": True, "files": [{"id": "F1"}]})
        return web.Response(text="ok") if method == "response_url" else web.json_response({"ok": True, "ts": "9.9"})

    def refuse(self, error: str, *, status: int = 200, headers: dict[str, str] | None = None) -> None:
        self.answers.append((status, {"ok": False, "error": error}, headers or {}))

    def only(self, method: str) -> Sent:
        found = [one for one in self.sent if one.method == method]
        assert len(found) == 1, [one.method for one in self.sent]
        return found[0]


async def _payload(request: web.Request) -> dict[str, Any]:
    if request.content_type == "application/json":
        made: dict[str, Any] = await request.json()
        return made
    form = dict(await request.post())
    return {key: json.loads(str(value)) if key in {"blocks", "view"} else value for key, value in form.items()}


def check(method: str, payload: dict[str, Any]) -> None:
    """Hold a payload against the limits of where it goes."""
    if method == "response_url":
        faults = validate(payload, "response")
    elif method in SURFACES:
        faults = validate(payload, "message")
    elif method in VIEWS:
        view = payload["view"]
        faults = validate(view, "home" if view["type"] == "home" else "modal")
    else:
        faults = ()
    assert faults == (), [str(fault) for fault in faults]


class Bench:
    """A bot and its Slack: signs, sends, waits until the bot has finished, and tells what left."""

    def __init__(self, slack: FakeSlack, house: House) -> None:
        self.slack = slack
        self.house = house
        self.store = MemoryStore()
        self.now = START
        self.naps: list[float] = []
        self._made: list[BbtApp] = []
        self.app = self.make()

    async def close(self) -> None:
        for app in self._made:
            await app.close()

    def make(self, **options: Any) -> BbtApp:
        """Set the app up anew, with other options; the store and the clock stay."""
        given = {"token": TOKEN, "signing_secret": SECRET, "address": f"{self.slack.address}/api/", **options}
        self.app = make_app(self.house, self.store, Options(**given), clock=lambda: self.now)
        self._made.append(self.app)
        self.app.desk.debates.boards.sleep = self.nap
        return self.app

    async def nap(self, seconds: float) -> None:
        """Wait as the bot does between two updates, without letting real time go by."""
        self.naps.append(seconds)

    def wait(self, **time: float) -> None:
        """Let time go by."""
        self.now += timedelta(**time)

    def signed(self, body: str, *, kind: str, stamp: str | None = None, secret: str = SECRET) -> AsyncBoltRequest:
        """A request as Slack makes it."""
        stamp = stamp or str(int(self.now.timestamp()))
        signature = SignatureVerifier(secret).generate_signature(timestamp=stamp, body=body) or ""
        headers: dict[str, Any] = {
            "content-type": [kind],
            "x-slack-signature": [signature],
            "x-slack-request-timestamp": [stamp],
        }
        return AsyncBoltRequest(body=body, headers=headers)

    async def dispatch(self, request: AsyncBoltRequest) -> BoltResponse:
        """Send a request and wait for all that it begins."""
        answered = await self.app.async_dispatch(request)
        await self.app.drain()
        return answered

    async def form(self, **fields: str) -> BoltResponse:
        return await self.dispatch(
            self.signed(urllib.parse.urlencode(fields), kind="application/x-www-form-urlencoded")
        )

    async def command(self, text: str, **more: str) -> dict[str, Any]:
        """Type /bbt and give the body of the ack, which passes the limits."""
        answered = await self.form(**{**self.command_fields(text), **more})
        assert answered.status == 200
        made: dict[str, Any] = json.loads(answered.body)
        assert validate(made, "ack") == ()
        return made

    def command_fields(self, text: str) -> dict[str, str]:
        self.wait(seconds=1)  # nobody types twice within one
        return {
            "command": "/bbt",
            "text": text,
            "team_id": "T1",
            "user_id": "U1",
            "channel_id": "C1",
            "response_url": f"{self.slack.address}/response/1",
            "trigger_id": "1.2",
        }

    async def interact(self, payload: dict[str, Any]) -> BoltResponse:
        self.wait(seconds=1)
        whole = {"team": {"id": "T1"}, "user": {"id": "U1", "team_id": "T1"}, "trigger_id": "1.2", **payload}
        return await self.form(payload=json.dumps(whole))

    async def press(self, action: dict[str, Any], **more: Any) -> BoltResponse:
        """Press a button of the private answer, unless more says where it stands."""
        where = {
            "channel": {"id": "C1"},
            "container": {"type": "message", "is_ephemeral": True, "channel_id": "C1", "message_ts": "1.1"},
            "response_url": f"{self.slack.address}/response/1",
        }
        return await self.interact({"type": "block_actions", "actions": [action], **where, **more})

    async def event(self, event: dict[str, Any], **more: Any) -> BoltResponse:
        self.wait(seconds=1)
        body = {"type": "event_callback", "team_id": "T1", "event_id": f"Ev{self.now.timestamp()}", "event": event}
        return await self.dispatch(self.signed(json.dumps({**body, **more}), kind="application/json"))

    async def mention(self, text: str, **more: Any) -> BoltResponse:
        event = {"type": "app_mention", "user": "U1", "channel": "C1", "ts": "5.5", "text": f"<@UBOT> {text}"}
        return await self.event({**event, **more})

    async def direct(self, text: str, **more: Any) -> BoltResponse:
        event = {"type": "message", "channel_type": "im", "user": "U1", "channel": "D1", "ts": "5.5", "text": text}
        return await self.event({**event, **more})


def buttons(blocks: list[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    """The buttons of a message by what they say."""
    rows = [block["elements"] for block in blocks if block["type"] == "actions"]
    return {one["text"]["text"]: one for row in rows for one in row}


@pytest.fixture
async def slack() -> AsyncIterator[FakeSlack]:
    fake = FakeSlack()
    server = web.Application()
    server.router.add_route("*", "/{tail:.*}", fake.take)
    runner = web.AppRunner(server)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    fake.address = f"http://127.0.0.1:{runner.addresses[0][1]}"
    yield fake
    await runner.cleanup()


@pytest.fixture
async def bench(slack: FakeSlack, house: House) -> AsyncIterator[Bench]:
    made = Bench(slack, house)
    yield made
    await made.close()


@pytest.fixture
def pressed() -> Callable[[list[dict[str, Any]]], dict[str, dict[str, Any]]]:
    return buttons


@pytest.fixture
def logged() -> Any:
    with structlog.testing.capture_logs() as lines:
        yield lines
