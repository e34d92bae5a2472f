"""An independent check of a made paper, from its manifest.json and items.json.

It shares no code with `lachan.assembly`, which made the paper (import-linter holds them apart),
so that a fault there cannot hide itself here.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping

from lachan.checks.papers import company, habits, letters, matrix, printed, sets, truths
from lachan.checks.papers.record import Fault, PaperRecord
from lachan.domain.items import Item
from lachan.domain.law import Provision
from lachan.errors import Problem

RULES: tuple[Callable[[PaperRecord], Iterator[Fault]], ...] = (
    matrix.check_cells,
    matrix.check_kinds,
    matrix.check_repeats,
    matrix.check_points,
    matrix.check_codes,
    printed.check_options,
    printed.check_keys,
    letters.check_letters,
    truths.check_truths,
    habits.check_habits,
    company.check_enemies,
    company.check_groups,
    company.check_barred,
    sets.check_sets,
    sets.check_exposure,
    sets.check_shared,
    sets.check_tolerances,
    sets.check_certificate,
)


def check_paper(
    manifest: bytes,
    items: bytes,
    *,
    provisions: Mapping[str, Provision] | None = None,
    bank: Iterable[Item] | None = None,
) -> tuple[Problem, ...]:
    """Return what is wrong with a paper; nothing where every form is as its blueprint says.

    Parameters
    ----------
    manifest, items
        The bytes of manifest.json and items.json.
    provisions
        The law by citation, to check that it is in force on the paper's date.
    bank
        The items the paper was drawn from, to check that it prints them as they are.
    """
    found: list[Fault] = []
    try:
        found += _faults(manifest, items, provisions, bank)
    except (
        LookupError,
        TypeError,
        ValueError,
        ArithmeticError,
        AttributeError,
        RecursionError,
    ) as error:
        message = f"hồ sơ đề thiếu hoặc sai ở: {error}"
        found.append(Fault("PP001", "", message, "dùng tệp do lachan paper make ghi ra"))
    return tuple(fault.to_problem() for fault in found)


def _faults(
    manifest: bytes,
    items: bytes,
    provisions: Mapping[str, Provision] | None,
    bank: Iterable[Item] | None,
) -> Iterator[Fault]:
    record = PaperRecord.parse(manifest, items)
    if record.manifest["items_sha256"] != hashlib.sha256(items).hexdigest():
        yield Fault("PP027", "", "items.json không khớp mã băm ghi trong manifest.json")
    for rule in RULES:
        yield from rule(record)
    if provisions is not None:
        yield from company.check_law(record, provisions)
    if bank is not None:
        yield from company.check_bank(record, bank)


__all__ = ["RULES", "check_paper"]
