"""Names as screens and papers print them."""

from __future__ import annotations

from enum import StrEnum

import pytest

from lachan.domain.kinds import Band, BlockKind, ItemType, Level, Phase
from lachan.domain.names import (
    BAND_NAMES,
    BLOCK_NAMES,
    ITEM_TYPE_NAMES,
    LEVEL_NAMES,
    PHASE_NAMES,
    block_heading,
    format_grades,
    grades_label,
    without_label,
)


@pytest.mark.parametrize(
    ("grades", "expected"),
    [((6, 7, 8, 9), "6–9"), ((10, 12), "10, 12"), ((6, 7), "6, 7"), ((5,), "5"), ((), "")],
)
def test_grades_are_written_as_people_say_them(grades: tuple[int, ...], expected: str) -> None:
    assert expected == format_grades(grades)


def test_no_grades_have_no_label() -> None:
    assert ["", "lớp 6–8"] == [grades_label(()), grades_label((6, 7, 8))]


@pytest.mark.parametrize(
    ("kind", "names"),
    [
        (Band, BAND_NAMES),
        (BlockKind, BLOCK_NAMES),
        (ItemType, ITEM_TYPE_NAMES),
        (Level, LEVEL_NAMES),
        (Phase, PHASE_NAMES),
    ],
)
def test_every_value_has_a_name(kind: type[StrEnum], names: dict[StrEnum, str]) -> None:
    assert set(kind) == set(names)


def test_a_blocks_heading_names_its_kind_once() -> None:
    assert "Tình huống – Lan" == block_heading(BlockKind.SCENARIO, "Lan")
    assert "Tình huống 1: Lan" == block_heading(BlockKind.SCENARIO, "Tình huống 1: Lan")
    assert "Lan" == block_heading(BlockKind.TEXT, "Lan")
    assert "Sắm vai" == block_heading(BlockKind.ROLE_PLAY, "")


def test_a_heading_gives_its_title_back() -> None:
    assert "Lan" == without_label("Tình huống – Lan", BlockKind.SCENARIO)
    assert "Tình huống 1: Lan" == without_label("Tình huống 1: Lan", BlockKind.SCENARIO)
    assert "" == without_label("Sắm vai", BlockKind.ROLE_PLAY)
