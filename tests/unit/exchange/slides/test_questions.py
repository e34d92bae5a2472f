"""A question's slides hold what is asked, and nothing that depends on its key."""

from __future__ import annotations

from dataclasses import replace

import pytest

from lachan.domain.bodies import (
    MultipleChoice,
    Scenario,
    ShortAnswer,
    SingleChoice,
    TrueFalseGroup,
)
from lachan.domain.items import Media
from lachan.domain.kinds import ItemType
from lachan.exchange.slides.design import Look
from lachan.exchange.slides.pieces import (
    LETTERS,
    STATEMENTS,
    Grid,
    Marker,
    Para,
    Picture,
    as_paras,
)
from lachan.exchange.slides.questions import TASKS, answer_key, ask, flatten
from support.content import rich
from support.items import make_item


def words_of(kind: ItemType) -> str:
    passages = ask(1, make_item("i", kind))
    paras = (para for each in passages for piece in each.pieces for para in as_paras(piece))
    return "\n".join(para.plain for para in paras)


@pytest.mark.parametrize("kind", list(ItemType))
def test_no_reason_stands_on_a_question_slide(kind: ItemType) -> None:
    assert TASKS[kind]
    assert "lí do" not in words_of(kind)
    assert "tiêu chí" not in words_of(kind)
    assert "gợi ý" not in words_of(kind)


def test_another_key_gives_the_same_slides() -> None:
    single, many, truth, short = (
        make_item("i", kind)
        for kind in (
            ItemType.SINGLE_CHOICE,
            ItemType.MULTIPLE_CHOICE,
            ItemType.TRUE_FALSE_GROUP,
            ItemType.SHORT_ANSWER,
        )
    )
    assert isinstance(single.body, SingleChoice)
    assert isinstance(many.body, MultipleChoice)
    assert isinstance(truth.body, TrueFalseGroup)
    assert isinstance(short.body, ShortAnswer)
    turned = tuple(replace(each, key=not each.key) for each in truth.body.statements)

    for item, other in (
        (single, replace(single.body, key="d")),
        (many, replace(many.body, key=frozenset("bc"))),
        (truth, TrueFalseGroup(turned)),
        (short, replace(short.body, key="113", accepted=())),
    ):
        assert list(ask(1, item)) == list(ask(1, replace(item, body=other)))


def test_options_stand_together_under_their_letters() -> None:
    [passage] = ask(3, make_item("i", ItemType.SINGLE_CHOICE))
    options = [each for each in passage.pieces if isinstance(each, Para) and each.marker]

    assert (passage.title, passage.look) == ("Câu 3. Chọn một ý", Look.QUESTION)
    assert [each.marker for each in options] == [Marker(LETTERS, n) for n in range(1, 5)]
    assert [each.keeps for each in options] == [True, True, True, False]


def test_statements_are_lettered_small() -> None:
    [passage] = ask(1, make_item("i", ItemType.TRUE_FALSE_GROUP))
    assert Marker(STATEMENTS, 4) in [getattr(each, "marker", None) for each in passage.pieces]


def test_pairs_are_a_table_with_the_right_sides_mixed() -> None:
    [passage] = ask(1, make_item("i", ItemType.MATCHING))
    grid = passage.pieces[-1]

    assert isinstance(grid, Grid)
    left, right = (
        [cell and cell[0].text for cell in side] for side in zip(*grid.rows, strict=True)
    )
    assert left == ["1. ", "2. ", "3. ", ()]
    assert right == ["A. ", "B. ", "C. ", "D. "]


def test_typed_answers_leave_a_line() -> None:
    assert words_of(ItemType.SHORT_ANSWER).endswith("Trả lời: ……… số")
    assert words_of(ItemType.SHORT_TEXT).endswith("Trả lời: ………")
    assert words_of(ItemType.ESSAY).endswith("Khoảng 40–80 chữ.")


def test_a_picture_stands_before_the_options() -> None:
    item = replace(make_item("i"), media=Media("media/a.svg", "Hai bạn"))

    [passage] = ask(1, item)

    assert Picture("media/a.svg", "Hai bạn") in passage.pieces[:-4]


def test_scenes_lead_to_each_other_and_to_the_answer() -> None:
    item = make_item("i", ItemType.SCENARIO)
    assert isinstance(item.body, Scenario)

    passages = list(ask(2, item))

    assert [each.title for each in passages] == [
        "Câu 2. Tình huống, ô 1",
        "Câu 2. Ô 2",
        "Câu 2. Ô 3 (kết)",
        "Câu 2. Ô 4 (kết)",
    ]
    jumps = [
        [span.jump for piece in each.pieces for span in getattr(piece, "spans", ()) if span.jump]
        for each in passages
    ]
    keys = [each.key for each in passages]
    assert jumps == [[keys[1], keys[2]], [keys[2], keys[3]], [answer_key(2)], [answer_key(2)]]


def test_a_cell_holds_paragraphs_on_lines_of_their_own() -> None:
    assert "".join(span.text for span in flatten(rich("Một.\n\nHai."))) == "Một.\nHai."
