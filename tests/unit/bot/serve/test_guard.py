"""The door for HTTP as an ASGI application, asked without a network."""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import time

import pytest
from slack_bolt.async_app import AsyncApp
from slack_bolt.authorization import AuthorizeResult

from bot.serve import guard as module
from bot.serve.guard import BODY_LIMIT, SLACK_PATH, Guard
from bot.serve.health import Health, Part
from bot.serve.metrics import Metrics

SECRET = "guard-secret"  # noqa: S105 - no secret of anything
FORM = b"application/x-www-form-urlencoded"
COMMAND = b"command=%2Fbbt&text=loopbanen&team_id=T1&user_id=U1"


@pytest.fixture
def app():
    async def authorize():
        return AuthorizeResult(enterprise_id=None, team_id="T1", bot_token="t")  # noqa: S106 - likewise

    bolt = AsyncApp(signing_secret=SECRET, process_before_response=True, authorize=authorize)

    @bolt.command("/bbt")
    async def answer(ack, command):
        await ack(f"é {command['text']}")

    @bolt.command("/stuk")
    async def broken():
        raise ZeroDivisionError

    return bolt


@pytest.fixture
def metrics():
    return Metrics()


@pytest.fixture
def guard(app, metrics):
    return Guard(app, Health({}), metrics)


def headers(body=COMMAND, *, kind=FORM, age=0, secret=SECRET):
    stamp = b"%d" % (time.time() - age)
    made = hmac.new(secret.encode(), b"v0:" + stamp + b":" + body, hashlib.sha256).hexdigest().encode()
    return [
        (b"content-type", kind),
        (b"x-slack-request-timestamp", stamp),
        (b"x-slack-signature", b"v0=" + made),
        (b"content-length", b"%d" % len(body)),
    ]


async def ask(guard, *parts, method="POST", path=SLACK_PATH, about=None):
    """Send a request in parts; give status, headers and body, or None when nothing came back."""
    messages = [
        {"type": "http.request", "body": part, "more_body": at + 1 < len(parts)} for at, part in enumerate(parts)
    ]
    sent = []

    async def receive():
        return messages.pop(0) if messages else {"type": "http.disconnect"}

    async def send(message):
        sent.append(message)

    scope = {"type": "http", "method": method, "path": path, "query_string": b"", "headers": about or []}
    await guard(scope, receive, send)
    if not sent:
        return None
    return sent[0]["status"], dict(sent[0]["headers"]), sent[1]["body"]


async def test_a_signed_command_is_answered(guard, metrics):
    status, about, body = await ask(guard, COMMAND, about=headers())
    assert (status, body) == (200, b'{"text": "\\u00e9 loopbanen"}') or (status, body.decode()) == (200, "é loopbanen")
    assert about[b"content-length"] == b"%d" % len(body)
    assert 'bbt_requests_total{outcome="answered",way="http"} 1.0' in metrics.text().decode()


async def test_a_body_may_come_in_parts(guard):
    status, _, body = await ask(guard, COMMAND[:7], COMMAND[7:], b"", about=headers())
    assert status == 200
    assert "loopbanen" in body.decode()


@pytest.mark.parametrize("changes", [{"age": 301}, {"age": -301}, {"secret": "another"}])
async def test_what_slack_did_not_sign_now_is_a_401(guard, changes):
    assert (await ask(guard, COMMAND, about=headers(**changes)))[0] == 401


async def test_an_unsigned_request_is_refused_before_its_body_is_read(guard, metrics):
    assert (await ask(guard, about=[(b"content-type", FORM)]))[0] == 401
    assert 'bbt_guard_refusals_total{reason="unsigned"} 1.0' in metrics.text().decode()


async def test_a_body_that_says_it_is_too_large_is_not_read(guard):
    about = [*headers()[:3], (b"content-length", b"%d" % (BODY_LIMIT + 1))]
    status, answered, _ = await ask(guard, about=about)
    assert status == 413
    assert answered[b"connection"] == b"close"


async def test_a_body_that_grows_too_large_is_refused(guard):
    half = b"a" * (BODY_LIMIT // 2 + 1)
    assert (await ask(guard, half, half, half, about=headers()[:3]))[0] == 413


async def test_the_largest_body_is_read(guard):
    body = COMMAND + b"&more=" + b"a" * (BODY_LIMIT - len(COMMAND) - 6)
    assert len(body) == BODY_LIMIT
    assert (await ask(guard, body, about=headers(body)))[0] == 200


@pytest.mark.parametrize("body", [b"{", b"payload=%7B", b"\xff", b""])
async def test_a_body_that_cannot_be_read_is_a_400_also_when_signed(guard, body):
    assert (await ask(guard, body, about=headers(body)))[0] == 400


async def test_who_leaves_before_the_end_gets_nothing(guard, metrics):
    assert await ask(guard, about=headers()) is None
    assert 'outcome="failed",way="http"} 0.0' in metrics.text().decode()


async def test_a_body_that_does_not_come_is_given_up(guard, monkeypatch):
    monkeypatch.setattr(module, "BODY_SECONDS", 0.01)
    never = asyncio.Event()
    sent = []

    async def receive():
        await never.wait()

    async def send(message):
        sent.append(message)

    scope = {"type": "http", "method": "POST", "path": SLACK_PATH, "query_string": b"", "headers": headers()}
    async with asyncio.timeout(5):
        await guard(scope, receive, send)
    assert sent[0]["status"] == 408


async def test_a_server_that_stops_is_obeyed_while_a_body_is_read(guard):
    async def receive():
        await asyncio.Event().wait()

    scope = {"type": "http", "method": "POST", "path": SLACK_PATH, "query_string": b"", "headers": headers()}
    task = asyncio.ensure_future(guard(scope, receive, receive))
    await asyncio.sleep(0)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task


@pytest.mark.parametrize(
    ("method", "path", "status", "allow"),
    [
        ("GET", SLACK_PATH, 405, b"POST"),
        ("PUT", SLACK_PATH, 405, b"POST"),
        ("POST", "/healthz", 405, b"GET"),
        ("GET", "/", 404, None),
        ("POST", "/slack/events/", 404, None),
        ("POST", "/slack/install", 404, None),
        ("GET", "/slack/oauth_redirect", 404, None),
    ],
)
async def test_there_are_no_other_doors(guard, method, path, status, allow):
    answered = await ask(guard, b"", method=method, path=path)
    assert answered[0] == status
    assert answered[1].get(b"allow") == allow


async def test_without_an_app_the_door_of_slack_is_closed():
    guard = Guard(None, Health({}), Metrics())
    assert (await ask(guard, COMMAND, about=headers()))[0] == 404
    assert (await ask(guard, method="GET", path="/healthz"))[0] == 200


async def test_operators_are_told_what_is_ready(guard, app):
    assert (await ask(guard, method="GET", path="/healthz"))[0] == 200
    assert (await ask(guard, method="GET", path="/readyz"))[0] == 200
    assert b"bbt_requests_total" in (await ask(guard, method="GET", path="/metrics"))[2]

    async def down():
        return Part(ready=False)

    assert (await ask(Guard(app, Health({"slack": down}), Metrics()), method="GET", path="/readyz"))[0] == 503


async def test_a_listener_that_breaks_is_counted_as_failed(guard, metrics):
    body = COMMAND.replace(b"%2Fbbt", b"%2Fstuk")
    assert (await ask(guard, body, about=headers(body)))[0] == 500
    assert 'outcome="failed",way="http"} 1.0' in metrics.text().decode()


async def test_only_http_is_spoken(guard):
    with pytest.raises(ValueError, match="websocket"):
        await guard({"type": "websocket"}, None, None)
