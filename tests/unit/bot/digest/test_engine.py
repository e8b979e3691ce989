"""The engine delivers what is due, takes over from the silent, and begins anew what ended too early."""

from __future__ import annotations

import time as clock
from datetime import UTC, date, datetime, timedelta

import pytest
from dbos import DBOS
from msgspec.structs import replace
from sqlalchemy.exc import OperationalError

from bot.digest import engine as room
from bot.digest.engine import Clockwork, Engine
from bot.digest.parts import Outside, engine_address, open_parts
from bot.digest.send import Pace
from bot.storage.deliveries import Planned
from tests.unit.bot.digest.conftest import READER, FakeSlack, dress

QUICK = Clockwork(cron="* * * * * *", beat=0.1, dead_after=timedelta(seconds=2), poll=0.05, kept=timedelta())


@pytest.fixture
def running(tmp_path, house):
    """Parts with one delivery that was asked for, and an engine that has not started."""
    address = f"sqlite:///{tmp_path}/bbt.db"
    slack = FakeSlack()
    pace = Pace(between=timedelta(milliseconds=10), again=timedelta(milliseconds=50))
    outside = Outside(house, dress, slack, lambda: datetime.now(UTC), "engine-test", pace)
    parts = open_parts(address, outside)
    made = Engine(parts, QUICK, engine_address(address))
    # The engine runs on the real clock: a digest of its own day would fall due among those asked for.
    parts.subscribers.put(replace(READER, owed_from=date(9000, 1, 1)))
    made.slack = slack
    made.parts = parts
    yield made
    made.stop()
    parts.close()


def ask(parts, name):
    now = datetime.now(UTC)
    row = Planned(f"T1:U1:nu:{name}", "asked", "T1", "U1", now.date().isoformat(), "", now, now + timedelta(minutes=5))
    parts.deliveries.plan((row,), now)
    return row.key


def until(true, seconds=20):
    end = clock.monotonic() + seconds
    while not true():
        assert clock.monotonic() < end, "it did not happen"
        clock.sleep(0.05)


def test_what_is_due_arrives_and_what_ended_too_early_begins_anew(running):
    parts = running.parts
    first, second = ask(parts, "1"), ask(parts, "2")
    parts.deliveries.claim(second, "somebody dead", datetime.now(UTC), timedelta(seconds=3))
    parts.lanes.beat("silent", datetime.now(UTC) - timedelta(hours=1))
    running.start()
    until(lambda: parts.deliveries.get(first).state == "sent")
    until(lambda: parts.deliveries.get(second).state == "sent")
    until(lambda: parts.lanes.silent(datetime.now(UTC) - timedelta(seconds=2)) == ())
    assert sorted(key for _, key, _ in running.slack.posts) == [first, second]
    assert parts.subscribers.mark("tick")
    # Its run ended, and yet the row is open again: as after a backup was put back.
    until(lambda: not [one for one in DBOS.list_workflows(workflow_id_prefix="digest/") if one.status != "SUCCESS"])
    now = datetime.now(UTC)
    parts.deliveries.finish(first, "uncertain", now)
    third = ask(parts, "3")
    until(lambda: parts.deliveries.get(third).state == "sent")


def test_a_run_that_is_nobodys_is_known(running):
    alive = frozenset({"other"})
    running._running.add("here")
    assert not running._left(running.replica, "here", alive)
    assert not running._left(running.replica, "elsewhere", alive)  # it may wait for a thread
    running._missing["elsewhere"] -= timedelta(seconds=5)
    assert running._left(running.replica, "elsewhere", alive)
    assert not running._left(running.replica, "elsewhere", alive)
    assert running._left("gone", "x", alive)
    assert not running._left("other", "x", alive)
    running.start()  # so that it can be stopped


def test_a_database_that_is_away_for_a_moment_ends_no_thread():
    with room._survived("heartbeat"):
        raise OperationalError("x", {}, Exception())
