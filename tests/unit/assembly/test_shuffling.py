import pytest

from lachan.assembly import CodeError
from lachan.assembly.shuffling import Draw, as_written, make_forms, shuffle_item
from lachan.domain.kinds import ItemType
from support.items import make_item


def test_options_are_a_permutation_that_depends_on_form_and_item() -> None:
    orders = {
        shuffle_item(make_item(item_id), Draw("s", code)).options
        for item_id in ("a", "b", "c", "d", "e")
        for code in ("101", "102", "103")
    }
    assert {tuple(sorted(order)) for order in orders} == {("a", "b", "c", "d")}
    assert len(orders) > 5


@pytest.mark.parametrize("pinned", [["d"], ["a", "c"], ["a", "b", "c", "d"]])
def test_pinned_choices_keep_their_index(pinned: list[str]) -> None:
    for code in ("101", "102", "103", "104"):
        order = shuffle_item(make_item("x", pinned=pinned), Draw("s", code)).options
        assert {letter: "abcd".index(letter) for letter in pinned} == {
            letter: order.index(letter) for letter in pinned
        }


def test_statements_are_shuffled_and_short_answers_have_none() -> None:
    orders = {
        shuffle_item(make_item("x", ItemType.TRUE_FALSE_GROUP), Draw("s", str(code))).options
        for code in range(101, 121)
    }
    assert len(orders) > 10
    assert shuffle_item(make_item("x", ItemType.SHORT_ANSWER), Draw("s", "101")).options == ()


def test_the_columns_of_pairs_are_shuffled_each_on_its_own() -> None:
    printed = [
        shuffle_item(make_item("x", ItemType.MATCHING), Draw("s", str(code)))
        for code in range(101, 131)
    ]
    assert {tuple(sorted(p.options)) for p in printed} == {("a", "b", "c")}
    assert {tuple(sorted(p.targets)) for p in printed} == {("a", "b", "c", "x")}
    assert len({(p.options, p.targets) for p in printed}) > 20
    assert any(p.options != tuple(t for t in p.targets if t != "x") for p in printed)


def test_steps_are_never_printed_in_their_right_order() -> None:
    item = make_item("x", ItemType.ORDERING)
    orders = {shuffle_item(item, Draw("s", str(code))).options for code in range(101, 301)}
    assert ("a", "b", "c", "d") not in orders
    assert len(orders) > 15


def test_unshuffled_sheets_mix_steps_and_right_sides_only() -> None:
    assert as_written(make_item("x")).options == ("a", "b", "c", "d")
    assert as_written(make_item("x", ItemType.MATCHING)).options == ("a", "b", "c")
    assert as_written(make_item("x", ItemType.ORDERING)).options != ("a", "b", "c", "d")


def test_forms_of_a_tiny_paper_still_differ() -> None:
    part = [make_item("x", ItemType.SHORT_ANSWER), make_item("y", ItemType.SHORT_ANSWER)]
    forms = make_forms([[part]], "s", ["101", "102"])
    assert sorted([i.item_id for i in form.parts[0]] for form in forms) == [["x", "y"], ["y", "x"]]


def test_more_forms_than_arrangements_is_a_fault() -> None:
    part = [make_item("x", ItemType.SHORT_ANSWER), make_item("y", ItemType.SHORT_ANSWER)]
    with pytest.raises(CodeError, match="chỉ trộn được 2 mã khác nhau, cần 3"):
        make_forms([[part]], "s", ["101", "102", "103"])
