"""Pictures for the browser, inside the model, so that they need no server of files."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

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
    root: Path,
    items: Iterable[Item] = (),
    texts: Iterable[RichText] = (),
    *,
    brought: Mapping[str, bytes] | None = None,
) -> dict[str, str]:
    """Return data URLs of all pictures in `items` and in `texts`, by their path in `root`.

    What is missing, outside `root` or no picture is left out; the front end then shows the
    description instead. An SVG shown as an image runs no script.

    Parameters
    ----------
    brought
        Pictures that came with a notebook, for paths that `root` lacks.
    """
    paths = dict.fromkeys(_iter_paths(items, texts))
    urls = ((path, _find_data_url(root, path, brought or {})) for path in paths)
    return {path: url for path, url in urls if url is not None}


def _iter_paths(items: Iterable[Item], texts: Iterable[RichText]) -> Iterator[str]:
    for item in items:
        if item.media:
            yield item.media.path
        yield from (figure.path for figure in find_figures(item.asked))
    for text in texts:
        yield from (figure.path for figure in find_figures(text))


def _find_data_url(root: Path, path: str, brought: Mapping[str, bytes]) -> str | None:
    file = (root / path).resolve()
    kind = _TYPES.get(file.suffix.lower())
    is_inside = file.is_relative_to(root.resolve()) and file.is_file()
    data = file.read_bytes() if kind and is_inside else brought.get(path)
    if kind is None or data is None:
        return None
    return f"data:{kind};base64,{b64encode(data).decode('ascii')}"
