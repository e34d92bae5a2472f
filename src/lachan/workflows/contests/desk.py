"""The contestants' side of a contest: enter, begin, save, submit, see the result.

Every method may be called from many threads and servers at once. What it acknowledges is
durable; what it is told of times, numbers or names is believed only after looking at the store
and at the server's own clock.
"""

from __future__ import annotations

import datetime as dt
import re
import secrets
from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

from lachan.domain.law import Provision
from lachan.grading import ResponseError, parse_response
from lachan.limits.contest_room import MOST_ANSWERS
from lachan.store import Connection
from lachan.store.contests import ContestRow, Place, hold_place, lock_entrant, lock_place
from lachan.store.contests.answers import read_answers
from lachan.store.contests.attempts import SUBMITTED, submit_late
from lachan.store.contests.contests import (
    CLOSED,
    READY,
    find_contest,
    find_slug,
    list_contests,
)
from lachan.store.contests.entrants import end_session, find_person, open_session
from lachan.store.contests.results import find_result
from lachan.wire.feedback import FeedbackJson, feedback_json
from lachan.workflows.contests.attempts import begin, end, end_if_over, read_view
from lachan.workflows.contests.database import ContestDatabase, contest_view
from lachan.workflows.contests.entry import (
    add_holder,
    find_holder,
    get_contest,
    get_place,
    hash_token,
    unknown_code,
)
from lachan.workflows.contests.erasure import erase_due
from lachan.workflows.contests.frozen import FrozenContest
from lachan.workflows.contests.saves import grace, refuse, take_answers
from lachan.workflows.contests.standing import attempt_view, make_receipt, result_view, save_result
from lachan.workflows.contests.views import (
    Answer,
    AttemptView,
    ContestError,
    ContestView,
    Receipt,
    Refusal,
    ResultView,
    SaveResult,
    Session,
)

T = TypeVar("T")

TOKEN_BYTES = 32

# A number that every database can hold.
_SHORT = re.compile("[1-9][0-9]{0,8}")


class ContestDesk:
    """Answers contestants.

    Parameters
    ----------
    database
        Contests, clock and writer.
    provisions
        By id, to explain answers after a contest; without them no law is shown.
    """

    def __init__(
        self, database: ContestDatabase, provisions: Mapping[str, Provision] | None = None
    ) -> None:
        self._database = database
        self._provisions = provisions or {}

    def list_contests(self) -> tuple[ContestView, ...]:
        """Return the contests, the one that opens last first."""
        now = self._database.now()
        with self._database.read() as connection:
            return tuple(
                contest_view(row, self._database.get_frozen(connection, row.id), now)
                for row in list_contests(connection)
            )

    def find_contest(self, slug: str) -> ContestView | None:
        """Return a contest, or None where there is none."""
        now = self._database.now()
        with self._database.read() as connection:
            row = find_contest(connection, slug)
            if row is None:
                return None
            return contest_view(row, self._database.get_frozen(connection, row.id), now)

    def find_slug(self, short: str) -> str:
        """Return the name of the contest that a short path leads to, "" where it leads nowhere."""
        if not _SHORT.fullmatch(short):
            return ""
        with self._database.read() as connection:
            return find_slug(connection, int(short))

    def try_practice(self, slug: str, value: object) -> FeedbackJson:
        """Return `feedback_json` of an answer to the trial question; nothing is kept.

        Raises
        ------
        ContestError
            Where there is no such question, or the answer does not fit it.
        """
        with self._database.read() as connection:
            row = get_contest(connection, slug)
            frozen = self._database.get_frozen(connection, row.id)
        if frozen.practice is None:
            raise ContestError(Refusal.UNKNOWN_ITEM, "Cuộc thi này không có câu làm thử.")
        try:
            response = parse_response(frozen.practice, value, frozen.salt)
        except ResponseError as error:
            raise ContestError(Refusal.BAD_VALUE, str(error)) from None
        return feedback_json(frozen.practice, response, self._provisions, frozen.salt)

    def enter(self, slug: str, code: str, device: str) -> Session:
        """Let someone in, and tell the device that was in before.

        One may enter before the contest opens, to wait, and after it, to see the result.

        Parameters
        ----------
        code
            The personal code as typed; "" in open mode makes a new entrant.
        device
            What the device calls itself, for the organisers; may be "".

        Raises
        ------
        ContestError
            Where there is no such contest.
        EntryError
            Where nobody enters like this.
        """
        now = self._database.now()
        token = secrets.token_urlsafe(TOKEN_BYTES)

        def work(connection: Connection) -> Session:
            row = get_contest(connection, slug)
            frozen = self._database.get_frozen(connection, row.id)
            if code.strip():
                new_code, entrant = "", find_holder(connection, row, frozen, code)
            else:
                new_code, entrant = add_holder(connection, row, frozen, now)
            # Who withdraws at this moment is out, whichever was first.
            if lock_entrant(connection, entrant.id).withdrawn_at is not None:
                raise unknown_code()
            replaced = open_session(connection, entrant.id, hash_token(token), device, now)
            return Session(token, new_code, entrant.pseudonym, replaced)

        return self._database.write(work)

    def check_code(self, slug: str, code: str) -> None:
        """Read whether a code is someone's, without waiting for those who write.

        Raises
        ------
        ContestError
            Where there is no such contest.
        EntryError
            Where it is nobody's.
        """
        if not code.strip():
            return
        with self._database.read() as connection:
            row = get_contest(connection, slug)
            find_holder(connection, row, self._database.get_frozen(connection, row.id), code)

    def leave(self, token: str) -> None:
        """End this device's session; the attempt goes on, and the code lets one in again."""
        now = self._database.now()
        self._database.write(lambda connection: end_session(connection, hash_token(token), now))

    def read(self, token: str) -> AttemptView:
        """Return everything that a device needs after a reload.

        Raises
        ------
        ContestError
            Where the token is not of this store (`signed_out`).
        """
        now = self._database.now()
        with self._database.glance() as connection:
            place = get_place(connection, token)
            frozen = self._database.get_frozen(connection, place.contest.id)
            if place.attempt is None:
                # Thousands wait like this for the opening; there is nothing more to be read.
                person = find_person(connection, place.entrant.id)
                return attempt_view(place, frozen, person, {}, now)
        return self._look(token, read_view)

    def start(self, token: str) -> AttemptView:
        """Begin an attempt, or return the one under way.

        Raises
        ------
        ContestError
            Before the contest, after it, in a pause, or where no attempt is left.
        """
        now = self._database.now()

        def work(connection: Connection) -> AttemptView:
            place = get_place(connection, token, hold_place)
            frozen = self._database.get_frozen(connection, place.contest.id)
            return read_view(connection, begin(connection, place, frozen, now), frozen, now)

        return self._database.write(work)

    def save(self, token: str, answers: Sequence[Answer]) -> SaveResult:
        """Save answers and say what became of each, once it is durable.

        With none it is a sign of life. An answer that is refused says why; the others are
        saved all the same.

        Raises
        ------
        ContestError
            Where the token is not of this store, or more than `MOST_ANSWERS` come at once.
        StoreBusyError
            Where the store did not answer in time: send the same again.
        """
        # Time is taken before waiting for the store: a busy server makes nobody late.
        now = self._database.now()
        if len(answers) > MOST_ANSWERS.value:
            raise ContestError(Refusal.BAD_VALUE, "Gửi quá nhiều câu trả lời một lúc.")

        def work(connection: Connection) -> SaveResult:
            place = get_place(connection, token, lock_place)
            frozen = self._database.get_frozen(connection, place.contest.id)
            attempt, acks = take_answers(connection, place, frozen, answers, now)
            if attempt is not None:
                attempt = end_if_over(connection, attempt, frozen, now)
            return save_result(place, attempt, acks, now)

        return self._database.write(work)

    def submit(self, token: str, prediction: int | None = None) -> Receipt:
        """End the attempt; a second time gives the same receipt.

        Parameters
        ----------
        prediction
            How many entrants they think will have everything correct, where it is asked and
            was not saved before.

        Raises
        ------
        ContestError
            Where there is no attempt, the device was replaced, or the contest cancelled.
        """
        now = self._database.now()

        def work(connection: Connection) -> Receipt:
            place = get_place(connection, token, lock_place)
            frozen = self._database.get_frozen(connection, place.contest.id)
            attempt = end(connection, place, frozen, prediction, now)
            return make_receipt(place, attempt, frozen, read_answers(connection, attempt.id))

        return self._database.write(work)

    def result(self, token: str) -> ResultView:
        """Return what the reveal rule allows of the latest attempt.

        Raises
        ------
        ContestError
            Before an attempt was submitted, and on a device that was replaced.
        """
        return self._look(token, self._show_result)

    def _look(
        self, token: str, show: Callable[[Connection, Place, FrozenContest, dt.datetime], T]
    ) -> T:
        """Return what `show` makes of a holder's place, once what is over has been submitted."""
        now = self._database.now()
        with self._database.read() as connection:
            place = get_place(connection, token)
            frozen = self._database.get_frozen(connection, place.contest.id)
            if place.attempt is None or not place.attempt.is_over(now, grace(frozen)):
                return show(connection, place, frozen, now)
        self._sweep(place.contest, frozen, now)
        with self._database.read() as connection:
            return show(connection, get_place(connection, token), frozen, now)

    def _show_result(
        self, connection: Connection, place: Place, frozen: FrozenContest, _now: dt.datetime
    ) -> ResultView:
        attempt = place.attempt
        if place.ended:
            raise refuse(Refusal.SUPERSEDED)
        if attempt is None or attempt.state != SUBMITTED:
            raise ContestError(Refusal.NO_ATTEMPT, "Bài chưa nộp nên chưa có kết quả.")
        answers = read_answers(connection, attempt.id)
        return result_view(
            make_receipt(place, attempt, frozen, answers),
            frozen,
            attempt,
            answers,
            standing=find_result(connection, place.entrant.id),
            closed=place.contest.status == CLOSED,
            provisions=self._provisions,
        )

    def find_picture(self, token: str, path: str) -> bytes | None:
        """Return a picture of the contest's items, for who has begun; None where there is none.

        Who waits gets those of the trial question, and who is in a pause no others either.
        """
        with self._database.read() as connection:
            place = get_place(connection, token)
            frozen = self._database.get_frozen(connection, place.contest.id)
        attempt = place.attempt
        begun = attempt is not None and not place.ended
        still = attempt is not None and attempt.is_working and attempt.paused_at is not None
        pictures = frozen.context.pictures if begun and not still else frozen.practice_pictures
        return pictures.get(path)

    def sweep(self) -> int:
        """Submit what has passed its last moment, in all contests; returns how many.

        Where the day has come on which a contest's people are to be forgotten, they are.
        """
        now = self._database.now()
        with self._database.read() as connection:
            running = [row for row in list_contests(connection) if row.status == READY]
            frozen = [self._database.get_frozen(connection, row.id) for row in running]
        pairs = zip(running, frozen, strict=True)
        count = sum(self._sweep(row, each, now) for row, each in pairs if row.opens_at <= now)
        erase_due(self._database)
        return count

    def _sweep(self, contest: ContestRow, frozen: FrozenContest, now: dt.datetime) -> int:
        before = now - grace(frozen)
        return self._database.write(lambda c: submit_late(c, contest.id, before))
