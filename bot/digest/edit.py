"""What an edit does to what is owed: no date is lost by it and none is owed anew; pure, it stores nothing."""

from __future__ import annotations

from datetime import datetime, timedelta

from msgspec.structs import replace

from bot.digest.due import Holiday, owed, pays_on, today
from bot.digest.due import fires as fires_at
from bot.digest.model import Subscription

__all__ = ["begun", "edited"]

_DAY = timedelta(days=1)


def begun(new: Subscription, now: datetime) -> Subscription:
    """A new subscription: today counts when its hour is still to come."""
    day = today(now, new.zone)
    first = day if fires_at(day, new.at, new.zone) > now else day + _DAY
    return replace(new, owed_from=first, changed=now)


def edited(old: Subscription, new: Subscription, now: datetime, holiday: Holiday) -> Subscription:
    """The subscription after an edit at a moment, with what it owes from now on.

    Today stays owed when it was, at an hour that has passed too: then it falls due at once. A day that becomes a
    digest day after its hour has passed starts the next time. Whether today's was delivered decides its key alone.
    """
    if (old.at, old.zone, old.weekdays, old.on, old.paused_until, old.skip_holidays, old.trouble) == (
        new.at,
        new.zone,
        new.weekdays,
        new.on,
        new.paused_until,
        new.skip_holidays,
        new.trouble,
    ):
        return new  # when is as it was
    day = today(now, new.zone)
    # With the old settings today was still open: to come, or its hour passed and not yet too late.
    passed = {one.day: one for one in owed(old, now, holiday)}
    still = pays_on(old, day, holiday) and not (day in passed and passed[day].late(now))
    if still or fires_at(day, new.at, new.zone) > now:
        return replace(new, owed_from=max(day, old.owed_from) if still else day, changed=now)
    return replace(new, owed_from=day + _DAY, changed=now)
