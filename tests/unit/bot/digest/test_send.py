"""An attempt posts what surely was not posted, finds what may have been, and never guesses."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest
from msgspec.structs import replace

from bot.digest.outcome import Absent, Closed, Found, Refused, Slow, Unreached, Unsure, Unwelcome
from tests.unit.bot.digest.conftest import NOON, READER


def test_a_digest_is_posted_once_with_its_key(bench):
    bench.subscribe()
    key = bench.due()
    assert bench.attempt(key) is None
    assert bench.attempt(key) is None
    ((channel, posted, payload),) = bench.slack.posts
    assert (channel, posted) == ("DU1", "T1:U1:2026-11-26")
    assert "1.700,4 miljoen euro" in payload["text"]
    assert bench.state(key) == "sent"
    assert bench.slack.sought == []
    assert bench.deliveries.get(key).payload == ""
    assert bench.parts.planning.look() == ()


def test_what_may_have_been_posted_is_sought_first(bench):
    bench.subscribe()
    key = bench.due()
    bench.slack.next_post = [Unsure("timeout")]
    assert bench.attempt(key) > 0
    bench.slack.next_find = [Found("7.7")]
    bench.clock.wait(seconds=5)
    assert bench.attempt(key) is None
    assert len(bench.slack.posts) == 1
    assert bench.state(key) == "sent"


def test_what_is_not_in_the_history_is_posted_again_with_the_same_bytes(bench):
    bench.subscribe()
    key = bench.due()
    bench.slack.next_post = [Unsure("500")]
    bench.attempt(key)
    bench.clock.wait(seconds=5)
    assert bench.attempt(key) is None
    first, second = bench.slack.posts
    assert first == second


def test_where_the_history_is_closed_an_unsure_one_is_uncertain_and_told(bench):
    bench.subscribe(replace(READER, channel="C1"))
    key = bench.due()
    bench.slack.next_post = [Unsure("500")]
    bench.attempt(key)
    bench.slack.next_find = [Closed()]
    bench.clock.wait(seconds=5)
    assert bench.attempt(key) is None
    assert bench.state(key) == "uncertain"
    (notice,) = bench.parts.planning.look()
    bench.attempt(notice)
    channel, _, payload = bench.slack.posts[-1]
    assert channel == "DU1"
    assert "Ik weet niet of je digest van donderdag 26 november 2026 is aangekomen" in payload["text"]
    assert "digest opnieuw 2026-11-26" in json.dumps(payload)
    assert bench.parts.planning.look() == ()


def test_an_uncertain_one_goes_again_when_its_reader_says_so_and_only_once(bench):
    bench.subscribe(replace(READER, channel="C1"))
    key = bench.due()
    bench.slack.next_post, bench.slack.next_find = [Unsure("500")], [Closed()]
    bench.attempt(key)
    bench.clock.wait(seconds=5)
    bench.attempt(key)
    assert bench.deliveries.again(key, bench.clock.now, bench.clock.now + timedelta(hours=1))
    assert not bench.deliveries.again(key, bench.clock.now, bench.clock.now + timedelta(hours=1))
    assert bench.attempt(key) is None
    assert bench.state(key) == "sent"


def test_too_many_requests_close_the_lane_for_everyone_until_they_are_welcome(bench):
    bench.subscribe()
    bench.subscribe(replace(READER, user="U2"))
    first, second = bench.parts.planning.look()
    for key in (first, second):
        bench.parts.rendering.render(key)
    bench.slack.next_post = [Slow(30)]
    assert bench.attempt(first) == 30
    assert bench.attempt(second) == pytest.approx(30)
    bench.clock.wait(seconds=29)
    assert bench.attempt(second) == pytest.approx(1)
    bench.clock.wait(seconds=1)
    assert bench.attempt(second) is None
    bench.clock.wait(seconds=1)
    assert bench.attempt(first) is None
    assert bench.slack.sought == []  # it was not taken, so nothing is unsure
    assert len(bench.slack.posts) == 3


def test_posts_in_one_workspace_come_apart(bench):
    bench.subscribe()
    bench.subscribe(replace(READER, user="U2"))
    first, second = bench.parts.planning.look()
    for key in (first, second):
        bench.parts.rendering.render(key)
    bench.attempt(first)
    assert bench.attempt(second) == pytest.approx(0.25)


def test_a_refused_form_gives_way_to_a_simpler_one(bench):
    bench.subscribe()
    key = bench.due()
    bench.slack.next_post = [Refused("invalid_blocks")]
    assert bench.attempt(key) == 0.0
    bench.clock.wait(seconds=1)
    assert bench.attempt(key) is None
    (_, _, first), (_, _, second) = bench.slack.posts
    assert first != second
    assert bench.state(key) == "sent"


def test_when_no_form_is_taken_it_failed_and_is_told(bench):
    bench.subscribe()
    key = bench.due()
    bench.slack.next_post = [Refused("invalid_blocks"), Refused("msg_too_long")]
    while bench.attempt(key) is not None:
        bench.clock.wait(seconds=1)
    assert bench.state(key) == "failed"
    (notice,) = bench.parts.planning.look()
    assert notice.startswith("told:")


@pytest.mark.parametrize("word", ["not_in_channel", "channel_not_found", "is_archived", "account_inactive"])
def test_an_unwelcome_bot_stops_and_tells_its_owner_once(bench, word):
    bench.subscribe(replace(READER, channel="C1"))
    key = bench.due()
    bench.slack.next_post = [Unwelcome(word)]
    assert bench.attempt(key) is None
    assert bench.state(key) == "failed"
    assert bench.subscribers.get("T1", "U1").trouble == word
    (notice,) = bench.parts.planning.look()
    assert bench.attempt(notice) is None
    assert "kon ik niet bezorgen" in bench.slack.posts[-1][2]["text"]
    bench.clock.wait(days=1)
    assert bench.parts.planning.look() == ()


def test_slack_that_was_not_reached_has_nothing_so_nothing_is_sought(bench):
    bench.subscribe()
    key = bench.due()
    bench.slack.next_post = [Unreached("refused")]
    assert bench.attempt(key) == 5
    bench.clock.wait(seconds=5)
    assert bench.attempt(key) is None
    assert bench.slack.sought == []


def test_what_fell_due_before_this_process_lived_is_sought_first(bench):
    bench.subscribe()
    bench.clock.wait(minutes=10)
    later = replace(bench.parts.sending, started=bench.clock.now)
    key = bench.due()
    assert later.attempt(key) is None
    assert len(bench.slack.sought) == len(bench.slack.posts) == 1


def test_an_empty_database_without_a_history_to_read_guesses_nothing(bench):
    bench.subscribe()
    bench.subscribers.set_mark("born", 2**62 // 10**3)
    key = bench.due()
    bench.slack.next_find = [Closed()]
    assert bench.attempt(key) is None
    assert bench.state(key) == "uncertain"
    assert bench.slack.posts == []


def test_a_new_process_posts_where_the_history_is_closed_when_nothing_had_left(bench):
    bench.subscribe()
    key = bench.due()
    bench.slack.next_find = [Closed()]
    bench.clock.wait(minutes=10)
    assert replace(bench.parts.sending, started=bench.clock.now).attempt(key) is None
    assert bench.state(key) == "sent"


def test_what_is_too_late_is_skipped_and_told_by_the_next_one(bench):
    bench.subscribe()
    key = bench.due()
    bench.clock.wait(hours=4)
    assert bench.attempt(key) is None
    assert bench.state(key) == "skipped_late"
    bench.clock.now = NOON + timedelta(days=1)
    tomorrow = bench.due()
    bench.attempt(tomorrow)
    assert "De digest van donderdag 26 november 2026 is niet verstuurd" in bench.slack.posts[0][2]["text"]
    bench.clock.now = NOON + timedelta(days=2)
    bench.attempt(bench.due())
    assert "niet verstuurd" not in bench.slack.posts[1][2]["text"]


def test_an_unsure_one_that_is_too_late_is_sought_and_not_posted(bench):
    bench.subscribe()
    key = bench.due()
    bench.slack.next_post = [Unsure("500")]
    bench.attempt(key)
    bench.clock.wait(hours=4)
    bench.slack.next_find = [Absent()]
    assert bench.attempt(key) is None
    assert bench.state(key) == "skipped_late"
    assert len(bench.slack.posts) == 1


def test_an_unsure_one_whose_history_stays_away_ends_as_uncertain(bench):
    bench.subscribe()
    key = bench.due()
    bench.slack.next_post = [Unsure("500")]
    bench.attempt(key)
    bench.slack.next_find = [Unsure("500"), Unsure("500")]
    bench.clock.wait(minutes=1)
    assert bench.attempt(key) == 5
    bench.clock.wait(hours=7)
    assert bench.attempt(key) is None
    assert bench.state(key) == "uncertain"


@pytest.mark.parametrize(("opened", "state"), [(Unwelcome("user_not_found"), "failed"), (Unsure("500"), "planned")])
def test_a_conversation_that_does_not_open(bench, opened, state):
    bench.subscribe()
    key = bench.due()
    bench.slack.next_open = [opened]
    bench.attempt(key)
    assert bench.state(key) == state
    assert bench.slack.posts == []


def test_an_unwelcome_bot_that_may_have_posted_is_uncertain(bench):
    bench.subscribe(replace(READER, channel="C1"))
    key = bench.due()
    bench.slack.next_post = [Unsure("500")]
    bench.attempt(key)
    bench.slack.next_find = [Unwelcome("account_inactive")]
    bench.clock.wait(seconds=5)
    assert bench.attempt(key) is None
    assert bench.state(key) == "uncertain"


def test_a_delivery_somebody_else_has_is_left_alone(bench):
    bench.subscribe()
    key = bench.due()
    assert bench.deliveries.claim(key, "other", bench.clock.now, timedelta(seconds=60)) is not None
    assert bench.attempt(key) == 5
    assert bench.slack.posts == []
    bench.clock.wait(seconds=61)
    assert bench.attempt(key) is None
    assert len(bench.slack.posts) == 1


def test_a_process_that_stood_still_before_it_posted_posts_nothing(bench):
    bench.subscribe()
    key = bench.due()

    class Frozen:
        def __init__(self, deliveries, clock):
            self.deliveries, self.clock = deliveries, clock

        def __getattr__(self, name):
            return getattr(self.deliveries, name)

        def intend(self, *given):
            done = self.deliveries.intend(*given)
            self.clock.wait(seconds=20)
            return done

    frozen = replace(bench.parts.sending, deliveries=Frozen(bench.deliveries, bench.clock))
    assert frozen.attempt(key) == 5
    assert bench.slack.posts == []
    bench.clock.wait(seconds=30)
    assert bench.attempt(key) is None


def test_a_lease_that_was_lost_is_no_leave_to_post(bench):
    bench.subscribe()
    key = bench.due()
    bench.deliveries.claim(key, "one", bench.clock.now, timedelta(seconds=60))
    assert not bench.deliveries.intend(key, "two", bench.clock.now, timedelta(seconds=60))
    assert not bench.deliveries.intend(key, "one", bench.clock.now + timedelta(seconds=61), timedelta(seconds=60))
    assert bench.deliveries.intend(key, "one", bench.clock.now, timedelta(seconds=60))
