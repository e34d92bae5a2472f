"""Each form meets the matrix: cells, types, points, and codes that can be read back."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from lachan.checks.papers.record import Fault, PaperRecord, Question
from lachan.text import format_decimal

Cell = tuple[str, str]


def check_cells(record: PaperRecord) -> Iterator[Fault]:
    """Every cell of every form holds exactly what the blueprint asks for."""
    for form in record.forms:
        for index, (part, questions) in enumerate(zip(record.parts, form.parts, strict=True)):
            wanted: Counter[Cell] = Counter()
            for cell in part["cells"]:
                wanted[cell["topic"], cell["level"]] += cell["count"]
            found: Counter[Cell] = Counter()
            for question in questions:
                found.update(_cells_of(question.item, part["unit"]))
            for topic, level in sorted({*wanted, *found}):
                asked, there = wanted[topic, level], found[topic, level]
                if asked != there:
                    where = f"mã đề {form.code}, phần {index + 1}"
                    message = f"ô {topic} / {level} có {there}, ma trận ghi {asked}"
                    yield Fault("PP002", where, message, "ra lại đề từ ma trận")


def _cells_of(item: dict[str, Any], unit: str) -> list[Cell]:
    if unit == "statements":
        return [
            (item["topic"], statement["level"] or item["level"]) for statement in item["statements"]
        ]
    return [(item["topic"], item["level"])]


def check_kinds(record: PaperRecord) -> Iterator[Fault]:
    """An item is of its part's type and use, of the blueprint's band, and ready."""
    for form in record.forms:
        for question in form.questions:
            part = record.parts[question.part]
            item = question.item
            if item["type"] != part["type"]:
                yield _kind(question, "dạng", item["type"], part["type"])
            if item["band"] != record.blueprint["band"]:
                yield _kind(question, "cấp", item["band"], record.blueprint["band"])
            if part["use"] is not None and item["use"] != part["use"]:
                yield _kind(question, "use", item["use"], part["use"])
            if item["status"] != "ready":
                yield Fault("PP004", question.where, "câu chưa xong (status: draft)", "đổi câu")


def _kind(question: Question, what: str, found: str, wanted: str) -> Fault:
    return Fault("PP003", question.where, f"{what} là {found}, phải là {wanted}", "đổi câu")


def check_repeats(record: PaperRecord) -> Iterator[Fault]:
    """A form holds an item once, and no two forms are printed alike."""
    met: dict[object, str] = {}
    for form in record.forms:
        times = Counter(question.id for question in form.questions)
        for item_id, count in sorted(times.items()):
            if count > 1:
                yield Fault("PP011", f"mã đề {form.code}", f"câu {item_id} có {count} lần")
        printed = tuple((q.part, q.id, q.options, q.targets) for q in form.questions)
        if printed in met:
            yield Fault("PP010", f"mã đề {form.code}", f"giống hệt mã đề {met[printed]}")
        met.setdefault(printed, form.code)


def check_points(record: PaperRecord) -> Iterator[Fault]:
    """Points in the key are those of the part, and add up to the total that was announced."""
    total = record.blueprint["total_points"]
    for form in record.forms:
        for row in form.key:
            wanted = Decimal(record.parts[row["part"] - 1]["points"])
            if Decimal(row["points"]) != wanted:
                where = f"mã đề {form.code}, phần {row['part']}, câu {row['number']}"
                message = f"điểm ghi {row['points']}, ma trận ghi {format_decimal(wanted)}"
                yield Fault("PP018", where, message)
        added = sum((Decimal(row["points"]) for row in form.key), Decimal())
        if total is not None and added != Decimal(total):
            message = f"tổng điểm là {format_decimal(added)}, phải là {total}"
            yield Fault("PP018", f"mã đề {form.code}", message)


def check_codes(record: PaperRecord) -> Iterator[Fault]:
    """Codes are 3 or 4 digits, equally long, all different, and listed as the forms are."""
    codes = [form.code for form in record.forms]
    for code, times in Counter(codes).items():
        if times > 1:
            yield Fault("PP019", f"mã đề {code}", f"dùng cho {times} đề")
        if not re.fullmatch(r"[0-9]{3,4}", code):
            yield Fault("PP019", f"mã đề {code}", "phải gồm 3 hoặc 4 chữ số")
    if len({len(code) for code in codes}) > 1:
        yield Fault("PP019", "", f"các mã đề dài ngắn khác nhau: {', '.join(codes)}")
    if codes != record.manifest["codes"]:
        yield Fault("PP019", "", "danh sách codes không khớp các mã đề trong forms")
