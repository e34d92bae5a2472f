"""One act of an organiser: a running contest, locked, one moment, and a line in the log."""

from __future__ import annotations

import datetime as dt
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from lachan.limits.office import MOST_MINUTES_OF_AN_ACT
from lachan.store import Connection
from lachan.store.contests import AttemptRow, ContestRow, EntrantRow, lock_attempt, lock_contest
from lachan.store.contests.acts import NewAct, append_act
from lachan.store.contests.attempts import find_attempt, keep_attempt
from lachan.store.contests.contests import CLOSED, READY
from lachan.store.contests.entrants import find_entrant
from lachan.store.contests.pauses import list_pauses
from lachan.text import date_in_vietnam, format_date
from lachan.workflows.contests.database import ContestDatabase
from lachan.workflows.contests.entry import get_contest
from lachan.workflows.contests.frozen import FrozenContest
from lachan.workflows.contests.views import ContestError, Refusal

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Acting:
    """The transaction of one act; `who` and `reason` go into the log."""

    connection: Connection
    contest: ContestRow
    frozen: FrozenContest
    now: dt.datetime
    who: str
    reason: str

    def log(self, act: str, subject: str = "", amount: int = 0) -> None:
        """Write what was done; `subject` is a pseudonym, a room or ""."""
        new = NewAct(act, subject, amount, self.who, self.reason, secrets.token_hex(16))
        append_act(self.connection, self.contest.id, new, self.now)

    def check_not_erased(self) -> None:
        """Raise `ContestError` where the contest's people have been erased."""
        if self.contest.erased_at is not None:
            day = format_date(date_in_vietnam(self.contest.erased_at))
            words = f"Dữ liệu thí sinh của cuộc thi đã xóa ngày {day} nên không thêm ai được nữa."
            raise ContestError(Refusal.OVER, words)

    def get_entrant(self, pseudonym: str) -> EntrantRow:
        """Return who has this pseudonym and takes part; raises `ContestError`."""
        entrant = find_entrant(self.connection, self.contest.id, pseudonym)
        if entrant is None:
            words = f"Cuộc thi không có ai mang mã “{pseudonym}”."
            raise ContestError(Refusal.UNKNOWN_CODE, words)
        if entrant.withdrawn_at is not None:
            words = f"Người mang mã {pseudonym} đã rút khỏi cuộc thi nên không làm gì thêm được."
            raise ContestError(Refusal.OVER, words)
        return entrant

    def lock_latest(self, pseudonym: str) -> AttemptRow:
        """Return someone's latest attempt, locked; raises `ContestError` where there is none."""
        entrant = self.get_entrant(pseudonym)
        latest = find_attempt(self.connection, entrant.id, entrant.attempt_count)
        if latest is None:
            raise ContestError(Refusal.NO_ATTEMPT, f"{pseudonym} chưa bắt đầu làm bài.")
        return lock_attempt(self.connection, latest.id)

    def give_minutes(self, attempt: AttemptRow, minutes: int) -> dt.datetime:
        """Move a locked attempt's deadline; returns the new one."""
        extended = attempt.extend(dt.timedelta(minutes=minutes))
        keep_attempt(self.connection, extended)
        return extended.deadline_at

    def revive(self, attempt: AttemptRow, minutes: int, room: str) -> dt.datetime:
        """Let a locked attempt go on with what time was left, and more; returns the deadline.

        In a pause its time stands still from now on, as that of the others in the room does.
        """
        paused = list_pauses(self.connection, self.contest.id)
        reopened = attempt.reopen(
            self.now, dt.timedelta(minutes=minutes), paused="" in paused or room in paused
        )
        keep_attempt(self.connection, reopened)
        return reopened.deadline_at


def do_act(
    database: ContestDatabase, slug: str, who: str, reason: str, work: Callable[[Acting], T]
) -> T:
    """Return what `work` returns, done on a contest that is locked and still running.

    Raises
    ------
    ContestError
        Where there is no such contest, or it has been closed or cancelled.
    """
    now = database.now()

    def locked(connection: Connection) -> T:
        row = lock_contest(connection, get_contest(connection, slug).id)
        check_running(row)
        frozen = database.get_frozen(connection, row.id)
        return work(Acting(connection, row, frozen, now, who, reason))

    return database.write(locked)


def check_running(row: ContestRow) -> None:
    """Raise `ContestError` where a contest has been closed or cancelled."""
    if row.status == READY:
        return
    reason, word = (
        (Refusal.OVER, "kết thúc") if row.status == CLOSED else (Refusal.CANCELLED, "bị hủy")
    )
    raise ContestError(reason, f"Cuộc thi đã {word} nên không thay đổi được nữa.")


def check_minutes(minutes: int, least: int = 1) -> None:
    """Raise `ContestError` where someone is given no time, or more than a day."""
    if not least <= minutes <= MOST_MINUTES_OF_AN_ACT.value:
        words = f"Số phút phải từ {least} đến {MOST_MINUTES_OF_AN_ACT.value}, đang là {minutes}."
        raise ContestError(Refusal.BAD_VALUE, words)
