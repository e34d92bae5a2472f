"""A question that is being written, as the browser shows it: its form, what is wrong, a look."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, TypedDict

from lachan.content import Content
from lachan.domain.kinds import Band, ItemType, Level, Sensitivity
from lachan.domain.names import BAND_NAMES, ITEM_TYPE_NAMES, LEVEL_NAMES
from lachan.errors import Problem
from lachan.schema_words import spell_pointer
from lachan.text import capitalize
from lachan.wire.feedback import FeedbackJson
from lachan.wire.public_item import ItemJson


class AimJson(TypedDict):
    """A value to choose, and how it is called."""

    value: str
    label: str


class AuthoringTopicJson(TypedDict):
    topic: str
    title: str
    objectives: list[AimJson]


class AuthoringBandJson(TypedDict):
    band: Band
    label: str
    topics: list[AuthoringTopicJson]


class CitableJson(TypedDict):
    """A provision that may be cited; ``warning`` where a key may not rest on it."""

    id: str
    label: str
    summary: str
    plain: str
    warning: str


class AuthoringMenuJson(TypedDict):
    """What there is to choose from; ``folder`` is the school's, "" where there is none."""

    folder: str
    bands: list[AuthoringBandJson]
    types: list[AimJson]
    levels: list[AimJson]
    sensitivities: list[AimJson]
    law: list[CitableJson]
    beliefs: list[AimJson]


class QuestionJson(TypedDict):
    """A question in a list; ``shelf`` is where it lies, "" for one of the kit's."""

    id: str
    shelf: str
    band: str
    topic: str
    type: str
    stem: str


class AuthoringForm(TypedDict):
    """A question as it is typed, with the marks of what lay in the files when it was opened."""

    band: Band
    topic: str
    entry: dict[str, Any]
    aside: dict[str, dict[str, Any]]
    draft: str
    bank: str
    kit: bool
    former_id: str


class NoteJson(TypedDict):
    """What is said of a field: ``field`` is its path, joined by dots; "" for the whole."""

    field: str
    message: str
    hint: str
    code: str
    kind: Literal["error", "warning", "reread"]


class AuthoringLookJson(TypedDict):
    """What is wrong, and what a pupil will meet once it can be read."""

    notes: list[NoteJson]
    item: ItemJson | None
    feedback: FeedbackJson | None
    yaml: str


class VersionJson(TypedDict):
    name: str
    when: str
    shelf: str
    stem: str


SENSITIVITY_NAMES = {
    Sensitivity.LOW: "Thấp",
    Sensitivity.MEDIUM: "Vừa: cần báo trước",
    Sensitivity.HIGH: "Cao: cần người lớn bên cạnh",
}


def authoring_menu_json(content: Content) -> AuthoringMenuJson:
    """Return what the form for questions chooses from."""
    return {
        "folder": str(content.school or ""),
        "bands": [
            {"band": band, "label": BAND_NAMES[band], "topics": _topics(content, band)}
            for band in Band
        ],
        "types": [
            {"value": kind.value, "label": capitalize(ITEM_TYPE_NAMES[kind])} for kind in ItemType
        ],
        "levels": [{"value": each.value, "label": capitalize(LEVEL_NAMES[each])} for each in Level],
        "sensitivities": [
            {"value": each.value, "label": SENSITIVITY_NAMES[each]} for each in Sensitivity
        ],
        "law": [
            {
                "id": each.id,
                "label": each.label,
                "summary": each.summary,
                "plain": " ".join(each.plain.values()),
                "warning": "" if each.supports_key else each.text_status,
            }
            for each in content.provisions.values()
            if each.competence is None
        ],
        "beliefs": [{"value": each.id, "label": each.belief} for each in content.misconceptions],
    }


def note_json(problem: Problem, item_id: str, *, is_doubt: bool = False) -> NoteJson:
    """Return a problem as a note beside its field, without the place that it begins with."""
    told = problem.message.removeprefix(f"{spell_pointer(problem.pointer)}: ")
    told = told.removeprefix("(cả mục): ").removeprefix(f"{item_id}: ")
    return {
        "field": ".".join(map(str, problem.pointer)),
        "message": capitalize(told),
        # Where a teacher reads on is told in the guide, not after every rule.
        "hint": problem.hint.removesuffix(" (docs/safety.md)"),
        "code": problem.code,
        "kind": "reread" if is_doubt else problem.severity.value,
    }


def shorten_stem(entry: Mapping[str, Any], longest: int = 120) -> str:
    """Return the beginning of what an entry asks, for a list."""
    stem = " ".join(str(entry.get("stem") or "").split())
    return stem if len(stem) <= longest else stem[:longest].rsplit(" ", 1)[0] + "…"


def _topics(content: Content, band: Band) -> list[AuthoringTopicJson]:
    return [
        {
            "topic": lesson.slug,
            "title": lesson.title,
            "objectives": [{"value": each.id, "label": each.text} for each in lesson.objectives],
        }
        for lesson in content.lessons
        if lesson.band is band
    ]
