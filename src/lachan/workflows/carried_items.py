"""Put into a notebook what its quizzes need, and find it there when the bank lacks it."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from dataclasses import replace

from nbformat import NotebookNode

from lachan.content import Content
from lachan.domain.items import Item
from lachan.domain.law import Provision
from lachan.domain.rich_text import RichText
from lachan.exchange.carried_items import CarriedItems, parse_carried, render_carried
from lachan.printing import find_picture_paths
from lachan.workflows.read_pictures import find_picture

_CARRIED = "carried"


def carry_items(
    notebook: NotebookNode, content: Content, item_ids: Iterable[str], texts: Iterable[RichText]
) -> None:
    """Write the practice items, their law and all pictures into the notebook's metadata.

    What the content does not hold, and items of contests, are left out: the first is told by
    `lachan check`, the others must not leave.
    """
    known = {item.id: item for item in content.items}
    found = (known[item_id] for item_id in dict.fromkeys(item_ids) if item_id in known)
    items = tuple(item for item in found if item.may_be_practised)
    paths = find_picture_paths(texts, items)
    pictures = {path: find_picture(content, path) for path in paths}
    carried = CarriedItems(
        items,
        _cited(items, content),
        {path: data for path, data in pictures.items() if data is not None},
    )
    if carried != CarriedItems():
        notebook.metadata.setdefault("lachan", {})[_CARRIED] = render_carried(carried)


def read_carried(notebook: NotebookNode, name: str) -> CarriedItems:
    """Return what a notebook carries, nothing where it carries nothing.

    Raises
    ------
    SnapshotError
        Where it was changed, or another version wrote it.
    """
    facts = notebook.metadata.get("lachan", {})
    return parse_carried(facts[_CARRIED], name) if _CARRIED in facts else CarriedItems()


def add_carried(content: Content, carried: CarriedItems) -> Content:
    """Return the content with what it lacks of a notebook's; its own items and law come first."""
    known = {item.id for item in content.items}
    return replace(
        content,
        items=(*content.items, *(item for item in carried.items if item.id not in known)),
        provisions={**carried.provisions, **content.provisions},
        pictures={**carried.pictures, **content.pictures},
    )


def describe_changed(
    content: Content, carried: CarriedItems, item_ids: Container[str] | None = None
) -> str:
    """Return in words which carried items the content asks in another way, "" where none.

    Parameters
    ----------
    item_ids
        Those looked at; left out, all that are carried.
    """
    asked = {each.id: each for each in carried.items if item_ids is None or each.id in item_ids}
    changed = [
        item.id
        for item in content.items
        if item.id in asked and item.revision != asked[item.id].revision
    ]
    if not changed:
        return ""
    return (
        f"câu {', '.join(changed)} đã đổi từ khi chép sổ này; sổ dùng câu của bộ nội dung ở "
        f"{content.root}. Muốn sổ khớp lại thì chạy lachan build hoặc chép sổ lần nữa."
    )


def _cited(items: Iterable[Item], content: Content) -> Mapping[str, Provision]:
    cited = dict.fromkeys(each for item in items for each in item.all_citations)
    return {each: content.provisions[each] for each in cited if each in content.provisions}
