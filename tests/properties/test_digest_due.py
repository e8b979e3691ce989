"""Any row of edits of a subscription: no local date is sent twice and none that stayed owed is missed."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from bot.digest.due import key, owed
from bot.digest.edit import begun, edited
from bot.digest.model import EVERY_DAY, Subscription

STEP = timedelta(minutes=15)
ZONES = st.sampled_from(("Europe/Brussels", "America/New_York", "Asia/Tokyo"))
STARTS = st.sampled_from(
    (
        datetime(2026, 3, 27, 22, tzinfo=UTC),
        datetime(2026, 10, 23, 21, tzinfo=UTC),
        datetime(2026, 11, 24, 9, tzinfo=UTC),
    )
)
TIMES = st.builds(time, st.integers(0, 23), st.sampled_from((0, 30)))
DAYS = st.sets(st.integers(0, 6), min_size=1).map(lambda days: tuple(sorted(days)))
PAUSES = st.sampled_from((None, date(2026, 3, 29), date(2026, 10, 26), date(2026, 11, 26)))
EDITS = st.lists(
    st.tuples(
        st.integers(0, 4 * 24 * 4 - 1),  # steps after the start
        st.one_of(
            TIMES.map(lambda at: {"at": at}),
            DAYS.map(lambda days: {"weekdays": days}),
            PAUSES.map(lambda until: {"paused_until": until}),
            ZONES.map(lambda zone: {"zone": zone}),
            st.booleans().map(lambda on: {"on": on}),
        ),
    ),
    max_size=6,
).map(lambda edits: sorted(edits, key=lambda edit: edit[0]))


def never(day):  # noqa: ARG001 - nothing is a holiday
    return False


def local(moment, zone):
    return moment.astimezone(ZoneInfo(zone))


@settings(max_examples=150)
@given(STARTS, TIMES, EDITS)
def test_no_date_twice_and_none_missed(start, at, edits):
    one = begun(Subscription("T1", "U1", date.min, start, at=at, weekdays=EVERY_DAY), start)
    sent: dict[str, datetime] = {}
    history = [(start, one)]
    for step in range(5 * 24 * 4):
        now = start + step * STEP
        for when, change in edits:
            if when == step:
                one = edited(one, replace(one, **change), now, never)
                history.append((now, one))
        for each in owed(one, now, never):
            name = key(one.id, each.day)
            if name not in sent and not each.late(now):
                sent[name] = now
                assert local(now, one.zone).date() == each.day  # a key is the date on the reader's own wall
    _none_missed(history, start + 5 * 24 * 4 * STEP, sent)


def _none_missed(history, end, sent):
    """A date whose settings were the same from its local midnight to its end, and asked for it, was sent."""
    for place, (since, one) in enumerate(history):
        until = history[place + 1][0] if place + 1 < len(history) else end
        day = local(since, one.zone).date() + timedelta(days=1)
        while local(until, one.zone).date() > day:
            asks = one.on and day.weekday() in one.weekdays and not (one.paused_until and day < one.paused_until)
            assert (key(one.id, day) in sent) == asks, (day, one)
            day += timedelta(days=1)


@settings(max_examples=200)
@given(TIMES, TIMES, st.integers(0, 95))
def test_a_changed_hour_neither_doubles_nor_loses_the_day_itself(first, second, step):
    day = date(2026, 11, 26)
    midnight = datetime(2026, 11, 25, 23, tzinfo=UTC)  # in Brussels
    old = Subscription("T1", "U1", day, midnight, at=first, weekdays=EVERY_DAY)
    one, sends = old, []
    for minute in range(96):
        now = midnight + minute * STEP
        if minute == step:
            one = edited(one, replace(one, at=second), now, never)
        due = [each for each in owed(one, now, never) if each.day == day and not each.late(now)]
        if due and not sends:
            sends.append(now)
    assert len(sends) == 1
