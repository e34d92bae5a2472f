"""Hold data against a pydantic schema; every fault becomes a located Vietnamese problem."""

from __future__ import annotations

import difflib
from typing import Annotated, Any, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, StringConstraints, ValidationError
from pydantic_core import PydanticCustomError

from lachan.content.diagnostics import Diagnostics, locate
from lachan.domain.source import Source
from lachan.schema_words import describe_fault, find_pointer, spell_pointer


class Schema(BaseModel):
    """Base of all schemas: unknown keys are errors, empty optional values are left out."""

    model_config = ConfigDict(extra="forbid", frozen=True)


_YES = frozenset({"yes", "true", "có", "co"})
_NO = frozenset({"no", "false", "không", "khong"})


def _read_flag(value: Any) -> Any:
    if isinstance(value, str):
        lowered = value.lower()
        if lowered in _YES | _NO:
            return lowered in _YES
    return value


Flag = Annotated[bool, BeforeValidator(_read_flag)]
Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(?:-[a-z0-9]+)*$", max_length=80)]

S = TypeVar("S", bound=Schema)


def wrong_field(name: str | tuple[str | int, ...], message: str) -> PydanticCustomError:
    """Return the error for a field, or the path to one, that is wrong only beside others."""
    at = (name,) if isinstance(name, str) else name
    return PydanticCustomError("value_error", "{error}", {"error": message, "at": at})


def validate(schema: type[S], data: object, source: Source, diagnostics: Diagnostics) -> S | None:
    """Return `data` as an instance of `schema`, or None after reporting every fault."""
    try:
        return schema.model_validate(_without_empty(data))
    except ValidationError as error:
        for fault in error.errors(include_url=False):
            _report(schema, dict(fault), data, source, diagnostics)
        return None


def _without_empty(data: object) -> object:
    """Drop keys with no value: `point:` with nothing behind it means the default."""
    if isinstance(data, dict):
        return {key: _without_empty(value) for key, value in data.items() if value is not None}
    if isinstance(data, list):
        return [_without_empty(value) for value in data]
    return data


def _report(
    schema: type[Schema],
    fault: dict[str, Any],
    data: object,
    source: Source,
    diagnostics: Diagnostics,
) -> None:
    pointer = find_pointer(fault)
    path = spell_pointer(pointer)
    kind = fault["type"]
    if kind == "missing":
        # Its line is that of the group that lacks it; its pointer leads to the field itself.
        position = locate(diagnostics.positions, source.at(*pointer[:-1]))
        found = _value_at(data, pointer)
        hint = "trường này đang để trống" if found == "empty" else ""
        message = f'{path}: thiếu trường "{pointer[-1]}"'
        diagnostics.report_at(
            "SC001", source.file, position, message, hint, pointer=(*source.pointer, *pointer)
        )
        return
    if kind == "extra_forbidden":
        position = locate(
            diagnostics.positions, Source(source.file, ("key", *source.pointer, *pointer))
        )
        nearest = _nearest_field(schema, pointer)
        message = f"{path}: không có trường này"
        hint = f'có phải là "{nearest}"?' if nearest else ""
        diagnostics.report_at(
            "SC002", source.file, position, message, hint, pointer=(*source.pointer, *pointer)
        )
        return
    message, hint = describe_fault(fault)
    diagnostics.report(_CODES.get(kind, "SC003"), source.at(*pointer), f"{path}: {message}", hint)


def _value_at(data: object, pointer: tuple[Any, ...]) -> object:
    current: Any = data
    for step in pointer:
        if (isinstance(current, dict) and step in current) or (
            isinstance(current, list) and isinstance(step, int) and step < len(current)
        ):
            current = current[step]
        else:
            return "absent"
    return "empty" if current is None else "present"


def _nearest_field(schema: type[Schema], pointer: tuple[Any, ...]) -> str | None:
    """The field of the schema at `pointer` whose name is closest to the one written."""
    model: type[BaseModel] | None = schema
    for step in pointer[:-1]:
        if model is None:
            return None
        if isinstance(step, str) and step in model.model_fields:
            model = _model_within(model.model_fields[step].annotation)
    if model is None:
        return None
    names = list(model.model_fields)
    return next(iter(difflib.get_close_matches(str(pointer[-1]), names, n=1, cutoff=0.5)), None)


def _model_within(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    for argument in getattr(annotation, "__args__", ()):
        found = _model_within(argument)
        if found is not None:
            return found
    return None


_CODES = {
    "enum": "SC004",
    "literal_error": "SC004",
    "too_short": "SC005",
    "too_long": "SC005",
    "string_too_short": "SC005",
    "string_too_long": "SC005",
    "string_pattern_mismatch": "SC006",
}
