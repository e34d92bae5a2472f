"""A comic on paper: the strip as a page, then a worksheet with empty balloons and questions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

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

    @property
    def pictures(self) -> dict[str, bytes]:
        """The panels' pictures under the paths by which `data` asks a tray for them."""
        return {
            path: picture
            for number, panel in enumerate(self.panels, 1)
            for path, picture in (
                (_path(number), panel.picture),
                (_path(number, blank=True), panel.blank or panel.picture),
            )
        }

    def data(self, tray: PictureTray) -> dict[str, Any]:
        """Return what the template reads, JSON-ready."""
        return {
            "title": self.title,
            "lesson": self.lesson,
            "school": self.school,
            "panels": [
                {
                    "alt": panel.alt,
                    "path": tray.place(_path(number)),
                    "blank": tray.place(_path(number, blank=True)),
                }
                for number, panel in enumerate(self.panels, 1)
            ],
            "ask": list(self.ask),
        }


def render_comic_sheet(sheet: ComicSheet) -> bytes:
    """Return the PDF/UA-1 file of a strip: A4, readable in black and white, stable bytes.

    Raises
    ------
    PrintError
        With a Vietnamese reason, for example the characters that the fonts lack.
    """
    title = f"{sheet.title} – Truyện tranh"
    tray = PictureTray(title, sheet.pictures)
    return compile_pdf("truyen-tranh.typ", sheet.data(tray), title, tray.files)


def _path(number: int, *, blank: bool = False) -> str:
    return f"truyen-tranh/{number:02}{'-trong' * blank}.svg"
