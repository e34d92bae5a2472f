"""Write reviews into the files of items: lines are added, nothing else is touched."""

from __future__ import annotations

import json
from collections.abc import Mapping

import yaml

from lachan.content.yaml.places import (
    end_of,
    end_of_line,
    find_field,
    indent_at,
    is_nothing,
    newline_of,
)
from lachan.content.yaml.source import LOADER
from lachan.domain.items import Review
from lachan.errors import LachanError

Place = tuple[int, str]


class ReviewPlaceError(LachanError):
    """A file in which there is no place for a review."""


def add_reviews(text: str, reviews: Mapping[int, Review], file: str) -> str:
    """Return the text of a file with one review more for each of these items.

    Comments, layout and the order of fields stay as their author left them.

    Parameters
    ----------
    text
        A file of items that can be read.
    reviews
        By the item's index in the file.
    file
        Its name, for words about a fault.

    Raises
    ------
    ReviewPlaceError
        Where the file has no such item, or its reviews are not a list.
    """
    places = [_find_place(text, index, review, file) for index, review in reviews.items()]
    for at, added in sorted(places, reverse=True):
        text = text[:at] + added + text[at:]
    return text


def _find_place(text: str, index: int, review: Review, file: str) -> Place:
    item = _find_item(text, index, file)
    entry = render_review(review)
    written = find_field(item, "reviews")
    if written is None or is_nothing(written):
        return _new_field(text, item, written, entry)
    if not isinstance(written, yaml.SequenceNode):
        where = f"{file}: trường reviews của câu thứ {index + 1}"
        raise ReviewPlaceError(f"{where} không phải danh sách")
    if written.flow_style:
        comma = ", " if written.value else ""
        return end_of(text, written) - 1, f"{comma}{entry}"
    last = written.value[-1]
    # The dash stands two columns before what it lists.
    dash = indent_at(text, last.start_mark.index)
    return end_of_line(text, end_of(text, last)), f"{newline_of(text)}{dash}- {entry}"


def render_review(review: Review) -> str:
    """Return a review as one line of YAML."""
    name = json.dumps(review.name, ensure_ascii=False)
    day = review.date.isoformat()
    return f"{{role: {review.role}, name: {name}, date: {day}, revision: {review.revision}}}"


def _find_item(text: str, index: int, file: str) -> yaml.MappingNode:
    root = yaml.compose(text, Loader=LOADER)
    items = find_field(root, "items") if isinstance(root, yaml.MappingNode) else root
    if isinstance(items, yaml.SequenceNode) and index < len(items.value):
        item = items.value[index]
        if isinstance(item, yaml.MappingNode):
            return item
    raise ReviewPlaceError(f"{file}: không thấy câu thứ {index + 1}; tệp vừa bị sửa, hãy chạy lại")


def _new_field(text: str, item: yaml.MappingNode, empty: yaml.Node | None, entry: str) -> Place:
    if empty is not None:
        return empty.start_mark.index, f" [{entry}]"
    key, last = item.value[-1]
    if item.flow_style:
        return end_of(text, item) - 1, f", reviews: [{entry}]"
    start = item.value[0][0].start_mark
    at = end_of_line(text, max(end_of(text, last), key.end_mark.index))
    return at, f"{newline_of(text)}{' ' * start.column}reviews: [{entry}]"
