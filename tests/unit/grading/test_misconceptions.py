"""What wrong answers stand for, counted by person."""

from __future__ import annotations

from lachan.domain.bodies import (
    Body,
    Choice,
    MultipleChoice,
    ShortAnswer,
    SingleChoice,
    Statement,
    TrueFalseGroup,
)
from lachan.domain.items import Item
from lachan.domain.kinds import Band, Level
from lachan.grading import MisconceptionShare, Response, count_misconceptions


def make_item(body: Body) -> Item:
    return Item("cau", Band.LOWER_SECONDARY, "thu", Level.UNDERSTAND, (), body, ())


People = list[list[tuple[Item, Response]]]

ONE = make_item(
    SingleChoice(
        (
            Choice("a", (), misconception="dong-y"),
            Choice("b", ()),
            Choice("c", (), misconception="phai-co-tien"),
            Choice("d", ()),
        ),
        "b",
    )
)
SEVERAL = make_item(
    MultipleChoice(
        (Choice("a", ()), Choice("b", ()), Choice("c", (), misconception="dong-y")),
        frozenset("ab"),
    )
)
GROUP = make_item(
    TrueFalseGroup(
        (
            Statement("a", (), True),
            Statement("b", (), False, misconception="phai-co-tien"),
            Statement("c", (), False, misconception="dong-y"),
        )
    )
)


def test_a_wrong_choice_shows_what_it_stands_for() -> None:
    people = [[(ONE, each)] for each in "aabcd"]
    assert count_misconceptions(people) == (
        MisconceptionShare("dong-y", 5, 2),
        MisconceptionShare("phai-co-tien", 5, 1),
    )


def test_right_choices_and_what_is_not_named_show_nothing() -> None:
    assert count_misconceptions([[(ONE, "b"), (SEVERAL, frozenset("ab"))], [(ONE, "d")]]) == ()


def test_only_a_wrong_statement_that_is_called_true_shows_it() -> None:
    people: People = [[(GROUP, {"a": False, "b": False, "c": True})], [(GROUP, {})]]
    assert count_misconceptions(people) == (MisconceptionShare("dong-y", 2, 1),)


def test_who_shows_it_in_several_items_counts_once() -> None:
    person: list[tuple[Item, Response]] = [
        (ONE, "a"),
        (SEVERAL, frozenset("ac")),
        (GROUP, {"c": True}),
    ]
    [share] = count_misconceptions([person])
    assert (share, share.percent) == (MisconceptionShare("dong-y", 1, 1), 100)


def test_the_share_is_of_those_who_met_it() -> None:
    people: People = [[(SEVERAL, frozenset("c"))], [(ONE, "c")], [(ONE, "b")], [(ONE, "b")]]
    shares = count_misconceptions(people)
    assert [(each.id, each.met, each.shown, each.percent) for each in shares] == [
        ("phai-co-tien", 3, 1, 33),
        ("dong-y", 4, 1, 25),
    ]


def test_other_types_name_none() -> None:
    assert count_misconceptions([[(make_item(ShortAnswer("111")), "113")]]) == ()
