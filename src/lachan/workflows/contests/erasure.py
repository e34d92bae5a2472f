"""What is known of a contest's people goes: on the day that was said, by command, one by one.

Attempts, the ranking and the hash chains stay under pseudonyms, so that the public bundle can
still be computed again.
"""

from __future__ import annotations

import secrets

from lachan.domain.papers.rosters import Entrant
from lachan.store import Connection
from lachan.store.contests import ContestRow, EntrantRow, lock_contest, lock_entrant
from lachan.store.contests.acts import StoredAct, erase_reasons, list_acts
from lachan.store.contests.contests import (
    READY,
    change_contest,
    delete_contest,
    find_contest,
    list_due,
)
from lachan.store.contests.entrants import (
    erase_people,
    find_entrant,
    find_person,
    list_entrants_by_number,
    withdraw_entrant,
)
from lachan.text import fold
from lachan.workflows.contests.acts import Acting
from lachan.workflows.contests.database import ContestDatabase
from lachan.workflows.contests.entry import get_contest
from lachan.workflows.contests.frozen import SECRET_BYTES
from lachan.workflows.contests.views import ContestError, Refusal

NUMBER_DIGITS = 6


def erase_contest(database: ContestDatabase, slug: str, *, who: str, whole: bool = False) -> int:
    """Erase the people of a contest, or the whole contest; returns how many people.

    Names, classes, schools, sessions, the message and the words of the log go. A second time
    finds nobody and changes nothing.

    Raises
    ------
    ContestError
        Where there is no such contest, or it still runs.
    """
    with database.store.write() as connection:
        row = lock_contest(connection, get_contest(connection, slug).id)
        check_ended(row, "xóa")
        count = _erase_all(database, connection, row, "erase", who)
        if whole:
            delete_contest(connection, row.id)
    database.store.forget_deleted()
    if whole:
        database.forget(row.id)
    return count


def erase_due(database: ContestDatabase) -> tuple[str, ...]:
    """Erase the people of every contest whose day has come; returns which contests.

    Servers that do it together do it once. A contest that nobody has closed by then is erased
    too: what was promised to children does not wait for the organisers.
    """
    with database.read() as connection:
        due = list_due(connection, database.now())
    return tuple(slug for slug in due if _erase_when_due(database, slug))


def _erase_when_due(database: ContestDatabase, slug: str) -> bool:
    with database.store.write() as connection:
        found = find_contest(connection, slug)
        row = lock_contest(connection, found.id) if found else None
        # Another server may have been first.
        if row is None or row.erased_at is not None:
            return False
        _erase_all(database, connection, row, "erase_due", "")
    database.store.forget_deleted()
    return True


def _erase_all(
    database: ContestDatabase, connection: Connection, row: ContestRow, act: str, who: str
) -> int:
    now, frozen = database.now(), database.get_frozen(connection, row.id)
    count = erase_people(connection, row.id)
    if count or row.erased_at is None:
        Acting(connection, row, frozen, now, who, "").log(act, amount=count)
    erase_reasons(connection, row.id)
    change_contest(connection, row.id, message="", erased_at=row.erased_at or now)
    return count


def withdraw_person(database: ContestDatabase, slug: str, person: str, *, who: str) -> bool:
    """Erase one person, before the contest, in it or after it; tells whether there was anything.

    Name, class, school, sessions and what the log says of them go, and their code lets nobody
    in any more. Nobody is asked why.

    Parameters
    ----------
    person
        Their number on the class list, or their pseudonym.

    Raises
    ------
    ContestError
        Where there is no such contest, nobody is called so, or several have the number.
    """
    now = database.now()
    with database.store.write() as connection:
        row = lock_contest(connection, get_contest(connection, slug).id)
        frozen = database.get_frozen(connection, row.id)
        entrant = lock_entrant(connection, _find(connection, row, person.strip()).id)
        if entrant.withdrawn_at is not None:
            return False
        known = find_person(connection, entrant.id)
        withdraw_entrant(connection, entrant.id, secrets.token_hex(SECRET_BYTES), now)
        told = [a.number for a in list_acts(connection, row.id) if _is_about(a, entrant, known)]
        erase_reasons(connection, row.id, told)
        if _names(row.message, known):
            change_contest(connection, row.id, message="")
        # Under no pseudonym: the log is published, and who hears that someone has withdrawn
        # could find their answers by it.
        Acting(connection, row, frozen, now, who, "").log("withdraw", amount=1)
    database.store.forget_deleted()
    return True


def check_ended(row: ContestRow, what: str) -> None:
    """Raise `ContestError` where a contest still runs; `what` is what was asked of its data."""
    if row.status == READY:
        words = (
            f"Cuộc thi chưa kết thúc; hãy bấm Kết thúc và chấm, hoặc hủy, rồi mới {what} dữ liệu."
        )
        raise ContestError(Refusal.NOT_CLOSED, words)


def _find(connection: Connection, row: ContestRow, person: str) -> EntrantRow:
    number = person.zfill(NUMBER_DIGITS) if person.isdecimal() else person
    found = list_entrants_by_number(connection, row.id, number) if person else []
    if len(found) > 1:
        words = (
            f"Có {len(found)} người mang số báo danh {number}; hãy nêu mã ẩn danh "
            "(cột “Mã ẩn danh” của danh sách mã)."
        )
        raise ContestError(Refusal.UNKNOWN_CODE, words)
    entrant = found[0] if found else find_entrant(connection, row.id, person.upper())
    if entrant is None:
        words = (
            f"Cuộc thi không có ai mang số báo danh hay mã ẩn danh “{person}”; "
            "người đã rút hoặc đã được xóa tên thì không còn tìm được bằng số báo danh."
        )
        raise ContestError(Refusal.UNKNOWN_CODE, words)
    return entrant


def _is_about(act: StoredAct, entrant: EntrantRow, known: Entrant | None) -> bool:
    return act.subject == entrant.pseudonym or _names(act.reason, known)


def _names(words: str, known: Entrant | None) -> bool:
    """Tell whether a text names someone by the whole name or the number."""
    told = f" {fold(words)} "
    names = (fold(known.name), fold(known.number)) if known else ()
    return any(name and f" {name} " in told for name in names)
