import hashlib
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lachan.assembly import assemble, form_key
from lachan.assembly.letters import Draw, longest_run, place_keys
from lachan.domain.kinds import ItemType, Level
from lachan.domain.papers.paper import Cell
from support.items import LAW_DATE, TOPIC, make_blueprint, make_item, make_part

FOUR = frozenset(range(4))


def draw_with(seed: object) -> Draw:
    return lambda *names: hashlib.sha256(repr((seed, names)).encode()).digest()


@given(st.integers(1, 60), st.text(max_size=3))
def test_free_keys_come_in_equal_shares_and_never_four_in_a_row(count: int, seed: str) -> None:
    placed = place_keys([FOUR] * count, [0], draw_with(seed))
    shares = [placed.count(place) for place in range(4)]
    assert max(shares) - min(shares) <= 1
    assert longest_run(placed, [0]) <= 3


@given(st.lists(st.sets(st.integers(0, 3), min_size=1).map(frozenset), min_size=1, max_size=12))
def test_no_chain_of_moves_could_even_the_shares_out(allowed: list[frozenset[int]]) -> None:
    placed = place_keys(allowed, [0], draw_with(""))
    assert all(place in places for place, places in zip(placed, allowed, strict=True))
    # Moving one key alone never helps, which every best choice must bear.
    for question, places in enumerate(allowed):
        here = placed.count(placed[question])
        assert all(placed.count(place) >= here - 1 for place in places if place != placed[question])


def test_runs_begin_again_with_each_part() -> None:
    assert longest_run([0, 0, 0, 0], [0, 2]) == 2
    assert longest_run([1, 0, 0, 0], [0]) == 3


def test_pinned_keys_stay_though_the_shares_suffer() -> None:
    pinned = frozenset({1})
    assert place_keys([pinned] * 5, [0], draw_with("")) == [1] * 5
    placed = place_keys([pinned, pinned, FOUR, FOUR, FOUR, FOUR], [0], draw_with(""))
    assert sorted(Counter(placed).values()) == [1, 1, 2, 2]


@pytest.mark.parametrize("count", [5, 12, 40])
def test_the_printed_letters_of_a_form_are_balanced(count: int) -> None:
    bank = [make_item(f"i{n:02}") for n in range(count)]
    blueprint = make_blueprint(make_part(ItemType.SINGLE_CHOICE, Cell(TOPIC, Level.KNOW, count)))
    codes = [str(code) for code in range(101, 113)]
    paper = assemble(blueprint, bank, law_date=LAW_DATE, seed="s", codes=codes)
    for form in paper.forms:
        letters = "".join(row.key for row in form_key(paper, form))
        shares = [letters.count(letter) for letter in "ABCD"]
        assert max(shares) - min(shares) <= 1
        assert not any(letter * 4 in letters for letter in "ABCD")
