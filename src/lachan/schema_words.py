"""What pydantic finds wrong with data, in Vietnamese: where, what was expected, what was found.

It takes pydantic's errors as the plain data that they are, and needs no pydantic.
"""

from __future__ import annotations

import difflib
from collections.abc import Mapping, Sequence
from typing import Any

Pointer = tuple[str | int, ...]

# So much of a wrong value is shown: a file may hold megabytes of it.
LONGEST_SHOWN = 80


def find_pointer(fault: Mapping[str, Any]) -> Pointer:
    """Return the keys and indexes that lead to the faulty value, without pydantic's own marks.

    What is wrong with several fields together may name the one to look at, as ``at``.
    """
    steps = tuple(step for step in fault["loc"] if _leads_into(step))
    return (*steps, *fault.get("ctx", {}).get("at", ()))


def _leads_into(step: object) -> bool:
    """Tell keys and indexes apart from the marks pydantic adds for unions."""
    return isinstance(step, int) or (isinstance(step, str) and "[" not in step)


def spell_pointer(pointer: Sequence[str | int]) -> str:
    """Return a pointer as "parts[1].points", or words for the whole."""
    spelled = ""
    for step in pointer:
        spelled += f"[{step}]" if isinstance(step, int) else f".{step}" if spelled else str(step)
    return spelled or "(cả mục)"


def tell_fault(fault: Mapping[str, Any], place: Pointer = ()) -> str:
    """Return one of ``ValidationError.errors()`` as a sentence that begins with its place."""
    message, hint = describe_fault(fault)
    told = f"{spell_pointer((*place, *find_pointer(fault)))}: {message}"
    return f"{told} ({hint})" if hint else told


def describe_fault(fault: Mapping[str, Any]) -> tuple[str, str]:
    """Return the message and the hint for one of ``ValidationError.errors()``."""
    kind = fault["type"]
    context = fault.get("ctx", {})
    found = fault.get("input")
    shown = f'"{_shorten(found)}"' if isinstance(found, str) else name_kind(found)
    if kind == "missing":
        return "thiếu trường này", ""
    if kind in ("extra_forbidden", "unexpected_keyword_argument"):
        return "không có trường này", ""
    if kind in ("enum", "literal_error"):
        expected = str(context.get("expected", "")).replace("'", "").replace(" or ", ", ")
        options = [option.strip() for option in expected.split(",")]
        near = difflib.get_close_matches(str(found), options, n=1, cutoff=0.5)
        hint = f'có phải là "{near[0]}"?' if near else ""
        return f"phải là một trong: {', '.join(options)}; thấy {shown}", hint
    if kind == "value_error":
        return str(context.get("error", fault["msg"])), ""
    if kind in ("too_short", "string_too_short"):
        least = context.get("min_length", 1)
        return f"cần ít nhất {least} mục; thấy {shown}", ""
    if kind in ("too_long", "string_too_long"):
        return f"nhiều nhất {context.get('max_length')} mục; thấy {shown}", ""
    bounds = (text.format(context[key]) for key, text in _BOUNDS if key in context)
    if bound := next(bounds, ""):
        return f"cần một số {bound}; thấy {shown}", ""
    matching = (text for start, text in _EXPECTED if kind.startswith(start))
    expected_kind = next(matching, "giá trị khác")
    return f"cần {expected_kind}; thấy {shown}", ""


_EXPECTED = (
    ("string_pattern", "chữ thường không dấu, chữ số và gạch nối"),
    ("string", "một dòng chữ"),
    ("int", "một số nguyên"),
    ("decimal", "một số (dùng dấu chấm: 0.5)"),
    ("float", "một số"),
    ("date", "một ngày dạng 2026-11-24"),
    # What was read as JSON; YAML's flags are words, and parsed.
    ("bool_type", "true hoặc false"),
    ("bool", "yes hoặc no"),
    ("list", "một danh sách"),
    ("tuple", "một danh sách"),
    ("frozen_set", "một danh sách"),
    ("dict", "một nhóm trường"),
    ("dataclass", "một nhóm trường"),
    ("model", "một nhóm trường"),
)
_BOUNDS = (
    ("ge", "từ {} trở lên"),
    ("gt", "lớn hơn {}"),
    ("le", "không quá {}"),
    ("lt", "nhỏ hơn {}"),
)


def name_kind(value: object) -> str:
    """Return what a value is, in words, or the value itself where it is short by nature."""
    if isinstance(value, list | tuple):
        return f"danh sách {len(value)} mục"
    if isinstance(value, dict):
        return "một nhóm trường"
    return "chỗ trống" if value is None else _shorten(str(value))


def _shorten(text: str) -> str:
    return text if len(text) <= LONGEST_SHOWN else f"{text[:LONGEST_SHOWN]}…"
