"""Every ready-made blueprint is filled from the real bank, and its paper passes the checker."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from decimal import Decimal
from pathlib import Path

import pytest

from lachan.assembly import assemble, default_codes
from lachan.checks.papers import check_paper
from lachan.content import Content
from lachan.domain.kinds import Band, ItemType, Level
from lachan.exchange import render_items_snapshot, render_manifest
from lachan.workflows.papers.draft import usable_items

TODAY = dt.date(2026, 11, 24)
FOLDER = Path(__file__).resolve().parents[2] / "quiz_bank" / "blueprints"
NAMES = sorted(path.stem for path in FOLDER.glob("*.yaml"))

SHAPES = {
    "ma-tran-40-cau-thcs": {ItemType.SINGLE_CHOICE: 40},
    "thpt-2025-24-4": {ItemType.SINGLE_CHOICE: 24, ItemType.TRUE_FALSE_GROUP: 4},
    "thpt-2025-18-4-6": {
        ItemType.SINGLE_CHOICE: 18,
        ItemType.TRUE_FALSE_GROUP: 4,
        ItemType.SHORT_ANSWER: 6,
    },
    "truc-tuyen-20-cau-cong-dong": {ItemType.SINGLE_CHOICE: 20},
}


@pytest.mark.parametrize("name", NAMES)
def test_four_forms_are_made_and_pass_the_checker(real_content: Content, name: str) -> None:
    blueprint = real_content.get_blueprint(name)
    bank = usable_items(real_content, TODAY)

    paper = assemble(blueprint, bank, law_date=TODAY, seed=blueprint.seed, codes=default_codes(4))

    assert 4 == len(paper.forms)
    manifest, items = render_manifest(paper, {}), render_items_snapshot(paper)
    assert () == check_paper(manifest, items, provisions=real_content.provisions, bank=bank)


@pytest.mark.parametrize("name", SHAPES)
def test_the_formats_are_those_of_the_examinations(real_content: Content, name: str) -> None:
    parts = real_content.get_blueprint(name).parts

    assert SHAPES[name] == {part.type: part.count for part in parts}


def test_the_school_matrix_is_40_30_30(real_content: Content) -> None:
    (part,) = real_content.get_blueprint("ma-tran-40-cau-thcs").parts
    levels: Counter[Level] = Counter()
    for cell in part.cells:
        levels[cell.level] += cell.count

    assert {Level.KNOW: 16, Level.UNDERSTAND: 12, Level.APPLY: 12} == levels


def test_the_periodic_test_is_3_2_2_and_3(real_content: Content) -> None:
    parts = real_content.get_blueprint("dinh-ki-cv-7991-thcs").parts

    assert [
        (ItemType.SINGLE_CHOICE, Decimal(3)),
        (ItemType.TRUE_FALSE_GROUP, Decimal(2)),
        (ItemType.SHORT_ANSWER, Decimal(2)),
        (ItemType.ESSAY, Decimal(3)),
    ] == [(part.type, part.points * part.count) for part in parts]


def test_every_band_has_one(real_content: Content) -> None:
    assert set(Band) == {real_content.get_blueprint(name).band for name in NAMES}
