"""Hands that a class raised, and how long a room is kept."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from lachan.store.schema import Instant

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

# What all rooms were kept for until now: 48 hours, in microseconds.
KEPT = 48 * 3600 * 1_000_000


def upgrade() -> None:
    """Make the table and the column."""
    op.create_table(
        "live_hands",
        sa.Column("room_id", sa.Integer(), nullable=False),
        sa.Column("stop", sa.Integer(), nullable=False),
        sa.Column("answered", sa.Integer(), nullable=False),
        sa.Column("right", sa.Integer(), nullable=True),
        sa.Column("counts", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("room_id", "stop", name=op.f("pk_live_hands")),
        sa.ForeignKeyConstraint(
            ["room_id"],
            ["live_rooms.id"],
            name=op.f("fk_live_hands_room_id_live_rooms"),
            ondelete="CASCADE",
        ),
    )
    column: sa.Column[object] = sa.Column(
        "kept_until", Instant(), nullable=False, server_default="0"
    )
    op.add_column("live_rooms", column)
    op.execute(
        sa.text("UPDATE live_rooms SET kept_until = opened_at + :kept").bindparams(kept=KEPT)
    )
    op.drop_index(op.f("ix_live_rooms_opened_at"), "live_rooms")
    op.create_index(op.f("ix_live_rooms_kept_until"), "live_rooms", ["kept_until"])


def downgrade() -> None:
    """Drop them."""
    op.drop_index(op.f("ix_live_rooms_kept_until"), "live_rooms")
    op.create_index(op.f("ix_live_rooms_opened_at"), "live_rooms", ["opened_at"])
    op.drop_column("live_rooms", "kept_until")
    op.drop_table("live_hands")
