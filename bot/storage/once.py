"""Inserting a row unless its key is there, whatever the database; it decides nothing about the row."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Table
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import Connection

__all__ = ["insert_once"]


def insert_once(base: Connection, table: Table, values: dict[str, Any]) -> int:
    """Insert a row; 0 when its key was there already, and then nothing changes."""
    words = postgresql.insert if base.dialect.name == "postgresql" else sqlite.insert
    return base.execute(words(table).values(**values).on_conflict_do_nothing()).rowcount
