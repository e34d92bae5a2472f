"""Several sets of items at once: alike, apart, within their limits."""

import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import combinations
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from lachan.assembly import (
    EnemyError,
    IncludeError,
    ShortfallError,
    SpreadError,
    assemble,
    selection,
)
from lachan.assembly.faults import SolverLimitError
from lachan.assembly.overlap import most_shared, overlap_bound
from lachan.assembly.selection import Selection, select_sets
from lachan.assembly.task import Task
from lachan.domain.bodies import TrueFalseGroup
from lachan.domain.items import Item
from lachan.domain.kinds import CellUnit, FormMode, ItemType, Level, Use
from lachan.domain.papers.paper import Blueprint, Cell, Part, Rules
from support.items import LAW_DATE, TOPIC, as_draft, make_blueprint, make_item, make_part

CODES = ("101", "102", "103")


def plan(
    *cells: Cell, rules: Rules | None = None, kind: ItemType = ItemType.SINGLE_CHOICE
) -> Blueprint:
    cells = cells or (Cell(TOPIC, Level.KNOW, 4),)
    return replace(
        make_blueprint(make_part(kind, *cells)), rules=rules or Rules(FormMode.DIFFERENT)
    )


def bank_of(count: int, level: Level = Level.KNOW, **more: Any) -> list[Item]:
    return [make_item(f"{level.value}-{n:02}", level=level, **more) for n in range(count)]


def sets_of(
    blueprint: Blueprint, bank: Sequence[Item], base_count: int = 3, seed: str = "s", **more: Any
) -> tuple[list[set[str]], Selection]:
    selection = select_sets(blueprint, bank, seed, base_count=base_count, **more)
    return [{item.id for part in parts for item in part} for parts in selection.sets], selection


def test_sets_share_nothing_where_the_bank_is_large_enough() -> None:
    sets, selection = sets_of(plan(), bank_of(12))
    assert [len(ids) for ids in sets] == [4, 4, 4]
    assert set().union(*sets) == {f"biet-{n:02}" for n in range(12)}
    assert [(s.name, s.objective, s.bound) for s in selection.certificate.stages] == [
        ("fill", 0, 0),
        ("difficulty", 0, 0),
        ("time", 0, 0),
        ("overlap", 0, 0),
    ]


@pytest.mark.parametrize("seed", [str(n) for n in range(12)])
def test_enemies_left_over_never_stop_the_last_set(seed: str) -> None:
    # Three sets of two out of six, in three pairs of enemies: only some choices leave no pair.
    bank = [make_item(f"i{n}", enemies=[f"i{n ^ 1}"]) for n in range(6)]
    blueprint = plan(Cell(TOPIC, Level.KNOW, 2), rules=Rules(FormMode.DIFFERENT, max_shared=0))
    sets, _ = sets_of(blueprint, bank, seed=seed)
    assert sorted(item_id for ids in sets for item_id in ids) == [f"i{n}" for n in range(6)]
    assert not any({f"i{n}", f"i{n ^ 1}"} <= ids for ids in sets for n in range(6))


def test_sets_are_as_alike_in_time_and_difficulty_as_can_be() -> None:
    bank = [replace(item, seconds=30 + 10 * n) for n, item in enumerate(bank_of(12))]
    _, selection = sets_of(plan(), bank)
    assert selection.certificate.seconds == (340, 340, 340)
    measured = {(item.id, item.revision): 100 * n for n, item in enumerate(bank[:6])}
    sets, selection = sets_of(plan(), bank, difficulty=measured)
    lost = [
        sum(measured.get((item.id, item.revision), 250) for item in bank if item.id in ids)
        for ids in sets
    ]
    assert selection.certificate.difficulty == tuple(Decimal(each) / 2000 for each in lost)
    stage = selection.certificate.stages[1]
    assert stage.objective == Decimal(max(lost) - min(lost)) / 2000
    assert stage.bound <= stage.objective


def test_an_odd_total_is_proved_to_leave_a_spread() -> None:
    bank = [replace(item, seconds=10) for item in bank_of(4)]
    bank[0] = replace(bank[0], seconds=20)
    _, selection = sets_of(plan(Cell(TOPIC, Level.KNOW, 2)), bank, base_count=2)
    stage = selection.certificate.stages[2]
    assert (stage.objective, stage.bound, stage.gap, stage.status) == (10, 10, 0, "optimal")


def test_a_tolerance_that_cannot_be_held_is_told_with_its_proof() -> None:
    bank = [replace(item, seconds=10) for item in bank_of(4)]
    bank[0] = replace(bank[0], seconds=20)
    rules = Rules(FormMode.DIFFERENT, time_tolerance_s=5)
    with pytest.raises(SpreadError) as caught:
        sets_of(plan(Cell(TOPIC, Level.KNOW, 2), rules=rules), bank, base_count=2)
    assert (
        "thời gian dự kiến chênh 10 giây, time_tolerance_s chỉ cho 5 "
        "(không cách chọn nào dưới 10 giây)"
    ) in str(caught.value)


@pytest.mark.parametrize("limit", [1, 2])
def test_shared_items_and_exposure_keep_to_their_limits(limit: int) -> None:
    rules = Rules(FormMode.DIFFERENT, max_shared=limit, max_exposure=2)
    sets, _ = sets_of(plan(rules=rules), bank_of(12 - limit))
    assert max(len(a & b) for a, b in combinations(sets, 2)) <= limit
    assert max(Counter(item_id for ids in sets for item_id in ids).values()) <= 2


def test_too_many_shared_items_are_told_with_the_least_there_can_be() -> None:
    rules = Rules(FormMode.DIFFERENT, max_shared=1)
    with pytest.raises(SpreadError, match=r"max_shared chỉ cho 1 \(không cách chọn nào dưới 3 câu"):
        sets_of(plan(rules=rules), bank_of(5))


def test_the_bound_on_overlap_is_met_where_counting_is_all_there_is() -> None:
    task = Task.of(plan(), bank_of(7), 3)
    sets, selection = sets_of(plan(), bank_of(7))
    assert selection.certificate.stages[-1].objective >= overlap_bound(task) == 2
    assert max(len(a & b) for a, b in combinations(sets, 2)) == 2
    assert most_shared(task, ((0, 1), (1, 2))) == 1


def test_exposure_that_binds_is_named_with_the_shortfall() -> None:
    rules = Rules(FormMode.DIFFERENT, max_shared=0)
    with pytest.raises(ShortfallError) as caught:
        sets_of(plan(rules=rules), bank_of(10))
    (short,) = caught.value.shortfalls
    assert (short.wanted, short.available, short.missing) == (12, 10, 2)
    assert "max_shared" in caught.value.causes[0]


def test_excluded_and_previous_items_are_not_drawn_and_named_where_they_bind() -> None:
    rules = Rules(exclude=("biet-00",), previous=("biet-01",))
    sets, _ = sets_of(plan(rules=rules), bank_of(6), base_count=1)
    assert sets == [{"biet-02", "biet-03", "biet-04", "biet-05"}]
    with pytest.raises(ShortfallError) as caught:
        sets_of(plan(rules=rules), bank_of(5), base_count=1)
    assert "exclude" in caught.value.causes[0]


def test_included_items_are_in_every_set_beyond_all_limits_of_exposure() -> None:
    rules = Rules(FormMode.DIFFERENT, max_exposure=1, include=("biet-03",))
    sets, _ = sets_of(plan(rules=rules), bank_of(10))
    assert [("biet-03" in ids) for ids in sets] == [True, True, True]


@pytest.mark.parametrize(
    ("item", "words"),
    [
        (None, "không có hiệu lực"),
        (make_item("x", level=Level.APPLY), "không vào ô nào"),
        (as_draft(make_item("x")), "bản nháp"),
        (replace(make_item("x"), group="vu"), "thiếu câu cùng nhóm"),
    ],
)
def test_an_item_that_cannot_be_included_is_named_with_the_reason(
    item: Item | None, words: str
) -> None:
    torn = replace(make_item("y", level=Level.APPLY), group="vu")
    bank = [*bank_of(6), torn, *([item] if item else [])]
    with pytest.raises(IncludeError, match=words):
        sets_of(plan(rules=Rules(include=("x",))), bank, base_count=1)


def test_an_item_cannot_be_included_and_excluded() -> None:
    rules = Rules(include=("biet-00",), exclude=("biet-00",))
    with pytest.raises(IncludeError, match="đồng thời bị loại"):
        sets_of(plan(rules=rules), bank_of(6), base_count=1)


def test_includes_that_exclude_each_other_are_told() -> None:
    bank = [make_item("a", enemies=["b"]), make_item("b"), *bank_of(4)]
    with pytest.raises(Exception, match="include"):
        sets_of(plan(rules=Rules(include=("a", "b"))), bank, base_count=1)


def test_enemies_that_bind_over_sets_are_named() -> None:
    bank = [make_item(f"i{n}", enemies=["i0"] if n else []) for n in range(4)]
    rules = Rules(FormMode.DIFFERENT, max_shared=0)
    with pytest.raises(EnemyError) as caught:
        sets_of(plan(Cell(TOPIC, Level.KNOW, 2), rules=rules), bank, base_count=2)
    assert len(caught.value.pairs) == 1
    assert caught.value.shortfalls[0].missing == 1


def test_a_group_comes_whole_or_not_at_all_and_stands_together() -> None:
    bank = [replace(item, group="vu") for item in bank_of(3)] + [make_item(f"x{n}") for n in "abc"]
    for seed in "stuvw":
        paper = assemble(plan(), bank, law_date=LAW_DATE, seed=seed, codes=CODES)
        for form in paper.forms:
            printed = [entry.item_id for entry in form.parts[0]]
            inside = [index for index, item_id in enumerate(printed) if paper.items[item_id].group]
            assert len(inside) in (0, 3)
            assert inside == list(range(inside[0], inside[0] + 3)) if inside else True
            assert [i for i in printed if paper.items[i].group] in (
                [],
                ["biet-00", "biet-01", "biet-02"],
            )


def test_a_group_torn_by_a_missing_cell_is_not_used() -> None:
    bank = [
        replace(make_item("g1"), group="g"),
        replace(make_item("g2", level=Level.APPLY), group="g"),
    ]
    with pytest.raises(ShortfallError):
        sets_of(plan(Cell(TOPIC, Level.KNOW, 1)), bank, base_count=1)


def group(item_id: str, *levels: Level) -> Item:
    """A true/false group whose statements have levels of their own."""
    item = make_item(item_id, ItemType.TRUE_FALSE_GROUP)
    assert isinstance(item.body, TrueFalseGroup)
    body = replace(
        item.body,
        statements=tuple(
            replace(s, level=level) for s, level in zip(item.body.statements, levels, strict=True)
        ),
    )
    return replace(item, body=body)


def test_a_search_that_is_given_up_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(selection, "FILL_NODES", 0)
    rng = random.Random(0)
    bank = [group(f"i{n}", *(rng.choice([*Level]) for _ in range(4))) for n in range(10)]
    know, understand = rng.randrange(5, 8), rng.randrange(5, 8)
    counts = zip(Level, (know, understand, 20 - know - understand), strict=True)
    cells = tuple(Cell(TOPIC, level, count) for level, count in counts)
    part = Part(ItemType.TRUE_FALSE_GROUP, Decimal(1), cells, unit=CellUnit.STATEMENTS)
    blueprint = replace(make_blueprint(part), rules=Rules(FormMode.DIFFERENT))
    with pytest.raises(SolverLimitError, match="chia ma trận"):
        sets_of(blueprint, bank)


def test_cells_may_count_statements_by_their_own_level() -> None:
    know, apply_ = Level.KNOW, Level.APPLY
    bank = [
        group("a", know, know, know, apply_),
        group("b", know, apply_, apply_, apply_),
        group("c", apply_, apply_, apply_, apply_),
    ]
    part = Part(
        ItemType.TRUE_FALSE_GROUP,
        Decimal(1),
        (Cell(TOPIC, know, 3), Cell(TOPIC, apply_, 5)),
        unit=CellUnit.STATEMENTS,
    )
    assert part.count == 2
    sets, _ = sets_of(make_blueprint(part), bank, base_count=1)
    assert sets == [{"a", "c"}]


def test_a_part_may_ask_for_contest_items_only() -> None:
    bank = [*bank_of(3), replace(make_item("thi"), use=Use.CONTEST)]
    part = replace(make_part(ItemType.SINGLE_CHOICE, Cell(TOPIC, Level.KNOW, 1)), use=Use.CONTEST)
    sets, _ = sets_of(make_blueprint(part), bank, base_count=1)
    assert sets == [{"thi"}]


def test_forms_take_the_sets_in_turn() -> None:
    rules = Rules(FormMode.DIFFERENT, base_forms=2, max_shared=0)
    codes = ("101", "102", "103", "104")
    paper = assemble(plan(rules=rules), bank_of(8), law_date=LAW_DATE, seed="s", codes=codes)
    assert [form.base for form in paper.forms] == [0, 1, 0, 1]
    ids = [{item.id for item in paper.items_of(form)} for form in paper.forms]
    assert ids[0] == ids[2]
    assert ids[1] == ids[3]
    assert not ids[0] & ids[1]


@settings(max_examples=25)
@given(st.data())
def test_sets_keep_every_rule_and_the_certificate_says_what_they_are(data: st.DataObject) -> None:
    base_count = data.draw(st.integers(2, 4))
    bank = [
        replace(
            make_item(
                f"{level.value}-{n:02}",
                level=level,
                enemies=[f"{level.value}-{data.draw(st.integers(0, 9)):02}"],
            ),
            seconds=data.draw(st.integers(3, 9)) * 10,
        )
        for level in (Level.KNOW, Level.APPLY)
        for n in range(10)
    ]
    cells = (Cell(TOPIC, Level.KNOW, 3), Cell(TOPIC, Level.APPLY, 2))
    exposure = data.draw(st.none() | st.integers(1, 3))
    blueprint = plan(*cells, rules=Rules(FormMode.DIFFERENT, max_exposure=exposure))
    try:
        sets, selection = sets_of(blueprint, bank, base_count)
    except ShortfallError:
        assume(False)
    enemies = {(item.id, enemy) for item in bank for enemy in item.enemies if enemy != item.id}
    seconds = {item.id: item.seconds for item in bank}
    for ids in sets:
        assert Counter(item_id[:4] for item_id in ids) == {"biet": 3, "van-": 2}
        assert not any({a, b} <= ids for a, b in enemies)
    used = Counter(item_id for ids in sets for item_id in ids)
    assert max(used.values()) <= (exposure or base_count)
    certificate = selection.certificate
    assert certificate.seconds == tuple(sum(seconds[i] for i in ids) for ids in sets)
    stages = {stage.name: stage for stage in certificate.stages}
    assert stages["time"].objective == max(certificate.seconds) - min(certificate.seconds)
    assert stages["overlap"].objective == max(len(a & b) for a, b in combinations(sets, 2))
    assert all(0 <= stage.bound <= stage.objective for stage in certificate.stages)
    again, _ = sets_of(blueprint, bank[::-1], base_count)
    assert again == sets
