"""The form of a new contest: what is taken, and what is told beside which field."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest

from lachan.apps.office.contest_form import make_slug, read_contest_form
from lachan.apps.office.form import FormError, FormReader
from lachan.domain.consent import NameUse
from lachan.domain.contests.contest import Counted, EntryMode, GroupBy, Prize, RankKey, Reveal

NOW = dt.datetime(2026, 11, 25, tzinfo=dt.UTC)
FORM: dict[str, Any] = {
    "title": "Tìm hiểu pháp luật – năm 2026",
    "slug": "",
    "rules": "Mỗi người một lượt.",
    "source": "blueprint",
    "blueprint": "mau",
    "forms": "4",
    "practice": "",
    "opens": "2026-12-05T08:00",
    "closes": "2026-12-05T17:00",
    "minutes": "20",
    "entry": "roster",
    "attempts": "0",
    "counted": "first",
    "group_by": "school",
    "prediction": False,
    "ranking": ["score", "prediction", "submitted"],
    "prizes": [{"title": "Giải Nhất", "count": "1"}, {"title": "Giải Nhì", "count": 2}],
    "prize_minimum": "7,5",
    "reveal": "nothing",
}


NAMES: dict[str, Any] = {
    "names": True,
    "purposes": "ghi tên lên giấy chứng nhận\n\n trao giải \n",
    "erase_on": "2026-12-31",
    "seen_by": "Ban Tổ chức",
    "withdraw": "cô Hạnh",
    "organiser": "",
}


def faults(**changes: Any) -> dict[str, str]:
    with pytest.raises(FormError) as told:
        read_contest_form({**FORM, **changes}, NOW)
    return told.value.fields


def test_a_form_is_a_plan() -> None:
    plan = read_contest_form(FORM, NOW)
    contest = plan.contest
    assert (plan.blueprint, plan.form_count, plan.seed, plan.practice) == ("mau", 4, "", "")
    assert contest.slug == "tim-hieu-phap-luat-nam-2026"
    assert contest.opens_at == dt.datetime(2026, 12, 5, 1, tzinfo=dt.UTC)
    assert contest.closes_at == dt.datetime(2026, 12, 5, 10, tzinfo=dt.UTC)
    assert (contest.minutes, contest.attempts, contest.counted) == (20, 0, Counted.FIRST)
    assert (contest.entry, contest.group_by) == (EntryMode.ROSTER, GroupBy.SCHOOL)
    # Nobody is asked for a prediction, so nothing is ranked by it.
    assert contest.ranking == (RankKey.SCORE, RankKey.SUBMITTED)
    assert contest.prizes == (Prize("Giải Nhất", 1), Prize("Giải Nhì", 2))
    assert contest.prize_minimum == Decimal("7.5")
    assert contest.reveal is Reveal.NOTHING


def test_no_least_score_is_none_at_all() -> None:
    plan = read_contest_form({**FORM, "prize_minimum": " "}, NOW)
    assert plan.contest.prize_minimum == 0


def test_names_are_asked_for_only_where_the_box_is_ticked() -> None:
    assert read_contest_form(FORM, NOW).contest.names is None
    unticked = {**FORM, **NAMES, "names": False, "erase_on": "hôm qua"}
    assert read_contest_form(unticked, NOW).contest.names is None
    assert read_contest_form({**FORM, **NAMES}, NOW).contest.names == NameUse(
        ("ghi tên lên giấy chứng nhận", "trao giải"),
        dt.date(2026, 12, 31),
        "Ban Tổ chức",
        "cô Hạnh",
    )


@pytest.mark.parametrize(
    ("changes", "field", "words"),
    [
        ({"purposes": " \n "}, "purposes", "Chưa nêu vì sao cần tên"),
        ({"purposes": "a\nb\nc\nd"}, "purposes", "nhiều nhất 3"),
        ({"erase_on": ""}, "erase_on", "Hãy chọn ngày xóa tên"),
        ({"erase_on": "2026-12-05"}, "erase_on", "phải sau ngày thi xong (05/12/2026)"),
        ({"erase_on": "2026-11-20"}, "erase_on", "phải sau ngày thi xong"),
        ({"erase_on": "2028-01-01"}, "erase_on", "quá xa"),
        ({"erase_on": "31/12"}, "erase_on", "Cần một ngày"),
        ({"seen_by": ""}, "seen_by", "ai xem được"),
        ({"withdraw": None}, "withdraw", "báo ai"),
        ({"organiser": "a" * 161}, "organiser", "160"),
    ],
)
def test_what_is_not_said_of_names_is_told(changes: dict[str, Any], field: str, words: str) -> None:
    found = faults(**{**NAMES, **changes})
    assert list(found) == [field]
    assert words in found[field]


def test_every_fault_is_told_at_once() -> None:
    found = faults(title=" ", rules="", opens="", minutes="0", entry="ai cũng được", blueprint="")
    assert set(found) == {"title", "rules", "opens", "minutes", "entry", "blueprint", "group_by"}


@pytest.mark.parametrize(
    ("changes", "field", "words"),
    [
        ({"closes": "2026-12-05T08:00"}, "closes", "sau giờ mở"),
        ({"opens": "2026-11-01T08:00", "closes": "2026-11-02T08:00"}, "closes", "đã qua"),
        ({"minutes": "3,5"}, "minutes", "từ 1 đến 300"),
        ({"prize_minimum": "-1"}, "prize_minimum", "từ 0 đến 1000"),
        ({"prize_minimum": "7,555"}, "prize_minimum", "từ 0 đến 1000"),
        ({"prize_minimum": "1001"}, "prize_minimum", "từ 0 đến 1000"),
        ({"prize_minimum": "NaN"}, "prize_minimum", "từ 0 đến 1000"),
        ({"minutes": "９"}, "minutes", "từ 1 đến 300"),
        ({"slug": "Tìm hiểu"}, "slug", "tim-hieu"),
        ({"title": "???"}, "slug", "thi-2026"),
        ({"title": "2026"}, "slug", "thi-2026"),
        ({"slug": "7"}, "slug", "thi-2026"),
        ({"title": "a" * 201}, "title", "201"),
        ({"entry": "open"}, "group_by", "Thí sinh trong danh sách"),
        ({"ranking": []}, "ranking", "ít nhất một"),
        ({"ranking": ["time", "time"]}, "ranking", "một lần"),
        ({"ranking": ["may-man"]}, "ranking", "ít nhất một"),
        ({"prizes": [{"title": "", "count": 1}]}, "prizes", "cần tên"),
        ({"prizes": [{"title": "Giải Nhất", "count": 0}]}, "prizes", "từ 1"),
        ({"prizes": [{"title": "A", "count": 1}] * 2}, "prizes", "trùng tên"),
        ({"rules": "<script>x</script>"}, "rules", "Dòng 1"),
    ],
)
def test_a_fault_stands_beside_its_field(changes: dict[str, Any], field: str, words: str) -> None:
    found = faults(**changes)
    assert list(found) == [field]
    assert words in found[field]


def test_a_made_paper_needs_no_blueprint() -> None:
    plan = read_contest_form({**FORM, "source": "files", "blueprint": ""}, NOW)
    assert plan.blueprint == ""


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Đường dây nóng 111", "duong-day-nong-111"),
        ("  --  ", ""),
        ("từ " * 40, "-".join(["tu"] * 20)),
        ("Cuộc thi «Lá Chắn» №1", "cuoc-thi-la-chan-1"),
    ],
)
def test_a_name_for_addresses_has_plain_letters(title: str, slug: str) -> None:
    assert make_slug(title) == slug


@pytest.mark.parametrize("value", [None, 3, ["x"], {"a": 1}, Decimal(2)])
def test_what_is_no_text_counts_as_empty(value: object) -> None:
    form = FormReader({"x": value})
    assert form.words("x", "thiếu") == ""
    with pytest.raises(FormError, match="thiếu"):
        form.check()
