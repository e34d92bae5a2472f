"""The matrix and the specification of a paper as Word files and as one workbook."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from io import BytesIO

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Pt

from lachan.domain.names import BAND_NAMES
from lachan.domain.papers.context import Topic
from lachan.domain.papers.paper import Blueprint, Paper
from lachan.exchange.excel.style import A4, new_workbook
from lachan.exchange.matrices.office_table import OfficeTable, write_sheet_table, write_word_table
from lachan.exchange.matrices.tables import matrix_table, specification_table
from lachan.exchange.word.document import new_document, save_document
from lachan.text import format_date, format_decimal

MATRIX_TITLE = "MA TRẬN ĐỀ"
SPECIFICATION_TITLE = "BẢN ĐẶC TẢ ĐỀ"
TABLE_SIZE_PT = 10
FIRST_TABLE_ROW = 4


def render_matrix_document(paper: Paper, topics: Mapping[str, Topic]) -> bytes:
    """Return the matrix as DOCX, A4 across, the same bytes for the same paper."""
    return _document(paper, MATRIX_TITLE, matrix_table(paper.blueprint, topics))


def render_specification_document(paper: Paper, topics: Mapping[str, Topic]) -> bytes:
    """Return the specification as DOCX, A4 across, the same bytes for the same paper."""
    return _document(paper, SPECIFICATION_TITLE, specification_table(paper, topics))


def render_matrix_workbook(paper: Paper, topics: Mapping[str, Topic]) -> bytes:
    """Return matrix and specification as one xlsx file, the same bytes for the same paper."""
    out = BytesIO()
    created = dt.datetime.combine(paper.law_date, dt.time())
    with new_workbook(out, f"Ma trận – {paper.blueprint.title}", created) as workbook:
        for name, title, table in (
            ("Ma trận", MATRIX_TITLE, matrix_table(paper.blueprint, topics)),
            ("Bản đặc tả", SPECIFICATION_TITLE, specification_table(paper, topics)),
        ):
            sheet = workbook.add_worksheet(name)
            sheet.write_string(0, 0, title, workbook.add_format({"bold": True, "font_size": 14}))
            for row, line in enumerate(_about(paper.blueprint, paper.law_date), 1):
                sheet.write_string(row, 0, line)
            write_sheet_table(workbook, sheet, table, FIRST_TABLE_ROW)
            sheet.freeze_panes(FIRST_TABLE_ROW + table.heading_rows, 0)
            sheet.set_paper(A4)
            sheet.set_landscape()
            sheet.fit_to_pages(1, 0)
            sheet.set_footer("&RTrang &P/&N")
    return out.getvalue()


def _document(paper: Paper, title: str, table: OfficeTable) -> bytes:
    blueprint = paper.blueprint
    document = new_document(
        f"{title.capitalize()} – {blueprint.title}",
        day=paper.law_date,
        size_pt=12,
        margins_cm=(1.5, 1.5, 1.5, 1.5),
        landscape=True,
    )
    head = [blueprint.header.authority, blueprint.header.organiser]
    document.add_paragraph("\n".join(line for line in head if line)).runs[0].bold = True
    heading = document.add_paragraph()
    heading.alignment = WD_ALIGN_PARAGRAPH.CENTER
    heading.add_run(f"{title}\n{blueprint.header.exam or blueprint.title}").bold = True
    about = document.add_paragraph("\n".join(_about(blueprint, paper.law_date)))
    about.alignment = WD_ALIGN_PARAGRAPH.CENTER
    about.paragraph_format.space_after = Pt(8)
    write_word_table(document, table, TABLE_SIZE_PT)
    return save_document(document)


def _about(blueprint: Blueprint, day: dt.date) -> tuple[str, str]:
    """Return two lines: what the paper is, and by what day its law was judged."""
    header = blueprint.header
    return (
        " – ".join(
            part
            for part in (
                header.subject,
                BAND_NAMES[blueprint.band],
                f"Năm học {header.school_year}" if header.school_year else "",
            )
            if part
        ),
        (
            f"Thời gian {blueprint.minutes} phút; tổng {format_decimal(blueprint.worth)} điểm; "
            f"pháp luật có hiệu lực vào ngày {format_date(day)}"
        ),
    )
