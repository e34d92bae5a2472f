from collections.abc import Iterable
from random import Random

import pytest

from lachan.content import Content
from lachan.domain.items import Item
from lachan.domain.practice.draw import draw_items, mix_choices


@pytest.fixture
def pool(content: Content) -> list[Item]:
    return [content.get_item(f"thu-{name}") for name in ("mot", "nhieu", "nhom", "ngan", "am")]


def ids(items: Iterable[Item]) -> list[str]:
    return [item.id for item in items]


def test_without_a_generator_the_banks_order_stays_but_an_enemy_waits(pool: list[Item]) -> None:
    assert ["thu-mot", "thu-nhom", "thu-nhieu", "thu-ngan", "thu-am"] == ids(
        draw_items(pool, 0, None)
    )


@pytest.mark.parametrize("seed", range(20))
def test_enemies_do_not_meet_while_there_are_others(pool: list[Item], seed: int) -> None:
    drawn = ids(draw_items(pool, 4, Random(seed)))
    assert len(drawn) == 4
    assert not {"thu-mot", "thu-nhieu"} <= set(drawn)


@pytest.mark.parametrize("length", [0, 5, 99])
def test_all_means_all(pool: list[Item], length: int) -> None:
    assert sorted(ids(pool)) == sorted(ids(draw_items(pool, length, Random(1))))


def test_easier_levels_come_first(pool: list[Item]) -> None:
    levels = [item.level.value for item in draw_items(pool, 0, Random(2))]
    assert ["biet", "hieu", "hieu", "van-dung", "van-dung"] == levels


def test_a_seed_draws_the_same_again(pool: list[Item]) -> None:
    assert draw_items(pool, 3, Random(7)) == draw_items(pool, 3, Random(7))


def test_choices_mix_and_pinned_ones_stay(content: Content) -> None:
    item = content.get_item("thu-mot")
    orders = {tuple(c.id for c in mix_choices(item, Random(s)).body.choices) for s in range(40)}
    assert len(orders) == 6
    assert all(order[3] == "d" for order in orders)


def test_statements_keep_their_order(content: Content) -> None:
    item = content.get_item("thu-nhom")
    assert item == mix_choices(item, Random(1))
