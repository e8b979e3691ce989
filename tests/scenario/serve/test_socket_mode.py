"""Socket Mode before a Slack that closes, is silent, and asks to move: one connection, and every envelope answered."""

from __future__ import annotations

import asyncio
import contextlib

import pytest
from slack_bolt.async_app import AsyncApp
from slack_bolt.authorization import AuthorizeResult
from slack_sdk.web.async_client import AsyncWebClient

from bot.serve.health import Health
from bot.serve.metrics import Metrics
from bot.serve.run import Running, run
from bot.serve.socket_mode import SocketDoor
from bot.serve.workspace import OneWorkspace, TokenError

PING = 0.05


@pytest.fixture
def held():
    """What keeps an answer waiting, when a test wants that."""
    return asyncio.Event(), asyncio.Event()


@pytest.fixture
def app(slack, held):
    begun, finish = held

    async def authorize():
        return AuthorizeResult(enterprise_id=None, team_id="T1", bot_token="t")  # noqa: S106 - no token of anything

    bolt = AsyncApp(
        signing_secret="",
        process_before_response=True,
        authorize=authorize,
        client=AsyncWebClient(base_url=f"{slack.address}/api/"),
    )
    bolt.client.proxy = None

    @bolt.command("/bbt")
    async def answer(ack, command):
        if command["text"] == "traag":
            begun.set()
            await finish.wait()
        await ack(f"over {command['text']}")

    return bolt


@pytest.fixture
def metrics():
    return Metrics()


@contextlib.asynccontextmanager
async def opened(app, metrics, ping=PING):
    door = SocketDoor(app, "xapp-1", app.client, metrics, ping_interval=ping)
    task = asyncio.create_task(door.serve())
    try:
        yield door, task
    finally:
        await door.close(grace=5)
        task.cancel()
        await asyncio.wait({task})


@pytest.fixture
async def door(app, slack, metrics):
    async with opened(app, metrics) as (door, _):
        await slack.until(lambda: slack.lines)
        yield door


@pytest.mark.usefixtures("door")
async def test_a_command_is_answered_over_the_connection(slack, metrics):
    await slack.send(slack.lines[0], "e1", "loopbanen")
    await slack.until(lambda: "e1" in slack.answers)
    assert slack.answers["e1"] == {"text": "over loopbanen"}
    assert 'bbt_requests_total{outcome="answered",way="socket"} 1.0' in metrics.text().decode()


async def test_who_is_connected_is_ready_and_knows_its_age(door):
    part = await door.check()
    assert part.ready
    assert part.facts["ping_age_s"] < 5


@pytest.mark.usefixtures("door")
async def test_when_slack_asks_to_move_there_is_one_connection_still(slack):
    await slack.lines[0].send_json({"type": "disconnect", "reason": "refresh_requested"})
    await slack.until(lambda: len(slack.lines) == 2 and slack.lines[0].closed)
    await slack.send(slack.lines[1], "e2", "loopbanen")
    await slack.until(lambda: "e2" in slack.answers)
    assert len(slack.open) == 1


@pytest.mark.usefixtures("door")
async def test_asked_to_move_twice_at_once_there_is_one_connection_still(slack):
    for _ in range(2):
        await slack.lines[0].send_json({"type": "disconnect", "reason": "warning"})
    await slack.until(lambda: len(slack.lines) == 3 and len(slack.open) == 1)


@pytest.mark.usefixtures("door")
async def test_a_connection_that_closes_is_made_anew(slack):
    await slack.lines[0].close()
    await slack.until(lambda: len(slack.lines) >= 2 and len(slack.open) == 1)
    await slack.send(slack.open[0], "e3", "vop")
    await slack.until(lambda: "e3" in slack.answers)


@pytest.mark.usefixtures("door")
async def test_a_silent_connection_is_made_anew(slack):
    slack.mute = True
    await slack.until(lambda: len(slack.lines) >= 2)
    slack.mute = False
    await slack.until(lambda: len(slack.open) == 1)


async def test_the_watch_outlives_the_tasks_of_the_library(door, slack):
    for task in (door.client.current_session_monitor, door.client.message_receiver, door.client.message_processor):
        task.cancel()
    await slack.until(lambda: len(slack.lines) >= 2 and len(slack.open) == 1)
    await slack.send(slack.open[0], "e4", "jd")
    await slack.until(lambda: "e4" in slack.answers)


async def test_what_was_begun_is_answered_before_the_connection_closes(app, slack, metrics, held):
    begun, finish = held
    async with opened(app, metrics) as (door, _):
        await slack.until(lambda: slack.lines)
        await slack.send(slack.lines[0], "e5", "traag")
        await begun.wait()
        closing = asyncio.create_task(door.close(grace=5))
        await asyncio.sleep(0)
        assert not closing.done()
        finish.set()
        await closing
    await slack.until(lambda: "e5" in slack.answers and not slack.open)


async def test_what_does_not_finish_is_left_after_the_grace(app, slack, metrics, held):
    async with opened(app, metrics) as (door, _):
        await slack.until(lambda: slack.lines)
        await slack.send(slack.lines[0], "e6", "traag")
        await held[0].wait()
        await door.close(grace=0.01)
    await slack.until(lambda: not slack.open)
    assert "e6" not in slack.answers


async def test_a_token_slack_refuses_ends_it_with_its_name(app, slack, metrics):
    slack.error = "invalid_auth"
    async with opened(app, metrics) as (_, task):
        with pytest.raises(TokenError) as caught:
            await asyncio.wait_for(task, 10)
    assert (caught.value.name, caught.value.code) == ("SLACK_APP_TOKEN", "invalid_auth")


async def test_a_slack_that_is_away_is_tried_until_it_is_there(app, slack, metrics, monkeypatch):
    monkeypatch.setattr("bot.serve.socket_mode.FIRST_WAIT", 0.01)
    slack.error = "internal_error"
    async with opened(app, metrics) as (door, _):
        await slack.until(lambda: slack.methods.count("apps.connections.open") == 3)
        assert not (await door.check()).ready
        slack.error = ""
        await slack.until(lambda: len(slack.open) == 1)


def running(app, metrics, ready):
    workspace = OneWorkspace("t")
    workspace.client = app.client
    door = {"app_token": "xapp-1", "ready": ready, "grace": 0}
    return Running(app=app, client=app.client, workspace=workspace, health=Health({}), metrics=metrics, **door)


async def test_questions_are_welcome_only_when_slack_has_greeted_the_connection(app, slack, metrics):
    welcome = asyncio.Event()
    parts = running(app, metrics, welcome.set)
    bot = asyncio.create_task(run(parts))
    try:
        await slack.until(lambda: slack.lines)
        await slack.send(slack.lines[0], "e1", "loopbanen")
        await slack.until(lambda: "e1" in slack.answers)  # the connection is open and read, but Slack did not greet it
        assert not welcome.is_set()
        await slack.greet(slack.lines[0])
        async with asyncio.timeout(5):
            await welcome.wait()
    finally:
        parts.stop.set()
        await bot


async def test_who_is_told_to_stop_while_slack_is_away_stops_and_was_never_ready(app, slack, metrics):
    slack.error = "internal_error"
    said = []
    parts = running(app, metrics, lambda: said.append("ready"))
    bot = asyncio.create_task(run(parts))
    await slack.until(lambda: "apps.connections.open" in slack.methods)
    parts.stop.set()
    await bot
    assert said == []
