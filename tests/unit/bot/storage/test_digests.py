"""Subscriptions and deliveries in a database: what is kept comes back, and a key is there once."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

import pytest
from msgspec.structs import replace
from sqlalchemy import update

from bot.digest.model import Mute, Subscription
from bot.storage.deliveries import Deliveries, Payload, Planned
from bot.storage.engine import open_engine
from bot.storage.lanes import Lanes
from bot.storage.migrate import migrate
from bot.storage.settings_text import read_settings, write_settings
from bot.storage.subscribers import Subscribers
from bot.storage.tables import subscriptions

NOW = datetime(2026, 11, 26, 9, tzinfo=UTC)
ANN = Subscription(
    "T1",
    "U1",
    date(2026, 11, 26),
    NOW,
    at=time(8, 15),
    zone="Asia/Tokyo",
    weekdays=(0, 2),
    paused_until=date(2026, 12, 1),
    only_news=True,
    skip_holidays=True,
    follows=("jd-loopbanen", "vdab"),
    mutes=(Mute("vdab", date(2026, 12, 3)), Mute("ja")),
)


@pytest.fixture
def base(tmp_path):
    engine = open_engine(f"sqlite:///{tmp_path}/bbt.db")
    migrate(engine)
    yield engine
    engine.dispose()


def test_a_subscription_comes_back_as_it_was_kept(base):
    kept = Subscribers(base)
    assert kept.get("T1", "U1") is None
    kept.put(ANN)
    kept.put(ANN)
    assert kept.get("T1", "U1") == ANN
    assert list(kept.active()) == [ANN]
    kept.drop("T1", "U1")
    assert kept.get("T1", "U1") is None


@pytest.mark.parametrize("text", ["", "{}", "[]", write_settings(ANN).replace("08:15", "25:70")])
def test_settings_of_another_form_are_none(text):
    assert read_settings("T1", "U1", "", text) is None


def test_a_row_of_another_version_is_left_out(base):
    kept = Subscribers(base)
    kept.put(ANN)
    with base.begin() as connection:
        connection.execute(update(subscriptions).values(settings="{}"))
    assert list(kept.active()) == []
    assert kept.page(0, 10) == (1, ())
    assert not kept.trouble("T1", "U1", "is_archived")


def test_a_channel_has_one_digest_and_the_second_is_told_whose_it_is(base):
    kept = Subscribers(base)
    assert kept.put(replace(ANN, channel="C1")) == ""
    assert kept.put(replace(ANN, user="U2", channel="C1")) == "U1"
    assert kept.get("T1", "U2") is None
    assert kept.put(replace(ANN, user="U2", team="T2", channel="C1")) == ""
    kept.put(replace(ANN, channel="C1", on=False))
    assert kept.put(replace(ANN, user="U2", channel="C1")) == ""


def test_who_is_off_or_in_trouble_is_not_active(base):
    kept = Subscribers(base)
    kept.put(ANN)
    assert kept.trouble("T1", "U1", "is_archived")
    assert not kept.trouble("T1", "U1", "is_archived")
    assert list(kept.active()) == []
    kept.put(replace(ANN, on=False))
    assert list(kept.active()) == []


def test_the_list_is_paged(base):
    kept = Subscribers(base)
    for number in range(5):
        kept.put(replace(ANN, user=f"U{number}"))
    total, some = kept.page(2, 2)
    assert (total, [one.user for one in some]) == (5, ["U2", "U3"])


def test_a_team_that_leaves_takes_everything_along(base):
    kept, sent = Subscribers(base), Deliveries(base)
    kept.put(ANN)
    kept.put(replace(ANN, team="T2"))
    sent.plan((planned("a"),), NOW)
    kept.drop_team("T1")
    assert [one.team for one in kept.active()] == ["T2"]
    assert sent.get("a") is None


def planned(key, **given):
    row = Planned(key, "digest", "T1", "U1", "2026-11-26", "", NOW, NOW + timedelta(hours=4))
    return replace(row, **given)


def test_a_key_is_planned_once(base):
    sent = Deliveries(base)
    assert sent.plan((planned("a"), planned("b")), NOW) == 2
    assert sent.plan((planned("a"), planned("c")), NOW) == 1
    assert sent.plan((), NOW) == 0
    assert sent.known(["a", "b", "x"]) == {"a", "b"}


def test_the_bytes_that_were_made_first_stay(base):
    sent = Deliveries(base)
    sent.plan((planned("a"),), NOW)
    sent.render("a", Payload("first", "1", "reason:x", "{}", "f"))
    sent.render("a", Payload("second", "2", "reason:y", "{}", "f"))
    assert sent.get("a").payload == "first"


def test_a_message_that_arrived_arrived_whoever_thought_otherwise(base):
    sent = Deliveries(base)
    sent.plan((planned("a"),), NOW)
    assert sent.finish("a", "uncertain", NOW)
    assert not sent.finish("a", "failed", NOW)
    assert sent.finish("a", "sent", NOW, remote="1.1")
    assert not sent.finish("a", "uncertain", NOW)
    assert sent.counts() == {"sent": 1}


def test_who_stops_lets_go_of_what_surely_has_not_left(base):
    sent = Deliveries(base)
    sent.plan((planned("a"), planned("b"), planned("c")), NOW)
    sent.claim("b", "one", NOW, timedelta(seconds=60))
    sent.claim("c", "one", NOW, timedelta(seconds=60))
    sent.intend("c", "one", NOW, timedelta(seconds=60))
    sent.release("c", "one", left=True)
    sent.withdraw("T1", "U1", NOW)
    assert [sent.get(key).state for key in "abc"] == ["withdrawn", "planned", "sending"]


def test_what_ended_long_ago_is_forgotten(base):
    sent = Deliveries(base)
    sent.plan((planned("a"), planned("b")), NOW)
    sent.render("a", Payload("x", "1", "reason:x", "{}", "f"))
    sent.finish("a", "sent", NOW)
    sent.tidy(NOW + timedelta(seconds=1))
    assert (sent.get("a"), sent.get("b").state) == (None, "planned")


def test_a_lane_is_one_senders_and_its_closing_is_kept(base):
    lanes = Lanes(base)
    lease = timedelta(seconds=30)
    assert lanes.enter_lane("T1", "one", NOW, lease) == timedelta()
    assert lanes.enter_lane("T1", "two", NOW, lease) > timedelta()
    assert lanes.enter_lane("T2", "two", NOW, lease) == timedelta()
    lanes.leave_lane("T1", "one", NOW + timedelta(seconds=9))
    assert lanes.enter_lane("T1", "two", NOW, lease) == timedelta(seconds=9)
    lanes.leave_lane("T1", "two", NOW)  # does not open what another closed
    assert lanes.enter_lane("T1", "two", NOW, lease) == timedelta(seconds=9)
    later = NOW + timedelta(seconds=9)
    assert lanes.enter_lane("T1", "two", later, lease) == timedelta()
    assert lanes.enter_lane("T1", "three", later + lease, lease) == timedelta()  # two is dead


def test_replicas_are_heard_missed_and_buried(base):
    lanes = Lanes(base)
    for at in (0, 10):
        lanes.beat("one", NOW + timedelta(seconds=at))
    lanes.beat("two", NOW)
    assert lanes.silent(NOW + timedelta(seconds=5)) == ("two",)
    assert lanes.alive(NOW + timedelta(seconds=5)) == {"one"}
    lanes.bury("two")
    assert lanes.silent(NOW + timedelta(seconds=5)) == ()
