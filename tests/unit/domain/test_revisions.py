"""An item's revision: pinned, about what is met and scored only, and free of our class names."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from lachan.domain.bodies import (
    Body,
    Choice,
    Criterion,
    Essay,
    Matching,
    MultipleChoice,
    Ordering,
    Pair,
    Scenario,
    Scene,
    SceneChoice,
    ShortAnswer,
    ShortText,
    SingleChoice,
    Statement,
    TrueFalseGroup,
)
from lachan.domain.items import Item, Media, Review
from lachan.domain.kinds import Band, Ending, Level
from lachan.domain.revisions import find_revision_fault
from lachan.domain.rich import text as rt


def words(value: str) -> rt.RichText:
    return (rt.Paragraph((rt.Text(value),)),)


def make_item(body: Body, stem: rt.RichText, **more: Any) -> Item:
    return Item(
        "cau-001", Band.LOWER_SECONDARY, "cau", Level.KNOW, stem, body, ("luat/d2",), **more
    )


# repr() writes U+1FAE8 as itself in Python 3.13 and escaped in 3.11.
RICH_STEM: rt.RichText = (
    rt.Paragraph(
        (rt.Text("Ai gọi "), rt.Strong((rt.Text("111"),)), rt.LineBreak(), rt.Text("\U0001fae8"))
    ),
    rt.BulletList((rt.ListItem(words("một")), rt.ListItem(words("hai")))),
    rt.Table(((rt.Text("a"),),), (((rt.Link("https://vi.du", (rt.Text("b"),)),),),)),
)
CHOICES = (
    Choice("a", words("Nhận lời"), words("Sai.")),
    Choice("b", words("Hỏi lại"), pinned=True),
)
STATEMENTS = tuple(Statement(each, words(f"mệnh đề {each}"), each in "ac") for each in "abcd")
SCENES = (
    Scene(
        "mo",
        words("Có người rủ"),
        (SceneChoice("a", words("Hỏi mẹ"), words("Đúng."), "het", True),),
    ),
    Scene("het", words("An toàn"), ending=Ending.SAFE),
)
BODIES: dict[str, Body] = {
    "single": SingleChoice(CHOICES, "b"),
    "multiple": MultipleChoice(CHOICES, frozenset("ab")),
    "group": TrueFalseGroup(STATEMENTS),
    "number": ShortAnswer("111", ("1 1 1",), "số", words("Tổng đài")),
    "word": ShortText("bóc lột", ("sự bóc lột",), words("Điều 2")),
    "pairs": Matching((Pair("a", words("111"), words("trẻ em")),), (Choice("x", words("khác")),)),
    "order": Ordering(CHOICES),
    "case": Scenario(SCENES),
    "essay": Essay((Criterion("a", words("Nêu"), Decimal("0.5")),), words("Gợi ý"), (50, 80)),
}


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        (
            make_item(
                BODIES["single"], RICH_STEM, media=Media("media/a.svg", "Sơ đồ", digest="ab" * 32)
            ),
            "r1-4d7bcc0eafbb",
        ),
        (make_item(BODIES["group"], words("Đúng hay sai?")), "r1-199bc3199dad"),
        (make_item(BODIES["case"], words("Em làm gì?")), "r1-09d09a8b3d9e"),
    ],
    ids=["single", "group", "case"],
)
def test_revisions_never_change(item: Item, expected: str) -> None:
    assert expected == item.revision


def test_anyone_can_compute_it_from_the_words_of_the_format() -> None:
    met = {
        "format": "r1",
        "type": "short_answer",
        "stem": [
            {"type": "paragraph", "children": [{"type": "text", "value": "Số nào? \U0001fae8"}]}
        ],
        "media": "",
        "key": "111",
        "accepted": ["1 1 1"],
        "unit": "số",
    }
    text = json.dumps(met, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    expected = "r1-" + hashlib.sha256(text.encode()).hexdigest()[:12]

    assert expected == make_item(BODIES["number"], words("Số nào? \U0001fae8")).revision


_PRINT = """
import sys
from pathlib import Path
from lachan.content import load_content
import lachan.domain.bodies, lachan.domain.kinds, lachan.domain.rich.text

if sys.argv[2:] == ["renamed"]:
    for module in (lachan.domain.bodies, lachan.domain.kinds, lachan.domain.rich.text):
        for each in vars(module).values():
            if isinstance(each, type) and each.__module__ == module.__name__:
                each.__name__ = each.__qualname__ = "Renamed" + each.__name__
for item in load_content(Path(sys.argv[1])).items:
    print(item.id, item.revision)
"""


def test_renaming_our_classes_changes_no_revision(sample: Any) -> None:
    def run(*arguments: str) -> str:
        command = [sys.executable, "-c", _PRINT, str(sample), *arguments]
        return subprocess.run(command, capture_output=True, check=True).stdout.decode()

    plain = run()

    assert plain == run("renamed")
    assert "r1-" in plain


CHANGES: list[tuple[str, Body]] = [
    ("single", SingleChoice(CHOICES, "a")),
    ("single", SingleChoice(CHOICES[::-1], "b")),
    ("single", SingleChoice((replace(CHOICES[0], text=words("Từ chối")), CHOICES[1]), "b")),
    ("multiple", MultipleChoice(CHOICES, frozenset("a"))),
    ("group", TrueFalseGroup((replace(STATEMENTS[0], key=False), *STATEMENTS[1:]))),
    ("group", TrueFalseGroup((replace(STATEMENTS[0], text=words("khác")), *STATEMENTS[1:]))),
    ("number", ShortAnswer("113", ("1 1 1",), "số")),
    ("number", ShortAnswer("111", (), "số")),
    ("number", ShortAnswer("111", ("1 1 1",), "")),
    ("word", ShortText("bóc lột", ())),
    ("word", ShortText("lao động", ("sự bóc lột",))),
    ("pairs", Matching(())),
    ("pairs", Matching((Pair("a", words("111"), words("trẻ em")),))),
    (
        "pairs",
        Matching((Pair("a", words("111"), words("công an")),), (Choice("x", words("khác")),)),
    ),
    ("pairs", Matching((Pair("a", words("113"), words("trẻ em")),), (Choice("x", words("khác")),))),
    ("order", Ordering(CHOICES[::-1])),
    ("case", Scenario((replace(SCENES[0], text=words("Có tin nhắn")), SCENES[1]))),
    (
        "case",
        Scenario(
            (replace(SCENES[0], choices=(replace(SCENES[0].choices[0], best=False),)), SCENES[1])
        ),
    ),
    (
        "case",
        Scenario(
            (replace(SCENES[0], choices=(replace(SCENES[0].choices[0], next="mo"),)), SCENES[1])
        ),
    ),
    ("essay", Essay((Criterion("a", words("Nêu"), Decimal("0.75")),), (), (50, 80))),
    ("essay", Essay((Criterion("a", words("Nêu"), Decimal("0.5")),), ())),
]


@pytest.mark.parametrize(
    ("name", "changed"), CHANGES, ids=lambda value: value if isinstance(value, str) else ""
)
def test_what_is_met_or_scored_changes_it(name: str, changed: Body) -> None:
    stem = words("Câu dẫn")

    assert make_item(BODIES[name], stem).revision != make_item(changed, stem).revision


REASON = words("Vì thế.")
IMPROVED: list[tuple[str, Body]] = [
    ("single", SingleChoice(tuple(replace(each, reason=REASON) for each in CHOICES), "b")),
    (
        "group",
        TrueFalseGroup(
            tuple(
                replace(s, reason=REASON, citations=("luat/d3",), level=Level.APPLY)
                for s in STATEMENTS
            )
        ),
    ),
    ("number", ShortAnswer("111", ("1 1 1",), "số", REASON)),
    ("word", ShortText("bóc lột", ("sự bóc lột",), REASON)),
    (
        "pairs",
        Matching(
            (Pair("a", words("111"), words("trẻ em"), REASON),),
            (Choice("x", words("khác"), REASON),),
        ),
    ),
    ("order", Ordering(tuple(replace(each, reason=REASON) for each in CHOICES))),
    (
        "case",
        Scenario(
            (replace(SCENES[0], choices=(replace(SCENES[0].choices[0], reason=REASON),)), SCENES[1])
        ),
    ),
    ("essay", Essay((Criterion("a", words("Nêu"), Decimal("0.5")),), REASON, (50, 80))),
]


@pytest.mark.parametrize(("name", "improved"), IMPROVED, ids=[name for name, _ in IMPROVED])
def test_reasons_leave_it_alone(name: str, improved: Body) -> None:
    stem = words("Câu dẫn")

    assert make_item(BODIES[name], stem).revision == make_item(improved, stem).revision


def test_stem_and_picture_are_met_and_tags_are_not() -> None:
    item = make_item(BODIES["word"], words("Câu dẫn"), media=Media("a.svg", "Sơ đồ", digest="ab"))
    other_tags = replace(
        item,
        id="cau-002",
        citations=(),
        level=Level.APPLY,
        media=Media("b.svg", "Hình", "tự vẽ", "ab"),
        reviews=(Review("author", date(2026, 11, 24)),),
    )

    assert item.revision == other_tags.revision
    assert item.revision != replace(item, stem=words("Câu dẫn?")).revision
    assert item.revision != replace(item, media=Media("a.svg", "Sơ đồ", digest="cd")).revision


@pytest.mark.parametrize(
    "foreign",
    ["", "0123456789ab", "r2-0123456789ab", "r1-0123456789AB", "r1-0123456789ab\n", None, 1],
)
def test_another_format_is_told_in_words(foreign: object) -> None:
    fault = find_revision_fault(foreign)

    assert fault.startswith(f'phiên bản câu hỏi "{foreign}" không theo dạng r1 ')


def test_our_own_format_is_no_fault() -> None:
    assert "" == find_revision_fault(make_item(BODIES["word"], words("Câu dẫn")).revision)
