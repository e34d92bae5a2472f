"""A made paper as its manifest.json and items.json tell it, and what a rule says of it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from lachan.errors import Problem, Severity

MANIFEST = "manifest.json"


@dataclass(frozen=True, slots=True)
class Fault:
    """Something in a paper that is not as its blueprint says."""

    code: str
    where: str
    message: str
    hint: str = ""
    severity: Severity = Severity.ERROR

    def to_problem(self) -> Problem:
        """Return the fault as a problem of the manifest."""
        message = f"{self.where}: {self.message}" if self.where else self.message
        return Problem(self.code, self.severity, MANIFEST, 1, 1, message, self.hint)


@dataclass(frozen=True)
class Question:
    """A printed question: its item as items.json has it, and its place."""

    form: str
    part: int
    number: int
    item: dict[str, Any]
    options: tuple[str, ...]
    targets: tuple[str, ...]

    @property
    def id(self) -> str:
        """The item's id."""
        return str(self.item["id"])

    @property
    def where(self) -> str:
        """The place as an organiser finds it on paper."""
        return f"mã đề {self.form}, phần {self.part + 1}, câu {self.number} ({self.id})"


@dataclass(frozen=True)
class FormRecord:
    """A form as the manifest has it."""

    code: str
    base: int
    parts: tuple[tuple[Question, ...], ...]
    key: tuple[dict[str, Any], ...]

    @property
    def questions(self) -> Iterator[Question]:
        """All questions in printed order."""
        return (question for part in self.parts for question in part)

    @cached_property
    def ids(self) -> frozenset[str]:
        """Ids of all items."""
        return frozenset(question.id for question in self.questions)


@dataclass(frozen=True)
class PaperRecord:
    """The two files, parsed.

    Raises `LookupError`, `TypeError` or `ValueError` where they are not what they should be.
    """

    manifest: dict[str, Any]
    items: dict[str, dict[str, Any]]
    forms: tuple[FormRecord, ...]

    @classmethod
    def parse(cls, manifest: bytes, items: bytes) -> PaperRecord:
        """Return the record in the bytes of manifest.json and items.json."""
        data = _load(manifest, "lachan-manifest/1")
        by_id = {str(item["id"]): item for item in _load(items, "lachan-items/1")["items"]}
        forms = tuple(_form(form, by_id, len(data["blueprint"]["parts"])) for form in data["forms"])
        if not forms:
            raise ValueError("forms")
        return cls(data, by_id, forms)

    @property
    def blueprint(self) -> dict[str, Any]:
        """The blueprint."""
        found: dict[str, Any] = self.manifest["blueprint"]
        return found

    @property
    def parts(self) -> list[dict[str, Any]]:
        """The parts of the blueprint."""
        found: list[dict[str, Any]] = self.blueprint["parts"]
        return found

    @property
    def rules(self) -> dict[str, Any]:
        """The blueprint's rules between forms."""
        found: dict[str, Any] = self.blueprint["rules"]
        return found

    @property
    def sets(self) -> dict[int, FormRecord]:
        """For each set of items, the first form that shuffles it."""
        first: dict[int, FormRecord] = {}
        for form in self.forms:
            first.setdefault(form.base, form)
        return dict(sorted(first.items()))


def _load(data: bytes, known: str) -> dict[str, Any]:
    document: dict[str, Any] = json.loads(data)
    if document["format"] != known:
        raise ValueError(f"dạng {document['format']}, bản này chỉ kiểm được dạng {known}")
    return document


def _form(form: dict[str, Any], items: dict[str, dict[str, Any]], part_count: int) -> FormRecord:
    code = str(form["code"])
    parts = tuple(
        tuple(
            Question(
                code,
                part,
                number,
                items[entry["item"]],
                tuple(entry["options"]),
                tuple(entry["targets"]),
            )
            for number, entry in enumerate(entries, 1)
        )
        for part, entries in enumerate(form["parts"])
    )
    if len(parts) != part_count:
        raise ValueError(f"forms[{code}].parts")
    return FormRecord(code, int(form["base"]), parts, tuple(form["key"]))
