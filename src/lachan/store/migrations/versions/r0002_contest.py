"""Contests: their paper, who enters, attempts, answers and what the staff did."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from lachan.store.schema import Instant

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "contests",
        sa.Column("id", _ID, nullable=False),
        sa.Column("slug", sa.String(length=80), nullable=False),
        sa.Column("definition", sa.Text(), nullable=False),
        sa.Column("opens_at", Instant(), nullable=False),
        sa.Column("closes_at", Instant(), nullable=False),
        sa.Column("status", sa.String(length=12), nullable=False),
        sa.Column("paused_at", Instant(), nullable=True),
        sa.Column("message", sa.Text(), server_default="", nullable=False),
        sa.Column("salt", sa.String(length=64), nullable=False),
        sa.Column("code_key", sa.String(length=64), nullable=False),
        sa.Column("commitment", sa.String(length=64), nullable=False),
        sa.Column("nonce", sa.String(length=64), nullable=False),
        sa.Column("created_at", Instant(), nullable=False),
        sa.Column("closed_at", Instant(), nullable=True),
        sa.CheckConstraint(
            "status IN ('ready', 'closed', 'cancelled')", name=op.f("ck_contests_status")
        ),
        sa.CheckConstraint("opens_at < closes_at", name=op.f("ck_contests_window")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contests")),
        sa.UniqueConstraint("slug", name=op.f("uq_contests_slug")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "contest_acts",
        sa.Column("contest_id", _ID, nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sa.Column("act", sa.String(length=24), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("amount", sa.Integer(), nullable=False),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("salt", sa.String(length=32), nullable=False),
        sa.Column("private_hash", sa.String(length=64), nullable=False),
        sa.Column("hash", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(
            ["contest_id"],
            ["contests.id"],
            name=op.f("fk_contest_acts_contest_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("contest_id", "number", name=op.f("pk_contest_acts")),
    )
    op.create_table(
        "contest_entrants",
        sa.Column("id", _ID, nullable=False),
        sa.Column("contest_id", _ID, nullable=False),
        sa.Column("pseudonym", sa.String(length=16), nullable=False),
        sa.Column("code_hash", sa.String(length=64), nullable=False),
        sa.Column("room", sa.Text(), nullable=False),
        sa.Column("group_code", sa.String(length=16), nullable=False),
        sa.Column("attempt_count", sa.Integer(), server_default="0", nullable=False),
        sa.Column("created_at", Instant(), nullable=False),
        sa.ForeignKeyConstraint(
            ["contest_id"],
            ["contests.id"],
            name=op.f("fk_contest_entrants_contest_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contest_entrants")),
        sa.UniqueConstraint(
            "contest_id", "code_hash", name=op.f("uq_contest_entrants_contest_id_code_hash")
        ),
        sa.UniqueConstraint(
            "contest_id", "pseudonym", name=op.f("uq_contest_entrants_contest_id_pseudonym")
        ),
    )
    op.create_table(
        "contest_papers",
        sa.Column("contest_id", _ID, nullable=False),
        sa.Column("manifest", sa.LargeBinary(), nullable=False),
        sa.Column("items", sa.LargeBinary(), nullable=False),
        sa.Column("practice", sa.LargeBinary(), nullable=True),
        sa.ForeignKeyConstraint(
            ["contest_id"],
            ["contests.id"],
            name=op.f("fk_contest_papers_contest_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("contest_id", name=op.f("pk_contest_papers")),
    )
    op.create_table(
        "contest_pauses",
        sa.Column("id", _ID, nullable=False),
        sa.Column("contest_id", _ID, nullable=False),
        sa.Column("room", sa.Text(), nullable=False),
        sa.Column("since_at", Instant(), nullable=False),
        sa.Column("until_at", Instant(), nullable=True),
        sa.ForeignKeyConstraint(
            ["contest_id"],
            ["contests.id"],
            name=op.f("fk_contest_pauses_contest_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contest_pauses")),
    )
    op.create_index(
        "uq_contest_pauses_current",
        "contest_pauses",
        ["contest_id", "room"],
        unique=True,
        sqlite_where=sa.text("until_at IS NULL"),
        postgresql_where=sa.text("until_at IS NULL"),
    )
    op.create_table(
        "contest_attempts",
        sa.Column("id", _ID, nullable=False),
        sa.Column("contest_id", _ID, nullable=False),
        sa.Column("entrant_id", _ID, nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("form_code", sa.String(length=8), nullable=False),
        sa.Column("state", sa.String(length=12), nullable=False),
        sa.Column("started_at", Instant(), nullable=False),
        sa.Column("deadline_at", Instant(), nullable=False),
        sa.Column("extra_us", sa.BigInteger(), server_default="0", nullable=False),
        sa.Column("paused_at", Instant(), nullable=True),
        sa.Column("paused_us", sa.BigInteger(), server_default="0", nullable=False),
        sa.Column("submitted_at", Instant(), nullable=True),
        sa.Column("submitted_by", sa.String(length=12), nullable=True),
        sa.Column("event_count", sa.Integer(), server_default="0", nullable=False),
        sa.Column("chain", sa.String(length=64), nullable=False),
        sa.Column("last_seen_at", Instant(), nullable=False),
        sa.CheckConstraint(
            "(state = 'submitted') = (submitted_at IS NOT NULL)",
            name=op.f("ck_contest_attempts_submitted"),
        ),
        sa.CheckConstraint(
            "state IN ('working', 'submitted')", name=op.f("ck_contest_attempts_state")
        ),
        sa.ForeignKeyConstraint(
            ["contest_id"],
            ["contests.id"],
            name=op.f("fk_contest_attempts_contest_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["entrant_id"],
            ["contest_entrants.id"],
            name=op.f("fk_contest_attempts_entrant_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contest_attempts")),
        sa.UniqueConstraint(
            "entrant_id", "number", name=op.f("uq_contest_attempts_entrant_id_number")
        ),
    )
    op.create_index(
        op.f("ix_contest_attempts_contest_id"), "contest_attempts", ["contest_id"], unique=False
    )
    op.create_index(
        "ix_contest_attempts_due",
        "contest_attempts",
        ["contest_id", "deadline_at"],
        unique=False,
        sqlite_where=sa.text("state = 'working'"),
        postgresql_where=sa.text("state = 'working'"),
    )
    op.create_index(
        "uq_contest_attempts_live",
        "contest_attempts",
        ["entrant_id"],
        unique=True,
        sqlite_where=sa.text("state = 'working'"),
        postgresql_where=sa.text("state = 'working'"),
    )
    op.create_table(
        "contest_people",
        sa.Column("entrant_id", _ID, nullable=False),
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("class_name", sa.Text(), nullable=False),
        sa.Column("school", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["entrant_id"],
            ["contest_entrants.id"],
            name=op.f("fk_contest_people_entrant_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("entrant_id", name=op.f("pk_contest_people")),
    )
    op.create_table(
        "contest_results",
        sa.Column("entrant_id", _ID, nullable=False),
        sa.Column("contest_id", _ID, nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("correct", sa.Integer(), nullable=False),
        sa.Column("total", sa.Integer(), nullable=False),
        sa.Column("score", sa.String(length=20), nullable=False),
        sa.Column("prediction", sa.BigInteger(), nullable=True),
        sa.Column("distance", sa.BigInteger(), nullable=True),
        sa.Column("time_used_us", sa.BigInteger(), nullable=False),
        sa.Column("submitted_at", Instant(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("tied", sa.Boolean(), nullable=False),
        sa.Column("decided_by", sa.String(length=12), nullable=False),
        sa.Column("prize", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["contest_id"],
            ["contests.id"],
            name=op.f("fk_contest_results_contest_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["entrant_id"],
            ["contest_entrants.id"],
            name=op.f("fk_contest_results_entrant_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("entrant_id", name=op.f("pk_contest_results")),
    )
    op.create_index(
        op.f("ix_contest_results_contest_id"), "contest_results", ["contest_id"], unique=False
    )
    op.create_table(
        "contest_sessions",
        sa.Column("token_hash", sa.String(length=64), nullable=False),
        sa.Column("entrant_id", _ID, nullable=False),
        sa.Column("device", sa.String(length=80), nullable=False),
        sa.Column("created_at", Instant(), nullable=False),
        sa.Column("ended_at", Instant(), nullable=True),
        sa.ForeignKeyConstraint(
            ["entrant_id"],
            ["contest_entrants.id"],
            name=op.f("fk_contest_sessions_entrant_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("token_hash", name=op.f("pk_contest_sessions")),
    )
    op.create_index(
        op.f("ix_contest_sessions_entrant_id"), "contest_sessions", ["entrant_id"], unique=False
    )
    op.create_index(
        "uq_contest_sessions_current",
        "contest_sessions",
        ["entrant_id"],
        unique=True,
        sqlite_where=sa.text("ended_at IS NULL"),
        postgresql_where=sa.text("ended_at IS NULL"),
    )
    op.create_table(
        "contest_answers",
        sa.Column("attempt_id", _ID, nullable=False),
        sa.Column("item_id", sa.String(length=80), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("received_at", Instant(), nullable=False),
        sa.ForeignKeyConstraint(
            ["attempt_id"],
            ["contest_attempts.id"],
            name=op.f("fk_contest_answers_attempt_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("attempt_id", "item_id", name=op.f("pk_contest_answers")),
    )
    op.create_table(
        "contest_events",
        sa.Column("attempt_id", _ID, nullable=False),
        sa.Column("item_id", sa.String(length=80), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("received_at", Instant(), nullable=False),
        sa.Column("latest_at", Instant(), nullable=False),
        sa.Column("hash", sa.String(length=64), nullable=False),
        sa.CheckConstraint("received_at <= latest_at", name=op.f("ck_contest_events_in_time")),
        sa.CheckConstraint("seq BETWEEN 1 AND 9999", name=op.f("ck_contest_events_seq")),
        sa.ForeignKeyConstraint(
            ["attempt_id"],
            ["contest_attempts.id"],
            name=op.f("fk_contest_events_attempt_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("attempt_id", "item_id", "seq", name=op.f("pk_contest_events")),
        sa.UniqueConstraint(
            "attempt_id", "number", name=op.f("uq_contest_events_attempt_id_number")
        ),
    )


def downgrade() -> None:
    """Drop the tables."""
    op.drop_table("contest_events")
    op.drop_table("contest_answers")
    op.drop_table("contest_sessions")
    op.drop_table("contest_results")
    op.drop_table("contest_people")
    op.drop_table("contest_attempts")
    op.drop_table("contest_pauses")
    op.drop_table("contest_papers")
    op.drop_table("contest_entrants")
    op.drop_table("contest_acts")
    op.drop_table("contests")
