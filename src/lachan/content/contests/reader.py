"""Read the file in which an organiser plans a contest (docs/thi-truc-tuyen.md section 1)."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from pathlib import Path
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, model_validator

from lachan.content.diagnostics import Diagnostics
from lachan.content.rich_fields import read_rich
from lachan.content.yaml.file import read_validated
from lachan.content.yaml.validation import Flag, Schema, Slug, Words, wrong_field
from lachan.domain.consent import NameUse, find_faults
from lachan.domain.contests.contest import (
    DEFAULT_GRACE_S,
    DEFAULT_RANKING,
    HIGHEST_SCORE,
    Contest,
    ContestPlan,
    Counted,
    EntryMode,
    GroupBy,
    Prize,
    RankKey,
    Reveal,
)
from lachan.domain.source import Source
from lachan.errors import ContentError, Severity
from lachan.text import VIETNAM

_FORMS = ("%Y-%m-%d %H:%M", "%Y-%m-%dT%H:%M")


def _read_moment(value: Any) -> dt.datetime:
    for form in _FORMS:
        try:
            return dt.datetime.strptime(str(value), form).replace(tzinfo=VIETNAM)
        except ValueError:
            continue
    raise ValueError(f'cần ngày và giờ Việt Nam dạng 2026-12-05 08:00; thấy "{value}"')


Moment = Annotated[dt.datetime, BeforeValidator(_read_moment)]


class PrizeSchema(Schema):
    title: Words
    count: int = Field(gt=0, le=10_000)


class NamesSchema(Schema):
    """Why names are asked for; left out, none are."""

    why: tuple[Words, ...] = Field(min_length=1)
    erase_on: dt.date
    seen_by: Words
    withdraw: Words
    organiser: str = ""

    @property
    def use(self) -> NameUse:
        return NameUse(self.why, self.erase_on, self.seen_by, self.withdraw, self.organiser)


# The fields of `NameUse` that have another name in the file.
_NAME_FIELDS = {"purposes": "why"}


class ContestSchema(Schema):
    title: Words
    rules: Words
    opens_at: Moment
    closes_at: Moment
    minutes: int = Field(gt=0, le=300)
    attempts: int = Field(default=1, ge=0, le=100)
    counted: Counted = Counted.BEST
    entry: EntryMode = EntryMode.OPEN
    group_by: GroupBy = GroupBy.NONE
    prediction: Flag = False
    ranking: tuple[RankKey, ...] = Field(default=(), max_length=len(RankKey))
    reveal: Reveal = Reveal.SCORE
    prizes: tuple[PrizeSchema, ...] = ()
    prize_minimum: Decimal = Field(default=Decimal(0), ge=0, le=HIGHEST_SCORE, decimal_places=2)
    grace_s: int = Field(default=DEFAULT_GRACE_S, ge=0, le=60)
    names: NamesSchema | None = None
    blueprint: Words
    forms: int | None = Field(default=None, gt=0, le=100)
    seed: str = ""
    practice: Slug | None = None

    @model_validator(mode="after")
    def is_sound(self) -> ContestSchema:
        if self.opens_at >= self.closes_at:
            raise ValueError("closes_at phải muộn hơn opens_at")
        if len(set(self.ranking)) < len(self.ranking):
            raise wrong_field("ranking", "mỗi tiêu chí chỉ viết một lần")
        if RankKey.PREDICTION in self.ranking and not self.prediction:
            raise ValueError("ranking có prediction thì phải hỏi câu dự đoán: prediction: yes")
        if self.group_by is not GroupBy.NONE and self.entry is not EntryMode.ROSTER:
            raise ValueError("group_by cần danh sách thí sinh có lớp, trường: entry: roster")
        titles = [prize.title for prize in self.prizes]
        if len(set(titles)) < len(titles):
            raise wrong_field("prizes", "hai giải trùng tên; gộp lại thành một")
        self._check_names()
        return self

    def _check_names(self) -> None:
        if self.names is None:
            return
        faults = find_faults(self.names.use, self.closes_at.date())
        if faults:
            field, message = next(iter(faults.items()))
            raise wrong_field(("names", _NAME_FIELDS.get(field, field)), message)


def load_contest_plan(path: Path) -> ContestPlan:
    """Return the plan in a file anywhere; its name is the contest's slug.

    Raises
    ------
    ContentError
        With every fault.
    """
    diagnostics = Diagnostics()
    raw = read_validated(ContestSchema, path, path.parent, diagnostics)
    plan = None if raw is None else _to_plan(raw, path, diagnostics)
    errors = [p for p in diagnostics.problems if p.severity is Severity.ERROR]
    if plan is None or errors:
        raise ContentError(errors)
    return plan


def _to_plan(raw: ContestSchema, path: Path, diagnostics: Diagnostics) -> ContestPlan:
    rules = read_rich(raw.rules, Source(path.name, ("rules",)), diagnostics)
    contest = Contest(
        slug=path.stem,
        title=raw.title,
        rules=rules,
        opens_at=raw.opens_at,
        closes_at=raw.closes_at,
        minutes=raw.minutes,
        attempts=raw.attempts,
        counted=raw.counted,
        entry=raw.entry,
        group_by=raw.group_by,
        prediction=raw.prediction,
        ranking=raw.ranking or DEFAULT_RANKING,
        reveal=raw.reveal,
        prizes=tuple(Prize(prize.title, prize.count) for prize in raw.prizes),
        prize_minimum=raw.prize_minimum,
        grace_s=raw.grace_s,
        names=raw.names.use if raw.names else None,
    )
    return ContestPlan(contest, raw.blueprint, raw.forms, raw.seed, raw.practice or "")
