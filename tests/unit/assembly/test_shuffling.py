import pytest

from lachan.assembly import CodeError
from lachan.assembly.shuffling import make_forms, shuffle_options
from lachan.domain.kinds import ItemType

from .builders import make_item


def test_options_are_a_permutation_that_depends_on_form_and_item():
    orders = {
        shuffle_options(make_item(item_id), "s", code)
        for item_id in ("a", "b", "c", "d", "e")
        for code in ("101", "102", "103")
    }
    assert {tuple(sorted(order)) for order in orders} == {("a", "b", "c", "d")}
    assert len(orders) > 5


@pytest.mark.parametrize("pinned", [["d"], ["a", "c"], ["a", "b", "c", "d"]])
def test_pinned_choices_keep_their_index(pinned):
    for code in ("101", "102", "103", "104"):
        order = shuffle_options(make_item("x", pinned=pinned), "s", code)
        assert {letter: "abcd".index(letter) for letter in pinned} == {
            letter: order.index(letter) for letter in pinned
        }


def test_statements_are_shuffled_and_short_answers_have_none():
    orders = {
        shuffle_options(make_item("x", ItemType.TRUE_FALSE_GROUP), "s", str(code))
        for code in range(101, 121)
    }
    assert len(orders) > 10
    assert shuffle_options(make_item("x", ItemType.SHORT_ANSWER), "s", "101") == ()


def test_forms_of_a_tiny_paper_still_differ():
    part = [make_item("x", ItemType.SHORT_ANSWER), make_item("y", ItemType.SHORT_ANSWER)]
    forms = make_forms([part], "s", ["101", "102"])
    assert sorted([i.item_id for i in form.parts[0]] for form in forms) == [["x", "y"], ["y", "x"]]


def test_more_forms_than_arrangements_is_a_fault():
    part = [make_item("x", ItemType.SHORT_ANSWER), make_item("y", ItemType.SHORT_ANSWER)]
    with pytest.raises(CodeError, match="chỉ trộn được 2 mã khác nhau, cần 3"):
        make_forms([part], "s", ["101", "102", "103"])
