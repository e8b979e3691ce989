"""The statements of debates and said claims in a database, one transaction each; it belongs on a thread of its own."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Engine, delete, insert, select, update
from sqlalchemy.exc import IntegrityError

from bot.storage.engine import stamp
from bot.storage.port import Place
from bot.storage.spoken import Debate, Statement
from bot.storage.tables import debates, statements

__all__ = ["Heard"]


class Heard:
    """One database, asked from one thread; `writing` begins transactions that write."""

    def __init__(self, engine: Engine, writing: Engine) -> None:
        self._engine = engine
        self._writing = writing

    def begin_debate(self, debate: Debate) -> bool:
        """See Spoken.begin_debate."""
        try:
            with self._writing.begin() as base:
                base.execute(insert(debates).values(**_debate_row(debate)))
        except IntegrityError:
            return False
        return True

    def debate(self, place: Place) -> Debate | None:
        """See Spoken.debate."""
        with self._engine.connect() as base:
            row = base.execute(select(debates).where(*_at(place))).one_or_none()
        return None if row is None else _debate(row)

    def debates(self) -> tuple[Debate, ...]:
        """See Spoken.debates."""
        with self._engine.connect() as base:
            return tuple([_debate(row) for row in base.execute(select(debates).order_by(debates.c.begun))])

    def set_board(self, place: Place, board: str) -> None:
        """See Spoken.set_board."""
        with self._writing.begin() as base:
            base.execute(update(debates).where(*_at(place)).values(board=board))

    def end_debate(self, place: Place) -> Debate | None:
        """See Spoken.end_debate."""
        with self._writing.begin() as base:
            row = base.execute(select(debates).where(*_at(place))).one_or_none()
            gone = base.execute(delete(debates).where(*_at(place))).rowcount
        return _debate(row) if row is not None and gone else None

    def keep(self, said: tuple[Statement, ...]) -> None:
        """See Spoken.keep."""
        with self._writing.begin() as base:
            for order, one in enumerate(said):
                base.execute(insert(statements).values(order=order, **_row(one)))
            for place in {one.place for one in said}:
                at = max(stamp(one.at) for one in said if one.place == place)
                base.execute(update(debates).where(*_at(place)).values(heard=at))

    def statements(self, team: str, channel: str, since: datetime) -> tuple[Statement, ...]:
        """See Spoken.statements."""
        asked = (
            select(statements)
            .where(*_in(team, channel), statements.c.at >= stamp(since))
            .order_by(statements.c.at, statements.c.order)
        )
        with self._engine.connect() as base:
            return tuple([_statement(row) for row in base.execute(asked)])

    def drop(self, team: str, channel: str, statement: str) -> bool:
        """See Spoken.drop."""
        with self._writing.begin() as base:
            gone = base.execute(delete(statements).where(*_in(team, channel), statements.c.id == statement))
            return gone.rowcount > 0

    def wipe(self, team: str, channel: str) -> int:
        """See Spoken.wipe."""
        with self._writing.begin() as base:
            return base.execute(delete(statements).where(*_in(team, channel))).rowcount

    def expire(self, before: datetime) -> None:
        """See Spoken.expire."""
        with self._writing.begin() as base:
            base.execute(delete(statements).where(statements.c.at < stamp(before)))

    def forget_team(self, team: str) -> None:
        """Remove all of a team."""
        with self._writing.begin() as base:
            base.execute(delete(statements).where(statements.c.team == team))
            base.execute(delete(debates).where(debates.c.team == team))


def _at(place: Place) -> tuple[ColumnElement[bool], ...]:
    return debates.c.team == place.team, debates.c.channel == place.channel, debates.c.thread == place.thread


def _in(team: str, channel: str) -> tuple[ColumnElement[bool], ...]:
    return statements.c.team == team, statements.c.channel == channel


def _moment(microseconds: int) -> datetime:
    return datetime(1970, 1, 1, tzinfo=UTC) + timedelta(microseconds=microseconds)


def _debate_row(debate: Debate) -> dict[str, Any]:
    place = debate.place
    return {
        "team": place.team,
        "channel": place.channel,
        "thread": place.thread,
        "board": debate.board,
        "begun": stamp(debate.begun),
        "heard": stamp(debate.heard),
    }


def _debate(row: Any) -> Debate:  # noqa: ANN401 - a row of SQLAlchemy
    return Debate(Place(row.team, row.channel, row.thread), row.board, _moment(row.begun), _moment(row.heard))


def _row(one: Statement) -> dict[str, Any]:
    return {
        "id": one.id,
        "team": one.place.team,
        "channel": one.place.channel,
        "thread": one.place.thread,
        "quote": one.quote,
        "verdict": one.verdict,
        "told": one.told,
        "subjects": " ".join(one.subjects),
        "document": one.document,
        "at": stamp(one.at),
    }


def _statement(row: Any) -> Statement:  # noqa: ANN401 - a row of SQLAlchemy
    place = Place(row.team, row.channel, row.thread)
    subjects = tuple(row.subjects.split())
    return Statement(row.id, place, row.quote, row.verdict, row.told, subjects, row.document, _moment(row.at))
