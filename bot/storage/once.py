"""Inserting a row unless its key is there, whatever the database; it decides nothing about the row."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from sqlalchemy import Table
from sqlalchemy.engine import Connection

if TYPE_CHECKING:
    from sqlalchemy.dialects import postgresql, sqlite

__all__ = ["insert_once", "insert_or_date"]


def insert_once(base: Connection, table: Table, values: dict[str, Any]) -> int:
    """Insert a row; 0 when its key was there already, and then nothing changes."""
    return base.execute(_insert(base, table).values(**values).on_conflict_do_nothing()).rowcount


def insert_or_date(base: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Insert rows; one whose key was there already takes the new moment (`at`). One statement for all of them."""
    words = _insert(base, table)
    key = table.primary_key.columns.keys()
    base.execute(words.on_conflict_do_update(index_elements=key, set_={"at": words.excluded.at}), rows)


# Both databases have the same words for it, each in its own module; the other one's would take two MiB.
def _insert(base: Connection, table: Table) -> sqlite.Insert | postgresql.Insert:
    if base.dialect.name == "postgresql":
        from sqlalchemy.dialects.postgresql import insert as in_postgres  # noqa: PLC0415

        return in_postgres(table)
    from sqlalchemy.dialects.sqlite import insert as in_sqlite  # noqa: PLC0415

    return in_sqlite(table)
