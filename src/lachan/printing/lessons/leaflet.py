"""A leaflet (tờ rơi): one page that a pupil takes home to the family."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from lachan.domain.kinds import Band
from lachan.domain.law import HelpPlace, Hotline, leaflet_hotlines
from lachan.domain.letterhead import Letterhead
from lachan.domain.rich.text import RichText
from lachan.printing.lessons.help_data import help_data
from lachan.printing.letterhead import letterhead_data
from lachan.printing.pictures import PictureTray
from lachan.printing.typst_engine import compile_pdf


@dataclass(frozen=True, slots=True)
class Leaflet:
    """What a leaflet says: title, text, and where to get help.

    `band` is the lesson's, None where the leaflet is of none of ours.
    """

    title: str
    lesson: str
    head: Letterhead
    content: RichText
    hotlines: Sequence[Hotline] = ()
    places: Sequence[HelpPlace] = ()
    contacts: Sequence[str] = ()
    band: Band | None = None


def render_leaflet(leaflet: Leaflet, *, pictures: Mapping[str, bytes] | None = None) -> bytes:
    """Return the PDF/UA-1 file of a leaflet: A4, in type that fills the page, stable bytes.

    Raises
    ------
    PrintError
        With a Vietnamese reason, for example the characters that the fonts lack.
    """
    title = f"{leaflet.lesson} – {leaflet.title}"
    tray = PictureTray(title, pictures or {})
    data = {
        "title": leaflet.title,
        "lesson": leaflet.lesson,
        "head": letterhead_data(leaflet.head, tray),
        "content": tray.nodes(leaflet.content),
        "help": help_data(
            leaflet_hotlines(leaflet.hotlines, leaflet.band), leaflet.places, leaflet.contacts
        ),
    }
    return compile_pdf("to-roi.typ", data, title, tray.files)
