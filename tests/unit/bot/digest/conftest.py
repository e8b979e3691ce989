"""A delivery over a database of its own, with a Slack that answers what it is told and a clock that is set."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

import pytest

from bot.digest.model import EVERY_DAY, Subscription
from bot.digest.outcome import Absent, Found
from bot.digest.parts import Outside, open_parts
from bot.digest.send import Pace
from bot.slack.blocks import message

NOON = datetime(2026, 11, 26, 11, 0, tzinfo=UTC)
READER = Subscription(
    "T1",
    "U1",
    owed_from=date(2026, 11, 26),
    changed=NOON - timedelta(days=1),
    at=time(12),  # in Brussels: noon above
    weekdays=EVERY_DAY,
    follows=("jd-loopbanen",),
)


class FakeSlack:
    """Answers in the order it is told, and then well."""

    def __init__(self):
        self.posts = []
        self.sought = []
        self.next_post = []
        self.next_find = []
        self.next_open = []

    def post(self, channel, key, payload):
        self.posts.append((channel, key, payload))
        return self.next_post.pop(0) if self.next_post else Found("1.1")

    def find(self, channel, key, since):
        self.sought.append((channel, key, since))
        return self.next_find.pop(0) if self.next_find else Absent()

    def open(self, user):
        return self.next_open.pop(0) if self.next_open else f"D{user}"


class Clock:
    def __init__(self):
        self.now = NOON

    def __call__(self):
        return self.now

    def wait(self, **time):
        self.now += timedelta(**time)


def dress(reply):
    return tuple(message(reply, profile=profile) for profile in ("plain", "text"))


class Bench:
    """The parts, with the shortest ways to what tests ask of them."""

    def __init__(self, address, house):
        self.slack = FakeSlack()
        self.clock = Clock()
        self.clock.wait(minutes=-5)  # it lives since before the hour
        outside = Outside(house, dress, self.slack, self.clock, "one", Pace())
        self.parts = open_parts(address, outside)
        self.parts.planning.look()
        self.clock.wait(minutes=5)
        self.deliveries = self.parts.deliveries
        self.subscribers = self.parts.subscribers

    def subscribe(self, one=READER):
        assert self.subscribers.put(one) == ""
        return one

    def due(self):
        """Look at the clock, make the bytes, and give the one key."""
        (key,) = self.parts.planning.look()
        self.parts.rendering.render(key)
        return key

    def attempt(self, key):
        return self.parts.sending.attempt(key)

    def state(self, key):
        return self.deliveries.get(key).state


@pytest.fixture
def bench(tmp_path, house):
    made = Bench(f"sqlite:///{tmp_path}/bbt.db", house)
    yield made
    made.parts.close()
