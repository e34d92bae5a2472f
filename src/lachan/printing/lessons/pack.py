"""The print pack of a lesson: every sheet that a class and its teacher need, on paper."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from lachan.assembly import as_written, printed_key
from lachan.domain.forms import Form
from lachan.domain.items import Item
from lachan.domain.kinds import BlockKind
from lachan.domain.law import HelpPlace, Hotline, leaflet_hotlines
from lachan.domain.lessons import Lesson, LessonBlock
from lachan.domain.letterhead import Letterhead
from lachan.domain.names import grades_label
from lachan.domain.plays import Play
from lachan.domain.print_packs import (
    PackSheet,
    find_entries,
    find_plays,
    find_worksheets,
    observed_objectives,
    run_sheet,
)
from lachan.printing.lessons.comic import ComicSheet
from lachan.printing.lessons.help_data import help_data
from lachan.printing.lessons.worksheet import worksheet_parts
from lachan.printing.letterhead import letterhead_data
from lachan.printing.pictures import PictureTray
from lachan.printing.question import question_data
from lachan.printing.typst_engine import compile_pdf


@dataclass(frozen=True, slots=True)
class PrintPack:
    """What a pack is printed from.

    Attributes
    ----------
    forms
        The catalogue of forms of work, by id.
    items
        The items asked before and after, in order.
    card
        What the teacher keeps at hand for when a child tells of itself; None where there is none.
    comic
        The lesson's strip, None where it has none.
    """

    lesson: Lesson
    head: Letterhead = field(default_factory=Letterhead)
    forms: Mapping[str, Form] = field(default_factory=dict)
    items: tuple[Item, ...] = ()
    hotlines: tuple[Hotline, ...] = ()
    places: tuple[HelpPlace, ...] = ()
    contacts: tuple[str, ...] = ()
    card: LessonBlock | None = None
    comic: ComicSheet | None = None


def pack_sheets(pack: PrintPack) -> tuple[PackSheet, ...]:
    """Return the sheets that this lesson has something for, in the order of printing."""
    tray = PictureTray(pack.lesson.title, {})
    return tuple(
        sheet
        for sheet in PackSheet
        if sheet in (PackSheet.RUN, PackSheet.OBSERVATION) or _DATA[sheet](pack, _NoPictures(tray))
    )


def render_pack(
    pack: PrintPack,
    sheets: Sequence[PackSheet],
    *,
    large: bool = False,
    pictures: Mapping[str, bytes] | None = None,
) -> bytes:
    """Return the PDF/UA-1 file of these sheets; the same bytes each time.

    Parameters
    ----------
    sheets
        Of `pack_sheets`; at least one.
    large
        Whether the type is that of large print.
    pictures
        Path in the content root → bytes, for every picture the sheets show.

    Raises
    ------
    PrintError
        With a Vietnamese reason, for example the characters that the fonts lack.
    """
    title = f"{pack.lesson.title} – Gói in"
    strip = pack.comic.pictures if pack.comic else {}
    tray = PictureTray(title, {**(pictures or {}), **strip})
    data = {
        "title": pack.lesson.title,
        "subtitle": grades_label(pack.lesson.grades).capitalize(),
        "head": letterhead_data(pack.head, tray),
        "large": large,
        "sheets": [{"kind": sheet.value, "parts": _DATA[sheet](pack, tray)} for sheet in sheets],
        "help": pack.hotlines[0].number if pack.hotlines else "",
    }
    return compile_pdf("goi-in.typ", data, title, tray.files)


class _NoPictures(PictureTray):
    """A tray for a look at what there is: figures keep their paths and are not asked for."""

    def __init__(self, like: PictureTray) -> None:
        super().__init__(like.title, like.given)

    def place(self, path: str) -> str:
        return path


_Parts = list[Any]


def _run(pack: PrintPack, tray: PictureTray) -> _Parts:  # noqa: ARG001
    return [
        {
            "number": period.number if pack.lesson.periods > 1 else 0,
            "minutes": period.minutes,
            "rows": [
                {
                    "time": f"{row.start}–{row.end}",
                    "title": row.title,
                    "form": row.form,
                    "say": row.say,
                    "do": row.do,
                    "made": row.made,
                    "show": row.show,
                }
                for row in period.rows
            ],
        }
        for period in run_sheet(pack.lesson, pack.forms)
    ]


def _card(pack: PrintPack, tray: PictureTray) -> _Parts:
    return [_page(pack.card, tray)] if pack.card else []


def _comic(pack: PrintPack, tray: PictureTray) -> _Parts:
    return [pack.comic.data(tray)] if pack.comic else []


def _scripts(pack: PrintPack, tray: PictureTray) -> _Parts:
    return [_play(play, tray) for play in find_plays(pack.lesson) if play.roles]


def _play(play: Play, tray: PictureTray) -> dict[str, Any]:
    return {
        "title": play.title,
        "roles": list(play.roles),
        "lines": [
            {"speakers": list(line.speakers), "nodes": tray.nodes((line.content,))}
            for line in play.lines
        ],
    }


def _entries_of(kind: BlockKind) -> Callable[[PrintPack, PictureTray], _Parts]:
    def entries(pack: PrintPack, tray: PictureTray) -> _Parts:
        return [
            {"title": each.title, "entries": [tray.nodes(entry) for entry in each.entries]}
            for each in find_entries(pack.lesson, kind)
        ]

    return entries


def _worksheets(pack: PrintPack, tray: PictureTray) -> _Parts:
    return [
        {
            "title": block.title,
            "private": block.kind is BlockKind.PRIVATE_SHEET,
            "parts": worksheet_parts(block.content, tray),
        }
        for block in find_worksheets(pack.lesson)
    ]


def _before_after(pack: PrintPack, tray: PictureTray) -> _Parts:
    return [
        question_data(number, item, as_written(item), tray)
        for number, item in enumerate(pack.items, 1)
    ]


def _ticket(pack: PrintPack, tray: PictureTray) -> _Parts:  # noqa: ARG001
    return list(pack.lesson.exit_ticket)


def _observation(pack: PrintPack, tray: PictureTray) -> _Parts:  # noqa: ARG001
    return [
        {
            "rows": [
                {"objective": objective, "levels": list(levels)}
                for objective, levels in observed_objectives(pack.lesson)
            ],
            # For teachers alone, on a sheet that stays with them.
            "key": [_key(number, item) for number, item in enumerate(pack.items, 1)],
            "extension": pack.lesson.extension,
        }
    ]


def _key(number: int, item: Item) -> str:
    return f"{number}. {printed_key(item, as_written(item))}"


def _letters(pack: PrintPack, tray: PictureTray) -> _Parts:
    told = help_data(pack.hotlines, pack.places, pack.contacts)
    blocks = pack.lesson.blocks_of_kind(BlockKind.LETTER)
    return [_page(block, tray) | {"help": told} for block in blocks]


def _leaflets(pack: PrintPack, tray: PictureTray) -> _Parts:
    numbers = leaflet_hotlines(pack.hotlines, pack.lesson.band)
    told = help_data(numbers, pack.places, pack.contacts)
    blocks = pack.lesson.blocks_of_kind(BlockKind.LEAFLET)
    return [_page(block, tray) | {"help": told} for block in blocks]


def _page(block: LessonBlock, tray: PictureTray) -> dict[str, Any]:
    return {"title": block.title, "nodes": tray.nodes(block.content)}


_DATA: Mapping[PackSheet, Callable[[PrintPack, PictureTray], _Parts]] = {
    PackSheet.RUN: _run,
    PackSheet.CARD: _card,
    PackSheet.COMIC: _comic,
    PackSheet.SCRIPTS: _scripts,
    PackSheet.CARDS: _entries_of(BlockKind.CARDS),
    PackSheet.BOARDS: _entries_of(BlockKind.BOARDS),
    PackSheet.GAME: _entries_of(BlockKind.BOARD_GAME),
    PackSheet.WORKSHEETS: _worksheets,
    PackSheet.BEFORE_AFTER: _before_after,
    PackSheet.TICKET: _ticket,
    PackSheet.OBSERVATION: _observation,
    PackSheet.LETTER: _letters,
    PackSheet.LEAFLET: _leaflets,
}
