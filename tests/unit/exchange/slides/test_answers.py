"""An answer shows what is right and why; the rest is for its teacher."""

from __future__ import annotations

from dataclasses import replace

from lachan.domain.bodies import ShortAnswer, TrueFalseGroup
from lachan.domain.kinds import ItemType
from lachan.exchange.slides.answers import answer
from lachan.exchange.slides.design import Look
from lachan.exchange.slides.pieces import LETTERS, Grid, Marker, Para, Passage, as_paras
from lachan.exchange.slides.questions import answer_key
from support.items import make_item


def tell(kind: ItemType, law: tuple[str, ...] = ()) -> Passage:
    return answer(4, make_item("i", kind), law)


def lines(passage: Passage) -> list[str]:
    return [para.plain for piece in passage.pieces for para in as_paras(piece)]


def notes(passage: Passage) -> list[str]:
    return [para.plain for para in passage.notes]


def test_the_right_choice_keeps_its_letter_and_has_its_reason() -> None:
    passage = tell(ItemType.SINGLE_CHOICE, ("Điều 2 Luật Mẫu",))

    assert (passage.title, passage.look) == ("Câu 4. Đáp án", Look.ANSWER)
    assert passage.key == answer_key(4)
    assert lines(passage) == ["phương án i-b", "lí do i-b"]
    first = passage.pieces[0]
    assert isinstance(first, Para)
    assert (first.marker, first.keeps) == (Marker(LETTERS, 2), True)
    assert notes(passage) == [
        "A chưa đúng: lí do i-a",
        "C chưa đúng: lí do i-c",
        "D chưa đúng: lí do i-d",
        "Căn cứ:",
        "Điều 2 Luật Mẫu",
    ]


def test_all_right_choices_are_shown() -> None:
    passage = tell(ItemType.MULTIPLE_CHOICE)

    assert lines(passage) == ["phương án i-a", "lí do i-a", "phương án i-d", "lí do i-d"]
    assert notes(passage)[0] == "B chưa đúng: lí do i-b"


def test_statements_have_their_verdicts() -> None:
    passage = tell(ItemType.TRUE_FALSE_GROUP)
    assert lines(passage) == [
        "Đúng. lí do i-a",
        "Sai. lí do i-b",
        "Đúng. lí do i-c",
        "Sai. lí do i-d",
    ]


def test_typed_answers_tell_what_else_is_taken() -> None:
    passage = tell(ItemType.SHORT_ANSWER)
    item = make_item("i", ItemType.SHORT_ANSWER)
    assert isinstance(item.body, ShortAnswer)

    assert lines(passage) == ["111 số", "lí do i"]
    assert notes(passage) == ["Cũng nhận: 1 1 1"]
    assert lines(tell(ItemType.SHORT_TEXT))[0] == "công an"


def test_steps_stand_in_their_order_with_the_letters_in_the_notes() -> None:
    passage = tell(ItemType.ORDERING)

    assert lines(passage) == [f"phương án i-{each}" for each in "abcd"]
    assert [each.partition(": ")[2] for each in notes(passage)] == [f"lí do i-{c}" for c in "abcd"]


def test_pairs_stand_side_by_side() -> None:
    [grid] = tell(ItemType.MATCHING).pieces

    assert isinstance(grid, Grid)
    told = [tuple(cell[0].text for cell in row) for row in grid.rows]
    assert told == [(f"vế trái i-{each}", f"vế phải i-{each}") for each in "abc"]


def test_each_scene_has_its_best_way() -> None:
    passage = tell(ItemType.SCENARIO)

    assert lines(passage) == [
        "Ô 1, cách B. lí do i-mot-b",
        "Ô 2, cách A. lí do i-hai-a",
    ]
    assert notes(passage)[0] == "Ô 1, cách A: lí do i-mot-a"


def test_an_essay_has_a_guide_and_its_points_in_the_notes() -> None:
    passage = tell(ItemType.ESSAY)

    assert (passage.title, lines(passage)) == ("Câu 4. Gợi ý", ["gợi ý i"])
    assert notes(passage) == ["1 điểm: tiêu chí i-a", "1 điểm: tiêu chí i-b"]


def test_a_statement_without_a_reason_says_itself() -> None:
    item = make_item("i", ItemType.TRUE_FALSE_GROUP)
    assert isinstance(item.body, TrueFalseGroup)
    bare = TrueFalseGroup(
        tuple(type(each)(each.id, each.text, each.key) for each in item.body.statements)
    )
    told = answer(1, replace(item, body=bare), ())

    assert lines(told)[0] == "Đúng. mệnh đề i-a"
