"""After a contest: its end, the ranking, the files; erasing all, or one who withdraws."""

from __future__ import annotations

from typing import TypedDict

from lachan.apps.office.files import render_awards
from lachan.apps.office.form import FormReader
from lachan.apps.office.page import (
    DOCX,
    PDF,
    XLSX,
    ZIP,
    Call,
    Reply,
    StaffPage,
    Values,
    file_reply,
    read_reason,
    read_slug,
    read_who,
)
from lachan.apps.office.views.results import ShareJson, outcome_json, shares_json
from lachan.domain.contests.awards import SIGNER, CertificateStyle
from lachan.domain.contests.roles import Right
from lachan.workflows.contests.personal_data import BUNDLE, RESULTS


class SharesJson(TypedDict):
    items: list[ShareJson]


class ErasedJson(TypedDict):
    """How many people are in the data no more."""

    count: int


class Results:
    """The calls about the end of a contest and what comes after."""

    def __init__(self, page: StaffPage) -> None:
        self._page = page

    def calls(self) -> dict[str, Call]:
        """Return what answers which name."""
        return {
            "close": self._close,
            "outcome": self._outcome,
            "shares": self._shares,
            "results": self._results,
            "bundle": self._bundle,
            "certificates": self._certificates,
            "export": self._export,
            "erase": self._erase,
            "withdraw": self._withdraw,
        }

    def _close(self, values: Values) -> Reply:
        slug, at_once = read_slug(values), values.get("at_once") is True
        self._page.staff.close(
            slug, who=read_who(values), reason=read_reason(values), at_once=at_once
        )
        return Reply({})

    def _outcome(self, values: Values) -> Reply:
        slug = read_slug(values)
        start = FormReader(values).whole("start", 0, 10_000_000)
        return Reply(
            outcome_json(self._page.staff.outcome(slug), self._page.staff.declaration(slug), start)
        )

    def _shares(self, values: Values) -> Reply:
        shares = shares_json(self._page.staff.measure_items(read_slug(values)))
        told: SharesJson = {"items": shares}
        return Reply(told)

    def _results(self, values: Values) -> Reply:
        page = self._page
        workbook = page.staff.results(read_slug(values), page.misconceptions)
        return file_reply(RESULTS, XLSX, workbook)

    def _bundle(self, values: Values) -> Reply:
        slug = read_slug(values)
        return file_reply(f"{slug}-{BUNDLE}", ZIP, self._page.staff.bundle(slug))

    def _certificates(self, values: Values) -> Reply:
        self._page.staff.need(Right.DATA)
        slug, form = read_slug(values), FormReader(values)
        style = CertificateStyle(
            organiser=form.words("organiser"),
            authority=form.words("authority"),
            place=form.words("place", longest=80),
            signed_on=form.day("signed_on"),
            signer=form.words("signer", longest=80) or SIGNER,
            signer_title=form.words("signer_title", longest=80),
            signer_name=form.words("signer_name", longest=80),
        )
        form.check()
        outcome, declared = self._page.staff.outcome(slug), self._page.staff.declaration(slug)
        everyone, word = form.flag("everyone"), form.flag("word")
        made = render_awards(declared, outcome, style, everyone=everyone, word=word)
        kind, ending = (DOCX, "docx") if word else (PDF, "pdf")
        return file_reply(f"giay-chung-nhan-{slug}.{ending}", kind, made)

    def _export(self, values: Values) -> Reply:
        slug = read_slug(values)
        archive = self._page.staff.export(slug, self._page.misconceptions)
        return file_reply(f"du-lieu-{slug}.zip", ZIP, archive)

    def _erase(self, values: Values) -> Reply:
        whole, typed = values.get("whole") is True, str(values.get("typed") or "")
        count = self._page.staff.erase(read_slug(values), typed, who=read_who(values), whole=whole)
        self._page.drop_cards(read_slug(values))
        erased: ErasedJson = {"count": count}
        return Reply(erased)

    def _withdraw(self, values: Values) -> Reply:
        slug, person = read_slug(values), FormReader(values).words("person")
        done = self._page.staff.withdraw(slug, person, who=read_who(values))
        self._page.drop_card(slug, person)
        erased: ErasedJson = {"count": int(done)}
        return Reply(erased)
