"""Where the Đúng of true/false groups stand: any way round, and nothing to count on."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from lachan.assembly import assemble, form_key
from lachan.assembly.truths import Draw, alternates, place_truths
from lachan.domain.kinds import ItemType, Level
from lachan.domain.papers.paper import Cell
from support.items import LAW_DATE, TOPIC, make_blueprint, make_item, make_part


def draw_with(seed: object) -> Draw:
    return lambda *names: hashlib.sha256(repr((seed, names)).encode()).digest()


@given(st.lists(st.integers(0, 4), max_size=40), st.text(max_size=3))
def test_every_group_keeps_its_number_and_no_order_can_be_counted_on(
    counts: list[int], seed: str
) -> None:
    placed = place_truths(counts, [0], draw_with(seed))

    assert counts == [sum(pattern) for pattern in placed]
    assert sum(map(alternates, placed)) <= -(-counts.count(2) // 3)
    assert all(one != other or sum(one) in (0, 4) for one, other in pairwise(placed))
    shares = [sum(pattern[letter] for pattern in placed) for letter in range(4)]
    assert len(counts) < 4 or max(shares) - min(shares) <= 1


def test_a_group_of_another_part_may_have_the_same_pattern() -> None:
    def first(group: int, letters: Sequence[int]) -> bytes:
        return bytes(letters)

    assert place_truths([1, 1], [0, 1], first) == [(True, False, False, False)] * 2
    assert place_truths([1, 1], [0], first)[1] == (False, True, False, False)


def test_every_pattern_comes_about_equally_often() -> None:
    seen = Counter(
        pattern for seed in range(300) for pattern in place_truths([2] * 4, [0], draw_with(seed))
    )

    assert 6 == len(seen)
    assert max(seen.values()) < 1.5 * min(seen.values())


def test_the_groups_of_a_form_do_not_alternate() -> None:
    bank = [make_item(f"i{n:02}", ItemType.TRUE_FALSE_GROUP) for n in range(8)]
    blueprint = make_blueprint(make_part(ItemType.TRUE_FALSE_GROUP, Cell(TOPIC, Level.KNOW, 8)))
    codes = [str(code) for code in range(101, 125)]

    paper = assemble(blueprint, bank, law_date=LAW_DATE, seed="s", codes=codes)

    for form in paper.forms:
        keys = [row.key for row in form_key(paper, form)]
        assert sum(key in ("ĐSĐS", "SĐSĐ") for key in keys) <= 3
        assert [4] * 4 == [sum(key[letter] == "Đ" for key in keys) for letter in range(4)]
