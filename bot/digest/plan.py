"""The one look at what is due: rows for what is owed, notices for what was lost; the same query catches up."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Final

from msgspec import Struct

from bot.digest.due import LOOK_BACK, Holiday, Owed, key, owed
from bot.digest.model import Subscription
from bot.digest.render import Dress, packed
from bot.replies.digest_notices import lost_reply
from bot.storage.deliveries import Deliveries, Delivery, Planned
from bot.storage.engine import moment, stamp
from bot.storage.subscribers import Subscribers

__all__ = ["Planning", "asked_key"]

_KEPT: Final = timedelta(days=400)
_NOTICE: Final = timedelta(days=3)
_AT_ONCE: Final = 500  # rows a transaction


def asked_key(one: Subscription, now: datetime) -> str:
    """The key of a digest that was asked for now."""
    return f"{one.id}:nu:{stamp(now)}"


class Planning(Struct, frozen=True):
    """What a look at the clock needs."""

    subscribers: Subscribers
    deliveries: Deliveries
    holiday: Holiday
    dress: Dress
    clock: Callable[[], datetime]

    def look(self) -> tuple[str, ...]:
        """Plan what is owed and give every delivery that waits for somebody to send it."""
        now = self.clock()
        self.subscribers.set_mark("born", stamp(now), only_once=True)
        days = self._days(now)
        rows = [row for one in self.subscribers.active() for row in self._rows(one, now, days)]
        known = self.deliveries.known([row.key for row in rows])
        fresh = [row for row in rows if row.key not in known]
        for start in range(0, len(fresh), _AT_ONCE):
            self.deliveries.plan(fresh[start : start + _AT_ONCE], now)
        for lost in self.deliveries.untold():
            self._tell(lost, now)
        self.subscribers.set_mark("tick", stamp(now))
        return self.deliveries.open_keys(now)

    def tidy(self) -> None:
        """Forget what nobody needs any more."""
        self.deliveries.tidy(self.clock() - _KEPT)

    def settle(self, one: Subscription) -> None:
        """Note what is owed up to now, before an edit changes what is owed."""
        now = self.clock()
        self.deliveries.plan(self._rows(one, now, self._days(now)), now)

    def _days(self, now: datetime) -> int:
        """How many days back something may be owed that no look has seen."""
        last = self.subscribers.mark("tick")
        return LOOK_BACK if last == 0 else min(LOOK_BACK, (now - moment(last)).days + 2)

    def _rows(self, one: Subscription, now: datetime, days: int) -> list[Planned]:
        return [_planned(one, each, now) for each in owed(one, now, self.holiday, days)]

    def _tell(self, lost: Delivery, now: datetime) -> None:
        made = packed(self.dress, lost_reply(lost.state, lost.day, lost.error))
        notice = Planned(
            key=f"told:{lost.key}:{lost.attempts}",
            kind="notice",
            team=lost.team,
            user=lost.user,
            day=lost.day,
            channel="",
            not_before=now,
            not_after=now + _NOTICE,
            payload=made.text,
        )
        self.deliveries.tell(lost.key, notice, now)


def _planned(one: Subscription, each: Owed, now: datetime) -> Planned:
    return Planned(
        key=key(one.id, each.day),
        kind="digest",
        team=one.team,
        user=one.user,
        day=each.day.isoformat(),
        channel=one.channel,
        not_before=each.start,
        not_after=each.end,
        state="skipped_late" if each.late(now) else "planned",
    )
