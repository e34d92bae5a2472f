"""From the paper maker's form to a blueprint, or to what is wrong with each field."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any

from lachan.content.papers.blueprint_reader import make_blueprint
from lachan.domain.kinds import CellUnit, FormMode, ItemType
from lachan.domain.papers.paper import Blueprint
from lachan.errors import ContentError, LachanError, Problem
from lachan.schema_words import spell_pointer
from lachan.text import to_nfc
from lachan.wire.paper_form import split_list

MOST_FORMS = 24
MOST_MINUTES = 300
MOST_IN_CELL = 400
# Python reads no number of thousands of digits.
LONGEST_NUMBER = 10

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class FieldFault:
    """What is wrong with one field; `field` is empty where it is about the whole."""

    field: str
    message: str


class FormError(LachanError):
    """A form that is no blueprint yet; `faults` has every reason."""

    def __init__(self, faults: list[FieldFault]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(fault.message for fault in faults))


def read_form(form: Mapping[str, Any], texts: Mapping[str, str]) -> Blueprint:
    """Return the blueprint that a form describes.

    Single fields are judged here, so that the message stands beside the field; what the fields
    must be together is judged by the same schema as a file.

    Raises
    ------
    FormError
        With every fault.
    """
    reader = _Reader(form, texts)
    data = reader.read()
    if reader.faults:
        raise FormError(reader.faults)
    slug = str(form.get("slug", ""))
    try:
        return make_blueprint(data, slug if _SLUG.fullmatch(slug) else "ma-tran")
    except ContentError as error:
        raise FormError([_place_fault(problem) for problem in error.problems]) from error


def _place_fault(problem: Problem) -> FieldFault:
    told = problem.message.removeprefix(f"{spell_pointer(problem.pointer)}: ")
    message = f"{told[:1].upper()}{told[1:]}."
    match problem.pointer:
        case ("parts", int(part), "steps", *_):
            return FieldFault(f"parts.{part}.steps", message)
        case ("parts", int(part), *_):
            return FieldFault(f"parts.{part}", message)
        case ("header" | "rules", str(field), *_) | (str(field), *_):
            return FieldFault(field, message)
    return FieldFault("", message)


class _Reader:
    """Reads the fields of a form one after the other and notes what cannot be read."""

    def __init__(self, form: Mapping[str, Any], texts: Mapping[str, str]) -> None:
        self._form = form
        self._texts = texts
        self.faults: list[FieldFault] = []

    def read(self) -> dict[str, Any]:
        """Return the data of a blueprint's file."""
        form = self._form
        codes = split_list(form.get("codes"))
        data: dict[str, Any] = {
            "title": self._words("title"),
            "header": {
                "authority": self._text("authority"),
                "organiser": self._words("organiser"),
                "exam": self._words("exam"),
                "school_year": self._text("school_year"),
                "subject": self._words("subject"),
            },
            "official": "yes" if form.get("official") is True else "no",
            "band": self._text("band"),
            "date": self._text("date") or None,
            "minutes": self._number("minutes", 1, MOST_MINUTES),
            "seed": self._words("seed"),
            "rules": self._rules(),
            "parts": [self._part(index, raw) for index, raw in enumerate(form.get("parts", ()))],
        }
        if codes:
            data["codes"] = self._codes(codes)
        else:
            data["forms"] = self._number("forms", 1, MOST_FORMS)
            data["code_digits"] = self._text("code_digits") or "3"
        read: dict[str, Any] = _without_none(data)
        return read

    def _rules(self) -> dict[str, Any]:
        form = self._form
        mode = FormMode.DIFFERENT if form.get("mode") == FormMode.DIFFERENT else FormMode.SAME
        between = {"base_forms": 1, "max_shared": 0, "max_exposure": 1}
        wanted = between if mode is FormMode.DIFFERENT else {}
        return {
            "mode": mode.value,
            "key_balance": "yes" if form.get("key_balance") is not False else "no",
            **{name: self._number(name, wanted[name], 100, optional=True) for name in wanted},
            "difficulty_tolerance": self._decimal("difficulty_tolerance", optional=True),
            "time_tolerance_s": self._number("time_tolerance_s", 0, 3600, optional=True),
            **{name: self._ids(name) for name in ("include", "exclude", "previous")},
        }

    def _part(self, index: int, raw: Mapping[str, Any]) -> dict[str, Any]:
        place = f"parts.{index}"
        counts = raw.get("counts") or {}
        cells = list(self._cells(place, counts))
        if not cells and not any(fault.field.startswith(f"{place}.") for fault in self.faults):
            self._fault(place, "paper_fault_empty_part")
        grouped = raw.get("type") == ItemType.TRUE_FALSE_GROUP
        return {
            "type": str(raw.get("type", "")),
            "points": self._decimal("points", raw, place),
            "use": str(raw.get("use") or "") or None,
            "unit": str(raw.get("unit") or CellUnit.ITEMS) if grouped else None,
            "steps": self._steps(raw, place) if grouped else None,
            "cells": cells,
        }

    def _cells(self, place: str, counts: Mapping[str, object]) -> Iterator[dict[str, Any]]:
        shown = set(self._form.get("topics", ()))
        for name in counts:
            topic, _, level = name.partition("/")
            if topic not in shown:
                continue
            count = self._number(name, 0, MOST_IN_CELL, counts, f"{place}.counts", optional=True)
            if count and count != "0":
                yield {"topic": topic, "level": level, "count": count}

    def _steps(self, raw: Mapping[str, Any], place: str) -> list[str] | None:
        pieces = str(raw.get("steps") or "").replace(";", " ").split()
        found = [_decimal(piece) for piece in pieces]
        if any(each is None for each in found):
            self._fault(f"{place}.steps", "paper_fault_steps")
            return None
        return [str(each) for each in found] or None

    def _codes(self, codes: tuple[str, ...]) -> list[str]:
        if len(codes) > MOST_FORMS:
            self._fault("codes", "paper_fault_many_codes", most=MOST_FORMS)
        if not all(re.fullmatch(r"[0-9]{3,4}", code) for code in codes):
            self._fault("codes", "paper_fault_codes")
        if len(set(codes)) < len(codes):
            self._fault("codes", "paper_fault_codes_twice")
        return list(codes)

    def _ids(self, field: str) -> list[str]:
        ids = split_list(self._form.get(field))
        wrong = [each for each in ids if not _SLUG.fullmatch(each)]
        if wrong:
            self._fault(field, "paper_fault_ids", found=wrong[0])
        return list(ids)

    def _text(self, field: str) -> str:
        return to_nfc(" ".join(str(self._form.get(field) or "").split()))

    def _words(self, field: str) -> str:
        text = self._text(field)
        if not text:
            self._fault(field, "paper_fault_missing")
        return text

    def _number(
        self,
        field: str,
        least: int,
        most: int,
        raw: Mapping[str, Any] | None = None,
        place: str = "",
        *,
        optional: bool = False,
    ) -> str | None:
        text = str((self._form if raw is None else raw).get(field) or "").strip()
        if not text and optional:
            return None
        whole = text.isascii() and text.isdigit() and len(text) < LONGEST_NUMBER
        if not (whole and least <= int(text) <= most):
            name = f"{place}.{field}" if place else field
            self._fault(name, "paper_fault_number", least=least, most=most, found=text)
            return None
        return str(int(text))

    def _decimal(
        self,
        field: str,
        raw: Mapping[str, Any] | None = None,
        place: str = "",
        *,
        optional: bool = False,
    ) -> str | None:
        text = str((self._form if raw is None else raw).get(field) or "").strip()
        if not text and optional:
            return None
        found = _decimal(text)
        if found is None or (found <= 0 and not optional):
            name = f"{place}.{field}" if place else field
            self._fault(name, "paper_fault_points", found=text)
            return None
        return str(found)

    def _fault(self, field: str, text: str, **values: object) -> None:
        self.faults.append(FieldFault(field, self._texts[text].format(**values)))


def _decimal(text: str) -> Decimal | None:
    """Return a number from 0 up written with a comma or a point."""
    try:
        number = Decimal(text.replace(",", "."))
    except InvalidOperation:
        return None
    return number if number.is_finite() and 0 <= number <= 1000 else None


def _without_none(data: Any) -> Any:
    if isinstance(data, dict):
        return {key: _without_none(value) for key, value in data.items() if value is not None}
    return [_without_none(each) for each in data] if isinstance(data, list) else data
