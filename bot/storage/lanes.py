"""The lane of each workspace, in which one message at a time is posted, and the replicas that post."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import Engine, delete, select, update

from bot.storage.engine import stamp, writing
from bot.storage.once import insert_once
from bot.storage.tables import lanes, replicas

__all__ = ["Lanes"]

_SOON: Final = 0.05  # seconds: somebody else was a moment faster


class Lanes:
    """Who may post now, in one database."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._writing = writing(engine)

    def enter_lane(self, team: str, owner: str, now: datetime, lease: timedelta) -> timedelta:
        """Take the lane of a workspace; nothing to wait for when it is taken, else how long to wait at least."""
        at = stamp(now)
        with self._writing.begin() as base:
            insert_once(base, lanes, {"team": team, "owner": "", "lease_until": 0, "not_before": 0})
            row = base.execute(select(lanes).where(lanes.c.team == team).with_for_update()).one()
            if row.not_before > at:
                return timedelta(microseconds=row.not_before - at)
            if row.owner and row.lease_until > at:
                return timedelta(seconds=_SOON)
            until = at + lease // timedelta(microseconds=1)
            base.execute(update(lanes).where(lanes.c.team == team).values(owner=owner, lease_until=until))
        return timedelta()

    def leave_lane(self, team: str, owner: str, not_before: datetime) -> None:
        """Give the lane back, closed until a moment; it is never opened earlier than somebody else closed it."""
        with self._writing.begin() as base:
            at = stamp(not_before)
            closed = update(lanes).where(lanes.c.team == team, lanes.c.not_before < at)
            base.execute(closed.values(not_before=at))
            mine = update(lanes).where(lanes.c.team == team, lanes.c.owner == owner)
            base.execute(mine.values(owner="", lease_until=0))

    def beat(self, replica: str, now: datetime) -> None:
        """A replica lives."""
        with self._writing.begin() as base:
            at = stamp(now)
            if not base.execute(update(replicas).where(replicas.c.id == replica).values(heartbeat=at)).rowcount:
                insert_once(base, replicas, {"id": replica, "heartbeat": at})

    def silent(self, before: datetime) -> tuple[str, ...]:
        """The replicas that have not been heard since a moment."""
        with self._engine.connect() as base:
            return tuple(base.execute(select(replicas.c.id).where(replicas.c.heartbeat < stamp(before))).scalars())

    def alive(self, since: datetime) -> frozenset[str]:
        """The replicas that were heard since a moment."""
        with self._engine.connect() as base:
            heard = select(replicas.c.id).where(replicas.c.heartbeat >= stamp(since))
            return frozenset(base.execute(heard).scalars())

    def bury(self, replica: str) -> None:
        """Forget a replica whose work was taken over."""
        with self._writing.begin() as base:
            base.execute(delete(replicas).where(replicas.c.id == replica))
