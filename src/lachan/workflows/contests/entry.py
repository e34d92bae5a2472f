"""Who comes in: holders of a code, and in open contests whoever wants to take part."""

from __future__ import annotations

import datetime as dt
import hashlib
import secrets
from collections.abc import Callable

from lachan.domain.contests.contest import ContestState, EntryMode
from lachan.domain.contests.entry_codes import (
    EntryCodeError,
    draw_characters,
    hash_entry_code,
    make_entry_code,
    parse_entry_code,
)
from lachan.store import Connection
from lachan.store.contests import ContestRow, EntrantRow, Place, find_place
from lachan.store.contests.contests import find_contest
from lachan.store.contests.entrants import NewEntrant, add_entrants, find_entrant_by_code
from lachan.workflows.contests.database import find_state
from lachan.workflows.contests.frozen import FrozenContest
from lachan.workflows.contests.views import ContestError, EntryError, Refusal

PSEUDONYM_LENGTH = 10
_COMING = (ContestState.UPCOMING, ContestState.OPEN, ContestState.PAUSED)


def hash_token(token: str) -> str:
    """Return what the store keeps of a session's token; tokens are random, so it needs no salt."""
    return hashlib.sha256(token.encode()).hexdigest()


def make_pseudonym() -> str:
    """Return a random name for all public lists, as "TS-7KQ2MX9F4T"."""
    return f"TS-{draw_characters(PSEUDONYM_LENGTH, secrets.randbelow)}"


def make_code(frozen: FrozenContest) -> tuple[str, str]:
    """Return a new entry code as cards print it, and what the store keeps of it."""
    code = make_entry_code(secrets.randbelow)
    return code, hash_entry_code(parse_entry_code(code), frozen.code_key)


def get_contest(connection: Connection, slug: str) -> ContestRow:
    """Return the contest of this name; raises `ContestError`."""
    row = find_contest(connection, slug)
    if row is None:
        raise ContestError(Refusal.UNKNOWN_CONTEST, f"Không có cuộc thi nào tên “{slug}”.")
    return row


def get_place(
    connection: Connection,
    token: str,
    find: Callable[[Connection, str], Place | None] = find_place,
) -> Place:
    """Return where a token's holder stands.

    Parameters
    ----------
    find
        `find_place`, or `lock_place` to change the attempt, or `hold_place` to begin one.

    Raises
    ------
    ContestError
        Where the token was never given, or the contest's people have been erased.
    """
    place = find(connection, hash_token(token))
    if place is None:
        raise ContestError(
            Refusal.SIGNED_OUT, "Thiết bị này chưa vào thi; hãy nhập mã dự thi để vào."
        )
    return place


def find_holder(
    connection: Connection, contest: ContestRow, frozen: FrozenContest, typed: str
) -> EntrantRow:
    """Return whose code was typed; raises `EntryError`."""
    try:
        code = parse_entry_code(typed)
    except EntryCodeError as error:
        raise EntryError(Refusal.BAD_CODE, str(error)) from None
    hashed = hash_entry_code(code, frozen.code_key)
    entrant = find_entrant_by_code(connection, contest.id, hashed)
    if entrant is None:
        raise unknown_code()
    return entrant


def unknown_code() -> EntryError:
    """Return the fault of a code that lets nobody in."""
    words = "Mã này không thuộc cuộc thi; hãy xem lại thẻ hoặc hỏi ban tổ chức."
    return EntryError(Refusal.UNKNOWN_CODE, words)


def add_holder(
    connection: Connection, contest: ContestRow, frozen: FrozenContest, now: dt.datetime
) -> tuple[str, EntrantRow]:
    """Return a new code and whom it lets in, where the contest is open to all.

    Raises
    ------
    EntryError
        Where it is not, or nobody can take part any more.
    """
    if frozen.contest.entry is not EntryMode.OPEN:
        raise EntryError(Refusal.BAD_CODE, "Hãy nhập mã dự thi in trên thẻ.")
    if find_state(contest, now) not in _COMING:
        raise EntryError(Refusal.OVER, "Cuộc thi đã hết thời gian nhận người dự thi.")
    code, hashed = make_code(frozen)
    add_entrants(connection, contest.id, [NewEntrant(make_pseudonym(), hashed)], now)
    return code, find_holder(connection, contest, frozen, code)
