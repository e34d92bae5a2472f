"""Answer sheets (phiếu trả lời): the empty sheet, where its bubbles are, and copies of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any

from lachan.assembly.sheet_plan import NUMBER_COLUMNS, digit_marks, plan_sheet
from lachan.domain.papers.paper import Paper
from lachan.domain.papers.sheet_tags import SheetTag
from lachan.domain.papers.sheets import (
    Area,
    AreaKind,
    Bubble,
    SheetCopy,
    SheetField,
    SheetLayout,
    SheetPart,
    SheetPlan,
)
from lachan.printing.faults import PrintError
from lachan.printing.papers.words import SHEET_HINTS, roman_part
from lachan.printing.typst_engine import compile_pdf, compile_png, query_marks
from lachan.qr_codes import render_qr
from lachan.text import format_date

EMPTY_TEMPLATE = "phieu-tra-loi.typ"
COPY_TEMPLATE = "phieu-rieng.typ"
# A thousand copies that share one picture of the empty sheet take 1 s and 2 MB; with the sheet's
# 600 bubbles drawn anew on each page, 16 s and 200 MB. At 400 points an inch it prints sharp.
RESOLUTION_PPI = 400
PAGE_MM = (210.0, 297.0)
NAMELESS = "không ghi tên, chỉ dùng số báo danh"


class SheetSize(StrEnum):
    """The sheet of 2025, or one for those who read and write large."""

    STANDARD = "standard"
    LARGE = "large"


@dataclass(frozen=True, slots=True)
class _Measures:
    """Distance and radius of bubbles, sizes of letters and text, questions to a frame."""

    pitch_mm: float
    radius_mm: float
    letter_pt: float
    text_pt: float
    rows: int
    stacked: bool


_MEASURES = {
    SheetSize.STANDARD: _Measures(5.0, 2.05, 6.5, 9.5, rows=10, stacked=False),
    SheetSize.LARGE: _Measures(8.2, 3.3, 11, 16, rows=5, stacked=True),
}


@dataclass(frozen=True, slots=True)
class AnswerSheet:
    """A drawn sheet, ready to be copied.

    Attributes
    ----------
    plan
        What it asks for.
    layout
        Where everything stands, as Typst placed it.
    data
        What the template of the empty sheet reads, JSON-ready.
    date
        The day of the paper as printed, or empty.
    text_scale
        How much larger than usual what is filled in may be printed.
    """

    title: str
    plan: SheetPlan
    layout: SheetLayout
    data: Mapping[str, Any]
    date: str
    text_scale: float


def draw_answer_sheet(
    paper: Paper,
    *,
    size: SheetSize = SheetSize.STANDARD,
    number_columns: int = NUMBER_COLUMNS,
) -> AnswerSheet:
    """Return the sheet that serves all forms of `paper`, holding no more than they need.

    A pure function of its arguments: the layout read from the paper that was printed and one
    made again later are the same.
    """
    plan = plan_sheet(paper, number_columns=number_columns)
    title = f"{paper.blueprint.title} – Phiếu trả lời"
    measures = _MEASURES[size]
    data = _sheet_data(paper, plan, measures)
    day = paper.blueprint.date
    return AnswerSheet(
        title=title,
        plan=plan,
        layout=_layout(plan, query_marks(EMPTY_TEMPLATE, data, title)),
        data=data,
        date=format_date(day) if day else "",
        text_scale=measures.text_pt / _MEASURES[SheetSize.STANDARD].text_pt,
    )


def render_blank_sheet(sheet: AnswerSheet) -> bytes:
    """Return the sheet for anyone to fill in, to be copied: PDF/UA-1, stable bytes.

    Its QR codes carry contest and page, no form code, and 0 as serial.

    Raises
    ------
    PrintError
        With a Vietnamese reason, for example the characters that the fonts lack.
    """
    tags = [_tag(sheet, SheetCopy(serial=0), page) for page in sheet.layout.pages]
    filled = {"date": {"text": sheet.date, "scale": sheet.text_scale}} if sheet.date else {}
    data = {**sheet.data, "tags": tags, "filled": filled}
    return compile_pdf(EMPTY_TEMPLATE, data, sheet.title)


def render_answer_sheets(sheet: AnswerSheet, copies: Sequence[SheetCopy]) -> bytes:
    """Return copies of `sheet` as one PDF/UA-1 file, in the order given, stable bytes.

    What is known of an entrant is printed, and number and form code are blackened too. Each
    page carries a QR code with contest, form code, serial and page, but no name or number.

    Raises
    ------
    PrintError
        If a number or a form code does not fit its columns, a mark has no bubble, or the fonts
        lack a character.
    """
    # Pictures are silent about missing glyphs; the file that is thrown away here is not.
    compile_pdf(EMPTY_TEMPLATE, sheet.data, sheet.title)
    backgrounds = compile_png(EMPTY_TEMPLATE, sheet.data, sheet.title, RESOLUTION_PPI)
    files = {f"sheet/{page}.png": png for page, png in enumerate(backgrounds, 1)}
    qr = _get_area(sheet.layout, AreaKind.QR, "")
    data = {
        "backgrounds": [f"/{name}" for name in files],
        "alt": f"{sheet.title}: các ô tròn để tô số báo danh, mã đề và câu trả lời.",
        "qr": {"x": qr.x_mm, "y": qr.y_mm, "width": qr.width_mm},
        "pages": [page for copy in copies for page in _pages(sheet, copy)],
    }
    return compile_pdf(COPY_TEMPLATE, data, sheet.title, files)


def _sheet_data(paper: Paper, plan: SheetPlan, measures: _Measures) -> dict[str, Any]:
    header = paper.blueprint.header
    return {
        "size": asdict(measures),
        "head": {
            "organiser": header.organiser,
            "exam": header.exam or paper.blueprint.title,
            "line": header.subject,
        },
        "number_fields": _fields(plan.number_fields),
        "code_fields": _fields(plan.code_fields),
        "parts": [_part(part) for part in plan.parts],
        "tags": [],
        "filled": {},
    }


def _part(part: SheetPart) -> dict[str, Any]:
    return {
        "number": part.number,
        "kind": part.type.value,
        "title": roman_part(part.number),
        "hint": SHEET_HINTS[part.type],
        "questions": [
            {"number": question.number, "fields": _fields(question.fields)}
            for question in part.questions
        ],
    }


def _fields(fields: Iterable[SheetField]) -> list[dict[str, Any]]:
    return [{"name": f.name, "place": f.place, "values": list(f.values)} for f in fields]


def _layout(plan: SheetPlan, marks: Sequence[Mapping[str, Any]]) -> SheetLayout:
    width, height = PAGE_MM
    return SheetLayout(
        slug=plan.slug,
        # Each page has its corner marks.
        page_count=max(mark["page"] for mark in marks),
        page_width_mm=width,
        page_height_mm=height,
        fields=plan.fields,
        bubbles=tuple(
            Bubble(m["field"], m["value"], m["page"], m["x"], m["y"], m["radius"])
            for m in marks
            if m["kind"] == "bubble"
        ),
        areas=tuple(
            Area(AreaKind(m["kind"]), m["name"], m["page"], m["x"], m["y"], m["width"], m["height"])
            for m in marks
            if m["kind"] != "bubble"
        ),
    )


def _pages(sheet: AnswerSheet, copy: SheetCopy) -> Iterator[dict[str, Any]]:
    marks = _marks(sheet, copy)
    texts = list(_texts(sheet, copy, marks))
    dots = [
        sheet.layout.get_bubble(field, value) for field, values in marks.items() for value in values
    ]
    for page in sheet.layout.pages:
        yield {
            "page": page,
            **_tag(sheet, copy, page),
            "dots": [[dot.x_mm, dot.y_mm, dot.radius_mm] for dot in dots if dot.page == page],
            "texts": [text for area, text in texts if area.page == page],
        }


def _tag(sheet: AnswerSheet, copy: SheetCopy, page: int) -> dict[str, str]:
    tag = str(SheetTag(sheet.plan.slug, copy.form_code, copy.serial, page))
    return {"tag": tag, "qr": render_qr(tag)}


def _marks(sheet: AnswerSheet, copy: SheetCopy) -> dict[str, tuple[str, ...]]:
    plan = sheet.plan
    marks = dict(copy.marks or {})
    for fields, digits, what in (
        (plan.number_fields, copy.number, "số báo danh"),
        (plan.code_fields, copy.form_code, "mã đề"),
    ):
        if not digits:
            continue
        if len(digits) > len(fields) or not (digits.isascii() and digits.isdigit()):
            raise PrintError(
                f"Không in được “{sheet.title}”: {what} “{digits}” phải gồm tối đa "
                f"{len(fields)} chữ số cho vừa phiếu. Hãy sửa số này hoặc tăng số cột của phiếu."
            )
        marks |= digit_marks(fields, digits)
    known = {(bubble.field, bubble.value) for bubble in sheet.layout.bubbles}
    lost = [(f, v) for f, values in marks.items() for v in values if (f, v) not in known]
    if lost:
        shown = ", ".join(f"{field} = {value}" for field, value in lost)
        raise PrintError(
            f"Không in được “{sheet.title}”: phiếu không có ô để tô {shown}. "
            "Hãy kiểm tra đáp án có thuộc đúng đề của phiếu không."
        )
    return marks


def _texts(
    sheet: AnswerSheet, copy: SheetCopy, marks: Mapping[str, tuple[str, ...]]
) -> Iterator[tuple[Area, dict[str, Any]]]:
    """Yield what is printed into areas: names on their lines, a digit above each column."""
    lines = {
        # A line left empty would be written on.
        "name": copy.name or (NAMELESS if copy.number else ""),
        "class": copy.class_name,
        "school": copy.school,
        "room": copy.room,
        "date": sheet.date,
    }
    written = lines | {field: values[0] for field, values in marks.items() if len(values) == 1}
    for area in sheet.layout.areas:
        text = written.get(area.name, "")
        if area.kind is AreaKind.WRITTEN and text:
            yield (
                area,
                {
                    "text": text,
                    "x": area.x_mm,
                    "y": area.y_mm,
                    "width": area.width_mm,
                    "height": area.height_mm,
                    "centred": area.name not in lines,
                    "scale": sheet.text_scale,
                },
            )


def _get_area(layout: SheetLayout, kind: AreaKind, name: str) -> Area:
    area = layout.find_area(kind, name)
    if area is None:
        raise PrintError(f"Mẫu phiếu trả lời thiếu ô “{kind.value}”; hãy cài lại lachan.")
    return area
