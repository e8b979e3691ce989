"""What is kept between questions: favourites, recent questions, last subjects, what was heard and refused."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

__all__ = ["downgrade", "upgrade"]

revision = "v1"
down_revision = None

_ID = sa.String(64)


def upgrade() -> None:
    """Make the tables."""
    for name in ("favourites", "recents"):
        op.create_table(
            name,
            sa.Column("team", _ID, nullable=False),
            sa.Column("user", _ID, nullable=False),
            sa.Column("question", sa.String(500), nullable=False),
            sa.Column("at", sa.BigInteger, nullable=False),
            sa.PrimaryKeyConstraint("team", "user", "question", name=f"pk_{name}"),
        )
    op.create_table(
        "last_subjects",
        sa.Column("team", _ID, nullable=False),
        sa.Column("channel", _ID, nullable=False),
        sa.Column("thread", _ID, nullable=False),
        sa.Column("user", _ID, nullable=False),
        sa.Column("last", sa.Text, nullable=False),
        sa.Column("at", sa.BigInteger, nullable=False),
        sa.PrimaryKeyConstraint("team", "channel", "thread", name="pk_last_subjects"),
    )
    op.create_index("ix_last_subjects_at", "last_subjects", ["at"])
    op.create_table(
        "seen_events",
        sa.Column("event", sa.String(255), nullable=False),
        sa.Column("at", sa.BigInteger, nullable=False),
        sa.PrimaryKeyConstraint("event", name="pk_seen_events"),
    )
    op.create_index("ix_seen_events_at", "seen_events", ["at"])
    op.create_table(
        "refused_surfaces",
        sa.Column("surface", sa.String(255), nullable=False),
        sa.Column("at", sa.BigInteger, nullable=False),
        sa.PrimaryKeyConstraint("surface", name="pk_refused_surfaces"),
    )


def downgrade() -> None:
    """Remove them."""
    for name in ("refused_surfaces", "seen_events", "last_subjects", "recents", "favourites"):
        op.drop_table(name)
