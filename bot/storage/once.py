"""Inserting a row unless its key is there, whatever the database; it decides nothing about the row."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Insert, Table
from sqlalchemy.engine import Connection

__all__ = ["insert_once"]


def insert_once(base: Connection, table: Table, values: dict[str, Any]) -> int:
    """Insert a row; 0 when its key was there already, and then nothing changes."""
    insert = _in_postgres if base.dialect.name == "postgresql" else _in_sqlite
    return base.execute(insert(table, values)).rowcount


# Each loads its own words: those of the other database take two MiB.
def _in_postgres(table: Table, values: dict[str, Any]) -> Insert:
    from sqlalchemy.dialects.postgresql import insert  # noqa: PLC0415

    return insert(table).values(**values).on_conflict_do_nothing()


def _in_sqlite(table: Table, values: dict[str, Any]) -> Insert:
    from sqlalchemy.dialects.sqlite import insert  # noqa: PLC0415

    return insert(table).values(**values).on_conflict_do_nothing()
