"""A4 pages through Typst, and what the print fonts can show."""

from lachan.printing.consent_slip import ConsentSlip, render_consent_slip
from lachan.printing.faults import MissingGlyphError, PictureError, PrintError, PrintWarning
from lachan.printing.fonts import SCREEN_FACES, find_missing_glyphs, screen_font, screen_font_recipe
from lachan.printing.law.index import LawIndex, render_law_index
from lachan.printing.lessons.comic import ComicSheet, PanelPicture, render_comic_sheet
from lachan.printing.lessons.handout import render_handout
from lachan.printing.lessons.leaflet import Leaflet, render_leaflet
from lachan.printing.lessons.pack import PrintPack, pack_sheets, render_pack
from lachan.printing.lessons.plan import render_printed_plan
from lachan.printing.lessons.sheets import HandoutBlock, HandoutSection, HandoutSheet
from lachan.printing.papers.answer_key import render_answer_key
from lachan.printing.papers.answer_sheet import (
    AnswerSheet,
    SheetSize,
    draw_answer_sheet,
    render_answer_sheets,
    render_blank_sheet,
)
from lachan.printing.papers.marking_guide import render_marking_guide
from lachan.printing.papers.paper import (
    measure_choices,
    paper_kind,
    render_booklet,
    render_paper,
    subject_line,
)
from lachan.printing.papers.room_sheets import (
    render_attendance_lists,
    render_door_lists,
    render_envelope_labels,
    render_invigilator_sheets,
    render_seating_plans,
)
from lachan.printing.papers.style import fitting_columns
from lachan.printing.papers.words import part_instruction, part_title
from lachan.printing.pictures import find_picture_paths
from lachan.printing.word_pictures import word_pictures

__all__ = [
    "SCREEN_FACES",
    "AnswerSheet",
    "ComicSheet",
    "ConsentSlip",
    "HandoutBlock",
    "HandoutSection",
    "HandoutSheet",
    "LawIndex",
    "Leaflet",
    "MissingGlyphError",
    "PanelPicture",
    "PictureError",
    "PrintError",
    "PrintPack",
    "PrintWarning",
    "SheetSize",
    "draw_answer_sheet",
    "find_missing_glyphs",
    "find_picture_paths",
    "fitting_columns",
    "measure_choices",
    "pack_sheets",
    "paper_kind",
    "part_instruction",
    "part_title",
    "render_answer_key",
    "render_answer_sheets",
    "render_attendance_lists",
    "render_blank_sheet",
    "render_booklet",
    "render_comic_sheet",
    "render_consent_slip",
    "render_door_lists",
    "render_envelope_labels",
    "render_handout",
    "render_invigilator_sheets",
    "render_law_index",
    "render_leaflet",
    "render_marking_guide",
    "render_pack",
    "render_paper",
    "render_printed_plan",
    "render_seating_plans",
    "screen_font",
    "screen_font_recipe",
    "subject_line",
    "word_pictures",
]
