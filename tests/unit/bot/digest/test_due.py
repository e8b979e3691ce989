"""Every owed local date is due exactly once, whatever the clock does that night."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.digest.due import LATE_AFTER, fires, key, owed, pays_on
from bot.digest.edit import begun, edited
from bot.digest.holiday import is_holiday
from bot.digest.model import EVERY_DAY, Subscription

ZONES = ("Europe/Brussels", "America/New_York", "America/Santiago", "Africa/Cairo", "Australia/Lord_Howe")
MINUTE = timedelta(minutes=1)


def subscription(**given):
    settings = {
        "team": "T1",
        "user": "U1",
        "owed_from": date(2020, 1, 1),
        "changed": datetime(2020, 1, 1, tzinfo=UTC),
        "weekdays": EVERY_DAY,
        **given,
    }
    return Subscription(**settings)


def never(day):  # noqa: ARG001 - nothing is a holiday
    return False


def change_days(zone):
    """The local dates of 2026-2036 on which the clock jumps."""
    found = []
    at = datetime(2026, 1, 1, tzinfo=UTC)
    while at.year < 2037:
        after = at + timedelta(hours=1)
        if at.astimezone(ZoneInfo(zone)).utcoffset() != after.astimezone(ZoneInfo(zone)).utcoffset():
            found.append(after.astimezone(ZoneInfo(zone)).date())
        at = after
    return found


def sent_around(one, day):
    """Tick each minute from the day before to the day after and give the local dates that were sent."""
    tick = fires(day - timedelta(days=1), time(12), one.zone)
    sent = []
    while tick < fires(day + timedelta(days=1), time(12), one.zone):
        sent += [each.day for each in owed(one, tick, never) if not each.late(tick) and each.day not in sent]
        tick += MINUTE * 7
    return sent


@pytest.mark.parametrize("zone", ZONES)
def test_every_change_day_has_one_digest_a_local_date_at_any_time_of_the_night(zone):
    days = change_days(zone)
    assert len(days) >= 22 if zone == "Europe/Brussels" else days
    for day in days:
        for minutes in range(0, 241, 30):
            at = time(minutes // 60, minutes % 60)
            moments = [fires(day + timedelta(days=step), at, zone) for step in (-1, 0, 1)]
            local = [moment.astimezone(ZoneInfo(zone)).date() for moment in moments]
            assert local == [day - timedelta(days=1), day, day + timedelta(days=1)], (day, at)


@pytest.mark.parametrize("minutes", range(0, 241, 30))
def test_ticking_through_the_nights_of_brussels_sends_each_date_once(minutes):
    for day in (date(2026, 3, 29), date(2026, 10, 25), date(2036, 10, 26)):
        one = subscription(at=time(minutes // 60, minutes % 60), owed_from=day)
        assert sent_around(one, day) == [day, day + timedelta(days=1)]


def test_the_hour_that_comes_twice_has_one_key():
    first = datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    one = subscription(at=time(2, 30), owed_from=date(2026, 10, 25))
    seen = {key(one.id, each.day) for each in (*owed(one, first, never), *owed(one, first + LATE_AFTER / 4, never))}
    assert seen == {"T1:U1:2026-10-25"}


def test_a_digest_is_late_after_four_hours_or_local_midnight():
    morning = owed(subscription(at=time(8), owed_from=date(2026, 11, 26)), moment("26 12:00"), never)[0]
    assert morning.end == moment("26 12:00")
    assert morning.late(moment("26 12:00"))
    assert not morning.late(moment("26 11:59"))
    evening = owed(subscription(at=time(22), owed_from=date(2026, 11, 26)), moment("26 23:00"), never)[0]
    assert evening.end == moment("27 00:00")


def moment(text):
    """A wall clock of Brussels in November 2026: "26 12:00"."""
    day, clock = text.split(" ")
    hour, minute = clock.split(":")
    return datetime(2026, 11, int(day), int(hour), int(minute), tzinfo=ZoneInfo("Europe/Brussels")).astimezone(UTC)


def test_days_that_were_missed_are_owed_until_they_are_told():
    one = subscription(at=time(8), owed_from=date(2026, 11, 24))
    assert [each.day.day for each in owed(one, moment("26 09:00"), never)] == [24, 25, 26]


@pytest.mark.parametrize(
    ("given", "day", "pays"),
    [
        ({}, date(2026, 11, 26), True),
        ({"on": False}, date(2026, 11, 26), False),
        ({"trouble": "not_in_channel"}, date(2026, 11, 26), False),
        ({"weekdays": (0, 1)}, date(2026, 11, 26), False),
        ({"paused_until": date(2026, 11, 27)}, date(2026, 11, 26), False),
        ({"paused_until": date(2026, 11, 26)}, date(2026, 11, 26), True),
        ({"skip_holidays": True}, date(2026, 11, 11), False),
        ({"skip_holidays": True}, date(2026, 7, 11), False),
        ({"skip_holidays": True}, date(2026, 11, 12), True),
        ({"skip_holidays": False}, date(2026, 11, 11), True),
    ],
)
def test_the_settings_say_which_days_have_a_digest(given, day, pays):
    assert pays_on(subscription(**given), day, is_holiday) is pays


def test_who_begins_after_the_hour_starts_the_next_day():
    assert begun(subscription(at=time(8, 30)), moment("26 10:00")).owed_from == date(2026, 11, 27)
    assert begun(subscription(at=time(11)), moment("26 10:00")).owed_from == date(2026, 11, 26)


def test_an_earlier_hour_on_the_day_itself_makes_it_due_at_once():
    old = subscription(at=time(11), owed_from=date(2026, 11, 26))
    now = moment("26 10:00")
    new = edited(old, subscription(at=time(5), owed_from=old.owed_from), now, never)
    (due,) = owed(new, now, never)
    assert (due.day, due.start, due.late(now)) == (date(2026, 11, 26), now, False)


def test_a_day_that_becomes_a_digest_day_after_its_hour_starts_next_time():
    old = subscription(at=time(8), weekdays=(0,), owed_from=date(2026, 11, 23))
    new = edited(old, subscription(at=time(8), owed_from=old.owed_from), moment("26 10:00"), never)
    assert owed(new, moment("26 10:01"), never) == ()
    assert [each.day.day for each in owed(new, moment("27 08:00"), never)] == [27]


def test_an_edit_that_leaves_the_hours_alone_changes_nothing_of_what_is_owed():
    old = subscription(at=time(8))
    new = subscription(at=time(8), follows=("jd-loopbanen",))
    assert edited(old, new, moment("26 10:00"), never) is new
