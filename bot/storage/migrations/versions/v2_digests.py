"""The daily digests: who wants one, what became of each, what was told, and who is sending."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

__all__ = ["downgrade", "upgrade"]

revision = "v2"
down_revision = "v1"

_ID = sa.String(64)
_MOMENT = sa.BigInteger


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "subscriptions",
        sa.Column("team", _ID, nullable=False),
        sa.Column("user", _ID, nullable=False),
        sa.Column("channel", _ID, nullable=False),
        sa.Column("active", sa.Boolean, nullable=False),
        sa.Column("settings", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("team", "user", name="pk_subscriptions"),
    )
    op.create_index("ix_subscriptions_channel", "subscriptions", ["team", "channel"])
    _make_deliveries()
    _make_the_rest()


def _make_deliveries() -> None:
    op.create_table(
        "deliveries",
        sa.Column("key", sa.String(200), nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("team", _ID, nullable=False),
        sa.Column("user", _ID, nullable=False),
        sa.Column("day", sa.String(10), nullable=False),
        sa.Column("channel", _ID, nullable=False),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("attempts", sa.Integer, nullable=False),
        sa.Column("intent", sa.Boolean, nullable=False),
        sa.Column("owner", sa.String(128), nullable=False),
        sa.Column("lease_until", _MOMENT, nullable=False),
        sa.Column("not_before", _MOMENT, nullable=False),
        sa.Column("not_after", _MOMENT, nullable=False),
        sa.Column("planned_at", _MOMENT, nullable=False),
        sa.Column("done_at", _MOMENT, nullable=False),
        sa.Column("form", sa.Integer, nullable=False),
        sa.Column("payload", sa.Text, nullable=False),
        sa.Column("payload_sha", _ID, nullable=False),
        sa.Column("remote_id", _ID, nullable=False),
        sa.Column("fact", sa.String(200), nullable=False),
        sa.Column("snapshot", _ID, nullable=False),
        sa.Column("error", sa.String(200), nullable=False),
        sa.Column("told", sa.Boolean, nullable=False),
        sa.PrimaryKeyConstraint("key", name="pk_deliveries"),
    )
    op.create_index("ix_deliveries_state", "deliveries", ["state", "lease_until"])
    op.create_index("ix_deliveries_team", "deliveries", ["team", "user", "day"])


def _make_the_rest() -> None:
    op.create_table(
        "snapshots",
        sa.Column("sha", _ID, nullable=False),
        sa.Column("figures", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("sha", name="pk_snapshots"),
    )
    op.create_table(
        "lanes",
        sa.Column("team", _ID, nullable=False),
        sa.Column("owner", sa.String(128), nullable=False),
        sa.Column("lease_until", _MOMENT, nullable=False),
        sa.Column("not_before", _MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("team", name="pk_lanes"),
    )
    op.create_table(
        "replicas",
        sa.Column("id", sa.String(128), nullable=False),
        sa.Column("heartbeat", _MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_replicas"),
    )
    op.create_table(
        "marks",
        sa.Column("name", _ID, nullable=False),
        sa.Column("at", _MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_marks"),
    )


def downgrade() -> None:
    """Remove them."""
    for name in ("marks", "replicas", "lanes", "snapshots", "deliveries", "subscriptions"):
        op.drop_table(name)
