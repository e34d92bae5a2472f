"""The live rooms of a class."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from lachan.store.schema import Instant

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "live_rooms",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(6), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("plan", sa.String(16), nullable=False),
        sa.Column("items", sa.JSON(), nullable=False),
        sa.Column("salt", sa.String(22), nullable=False),
        sa.Column("states", sa.JSON(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("asking", sa.Integer(), nullable=True),
        sa.Column("early_chart", sa.Boolean(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("opened_at", Instant(), nullable=False),
        sa.Column("ended_at", Instant(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_live_rooms")),
        sa.UniqueConstraint("code", name=op.f("uq_live_rooms_code")),
    )
    op.create_index(op.f("ix_live_rooms_opened_at"), "live_rooms", ["opened_at"])
    op.create_table(
        "live_seats",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("room_id", sa.Integer(), nullable=False),
        sa.Column("token", sa.String(22), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_live_seats")),
        sa.ForeignKeyConstraint(
            ["room_id"],
            ["live_rooms.id"],
            name=op.f("fk_live_seats_room_id_live_rooms"),
            ondelete="CASCADE",
        ),
        sa.UniqueConstraint("room_id", "token", name=op.f("uq_live_seats_room_id_token")),
    )
    op.create_table(
        "live_answers",
        sa.Column("room_id", sa.Integer(), nullable=False),
        sa.Column("stop", sa.Integer(), nullable=False),
        sa.Column("seat_id", sa.Integer(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("room_id", "stop", "seat_id", name=op.f("pk_live_answers")),
        sa.ForeignKeyConstraint(
            ["room_id"],
            ["live_rooms.id"],
            name=op.f("fk_live_answers_room_id_live_rooms"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["seat_id"],
            ["live_seats.id"],
            name=op.f("fk_live_answers_seat_id_live_seats"),
            ondelete="CASCADE",
        ),
    )
    op.create_index(op.f("ix_live_answers_seat_id"), "live_answers", ["seat_id"])


def downgrade() -> None:
    """Drop the tables."""
    op.drop_table("live_answers")
    op.drop_table("live_seats")
    op.drop_table("live_rooms")
