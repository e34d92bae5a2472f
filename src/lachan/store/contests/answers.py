"""Answers: events that are only ever added, and what counts now beside them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, func, insert, select, update
from sqlalchemy.dialects import postgresql, sqlite

from lachan.store.contests import tables as t
from lachan.store.contests.chain import answer_record, link
from lachan.store.contests.rows import AttemptRow
from lachan.store.schema import to_microseconds


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
    values: dict[str, Any] = {"last_seen_at": max(received_at, attempt.last_seen_at)}
    if answers:
        rows = _chain(attempt, answers, received_at, latest_at)
        connection.execute(insert(t.events), rows)
        _renew_current(connection, rows)
        values |= {"event_count": rows[-1]["number"], "chain": rows[-1]["hash"]}
    connection.execute(update(t.attempts).where(t.attempts.c.id == attempt.id).values(**values))
    return replace(attempt, **values)


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
    query = select(t.events.c.item_id, t.events.c.seq, t.events.c.value).where(
        t.events.c.attempt_id == attempt_id,
        t.events.c.item_id.in_({item_id for item_id, _ in asked}),
        t.events.c.seq.in_({seq for _, seq in asked}),
    )
    return {(row.item_id, row.seq): row.value for row in connection.execute(query)}


def _renew_current(connection: Connection, rows: Sequence[dict[str, Any]]) -> None:
    """Let the highest sequence number of each item count."""
    names = ("attempt_id", "item_id", "seq", "value", "received_at")
    highest = {row["item_id"]: row for row in sorted(rows, key=lambda row: row["seq"])}
    values = [{name: row[name] for name in names} for row in highest.values()]
    kinds: dict[str, Any] = {"sqlite": sqlite.insert, "postgresql": postgresql.insert}
    statement = kinds[connection.dialect.name](t.answers)
    connection.execute(
        statement.on_conflict_do_update(
            index_elements=["attempt_id", "item_id"],
            set_={name: statement.excluded[name] for name in names[2:]},
            where=statement.excluded.seq > t.answers.c.seq,
        ),
        values,
    )


def read_answers(connection: Connection, attempt_id: int) -> dict[str, StoredAnswer]:
    """Return item id → the answer that counts now."""
    query = select(
        t.answers.c.item_id, t.answers.c.seq, t.answers.c.value, t.answers.c.received_at
    ).where(t.answers.c.attempt_id == attempt_id)
    return {row[0]: StoredAnswer(*row[1:]) for row in connection.execute(query)}


def count_answered(connection: Connection, attempt_id: int, but: str) -> int:
    """Return how many items have an answer that was not cleared, leaving out the item `but`."""
    query = select(func.count()).where(
        t.answers.c.attempt_id == attempt_id,
        t.answers.c.value != "null",
        t.answers.c.item_id != but,
    )
    return connection.execute(query).scalar_one()


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
