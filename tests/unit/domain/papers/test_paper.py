"""Parts, their stepped points, and how many sets of items stand behind the forms."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lachan.domain.bodies import Statement, TrueFalseGroup
from lachan.domain.items import Item
from lachan.domain.kinds import Band, CellUnit, FormMode, ItemType, Level
from lachan.domain.papers.paper import Cell, Part, Rules, Stage
from lachan.grading import grade

GROUP = ItemType.TRUE_FALSE_GROUP
CELLS = (Cell("mau", Level.KNOW, 8),)


def test_steps_follow_the_national_examination_unless_written() -> None:
    usual = Part(GROUP, Decimal(2), CELLS)
    written = Part(GROUP, Decimal(1), CELLS, steps=tuple(map(Decimal, ("0", "0", "0.5", "1"))))

    assert (Decimal("0.2"), Decimal("0.5"), Decimal(1), Decimal(2)) == usual.true_false_steps
    assert [0, 0, 0, Decimal("0.5"), 1] == [written.points_for_statements(n) for n in range(5)]


@given(st.lists(st.booleans(), min_size=4, max_size=4), st.decimals("0.25", 4, places=2))
def test_stepped_points_are_those_of_the_grader(said: list[bool], points: Decimal) -> None:
    statements = tuple(Statement(letter, (), letter in "ac") for letter in "abcd")
    item = Item("x", Band.PRIMARY, "mau", Level.KNOW, (), TrueFalseGroup(statements), ("luat",))
    part = Part(GROUP, points, CELLS)
    right = sum(answer is (letter in "ac") for letter, answer in zip("abcd", said, strict=True))

    score = grade(item, dict(zip("abcd", said, strict=True))).score

    assert part.points_for_statements(right) == score * points


def test_a_part_counts_items_or_groups_of_four_statements() -> None:
    assert 8 == Part(GROUP, Decimal(1), CELLS).count
    assert 2 == Part(GROUP, Decimal(1), CELLS, unit=CellUnit.STATEMENTS).count


@pytest.mark.parametrize(
    ("rules", "forms", "sets"),
    [
        (Rules(), 24, 1),
        (Rules(FormMode.DIFFERENT), 24, 24),
        (Rules(FormMode.DIFFERENT, base_forms=4), 24, 4),
        (Rules(FormMode.DIFFERENT, base_forms=4), 3, 3),
    ],
)
def test_forms_shuffle_so_many_sets(rules: Rules, forms: int, sets: int) -> None:
    assert sets == rules.count_bases(forms)


def test_a_stage_is_optimal_where_its_bound_is_reached() -> None:
    met, missed = Stage("time", Decimal(5), Decimal(5), 0), Stage("time", Decimal(5), Decimal(2), 0)

    assert ("optimal", 0) == (met.status, met.gap)
    assert ("feasible", 3) == (missed.status, missed.gap)
