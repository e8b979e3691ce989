"""The tables of the store as SQLAlchemy metadata with named constraints, ready for migrations; it opens no database."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Index, MetaData, String, Table, Text

__all__ = ["favourites", "last_subjects", "metadata", "recents", "refused_surfaces", "seen_events"]

# Named constraints: a migration can only drop what has a name.
metadata = MetaData(
    naming_convention={
        "ix": "ix_%(column_0_label)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)

# Ids of Slack are at most some dozen characters; moments are microseconds since 1970, the same in every database.
_ID = String(64)

favourites = Table(
    "favourites",
    metadata,
    Column("team", _ID, primary_key=True),
    Column("user", _ID, primary_key=True),
    Column("question", String(500), primary_key=True),
    Column("at", BigInteger, nullable=False),
)

recents = Table(
    "recents",
    metadata,
    Column("team", _ID, primary_key=True),
    Column("user", _ID, primary_key=True),
    Column("question", String(500), primary_key=True),
    Column("at", BigInteger, nullable=False),
)

last_subjects = Table(
    "last_subjects",
    metadata,
    Column("team", _ID, primary_key=True),
    Column("channel", _ID, primary_key=True),
    Column("thread", _ID, primary_key=True),
    Column("user", _ID, nullable=False),
    Column("last", Text, nullable=False),
    Column("at", BigInteger, nullable=False),
    Index(None, "at"),
)

seen_events = Table(
    "seen_events",
    metadata,
    Column("event", String(255), primary_key=True),
    Column("at", BigInteger, nullable=False),
    Index(None, "at"),
)

refused_surfaces = Table(
    "refused_surfaces",
    metadata,
    Column("surface", String(255), primary_key=True),
    Column("at", BigInteger, nullable=False),
)
