"""The sets of items behind the forms: how often, how much in common, how alike, and the proof."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations

from lachan.checks.papers.record import Fault, FormRecord, PaperRecord
from lachan.text import format_decimal


def check_sets(record: PaperRecord) -> Iterator[Fault]:
    """There are as many sets as the rules say, and forms of one set hold the same items."""
    rules, count = record.rules, len(record.forms)
    wanted = 1 if rules["mode"] == "same" else min(count, rules["base_forms"] or count)
    found = sorted({form.base for form in record.forms})
    if found != list(range(wanted)):
        yield Fault("PP025", "", f"có {len(found)} bộ câu, phải là {wanted}")
    for form in record.forms:
        if form.ids != record.sets[form.base].ids:
            first = record.sets[form.base].code
            yield Fault("PP025", f"mã đề {form.code}", f"khác câu với mã đề {first} cùng bộ")


def check_exposure(record: PaperRecord) -> Iterator[Fault]:
    """An item is in no more sets than allowed; what every set must include is set aside."""
    limit = record.rules["max_exposure"]
    used = Counter(item_id for form in record.sets.values() for item_id in form.ids)
    for item_id, times in sorted(used.items()):
        if limit is not None and times > limit and item_id not in record.rules["include"]:
            yield Fault("PP012", item_id, f"có trong {times} bộ câu, chỉ được {limit}")


def check_shared(record: PaperRecord) -> Iterator[Fault]:
    """Two sets share no more items than allowed."""
    limit = record.rules["max_shared"]
    for first, second in combinations(record.sets.values(), 2):
        shared = len(first.ids & second.ids)
        if limit is not None and shared > limit:
            message = f"trùng {shared} câu với mã đề {second.code}, chỉ được {limit}"
            yield Fault("PP013", f"mã đề {first.code}", message)


def check_tolerances(record: PaperRecord) -> Iterator[Fault]:
    """Sets are as alike in expected difficulty and time as the rules ask."""
    for code, name, totals, limit in (
        ("PP021", "độ khó dự kiến (điểm)", _lost(record), record.rules["difficulty_tolerance"]),
        ("PP022", "thời gian dự kiến (giây)", _seconds(record), record.rules["time_tolerance_s"]),
    ):
        spread = max(totals) - min(totals)
        if limit is not None and spread > Decimal(limit):
            message = f"{name} của các bộ câu chênh {format_decimal(spread)}, chỉ được {limit}"
            yield Fault(code, "", message)


def check_certificate(record: PaperRecord) -> Iterator[Fault]:
    """The certificate says what the sets are, and claims no bound above what was reached."""
    certificate = record.manifest["certificate"]
    lost, seconds = _lost(record), _seconds(record)
    if [Decimal(each) for each in certificate["difficulty"]] != lost:
        yield Fault("PP024", "certificate", "độ khó đã ghi không khớp các câu trong đề")
    if [Decimal(each) for each in certificate["seconds"]] != seconds:
        yield Fault("PP024", "certificate", "thời gian đã ghi không khớp các câu trong đề")
    pairs = combinations(record.sets.values(), 2)
    reached = {
        "fill": Decimal(0),
        "difficulty": max(lost) - min(lost),
        "time": max(seconds) - min(seconds),
        "overlap": Decimal(max((len(a.ids & b.ids) for a, b in pairs), default=0)),
    }
    for stage in certificate["stages"]:
        value = reached.get(stage["name"])
        if value is None or Decimal(stage["objective"]) != value:
            message = f"ghi {stage['objective']}, tính lại là {value}"
            yield Fault("PP024", f"certificate, bước {stage['name']}", message)
        if Decimal(stage["bound"]) > Decimal(stage["objective"]):
            message = f"cận {stage['bound']} lớn hơn giá trị đạt được {stage['objective']}"
            yield Fault("PP024", f"certificate, bước {stage['name']}", message)


def _lost(record: PaperRecord) -> list[Decimal]:
    """Return the points that contestants are expected to lose on each set."""
    wrong = record.manifest["difficulty"]

    def total(form: FormRecord) -> Decimal:
        return sum(
            (
                Decimal(record.parts[q.part]["points"]) * Decimal(wrong[q.id]) / 1000
                for q in form.questions
            ),
            Decimal(),
        )

    return [total(form) for form in record.sets.values()]


def _seconds(record: PaperRecord) -> list[Decimal]:
    return [
        Decimal(sum(question.item["seconds"] for question in form.questions))
        for form in record.sets.values()
    ]
