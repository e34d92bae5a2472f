"""A comic on paper: the strip as a page, then a worksheet with empty balloons and questions."""

from __future__ import annotations

from dataclasses import dataclass

from lachan.printing.pictures import PictureTray
from lachan.printing.typst_engine import compile_pdf


@dataclass(frozen=True, slots=True)
class PanelPicture:
    """A drawn panel; `blank` is the same with empty balloons, None where it stays as it is."""

    alt: str
    picture: bytes
    blank: bytes | None


@dataclass(frozen=True, slots=True)
class ComicSheet:
    """What the pages of a strip show."""

    title: str
    lesson: str
    school: str
    panels: tuple[PanelPicture, ...]
    ask: tuple[str, ...]


def render_comic_sheet(sheet: ComicSheet) -> bytes:
    """Return the PDF/UA-1 file of a strip: A4, readable in black and white, stable bytes.

    Raises
    ------
    PrintError
        With a Vietnamese reason, for example the characters that the fonts lack.
    """
    title = f"{sheet.title} – Truyện tranh"
    pictures: dict[str, bytes] = {}
    for number, panel in enumerate(sheet.panels, 1):
        pictures[f"{number:02}.svg"] = panel.picture
        pictures[f"{number:02}-trong.svg"] = panel.blank or panel.picture
    tray = PictureTray(title, pictures)
    data = {
        "title": sheet.title,
        "lesson": sheet.lesson,
        "school": sheet.school,
        "panels": [
            {
                "alt": panel.alt,
                "path": tray.place(f"{number:02}.svg"),
                "blank": tray.place(f"{number:02}-trong.svg"),
            }
            for number, panel in enumerate(sheet.panels, 1)
        ],
        "ask": list(sheet.ask),
    }
    return compile_pdf("truyen-tranh.typ", data, title, tray.files)
