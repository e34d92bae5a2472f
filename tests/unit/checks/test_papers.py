"""The checker passes what assembly makes, and catches each kind of planted fault."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import partial
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from lachan.assembly import AssemblyError, assemble
from lachan.checks.papers import RULES, check_paper
from lachan.domain.items import Item
from lachan.domain.kinds import CellUnit, FormMode, ItemType, Level, Verification
from lachan.domain.law import Document, Provision
from lachan.domain.papers.paper import Cell, Paper, Rules
from lachan.errors import Severity
from lachan.exchange import render_items_snapshot, render_manifest
from support.items import LAW_DATE, TOPIC, full_blueprint, make_bank, make_item, make_part

DAY = dt.date(2025, 7, 1)
CODES = ("101", "102", "103", "104")
Json = dict[str, Any]


def provision(name: str) -> Provision:
    document = Document("luat", "1/2024/QH15", "Luật", "Luật Mẫu", "Luật Mẫu", "Quốc hội", DAY)
    return Provision(
        f"luat/{name}",
        document,
        "2",
        "",
        "",
        DAY,
        None,
        "",
        Verification.STATUTE,
        ("N1",),
        DAY,
        "x",
    )


LAW = {f"luat/{name}": provision(name) for name in ("d2", "a", "b", "c", "d")}
SINGLES = Cell(TOPIC, Level.KNOW, 8)
RULES_BETWEEN = Rules(
    FormMode.DIFFERENT,
    base_forms=2,
    max_shared=12,
    max_exposure=2,
    difficulty_tolerance=Decimal("0.5"),
    time_tolerance_s=60,
    include=("single-choice-biet-00",),
    exclude=("thua",),
    previous=("cu",),
)


def bank_and_paper() -> tuple[list[Item], Paper]:
    bank = make_bank()
    bank += [make_item(f"single-choice-biet-{n:02}", pinned="d") for n in range(17)]
    bank += [replace(make_item(f"nhom-{n}", level=Level.APPLY), group="vu") for n in "ab"]
    plan = full_blueprint()
    first = make_part(ItemType.SINGLE_CHOICE, SINGLES, Cell(TOPIC, Level.APPLY, 2))
    bank = [
        item
        for item in bank
        if (item.type, item.level) != (ItemType.SINGLE_CHOICE, Level.APPLY) or item.group
    ]
    plan = replace(plan, parts=(first, *plan.parts[1:]), rules=RULES_BETWEEN)
    total = sum((part.points * part.count for part in plan.parts), Decimal())
    plan = replace(plan, total_points=total)
    return bank, assemble(plan, bank, law_date=LAW_DATE, seed="s", codes=CODES)


BANK, PAPER = bank_and_paper()
ITEMS = render_items_snapshot(PAPER)
MANIFEST = render_manifest(PAPER, {}, versions={})


def codes_found(manifest: bytes, items: bytes, **more: Any) -> set[str]:
    return {problem.code for problem in check_paper(manifest, items, **more)}


def test_a_made_paper_is_clean() -> None:
    assert () == check_paper(MANIFEST, ITEMS, provisions=LAW, bank=BANK)


def question(data: Json, kind: str, form: int = 0) -> tuple[Json, Json]:
    """The first printed question of a type in a form, and its row of the key."""
    kinds = [part["type"] for part in data["blueprint"]["parts"]]
    entry = data["forms"][form]["parts"][kinds.index(kind)][0]
    row = next(r for r in data["forms"][form]["key"] if r["item"] == entry["item"])
    return entry, row


def item_of(items: Json, item_id: str) -> Json:
    return next(item for item in items["items"] if item["id"] == item_id)


def used(data: Json, kind: str) -> str:
    return str(question(data, kind)[0]["item"])


def swap(things: list[Any], first: int, second: int) -> None:
    things[first], things[second] = things[second], things[first]


def set_all_keys(data: Json, items: Json) -> None:
    """Turn every single choice so that its key is A, and say so in the key."""
    form = data["forms"][0]
    for entry in form["parts"][0]:
        key = item_of(items, entry["item"])["key"]
        entry["options"] = [key, *(o for o in entry["options"] if o != key)]
    for row in form["key"][: len(form["parts"][0])]:
        row["key"] = "A"


@dataclass(frozen=True)
class Planted:
    code: str
    words: str
    plant: Callable[[Json, Json], object]


def forget_key(manifest: Json, _: Json, kind: ItemType) -> None:
    question(manifest, kind)[1].update(key="Z")


FAULTS = [
    Planted("PP001", "seconds", lambda m, i: i["items"][0].pop("seconds")),
    Planted("PP001", "dạng lachan-manifest/9", lambda m, i: m.update(format="lachan-manifest/9")),
    Planted("PP001", "dạng lachan-items/9", lambda m, i: i.update(format="lachan-items/9")),
    Planted("PP001", "forms", lambda m, i: m.update(forms=[])),
    Planted("PP001", "parts", lambda m, i: m["forms"][0]["parts"].pop()),
    Planted("PP001", "không-có", lambda m, i: question(m, "essay")[0].update(item="không-có")),
    Planted(
        "PP002",
        "ma trận ghi 3",
        lambda m, i: m["blueprint"]["parts"][1]["cells"][0].update(count=3),
    ),
    Planted("PP002", "hieu", lambda m, i: item_of(i, used(m, "essay")).update(level="hieu")),
    Planted("PP003", "dạng", lambda m, i: m["blueprint"]["parts"][8].update(type="scenario")),
    Planted("PP003", "cấp", lambda m, i: item_of(i, used(m, "essay")).update(band="thpt")),
    Planted("PP003", "use", lambda m, i: m["blueprint"]["parts"][8].update(use="contest")),
    Planted("PP004", "draft", lambda m, i: item_of(i, used(m, "essay")).update(status="draft")),
    Planted(
        "PP006",
        "loại trừ",
        lambda m, i: item_of(i, used(m, "essay")).update(enemies=[used(m, "ordering")]),
    ),
    Planted("PP007", "không đứng liền", lambda m, i: move_group(m)),
    Planted("PP007", "thiếu câu", lambda m, i: item_of(i, only_in_first(m)).update(group="vu")),
    Planted(
        "PP008", "thiếu, thừa", lambda m, i: question(m, "multiple_choice")[0]["options"].pop()
    ),
    Planted(
        "PP008",
        "vế phải",
        lambda m, i: question(m, "matching")[0].update(targets=["a", "a", "b", "x"]),
    ),
    Planted("PP009", "ghim d", lambda m, i: swap(pinned(m)["options"], 0, 3)),
    Planted("PP010", "giống hệt", lambda m, i: m["forms"][2].update(parts=m["forms"][0]["parts"])),
    Planted(
        "PP011",
        "2 lần",
        lambda m, i: m["forms"][0]["parts"][0].__setitem__(0, m["forms"][0]["parts"][0][1]),
    ),
    Planted("PP012", "chỉ được 1", lambda m, i: m["blueprint"]["rules"].update(max_exposure=1)),
    Planted("PP013", "chỉ được 0", lambda m, i: m["blueprint"]["rules"].update(max_shared=0)),
    Planted(
        "PP014", "thiếu câu bắt buộc x", lambda m, i: m["blueprint"]["rules"].update(include=["x"])
    ),
    Planted(
        "PP015", "exclude", lambda m, i: m["blueprint"]["rules"].update(exclude=[used(m, "essay")])
    ),
    Planted(
        "PP015",
        "previous",
        lambda m, i: m["blueprint"]["rules"].update(previous=[used(m, "essay")]),
    ),
    Planted("PP016", "có", set_all_keys),
    Planted("PP017", "cùng một đáp án", set_all_keys),
    Planted("PP018", "ma trận ghi 2", lambda m, i: question(m, "essay")[1].update(points="3")),
    Planted("PP018", "tổng điểm", lambda m, i: m["blueprint"].update(total_points="99")),
    Planted("PP019", "chữ số", lambda m, i: m["forms"][0].update(code="10a")),
    Planted("PP019", "dùng cho 2 đề", lambda m, i: m["forms"][0].update(code="102")),
    Planted("PP019", "dài ngắn", lambda m, i: m["forms"][0].update(code="0101")),
    Planted("PP019", "danh sách codes", lambda m, i: m.update(codes=["101"])),
    Planted("PP020", "dòng đáp án", lambda m, i: swap(m["forms"][0]["key"], 0, 1)),
    Planted("PP020", "đáp án", lambda m, i: m["forms"][0]["key"].pop()),
    *(Planted("PP020", "đúng là", partial(forget_key, kind=kind)) for kind in ItemType),
    Planted(
        "PP021",
        "chỉ được 0.1",
        lambda m, i: (
            m["difficulty"].update({used(m, "single_choice"): 900}),
            m["blueprint"]["rules"].update(difficulty_tolerance="0.1"),
        ),
    ),
    Planted("PP022", "chỉ được 60", lambda m, i: item_of(i, only_in_first(m)).update(seconds=400)),
    Planted("PP024", "độ khó", lambda m, i: m["certificate"].update(difficulty=["1", "2"])),
    Planted("PP024", "thời gian", lambda m, i: m["certificate"].update(seconds=[1, 2])),
    Planted(
        "PP024", "bước overlap", lambda m, i: m["certificate"]["stages"][3].update(objective="0")
    ),
    Planted("PP024", "cận", lambda m, i: m["certificate"]["stages"][2].update(bound="9999")),
    Planted("PP025", "phải là 4", lambda m, i: m["blueprint"]["rules"].update(base_forms=None)),
    Planted("PP025", "khác câu", lambda m, i: m["forms"][2].update(parts=m["forms"][1]["parts"])),
    Planted(
        "PP026", "đúng thứ tự", lambda m, i: question(m, "ordering")[0].update(options=list("abcd"))
    ),
]


def pinned(data: Json) -> Json:
    part = data["forms"][0]["parts"][0]
    return next(entry for entry in part if entry["item"].startswith("single-choice-biet-"))


def only_in_first(data: Json) -> str:
    first, second = ({entry["item"] for entry in data["forms"][n]["parts"][0]} for n in (0, 1))
    return str(min(first - second))


def move_group(data: Json) -> None:
    part = data["forms"][0]["parts"][0]
    inside = [n for n, entry in enumerate(part) if entry["item"].startswith("nhom")]
    swap(part, inside[0], (inside[1] + 3) % len(part))


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: f"{fault.code}-{fault.words}")
def test_a_planted_fault_is_caught(fault: Planted) -> None:
    manifest, items = json.loads(MANIFEST), json.loads(ITEMS)
    fault.plant(manifest, items)
    snapshot = json.dumps(items).encode()
    manifest["items_sha256"] = hashlib.sha256(snapshot).hexdigest()

    found = check_paper(json.dumps(manifest).encode(), snapshot)

    told = [problem.message for problem in found if problem.code == fault.code]
    assert any(fault.words in message for message in told), [str(each) for each in found]


def test_law_out_of_force_on_the_papers_date_is_caught() -> None:
    assert codes_found(MANIFEST, ITEMS, provisions={}) == {"PP005"}
    late = {cited: replace(each, in_force_to=DAY) for cited, each in LAW.items()}
    assert codes_found(MANIFEST, ITEMS, provisions=late) == {"PP005"}
    manifest = json.loads(MANIFEST)
    manifest["law_date"] = "2026-01-01"
    assert codes_found(json.dumps(manifest).encode(), ITEMS, provisions=LAW) == {"PP005"}


def test_items_that_are_not_the_banks_are_caught() -> None:
    assert codes_found(MANIFEST, ITEMS, bank=[]) == {"PP023"}
    [*rest] = BANK
    changed = [replace(item, seconds=1, body=make_item("z", item.type).body) for item in rest]
    assert codes_found(MANIFEST, ITEMS, bank=changed) == {"PP023"}


def test_a_snapshot_with_one_byte_changed_is_caught() -> None:
    assert codes_found(MANIFEST, ITEMS.replace(b"\n", b"\n ", 1)) == {"PP027"}


def test_what_is_no_paper_is_told_without_a_traceback() -> None:
    for manifest, items in (
        (b"", b""),
        (b"[]", b"[]"),
        (b"{}", ITEMS),
        (MANIFEST, b'{"items": 3}'),
    ):
        assert codes_found(manifest, items) == {"PP001"}


def test_a_run_that_pinned_keys_force_is_a_warning() -> None:
    bank = [make_item(f"i{n}", pinned="b") for n in range(5)]
    plan = replace(
        full_blueprint(), parts=(make_part(ItemType.SINGLE_CHOICE, Cell(TOPIC, Level.KNOW, 5)),)
    )
    paper = assemble(plan, bank, law_date=LAW_DATE, seed="s", codes=("101",))
    found = check_paper(render_manifest(paper, {}, versions={}), render_items_snapshot(paper))
    assert {(problem.code, problem.severity) for problem in found} == {("PP017", Severity.WARNING)}


@settings(max_examples=30)
@given(st.data())
def test_every_made_paper_is_clean(data: st.DataObject) -> None:
    """Small banks of all sorts: enemies, groups, pins, exposure; one set or several."""
    kinds = data.draw(st.lists(st.sampled_from(ItemType), min_size=1, max_size=3, unique=True))
    bank = [
        replace(
            make_item(
                f"{kind.value.replace('_', '-')}-{level.value}-{n}",
                kind,
                level,
                pinned=data.draw(st.sampled_from(["", "", "d", "b"])),
                enemies=data.draw(st.sampled_from([(), (), (f"{kind.value}-{level.value}-0",)])),
            ),
            seconds=10 * data.draw(st.integers(1, 12)),
            group=data.draw(st.sampled_from(["", "", "", f"{kind}-{level}"])),
        )
        for kind in kinds
        for level in (Level.KNOW, Level.APPLY)
        for n in range(6)
    ]
    parts = tuple(
        make_part(
            kind,
            *(
                Cell(TOPIC, level, data.draw(st.integers(1, 3)))
                for level in (Level.KNOW, Level.APPLY)
            ),
        )
        for kind in kinds
    )
    rules = Rules(
        data.draw(st.sampled_from(FormMode)),
        max_exposure=data.draw(st.none() | st.integers(1, 3)),
        key_balance=data.draw(st.booleans()),
    )
    plan = replace(full_blueprint(), parts=parts, rules=rules)
    codes = CODES[: data.draw(st.integers(1, 4))]
    try:
        paper = assemble(
            plan, bank, law_date=LAW_DATE, seed=data.draw(st.text(max_size=4)), codes=codes
        )
    except AssemblyError:
        assume(False)
    found = check_paper(
        render_manifest(paper, {}, versions={}),
        render_items_snapshot(paper),
        provisions=LAW,
        bank=bank,
    )
    assert [] == [str(problem) for problem in found if problem.severity is Severity.ERROR]


def test_every_rule_has_a_planted_fault() -> None:
    # Counted by code: a rule without one would never have been seen to work.
    planted = {fault.code for fault in FAULTS} | {"PP005", "PP023", "PP027"}
    # PP028, PP029 and PP030 have theirs in papers/test_truths.py.
    assert {f"PP{number:03}" for number in range(1, 28)} == planted
    assert len(RULES) == 18


def test_cells_of_statements_are_counted_by_their_level() -> None:
    part = make_part(ItemType.TRUE_FALSE_GROUP, Cell(TOPIC, Level.KNOW, 4))
    plan = replace(full_blueprint(), parts=(replace(part, unit=CellUnit.STATEMENTS),))
    bank = [make_item("nhom", ItemType.TRUE_FALSE_GROUP)]
    paper = assemble(plan, bank, law_date=LAW_DATE, seed="s", codes=("101",))
    manifest = render_manifest(paper, {}, versions={})
    assert codes_found(manifest, render_items_snapshot(paper)) == set()
    wrong = json.loads(manifest)
    wrong["blueprint"]["parts"][0]["cells"][0]["level"] = "hieu"
    assert codes_found(json.dumps(wrong).encode(), render_items_snapshot(paper)) == {"PP002"}
