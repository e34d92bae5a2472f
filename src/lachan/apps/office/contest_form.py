"""From the form on which an organiser declares a contest to a plan."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from lachan.apps.office.form import FormReader
from lachan.domain.consent import NameUse, find_faults
from lachan.domain.contests.contest import (
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
from lachan.domain.rich.text import RichText
from lachan.limits.office import LONGEST_RULES, LONGEST_TITLE, MOST_FORMS, MOST_PRIZES
from lachan.markup import parse_rich_text
from lachan.text import capitalize, date_in_vietnam, fold, strip_accents

LONGEST_SLUG = 60


def read_contest_form(values: Mapping[str, Any], now: dt.datetime) -> ContestPlan:
    """Return the plan that was typed.

    Raises
    ------
    FormError
        With every fault, by field.
    """
    form = FormReader(values)
    contest = _read_contest(form, now)
    blueprint = form.words("blueprint")
    if not blueprint and values.get("source") != "files":
        form.blame("blueprint", "Hãy chọn ma trận đề.")
    plan = ContestPlan(
        contest=contest,
        blueprint=blueprint,
        form_count=form.whole("forms", 1, MOST_FORMS.value),
        seed="",
        practice=form.words("practice"),
    )
    form.check()
    return plan


def make_slug(title: str) -> str:
    """Return a name for addresses, as "tim-hieu-phap-luat-2026"."""
    words = strip_accents(fold(title)).encode("ascii", "ignore").decode().split()
    slug = ""
    for word in words:
        longer = f"{slug}-{word}" if slug else word
        if len(longer) > LONGEST_SLUG:
            return slug or word[:LONGEST_SLUG]
        slug = longer
    return slug


def _read_contest(form: FormReader, now: dt.datetime) -> Contest:
    title = form.words("title", "Hãy ghi tên cuộc thi.", LONGEST_TITLE.value)
    opens_at = form.moment("opens", "Hãy chọn ngày và giờ mở.")
    closes_at = form.moment("closes", "Hãy chọn ngày và giờ đóng.")
    if form.is_sound("opens", "closes"):
        if closes_at <= opens_at:
            form.blame("closes", "Giờ đóng phải sau giờ mở.")
        elif closes_at <= now:
            form.blame("closes", "Giờ đóng này đã qua; hãy chọn giờ sau bây giờ.")
    entry = form.choice("entry", EntryMode)
    group_by = form.choice("group_by", GroupBy)
    if group_by is not GroupBy.NONE and entry is not EntryMode.ROSTER:
        form.blame(
            "group_by",
            "Giải tập thể cần danh sách có lớp, trường: hãy chọn “Thí sinh trong danh sách”.",
        )
    prediction = form.flag("prediction")
    names = _read_names(form, date_in_vietnam(closes_at), date_in_vietnam(now))
    return Contest(
        slug=_read_slug(form, title),
        title=title,
        rules=_read_rules(form),
        opens_at=opens_at,
        closes_at=closes_at,
        minutes=form.whole("minutes", 1, 300),
        attempts=form.whole("attempts", 0, 100),
        counted=form.choice("counted", Counted),
        entry=entry,
        group_by=group_by,
        prediction=prediction,
        ranking=_read_ranking(form, prediction),
        reveal=form.choice("reveal", Reveal),
        prizes=_read_prizes(form),
        prize_minimum=form.points("prize_minimum", HIGHEST_SCORE),
        names=names,
    )


def _read_names(form: FormReader, last_day: dt.date, today: dt.date) -> NameUse | None:
    """Return what names are asked for; None where none are."""
    if not form.flag("names"):
        return None
    purposes = form.words("purposes", longest=LONGEST_RULES.value).splitlines()
    erase_on = form.day("erase_on")
    if erase_on is None:
        form.blame("erase_on", "Hãy chọn ngày xóa tên.")
        # Only serves to look at the other fields.
        erase_on = max(last_day, today) + dt.timedelta(days=1)
    names = NameUse(
        purposes=tuple(filter(None, map(str.strip, purposes))),
        erase_on=erase_on,
        seen_by=form.words("seen_by"),
        withdraw=form.words("withdraw"),
        organiser=form.words("organiser"),
    )
    for field, fault in find_faults(names, last_day, today).items():
        form.blame(field, f"{capitalize(fault)}.")
    return names


def _read_slug(form: FormReader, title: str) -> str:
    typed = form.words("slug")
    slug = make_slug(typed or title)
    if typed and typed != slug:
        form.blame(
            "slug",
            f"Chỉ dùng chữ thường không dấu, chữ số và gạch nối, ví dụ {slug or 'thi-2026'}.",
        )
    elif title and (not slug or slug.isdigit()):
        form.blame("slug", "Hãy đặt một tên ngắn không dấu cho địa chỉ, ví dụ thi-2026.")
    return slug


def _read_rules(form: FormReader) -> RichText:
    text = form.words("rules", "Hãy ghi thể lệ cho thí sinh đọc.", LONGEST_RULES.value)
    rules, faults = parse_rich_text(text)
    if faults:
        first = faults[0]
        form.blame("rules", f"Dòng {first.line + 1}: {first.message}. {first.hint}".strip())
    return rules


def _read_ranking(form: FormReader, prediction: bool) -> tuple[RankKey, ...]:
    names = [str(each) for each in form.rows("ranking")]
    known = {key.value for key in RankKey}
    if not names or len(set(names)) < len(names) or not set(names) <= known:
        form.blame("ranking", "Hãy giữ ít nhất một tiêu chí, mỗi tiêu chí một lần.")
        return ()
    keys = tuple(map(RankKey, names))
    return tuple(key for key in keys if prediction or key is not RankKey.PREDICTION)


def _read_prizes(form: FormReader) -> tuple[Prize, ...]:
    prizes = []
    for row in form.rows("prizes")[: MOST_PRIZES.value]:
        one = FormReader(row if isinstance(row, dict) else {})
        prize = Prize(one.words("title", "?", 100), one.whole("count", 1, 10_000))
        if not one.is_sound("title", "count"):
            form.blame("prizes", "Mỗi giải cần tên và số lượng từ 1 trở lên.")
        prizes.append(prize)
    if len({prize.title for prize in prizes}) < len(prizes):
        form.blame("prizes", "Có hai giải trùng tên; hãy gộp lại.")
    return tuple(prizes)
