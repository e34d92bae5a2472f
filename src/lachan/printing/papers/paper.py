"""Papers as PDF: one form, or a booklet of all of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from lachan.domain.kinds import ItemType, PaperStyle
from lachan.domain.papers.leads import Lead, find_leads
from lachan.domain.papers.paper import Blueprint, Form, FormItem, Paper
from lachan.printing.papers.head import paper_head
from lachan.printing.papers.style import STYLES, fitting_columns
from lachan.printing.papers.words import part_instruction, part_title
from lachan.printing.pictures import PictureTray
from lachan.printing.question import question_data
from lachan.printing.typst_engine import compile_pdf, query_marks

OFFICIAL = "ĐỀ CHÍNH THỨC"
PRACTICE = "ĐỀ LUYỆN TẬP"
TEMPLATE = "de-thi.typ"
CHOICE_TYPES = (ItemType.SINGLE_CHOICE, ItemType.MULTIPLE_CHOICE)


def render_paper(
    paper: Paper,
    form: Form,
    *,
    style: PaperStyle = PaperStyle.STANDARD,
    columns: int | None = None,
    choice_columns: Mapping[str, int] | None = None,
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
    choice_columns
        What `measure_choices` found for the paper in this style and these columns. It saves
        measuring again what stands alike in each form; the bytes are the same without it.
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
    return _render(paper, [form], title, style, columns, choice_columns, pictures, remarks)


def render_booklet(
    paper: Paper,
    *,
    style: PaperStyle = PaperStyle.STANDARD,
    columns: int | None = None,
    choice_columns: Mapping[str, int] | None = None,
    pictures: Mapping[str, bytes] | None = None,
    remarks: Sequence[str] = (),
) -> bytes:
    """Return all forms of `paper` in one PDF/UA-1 file, for a copier that prints both sides.

    Each form begins on a right-hand page and counts its own pages; a blank page is left
    before it where the form before has an odd number. Arguments as of `render_paper`.
    """
    title = f"{paper.blueprint.title} – các mã đề"
    return _render(paper, paper.forms, title, style, columns, choice_columns, pictures, remarks)


def measure_choices(
    paper: Paper,
    *,
    style: PaperStyle = PaperStyle.STANDARD,
    columns: int | None = None,
    pictures: Mapping[str, bytes] | None = None,
) -> dict[str, int]:
    """Return item id → in how many columns its choices fit, the same in every form.

    Arguments and faults as of `render_paper`. Measuring sets each choice twice; done once for
    all forms it saves a third of what a form takes.
    """
    everything = _all_items(paper)
    tray = PictureTray(paper.blueprint.title, pictures or {})
    data = _template_data(paper, [everything], style, columns, {}, tray)
    marks = query_marks(TEMPLATE, data, paper.blueprint.title, tray.files)
    asked = (printed.item_id for part in everything.parts for printed in part)
    with_choices = (each for each in asked if paper.items[each].type in CHOICE_TYPES)
    return dict(zip(with_choices, marks, strict=True))


def _all_items(paper: Paper) -> Form:
    """Return a form that holds every item of the paper's forms once."""
    parts: list[dict[str, FormItem]] = [{} for _ in paper.blueprint.parts]
    for form in paper.forms:
        for found, part in zip(parts, form.parts, strict=True):
            for printed in part:
                found.setdefault(printed.item_id, printed)
    return Form("", tuple(tuple(found.values()) for found in parts))


def _render(
    paper: Paper,
    forms: Sequence[Form],
    title: str,
    style: PaperStyle,
    columns: int | None,
    choice_columns: Mapping[str, int] | None,
    pictures: Mapping[str, bytes] | None,
    remarks: Sequence[str],
) -> bytes:
    tray = PictureTray(title, pictures or {})
    data = _template_data(paper, forms, style, columns, choice_columns or {}, tray, remarks)
    return compile_pdf(TEMPLATE, data, title, tray.files)


def _template_data(
    paper: Paper,
    forms: Sequence[Form],
    style: PaperStyle,
    columns: int | None,
    choice_columns: Mapping[str, int],
    tray: PictureTray,
    remarks: Sequence[str] = (),
) -> dict[str, Any]:
    return paper_data(paper, forms, tray, remarks, choice_columns) | {
        "style": asdict(STYLES[style]),
        "columns": columns or fitting_columns(paper, style),
    }


def paper_data(
    paper: Paper,
    forms: Sequence[Form],
    tray: PictureTray,
    remarks: Sequence[str] = (),
    choice_columns: Mapping[str, int] | None = None,
) -> dict[str, Any]:
    """Return what the template reads of a paper and some of its forms, JSON-ready."""
    blueprint = paper.blueprint
    return {
        "kind": paper_kind(blueprint),
        "minutes": blueprint.minutes,
        "header": paper_head(paper),
        "subject": subject_line(blueprint.header.subject),
        "remarks": list(remarks),
        "forms": [
            {"code": form.code, "parts": list(_parts(paper, form, tray, choice_columns or {}))}
            for form in forms
        ],
    }


def _parts(
    paper: Paper, form: Form, tray: PictureTray, choice_columns: Mapping[str, int]
) -> Iterator[dict[str, Any]]:
    for number, (part, printed_part) in enumerate(
        zip(paper.blueprint.parts, form.parts, strict=True), 1
    ):
        items = [paper.items[printed.item_id] for printed in printed_part]
        leads = find_leads(items)
        yield {
            "title": part_title(number, part),
            "instruction": part_instruction(part),
            "items": [
                question_data(place, item, printed, tray, lead=True)
                | {"columns": choice_columns.get(item.id), "lead": _lead(leads.get(place), tray)}
                for place, (item, printed) in enumerate(zip(items, printed_part, strict=True), 1)
            ],
        }


def _lead(lead: Lead | None, tray: PictureTray) -> dict[str, Any] | None:
    return {"words": lead.words, "text": tray.nodes(lead.text)} if lead else None


def paper_kind(blueprint: Blueprint) -> str:
    """Return the words that tell an official paper from one for practice."""
    return OFFICIAL if blueprint.official else PRACTICE


def subject_line(subject: str) -> str:
    """Return the subject as the head of a paper prints it."""
    # "Môn: Giáo dục công dân" stands as written; a bare topic gets a word before it.
    return subject if not subject or ":" in subject else f"Nội dung: {subject}"
