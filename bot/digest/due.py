"""When a digest is due: a rule from a subscription and a moment to local dates; pure, and it sends nothing.

The key of a delivery is the local date, never the moment: in the night the clock goes back 02:30 comes twice, in the
night it goes forward not at all, and each of these dates gets one digest.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from msgspec import Struct

from bot.digest.model import Subscription

__all__ = ["LATE_AFTER", "LOOK_BACK", "Holiday", "Owed", "fires", "key", "owed", "pays_on", "today"]

LATE_AFTER: Final = timedelta(hours=4)
LOOK_BACK: Final = 14  # days after which a missed digest is no longer told
_DAY: Final = timedelta(days=1)

Holiday = Callable[[date], bool]


class Owed(Struct, frozen=True):
    """A local date that is owed, from when it may be sent and until when that still makes sense (UTC)."""

    day: date
    start: datetime
    end: datetime

    def late(self, now: datetime) -> bool:
        """Whether it is too late to send."""
        return now >= self.end


def key(subscription: str, day: date) -> str:
    """The key of one delivery, the same however often its hour comes."""
    return f"{subscription}:{day.isoformat()}"


def today(now: datetime, zone: str) -> date:
    """The local date of a moment."""
    return now.astimezone(ZoneInfo(zone)).date()


def fires(day: date, at: time, zone: str) -> datetime:
    """The moment (UTC) a wall clock shows a time on a date.

    A time that comes twice counts the first time; one that is skipped comes as long after the jump as it would have
    been, on the same date.
    """
    return datetime.combine(day, at, ZoneInfo(zone)).astimezone(UTC)


def pays_on(one: Subscription, day: date, holiday: Holiday) -> bool:
    """Whether the settings ask for a digest on a local date."""
    return (
        one.on
        and not one.trouble
        and day >= one.owed_from
        and day.weekday() in one.weekdays
        and (one.paused_until is None or day >= one.paused_until)
        and not (one.skip_holidays and holiday(day))
    )


def owed(one: Subscription, now: datetime, holiday: Holiday, days: int = LOOK_BACK) -> tuple[Owed, ...]:
    """The dates whose hour has come, oldest first; also those that are too late to send, so many days back.

    What was delivered is not known here: the caller leaves those keys out.
    """
    if not one.on or one.trouble:
        return ()
    last = today(now, one.zone)
    found = []
    for back in range(days, -1, -1):
        day = last - _DAY * back
        if not pays_on(one, day, holiday):
            continue
        window = _window(one, day)
        if window.start <= now:
            found.append(window)
    return tuple(found)


def _window(one: Subscription, day: date) -> Owed:
    start = fires(day, one.at, one.zone)
    midnight = fires(day + _DAY, time(), one.zone)
    if start < one.changed < midnight:
        start = one.changed  # the hour was set to an earlier one on the day itself
    return Owed(day, start, min(start + LATE_AFTER, midnight))
