"""The tables of a contest.

Names of people stand in `people` alone, which can be emptied; everything else knows an entrant
by a random pseudonym. What must hold with several servers at once is a constraint: one attempt
under way a person, one current device, no answer after the last moment, no number twice in a
chain. What people type has no greatest length here, to which only PostgreSQL would hold.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    String,
    Table,
    Text,
    UniqueConstraint,
    text,
)

from lachan.limits.contest_room import HIGHEST_SEQUENCE
from lachan.store.schema import METADATA, Instant

# SQLite numbers rows by itself only where the key is a plain INTEGER.
_Id = BigInteger().with_variant(Integer, "sqlite")
_HASH = String(64)


def _of_contest(**more: Any) -> Column[int]:
    return Column("contest_id", _Id, ForeignKey("contests.id", ondelete="CASCADE"), **more)


def _of_entrant(**more: Any) -> Column[int]:
    target = ForeignKey("contest_entrants.id", ondelete="CASCADE")
    return Column("entrant_id", _Id, target, **more)


def _of_attempt() -> Column[int]:
    target = ForeignKey("contest_attempts.id", ondelete="CASCADE")
    return Column("attempt_id", _Id, target, primary_key=True)


def _only_where(condition: str) -> dict[str, Any]:
    """Let an index hold only rows of which `condition` is true."""
    return {f"{dialect}_where": text(condition) for dialect in ("sqlite", "postgresql")}


def _answer(*, each_change: bool) -> tuple[Column[Any], ...]:
    """What was answered, and when: one row for each change, or the one that counts."""
    return (
        _of_attempt(),
        Column("item_id", String(80), primary_key=True),
        Column("seq", Integer, primary_key=each_change, nullable=False),
        Column("value", Text, nullable=False),
        Column("received_at", Instant, nullable=False),
    )


contests = Table(
    "contests",
    METADATA,
    Column("id", _Id, primary_key=True),
    Column("slug", String(80), nullable=False, unique=True),
    Column("definition", Text, nullable=False),
    Column("opens_at", Instant, nullable=False),
    Column("closes_at", Instant, nullable=False),
    Column("status", String(12), nullable=False),
    Column("paused_at", Instant),
    Column("message", Text, nullable=False, server_default=""),
    Column("salt", _HASH, nullable=False),
    Column("code_key", _HASH, nullable=False),
    Column("commitment", _HASH, nullable=False),
    Column("nonce", _HASH, nullable=False),
    Column("created_at", Instant, nullable=False),
    Column("closed_at", Instant),
    # When what is known of people goes by itself, and when it went; contests of before it was
    # asked have no such moment.
    Column("erase_at", Instant),
    Column("erased_at", Instant),
    CheckConstraint("status IN ('ready', 'closed', 'cancelled')", name="status"),
    CheckConstraint("opens_at < closes_at", name="window"),
    # Servers remember a paper by the contest's number, which must not be given a second time.
    sqlite_autoincrement=True,
)

papers = Table(
    "contest_papers",
    METADATA,
    _of_contest(primary_key=True),
    Column("manifest", LargeBinary, nullable=False),
    Column("items", LargeBinary, nullable=False),
    Column("practice", LargeBinary),
)

entrants = Table(
    "contest_entrants",
    METADATA,
    Column("id", _Id, primary_key=True),
    _of_contest(nullable=False),
    Column("pseudonym", String(16), nullable=False),
    Column("code_hash", _HASH, nullable=False),
    Column("room", Text, nullable=False),
    Column("group_code", String(16), nullable=False),
    Column("attempt_count", Integer, nullable=False, server_default="0"),
    Column("created_at", Instant, nullable=False),
    # Who took back the consent: nobody comes in under this pseudonym any more.
    Column("withdrawn_at", Instant),
    UniqueConstraint("contest_id", "pseudonym"),
    UniqueConstraint("contest_id", "code_hash"),
)

people = Table(
    "contest_people",
    METADATA,
    _of_entrant(primary_key=True),
    Column("number", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("class_name", Text, nullable=False),
    Column("school", Text, nullable=False),
)

sessions = Table(
    "contest_sessions",
    METADATA,
    Column("token_hash", _HASH, primary_key=True),
    _of_entrant(nullable=False, index=True),
    Column("device", String(80), nullable=False),
    Column("created_at", Instant, nullable=False),
    Column("ended_at", Instant),
    Index(
        "uq_contest_sessions_current",
        "entrant_id",
        unique=True,
        **_only_where("ended_at IS NULL"),
    ),
)

attempts = Table(
    "contest_attempts",
    METADATA,
    Column("id", _Id, primary_key=True),
    _of_contest(nullable=False, index=True),
    _of_entrant(nullable=False),
    Column("number", Integer, nullable=False),
    Column("form_code", String(8), nullable=False),
    Column("state", String(12), nullable=False),
    Column("started_at", Instant, nullable=False),
    Column("deadline_at", Instant, nullable=False),
    Column("extra_us", BigInteger, nullable=False, server_default="0"),
    Column("paused_at", Instant),
    Column("paused_us", BigInteger, nullable=False, server_default="0"),
    Column("submitted_at", Instant),
    Column("submitted_by", String(12)),
    Column("event_count", Integer, nullable=False, server_default="0"),
    Column("chain", _HASH, nullable=False),
    Column("last_seen_at", Instant, nullable=False),
    UniqueConstraint("entrant_id", "number"),
    CheckConstraint("state IN ('working', 'submitted')", name="state"),
    Index(
        "ix_contest_attempts_due",
        "contest_id",
        "deadline_at",
        **_only_where("state = 'working'"),
    ),
    CheckConstraint("(state = 'submitted') = (submitted_at IS NOT NULL)", name="submitted"),
    Index(
        "uq_contest_attempts_live",
        "entrant_id",
        unique=True,
        **_only_where("state = 'working'"),
    ),
)

# Append-only: what was acknowledged is never changed. `latest_at` is the last moment at which
# the attempt's answers were taken when this one came.
events = Table(
    "contest_events",
    METADATA,
    *_answer(each_change=True),
    Column("number", Integer, nullable=False),
    Column("latest_at", Instant, nullable=False),
    Column("hash", _HASH, nullable=False),
    UniqueConstraint("attempt_id", "number"),
    CheckConstraint("received_at <= latest_at", name="in_time"),
    CheckConstraint(f"seq BETWEEN 1 AND {HIGHEST_SEQUENCE.value}", name="seq"),
)

# What counts now, beside the events it follows from.
answers = Table(
    "contest_answers",
    METADATA,
    *_answer(each_change=False),
)

# A pause of one room, or of all (room ""), from `since_at` until `until_at`.
pauses = Table(
    "contest_pauses",
    METADATA,
    Column("id", _Id, primary_key=True),
    _of_contest(nullable=False),
    Column("room", Text, nullable=False),
    Column("since_at", Instant, nullable=False),
    Column("until_at", Instant),
    Index(
        "uq_contest_pauses_current",
        "contest_id",
        "room",
        unique=True,
        **_only_where("until_at IS NULL"),
    ),
)

# Every act of the staff, in a hash chain that `who`, `reason` and `salt` lie beside.
acts = Table(
    "contest_acts",
    METADATA,
    _of_contest(primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("at", Instant, nullable=False),
    Column("act", String(24), nullable=False),
    Column("subject", Text, nullable=False),
    Column("amount", Integer, nullable=False),
    Column("who", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("salt", String(32), nullable=False),
    Column("private_hash", _HASH, nullable=False),
    Column("hash", _HASH, nullable=False),
)

# The ranking as it was computed when the contest was closed.
results = Table(
    "contest_results",
    METADATA,
    _of_entrant(primary_key=True),
    _of_contest(nullable=False, index=True),
    Column("number", Integer, nullable=False),
    Column("correct", Integer, nullable=False),
    Column("total", Integer, nullable=False),
    Column("score", String(20), nullable=False),
    Column("prediction", BigInteger),
    Column("distance", BigInteger),
    Column("time_used_us", BigInteger, nullable=False),
    Column("submitted_at", Instant, nullable=False),
    Column("place", Integer, nullable=False),
    Column("tied", Boolean, nullable=False),
    Column("decided_by", String(12), nullable=False),
    Column("prize", Text, nullable=False),
)
