"""The school's questions as their files are now, for whoever writes them and makes papers of them.

A server reads all content once, when it starts; what a teacher has just put into the bank is read
here, by itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from lachan.content import Content
from lachan.content.diagnostics import Diagnostics
from lachan.content.items.reader import read_items
from lachan.content.layers import CONTEST_POOL, read_bank
from lachan.content.school import QUESTIONS
from lachan.domain.items import Item
from lachan.errors import Severity


def refresh_school_items(content: Content) -> Content:
    """Return the content with the questions that the school's files hold now.

    Files that cannot be read change nothing: what was read before is still asked.
    """
    if content.school is None:
        return content
    diagnostics = Diagnostics(root=content.root)
    own = list(_read_own(content, content.school, diagnostics))
    if any(each.severity is Severity.ERROR for each in diagnostics.problems):
        return content
    # Of two with one id the first counts, as wherever the school's folder is read.
    ahead = {item.id: item for item in reversed(own)}
    before = [ahead.pop(item.id, None) or _find_kept(content, item) for item in content.items]
    return replace(content, items=tuple(each for each in (*before, *ahead.values()) if each))


def is_of_school(item: Item, content: Content) -> bool:
    """Tell whether an item lies in the school's folder."""
    school = content.school
    return school is not None and Path(item.source.file).is_relative_to(school)


def _read_own(content: Content, school: Path, diagnostics: Diagnostics) -> Iterator[Item]:
    bank = school / QUESTIONS
    for folder in (bank, bank / CONTEST_POOL):
        yield from read_bank(folder, school, content.folders, diagnostics)


def _find_kept(content: Content, item: Item) -> Item | None:
    """Return an item that the school's files do not hold: the kit's where theirs has gone."""
    if not is_of_school(item, content):
        return item
    path = content.root / QUESTIONS / item.band.value / f"{item.topic}.yaml"
    kit = read_items(path, content.root, Diagnostics(root=content.root)) if path.is_file() else []
    return next((each for each in kit if each.id == item.id), None)
