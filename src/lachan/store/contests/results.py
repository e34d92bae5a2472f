"""The computed ranking, a row an entrant."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from itertools import islice

from sqlalchemy import ColumnElement, Connection, Row, Select, delete, insert, select

from lachan.domain.contests.contest import RankKey
from lachan.domain.contests.standings import Finished, RankedRow
from lachan.store.contests import tables as t
from lachan.store.contests.entrants import list_ids

# Half a million entrants are not turned into parameters all at once.
BATCH = 1000

_COLUMNS = (
    "number",
    "correct",
    "total",
    "score",
    "prediction",
    "distance",
    "time_used_us",
    "submitted_at",
    "place",
    "tied",
    "decided_by",
    "prize",
)


def replace_results(connection: Connection, contest_id: int, rows: Iterable[RankedRow]) -> None:
    """Put the ranking of a contest in place of an earlier one."""
    connection.execute(delete(t.results).where(t.results.c.contest_id == contest_id))
    ids = list_ids(connection, contest_id)
    values = (
        {
            "entrant_id": ids[row.finished.pseudonym],
            "contest_id": contest_id,
            "number": row.finished.number,
            "correct": row.finished.correct,
            "total": row.finished.total,
            "score": str(row.finished.score),
            "prediction": row.finished.prediction,
            "distance": row.distance,
            "time_used_us": row.finished.time_used_us,
            "submitted_at": row.finished.submitted_at,
            "place": row.place,
            "tied": row.tied,
            "decided_by": row.decided_by or "",
            "prize": row.prize,
        }
        for row in rows
    )
    while batch := list(islice(values, BATCH)):
        connection.execute(insert(t.results), batch)


def list_results(connection: Connection, contest_id: int) -> list[RankedRow]:
    """Return the ranking, the first place first; those who share a place by pseudonym."""
    query = _query(t.results.c.contest_id == contest_id)
    rows = [_to_ranked(row) for row in connection.execute(query)]
    # Sorted here, since how letters are ordered is a setting of the database.
    return sorted(rows, key=lambda row: (row.place, row.finished.pseudonym))


def find_result(connection: Connection, entrant_id: int) -> RankedRow | None:
    """Return where an entrant stands, or None before the ranking was computed."""
    row = connection.execute(_query(t.results.c.entrant_id == entrant_id)).first()
    return None if row is None else _to_ranked(row)


def _query(condition: ColumnElement[bool]) -> Select[tuple[object, ...]]:
    named = (t.entrants.c.pseudonym, t.entrants.c.group_code)
    return (
        select(*named, *(t.results.c[name] for name in _COLUMNS))
        .join_from(t.results, t.entrants, t.results.c.entrant_id == t.entrants.c.id)
        .where(condition)
    )


def _to_ranked(row: Row[tuple[object, ...]]) -> RankedRow:
    found = row._mapping
    finished = Finished(
        pseudonym=found["pseudonym"],
        number=found["number"],
        group=found["group_code"],
        correct=found["correct"],
        total=found["total"],
        score=Decimal(found["score"]),
        prediction=found["prediction"],
        time_used_us=found["time_used_us"],
        submitted_at=found["submitted_at"],
    )
    decided = RankKey(found["decided_by"]) if found["decided_by"] else None
    place, tied = found["place"], found["tied"]
    return RankedRow(place, finished, found["distance"], decided, tied, found["prize"])
