"""Debates, and the claims said for all to see in a conversation."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

__all__ = ["downgrade", "upgrade"]

revision = "v3"
down_revision = "v2"

_ID = sa.String(64)
_MOMENT = sa.BigInteger


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "debates",
        sa.Column("team", _ID, nullable=False),
        sa.Column("channel", _ID, nullable=False),
        sa.Column("thread", _ID, nullable=False),
        sa.Column("board", _ID, nullable=False),
        sa.Column("begun", _MOMENT, nullable=False),
        sa.Column("heard", _MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("team", "channel", "thread", name="pk_debates"),
    )
    op.create_table(
        "statements",
        sa.Column("id", _ID, nullable=False),
        sa.Column("order", sa.Integer, nullable=False),
        sa.Column("team", _ID, nullable=False),
        sa.Column("channel", _ID, nullable=False),
        sa.Column("thread", _ID, nullable=False),
        sa.Column("quote", sa.Text, nullable=False),
        sa.Column("verdict", sa.String(16), nullable=False),
        sa.Column("told", sa.Text, nullable=False),
        sa.Column("subjects", sa.Text, nullable=False),
        sa.Column("document", _ID, nullable=False),
        sa.Column("at", _MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_statements"),
    )
    op.create_index("ix_statements_channel", "statements", ["team", "channel", "at"])
    op.create_index("ix_statements_at", "statements", ["at"])


def downgrade() -> None:
    """Drop them, with all that was kept."""
    op.drop_table("statements")
    op.drop_table("debates")
