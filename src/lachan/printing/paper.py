"""Papers as PDF: one form, or a booklet of all of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from lachan.domain.papers import Blueprint, Form, Paper
from lachan.printing.paper_head import paper_head
from lachan.printing.paper_style import STYLES, PaperStyle, fitting_columns
from lachan.printing.paper_words import part_instruction, part_title
from lachan.printing.pictures import PictureTray
from lachan.printing.question import question_data
from lachan.printing.typst_engine import compile_pdf

OFFICIAL = "ĐỀ CHÍNH THỨC"
PRACTICE = "ĐỀ LUYỆN TẬP"


def render_paper(
    paper: Paper,
    form: Form,
    *,
    style: PaperStyle = PaperStyle.STANDARD,
    columns: int | None = None,
    pictures: Mapping[str, bytes] | None = None,
    remarks: Sequence[str] = (),
) -> bytes:
    """Return the PDF/UA-1 file of `form`: A4, the same bytes for the same arguments.

    Only what a contestant may see reaches the template: no key, no reason, no citation.

    Parameters
    ----------
    paper
        The paper that `form` belongs to.
    form
        The form to print.
    style
        How it is set: standard, large print, or easier on readers with dyslexia.
    columns
        1 or 2; by default two where the paper is made of short single-choice questions
        (`fitting_columns`).
    pictures
        Path in the content root → bytes, for every picture the items show
        (`find_picture_paths` lists them).
    remarks
        Lines under the closing mark, for example where to call for help.

    Raises
    ------
    PrintError
        With a Vietnamese reason, for example the characters that the fonts lack.
    """
    title = f"{paper.blueprint.title} – Mã đề {form.code}"
    return _render(paper, [form], title, style, columns, pictures, remarks)


def render_booklet(
    paper: Paper,
    *,
    style: PaperStyle = PaperStyle.STANDARD,
    columns: int | None = None,
    pictures: Mapping[str, bytes] | None = None,
    remarks: Sequence[str] = (),
) -> bytes:
    """Return all forms of `paper` in one PDF/UA-1 file, for a copier that prints both sides.

    Each form begins on a right-hand page and counts its own pages; a blank page is left
    before it where the form before has an odd number. Arguments as of `render_paper`.
    """
    title = f"{paper.blueprint.title} – các mã đề"
    return _render(paper, paper.forms, title, style, columns, pictures, remarks)


def _render(
    paper: Paper,
    forms: Sequence[Form],
    title: str,
    style: PaperStyle,
    columns: int | None,
    pictures: Mapping[str, bytes] | None,
    remarks: Sequence[str],
) -> bytes:
    tray = PictureTray(title, pictures or {})
    data = paper_data(paper, forms, tray, remarks) | {
        "style": asdict(STYLES[style]),
        "columns": columns or fitting_columns(paper, style),
    }
    return compile_pdf("de-thi.typ", data, title, tray.files)


def paper_data(
    paper: Paper, forms: Sequence[Form], tray: PictureTray, remarks: Sequence[str] = ()
) -> dict[str, Any]:
    """Return what the template reads of a paper and some of its forms, JSON-ready."""
    blueprint = paper.blueprint
    return {
        "kind": paper_kind(blueprint),
        "minutes": blueprint.minutes,
        "header": paper_head(paper),
        "subject": subject_line(blueprint.header.subject),
        "remarks": list(remarks),
        "forms": [{"code": form.code, "parts": list(_parts(paper, form, tray))} for form in forms],
    }


def _parts(paper: Paper, form: Form, tray: PictureTray) -> Iterator[dict[str, Any]]:
    for number, (part, printed_part) in enumerate(
        zip(paper.blueprint.parts, form.parts, strict=True), 1
    ):
        yield {
            "title": part_title(number, part),
            "instruction": part_instruction(part),
            "items": [
                question_data(place, paper.items[printed.item_id], printed, tray)
                for place, printed in enumerate(printed_part, 1)
            ],
        }


def paper_kind(blueprint: Blueprint) -> str:
    """Return the words that tell an official paper from one for practice."""
    return OFFICIAL if blueprint.official else PRACTICE


def subject_line(subject: str) -> str:
    """Return the subject as the head of a paper prints it."""
    # "Môn: Giáo dục công dân" stands as written; a bare topic gets a word before it.
    return subject if not subject or ":" in subject else f"Nội dung: {subject}"
