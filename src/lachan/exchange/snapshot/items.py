"""items.json: every item of a paper in full, key and reasons included; no bank is needed later."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from lachan.domain.bodies import TYPE_OF_BODY
from lachan.domain.items import Item, Review
from lachan.domain.kinds import ItemType
from lachan.domain.papers.context import PaperContext
from lachan.domain.papers.paper import Paper
from lachan.domain.revisions import find_revision_fault
from lachan.errors import LachanError
from lachan.exchange.codec import Codec, written_as
from lachan.exchange.json_files import CodecError, parse_document, reading, render_json
from lachan.schema_words import spell_pointer

FORMAT = "lachan-items/1"
EMPTY_CONTEXT = PaperContext()

_ITEM = Codec(
    Item,
    names={"is_skill": "skill"},
    spare=("stimulus", "name", "revision"),
    late=("is_skill",),
    apart=("body",),
)
# The fields of a body stand among those of its item.
_BODIES: dict[str, Codec[Any]] = {
    kind.value: Codec(body, spare=("misconception", "chat"), late=())
    for body, kind in TYPE_OF_BODY.items()
}
_CONTEXT = Codec(
    PaperContext,
    late=(),
    special={
        # A list, since the order of a lesson's objectives is part of what is printed.
        "objectives": written_as(
            lambda pairs: {str(key): str(value) for key, value in pairs},
            lambda objectives: [list(pair) for pair in objectives.items()],
            "danh sách cặp mã và yêu cầu cần đạt",
        )
    },
)


class SnapshotError(LachanError):
    """A manifest or a snapshot is not what was written."""


@dataclass(frozen=True, slots=True)
class ItemsSnapshot:
    """What items.json holds."""

    items: Mapping[str, Item]
    context: PaperContext


def items_snapshot(paper: Paper, context: PaperContext = EMPTY_CONTEXT) -> dict[str, Any]:
    """Return the items that `paper` uses as JSON-ready data, sorted by id.

    Parameters
    ----------
    paper
        The paper whose items are kept.
    context
        What else it prints; pictures are kept in Base64, so that the paper can be printed again
        without the content.
    """
    return {
        "format": FORMAT,
        "items": [item_json(paper.items[item_id]) for item_id in sorted(paper.items)],
        **_CONTEXT.dump(context),
    }


def render_items_snapshot(paper: Paper, context: PaperContext = EMPTY_CONTEXT) -> bytes:
    """Return items.json as bytes."""
    return render_json(items_snapshot(paper, context))


def read_items_snapshot(data: bytes) -> ItemsSnapshot:
    """Return what `render_items_snapshot` wrote.

    Raises
    ------
    SnapshotError
        If it is something else.
    """
    advice = "hãy lấy lại tệp đi cùng manifest.json khi ra đề."
    with reading("items.json", FORMAT, SnapshotError, advice):
        raw = parse_document(data, FORMAT)
        items = read_items(raw)
        return ItemsSnapshot({item.id: item for item in items}, _CONTEXT.load(raw))


def item_json(item: Item) -> dict[str, Any]:
    """Return an item in full, key and reasons included, as JSON-ready data.

    Who reviewed it is told by role alone: these files are published, and names stay at home.
    """
    kind = item.type.value
    reviews = tuple(Review(each.role, each.date) for each in item.reviews)
    return {
        **_ITEM.dump(replace(item, reviews=reviews)),
        **_BODIES[kind].dump(item.body),
        "type": kind,
        "revision": item.revision,
    }


def read_items(raw: Mapping[str, Any]) -> tuple[Item, ...]:
    """Return the items that stand under ``items``, each as `item_json` gave it.

    Raises
    ------
    SnapshotError
        Where a revision is of another format or of other content.
    CodecError
        Where they are something else.
    """
    listed = raw.get("items")
    if not isinstance(listed, list):
        raise CodecError("items: cần một danh sách câu hỏi")
    return tuple(_read_item(each, ("items", number)) for number, each in enumerate(listed))


def _read_item(raw: Any, place: tuple[str | int, ...]) -> Item:
    kind = raw.get("type") if isinstance(raw, dict) else None
    if not isinstance(kind, str) or kind not in _BODIES:
        known = ", ".join(ItemType)
        raise CodecError(f"{spell_pointer(place)}.type: phải là một trong: {known}; thấy {kind!r}")
    body = _BODIES[kind].load(raw, *place)
    item = _ITEM.load({**raw, "body": body}, *place)
    _check_revision(item, raw.get("revision"))
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
