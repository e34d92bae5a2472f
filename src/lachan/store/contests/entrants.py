"""Entrants under random pseudonyms, their people in a table of their own, their sessions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from lachan.domain.papers.rosters import Entrant
from lachan.limits.contest_room import LONGEST_DEVICE
from lachan.store.contests import tables as t
from lachan.store.contests.rows import ENTERED, EntrantRow, columns_of, to_value
from lachan.store.schema import storable


@dataclass(frozen=True, slots=True)
class NewEntrant:
    """Someone to add; `person` is None where nothing is to be known about them."""

    pseudonym: str
    code_hash: str
    room: str = ""
    group_code: str = ""
    person: Entrant | None = None


def add_entrants(
    connection: Connection, contest_id: int, entrants: Sequence[NewEntrant], now: datetime
) -> None:
    """Add entrants and, in their own table, what is known of them."""
    if not entrants:
        return
    rows = [
        {
            "contest_id": contest_id,
            "pseudonym": each.pseudonym,
            "code_hash": each.code_hash,
            "room": storable(each.room),
            "group_code": each.group_code,
            "created_at": now,
        }
        for each in entrants
    ]
    connection.execute(insert(t.entrants), rows)
    known = {each.pseudonym: each.person for each in entrants if each.person is not None}
    if known:
        _add_people(connection, contest_id, known)


def _add_people(connection: Connection, contest_id: int, known: dict[str, Entrant]) -> None:
    ids = list_ids(connection, contest_id)
    rows = [
        {"entrant_id": ids[pseudonym], **_person_columns(person)}
        for pseudonym, person in known.items()
    ]
    connection.execute(insert(t.people), rows)


def list_ids(connection: Connection, contest_id: int) -> dict[str, int]:
    """Return pseudonym → id of an entrant."""
    query = select(t.entrants.c.pseudonym, t.entrants.c.id).where(
        t.entrants.c.contest_id == contest_id
    )
    return {row.pseudonym: row.id for row in connection.execute(query)}


def _person_columns(person: Entrant) -> dict[str, str]:
    # The room stands with the entrant; a date of birth is nothing that a contest needs to know.
    values = asdict(person)
    del values["room"], values["birth"]
    return {name: storable(value) for name, value in values.items()}


def find_entrant_by_code(
    connection: Connection, contest_id: int, code_hash: str
) -> EntrantRow | None:
    """Return who has the code with this hash, or None."""
    return _find_entrant(connection, contest_id, t.entrants.c.code_hash == code_hash)


def find_entrant(connection: Connection, contest_id: int, pseudonym: str) -> EntrantRow | None:
    """Return the entrant of this pseudonym, or None."""
    return _find_entrant(connection, contest_id, t.entrants.c.pseudonym == storable(pseudonym))


def _find_entrant(connection: Connection, contest_id: int, condition: object) -> EntrantRow | None:
    query = select(*columns_of(EntrantRow)).where(t.entrants.c.contest_id == contest_id)
    row = connection.execute(query.where(condition)).first()  # type: ignore[arg-type]
    return None if row is None else to_value(EntrantRow, row)


def list_absent(connection: Connection, contest_id: int) -> list[EntrantRow]:
    """Return those who have never entered."""
    query = select(*columns_of(EntrantRow)).where(t.entrants.c.contest_id == contest_id, ~ENTERED)
    staying = query.where(t.entrants.c.withdrawn_at.is_(None))
    return [to_value(EntrantRow, row) for row in connection.execute(staying)]


def list_entrants_by_number(
    connection: Connection, contest_id: int, number: str
) -> list[EntrantRow]:
    """Return who has this number on a class list: usually one, nobody once it is erased."""
    query = select(*columns_of(EntrantRow)).join_from(t.entrants, t.people)
    own = query.where(t.entrants.c.contest_id == contest_id, t.people.c.number == storable(number))
    return [to_value(EntrantRow, row) for row in connection.execute(own)]


def set_codes(connection: Connection, hashes: Mapping[int, str]) -> None:
    """Give entrants other codes, by id; the old ones are worth nothing from now on."""
    change = update(t.entrants).where(t.entrants.c.id == bindparam("entrant"))
    rows = [{"entrant": entrant_id, "code_hash": hashed} for entrant_id, hashed in hashes.items()]
    if rows:
        connection.execute(change, rows)


def open_session(
    connection: Connection, entrant_id: int, token_hash: str, device: str, now: datetime
) -> bool:
    """Let a device in and end the sessions of others; tells whether there was one.

    The entrant's row is locked (`lock_entrant`).
    """
    current = (t.sessions.c.entrant_id == entrant_id) & t.sessions.c.ended_at.is_(None)
    ended = connection.execute(update(t.sessions).where(current).values(ended_at=now))
    connection.execute(
        insert(t.sessions).values(
            token_hash=token_hash,
            entrant_id=entrant_id,
            device=storable(device)[: LONGEST_DEVICE.value],
            created_at=now,
        )
    )
    return ended.rowcount > 0


def end_session(connection: Connection, token_hash: str, now: datetime) -> None:
    """End one device's session."""
    live = (t.sessions.c.token_hash == token_hash) & t.sessions.c.ended_at.is_(None)
    connection.execute(update(t.sessions).where(live).values(ended_at=now))


def find_person(connection: Connection, entrant_id: int) -> Entrant | None:
    """Return what is known of one entrant, but for the room; None where that is nothing."""
    row = connection.execute(_PERSON_ALONE, {"id": entrant_id}).first()
    return None if row is None else Entrant(*row)


# Building a statement takes longer than running it, and everyone who opens the room asks this.
_PERSON_ALONE = select(
    t.people.c.number, t.people.c.name, t.people.c.class_name, t.people.c.school
).where(t.people.c.entrant_id == bindparam("id"))


def list_people(connection: Connection, contest_id: int) -> dict[str, Entrant]:
    """Return pseudonym → person, for those of whom something is known."""
    query = (
        select(
            t.entrants.c.pseudonym,
            t.people.c.number,
            t.people.c.name,
            t.people.c.class_name,
            t.people.c.school,
            t.entrants.c.room,
        )
        .join_from(t.entrants, t.people)
        .where(t.entrants.c.contest_id == contest_id)
        .order_by(t.people.c.number, t.entrants.c.id)
    )
    return {row[0]: Entrant(*row[1:]) for row in connection.execute(query)}


def list_group_members(connection: Connection, contest_id: int) -> list[tuple[str, Entrant]]:
    """Return each group with the classes and schools of those of whom something is known.

    People count once for each class, not one by one: this is asked for as often as the board.
    """
    query = (
        select(t.entrants.c.group_code, t.people.c.class_name, t.people.c.school)
        .join_from(t.entrants, t.people)
        .where(t.entrants.c.contest_id == contest_id, t.entrants.c.group_code != "")
        .distinct()
    )
    return [
        (row.group_code, Entrant("", class_name=row.class_name, school=row.school))
        for row in connection.execute(query)
    ]


def erase_people(connection: Connection, contest_id: int) -> int:
    """Delete all that is known of a contest's people, and their ways in; returns how many.

    Attempts, results and hash chains stay, under pseudonyms that lead to nobody.
    """
    ids = select(t.entrants.c.id).where(t.entrants.c.contest_id == contest_id)
    connection.execute(delete(t.sessions).where(t.sessions.c.entrant_id.in_(ids)))
    return connection.execute(delete(t.people).where(t.people.c.entrant_id.in_(ids))).rowcount


def withdraw_entrant(
    connection: Connection, entrant_id: int, code_hash: str, now: datetime
) -> None:
    """Delete all that is known of one person, whose row is locked (`lock_entrant`).

    Their code is worth nothing from now on; what they answered stays under the pseudonym.

    Parameters
    ----------
    code_hash
        In place of the code's: of no code at all.
    """
    own = t.entrants.c.id == entrant_id
    connection.execute(delete(t.sessions).where(t.sessions.c.entrant_id == entrant_id))
    connection.execute(delete(t.people).where(t.people.c.entrant_id == entrant_id))
    gone = update(t.entrants).where(own).values(code_hash=code_hash, withdrawn_at=now)
    connection.execute(gone)
