"""A worksheet as the templates read it: text and places to write in, in order."""

from __future__ import annotations

from typing import Any

from lachan.domain.rich.text import RichText
from lachan.domain.worksheets import Place, split_worksheet
from lachan.printing.pictures import PictureTray


def worksheet_parts(content: RichText, tray: PictureTray) -> list[dict[str, Any]]:
    """Return the parts of a worksheet, JSON-ready: ``{"nodes"}`` or ``{"place"}``.

    Raises
    ------
    PlaceError
        For a line that draws nothing; `lachan check` tells it with its place.
    """
    return [
        {"place": {"kind": part.kind.value, "count": part.count, "labels": list(part.labels)}}
        if isinstance(part, Place)
        else {"nodes": tray.nodes((part,))}
        for part in split_worksheet(content)
    ]
