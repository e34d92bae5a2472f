"""Pictures for the browser, inside the model, so that they need no server of files."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable, Iterator
from pathlib import Path

from lachan.domain.items import Item
from lachan.domain.rich_text import RichText
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
    root: Path, items: Iterable[Item] = (), texts: Iterable[RichText] = ()
) -> dict[str, str]:
    """Return data URLs of all pictures in `items` and in `texts`, by their path in `root`.

    What is missing, outside `root` or no picture is left out; the front end then shows the
    description instead. An SVG shown as an image runs no script.
    """
    paths = dict.fromkeys(_iter_paths(items, texts))
    urls = ((path, _find_data_url(root, path)) for path in paths)
    return {path: url for path, url in urls if url is not None}


def _iter_paths(items: Iterable[Item], texts: Iterable[RichText]) -> Iterator[str]:
    for item in items:
        if item.media:
            yield item.media.path
        yield from (figure.path for figure in find_figures(item.stem))
    for text in texts:
        yield from (figure.path for figure in find_figures(text))


def _find_data_url(root: Path, path: str) -> str | None:
    file = (root / path).resolve()
    kind = _TYPES.get(file.suffix.lower())
    if kind is None or not file.is_relative_to(root.resolve()) or not file.is_file():
        return None
    return f"data:{kind};base64,{b64encode(file.read_bytes()).decode('ascii')}"
