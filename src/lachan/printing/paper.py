"""One form of a paper as PDF."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from lachan.domain.papers import Form, Paper
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
    tray = PictureTray(title, pictures or {})
    data = paper_data(paper, form, tray, remarks)
    return compile_pdf("de-thi.typ", data, title, tray.files)


def paper_data(
    paper: Paper, form: Form, tray: PictureTray, remarks: Sequence[str] = ()
) -> dict[str, Any]:
    """Return what the template reads, JSON-ready."""
    blueprint = paper.blueprint
    header = blueprint.header
    return {
        "code": form.code,
        "kind": OFFICIAL if blueprint.official else PRACTICE,
        "minutes": blueprint.minutes,
        "header": {
            "authority": header.authority,
            "organiser": header.organiser,
            "exam": header.exam or blueprint.title,
            "school_year": header.school_year,
        },
        "subject": _subject(header.subject),
        "remarks": list(remarks),
        "parts": [
            {
                "title": part_title(number, part),
                "instruction": part_instruction(part),
                "items": [
                    question_data(place, paper.items[printed.item_id], printed, tray)
                    for place, printed in enumerate(printed_part, 1)
                ],
            }
            for number, (part, printed_part) in enumerate(
                zip(blueprint.parts, form.parts, strict=True), 1
            )
        ],
    }


def _subject(subject: str) -> str:
    # "Môn: Giáo dục công dân" stands as written; a bare topic gets a word before it.
    return subject if not subject or ":" in subject else f"Nội dung: {subject}"
