"""The statements of the store, one transaction each; it waits for the database and belongs on a thread of its own."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Delete, Select, Table, delete, func, insert, select, tuple_
from sqlalchemy.engine import Connection
from sqlalchemy.exc import IntegrityError

from bot.storage.engine import open_engine, stamp, writing
from bot.storage.heard import Heard
from bot.storage.migrate import migrate
from bot.storage.once import insert_or_date
from bot.storage.port import FAVOURITES, RECENTS, REFUSAL_KEPT, SEEN_KEPT, SUBJECT_KEPT, Person, Place
from bot.storage.tables import favourites, last_subjects, recents, refused_surfaces, seen_events

__all__ = ["Database"]

_TIDY_EVERY = 500  # events between two removals of the old ones


class Database:
    """One database, asked from one thread."""

    def __init__(self, address: str) -> None:
        self._engine = open_engine(address)
        self._writing = writing(self._engine)
        self._until_tidy = 0
        migrate(self._engine)
        self.heard = Heard(self._engine, self._writing)

    def close(self) -> None:
        """Give the connections back."""
        self._engine.dispose()

    def favourites(self, who: Person) -> tuple[str, ...]:
        """See Store.favourites."""
        with self._engine.connect() as base:
            return _questions(base, favourites, who)

    def recents(self, who: Person) -> tuple[str, ...]:
        """See Store.recents."""
        with self._engine.connect() as base:
            return _questions(base, recents, who)

    def follow(self, who: Person, question: str, now: datetime) -> bool:
        """See Store.follow."""
        with self._writing.begin() as base:
            kept = _questions(base, favourites, who)
            if question not in kept and len(kept) >= FAVOURITES:
                return False
            insert_or_date(base, favourites, [_row(who, question, now)])
            return True

    def unfollow(self, who: Person, question: str) -> bool:
        """See Store.unfollow."""
        with self._writing.begin() as base:
            return base.execute(_of(favourites, who).where(favourites.c.question == question)).rowcount > 0

    def asked(self, asked: Mapping[tuple[Person, str], datetime]) -> None:
        """See Store.asked, for many at once."""
        rows = [_row(who, question, now) for (who, question), now in asked.items()]
        key = tuple_(recents.c.team, recents.c.user, recents.c.question)
        with self._writing.begin() as base:
            insert_or_date(base, recents, rows)
            base.execute(delete(recents).where(key.in_(_older({(who.team, who.user) for who, _ in asked}))))

    def last(self, place: Place, now: datetime) -> str | None:
        """See Store.last; the subject as it was written."""
        kept = select(last_subjects.c.last).where(*_at(place), last_subjects.c.at >= stamp(now - SUBJECT_KEPT))
        with self._engine.connect() as base:
            found = base.execute(kept).scalar_one_or_none()
            return None if found is None else str(found)

    def remember(self, place: Place, who: Person, last: str, now: datetime) -> None:
        """See Store.remember; the subject as it is to be written."""
        with self._writing.begin() as base:
            old = last_subjects.c.at < stamp(now - SUBJECT_KEPT)
            base.execute(delete(last_subjects).where(old))
            base.execute(delete(last_subjects).where(*_at(place)))
            base.execute(
                insert(last_subjects).values(
                    team=place.team,
                    channel=place.channel,
                    thread=place.thread,
                    user=who.user,
                    last=last,
                    at=stamp(now),
                )
            )

    def first_time(self, event: str, now: datetime) -> bool:
        """See Store.first_time; the primary key decides, also between two processes."""
        try:
            with self._writing.begin() as base:
                base.execute(insert(seen_events).values(event=event, at=stamp(now)))
        except IntegrityError:
            return False
        self._until_tidy -= 1
        if self._until_tidy < 0:
            self._until_tidy = _TIDY_EVERY
            with self._writing.begin() as base:
                base.execute(delete(seen_events).where(seen_events.c.at < stamp(now - SEEN_KEPT)))
        return True

    def refused(self, surface: str, now: datetime) -> bool:
        """See Store.refused."""
        kept = select(refused_surfaces.c.at).where(
            refused_surfaces.c.surface == surface, refused_surfaces.c.at >= stamp(now - REFUSAL_KEPT)
        )
        with self._engine.connect() as base:
            return base.execute(kept).first() is not None

    def refuse(self, surface: str, now: datetime) -> None:
        """See Store.refuse."""
        with self._writing.begin() as base:
            base.execute(delete(refused_surfaces).where(refused_surfaces.c.surface == surface))
            base.execute(insert(refused_surfaces).values(surface=surface, at=stamp(now)))

    def forget(self, who: Person) -> None:
        """See Store.forget."""
        with self._writing.begin() as base:
            for table in (favourites, recents, last_subjects):
                base.execute(_of(table, who))

    def forget_team(self, team: str) -> None:
        """See Store.forget_team."""
        with self._writing.begin() as base:
            for table in (favourites, recents, last_subjects):
                base.execute(delete(table).where(table.c.team == team))
            surface = refused_surfaces.c.surface
            base.execute(delete(refused_surfaces).where(surface.startswith(f"{team}:", autoescape=True)))


def _older(people: set[tuple[str, str]]) -> Select[Any]:
    """The keys of what these people asked before their most recent questions."""
    newest = (recents.c.at.desc(), recents.c.question)
    place = func.row_number().over(partition_by=(recents.c.team, recents.c.user), order_by=newest)
    theirs = tuple_(recents.c.team, recents.c.user).in_(sorted(people))
    ranked = select(recents.c.team, recents.c.user, recents.c.question, place.label("place")).where(theirs).subquery()
    return select(ranked.c.team, ranked.c.user, ranked.c.question).where(ranked.c.place > RECENTS)


def _questions(base: Connection, table: Table, who: Person) -> tuple[str, ...]:
    kept = select(table.c.question).where(table.c.team == who.team, table.c.user == who.user)
    newest = kept.order_by(table.c.at.desc(), table.c.question)
    return tuple([str(question) for question in base.execute(newest).scalars()])


def _row(who: Person, question: str, now: datetime) -> dict[str, Any]:
    return {"team": who.team, "user": who.user, "question": question, "at": stamp(now)}


def _of(table: Table, who: Person) -> Delete:
    return delete(table).where(table.c.team == who.team, table.c.user == who.user)


def _at(place: Place) -> tuple[ColumnElement[bool], ...]:
    table = last_subjects.c
    return (table.team == place.team, table.channel == place.channel, table.thread == place.thread)
