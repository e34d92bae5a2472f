from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import permutations

import pytest

from lachan.assembly import EnemyError, ShortfallError
from lachan.assembly.candidates import find_enemy_pairs
from lachan.assembly.selection import draw_weight, select_sets
from lachan.domain.items import Item
from lachan.domain.kinds import Band, ItemType, Level
from lachan.domain.papers.paper import Blueprint, Cell
from support.items import (
    TOPIC,
    as_draft,
    full_blueprint,
    make_bank,
    make_blueprint,
    make_item,
    make_part,
)


def select_items(
    blueprint: Blueprint, bank: Sequence[Item], seed: str
) -> tuple[tuple[Item, ...], ...]:
    (parts,) = select_sets(blueprint, bank, seed).sets
    return parts


def ids(parts: Iterable[Iterable[Item]]) -> list[list[str]]:
    return [[item.id for item in part] for part in parts]


def one_cell(count: int, level: Level = Level.KNOW) -> Blueprint:
    return make_blueprint(make_part(ItemType.SINGLE_CHOICE, Cell(TOPIC, level, count)))


def test_every_cell_is_filled_exactly() -> None:
    parts = select_items(full_blueprint(), make_bank(), "s")
    counts = [Counter((item.type, item.level) for item in part) for part in parts]
    assert counts == [
        {
            (ItemType.SINGLE_CHOICE, Level.KNOW): 2,
            (ItemType.SINGLE_CHOICE, Level.UNDERSTAND): 2,
        },
        {(ItemType.MULTIPLE_CHOICE, Level.UNDERSTAND): 2},
        {(ItemType.TRUE_FALSE_GROUP, Level.APPLY): 2},
        {(ItemType.SHORT_ANSWER, Level.KNOW): 1, (ItemType.SHORT_ANSWER, Level.APPLY): 1},
        {(ItemType.SHORT_TEXT, Level.KNOW): 1},
        {(ItemType.MATCHING, Level.UNDERSTAND): 1},
        {(ItemType.ORDERING, Level.UNDERSTAND): 1},
        {(ItemType.SCENARIO, Level.APPLY): 1},
        {(ItemType.ESSAY, Level.APPLY): 1},
    ]


def test_the_lightest_items_are_drawn() -> None:
    bank = [make_item(f"i{number}") for number in range(12)]
    expected = sorted(sorted((item.id for item in bank), key=lambda i: draw_weight("s", i))[:5])
    assert ids(select_items(one_cell(5), bank, "s")) == [expected]


def test_the_order_of_the_bank_does_not_matter() -> None:
    bank = make_bank()
    backwards = select_items(full_blueprint(), bank[::-1], "s")
    assert ids(backwards) == ids(select_items(full_blueprint(), bank, "s"))


def test_another_seed_draws_other_items() -> None:
    bank = make_bank(9)
    assert ids(select_items(full_blueprint(), bank, "s")) != ids(
        select_items(full_blueprint(), bank, "t")
    )


def test_two_parts_of_one_type_share_no_item() -> None:
    cell = Cell(TOPIC, Level.KNOW, 2)
    blueprint = make_blueprint(
        make_part(ItemType.SINGLE_CHOICE, cell),
        make_part(ItemType.SINGLE_CHOICE, cell, points=Decimal(1)),
    )
    bank = [make_item(f"i{number}") for number in range(4)]
    first, second = ids(select_items(blueprint, bank, "s"))
    assert sorted(first + second) == ["i0", "i1", "i2", "i3"]


def test_the_same_cell_written_twice_adds_up() -> None:
    cell = Cell(TOPIC, Level.KNOW, 1)
    blueprint = make_blueprint(make_part(ItemType.SINGLE_CHOICE, cell, cell))
    bank = [make_item("i0"), make_item("i1")]
    assert ids(select_items(blueprint, bank, "s")) == [["i0", "i1"]]


def test_all_short_cells_are_named_with_their_numbers() -> None:
    bank = [make_item("a"), as_draft(make_item("b")), make_item("c", ItemType.SHORT_ANSWER)]
    blueprint = make_blueprint(
        make_part(ItemType.SINGLE_CHOICE, Cell(TOPIC, Level.KNOW, 4), Cell("mang", Level.APPLY, 1)),
        make_part(ItemType.SHORT_ANSWER, Cell(TOPIC, Level.KNOW, 1)),
    )
    with pytest.raises(ShortfallError) as caught:
        select_items(blueprint, bank, "s")
    assert [
        (s.topic, s.level, s.wanted, s.available, s.missing) for s in caught.value.shortfalls
    ] == [
        (TOPIC, Level.KNOW, 4, 1, 3),
        ("mang", Level.APPLY, 1, 0, 1),
    ]
    assert str(caught.value) == (
        "Ngân hàng không đủ câu hỏi cho ma trận “Đề khởi động” (cấp thcs):\n"
        "  - câu nhiều phương án lựa chọn, chủ đề viec-nhe, mức biết: "
        "cần 4, có 1, thiếu 3 (có 1 câu còn là bản nháp)\n"
        "  - câu nhiều phương án lựa chọn, chủ đề mang, mức vận dụng: cần 1, có 0, thiếu 1\n"
        "Hãy soạn thêm câu cho các ô trên (hoặc chuyển câu đã xong từ status: draft sang ready), "
        "thêm ngân hàng bằng --bank, hoặc giảm count của ô trong ma trận."
    )


def test_drafts_and_other_bands_are_not_drawn() -> None:
    bank = [
        make_item("good"),
        as_draft(make_item("draft")),
        replace(make_item("other"), band=Band.UPPER_SECONDARY),
    ]
    assert ids(select_items(one_cell(1), bank, "s")) == [["good"]]
    with pytest.raises(ShortfallError):
        select_items(one_cell(2), bank, "s")


@pytest.mark.parametrize("seed", ["s", "t", "u"])
def test_enemies_never_meet_though_only_one_side_says_so(seed: str) -> None:
    bank = [make_item("a", enemies=["b"]), make_item("b"), make_item("c")]
    (chosen,) = ids(select_items(one_cell(2), bank, seed))
    assert chosen in (["a", "c"], ["b", "c"])


def test_enemies_are_kept_apart_over_parts() -> None:
    blueprint = make_blueprint(
        make_part(ItemType.SINGLE_CHOICE, Cell(TOPIC, Level.KNOW, 1)),
        make_part(ItemType.SHORT_ANSWER, Cell(TOPIC, Level.KNOW, 1)),
    )
    bank = [
        make_item("a", enemies=["n"]),
        make_item("m", ItemType.SHORT_ANSWER),
        make_item("n", ItemType.SHORT_ANSWER),
    ]
    assert ids(select_items(blueprint, bank, "s")) == [["a"], ["m"]]


def test_binding_enemies_are_named_and_others_are_not() -> None:
    bank = [
        make_item("a", enemies=["b"]),
        make_item("b"),
        make_item("c", level=Level.APPLY, enemies=["d"]),
        make_item("d", level=Level.APPLY),
    ]
    blueprint = make_blueprint(
        make_part(ItemType.SINGLE_CHOICE, Cell(TOPIC, Level.KNOW, 2), Cell(TOPIC, Level.APPLY, 1))
    )
    with pytest.raises(EnemyError, match="a và b") as caught:
        select_items(blueprint, bank, "s")
    assert caught.value.pairs == (("a", "b"),)


def test_enemies_outside_the_candidates_are_ignored() -> None:
    items = [make_item("a", enemies=["gone", "a"]), make_item("b")]
    assert find_enemy_pairs(items) == []


def test_enemy_pairs_come_once_whoever_says_so() -> None:
    items = [make_item("a", enemies=["b"]), make_item("b", enemies=["a"])]
    assert find_enemy_pairs(items) == [("a", "b")]


def test_the_choice_is_the_cheapest_that_keeps_enemies_apart() -> None:
    bank = [make_item(f"i{n}", enemies=[f"i{(n + 1) % 6}"]) for n in range(6)]
    (chosen,) = ids(select_items(one_cell(3), bank, "s"))
    free = [
        {f"i{n}" for n in trio}
        for trio in permutations(range(6), 3)
        if all((a - b) % 6 not in (1, 5) for a in trio for b in trio if a != b)
    ]
    best = min(free, key=lambda trio: sum(draw_weight("s", i) for i in trio))
    assert set(chosen) == best


def test_the_solver_writes_nothing(capfd: pytest.CaptureFixture[str]) -> None:
    select_items(full_blueprint(), make_bank(), "s")
    assert capfd.readouterr() == ("", "")


def test_cells_of_two_parts_of_one_type_go_short_as_one() -> None:
    cell = Cell(TOPIC, Level.KNOW, 2)
    blueprint = make_blueprint(
        make_part(ItemType.SINGLE_CHOICE, cell),
        make_part(ItemType.SINGLE_CHOICE, cell, points=Decimal(1)),
    )
    with pytest.raises(ShortfallError) as caught:
        select_items(blueprint, [make_item(f"i{number}") for number in range(3)], "s")
    assert [(s.wanted, s.available, s.missing) for s in caught.value.shortfalls] == [(4, 3, 1)]


def test_a_group_that_does_not_fit_is_told_as_the_cause() -> None:
    bank = [replace(make_item(f"i{number}"), group="bang-gio-tau") for number in range(3)]
    with pytest.raises(ShortfallError, match=r"cùng nhóm \(group\)") as caught:
        select_items(one_cell(2), bank, "s")
    assert [(s.wanted, s.available, s.missing) for s in caught.value.shortfalls] == [(2, 3, 2)]
