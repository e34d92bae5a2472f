"""Pictures for the browser, inside the model, so that they need no server of files."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path, PurePosixPath

from lachan.content.files import find_inside
from lachan.domain.items import Item
from lachan.domain.rich.text import RichText
from lachan.markup import find_figures

_TYPES = {
    ".gif": "image/gif",
    ".jpeg": "image/jpeg",
    ".jpg": "image/jpeg",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".webp": "image/webp",
}


def load_media(
    folders: Sequence[Path],
    items: Iterable[Item] = (),
    texts: Iterable[RichText] = (),
    *,
    brought: Mapping[str, bytes] | None = None,
) -> dict[str, str]:
    """Return data URLs of all pictures in `items` and in `texts`, by their path in `folders`.

    What is missing, outside of them or no picture is left out; the front end then shows the
    description instead. An SVG shown as an image runs no script.

    Parameters
    ----------
    brought
        Pictures that came with a notebook, for paths that none of `folders` has.
    """
    paths = dict.fromkeys(_iter_paths(items, texts))
    urls = ((path, _find_data_url(folders, path, brought or {})) for path in paths)
    return {path: url for path, url in urls if url is not None}


def _iter_paths(items: Iterable[Item], texts: Iterable[RichText]) -> Iterator[str]:
    for item in items:
        if item.media:
            yield item.media.path
        yield from (figure.path for figure in find_figures(item.asked))
    for text in texts:
        yield from (figure.path for figure in find_figures(text))


def _find_data_url(folders: Sequence[Path], path: str, brought: Mapping[str, bytes]) -> str | None:
    kind = _TYPES.get(PurePosixPath(path).suffix.lower())
    file = find_inside(folders, path) if kind else None
    data = file.read_bytes() if file else brought.get(path)
    if kind is None or data is None:
        return None
    return f"data:{kind};base64,{b64encode(data).decode('ascii')}"
