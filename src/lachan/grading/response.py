"""Responses: what a person answered, checked against the item before anything is scored."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

from lachan.domain.items import Item, MultipleChoice, ShortAnswer, SingleChoice, TrueFalseGroup
from lachan.errors import LachanError

Response = str | frozenset[str] | Mapping[str, bool]
"""A choice id, a set of choice ids, statement id to bool, or a typed text; by item type."""

MAX_TYPED_LENGTH = 32
"""Typed texts longer than this are refused unread; a real answer has four characters."""

# Spelt out, since "\s" means different characters in Python and in JavaScript.
_SPACES = re.compile("[ \t\r\n\u00a0\u2009\u202f]+")
_TYPED = re.compile(r"[0-9,\-]{1,4}")
_SIGNS = str.maketrans({"\u2212": "-", "\u2013": "-", ".": ","})


class ResponseError(LachanError):
    """A response that does not fit its item; nothing is scored."""


def normalize_typed(value: str) -> str:
    """Return a typed number as answer keys are written: no spaces, "-" for minus, a comma."""
    return _SPACES.sub("", value).translate(_SIGNS)


def parse_response(item: Item, raw: object) -> Response:
    """Turn JSON from a browser into a response to `item`.

    A true/false group may be answered in part; an empty answer is refused.

    Raises
    ------
    ResponseError
        When `raw` is not what the item's type expects; its text is fit for a pupil.
    """
    match item.body:
        case SingleChoice(choices):
            return _parse_choice(raw, [choice.id for choice in choices])
        case MultipleChoice(choices):
            return _parse_choices(raw, [choice.id for choice in choices])
        case TrueFalseGroup(statements):
            return _parse_statements(raw, [statement.id for statement in statements])
        case ShortAnswer() as body:
            return _parse_typed(raw, body)


def _parse_choice(raw: object, known: Collection[str]) -> str:
    if not isinstance(raw, str) or raw not in known:
        raise ResponseError("Hãy chọn một trong các lựa chọn của câu hỏi.")
    return raw


def _parse_choices(raw: object, known: Collection[str]) -> frozenset[str]:
    if not isinstance(raw, list) or not raw:
        raise ResponseError("Hãy chọn ít nhất một lựa chọn.")
    picked = [choice for choice in raw if isinstance(choice, str) and choice in known]
    if len(picked) != len(raw) or len(set(picked)) != len(picked):
        raise ResponseError("Hãy chọn trong các lựa chọn của câu hỏi, mỗi lựa chọn một lần.")
    return frozenset(picked)


def _parse_statements(raw: object, known: Collection[str]) -> dict[str, bool]:
    if not isinstance(raw, dict) or not raw:
        raise ResponseError("Hãy chọn Đúng hoặc Sai cho từng ý.")
    if not all(key in known and isinstance(value, bool) for key, value in raw.items()):
        raise ResponseError("Mỗi ý chỉ nhận Đúng hoặc Sai.")
    return dict(raw)


def _parse_typed(raw: object, body: ShortAnswer) -> str:
    if not isinstance(raw, str) or len(raw) > MAX_TYPED_LENGTH:
        raise ResponseError("Hãy gõ câu trả lời bằng tối đa bốn kí tự.")
    typed = normalize_typed(raw)
    if _TYPED.fullmatch(typed) or typed in map(normalize_typed, body.accepted):
        return typed
    raise ResponseError("Câu trả lời chỉ gồm chữ số, dấu trừ, dấu phẩy, tối đa bốn kí tự.")
