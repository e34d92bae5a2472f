"""A contest's plan from its file: what is left out, Vietnamese times, and every fault at once."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from pathlib import Path

import pytest

from lachan.content.contests.reader import load_contest_plan
from lachan.domain.consent import NameUse
from lachan.domain.contests.contest import (
    DEFAULT_RANKING,
    Contest,
    ContestPlan,
    Counted,
    EntryMode,
    GroupBy,
    Prize,
    RankKey,
    Reveal,
)
from lachan.errors import ContentError
from lachan.markup import render_plain

SHORT = """
title: Tìm hiểu pháp luật
rules: Mỗi người **một lượt**.
opens_at: 2026-12-05 08:00
closes_at: 2026-12-05 11:30
minutes: 15
blueprint: khoi-dong-thcs
"""
LONG = """
attempts: 3
counted: last
entry: roster
group_by: class
prediction: yes
ranking: [correct, time, prediction]
reveal: reasons
prizes:
  - {title: Giải Nhất, count: 1}
prize_minimum: 7.5
grace_s: 10
forms: 24
seed: "30-7"
practice: viec-nhe-01
"""
NAMES = """
names:
  why:
    - ghi tên lên giấy chứng nhận
    - trao giải
  erase_on: 2026-12-31
  seen_by: Ban Tổ chức
  withdraw: cô Hạnh, phòng Đoàn Đội
"""


def _load(tmp_path: Path, text: str) -> ContestPlan:
    path = tmp_path / "tim-hieu.yaml"
    path.write_text(text, encoding="utf-8")
    return load_contest_plan(path)


def test_what_is_left_out_has_the_usual_value(tmp_path: Path) -> None:
    plan = _load(tmp_path, SHORT)

    assert plan.contest == Contest(
        slug="tim-hieu",
        title="Tìm hiểu pháp luật",
        rules=plan.contest.rules,
        opens_at=dt.datetime(2026, 12, 5, 1, 0, tzinfo=dt.UTC),
        closes_at=dt.datetime(2026, 12, 5, 4, 30, tzinfo=dt.UTC),
        minutes=15,
    )
    assert render_plain(plan.contest.rules) == "Mỗi người một lượt."
    assert plan.contest.ranking == DEFAULT_RANKING
    assert RankKey.PREDICTION not in plan.contest.keys
    assert (plan.blueprint, plan.form_count, plan.seed, plan.practice) == (
        "khoi-dong-thcs",
        None,
        "",
        "",
    )


def test_no_names_are_asked_for_unless_it_is_said_what_for(tmp_path: Path) -> None:
    assert _load(tmp_path, SHORT).contest.names is None
    assert _load(tmp_path, SHORT + NAMES).contest.names == NameUse(
        ("ghi tên lên giấy chứng nhận", "trao giải"),
        dt.date(2026, 12, 31),
        "Ban Tổ chức",
        "cô Hạnh, phòng Đoàn Đội",
    )


NAME_FAULTS = {
    "  erase_on: 2026-12-31\n": ("", 'names.erase_on: thiếu trường "erase_on"'),
    "2026-12-31": ("2026-12-05", "names.erase_on: ngày xóa tên 05/12/2026 phải sau ngày thi xong"),
    "erase_on: 2026-12-31": ("erase_on: 2028-01-01", "tim-hieu.yaml:13:13: "),
    "erase_on: 2026-12-31\n": ("erase_on: cuối năm\n", "names.erase_on: "),
    "    - ghi tên lên giấy chứng nhận\n    - trao giải\n": ("", 'names.why: thiếu trường "why"'),
    "    - trao giải\n": ("    - ghi tên lên giấy chứng nhận\n", "names.why: có hai mục đích"),
    "seen_by: Ban": ("seen_bi: Ban", 'có phải là "seen_by"?'),
}


@pytest.mark.parametrize("good", NAME_FAULTS)
def test_what_is_not_said_of_names_is_told(tmp_path: Path, good: str) -> None:
    bad, told = NAME_FAULTS[good]
    assert good in NAMES

    with pytest.raises(ContentError) as raised:
        _load(tmp_path, SHORT + NAMES.replace(good, bad))
    assert told in str(raised.value)


def test_everything_can_be_said(tmp_path: Path) -> None:
    plan = _load(tmp_path, SHORT + LONG)
    contest = plan.contest

    assert (contest.attempts, contest.counted, contest.entry) == (3, Counted.LAST, EntryMode.ROSTER)
    assert (contest.group_by, contest.reveal, contest.grace_s) == (
        GroupBy.CLASS,
        Reveal.REASONS,
        10,
    )
    assert contest.keys == (RankKey.CORRECT, RankKey.TIME, RankKey.PREDICTION)
    assert contest.prizes == (Prize("Giải Nhất", 1),)
    assert contest.prize_minimum == Decimal("7.5")
    assert (plan.form_count, plan.seed, plan.practice) == (24, "30-7", "viec-nhe-01")


FAULTS = {
    "minutes: 15": ("minutes: mười lăm", "tim-hieu.yaml:6:10: SC003 minutes: cần một số nguyên"),
    "opens_at: 2026-12-05 08:00": (
        "opens_at: 8 giờ sáng",
        'cần ngày và giờ Việt Nam dạng 2026-12-05 08:00; thấy "8 giờ sáng"',
    ),
    "closes_at: 2026-12-05 11:30": (
        "closes_at: 2026-12-05 08:00",
        "closes_at phải muộn hơn opens_at",
    ),
    "blueprint: khoi-dong-thcs": (
        "blueprnt: khoi-dong-thcs",
        'blueprnt: không có trường này; có phải là "blueprint"?',
    ),
    "rules: Mỗi người **một lượt**.": ("rules: <b>một lượt</b>", "rules: "),
    "title: Tìm hiểu pháp luật": ("title: Thi\nranking: [correct, correct]", "chỉ viết một lần"),
    "minutes: 15\n": ("minutes: 15\nranking: [prediction]\n", "phải hỏi câu dự đoán"),
    "minutes: 15\nblueprint": ("minutes: 15\ngroup_by: class\nblueprint", "entry: roster"),
    "\nminutes: 15": (
        "\nprizes: [{title: Nhất, count: 1}, {title: Nhất, count: 2}]\nminutes: 15",
        "hai giải trùng tên",
    ),
}


@pytest.mark.parametrize("good", FAULTS)
def test_a_fault_is_located_and_told(tmp_path: Path, good: str) -> None:
    bad, told = FAULTS[good]
    assert good in SHORT

    with pytest.raises(ContentError) as raised:
        _load(tmp_path, SHORT.replace(good, bad))
    assert told in str(raised.value)


def test_all_faults_are_told_at_once(tmp_path: Path) -> None:
    text = SHORT.replace("minutes: 15", "minutes: 0").replace("11:30", "trưa")
    with pytest.raises(ContentError) as raised:
        _load(tmp_path, text)

    assert len(raised.value.problems) == 2
