"""Items of a form go together: law in force, no enemies, groups whole, nothing barred."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from lachan.checks.papers.record import Fault, FormRecord, PaperRecord
from lachan.domain.items import Item
from lachan.domain.law import Provision
from lachan.text import format_date


def check_enemies(record: PaperRecord) -> Iterator[Fault]:
    """No form holds two items that exclude each other; one side's word is enough."""
    for form in record.forms:
        for question in form.questions:
            for enemy in sorted(form.ids & set(question.item["enemies"]) - {question.id}):
                yield Fault("PP006", question.where, f"loại trừ nhau với câu {enemy} cùng đề")


def check_groups(record: PaperRecord) -> Iterator[Fault]:
    """Items of a group stand next to each other, by id, and all sets hold the same of them."""
    members: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for item in record.items.values():
        if item["group"]:
            members[item["type"], item["group"]].add(str(item["id"]))
    for form in record.forms:
        for part in form.parts:
            runs: defaultdict[str, list[tuple[int, str]]] = defaultdict(list)
            for question in part:
                if question.item["group"]:
                    runs[question.item["group"]].append((question.number, question.id))
            for group, run in runs.items():
                yield from _check_group(form, group, run, members)


def _check_group(
    form: FormRecord,
    group: str,
    run: list[tuple[int, str]],
    members: Mapping[tuple[str, str], set[str]],
) -> Iterator[Fault]:
    numbers = [number for number, _ in run]
    ids = [item_id for _, item_id in run]
    where = f"mã đề {form.code}"
    if numbers != list(range(numbers[0], numbers[0] + len(numbers))) or ids != sorted(ids):
        yield Fault("PP007", where, f"các câu nhóm {group} không đứng liền nhau theo thứ tự mã")
    kind = next(q.item["type"] for q in form.questions if q.id == ids[0])
    missing = members[kind, group] - form.ids
    if missing:
        message = f"nhóm {group} thiếu câu {', '.join(sorted(missing))}"
        yield Fault("PP007", where, message)


def check_barred(record: PaperRecord) -> Iterator[Fault]:
    """Every form holds what must be included, and nothing excluded or given before."""
    rules = record.rules
    for form in record.forms:
        where = f"mã đề {form.code}"
        for item_id in sorted(set(rules["include"]) - form.ids):
            yield Fault("PP014", where, f"thiếu câu bắt buộc {item_id}")
        for item_id in sorted(set(rules["exclude"]) & form.ids):
            yield Fault("PP015", where, f"có câu đã loại {item_id} (exclude)")
        for item_id in sorted(set(rules["previous"]) & form.ids):
            yield Fault("PP015", where, f"có câu đã dùng ở đề trước {item_id} (previous)")


def check_law(record: PaperRecord, provisions: Mapping[str, Provision]) -> Iterator[Fault]:
    """What items state as law is in force on the paper's date."""
    on = dt.date.fromisoformat(record.manifest["law_date"])
    announced = record.blueprint["date"]
    if announced is not None and announced != record.manifest["law_date"]:
        message = f"luật xét theo ngày {format_date(on)}, ngày thi trong ma trận là {announced}"
        yield Fault("PP005", "", message)
    used = {item_id for form in record.forms for item_id in form.ids}
    for item_id in sorted(used):
        for cited in _citations(record.items[item_id]):
            provision = provisions.get(cited)
            if provision is None:
                yield Fault("PP005", item_id, f'không có điều khoản "{cited}"')
            elif not provision.is_in_force(on):
                message = f"{provision.label} không có hiệu lực ngày {format_date(on)}"
                yield Fault("PP005", item_id, message, "đổi câu")


def _citations(item: dict[str, Any]) -> Iterator[str]:
    yield from item["citations"]
    for statement in item.get("statements", ()):
        yield from statement["citations"]


def check_bank(record: PaperRecord, bank: Iterable[Item]) -> Iterator[Fault]:
    """Items are those of the bank, word for word and key for key."""
    revisions = {item.id: item.revision for item in bank}
    for item_id, item in sorted(record.items.items()):
        if item_id not in revisions:
            yield Fault("PP023", item_id, "ngân hàng không có câu này")
        elif revisions[item_id] != item["revision"]:
            message = f"bản {item['revision']} khác bản trong ngân hàng ({revisions[item_id]})"
            yield Fault("PP023", item_id, message, "câu đã sửa sau khi ra đề, hoặc hồ sơ bị sửa")
