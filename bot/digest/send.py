"""One attempt to deliver, whatever happened to the ones before; it never posts what may have been posted."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Final

import structlog
from msgspec import Struct

from bot.digest.outcome import Absent, Closed, Found, Post, Refused, Slow, Unreached, Unsure, Unwelcome
from bot.storage.deliveries import FINAL, Deliveries, Delivery
from bot.storage.lanes import Lanes
from bot.storage.subscribers import Subscribers

__all__ = ["Pace", "Sending"]

log = structlog.get_logger("bbt.digest")

_GIVE_UP: Final = timedelta(hours=2)  # after the end, for Slack to tell whether it arrived


class Pace(Struct, frozen=True):
    """The times of a delivery; a post takes far less than its lease, so that no two are ever under way."""

    lease: timedelta = timedelta(seconds=60)
    lane: timedelta = timedelta(seconds=30)
    post_seconds: int = 10
    between: timedelta = timedelta(milliseconds=250)  # posts in one workspace
    again: timedelta = timedelta(seconds=5)  # after what is unsure: it may still be under way


class Sending(Struct, frozen=True):
    """What an attempt needs; `owner` is this process and no other, ever, and `started` when it began."""

    deliveries: Deliveries
    lanes: Lanes
    subscribers: Subscribers
    slack: Post
    clock: Callable[[], datetime]
    owner: str
    started: datetime
    pace: Pace = Pace()
    ended: Callable[[str, float], None] = lambda _state, _seconds: None  # how one ended, so long after its hour

    def attempt(self, key: str) -> float | None:
        """Try once; None when it has ended, else after how many seconds to try again."""
        row = self.deliveries.get(key)
        if row is None or row.state in FINAL:
            return None
        wait = self.lanes.enter_lane(row.team, self._me(key), self.clock(), self.pace.lane)
        if wait:
            return wait.total_seconds()
        closed = timedelta()
        try:
            closed, again = self._in_lane(key)
        finally:
            self.lanes.leave_lane(row.team, self._me(key), self.clock() + closed)
        return again

    def _me(self, key: str) -> str:
        return f"{self.owner}/{key}"[:128]

    def _in_lane(self, key: str) -> tuple[timedelta, float | None]:
        """Give how long the lane stays closed, and when to try again."""
        row = self.deliveries.claim(key, self.owner, self.clock(), self.pace.lease)
        if row is None:
            kept = self.deliveries.get(key)
            ended = kept is None or kept.state in FINAL
            return timedelta(), None if ended else self.pace.again.total_seconds()
        channel = self._channel(row)
        if not isinstance(channel, str):
            return self._stopped(row, channel, left=row.intent)
        if row.intent or row.not_before < self.started or self.subscribers.born() > row.not_before:
            # Somebody began it, or it fell due before this process lived: a lost or restored database knows no better.
            found = self.slack.find(channel, key, min(row.not_before, row.planned_at) - timedelta(minutes=5))
            instead = self._sought(row, found)
            if instead is not None:
                return instead
        if self.clock() >= row.not_after:
            self._end(row, "skipped_late")
            return timedelta(), None
        return self._post(row, channel)

    def _channel(self, row: Delivery) -> str | Slow | Unsure | Unwelcome:
        if row.channel:
            return row.channel
        opened = self.slack.open(row.user)
        if isinstance(opened, str):
            self.deliveries.address(row.key, opened)
        return opened

    def _sought(self, row: Delivery, found: object) -> tuple[timedelta, float | None] | None:
        """What follows from the history; None to go on and post."""
        match found:
            case Found(remote):
                self._end(row, "sent", remote=remote)
                return timedelta(), None
            case Absent():
                return None
            case Closed():
                if row.intent or self.subscribers.born() > row.not_before:
                    self._end(row, "uncertain", error=row.error or "history")
                    return timedelta(), None
                return None
        if row.intent and self.clock() > row.not_after + _GIVE_UP:
            self._end(row, "uncertain", error="history")
            return timedelta(), None
        return self._stopped(row, found, left=row.intent)

    def _post(self, row: Delivery, channel: str) -> tuple[timedelta, float | None]:
        forms = json.loads(row.payload) if row.payload else []
        if row.form >= len(forms):
            self._end(row, "failed", error=row.error or "no form was taken")
            return timedelta(), None
        begun = self.clock()
        if not self.deliveries.intend(row.key, self.owner, begun, self.pace.lease):
            return timedelta(), self.pace.again.total_seconds()
        if self.clock() > begun + self.pace.lane / 3:  # stood still meanwhile: somebody else may be at it now
            self.deliveries.release(row.key, self.owner, left=False)
            return timedelta(), self.pace.again.total_seconds()
        match self.slack.post(channel, row.key, forms[row.form]):
            case Found(remote):
                self._end(row, "sent", remote=remote)
                return self.pace.between, None
            case Refused(error):
                self.deliveries.release(row.key, self.owner, left=False, form=row.form + 1, error=error)
                return self.pace.between, 0.0
            case outcome:
                return self._stopped(row, outcome, left=isinstance(outcome, Unsure))

    def _stopped(self, row: Delivery, outcome: object, *, left: bool) -> tuple[timedelta, float | None]:
        """It did not go through; `left` is whether a message may have left, now or before."""
        again = self.pace.again
        match outcome:
            case Slow(seconds):
                self.deliveries.release(row.key, self.owner, left=left)
                return timedelta(seconds=seconds), float(seconds)
            case Unwelcome(error) if not left:
                self._end(row, "failed", error=error)
                self.subscribers.trouble(row.team, row.user, error)
                return timedelta(), None
            case Unwelcome(error):
                self._end(row, "uncertain", error=error)
                return timedelta(), None
            case Unreached(error) | Unsure(error):
                self.deliveries.release(row.key, self.owner, left=left, error=error)
            case _:
                self.deliveries.release(row.key, self.owner, left=left)
        return timedelta(), again.total_seconds()

    def _end(self, row: Delivery, state: str, *, remote: str = "", error: str = "") -> None:
        now = self.clock()
        if self.deliveries.finish(row.key, state, now, remote=remote, error=error):
            late = (now - row.not_before).total_seconds()
            self.ended(state, late)
            log.info("digest.ended", key=row.key, state=state, attempts=row.attempts + 1, late_s=late, error=error)
