"""How a class's answers are counted, by item type."""

from __future__ import annotations

from lachan.domain.bodies import (
    Body,
    Choice,
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
from lachan.domain.items import Item
from lachan.domain.kinds import Band, Ending, Level
from lachan.domain.live.hands import Hands
from lachan.grading import Bar, BarGroup, Spread, add_hands, count_spread


def make_item(body: Body) -> Item:
    return Item("cau", Band.LOWER_SECONDARY, "thu", Level.KNOW, (), body, ())


CHOICES = tuple(Choice(each, ()) for each in "abc")


def test_choices_that_nobody_took_have_a_bar_too() -> None:
    item = make_item(SingleChoice(CHOICES, "b"))
    assert count_spread(item, ["a", "b", "b"]) == Spread(
        3, 2, (BarGroup("", (Bar("a", 1, False), Bar("b", 2, True), Bar("c", 0, False))),)
    )


def test_several_choices_of_one_pupil_count_each() -> None:
    item = make_item(MultipleChoice(CHOICES, frozenset("ac")))
    spread = count_spread(item, [frozenset("ac"), frozenset("a"), frozenset("b")])
    assert spread == Spread(
        3, 1, (BarGroup("", (Bar("a", 2, True), Bar("b", 1, False), Bar("c", 1, True))),)
    )


def test_each_statement_has_its_own_bars() -> None:
    item = make_item(TrueFalseGroup((Statement("a", (), True), Statement("b", (), False))))
    spread = count_spread(item, [{"a": True, "b": True}, {"a": False}])
    assert spread.groups == (
        BarGroup("a", (Bar("true", 1, True), Bar("false", 1, False))),
        BarGroup("b", (Bar("true", 1, False), Bar("false", 0, True))),
    )


def test_rare_numbers_are_one_bar_without_a_name() -> None:
    item = make_item(ShortAnswer("111", ("0111",)))
    typed = ["111", "111", "113", "113", "113", "1", "2", "3", "4", "5", "6"]
    spread = count_spread(item, typed)
    assert (spread.answered, spread.right) == (11, 2)
    assert spread.groups[0].bars == (
        Bar("113", 3, False),
        Bar("111", 2, True),
        *(Bar(value, 1, False) for value in "1234"),
        Bar("", 2, False),
    )


def test_words_that_pupils_write_are_in_no_bar() -> None:
    item = make_item(ShortText("tổng đài"))
    assert count_spread(item, ["Tổng đài", "bạn Lan"]) == Spread(2, 1, ())


def test_pairs_are_counted_where_they_were_found() -> None:
    item = make_item(Matching((Pair("a", (), ()), Pair("b", (), ()))))
    spread = count_spread(item, [{"a": "a", "b": "b"}, {"a": "b", "b": "b"}])
    assert spread == Spread(2, 1, (BarGroup("", (Bar("a", 1, True), Bar("b", 2, True))),))


def test_orders_are_only_right_or_not() -> None:
    item = make_item(Ordering(CHOICES))
    assert count_spread(item, [("a", "b", "c"), ("c", "b", "a")]) == Spread(2, 1, ())


def test_ways_are_counted_in_the_scenes_that_were_reached() -> None:
    def way(name: str, to: str, best: bool) -> SceneChoice:
        return SceneChoice(name, (), (), to, best)

    scenes = (
        Scene("dau", (), (way("hoi", "hai", True), way("di", "het", False))),
        Scene("hai", (), (way("goi", "het", True), way("im", "het", False))),
        Scene("ba", (), (way("x", "het", True),)),
        Scene("het", (), ending=Ending.SAFE),
    )
    spread = count_spread(make_item(Scenario(scenes)), [("hoi", "goi"), ("hoi", "im"), ("di",)])
    assert spread == Spread(
        3,
        1,
        (
            BarGroup("dau", (Bar("hoi", 2, True), Bar("di", 1, False))),
            BarGroup("hai", (Bar("goi", 1, True), Bar("im", 1, False))),
        ),
    )


def test_nobody_answered() -> None:
    item = make_item(ShortAnswer("111"))
    assert count_spread(item, []) == Spread(0, 0, (BarGroup("", ()),))


def test_hands_are_added_to_what_devices_answered() -> None:
    item = make_item(SingleChoice(CHOICES, "b"))
    hands = Hands(7, 4, {("", "a"): 3, ("", "b"): 4, ("", "c"): 0})
    assert add_hands(item, count_spread(item, ["a", "b", "b"]), hands) == Spread(
        10, 6, (BarGroup("", (Bar("a", 4, False), Bar("b", 6, True), Bar("c", 0, False))),)
    )


def test_hands_that_do_not_tell_who_was_right_leave_it_open() -> None:
    item = make_item(MultipleChoice(CHOICES, frozenset("ac")))
    hands = Hands(9, None, {("", "a"): 9, ("", "b"): 0, ("", "c"): 5})
    spread = add_hands(item, count_spread(item, [frozenset("ac")]), hands)
    assert (10, None) == (spread.answered, spread.right)


def test_a_case_that_only_hands_went_through_has_its_first_scene() -> None:
    ways = (SceneChoice("hoi", (), (), "xong", True), SceneChoice("im", (), (), "xong"))
    item = make_item(Scenario((Scene("dau", (), ways), Scene("xong", (), (), Ending.SAFE))))
    hands = Hands(5, None, {("dau", "hoi"): 4, ("dau", "im"): 1})
    spread = add_hands(item, count_spread(item, []), hands)
    assert spread.groups == (BarGroup("dau", (Bar("hoi", 4, True), Bar("im", 1, False))),)


def test_an_essay_is_counted_and_not_judged() -> None:
    item = make_item(Essay((), ()))
    assert count_spread(item, ["Em gọi 111.", "Em kể với cô."]) == Spread(2, None, ())
