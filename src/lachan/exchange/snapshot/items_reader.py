"""items.json back to the very items, pictures and labels that it was written from."""

from __future__ import annotations

import base64
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from lachan.domain.bodies import (
    Body,
    Choice,
    Criterion,
    Essay,
    Matching,
    MultipleChoice,
    Ordering,
    Pair,
    Scenario,
    Scene,
    SceneChoice,
    ShortAnswer,
    ShortText,
    SingleChoice,
    Statement,
    TrueFalseGroup,
)
from lachan.domain.items import Item, Media, Override, Review
from lachan.domain.kinds import Band, Ending, ItemType, Level, Sensitivity, Status, Use
from lachan.domain.papers.context import PaperContext, Topic
from lachan.domain.revisions import find_revision_fault
from lachan.errors import LachanError
from lachan.exchange.json_files import find_other_format
from lachan.exchange.snapshot.items_writer import FORMAT
from lachan.markup import from_nodes


class SnapshotError(LachanError):
    """A manifest or a snapshot is not what was written."""


@dataclass(frozen=True, slots=True)
class ItemsSnapshot:
    """What items.json holds."""

    items: Mapping[str, Item]
    context: PaperContext


def read_items_snapshot(data: bytes) -> ItemsSnapshot:
    """Return what `render_items_snapshot` wrote.

    Raises
    ------
    SnapshotError
        If it is something else.
    """
    try:
        raw = json.loads(data)
        if words := find_other_format(raw["format"], FORMAT):
            raise SnapshotError(f"items.json: {words}")
        if raw["format"] != FORMAT:
            raise ValueError(raw["format"])
        items = [read_item(each) for each in raw["items"]]
        return ItemsSnapshot({item.id: item for item in items}, _context(raw))
    except (
        ValueError,
        KeyError,
        TypeError,
        AttributeError,
        ArithmeticError,
        RecursionError,
    ) as error:
        raise SnapshotError(
            f"items.json: không đúng dạng {FORMAT} ({type(error).__name__}: {error}); "
            "hãy lấy lại tệp đi cùng manifest.json khi ra đề."
        ) from error


def _context(raw: Mapping[str, Any]) -> PaperContext:
    return PaperContext(
        pictures={
            path: base64.b64decode(data, validate=True) for path, data in raw["pictures"].items()
        },
        labels={str(key): str(label) for key, label in raw["labels"].items()},
        topics={
            slug: Topic(topic["title"], dict(topic["objectives"]))
            for slug, topic in raw["topics"].items()
        },
        remarks=tuple(raw["remarks"]),
    )


def read_item(raw: Mapping[str, Any]) -> Item:
    """Return what `item_json` gave.

    Raises
    ------
    SnapshotError
        Where the revision is of another format or of other content.
    ValueError, KeyError, TypeError, AttributeError, ArithmeticError
        Where it is something else.
    """
    item = Item(
        id=raw["id"],
        band=Band(raw["band"]),
        topic=raw["topic"],
        level=Level(raw["level"]),
        stem=from_nodes(raw["stem"]),
        body=_body(ItemType(raw["type"]), raw),
        citations=tuple(raw["citations"]),
        objective=raw["objective"],
        is_skill=raw.get("skill", False),
        use=Use(raw["use"]),
        status=Status(raw["status"]),
        grades=tuple(raw["grades"]),
        lang=raw["lang"],
        media=Media(**raw["media"]) if raw["media"] else None,
        sensitivity=Sensitivity(raw["sensitivity"]),
        enemies=frozenset(raw["enemies"]),
        group=raw["group"],
        stimulus=from_nodes(raw.get("stimulus", [])),
        seconds=int(raw["seconds"]),
        reviews=tuple(Review(r["role"], date.fromisoformat(r["date"])) for r in raw["reviews"]),
        overrides=tuple(Override(o["rule"], o["reason"]) for o in raw["overrides"]),
    )
    _check_revision(item, raw["revision"])
    return item


def _check_revision(item: Item, written: object) -> None:
    if words := find_revision_fault(written):
        raise SnapshotError(
            f"items.json: câu {item.id}: {words}; "
            "hãy dùng bản Lá Chắn đã ra đề, hoặc ra đề lại bằng bản này."
        )
    if item.revision != written:
        raise SnapshotError(
            f"items.json: câu {item.id}: nội dung cho phiên bản {item.revision}, "
            f"tệp ghi {written}; tệp đã bị sửa sau khi ra đề, hãy lấy lại tệp gốc."
        )


def _body(kind: ItemType, raw: Mapping[str, Any]) -> Body:
    match kind:
        case ItemType.SINGLE_CHOICE:
            return SingleChoice(_choices(raw["choices"]), raw["key"])
        case ItemType.MULTIPLE_CHOICE:
            return MultipleChoice(_choices(raw["choices"]), frozenset(raw["key"]))
        case ItemType.TRUE_FALSE_GROUP:
            return TrueFalseGroup(tuple(_statement(each) for each in raw["statements"]))
        case ItemType.SHORT_ANSWER:
            accepted, reason = tuple(raw["accepted"]), from_nodes(raw["reason"])
            return ShortAnswer(raw["key"], accepted, raw["unit"], reason)
        case ItemType.SHORT_TEXT:
            return ShortText(raw["key"], tuple(raw["accepted"]), from_nodes(raw["reason"]))
        case ItemType.MATCHING:
            return Matching(tuple(_pair(each) for each in raw["pairs"]), _choices(raw["extra"]))
        case ItemType.ORDERING:
            return Ordering(_choices(raw["steps"]))
        case ItemType.SCENARIO:
            return Scenario(tuple(_scene(each) for each in raw["scenes"]))
        case ItemType.ESSAY:
            return Essay(
                tuple(_criterion(each) for each in raw["rubric"]),
                from_nodes(raw["guide"]),
                (int(raw["words"][0]), int(raw["words"][1])) if raw["words"] else None,
            )


def _choices(raw: list[Mapping[str, Any]]) -> tuple[Choice, ...]:
    return tuple(
        Choice(
            each["id"],
            from_nodes(each["text"]),
            from_nodes(each["reason"]),
            each["pinned"],
            each.get("misconception", ""),
        )
        for each in raw
    )


def _statement(raw: Mapping[str, Any]) -> Statement:
    return Statement(
        raw["id"],
        from_nodes(raw["text"]),
        raw["key"],
        from_nodes(raw["reason"]),
        tuple(raw["citations"]),
        Level(raw["level"]) if raw["level"] else None,
        raw.get("misconception", ""),
    )


def _pair(raw: Mapping[str, Any]) -> Pair:
    sides = from_nodes(raw["left"]), from_nodes(raw["right"])
    return Pair(raw["id"], *sides, from_nodes(raw["reason"]))


def _scene(raw: Mapping[str, Any]) -> Scene:
    return Scene(
        raw["id"],
        from_nodes(raw["text"]),
        tuple(
            SceneChoice(
                each["id"],
                from_nodes(each["text"]),
                from_nodes(each["reason"]),
                each["next"],
                each["best"],
            )
            for each in raw["choices"]
        ),
        Ending(raw["ending"]) if raw["ending"] else None,
    )


def _criterion(raw: Mapping[str, Any]) -> Criterion:
    return Criterion(raw["id"], from_nodes(raw["text"]), Decimal(raw["points"]))
