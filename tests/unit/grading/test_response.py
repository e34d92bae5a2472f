import pytest
from hypothesis import given
from hypothesis import strategies as st

from lachan.domain.bodies import Body, Essay, ShortAnswer, ShortText
from lachan.domain.items import Item
from lachan.errors import LachanError
from lachan.grading import ResponseError, grade, normalize_typed, parse_response
from support.vectors import Vector, load_vectors, make_item

VECTORS = load_vectors()
ITEMS = list({id(vector.item): vector.item for vector in VECTORS}.values())

SCALARS = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=6)
IDS = st.sampled_from("abcde")
JSON = st.recursive(
    SCALARS | IDS,
    lambda inner: st.lists(inner, max_size=5) | st.dictionaries(IDS | st.text(), inner, max_size=5),
    max_leaves=12,
)


@pytest.mark.parametrize("vector", [v for v in VECTORS if v.refused], ids=lambda v: v.name)
def test_malformed_responses_are_refused(vector: Vector) -> None:
    with pytest.raises(ResponseError):
        parse_response(vector.item, vector.response)


@given(st.sampled_from(ITEMS), JSON)
def test_any_json_is_parsed_or_refused(item: Item, raw: object) -> None:
    try:
        response = parse_response(item, raw)
    except ResponseError:
        return
    assert 0 <= grade(item, response).score <= 1


def test_refusal_is_a_vietnamese_sentence_of_ours() -> None:
    with pytest.raises(LachanError, match="chữ số, dấu trừ, dấu phẩy"):
        parse_response(make_item(ShortAnswer("-1,8")), "âm một phẩy tám")


def test_whoever_is_asked_for_digits_is_told_of_digits_only() -> None:
    with pytest.raises(LachanError, match=r"^Câu này trả lời bằng một số, tối đa bốn chữ số\.$"):
        parse_response(make_item(ShortAnswer("111")), "một một một")


def test_an_accepted_spelling_may_be_longer_than_the_answer_box() -> None:
    item = make_item(ShortAnswer("1500", accepted=("1.500",)))
    assert parse_response(item, "1 500") == "1500"
    assert parse_response(item, "1.500") == "1,500"


def test_choices_are_given_back_as_a_set() -> None:
    item = next(item for item in ITEMS if item.type == "multiple_choice")
    assert parse_response(item, ["c", "a"]) == frozenset({"a", "c"})


@given(st.text())
def test_normalizing_twice_is_normalizing_once(value: str) -> None:
    once = normalize_typed(value)
    assert normalize_typed(once) == once


@pytest.mark.parametrize("unwritable", ["m\ud800t", "m\x00t"])
@pytest.mark.parametrize("body", [ShortText("một"), Essay((), (), None)], ids=["text", "essay"])
def test_words_that_no_file_can_hold_are_refused(body: Body, unwritable: str) -> None:
    with pytest.raises(ResponseError, match="không đọc được"):
        parse_response(make_item(body), unwritable)
