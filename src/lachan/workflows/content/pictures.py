"""Read the pictures that texts and items show, from inside the content's folders only."""

from __future__ import annotations

from collections.abc import Iterable

from lachan.content import Content
from lachan.content.files import find_inside
from lachan.domain.items import Item
from lachan.domain.rich.text import RichText
from lachan.errors import ContentError, Problem, Severity
from lachan.printing import find_picture_paths


def read_pictures(
    content: Content, file: str, texts: Iterable[RichText], items: Iterable[Item]
) -> dict[str, bytes]:
    """Return path → bytes for every picture.

    Parameters
    ----------
    content
        Whose folders the paths start from.
    file
        What is being made, for the messages.
    texts, items
        What shows the pictures.

    Raises
    ------
    ContentError
        With each path that leads to no file inside them.
    """
    pictures, problems = {}, []
    for path in find_picture_paths(texts, items):
        data = find_picture(content, path)
        if data is not None:
            pictures[path] = data
        else:
            message = f'không có tệp hình "{path}"'
            problems.append(Problem("LK001", Severity.ERROR, file, 1, 1, message))
    if problems:
        raise ContentError(problems)
    return pictures


def find_picture(content: Content, path: str) -> bytes | None:
    """Return a picture's bytes from the content's folders, else as a notebook brought it."""
    file = find_inside(content.folders, path)
    return file.read_bytes() if file else content.pictures.get(path)
