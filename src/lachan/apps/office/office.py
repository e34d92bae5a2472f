"""The organisers' office bound to a role: every act asks who does it, and some why.

Screens get this and nothing below it, so that what a role may not do is refused here, whatever
a browser asks for.
"""

from __future__ import annotations

import datetime as dt
import tempfile
import zipfile
from collections.abc import Sequence
from dataclasses import replace
from io import BytesIO
from pathlib import Path

from lachan.apps.office.form import FormError
from lachan.domain.contests.contest import Contest
from lachan.domain.contests.item_shares import ItemShare
from lachan.domain.contests.roles import RIGHTS, Right, Role
from lachan.domain.items import Item
from lachan.domain.kinds import Band
from lachan.domain.misconceptions import Misconception
from lachan.domain.papers.rosters import Entrant
from lachan.errors import LachanError
from lachan.store.contests.acts import StoredAct
from lachan.workflows.contests.bundle import render_bundle
from lachan.workflows.contests.database import ContestDatabase
from lachan.workflows.contests.desk import ContestDesk
from lachan.workflows.contests.enrolment import Card
from lachan.workflows.contests.entry import get_contest
from lachan.workflows.contests.erasure import erase_contest, withdraw_person
from lachan.workflows.contests.frozen import FrozenContest
from lachan.workflows.contests.office import Board, ContestOffice
from lachan.workflows.contests.outcome import Outcome, close_contest, read_outcome
from lachan.workflows.contests.personal_data import export_contest, render_results
from lachan.workflows.contests.statistics import measure_items, read_counted
from lachan.workflows.contests.views import ContestView
from lachan.workflows.papers.draft import PaperDraft

ROLE_NAMES = {
    Role.ORGANISER: "Ban Tổ chức",
    Role.INVIGILATOR: "giám thị",
    Role.VIEWER: "người theo dõi",
}


class RoleError(LachanError):
    """Someone asks for what their role may not do."""


class StaffOffice:
    """What staff of a role may see and do; all methods may raise `RoleError` and `ContestError`.

    Acts raise `FormError` where `who`, or a reason that is needed, is empty.
    """

    def __init__(self, database: ContestDatabase, role: Role) -> None:
        self._database = database
        self._office = ContestOffice(database)
        self.role = role

    def may(self, right: Right) -> bool:
        """Tell whether the role has a right."""
        return right in RIGHTS[self.role]

    def now(self) -> dt.datetime:
        """Return the time by which contests are judged."""
        return self._database.now()

    def list_contests(self) -> tuple[ContestView, ...]:
        """Return all contests, the one that opens last first."""
        self.need(Right.LOOK)
        return ContestDesk(self._database).list_contests()

    def declaration(self, slug: str) -> Contest:
        """Return what was declared of a contest."""
        self.need(Right.LOOK)
        return read_declaration(self._database, slug)

    def board(self, slug: str, room: str = "", *, seats: bool) -> Board:
        """Return how a contest goes; one by one only for roles that may know people."""
        self.need(Right.LOOK)
        return self._office.board(slug, room, seats=seats and self.may(Right.PEOPLE))

    def list_acts(self, slug: str) -> list[StoredAct]:
        """Return the audit log."""
        self.need(Right.PEOPLE)
        return self._office.list_acts(slug)

    def create(
        self, contest: Contest, draft: PaperDraft, practice: Item | None, *, who: str
    ) -> ContestView:
        """Add a contest with its paper, and commit to its key."""
        signed = self._sign(Right.DIRECT, who)
        return self._office.create(
            contest, draft.paper, draft.context, practice=practice, who=signed
        )

    def add_people(self, slug: str, people: Sequence[Entrant], *, who: str) -> tuple[Card, ...]:
        """Add entrants; their codes are shown this once."""
        return self._office.add_people(slug, people, who=self._sign(Right.DATA, who))

    def renew_unused_codes(self, slug: str, *, who: str, reason: str) -> tuple[Card, ...]:
        """Give new codes to all who have not entered."""
        signed = self._sign(Right.DATA, who, reason)
        return self._office.renew_unused_codes(slug, who=signed, reason=reason.strip())

    def renew_code(self, slug: str, pseudonym: str, *, who: str, reason: str) -> str:
        """Give one person a new code."""
        signed = self._sign(Right.HELP, who, reason)
        return self._office.renew_code(slug, pseudonym, who=signed, reason=reason.strip())

    def extend(
        self, slug: str, pseudonym: str, minutes: int, *, who: str, reason: str
    ) -> dt.datetime:
        """Give one person more time; returns the new deadline."""
        signed = self._sign(Right.HELP, who, reason)
        return self._office.extend(slug, pseudonym, minutes, who=signed, reason=reason.strip())

    def reopen(
        self, slug: str, pseudonym: str, minutes: int, *, who: str, reason: str
    ) -> dt.datetime:
        """Let one person go on; returns the new deadline."""
        signed = self._sign(Right.HELP, who, reason)
        return self._office.reopen(slug, pseudonym, minutes, who=signed, reason=reason.strip())

    def pause(self, slug: str, room: str, *, who: str, reason: str) -> int:
        """Stop the time of a room, or of all where it is ""."""
        signed = self._sign(Right.HELP if room else Right.DIRECT, who, reason)
        return self._office.pause(slug, room=room, who=signed, reason=reason.strip())

    def resume(self, slug: str, room: str, *, who: str) -> int:
        """Let time run on."""
        signed = self._sign(Right.HELP if room else Right.DIRECT, who)
        return self._office.resume(slug, room=room, who=signed)

    def move_closing(
        self, slug: str, closes_at: dt.datetime, *, who: str, reason: str
    ) -> ContestView:
        """Let the window end later."""
        signed = self._sign(Right.DIRECT, who, reason)
        return self._office.move_closing(slug, closes_at, who=signed, reason=reason.strip())

    def message(self, slug: str, text: str, *, who: str) -> None:
        """Tell everyone something; "" takes it back."""
        self._office.message(slug, text, who=self._sign(Right.DIRECT, who))

    def cancel(self, slug: str, *, who: str, reason: str) -> int:
        """End a contest without a ranking."""
        signed = self._sign(Right.DIRECT, who, reason)
        return self._office.cancel(slug, who=signed, reason=reason.strip())

    def close(self, slug: str, *, who: str, reason: str, at_once: bool) -> Outcome:
        """Close, score and rank; before the window's end only `at_once`, with a reason."""
        signed = self._sign(Right.DIRECT, who, reason if at_once else None)
        return close_contest(
            self._database, slug, who=signed, reason=reason.strip(), at_once=at_once
        )

    def outcome(self, slug: str) -> Outcome:
        """Return the result; names only for roles that may have them."""
        self.need(Right.LOOK)
        found = read_outcome(self._database, slug)
        return found if self.may(Right.DATA) else replace(found, people={})

    def measure_items(self, slug: str) -> tuple[ItemShare, ...]:
        """Return how each item was answered: their keys are out once a contest is closed."""
        self.need(Right.LOOK)
        return measure_items(read_counted(self._database, read_outcome(self._database, slug)))

    def bundle(self, slug: str) -> bytes:
        """Return the public bundle."""
        self.need(Right.LOOK)
        return render_bundle(self._database, slug)

    def results(self, slug: str, catalogue: Sequence[Misconception]) -> bytes:
        """Return the workbook of results with names."""
        self.need(Right.DATA)
        return render_results(self._database, read_outcome(self._database, slug), catalogue)

    def export(self, slug: str, catalogue: Sequence[Misconception]) -> bytes:
        """Return all that is stored of a contest's people, as a zip."""
        self.need(Right.DATA)
        with tempfile.TemporaryDirectory() as folder:
            paths = export_contest(self._database, slug, Path(folder) / slug, catalogue)
            out = BytesIO()
            with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
                for path in paths:
                    # An entry of this kind has a date of its own, whatever the clock says.
                    entry = zipfile.ZipInfo(path.name)
                    archive.writestr(entry, path.read_bytes(), zipfile.ZIP_DEFLATED)
        return out.getvalue()

    def erase(self, slug: str, typed: str, *, who: str, whole: bool) -> int:
        """Erase people, or the whole contest, once its name has been typed."""
        signed = self._sign(Right.DATA, who)
        if typed.strip() != slug:
            raise FormError({"typed": f"Hãy gõ đúng tên cuộc thi ({slug}) để xác nhận xóa."})
        return erase_contest(self._database, slug, who=signed, whole=whole)

    def withdraw(self, slug: str, person: str, *, who: str) -> bool:
        """Erase one person who withdraws, whenever; tells whether there was anything."""
        signed = self._sign(Right.DATA, who)
        if not person.strip():
            raise FormError({"person": "Hãy ghi số báo danh hoặc mã ẩn danh."})
        return withdraw_person(self._database, slug, person, who=signed)

    def paper_band(self, slug: str) -> Band:
        """Return for whom a contest's paper is."""
        self.need(Right.LOOK)
        return read_frozen(self._database, slug).paper.blueprint.band

    def need(self, right: Right) -> None:
        """Raise `RoleError` where the role has not a right."""
        if not self.may(right):
            raise RoleError(
                f"Vai trò {ROLE_NAMES[self.role]} không làm được việc này; hãy nhờ Ban Tổ chức."
            )

    def _sign(self, right: Right, who: str, reason: str | None = None) -> str:
        """Return the name for the log; a `reason` that is not None must not be empty."""
        self.need(right)
        faults = {}
        if not who.strip():
            faults["who"] = "Hãy ghi tên người thực hiện; tên này vào nhật kí."
        if reason is not None and not reason.strip():
            faults["reason"] = "Hãy ghi lí do; lí do này vào nhật kí."
        if faults:
            raise FormError(faults)
        return f"{who.strip()} ({ROLE_NAMES[self.role]})"


def read_declaration(database: ContestDatabase, slug: str) -> Contest:
    """Return what was declared of a contest, whoever asks; raises `ContestError`."""
    return read_frozen(database, slug).contest


def read_frozen(database: ContestDatabase, slug: str) -> FrozenContest:
    """Return a contest's declaration and paper, whoever asks; raises `ContestError`."""
    with database.read() as connection:
        row = get_contest(connection, slug)
        return database.get_frozen(connection, row.id)
