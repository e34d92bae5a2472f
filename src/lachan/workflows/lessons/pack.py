"""From a lesson to its print pack: one PDF, or a folder (zip) with each sheet and large print."""

from __future__ import annotations

import zipfile
from io import BytesIO

from lachan.content import Content
from lachan.domain.kinds import BlockKind
from lachan.domain.lessons import Lesson, LessonBlock
from lachan.domain.print_packs import LARGE
from lachan.exchange.zip_bytes import with_fixed_times
from lachan.printing import PrintPack, pack_sheets, render_pack
from lachan.workflows.content.pictures import read_pictures
from lachan.workflows.lessons.comic import draw_comic_sheet

WHOLE = "00-ca-goi.pdf"

# The teacher's course: its leaflet is the card to which all other lessons refer.
_COURSE = "cong-dong-truoc-khi-day"


def make_pack(name: str, content: Content) -> bytes:
    """Return all sheets of the lesson with this id or slug as one PDF."""
    pack = _find_pack(name, content)
    return render_pack(pack, pack_sheets(pack), pictures=_read_pictures(name, pack, content))


def make_pack_files(name: str, content: Content) -> bytes:
    """Return the pack as a zip: the whole, each sheet alone, and large print."""
    pack = _find_pack(name, content)
    sheets, pictures = pack_sheets(pack), _read_pictures(name, pack, content)
    files = {WHOLE: render_pack(pack, sheets, pictures=pictures)}
    for number, sheet in enumerate(sheets, 1):
        stem = f"{number:02}-{sheet}"
        files[f"{stem}.pdf"] = render_pack(pack, [sheet], pictures=pictures)
        if sheet in LARGE:
            made = render_pack(pack, [sheet], large=True, pictures=pictures)
            files[f"{stem}-chu-to.pdf"] = made
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for file, data in files.items():
            archive.writestr(file, data)
    return with_fixed_times(out.getvalue())


def _find_pack(name: str, content: Content) -> PrintPack:
    lesson = content.get_lesson(name)
    comic = content.comic_of(lesson)
    return PrintPack(
        lesson=lesson,
        head=content.settings.letterhead,
        forms={form.id: form for form in content.forms},
        items=tuple(content.get_item(item_id) for item_id in lesson.before_after),
        hotlines=content.hotlines,
        places=content.places,
        contacts=content.settings.contacts,
        card=_find_card(lesson, content),
        comic=draw_comic_sheet(comic, content) if comic else None,
    )


def _find_card(lesson: Lesson, content: Content) -> LessonBlock | None:
    """Return the card for when a child tells; the course itself has it as its leaflet."""
    course = next((each for each in content.lessons if each.id == _COURSE), None)
    if course is None or course is lesson:
        return None
    return next(iter(course.blocks_of_kind(BlockKind.LEAFLET)), None)


def _read_pictures(name: str, pack: PrintPack, content: Content) -> dict[str, bytes]:
    blocks = (*pack.lesson.blocks, *([pack.card] if pack.card else []))
    texts = (block.content for block in blocks)
    return dict(read_pictures(content, name, texts, pack.items))
