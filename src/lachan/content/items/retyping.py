"""An entry of another type: what was written for the one is kept for the other where it fits."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from lachan.content.items.schema import SHORT_ANSWER
from lachan.domain.kinds import Ending, ItemType

Body = dict[str, Any]

LETTERS = "abcdef"
_FOUR = 4
_LONGEST_WORDS = 40

# What of an entry belongs to its type alone.
BODY_FIELDS: Mapping[str, tuple[str, ...]] = {
    ItemType.SINGLE_CHOICE: ("choices", "key"),
    ItemType.MULTIPLE_CHOICE: ("choices", "key"),
    ItemType.TRUE_FALSE_GROUP: ("statements",),
    ItemType.SHORT_ANSWER: ("key", "accepted", "unit", "reason"),
    ItemType.SHORT_TEXT: ("key", "accepted", "reason"),
    ItemType.MATCHING: ("pairs", "extra"),
    ItemType.ORDERING: ("steps",),
    ItemType.SCENARIO: ("scenes", "chat"),
    ItemType.ESSAY: ("rubric", "guide", "words"),
}


@dataclass(frozen=True, slots=True)
class _Part:
    """What most types have several of: a text, why, whether it is right, the belief behind it."""

    text: str = ""
    reason: str = ""
    right: bool = False
    more: Mapping[str, Any] | None = None


def body_of(entry: Mapping[str, Any]) -> Body:
    """Return the fields of an entry that belong to its type."""
    names = BODY_FIELDS.get(str(entry.get("type")), ())
    return {name: entry[name] for name in names if name in entry}


def retype_entry(
    entry: Mapping[str, Any], kind: ItemType, aside: Mapping[str, Body]
) -> tuple[dict[str, Any], dict[str, Body]]:
    """Return the entry as another type, and what is put aside for the way back.

    Parameters
    ----------
    aside
        By type, what an entry held when it was of that type: it comes back whole where nothing
        was changed since.
    """
    former = str(entry.get("type"))
    body = body_of(entry)
    rest = {name: value for name, value in entry.items() if name not in body}
    kept = aside.get(kind)
    is_untouched = kept is not None and _convert(kept, kind, former) == body
    made = kept if kept is not None and is_untouched else _convert(body, former, kind)
    return {**rest, "type": kind.value, **made}, {**aside, former: body}


def new_body(kind: ItemType) -> Body:
    """Return the fields that an entry of a type begins with, still empty."""
    return _write(kind, ())


def _convert(body: Mapping[str, Any], former: str, kind: str) -> Body:
    typed = (ItemType.SHORT_ANSWER, ItemType.SHORT_TEXT)
    if former in typed and kind in typed:
        return {name: body[name] for name in BODY_FIELDS[kind] if name in body}
    parts = _read(body, former)
    filled = [n for n, part in enumerate(parts, 1) if part.text or part.reason]
    return _write(kind, parts[: filled[-1]] if filled else ())


def _read(body: Mapping[str, Any], former: str) -> tuple[_Part, ...]:
    match former:
        case ItemType.SINGLE_CHOICE | ItemType.MULTIPLE_CHOICE:
            key = body.get("key")
            keys = key if isinstance(key, list) else [key]
            return tuple(_part(each, each.get("id") in keys) for each in _rows(body, "choices"))
        case ItemType.TRUE_FALSE_GROUP:
            rows = _rows(body, "statements")
            return tuple(_part(each, each.get("key") == "dung") for each in rows)
        case ItemType.SHORT_ANSWER | ItemType.SHORT_TEXT:
            return (_Part(_text(body, "key"), _text(body, "reason"), right=True),)
        case ItemType.MATCHING:
            pairs = [(each, _text(each, "left")) for each in _rows(body, "pairs")]
            return tuple(_Part(text, _text(each, "reason"), right=True) for each, text in pairs)
        case ItemType.ORDERING:
            return tuple(_part(each, right=False) for each in _rows(body, "steps"))
        case ItemType.SCENARIO:
            first = next(iter(_rows(body, "scenes")), {})
            rows = _rows(first, "choices")
            return tuple(_part(each, each.get("best") == "yes") for each in rows)
        case ItemType.ESSAY:
            return tuple(_part(each, right=True) for each in _rows(body, "rubric"))
    return ()


def _write(kind: str, parts: Sequence[_Part]) -> Body:
    right = [part for part in parts if part.right]
    match kind:
        case ItemType.SINGLE_CHOICE:
            rows = _list(parts, _FOUR, 5, misconception=True)
            return {"choices": rows, "key": next(iter(_keys(parts, rows)), "")}
        case ItemType.MULTIPLE_CHOICE:
            rows = _list(parts, _FOUR, 6, misconception=True)
            return {"choices": rows, "key": _keys(parts, rows)}
        case ItemType.TRUE_FALSE_GROUP:
            rows = _list(parts, _FOUR, _FOUR, misconception=True)
            said = [part.text != "" and ("dung" if part.right else "sai") for part in parts]
            said += [False] * (_FOUR - len(said))
            return {
                "statements": [
                    {"id": row["id"], "text": row["text"], "key": key or "", **_but(row)}
                    for row, key in zip(rows, said, strict=False)
                ]
            }
        case ItemType.SHORT_ANSWER | ItemType.SHORT_TEXT:
            first = next(iter(right), _Part())
            fits = (
                SHORT_ANSWER.fullmatch(first.text) is not None
                if kind == ItemType.SHORT_ANSWER
                else len(first.text) <= _LONGEST_WORDS
            )
            return {"key": first.text if fits else "", "reason": first.reason}
        case ItemType.MATCHING:
            rows = _list(parts, 3, 6)
            return {
                "pairs": [
                    {"id": row["id"], "left": row["text"], "right": "", "reason": row["reason"]}
                    for row in rows
                ]
            }
        case ItemType.ORDERING:
            return {"steps": _list(parts, 3, 6)}
        case ItemType.SCENARIO:
            return {"scenes": _scenes(parts)}
        case ItemType.ESSAY:
            rows = _list(parts, 2, 5)
            rubric = [{"id": row["id"], "text": row["text"], "points": "1"} for row in rows]
            return {"rubric": rubric, "guide": ""}
    return {}


def _scenes(parts: Sequence[_Part]) -> list[dict[str, Any]]:
    """Return the shortest case: one moment to choose, a good end and one that needs help."""
    rows = _list(parts, 2, 4)
    best = next((n for n, part in enumerate(parts[: len(rows)]) if part.right), 0)
    ways = [
        {**row, "next": "an-toan", "best": "yes"} if n == best else {**row, "next": "can-giup"}
        for n, row in enumerate(rows)
    ]
    return [
        {"id": "mo-dau", "text": "", "choices": ways},
        {"id": "an-toan", "text": "", "ending": Ending.SAFE.value},
        {"id": "can-giup", "text": "", "ending": Ending.NEEDS_HELP.value},
    ]


def _list(
    parts: Sequence[_Part], least: int, most: int, *, misconception: bool = False
) -> list[dict[str, Any]]:
    filled = [*parts[:most], *([_Part()] * (least - len(parts)))]
    return [
        {
            "id": letter,
            "text": part.text,
            "reason": part.reason,
            **((part.more or {}) if misconception and not part.right else {}),
        }
        for letter, part in zip(LETTERS, filled, strict=False)
    ]


def _keys(parts: Sequence[_Part], rows: Sequence[Mapping[str, Any]]) -> list[str]:
    return [row["id"] for row, part in zip(rows, parts, strict=False) if part.right]


def _but(row: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in row.items() if name not in ("id", "text")}


def _part(row: Mapping[str, Any], right: bool) -> _Part:
    belief = _text(row, "misconception")
    more = {"misconception": belief} if belief else None
    return _Part(_text(row, "text"), _text(row, "reason"), right, more)


def _rows(body: Mapping[str, Any], name: str) -> list[Mapping[str, Any]]:
    rows = body.get(name)
    return [each for each in rows if isinstance(each, dict)] if isinstance(rows, list) else []


def _text(row: Mapping[str, Any], name: str) -> str:
    value = row.get(name)
    return value if isinstance(value, str) else ""
