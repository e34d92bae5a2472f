"""sheet.json: where every bubble of an answer sheet is, for whoever reads scans."""

from __future__ import annotations

from lachan.domain.papers.sheets import SheetLayout
from lachan.errors import LachanError
from lachan.exchange.codec import Codec
from lachan.exchange.json_files import parse_document, reading, render_json

FORMAT = "lachan-sheet/1"

_CODEC = Codec(
    SheetLayout,
    names={
        "page_count": "pages",
        "page_width_mm": ["page_mm", 0],
        "page_height_mm": ["page_mm", 1],
        "x_mm": "x",
        "y_mm": "y",
        "width_mm": "width",
        "height_mm": "height",
        "radius_mm": "radius",
    },
    late=(),
)


class SheetLayoutError(LachanError):
    """A file is not a sheet layout that this version can read."""


def render_sheet_layout(layout: SheetLayout) -> bytes:
    """Return the layout as JSON: lengths in mm from the page's upper left corner."""
    page_mm = [layout.page_width_mm, layout.page_height_mm]
    return render_json({"format": FORMAT, "page_mm": page_mm, **_CODEC.dump(layout)})


def parse_sheet_layout(data: bytes, name: str = "sheet.json") -> SheetLayout:
    """Return the layout that a file holds.

    Raises
    ------
    SheetLayoutError
        If it is no such file, of another version, or damaged; `name` is the file's, as told.
    """
    advice = "hãy lấy lại tệp được tạo cùng phiếu trả lời."
    with reading(name, FORMAT, SheetLayoutError, advice):
        return _CODEC.load(parse_document(data, FORMAT))
