"""The tables of the store as SQLAlchemy metadata with named constraints, ready for migrations; it opens no database."""

from __future__ import annotations

from sqlalchemy import BigInteger, Boolean, Column, Index, Integer, MetaData, String, Table, Text

__all__ = [
    "debates",
    "deliveries",
    "favourites",
    "lanes",
    "last_subjects",
    "marks",
    "metadata",
    "recents",
    "refused_surfaces",
    "replicas",
    "seen_events",
    "snapshots",
    "statements",
    "subscriptions",
]

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

subscriptions = Table(
    "subscriptions",
    metadata,
    Column("team", _ID, primary_key=True),
    Column("user", _ID, primary_key=True),
    Column("channel", _ID, nullable=False),  # "" for a direct message
    Column("active", Boolean, nullable=False),
    Column("settings", Text, nullable=False),
    Index("ix_subscriptions_channel", "team", "channel"),
)

# The one truth about what was sent; what the engine of the deliveries remembers is only how far it got.
deliveries = Table(
    "deliveries",
    metadata,
    Column("key", String(200), primary_key=True),  # subscription:local_date, or what was asked for now
    Column("kind", String(16), nullable=False),
    Column("team", _ID, nullable=False),
    Column("user", _ID, nullable=False),
    Column("day", String(10), nullable=False),
    Column("channel", _ID, nullable=False),  # "" until the direct message is open
    Column("state", String(16), nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("intent", Boolean, nullable=False),  # a message may have left and nobody knows yet
    Column("owner", String(128), nullable=False),
    Column("lease_until", BigInteger, nullable=False),
    Column("not_before", BigInteger, nullable=False),
    Column("not_after", BigInteger, nullable=False),
    Column("planned_at", BigInteger, nullable=False),
    Column("done_at", BigInteger, nullable=False),
    Column("form", Integer, nullable=False),  # how many simpler forms of the message were taken
    Column("payload", Text, nullable=False),
    Column("payload_sha", _ID, nullable=False),
    Column("remote_id", _ID, nullable=False),
    Column("fact", String(200), nullable=False),
    Column("snapshot", _ID, nullable=False),
    Column("error", String(200), nullable=False),
    Column("told", Boolean, nullable=False),  # the reader knows that it did not arrive
    Index("ix_deliveries_state", "state", "lease_until"),
    Index("ix_deliveries_team", "team", "user", "day"),
)

snapshots = Table(
    "snapshots",
    metadata,
    Column("sha", _ID, primary_key=True),
    Column("figures", Text, nullable=False),
)

# Who may post in a workspace now, and from when on again.
lanes = Table(
    "lanes",
    metadata,
    Column("team", _ID, primary_key=True),
    Column("owner", String(128), nullable=False),
    Column("lease_until", BigInteger, nullable=False),
    Column("not_before", BigInteger, nullable=False),
)

replicas = Table(
    "replicas",
    metadata,
    Column("id", String(128), primary_key=True),
    Column("heartbeat", BigInteger, nullable=False),
)

marks = Table(
    "marks",
    metadata,
    Column("name", _ID, primary_key=True),  # "born": when this database was made; "tick": the last look at what is due
    Column("at", BigInteger, nullable=False),
)

debates = Table(
    "debates",
    metadata,
    Column("team", _ID, primary_key=True),
    Column("channel", _ID, primary_key=True),
    Column("thread", _ID, primary_key=True),
    Column("board", _ID, nullable=False),
    Column("begun", BigInteger, nullable=False),
    Column("heard", BigInteger, nullable=False),
)

statements = Table(
    "statements",
    metadata,
    Column("id", _ID, primary_key=True),
    Column("order", Integer, nullable=False),  # within one message
    Column("team", _ID, nullable=False),
    Column("channel", _ID, nullable=False),
    Column("thread", _ID, nullable=False),
    Column("quote", Text, nullable=False),
    Column("verdict", String(16), nullable=False),
    Column("told", Text, nullable=False),
    Column("subjects", Text, nullable=False),
    Column("document", _ID, nullable=False),
    Column("at", BigInteger, nullable=False),
    Index("ix_statements_channel", "team", "channel", "at"),
    Index("ix_statements_at", "at"),
)
