"""Answers: events that are only ever added, and what counts now beside them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import Connection, Executable, bindparam, insert, select, update

from lachan.store.contests import tables as t
from lachan.store.contests.chain import answer_record, link
from lachan.store.contests.rows import AttemptRow
from lachan.store.schema import insert_or_change, to_microseconds

_CURRENT = ("attempt_id", "item_id", "seq", "value", "received_at")

# Building a statement takes longer than running it, so what every save asks is built once.
_EVENTS = insert(t.events)
_STORED = select(t.events.c.item_id, t.events.c.seq, t.events.c.value).where(
    t.events.c.attempt_id == bindparam("attempt"),
    t.events.c.item_id.in_(bindparam("items", expanding=True)),
    t.events.c.seq.in_(bindparam("seqs", expanding=True)),
)
_SEQUENCES = select(t.answers.c.item_id, t.answers.c.seq).where(
    t.answers.c.attempt_id == bindparam("attempt")
)
_ANSWERS = select(
    t.answers.c.item_id, t.answers.c.seq, t.answers.c.value, t.answers.c.received_at
).where(t.answers.c.attempt_id == bindparam("attempt"))
_ATTEMPT = (
    update(t.attempts)
    .where(t.attempts.c.id == bindparam("attempt"))
    .values({name: bindparam(name) for name in ("last_seen_at", "event_count", "chain")})
)


@dataclass(frozen=True, slots=True)
class NewAnswer:
    """An answer to save; `value` is JSON text."""

    item_id: str
    seq: int
    value: str


@dataclass(frozen=True, slots=True)
class StoredAnswer:
    """An answer that is stored; `value` is JSON text."""

    seq: int
    value: str
    received_at: datetime


@dataclass(frozen=True, slots=True)
class StoredEvent:
    """One link of an attempt's chain."""

    number: int
    item_id: str
    seq: int
    value: str
    received_at: datetime
    hash: str


def append_answers(
    connection: Connection,
    attempt: AttemptRow,
    answers: Sequence[NewAnswer],
    *,
    received_at: datetime,
    latest_at: datetime,
) -> AttemptRow:
    """Add new answers (see `find_stored`) to a locked attempt; returns it with its new chain.

    `latest_at` is the last moment at which the attempt takes answers; the table refuses later
    ones.
    """
    seen_at = max(received_at, attempt.last_seen_at)
    attempt = replace(attempt, last_seen_at=seen_at)
    if answers:
        rows = _chain(attempt, answers, received_at, latest_at)
        connection.execute(_EVENTS, rows)
        _renew_current(connection, rows)
        attempt = replace(attempt, event_count=rows[-1]["number"], chain=rows[-1]["hash"])
    connection.execute(
        _ATTEMPT,
        {
            "attempt": attempt.id,
            "last_seen_at": seen_at,
            "event_count": attempt.event_count,
            "chain": attempt.chain,
        },
    )
    return attempt


def _chain(
    attempt: AttemptRow, answers: Sequence[NewAnswer], received_at: datetime, latest_at: datetime
) -> list[dict[str, Any]]:
    rows, head = [], attempt.chain
    for number, each in enumerate(answers, attempt.event_count + 1):
        received_us = to_microseconds(received_at)
        head = link(head, answer_record(number, each.item_id, each.seq, each.value, received_us))
        rows.append(
            {
                "attempt_id": attempt.id,
                "item_id": each.item_id,
                "seq": each.seq,
                "number": number,
                "value": each.value,
                "received_at": received_at,
                "latest_at": latest_at,
                "hash": head,
            }
        )
    return rows


def find_stored(
    connection: Connection, attempt_id: int, asked: Collection[tuple[str, int]]
) -> dict[tuple[str, int], str]:
    """Return (item id, sequence number) → value of those that are stored already."""
    if not asked:
        return {}
    own = {
        "attempt": attempt_id,
        "items": sorted({item_id for item_id, _ in asked}),
        "seqs": sorted({seq for _, seq in asked}),
    }
    return {(row.item_id, row.seq): row.value for row in connection.execute(_STORED, own)}


def _renew_current(connection: Connection, rows: Sequence[dict[str, Any]]) -> None:
    """Let the highest sequence number of each item count."""
    highest = {row["item_id"]: row for row in sorted(rows, key=lambda row: row["seq"])}
    values = [{name: row[name] for name in _CURRENT} for row in highest.values()]
    connection.execute(_renewal(connection.dialect.name), values)


@cache
def _renewal(dialect: str) -> Executable:
    statement = insert_or_change(dialect, t.answers)
    renewal: Executable = statement.on_conflict_do_update(
        index_elements=["attempt_id", "item_id"],
        set_={name: statement.excluded[name] for name in _CURRENT[2:]},
        where=statement.excluded.seq > t.answers.c.seq,
    )
    return renewal


def read_sequences(connection: Connection, attempt_id: int) -> dict[str, int]:
    """Return item id → the sequence number of the answer that counts, the highest stored."""
    rows = connection.execute(_SEQUENCES, {"attempt": attempt_id})
    return {row.item_id: row.seq for row in rows}


def read_answers(connection: Connection, attempt_id: int) -> dict[str, StoredAnswer]:
    """Return item id → the answer that counts now."""
    rows = connection.execute(_ANSWERS, {"attempt": attempt_id})
    return {row[0]: StoredAnswer(*row[1:]) for row in rows}


def iter_events(connection: Connection, contest_id: int) -> Iterator[tuple[int, StoredEvent]]:
    """Yield (attempt id, event) over a contest, in the order of `iter_attempts`."""
    query = (
        select(
            t.events.c.attempt_id,
            t.events.c.number,
            t.events.c.item_id,
            t.events.c.seq,
            t.events.c.value,
            t.events.c.received_at,
            t.events.c.hash,
        )
        .join_from(t.events, t.attempts, t.events.c.attempt_id == t.attempts.c.id)
        .join(t.entrants, t.attempts.c.entrant_id == t.entrants.c.id)
        .where(t.attempts.c.contest_id == contest_id)
        .order_by(t.entrants.c.pseudonym, t.attempts.c.number, t.events.c.number)
    )
    for row in connection.execute(query.execution_options(yield_per=1000)):
        yield row[0], StoredEvent(*row[1:])
