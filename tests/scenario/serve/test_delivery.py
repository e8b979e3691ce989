"""The running bot delivers: beside its answers, on threads of its own, and it says how that goes."""

from __future__ import annotations

import asyncio
import contextlib
import importlib
import os
import re
import signal
import subprocess
import sys
import time as clock
import urllib.request
from datetime import timedelta

import pytest
from sqlalchemy.exc import OperationalError

from bot.digest.counter import Asked
from bot.serve.delivery import Delivery
from bot.serve.metrics import Metrics
from tests.chaos.stub_slack import Storm, StubSlack


@pytest.fixture
def slack():
    made = StubSlack(Storm())
    yield made
    made.close()


async def until(true, seconds=30):
    end = clock.monotonic() + seconds
    while not true():
        assert clock.monotonic() < end, "it did not happen"
        await asyncio.sleep(0.05)


async def test_what_is_ordered_arrives_and_is_counted(house, slack, tmp_path):
    metrics = Metrics()
    delivery = Delivery(house, f"sqlite:///{tmp_path}/bbt.db", "t", slack.address, None, "rich", metrics)
    assert (await delivery.check()).facts == {"started": False}

    def order():
        counter = delivery.counter()
        counter.carry_out("aan 08:30", Asked("T1", "U1"))
        counter.carry_out("nu", Asked("T1", "U1"))

    await asyncio.to_thread(order)
    delivery.start()
    await until(lambda: slack.posted)
    await until(lambda: b'bbt_digest_late_seconds_count{state="sent"} 1.0' in metrics.text())
    await until(lambda: b'bbt_digests{state="sent"} 1.0' in metrics.text())
    part = await delivery.check()
    assert part.ready
    assert part.facts["started"]
    assert part.facts["tick_age_s"] < 60
    delivery._begun -= timedelta(hours=1)
    delivery._parts.subscribers.set_mark("tick", 1)
    assert not (await delivery.check()).ready
    await delivery.stop()
    (message,) = slack.messages["DU1"]
    assert message["metadata"]["event_payload"]["key"].startswith("T1:U1:nu:")


async def test_nothing_of_the_engine_runs_until_somebody_wants_a_digest(house, slack, tmp_path):
    address = f"sqlite:///{tmp_path}/bbt.db"
    delivery = Delivery(house, address, "t", slack.address, None, "rich", Metrics())
    delivery.start()
    await until(lambda: delivery._idle)
    part = await delivery.check()
    assert (part.ready, part.facts) == (True, {"started": False})
    assert delivery._engine is None
    # Ordered by another process over the same database.
    other = Delivery(house, address, "t", slack.address, None, "rich", Metrics())
    await asyncio.to_thread(lambda: other.counter().carry_out("aan 08:30", Asked("T1", "U1")))
    await until(lambda: delivery._engine is not None)
    await other.stop()
    await delivery.stop()


async def test_a_bot_without_readers_stops_at_once(house, tmp_path):
    delivery = Delivery(house, f"sqlite:///{tmp_path}/bbt.db", "t", None, None, "plain", Metrics())
    delivery.start()
    await until(lambda: delivery._idle)
    await delivery.stop()
    assert not delivery._thread.is_alive()


FULL = OperationalError("x", {}, Exception("database or disk is full"))
NO_FILES = OSError(24, "Too many open files")


@pytest.mark.parametrize(
    ("breaks", "error"),
    [
        ("bot.storage.subscribers.Subscribers.anybody", FULL),
        ("bot.storage.subscribers.Subscribers.anybody", NO_FILES),
        ("dbos.DBOS.launch", FULL),
    ],
)
async def test_a_machine_in_need_at_the_start_only_delays_it(house, slack, tmp_path, monkeypatch, breaks, error):
    monkeypatch.setattr("bot.serve.delivery.LOOK_SECONDS", 0.05)
    back = asyncio.Event()
    where, _, name = breaks.rpartition(".")
    owner = getattr(importlib.import_module(where.rpartition(".")[0]), where.rpartition(".")[2])
    whole = getattr(owner, name)

    def away(*given):
        if not back.is_set():
            raise error
        return whole(*given)

    delivery = Delivery(house, f"sqlite:///{tmp_path}/bbt.db", "t", slack.address, None, "rich", Metrics())
    await asyncio.to_thread(lambda: delivery.counter().carry_out("aan 08:30", Asked("T1", "U1")))
    monkeypatch.setattr(owner, name, away)
    delivery.start()
    await until(lambda: delivery._trouble)
    part = await delivery.check()
    assert (part.ready, part.facts) == (False, {"started": False, "error": type(error).__name__})
    back.set()
    await until(lambda: delivery._engine is not None and not delivery._trouble)
    assert (await delivery.check()).ready
    await delivery.stop()


async def test_a_delivery_that_never_began_stops_in_peace(house, tmp_path):
    await Delivery(house, f"sqlite:///{tmp_path}/bbt.db", "t", None, None, "plain", Metrics()).stop()


@contextlib.contextmanager
def served(environment, folder):
    command = [sys.executable, "-m", "bot", "serve", "--http", "0"]
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}
    process = subprocess.Popen(command, env=environment, cwd=folder, **pipes)
    try:
        yield process
    finally:
        if process.poll() is None:
            process.kill()
        process.communicate()


@pytest.fixture
def environment(slack, tmp_path):
    return {
        **os.environ,
        "SLACK_BOT_TOKEN": "test",
        "SLACK_SIGNING_SECRET": "secret-of-nothing",
        "SLACK_API_URL": slack.address,
        "BBT_DATABASE_URL": f"sqlite:///{tmp_path / 'bbt.db'}",
    }


async def test_the_process_delivers_what_waited_and_stops_when_told(environment, slack, tmp_path, house):
    before = Delivery(house, environment["BBT_DATABASE_URL"], "t", slack.address, None, "rich", Metrics())

    def order():
        before.counter().carry_out("aan 08:30", Asked("T1", "U1"))
        before.counter().carry_out("nu", Asked("T1", "U1"))

    await asyncio.to_thread(order)
    await before.stop()
    with served(environment, tmp_path) as process:
        line = await asyncio.to_thread(process.stdout.readline)
        port = re.search(r":(\d+)/slack/events", line)[1]
        await until(lambda: slack.posted)

        def ready():
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/readyz") as got:
                return got.read().decode()

        assert '"digests": {"ready": true' in await asyncio.to_thread(ready)
        process.send_signal(signal.SIGTERM)
        assert await asyncio.to_thread(process.wait, 20) == 0
    assert sum(map(len, slack.posted.values())) == 1


def test_a_damaged_database_stops_the_start_in_dutch(environment, tmp_path):
    (tmp_path / "bbt.db").write_bytes(b"\x07" * 9000)
    with served(environment, tmp_path) as process:
        assert process.wait(20) == 1
        said = process.stderr.read()
    assert "is beschadigd; de bot start niet" in said
    assert str(tmp_path / "bbt.db") in said
