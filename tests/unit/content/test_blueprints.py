"""Blueprints read from YAML, and written as YAML that reads back the same."""

from __future__ import annotations

import datetime as dt
import json
import os
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lachan.content.diagnostics import Diagnostics
from lachan.content.items.difficulty import read_difficulty
from lachan.content.papers.blueprint_reader import load_blueprint
from lachan.content.papers.blueprint_writer import render_blueprint
from lachan.domain.kinds import Band, CellUnit, FormMode, ItemType, Level, Use
from lachan.domain.papers.paper import Blueprint, Cell, Header, Part, Rules
from lachan.errors import ContentError

TEXT = """\
title: Đề mẫu
header: {organiser: TRƯỜNG, exam: KÌ THI, subject: Pháp luật}
band: thcs
minutes: 15
parts:
  - type: true_false_group
    points: 1
    cells:
      - {topic: mau, level: biet, count: 4}
"""


def load(tmp_path: Path, text: str) -> Blueprint:
    path = tmp_path / "mau.yaml"
    path.write_text(text, encoding="utf-8")
    return load_blueprint(path)


def test_defaults_are_one_set_shuffled_with_balanced_keys(tmp_path: Path) -> None:
    blueprint = load(tmp_path, TEXT)

    assert (Rules(), None, 3) == (blueprint.rules, blueprint.form_count, blueprint.code_digits)
    assert (CellUnit.ITEMS, None, ()) == (
        blueprint.parts[0].unit,
        blueprint.parts[0].use,
        blueprint.parts[0].steps,
    )


def test_statements_steps_use_and_rules_are_read(tmp_path: Path) -> None:
    text = TEXT.replace(
        "    cells:",
        "    unit: statements\n    count: 1\n    use: contest\n"
        "    steps: [0.25, 0.5, 0.75, 1]\n    cells:",
    )
    text += "forms: 8\ncode_digits: 4\nrules:\n  mode: different\n  base_forms: 4\n"
    text += "  max_shared: 2\n  time_tolerance_s: 30\n  difficulty_tolerance: 0.25\n"
    blueprint = load(tmp_path, text)

    (part,) = blueprint.parts
    assert (1, CellUnit.STATEMENTS, Use.CONTEST) == (part.count, part.unit, part.use)
    assert Decimal("0.75") == part.points_for_statements(3)
    assert (8, 4) == (blueprint.form_count, blueprint.code_digits)
    assert blueprint.rules == Rules(
        FormMode.DIFFERENT,
        base_forms=4,
        max_shared=2,
        time_tolerance_s=30,
        difficulty_tolerance=Decimal("0.25"),
    )
    assert [4, 3, 1] == [blueprint.rules.count_bases(count) for count in (8, 3, 1)]


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("    cells:", "    count: 5\n    cells:", "cộng lại là 4 câu, nhưng count là 5"),
        ("    cells:", "    unit: statements\n    steps: [1]\n    cells:", "bốn số không giảm"),
        ("    cells:", "    steps: [0.5, 0.1, 0.7, 1]\n    cells:", "bốn số không giảm"),
        (
            "    cells:",
            "    steps: [0.1, 0.2, 0.3, 0.9]\n    cells:",
            "số cuối bằng điểm mỗi câu là 1",
        ),
        ("count: 4}", "count: 5}", "chia hết cho 4"),
        ("count: 4}", "count: 4}\n      - {topic: mau, level: biet, count: 4}", "ô viết hai lần"),
        ("count: 4}", "count: 404}", "không quá 400"),
        ("minutes: 15", "minutes: 15\nrules: {max_shared: 2}", "chỉ dùng với mode: different"),
        (
            "minutes: 15",
            "minutes: 15\nrules: {mode: different, max_shared: 0, include: [a]}",
            "nhiều hơn max_shared",
        ),
        ("minutes: 15", "minutes: 15\nrules: {include: [a], exclude: [a]}", "vừa phải có vừa"),
        ("minutes: 15", 'minutes: 15\ncodes: ["101", "0102"]', "cùng 3 hoặc cùng 4"),
        ("minutes: 15", 'minutes: 15\ncodes: ["101"]\nforms: 2', "codes có 1 mã đề"),
        ("minutes: 15", 'minutes: 15\ncodes: ["101", "101"]', "hai lần: 101, 101"),
        ("minutes: 15", "minutes: 15\ntotal_points: 7", "tổng điểm các phần là 4, không phải 7"),
        ("minutes: 15", "minutes: 15\nrules: {modee: same}", 'có phải là "mode"?'),
    ],
)
def test_what_does_not_add_up_is_told(tmp_path: Path, old: str, new: str, words: str) -> None:
    text = (
        TEXT
        if "chia hết" not in words
        else TEXT.replace("    cells:", "    unit: statements\n    cells:")
    )

    with pytest.raises(ContentError) as caught:
        load(tmp_path, text.replace(old, new))

    assert words in str(caught.value)


def test_statement_cells_are_for_true_false_groups_only(tmp_path: Path) -> None:
    text = TEXT.replace("true_false_group\n", "essay\n    unit: statements\n")

    with pytest.raises(ContentError, match="chỉ dùng với type: true_false_group"):
        load(tmp_path, text)


def test_previous_papers_are_read_from_their_manifest(tmp_path: Path) -> None:
    forms = [{"parts": [[{"item": "b"}, {"item": "a"}]]}, {"parts": [[{"item": "c"}]]}]
    (tmp_path / "cu").mkdir()
    (tmp_path / "cu/manifest.json").write_text(json.dumps({"forms": forms}), encoding="utf-8")

    blueprint = load(tmp_path, TEXT + "rules: {previous: [cu/manifest.json, x]}\n")

    assert ("a", "b", "c", "x") == blueprint.rules.previous


DEEP = '{"forms": ' + "[" * 200_000


@pytest.mark.parametrize(
    "text", [None, "[]", '{"forms": 3}', "{", '{"forms": [{"parts": [1]}]}', DEEP]
)
def test_a_previous_paper_that_is_none_is_told(tmp_path: Path, text: str | None) -> None:
    if text is not None:
        (tmp_path / "manifest.json").write_text(text, encoding="utf-8")

    with pytest.raises(ContentError, match="BP002"):
        load(tmp_path, TEXT + "rules: {previous: [manifest.json]}\n")


def test_what_is_read_for_ever_is_no_previous_paper(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "ong.json")
    (tmp_path / "zero.json").symlink_to("/dev/zero")

    for each in ("zero.json", "ong.json"):
        with pytest.raises(ContentError, match="BP002"):
            load(tmp_path, TEXT + f"rules: {{previous: [{each}]}}\n")


words = (
    st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc", "Zl", "Zp")), min_size=1)
    .map(str.strip)
    .filter(bool)
)
slugs = st.from_regex(r"\A[a-z]{1,6}(-[a-z0-9]{1,4})?\Z")
points = st.decimals("0.05", 9, places=2)


@st.composite
def blueprints(draw: st.DrawFn) -> Blueprint:
    parts = []
    for kind in draw(st.lists(st.sampled_from(ItemType), min_size=1, max_size=3)):
        grouped = kind is ItemType.TRUE_FALSE_GROUP and draw(st.booleans())
        names = draw(
            st.lists(st.tuples(slugs, st.sampled_from(Level)), min_size=1, max_size=4, unique=True)
        )
        cells = tuple(
            Cell(topic, level, 4 if grouped else draw(st.integers(1, 9))) for topic, level in names
        )
        worth = draw(points)
        parts.append(
            Part(
                kind,
                worth,
                cells,
                unit=CellUnit.STATEMENTS if grouped else CellUnit.ITEMS,
                use=draw(st.none() | st.sampled_from(Use)),
                steps=(Decimal(0), Decimal(0), worth, worth) if grouped else (),
            )
        )
    different = draw(st.booleans())
    rules = Rules(
        FormMode.DIFFERENT if different else FormMode.SAME,
        max_shared=draw(st.none() | st.integers(2, 9)) if different else None,
        base_forms=draw(st.none() | st.integers(1, 9)) if different else None,
        key_balance=draw(st.booleans()),
        difficulty_tolerance=draw(st.none() | points),
        time_tolerance_s=draw(st.none() | st.integers(0, 99)),
        include=("co-a",),
        exclude=draw(st.sampled_from([(), ("bo-a", "bo-b")])),
        previous=draw(st.sampled_from([(), ("cu-a",)])),
    )
    codes = draw(st.sampled_from([(), ("0101", "0102")]))
    return Blueprint(
        slug="mau",
        title=draw(words),
        header=Header("", draw(words), draw(words), draw(words), draw(words)),
        official=draw(st.booleans()),
        band=draw(st.sampled_from(Band)),
        date=draw(st.none() | st.dates(dt.date(2000, 1, 1), dt.date(2099, 1, 1))),
        minutes=draw(st.integers(1, 300)),
        codes=codes,
        seed=draw(words),
        total_points=sum((part.points * part.count for part in parts), Decimal()),
        parts=tuple(parts),
        rules=rules,
        form_count=None if codes else draw(st.integers(1, 24)),
        code_digits=4 if codes else 3,
    )


@given(blueprints())
def test_what_is_written_reads_back_the_same(
    tmp_path_factory: pytest.TempPathFactory, blueprint: Blueprint
) -> None:
    from lachan.text import to_nfc

    def nfc(each: Blueprint) -> Blueprint:
        header = Header(*(to_nfc(getattr(each.header, name)) for name in Header.__slots__))
        return replace(each, title=to_nfc(each.title), seed=to_nfc(each.seed), header=header)

    folder = tmp_path_factory.mktemp("writer")

    assert nfc(blueprint) == load(folder, render_blueprint(nfc(blueprint), {"x": "y"}))


def read(tmp_path: Path, text: str) -> tuple[dict[tuple[str, str], int], list[str]]:
    path = tmp_path / "difficulty.yaml"
    path.write_text(text, encoding="utf-8")
    diagnostics = Diagnostics()
    return read_difficulty(path, tmp_path, diagnostics), [p.code for p in diagnostics.problems]


def test_measured_difficulty_is_read_in_thousandths(tmp_path: Path) -> None:
    row = "  - {id: mau-001, revision: r1-0123456789ab, wrong: 0.3456, answers: 120}\n"

    assert ({("mau-001", "r1-0123456789ab"): 346}, []) == read(tmp_path, "measured:\n" + row)
    assert ({}, ["SC003"]) == read(tmp_path, "measured:\n" + row + row)
    assert ({}, ["SC003"]) == read(tmp_path, "measured:\n" + row.replace("0.3456", "1.2"))
    assert ({}, ["SC003"]) == read(tmp_path, "measured:\n" + row.replace("89ab", "89"))


@pytest.mark.parametrize("revision", ["0123456789ab", "r2-0123456789ab"])
def test_difficulty_of_a_revision_in_another_format_is_refused_in_words(
    tmp_path: Path, revision: str
) -> None:
    path = tmp_path / "difficulty.yaml"
    row = f"  - {{id: mau-001, revision: {revision}, wrong: 0.3456, answers: 120}}\n"
    path.write_text("measured:\n" + row, encoding="utf-8")
    diagnostics = Diagnostics()

    assert {} == read_difficulty(path, tmp_path, diagnostics)
    (problem,) = diagnostics.problems
    assert (2, 29) == (problem.line, problem.column)
    assert f'phiên bản câu hỏi "{revision}" không theo dạng r1' in problem.message


def test_no_measured_difficulty_is_no_fault(tmp_path: Path) -> None:
    assert {} == read_difficulty(tmp_path / "difficulty.yaml", tmp_path, Diagnostics())
