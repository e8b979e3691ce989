"""Opens a database: what SQLite needs to be shared by threads, and whether its file is sound; it makes no table."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.engine import Connection, make_url
from sqlalchemy.exc import SQLAlchemyError

from bot.storage.sound import check_file

__all__ = ["AwayError", "moment", "open_engine", "stamp", "writing"]

# What a statement raises when the database is away, or its disk is full.
AwayError = SQLAlchemyError

_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_ONE: Final = timedelta(microseconds=1)
_BUSY_SECONDS: Final = 30
_WRITES: Final = "bbt_writes"


def stamp(at: datetime) -> int:
    """A moment as microseconds since 1970, the same in every database."""
    return (at - _EPOCH) // _ONE


def moment(at: int) -> datetime:
    """The moment (UTC) of a stamp."""
    return _EPOCH + _ONE * at


def open_engine(address: str, *, pool_size: int = 5) -> Engine:
    """Open a database such as "sqlite:///bbt.db" or "postgresql+psycopg://…".

    Raises DamagedError for a SQLite file that is no database or does not hold together.
    """
    url = make_url(address)
    if url.get_backend_name() != "sqlite":
        return create_engine(url, pool_size=pool_size, pool_pre_ping=True)
    if not url.database or url.database == ":memory:":
        return create_engine(url)
    check_file(Path(url.database))
    engine = create_engine(url, connect_args={"timeout": _BUSY_SECONDS})
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def writing(engine: Engine) -> Engine:
    """The same engine for transactions that write: in SQLite they take their turn at once, not halfway."""
    return engine.execution_options(**{_WRITES: True})


def _prepare(connection: Any, _record: object) -> None:  # noqa: ANN401 - the driver's own
    connection.isolation_level = None  # the driver would begin too late: we begin ourselves
    cursor = connection.cursor()
    cursor.execute("PRAGMA journal_mode=WAL")
    cursor.execute("PRAGMA synchronous=FULL")
    cursor.close()


def _begin(base: Connection) -> None:
    base.exec_driver_sql("BEGIN IMMEDIATE" if base.get_execution_options().get(_WRITES) else "BEGIN")
