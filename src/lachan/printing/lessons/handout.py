"""A lesson as a printed handout, for pupils or for their teacher."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from lachan.assembly import as_written
from lachan.domain.kinds import Audience, BlockKind
from lachan.domain.messages import read_thread
from lachan.domain.names import BLOCK_NAMES
from lachan.printing.citation_list import group_citations
from lachan.printing.lessons.help_data import help_data
from lachan.printing.lessons.key import key_entry
from lachan.printing.lessons.messages import phone_data
from lachan.printing.lessons.sheets import HandoutBlock, HandoutSection, HandoutSheet
from lachan.printing.lessons.worksheet import worksheet_parts
from lachan.printing.letterhead import letterhead_data
from lachan.printing.pictures import PictureTray
from lachan.printing.question import question_data
from lachan.printing.typst_engine import compile_pdf

# Where pupils write, and on how many lines.
WRITING_LINES = {BlockKind.ACTIVITY: 3, BlockKind.DISCUSSION: 2}

KIND_OF_SHEET = {
    Audience.PUPIL: "Phiếu học tập",
    Audience.TEACHER: "Bản của giáo viên – không phát cho học sinh",
}


def render_handout(sheet: HandoutSheet, *, pictures: Mapping[str, bytes] | None = None) -> bytes:
    """Return the PDF/UA-1 file of a handout: A4, readable in black and white, stable bytes.

    The pupil's version holds no teacher note, key, reason or plan: they are left out of the
    data, not hidden by the template.

    Parameters
    ----------
    sheet
        The lesson, laid out for its audience.
    pictures
        Path in the content root → bytes, for every picture the sheet shows.

    Raises
    ------
    PrintError
        With a Vietnamese reason, for example the characters that the fonts lack.
    """
    kind = KIND_OF_SHEET[Audience(sheet.audience)]
    title = f"{sheet.title} – {kind}"
    tray = PictureTray(title, pictures or {})
    data = handout_data(sheet, tray)
    return compile_pdf("phieu-hoc-tap.typ", data, title, tray.files)


def handout_data(sheet: HandoutSheet, tray: PictureTray) -> dict[str, Any]:
    """Return what the template reads, JSON-ready."""
    numbers = iter(range(1, len(sheet.items) + 1))
    sections = [_section(section, sheet, numbers, tray) for section in sheet.sections]
    shown = [block for section in sections for block in section["blocks"]]
    return {
        "title": sheet.title,
        "subtitle": sheet.subtitle,
        "head": letterhead_data(sheet.head, tray),
        "teacher": sheet.for_teacher,
        "kind": KIND_OF_SHEET[Audience(sheet.audience)],
        "sections": [section for section in sections if section["title"] or section["blocks"]],
        "help": help_data(sheet.hotlines, sheet.places, sheet.contacts),
        "help_placed": any(block["kind"] == BlockKind.HELP for block in shown),
        "citations": group_citations(sheet.citations),
        "key": _key(sheet, tray) if sheet.for_teacher else [],
    }


def _section(
    section: HandoutSection, sheet: HandoutSheet, numbers: Iterator[int], tray: PictureTray
) -> dict[str, Any]:
    return {
        "title": section.title,
        "minutes": section.minutes,
        "plan": [list(row) for row in section.plan if row[1]] if sheet.for_teacher else [],
        "blocks": [
            _block(block, sheet, numbers, tray)
            for block in section.blocks
            if sheet.for_teacher or not block.kind.teacher_only
        ],
    }


def _block(
    block: HandoutBlock, sheet: HandoutSheet, numbers: Iterator[int], tray: PictureTray
) -> dict[str, Any]:
    label = BLOCK_NAMES[block.kind]
    # A lesson that draws its worksheets says itself where pupils write.
    ruled = not sheet.for_teacher and not sheet.draws_worksheets
    thread = read_thread(block.content) if block.kind is BlockKind.MESSAGES else None
    text = () if block.kind.is_worksheet else thread.before if thread else block.content
    return {
        "kind": block.kind.value,
        "label": label,
        "title": "" if block.title.casefold() == label.casefold() else block.title,
        "content": tray.nodes(text),
        "phone": phone_data(thread, tray) if thread else None,
        "parts": worksheet_parts(block.content, tray) if block.kind.is_worksheet else [],
        "lines": WRITING_LINES.get(block.kind, 0) if ruled else 0,
        "items": [
            question_data(next(numbers), item, as_written(item), tray) for item in block.items
        ],
    }


def _key(sheet: HandoutSheet, tray: PictureTray) -> list[dict[str, Any]]:
    return [
        key_entry(number, item, sheet.citations, tray) for number, item in enumerate(sheet.items, 1)
    ]
