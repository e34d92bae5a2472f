"""Đúng that can be foretold is caught in a printed paper, and so is a habit that pays."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from lachan.assembly import assemble
from lachan.checks.papers import check_paper
from lachan.domain.kinds import ItemType, Level
from lachan.domain.papers.paper import Cell
from lachan.errors import Severity
from lachan.exchange import render_items_snapshot, render_manifest
from support.items import LAW_DATE, TOPIC, make_blueprint, make_item, make_part

Json = dict[str, Any]

CELL = Cell(TOPIC, Level.KNOW, 4)
PLAN = make_blueprint(
    make_part(ItemType.TRUE_FALSE_GROUP, CELL), make_part(ItemType.SINGLE_CHOICE, CELL)
)
BANK = [make_item(f"g{n}", ItemType.TRUE_FALSE_GROUP) for n in range(4)]
BANK += [make_item(f"s{n}") for n in range(4)]
PAPER = assemble(PLAN, BANK, law_date=LAW_DATE, seed="s", codes=["101"])
MANIFEST = json.loads(render_manifest(PAPER, {}, versions={}))
ITEMS = json.loads(render_items_snapshot(PAPER))


def found(manifest: Json, items: Json) -> set[tuple[str, Severity]]:
    snapshot = json.dumps(items).encode()
    manifest["items_sha256"] = hashlib.sha256(snapshot).hexdigest()
    problems = check_paper(json.dumps(manifest).encode(), snapshot)
    return {(each.code, each.severity) for each in problems if each.code != "PP020"}


def printed(*orders: str) -> Json:
    """The paper with its groups printed in these orders; a and c are right."""
    manifest: Json = json.loads(json.dumps(MANIFEST))
    for entry, order in zip(manifest["forms"][0]["parts"][0], orders, strict=True):
        entry["options"] = list(order)
    return manifest


def put(text: Any, old: str, new: str) -> Any:
    return json.loads(json.dumps(text, ensure_ascii=False).replace(old, new))


TWOS = {("PP028", Severity.WARNING)}
FORETOLD = {("PP029", Severity.ERROR)}


def test_a_bank_whose_groups_all_have_two_right_ones_is_told_once() -> None:
    assert TWOS == found(MANIFEST, ITEMS)


def test_a_bank_whose_groups_differ_in_right_ones_is_not() -> None:
    items = json.loads(json.dumps(ITEMS))
    groups = [item for item in items["items"] if item["type"] == "true_false_group"]
    for group, right in zip(groups[:2], ("abcd", "a"), strict=True):
        for statement in group["statements"]:
            statement["key"] = statement["id"] in right
    assert TWOS.isdisjoint(found(json.loads(json.dumps(MANIFEST)), items))


def test_groups_that_alternate_are_caught() -> None:
    assert TWOS | FORETOLD == found(printed("abcd", "badc", "abcd", "badc"), ITEMS)


def test_a_key_like_the_one_before_is_caught() -> None:
    assert TWOS | FORETOLD == found(printed("acbd", "cadb", "bdac", "dbca"), ITEMS)


def test_a_letter_that_is_mostly_right_is_caught() -> None:
    assert TWOS | FORETOLD == found(printed("acbd", "abdc", "acdb", "abdc"), ITEMS)


def test_what_is_even_passes() -> None:
    assert TWOS == found(printed("acbd", "bdac", "abdc", "bacd"[::-1]), ITEMS)


def test_no_order_is_asked_for_without_key_balance() -> None:
    manifest = printed("abcd", "badc", "abcd", "badc")
    manifest["blueprint"]["rules"]["key_balance"] = False
    assert set() == found(manifest, ITEMS)


def test_a_paper_whose_longest_choices_are_right_is_told() -> None:
    items = json.loads(json.dumps(ITEMS))
    for item in items["items"]:
        if item["type"] == "single_choice":
            key = next(choice for choice in item["choices"] if choice["id"] == item["key"])
            key["text"] = put(key["text"], "phương án", "phương án nào")
    assert TWOS | {("PP030", Severity.WARNING)} == found(MANIFEST, items)


def test_a_paper_whose_absolute_statements_are_wrong_is_told() -> None:
    items = json.loads(json.dumps(ITEMS))
    for item in items["items"]:
        for statement in item.get("statements", ()):
            word = "mệnh đề" if statement["key"] else "chỉ mệnh đề"
            statement["text"] = put(statement["text"], "mệnh đề", word)
    told = found(MANIFEST, items)
    assert TWOS | {("PP030", Severity.WARNING)} == told
