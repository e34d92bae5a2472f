"""Contests: adding one, finding one, and what of it may change."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime

from sqlalchemy import Connection, and_, delete, insert, select, update
from sqlalchemy.exc import IntegrityError

from lachan.store.contests import tables as t
from lachan.store.contests.rows import ContestRow, FrozenRow, columns_of, to_value
from lachan.store.faults import StoreError
from lachan.store.schema import storable

READY, CLOSED, CANCELLED = "ready", "closed", "cancelled"

_PAPER = ("manifest", "items", "practice")


class SlugTakenError(StoreError):
    """There is a contest of this name already."""


def add_contest(
    connection: Connection,
    slug: str,
    frozen: FrozenRow,
    *,
    opens_at: datetime,
    closes_at: datetime,
    now: datetime,
    erase_at: datetime | None = None,
) -> ContestRow:
    """Add a contest; raises `SlugTakenError`."""
    values = asdict(frozen)
    paper = {name: values.pop(name) for name in _PAPER}
    row = {"slug": slug, "opens_at": opens_at, "closes_at": closes_at, "status": READY}
    kept = {"erase_at": erase_at, "created_at": now}
    try:
        with connection.begin_nested():
            made = connection.execute(insert(t.contests).values(**row, **values, **kept))
    except IntegrityError:
        raise SlugTakenError(f"Đã có cuộc thi mang tên “{slug}”; hãy đặt tên khác.") from None
    contest_id = made.inserted_primary_key[0] if made.inserted_primary_key else 0
    connection.execute(insert(t.papers).values(contest_id=contest_id, **paper))
    return ContestRow(contest_id, slug, opens_at, closes_at, READY, None, "", erase_at, None)


def find_contest(connection: Connection, slug: str) -> ContestRow | None:
    """Return the contest of this name, or None."""
    query = select(*columns_of(ContestRow)).where(t.contests.c.slug == storable(slug))
    row = connection.execute(query).first()
    return None if row is None else to_value(ContestRow, row)


def find_slug(connection: Connection, contest_id: int) -> str:
    """Return the name of the contest with this number, "" where there is none."""
    query = select(t.contests.c.slug).where(t.contests.c.id == contest_id)
    return connection.execute(query).scalar() or ""


def list_contests(connection: Connection) -> list[ContestRow]:
    """Return all contests, the one that opens last first."""
    query = select(*columns_of(ContestRow)).order_by(t.contests.c.opens_at.desc(), t.contests.c.id)
    return [to_value(ContestRow, row) for row in connection.execute(query)]


def list_due(connection: Connection, now: datetime) -> list[str]:
    """Return the names of the contests whose people are to be forgotten by now, and are not."""
    due = and_(t.contests.c.erase_at <= now, t.contests.c.erased_at.is_(None))
    query = select(t.contests.c.slug).where(due).order_by(t.contests.c.id)
    return list(connection.execute(query).scalars())


def get_frozen(connection: Connection, contest_id: int) -> FrozenRow:
    """Return what of a contest never changes."""
    # By name, since `items` is also a method of every collection of columns.
    own = (t.contests.c[name] for name in ("definition", "salt", "code_key", "commitment", "nonce"))
    paper = (t.papers.c[name] for name in _PAPER)
    query = select(*own, *paper).join_from(t.contests, t.papers)
    return FrozenRow(*connection.execute(query.where(t.contests.c.id == contest_id)).one())


def change_contest(connection: Connection, contest_id: int, **values: object) -> None:
    """Set columns of a contest."""
    connection.execute(update(t.contests).where(t.contests.c.id == contest_id).values(**values))


def delete_contest(connection: Connection, contest_id: int) -> None:
    """Delete a contest with all that belongs to it."""
    connection.execute(delete(t.contests).where(t.contests.c.id == contest_id))
