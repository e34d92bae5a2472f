"""Read a question's form as the browser sends it; whatever it says, only text gets through."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from lachan.content import Content
from lachan.domain.kinds import Band, ItemType
from lachan.limits.classroom import LARGEST_UPLOAD
from lachan.widgets.answering import MessageError
from lachan.workflows.authoring.bench import Writing
from lachan.workflows.authoring.judging import Place

# A scenario's ways lie four deep; the reader of files refuses twenty.
_DEEPEST = 8


def read_writing(form: object, content: Content, refusal: str) -> Writing:
    """Return what a form holds.

    Parameters
    ----------
    refusal
        What is said of a form that no page of ours sends.

    Raises
    ------
    MessageError
        Where it is none, or names a lesson that is not there.
    """
    if not isinstance(form, dict) or not isinstance(form.get("entry"), dict):
        raise MessageError(refusal)
    aside = form.get("aside")
    bodies = aside if isinstance(aside, dict) else {}
    sizes = [0]
    return Writing(
        place=read_place(form, content, refusal),
        entry=_read_fields(form["entry"], refusal, sizes),
        aside={
            kind.value: _read_fields(bodies[kind], refusal, sizes)
            for kind in ItemType
            if isinstance(bodies.get(kind), dict)
        },
        draft=_read_mark(form, "draft"),
        bank=_read_mark(form, "bank"),
        kit=form.get("kit") is True,
        former_id=_read_mark(form, "former_id"),
    )


def read_place(form: Mapping[str, Any], content: Content, refusal: str) -> Place:
    """Return the place that a form or a message names; raises `MessageError` for no lesson's."""
    known = {(lesson.band.value, lesson.slug) for lesson in content.lessons}
    known |= {(item.band.value, item.topic) for item in content.items}
    named = (form.get("band"), form.get("topic"))
    if named not in known:
        raise MessageError(refusal)
    return Place(Band(str(named[0])), str(named[1]))


def read_kind(name: object, refusal: str) -> ItemType:
    """Return the type of that name; raises `MessageError` where there is none."""
    kind = next((each for each in ItemType if each.value == name), None)
    if kind is None:
        raise MessageError(refusal)
    return kind


def _read_fields(raw: Mapping[Any, Any], refusal: str, sizes: list[int]) -> dict[str, Any]:
    fields: dict[str, Any] = _read_value(dict(raw), refusal, _DEEPEST, sizes)
    return fields


def _read_value(value: object, refusal: str, depth: int, sizes: list[int]) -> Any:
    """Return text, lists and fields as they are; anything else is no form of ours."""
    if isinstance(value, str):
        sizes[0] += len(value)
        if sizes[0] > LARGEST_UPLOAD.value:
            raise MessageError(refusal)
        return value
    if value is None:
        return None
    if depth and isinstance(value, list):
        return [_read_value(each, refusal, depth - 1, sizes) for each in value]
    if depth and isinstance(value, dict) and all(isinstance(name, str) for name in value):
        return {name: _read_value(each, refusal, depth - 1, sizes) for name, each in value.items()}
    raise MessageError(refusal)


def _read_mark(form: Mapping[str, Any], name: str) -> str:
    mark = form.get(name)
    return mark if isinstance(mark, str) else ""
