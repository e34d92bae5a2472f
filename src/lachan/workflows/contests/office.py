"""The organisers' side of a contest; every act goes into the audit log with who and why."""

from __future__ import annotations

import datetime as dt
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from lachan.domain.consent import find_erasure
from lachan.domain.contests.contest import Contest
from lachan.domain.items import Item
from lachan.domain.papers.context import PaperContext
from lachan.domain.papers.paper import Paper
from lachan.domain.papers.rosters import Entrant
from lachan.limits.office import LONGEST_MESSAGE
from lachan.store import Connection
from lachan.store.contests import lock_contest
from lachan.store.contests.acts import StoredAct, list_acts
from lachan.store.contests.attempts import (
    SUBMITTED,
    move_deadlines,
    pause_attempts,
    resume_attempts,
    submit_all,
)
from lachan.store.contests.board import Count, Seat, count_people, list_seats
from lachan.store.contests.contests import CANCELLED, add_contest, change_contest
from lachan.store.contests.entrants import list_people, set_codes
from lachan.store.contests.pauses import begin_pause, end_pause, list_pauses
from lachan.store.schema import storable
from lachan.text import date_in_vietnam, format_date
from lachan.workflows.contests.acts import Acting, check_minutes, do_act
from lachan.workflows.contests.database import ContestDatabase, contest_view
from lachan.workflows.contests.enrolment import Card, find_group_labels, join_people, renew_unused
from lachan.workflows.contests.entry import get_contest, make_code
from lachan.workflows.contests.frozen import freeze, thaw
from lachan.workflows.contests.views import ContestError, ContestView, Refusal


@dataclass(frozen=True, slots=True)
class Board:
    """A contest on its day.

    Attributes
    ----------
    paused_rooms
        Rooms that are paused; "" stands for all.
    counts
        By room and group; adding them up gives the whole.
    group_labels
        Group → name of the class or school.
    seats, people
        One by one, and who they are where something is known; empty unless asked for, as on a
        projector.
    """

    contest: ContestView
    paused_rooms: tuple[str, ...]
    counts: tuple[Count, ...]
    group_labels: Mapping[str, str]
    seats: tuple[Seat, ...]
    people: Mapping[str, Entrant]


class ContestOffice:
    """Acts of the organisers; `who` names the one who acts, for the log.

    All raise `ContestError` where there is no such contest, and those that change something
    where it has been closed or cancelled.
    """

    def __init__(self, database: ContestDatabase) -> None:
        self._database = database

    def now(self) -> dt.datetime:
        """Return the time by which contests are judged."""
        return self._database.now()

    def create(
        self,
        contest: Contest,
        paper: Paper,
        context: PaperContext,
        *,
        practice: Item | None = None,
        who: str,
    ) -> ContestView:
        """Add a contest with its paper frozen and its key committed to.

        Raises
        ------
        SlugTakenError
            Where there is one of this name.
        ContestPaperError
            Where an item is marked by a person.
        """
        now = self._database.now()
        row = freeze(contest, paper, context, practice, secrets.token_hex)
        frozen = thaw(row)
        opens_at, closes_at = contest.opens_at, contest.closes_at
        erase_at = find_erasure(contest.names, closes_at, now)

        def work(connection: Connection) -> ContestView:
            made = add_contest(
                connection,
                contest.slug,
                row,
                opens_at=opens_at,
                closes_at=closes_at,
                erase_at=erase_at,
                now=now,
            )
            Acting(connection, made, frozen, now, who, "").log("create")
            return contest_view(made, frozen, now)

        return self._database.write(work)

    def add_people(self, slug: str, people: Sequence[Entrant], *, who: str) -> tuple[Card, ...]:
        """Add those on a class list; returns their codes, which are shown this once only.

        Raises
        ------
        ContestError
            Also where the people of the contest have been erased: nobody would erase these.
        """

        def work(act: Acting) -> tuple[Card, ...]:
            act.check_not_erased()
            cards = join_people(act.connection, act.contest, act.frozen, people, act.now)
            act.log("add_people", amount=len(cards))
            return cards

        return do_act(self._database, slug, who, "", work)

    def add_codes(self, slug: str, count: int, *, who: str) -> tuple[Card, ...]:
        """Add so many entrants of whom nothing is known; returns their codes, shown this once."""
        return self.add_people(slug, [Entrant("")] * count, who=who)

    def renew_code(self, slug: str, pseudonym: str, *, who: str, reason: str) -> str:
        """Give someone a new code in place of one that was lost or seen by others."""

        def work(act: Acting) -> str:
            code, hashed = make_code(act.frozen)
            set_codes(act.connection, {act.get_entrant(pseudonym).id: hashed})
            act.log("renew_code", pseudonym)
            return code

        return do_act(self._database, slug, who, reason, work)

    def renew_unused_codes(self, slug: str, *, who: str, reason: str) -> tuple[Card, ...]:
        """Give new codes to all who have not entered, as when the list of codes was lost."""

        def work(act: Acting) -> tuple[Card, ...]:
            cards = renew_unused(act.connection, act.contest, act.frozen)
            act.log("renew_codes", amount=len(cards))
            return cards

        return do_act(self._database, slug, who, reason, work)

    def board(self, slug: str, room: str = "", *, seats: bool = True) -> Board:
        """Return how the contest goes; with `seats` also one by one, in one room or in all."""
        now = self._database.now()
        with self._database.read() as connection:
            row = get_contest(connection, slug)
            frozen = self._database.get_frozen(connection, row.id)
            return Board(
                contest=contest_view(row, frozen, now),
                paused_rooms=tuple(sorted(list_pauses(connection, row.id))),
                counts=tuple(count_people(connection, row.id)),
                group_labels=find_group_labels(connection, row.id, frozen.contest.group_by),
                seats=tuple(list_seats(connection, row.id, room)) if seats else (),
                people=list_people(connection, row.id) if seats else {},
            )

    def pause(self, slug: str, *, who: str, room: str = "", reason: str = "") -> int:
        """Stop the time of a room, or of all; returns of how many attempts."""

        def work(act: Acting) -> int:
            if room in list_pauses(act.connection, act.contest.id):
                return 0
            begin_pause(act.connection, act.contest.id, room, act.now)
            if not room:
                change_contest(act.connection, act.contest.id, paused_at=act.now)
            count = pause_attempts(act.connection, act.contest.id, act.now, room)
            act.log("pause", room, count)
            return count

        return do_act(self._database, slug, who, reason, work)

    def resume(self, slug: str, *, who: str, room: str = "", reason: str = "") -> int:
        """Let time run on; returns of how many attempts.

        After a pause of all, the window closes as much later as the pause was long.
        """

        def work(act: Acting) -> int:
            since = list_pauses(act.connection, act.contest.id).get(room)
            if since is None:
                return 0
            end_pause(act.connection, act.contest.id, room, act.now)
            if not room:
                later = act.contest.closes_at + (act.now - since)
                change_contest(act.connection, act.contest.id, paused_at=None, closes_at=later)
            count = resume_attempts(act.connection, act.contest.id, act.now, room)
            act.log("resume", room, count)
            return count

        return do_act(self._database, slug, who, reason, work)

    def extend(
        self, slug: str, pseudonym: str, minutes: int, *, who: str, reason: str
    ) -> dt.datetime:
        """Give one person more time on the attempt under way; returns the new deadline.

        It may pass the end of the window.
        """
        check_minutes(minutes)

        def work(act: Acting) -> dt.datetime:
            attempt = act.lock_latest(pseudonym)
            if attempt.state == SUBMITTED:
                raise ContestError(Refusal.SUBMITTED, "Bài đã nộp; hãy mở lại bài để thêm giờ.")
            act.log("extend", pseudonym, minutes)
            return act.give_minutes(attempt, minutes)

        return do_act(self._database, slug, who, reason, work)

    def reopen(
        self, slug: str, pseudonym: str, minutes: int, *, who: str, reason: str
    ) -> dt.datetime:
        """Let someone go on with a submitted attempt; returns the new deadline.

        They have what time was left when it was submitted, and `minutes` more. The time since
        then does not count as used.
        """
        check_minutes(minutes, least=0)

        def work(act: Acting) -> dt.datetime:
            attempt = act.lock_latest(pseudonym)
            if attempt.submitted_at is None:
                raise ContestError(Refusal.NO_ATTEMPT, "Bài này đang làm, chưa nộp.")
            act.log("reopen", pseudonym, minutes)
            room = act.get_entrant(pseudonym).room
            return act.revive(attempt, minutes, room)

        return do_act(self._database, slug, who, reason, work)

    def move_closing(
        self, slug: str, closes_at: dt.datetime, *, who: str, reason: str
    ) -> ContestView:
        """Let the window end later; attempts that its end would cut short gain by it."""

        def work(act: Acting) -> ContestView:
            moved = closes_at - act.contest.closes_at
            if moved <= dt.timedelta(0):
                words = "Giờ đóng mới phải muộn hơn giờ đang có."
                raise ContestError(Refusal.BAD_VALUE, words)
            erase_at = act.contest.erase_at
            if erase_at is not None and closes_at > erase_at:
                day = format_date(date_in_vietnam(erase_at))
                words = (
                    f"Giờ đóng mới phải trước ngày xóa tên {day}: "
                    "ngày ấy đã báo cho thí sinh và gia đình nên không dời được."
                )
                raise ContestError(Refusal.BAD_VALUE, words)
            move_deadlines(act.connection, act.contest.id, act.frozen.contest.minutes, moved)
            change_contest(act.connection, act.contest.id, closes_at=closes_at)
            act.log("move_closing", amount=int(moved.total_seconds() // 60))
            row = lock_contest(act.connection, act.contest.id)
            return contest_view(row, act.frozen, act.now)

        return do_act(self._database, slug, who, reason, work)

    def message(self, slug: str, text: str, *, who: str) -> None:
        """Tell everyone in the contest something; "" takes it back."""
        words = storable(text).strip()[: LONGEST_MESSAGE.value]

        def work(act: Acting) -> None:
            change_contest(act.connection, act.contest.id, message=words)
            act.log("message")

        do_act(self._database, slug, who, words, work)

    def cancel(self, slug: str, *, who: str, reason: str) -> int:
        """End the contest without a ranking; returns how many attempts were under way."""

        def work(act: Acting) -> int:
            count = submit_all(act.connection, act.contest.id, act.now)
            change_contest(act.connection, act.contest.id, status=CANCELLED)
            act.log("cancel", amount=count)
            return count

        return do_act(self._database, slug, who, reason, work)

    def list_acts(self, slug: str) -> list[StoredAct]:
        """Return the audit log, the first act first."""
        with self._database.read() as connection:
            return list_acts(connection, get_contest(connection, slug).id)
