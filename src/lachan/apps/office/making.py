"""Declaring a contest: what it can be made from, its form, a look at it, and making it."""

from __future__ import annotations

from typing import TypedDict

from lachan.apps.office.contest_form import read_contest_form
from lachan.apps.office.form import FormError
from lachan.apps.office.page import Call, Reply, StaffPage, Values, read_who
from lachan.apps.office.views.contest import contest_json
from lachan.apps.office.views.privacy import spell_day
from lachan.domain.consent import find_erasure, is_kept_long
from lachan.domain.contests.contest import ContestPlan, RankKey
from lachan.domain.contests.roles import Right
from lachan.domain.items import Item
from lachan.domain.kinds import Band, ItemType, Use
from lachan.domain.names import RANK_KEY_NAMES
from lachan.errors import LachanError
from lachan.exchange import read_manifest
from lachan.exchange.contests.key import ContestPaperError, render_contest_key
from lachan.markup import render_plain
from lachan.text import date_in_vietnam
from lachan.workflows.contests.plan import (
    PlanError,
    check_minimum,
    count_open_items,
    draft_contest_paper,
    find_practice,
)
from lachan.workflows.papers.draft import PaperDraft, check_draft

LONGEST_STEM = 110


class ContestSourceJson(TypedDict):
    slug: str
    title: str
    band: Band


class TrialJson(TypedDict):
    """An item to try out before a contest."""

    id: str
    band: Band
    text: str


class ContestOptionsJson(TypedDict):
    """What a new contest can be made from; ``rank_keys`` in words."""

    blueprints: list[ContestSourceJson]
    practice: list[TrialJson]
    rank_keys: dict[RankKey, str]


class PlannedJson(TypedDict):
    """What would be made of a form."""

    slug: str
    items: int
    forms: int
    paper: str
    open_items: int
    starts_now: bool
    purposes: list[str]
    erases: str
    kept_long: bool


class Making:
    """The calls about a new contest; the paper that was drawn for a form waits here."""

    def __init__(self, page: StaffPage) -> None:
        self._page = page
        self._draft: tuple[dict[str, object], ContestPlan, PaperDraft] | None = None

    def calls(self) -> dict[str, Call]:
        """Return what answers which name."""
        return {"options": self._options, "check": self._check, "create": self._create}

    def _options(self, _values: Values) -> Reply:
        """Return what a new contest can be made from."""
        self._page.staff.need(Right.DIRECT)
        content = self._page.content
        practice: list[TrialJson] = [
            {
                "id": item.id,
                "band": item.band,
                "text": _shorten(render_plain(item.stem)),
            }
            for item in content.items
            if item.use is Use.PRACTICE and item.type is ItemType.SINGLE_CHOICE
        ]
        options: ContestOptionsJson = {
            "blueprints": [
                {"slug": each.slug, "title": each.title, "band": each.band}
                for each in content.blueprints
                if all(part.type is not ItemType.ESSAY for part in each.parts)
            ],
            "practice": practice,
            "rank_keys": dict(RANK_KEY_NAMES),
        }
        return Reply(options)

    def _check(self, values: Values) -> Reply:
        """Draw the paper for a form and tell what would be made; nothing is stored."""
        self._page.staff.need(Right.DIRECT)
        plan = read_contest_form(values, self._page.staff.now())
        taken = {each.slug for each in self._page.staff.list_contests()}
        if plan.contest.slug in taken:
            raise FormError({"slug": f"Đã có cuộc thi tên {plan.contest.slug}; hãy đặt tên khác."})
        draft = (
            self._read_paper()
            if values.get("source") == "files"
            else draft_contest_paper(self._page.content, plan)
        )
        _check_paper(plan, draft)
        _check_minimum(plan, draft)
        self._find_practice(plan, draft)
        self._draft = (_read_form(values), plan, draft)
        paper, names = draft.paper, plan.contest.names
        closes_at, now = plan.contest.closes_at, self._page.staff.now()
        planned: PlannedJson = {
            "slug": plan.contest.slug,
            "items": sum(part.count for part in paper.blueprint.parts),
            "forms": len(paper.forms),
            "paper": paper.blueprint.title,
            "open_items": count_open_items(paper),
            "starts_now": plan.contest.opens_at <= now,
            "purposes": list(names.purposes) if names else [],
            "erases": spell_day(find_erasure(names, closes_at, now)),
            "kept_long": names is not None and is_kept_long(names, date_in_vietnam(closes_at)),
        }
        return Reply(planned)

    def _create(self, values: Values) -> Reply:
        if self._draft is None or self._draft[0] != _read_form(values):
            raise PlanError("Thông tin vừa đổi; hãy bấm Xem lại lần nữa.")
        _, plan, draft = self._draft
        practice = self._find_practice(plan, draft)
        made = self._page.staff.create(plan.contest, draft, practice, who=read_who(values))
        self._draft = None
        return Reply(contest_json(made))

    def _read_paper(self) -> PaperDraft:
        _, manifest = self._page.get_upload("manifest")
        _, items = self._page.get_upload("items")
        found = read_manifest(manifest, items)
        draft = PaperDraft(found.paper, found.context, found.revision)
        check_draft(draft)
        return draft

    def _find_practice(self, plan: ContestPlan, draft: PaperDraft) -> Item | None:
        try:
            return find_practice(self._page.content, plan.practice, draft.paper)
        except LachanError as error:
            raise FormError({"practice": str(error)}) from error


def _read_form(values: Values) -> dict[str, object]:
    """Return what was typed of the contest itself."""
    return {key: value for key, value in values.items() if key != "who"}


def _check_paper(plan: ContestPlan, draft: PaperDraft) -> None:
    """Refuse a paper that no machine can mark, while it can still be changed."""
    try:
        render_contest_key(plan.contest.slug, draft.paper, "")
    except ContestPaperError as error:
        raise FormError({"blueprint": str(error)}) from error


def _check_minimum(plan: ContestPlan, draft: PaperDraft) -> None:
    try:
        check_minimum(plan.contest, draft.paper)
    except PlanError as error:
        raise FormError({"prize_minimum": str(error)}) from error


def _shorten(text: str) -> str:
    return text if len(text) <= LONGEST_STEM else f"{text[:LONGEST_STEM].rstrip()}…"
