"""Copy a lesson of the kit, with its items and its comic, into the school's own folder."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from lachan.content import Content
from lachan.errors import LachanError
from lachan.os_words import describe_os_error
from lachan.workflows.write_files import find_place, write_bytes


class KeptFileError(LachanError):
    """A file of the school's lies where another should be written."""


def take_lesson(
    name: str, kit: Content, school: Path, *, with_items: bool = True
) -> tuple[Path, ...]:
    """Copy the files of a lesson and return the copies.

    Parameters
    ----------
    name
        The lesson's id or slug.
    kit
        The content without the school's folder.
    with_items
        Whether its practice items and its comic come along.

    Raises
    ------
    NotFoundError
        Where the kit has no such lesson.
    KeptFileError
        Where one of the files is there already; nothing was written then.
    """
    lesson = kit.get_lesson(name)
    sources = [lesson.source.file]
    if with_items:
        sources.append(f"quiz_bank/{lesson.band}/{lesson.slug}.yaml")
        comic = kit.comic_of(lesson)
        sources += [comic.source.file] if comic else []
    found = [each for each in sources if (kit.root / each).is_file()]
    return keep_files(school, {each: (kit.root / each).read_bytes() for each in found})


def keep_files(school: Path, files: Mapping[str, bytes]) -> tuple[Path, ...]:
    """Write files, named by their paths in the school's folder, and return where they lie.

    Raises
    ------
    KeptFileError
        Where one of them is there already, or the folder cannot be written.
    """
    places = {find_place(school, name): data for name, data in files.items()}
    for path in places:
        if path.exists():
            raise KeptFileError(
                f"{path}: kho của trường đã có tệp này, có thể thầy cô đã sửa, nên không ghi đè. "
                "Muốn lấy lại bản của bộ cài thì tự chuyển tệp ấy đi trước."
            )
    try:
        for path, data in places.items():
            write_bytes(path, data)
    except OSError as error:
        why = describe_os_error(error)
        raise KeptFileError(f"{school}: không ghi được vào kho của trường: {why}") from error
    return tuple(places)
