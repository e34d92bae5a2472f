"""Read folders of content one above the other: the kit's, then a school's, then private banks.

What a school has replaces what the kit has under the same id, and stands in its place. A private
bank only adds: an id that is there already is a fault that `lachan check` tells.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, TypeVar

from lachan.content.comics_reader import read_comic
from lachan.content.diagnostics import Diagnostics
from lachan.content.items.reader import read_items
from lachan.content.lessons.reader import read_lesson
from lachan.content.papers.blueprint_reader import read_blueprint
from lachan.domain.comics import Comic
from lachan.domain.items import Item
from lachan.domain.kinds import Band
from lachan.domain.lessons import Lesson
from lachan.domain.papers.paper import Blueprint
from lachan.domain.source import Source

# Items that are for contests lie apart, so that nobody takes them for practice.
CONTEST_POOL = "contest"
_OTHER_FOLDERS = ("blueprints", CONTEST_POOL)

LESSON, ITEM, COMIC = "bài học", "câu hỏi", "truyện tranh"
BLUEPRINT, PICTURE = "ma trận đề", "hình"


@dataclass(frozen=True, slots=True)
class Replacement:
    """A thing of the school's that stands for one of the kit's: its kind in words, its name."""

    kind: str
    name: str
    source: Source


@dataclass(frozen=True, slots=True)
class Layer:
    """What one folder holds, in the order of its files."""

    lessons: tuple[Lesson, ...] = ()
    items: tuple[Item, ...] = ()
    comics: tuple[Comic, ...] = ()
    blueprints: tuple[Blueprint, ...] = ()
    replaced: tuple[Replacement, ...] = ()


class _Placed(Protocol):
    @property
    def source(self) -> Source: ...


T = TypeVar("T", bound=_Placed)


def read_layer(folder: Path, pictures: Sequence[Path], diagnostics: Diagnostics) -> Layer:
    """Return what lies below a content root, or below a folder laid out like one.

    Parameters
    ----------
    pictures
        Folders in which the items' pictures are looked for, one after the other.
    """
    bank = folder / "quiz_bank"
    banks = (bank, bank / CONTEST_POOL)
    lessons = (
        read_lesson(path, folder, diagnostics)
        for path in _banded_files(folder / "lessons", "*.md", folder, diagnostics)
    )
    items = [item for each in banks for item in read_bank(each, folder, pictures, diagnostics)]
    comics = [
        read_comic(path, folder, diagnostics)
        for path in _banded_files(folder / "comics", "*.yaml", folder, diagnostics)
    ]
    blueprints = (
        read_blueprint(path, folder, diagnostics)
        for path in sorted((bank / "blueprints").glob("*.yaml"))
    )
    return Layer(
        tuple(lesson for lesson in lessons if lesson),
        tuple(items),
        tuple(comic for comic in comics if comic),
        tuple(blueprint for blueprint in blueprints if blueprint),
    )


def read_bank(
    bank: Path, folder: Path, pictures: Sequence[Path], diagnostics: Diagnostics
) -> list[Item]:
    """Return the items of a folder with a folder for each band; `folder` is what it belongs to."""
    return [
        item
        for path in _banded_files(bank, "*.yaml", folder, diagnostics)
        for item in read_items(path, folder, diagnostics, pictures)
    ]


def lay_over(kit: Layer, school: Layer, diagnostics: Diagnostics) -> Layer:
    """Return the kit's content with the school's in front of it.

    An id that the kit has for something else is reported: replacing it would leave links and
    notebooks that mean another thing.
    """
    _report_lessons(kit.lessons, school.lessons, diagnostics)
    _report_items(kit.items, school.items, diagnostics)
    lessons = _lay(LESSON, kit.lessons, school.lessons, lambda each: each.slug)
    items = _lay(ITEM, kit.items, school.items, lambda each: each.id)
    comics = _lay(COMIC, kit.comics, school.comics, lambda each: each.lesson_id)
    blueprints = _lay(BLUEPRINT, kit.blueprints, school.blueprints, lambda each: each.slug)
    replaced = [each for made in (lessons, items, comics, blueprints) for each in made[1]]
    return Layer(lessons[0], items[0], comics[0], blueprints[0], tuple(replaced))


def _lay(
    kind: str, below: tuple[T, ...], above: tuple[T, ...], name_of: Callable[[T], str]
) -> tuple[tuple[T, ...], tuple[Replacement, ...]]:
    """Put each of `above` where its like stands in `below`, and what is new at the end."""
    known = {name_of(each) for each in below}
    # Of two of the same name in one folder the second is no replacement: rules tell of it.
    first = {name_of(each): each for each in reversed(above)}
    merged = tuple(first.get(name_of(each), each) for each in below)
    placed = {id(each) for each in merged}
    added = tuple(each for each in above if id(each) not in placed)
    named = dict.fromkeys(name_of(each) for each in above)
    replaced = (Replacement(kind, each, first[each].source) for each in named if each in known)
    return merged + added, tuple(replaced)


def find_replaced_pictures(root: Path, school: Path | None) -> tuple[Replacement, ...]:
    """Return the school's pictures that are shown for those of the kit with the same path."""
    files = sorted((school / "media").rglob("*")) if school else []
    found = ((file, file.relative_to(school).as_posix()) for file in files if school)
    return tuple(
        Replacement(PICTURE, name, Source(file.as_posix()))
        for file, name in found
        if file.is_file() and (root / name).is_file()
    )


def _report_lessons(
    kit: Iterable[Lesson], school: Iterable[Lesson], diagnostics: Diagnostics
) -> None:
    by_id = {lesson.id: lesson for lesson in kit}
    by_slug = {lesson.slug: lesson for lesson in kit}
    for own in school:
        like = by_slug.get(own.slug) or by_id.get(own.id)
        if like is None or (like.slug, like.id, like.band) == (own.slug, own.id, own.band):
            continue
        message = (
            f'bài "{own.slug}" (id {own.id}, cấp {own.band}) trùng tên hoặc mã với bài '
            f'"{like.slug}" (id {like.id}, cấp {like.band}) của bộ nội dung'
        )
        hint = "bản sửa của một bài giữ nguyên tên tệp, id và cấp; bài mới thì đặt tên và id khác"
        diagnostics.report("FI012", own.source.at("id"), message, hint)


def _report_items(kit: Iterable[Item], school: Iterable[Item], diagnostics: Diagnostics) -> None:
    by_id = {item.id: item for item in kit}
    for own in school:
        like = by_id.get(own.id)
        if like is None or like.type is own.type:
            continue
        message = (
            f'câu "{own.id}" có dạng {own.type}, câu cùng mã của bộ nội dung có dạng {like.type}'
        )
        hint = "bản sửa của một câu giữ nguyên dạng; câu mới thì đặt mã khác"
        diagnostics.report("FI012", own.source.at("type"), message, hint)


def _banded_files(
    folder: Path, pattern: str, root: Path, diagnostics: Diagnostics
) -> Iterable[Path]:
    """Files of each band's folder; a folder that is no band is reported."""
    known = [band.value for band in Band]
    for name in known:
        yield from sorted((folder / name).glob(pattern))
    for child in sorted(folder.iterdir()) if folder.is_dir() else []:
        if child.name in known:
            continue
        if child.is_dir() and child.name not in _OTHER_FOLDERS and any(child.glob(pattern)):
            message = f'thư mục "{child.name}" không phải là một cấp ({", ".join(known)})'
            diagnostics.report("FI008", Source(diagnostics.name_of(child, root)), message)
