"""Read the pictures that texts and items show, from inside the content root only."""

from __future__ import annotations

from collections.abc import Iterable

from lachan.content import Content
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
        Whose root the paths start from.
    file
        What is being made, for the messages.
    texts, items
        What shows the pictures.

    Raises
    ------
    ContentError
        With each path that leads to no file inside the root.
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
    """Return a picture's bytes from inside the root, else as a notebook brought it, or None."""
    root = content.root.resolve()
    target = (root / path).resolve()
    if target.is_relative_to(root) and target.is_file():
        return target.read_bytes()
    return content.pictures.get(path)
