"""Responses: what a person answered, checked against the item before anything is scored."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from lachan.domain.bodies import (
    Essay,
    Matching,
    MultipleChoice,
    Ordering,
    Scenario,
    SceneChoice,
    ShortAnswer,
    ShortText,
    SingleChoice,
    TrueFalseGroup,
    target_texts,
)
from lachan.domain.items import Item
from lachan.domain.option_names import OptionNames
from lachan.errors import LachanError
from lachan.limits.answers import LONGEST_ESSAY, LONGEST_TYPED

Response = str | frozenset[str] | tuple[str, ...] | Mapping[str, bool | str]
"""By item type: a choice id or a typed text; choice ids; steps in order, or the choices made in a
branching case; statement id to bool; left side's id to right side's id."""


# Spelt out, since "\s" means different characters in Python and in JavaScript.
_SPACES = re.compile("[ \t\r\n\u00a0\u2009\u202f]+")
# Half of a surrogate pair and NUL: no UTF-8 file and no PostgreSQL text can hold them.
_UNWRITABLE = re.compile(r"[\x00\ud800-\udfff]")
_TYPED = re.compile(r"[0-9,\-]{1,4}")
_SIGNS = str.maketrans({"\u2212": "-", "\u2013": "-", ".": ","})


class ResponseError(LachanError):
    """A response that does not fit its item; nothing is scored."""


def normalize_typed(value: str) -> str:
    """Return a typed number as answer keys are written: no spaces, "-" for minus, a comma."""
    return _SPACES.sub("", value).translate(_SIGNS)


def parse_response(item: Item, raw: object, salt: str = "") -> Response:
    """Turn JSON from a browser into a response to `item`.

    A true/false group or a set of pairs may be answered in part; an empty answer is refused.

    Parameters
    ----------
    item
        The item that was answered.
    raw
        What `json.loads` gave.
    salt
        The salt with which `to_public` named the item's parts.

    Raises
    ------
    ResponseError
        When `raw` is not what the item's type expects; its text is fit for a pupil.
    """
    names = OptionNames(item.id, salt)
    match item.body:
        case SingleChoice(choices):
            return _parse_choice(raw, {names.option(each.id): each.id for each in choices})
        case MultipleChoice(choices):
            return _parse_choices(raw, {names.option(each.id): each.id for each in choices})
        case TrueFalseGroup(statements):
            return _parse_statements(raw, {names.option(each.id): each.id for each in statements})
        case ShortAnswer() as body:
            return _parse_typed(raw, body)
        case ShortText():
            return _parse_text(raw, LONGEST_TYPED.value * 2)
        case Matching(pairs):
            lefts = {names.left(pair.id): pair.id for pair in pairs}
            rights = {names.hide(each): each for each in target_texts(item.body)}
            return _parse_pairs(raw, lefts, rights)
        case Ordering(steps):
            return _parse_steps(raw, {names.hide(step.id): step.id for step in steps})
        case Scenario() as body:
            return _parse_path(raw, body, names)
        case Essay():
            return _parse_text(raw, LONGEST_ESSAY.value)


def _parse_choice(raw: object, known: Mapping[str, str]) -> str:
    if not isinstance(raw, str) or raw not in known:
        raise ResponseError("Hãy chọn một trong các lựa chọn của câu hỏi.")
    return known[raw]


def _parse_choices(raw: object, known: Mapping[str, str]) -> frozenset[str]:
    if not isinstance(raw, list) or not raw:
        raise ResponseError("Hãy chọn ít nhất một lựa chọn.")
    picked = [known[choice] for choice in raw if isinstance(choice, str) and choice in known]
    if len(picked) != len(raw) or len(set(picked)) != len(picked):
        raise ResponseError("Hãy chọn trong các lựa chọn của câu hỏi, mỗi lựa chọn một lần.")
    return frozenset(picked)


def _parse_statements(raw: object, known: Mapping[str, str]) -> dict[str, bool | str]:
    if not isinstance(raw, dict) or not raw:
        raise ResponseError("Hãy chọn Đúng hoặc Sai cho từng ý.")
    if not all(key in known and isinstance(value, bool) for key, value in raw.items()):
        raise ResponseError("Mỗi ý chỉ nhận Đúng hoặc Sai.")
    return {known[key]: value for key, value in raw.items()}


def _parse_typed(raw: object, body: ShortAnswer) -> str:
    if not isinstance(raw, str) or len(raw) > LONGEST_TYPED.value:
        raise ResponseError("Hãy gõ câu trả lời bằng tối đa bốn kí tự.")
    typed = normalize_typed(raw)
    if _TYPED.fullmatch(typed) or typed in map(normalize_typed, body.accepted):
        return typed
    if body.is_digits:
        raise ResponseError("Câu này trả lời bằng một số, tối đa bốn chữ số.")
    raise ResponseError("Câu trả lời chỉ gồm chữ số, dấu trừ, dấu phẩy, tối đa bốn kí tự.")


def _parse_text(raw: object, longest: int) -> str:
    if not isinstance(raw, str) or not raw.strip():
        raise ResponseError("Hãy viết câu trả lời.")
    if len(raw) > longest:
        raise ResponseError(f"Câu trả lời dài quá {longest} kí tự; hãy viết gọn lại.")
    if _UNWRITABLE.search(raw):
        raise ResponseError("Câu trả lời có kí tự không đọc được; hãy gõ lại.")
    return raw.strip()


def _parse_pairs(
    raw: object, lefts: Mapping[str, str], rights: Mapping[str, str]
) -> dict[str, bool | str]:
    if not isinstance(raw, dict) or not raw:
        raise ResponseError("Hãy nối ít nhất một cặp.")
    if not all(
        left in lefts and isinstance(right, str) and right in rights for left, right in raw.items()
    ):
        raise ResponseError("Hãy nối mỗi ý bên trái với một ý bên phải của câu hỏi.")
    return {lefts[left]: rights[right] for left, right in raw.items()}


def _parse_steps(raw: object, tokens: Mapping[str, str]) -> tuple[str, ...]:
    if not isinstance(raw, list) or not all(isinstance(each, str) for each in raw):
        raise ResponseError("Hãy xếp đủ các bước, mỗi bước một lần.")
    if sorted(raw) != sorted(tokens):
        raise ResponseError("Hãy xếp đủ các bước, mỗi bước một lần.")
    return tuple(tokens[each] for each in raw)


def _parse_path(raw: object, body: Scenario, names: OptionNames) -> tuple[str, ...]:
    if not isinstance(raw, list) or not all(isinstance(each, str) for each in raw):
        raise ResponseError("Hãy đi hết tình huống, mỗi cảnh chọn một cách.")
    path = _find_ids(raw, body, names)
    if walk(body, path) is None:
        raise ResponseError("Hãy đi hết tình huống, mỗi cảnh chọn một cách.")
    return path


def _find_ids(named: Sequence[str], body: Scenario, names: OptionNames) -> tuple[str, ...]:
    """Return the author's ids of a way; what names none becomes what can be no id."""
    ids, scene = [], body.scenes[0]
    for name in named:
        way = next((each for each in scene.choices if names.way(scene.id, each.id) == name), None)
        ids.append(way.id if way else f"{name}?")
        scene = body.get_scene(way.next) if way else scene
    return tuple(ids)


def walk(body: Scenario, path: Sequence[str]) -> list[SceneChoice] | None:
    """Return the choices made on the way, or None where `path` leaves it or stops too early."""
    scene, made = body.scenes[0], []
    for choice_id in path:
        choice = next((each for each in scene.choices if each.id == choice_id), None)
        if choice is None:
            return None
        made.append(choice)
        scene = body.get_scene(choice.next)
    return None if scene.choices else made
