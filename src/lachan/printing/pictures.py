"""Pictures on a printed page: which a text shows, and how Typst is given them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import PurePosixPath

from lachan.domain.bodies import body_texts
from lachan.domain.items import Item
from lachan.domain.rich.nodes import BlockNode
from lachan.domain.rich.text import RichText
from lachan.markup import find_figures, to_nodes
from lachan.printing.faults import PictureError

FORMATS = frozenset({".svg", ".png", ".jpg", ".jpeg", ".gif", ".webp"})


class PictureTray:
    """Hands a template's pictures to Typst under names of its own.

    Content names pictures by paths in the content root. The template sees names that this
    tray makes up, so that no path an author wrote is ever looked up by Typst.
    """

    def __init__(self, title: str, given: Mapping[str, bytes]) -> None:
        self.title = title
        self.given = given
        self.files: dict[str, bytes] = {}

    def place(self, path: str) -> str:
        """Return the name under which the template finds the picture `path`.

        Raises
        ------
        PictureError
            If it was not given or is of a format that cannot be printed.
        """
        suffix = PurePosixPath(path).suffix.lower()
        if suffix not in FORMATS:
            raise PictureError(
                f"Không in được “{self.title}”: hình {path} không thuộc dạng in được "
                f"({', '.join(sorted(FORMATS))})."
            )
        if path not in self.given:
            raise PictureError(
                f"Không in được “{self.title}”: thiếu hình {path}. "
                "Hãy kiểm tra tệp hình có nằm trong bộ nội dung không."
            )
        name = f"pictures/{sorted(self.given).index(path)}{suffix}"
        self.files[name] = self.given[path]
        return f"/{name}"

    def nodes(self, content: RichText) -> list[BlockNode]:
        """Return the JSON nodes of `content` with every figure's path replaced."""
        nodes = to_nodes(content)
        self._replace(nodes)
        return nodes

    def _replace(self, value: object) -> None:
        if isinstance(value, dict):
            if value.get("type") == "figure":
                value["path"] = self.place(value["path"])
            for child in value.values():
                self._replace(child)
        elif isinstance(value, list):
            for child in value:
                self._replace(child)


def find_picture_paths(texts: Iterable[RichText], items: Iterable[Item] = ()) -> tuple[str, ...]:
    """Return the paths of all pictures that the texts and the items show, sorted.

    The caller reads them from the content root and passes path → bytes to the renderers.
    """
    listed = list(items)
    found = {figure.path for text in texts for figure in find_figures(text)}
    for item in listed:
        texts_of_item = (item.asked, *(text for _, text in body_texts(item.body)))
        found |= {figure.path for text in texts_of_item for figure in find_figures(text)}
        if item.media is not None:
            found.add(item.media.path)
    return tuple(sorted(found))
