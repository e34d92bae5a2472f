"""From a Word file that a reviewer marked to ``reviews:`` in the files of the items."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from lachan.content import Content
from lachan.content.items.review_writer import add_reviews
from lachan.domain.items import Item, Review
from lachan.domain.reviews import revision_read
from lachan.exchange.word.review import Mark, Reviewer, ReviewFileError, read_review
from lachan.text import format_date
from lachan.workflows.reviews.opening import ROLES
from lachan.workflows.write_files import write_bytes


@dataclass(frozen=True, slots=True)
class Taken:
    """What came of a file.

    Attributes
    ----------
    written
        Items that now carry the mark.
    known
        Items that carried this very mark already.
    changed
        Items that are no longer what was read: their marks are lost.
    unknown
        Ids that the content does not have.
    remarks
        What was written beside an item, whether or not it was ticked.
    """

    reviewer: Reviewer
    written: tuple[Item, ...]
    known: tuple[Item, ...]
    changed: tuple[Item, ...]
    unknown: tuple[str, ...]
    remarks: tuple[tuple[Mark, str], ...]


def take_review(path: Path, content: Content, today: dt.date) -> Taken:
    """Write the marks of a file into the content's files; all of them or none.

    Raises
    ------
    ReviewFileError
        Where the file cannot be read, names no role of ours, or a day that is still to come.
    ReviewPlaceError
        Where a content file has no place for a mark.
    """
    reviewer, marks = read_review(path.read_bytes(), path.name)
    if reviewer.role not in ROLES:
        needed = f"cần một trong: {', '.join(ROLES)}"
        raise ReviewFileError(f'{path.name}: không có vai trò "{reviewer.role}"; {needed}')
    if reviewer.day > today:
        day = format_date(reviewer.day)
        raise ReviewFileError(f"{path.name}: ngày xem {day} chưa tới; hãy sửa lại ngày trong tệp")
    items = {item.id: item for item in content.items}
    agreed = [mark for mark in marks if mark.agreed]
    found = [(items[mark.item_id], mark) for mark in agreed if mark.item_id in items]
    same = [item for item, mark in found if mark.revision == revision_read(item)]
    known_items = [item for item in same if _review(reviewer, item) in item.reviews]
    written = [item for item in same if item not in known_items]
    _write(content.root, reviewer, written)
    return Taken(
        reviewer=reviewer,
        written=tuple(written),
        known=tuple(known_items),
        changed=tuple(item for item, _ in found if item not in same),
        unknown=tuple(mark.item_id for mark in agreed if mark.item_id not in items),
        remarks=tuple((mark, _place(mark, items, content)) for mark in marks if mark.remark),
    )


def _review(reviewer: Reviewer, item: Item) -> Review:
    return Review(reviewer.role, reviewer.day, reviewer.name, revision_read(item))


def _write(root: Path, reviewer: Reviewer, items: Iterable[Item]) -> None:
    by_file: dict[str, dict[int, Review]] = {}
    for item in items:
        index = int(item.source.pointer[1])
        by_file.setdefault(item.source.file, {})[index] = _review(reviewer, item)
    # All texts are made before the first is written, so that a fault leaves every file alone.
    texts = {
        root / file: add_reviews((root / file).read_bytes().decode(), reviews, file)
        for file, reviews in by_file.items()
    }
    for path, text in texts.items():
        write_bytes(path, text.encode())


def _place(mark: Mark, items: Mapping[str, Item], content: Content) -> str:
    item = items.get(mark.item_id)
    if item is None:
        return ""
    line, _ = content.locate(item.source)
    return f"{item.source.file}:{line}"
