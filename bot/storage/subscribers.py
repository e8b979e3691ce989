"""The statements about subscriptions and about what their readers were told; each is one transaction."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any, Final

from msgspec.structs import replace
from sqlalchemy import ColumnElement, Engine, Row, delete, func, insert, select, update
from sqlalchemy.engine import Connection
from sqlalchemy.exc import DBAPIError

from bot.digest.content import Past
from bot.digest.model import Subscription
from bot.digest.snapshot import read_snapshot
from bot.storage.engine import moment, writing
from bot.storage.settings_text import read_settings, write_settings
from bot.storage.tables import deliveries, marks, snapshots, subscriptions

__all__ = ["Subscribers"]

_MISSED: Final = ("skipped_late", "failed")


class Subscribers:
    """Who wants a digest, in one database."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._writing = writing(engine)

    def get(self, team: str, user: str) -> Subscription | None:
        """The subscription of a person; None when there is none."""
        with self._engine.connect() as base:
            row = base.execute(select(subscriptions).where(*_of(team, user))).first()
        return None if row is None else _read(row)

    def anybody(self) -> bool:
        """Whether there is any subscription, of whatever workspace; a database that is away knows of none."""
        try:
            with self._engine.connect() as base:
                return base.execute(select(subscriptions.c.team).limit(1)).first() is not None
        except DBAPIError:
            return False

    def put(self, one: Subscription) -> str:
        """Keep a subscription; when another person's digest already goes to its channel, keep nothing and say whose."""
        with self._writing.begin() as base:
            taken = _holder(base, one)
            if taken:
                return taken
            base.execute(delete(subscriptions).where(*_of(one.team, one.user)))
            base.execute(insert(subscriptions).values(**_row(one)))
        return ""

    def drop(self, team: str, user: str) -> None:
        """Remove a person's subscription and what was noted of its deliveries."""
        with self._writing.begin() as base:
            base.execute(delete(subscriptions).where(*_of(team, user)))
            base.execute(delete(deliveries).where(deliveries.c.team == team, deliveries.c.user == user))

    def drop_team(self, team: str) -> None:
        """Remove a whole workspace."""
        with self._writing.begin() as base:
            base.execute(delete(subscriptions).where(subscriptions.c.team == team))
            base.execute(delete(deliveries).where(deliveries.c.team == team))

    def active(self) -> Iterator[Subscription]:
        """Every subscription that may owe something; one that another version wrote is left out."""
        with self._engine.connect() as base:
            rows = base.execute(select(subscriptions).where(subscriptions.c.active)).all()
        for row in rows:
            one = _read(row)
            if one is not None:
                yield one

    def page(self, offset: int, size: int) -> tuple[int, tuple[Subscription, ...]]:
        """How many there are, and some of them in the order of their ids."""
        listed = select(subscriptions).order_by(subscriptions.c.team, subscriptions.c.user).offset(offset).limit(size)
        with self._engine.connect() as base:
            total = base.execute(select(func.count()).select_from(subscriptions)).scalar_one()
            rows = base.execute(listed).all()
        return total, tuple(one for one in map(_read, rows) if one is not None)

    def trouble(self, team: str, user: str, word: str) -> bool:
        """Note why nothing can be delivered; False when that was noted already or there is no subscription."""
        with self._writing.begin() as base:
            row = base.execute(select(subscriptions).where(*_of(team, user))).first()
            one = None if row is None else _read(row)
            if one is None or one.trouble:
                return False
            values = {"active": False, "settings": write_settings(_with_trouble(one, word))}
            base.execute(update(subscriptions).where(*_of(team, user)).values(**values))
        return True

    def past(self, one: Subscription) -> Past:
        """What a reader was told before, and which digests were missed since the last that arrived."""
        mine = (deliveries.c.team == one.team, deliveries.c.user == one.user)
        arrived = (*mine, deliveries.c.state == "sent", deliveries.c.kind != "notice")
        with self._engine.connect() as base:
            last = base.execute(
                select(deliveries.c.day, deliveries.c.snapshot).where(*arrived).order_by(deliveries.c.done_at.desc())
            ).first()
            counted = select(deliveries.c.fact, func.count()).where(*mine, deliveries.c.fact != "")
            counted = counted.where(deliveries.c.state.not_in(_MISSED)).group_by(deliveries.c.fact)
            facts = {str(fact): int(many) for fact, many in base.execute(counted)}
            missed = select(deliveries.c.day).where(
                *mine, deliveries.c.kind == "digest", deliveries.c.state == "skipped_late", ~deliveries.c.told
            )
            days = tuple(date.fromisoformat(day) for day in base.execute(missed.order_by(deliveries.c.day)).scalars())
            figures = None
            if last is not None:
                kept = select(snapshots.c.figures).where(snapshots.c.sha == last.snapshot)
                text = base.execute(kept).scalar()
                figures = None if text is None else read_snapshot(text)
        return Past(None if last is None else date.fromisoformat(last.day), figures, facts, days)

    def born(self) -> datetime:
        """When this database began to be used for digests; nothing it does not know was sent after that."""
        return moment(self.mark("born"))

    def mark(self, name: str) -> int:
        """When something last happened, as a stamp; 0 for never."""
        with self._engine.connect() as base:
            return int(base.execute(select(marks.c.at).where(marks.c.name == name)).scalar() or 0)

    def set_mark(self, name: str, at: int, *, only_once: bool = False) -> None:
        """Note when something happened."""
        with self._writing.begin() as base:
            known = base.execute(select(marks.c.at).where(marks.c.name == name)).scalar()
            if known is None:
                base.execute(insert(marks).values(name=name, at=at))
            elif not only_once:
                base.execute(update(marks).where(marks.c.name == name).values(at=at))


def _of(team: str, user: str) -> tuple[ColumnElement[bool], ...]:
    return (subscriptions.c.team == team, subscriptions.c.user == user)


def _holder(base: Connection, one: Subscription) -> str:
    if not one.channel or not one.on:
        return ""
    other = select(subscriptions.c.user).where(
        subscriptions.c.team == one.team,
        subscriptions.c.channel == one.channel,
        subscriptions.c.user != one.user,
        subscriptions.c.active,
    )
    return str(base.execute(other).scalar() or "")


def _row(one: Subscription) -> dict[str, Any]:
    return {
        "team": one.team,
        "user": one.user,
        "channel": one.channel,
        "active": one.on and not one.trouble,
        "settings": write_settings(one),
    }


def _read(row: Row[Any]) -> Subscription | None:
    return read_settings(row.team, row.user, row.channel, row.settings)


def _with_trouble(one: Subscription, word: str) -> Subscription:

    return replace(one, trouble=word)
