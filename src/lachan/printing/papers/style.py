"""How papers are set: standard, large print, or easier on readers with dyslexia."""

from __future__ import annotations

from dataclasses import dataclass

from lachan.domain.bodies import body_texts
from lachan.domain.items import Item
from lachan.domain.kinds import ItemType, PaperStyle
from lachan.domain.papers.paper import Paper
from lachan.domain.rich.text import Paragraph, RichText
from lachan.markup import render_plain
from lachan.printing.typst_engine import SANS, SERIF


@dataclass(frozen=True, slots=True)
class Typography:
    """What the template needs to know; lengths in em are of the text size."""

    font: str
    size_pt: float
    margin_mm: float
    leading_em: float
    spacing_em: float
    question_gap_em: float
    tracking_em: float
    word_spacing_em: float
    justify: bool
    slanted: bool
    stacked: bool


# Large print is 18 points or more, sans serif, left-aligned, without italics (as associations of
# blind and partially sighted people advise). For dyslexia: a sans serif of 12 to 14 points, more
# space between letters, words and lines, left-aligned, bold for emphasis (as the British Dyslexia
# Association advises).
STYLES = {
    PaperStyle.STANDARD: Typography(
        SERIF, 12, 18, 0.58, 0.62, 0.95, 0, 0, justify=True, slanted=True, stacked=False
    ),
    PaperStyle.LARGE: Typography(
        SANS, 18, 15, 0.62, 0.75, 1.1, 0, 0, justify=False, slanted=False, stacked=True
    ),
    PaperStyle.DYSLEXIA: Typography(
        SANS, 13, 18, 0.9, 1.0, 1.6, 0.035, 0.12, justify=False, slanted=False, stacked=False
    ),
}

# A half column of standard type holds about 45 characters.
LONGEST_STEM = 180
LONGEST_CHOICE = 90
USUAL_CHOICE = 45


def fitting_columns(paper: Paper, style: PaperStyle) -> int:
    """Return 2 for a paper of short single-choice questions in standard type, else 1.

    Short: at most four lines of plain text in a stem and two in a choice of a half column, and
    most choices (three in four) on one. Then choices stand one below the other, as they are
    easiest to compare, and no line is left half empty. The rule looks at all items of the
    paper, so that its forms are set alike.
    """
    if style is not PaperStyle.STANDARD:
        return 1
    if any(part.type is not ItemType.SINGLE_CHOICE for part in paper.blueprint.parts):
        return 1
    items = paper.items.values()
    lengths = [length for item in items for length in _choice_lengths(item)]
    usual = sum(length <= USUAL_CHOICE for length in lengths)
    short = (
        all(map(_has_short_stem, items))
        and max(lengths, default=0) <= LONGEST_CHOICE
        and usual * 4 >= len(lengths) * 3
    )
    return 2 if short else 1


def _has_short_stem(item: Item) -> bool:
    return (
        item.media is None
        and _is_plain(item.asked)
        and len(render_plain(item.asked)) <= LONGEST_STEM
    )


def _choice_lengths(item: Item) -> list[int]:
    """Return how long the choices are; one of more than a paragraph counts as too long."""
    return [
        len(render_plain(text)) if _is_plain(text) else LONGEST_CHOICE + 1
        for path, text in body_texts(item.body)
        if path[-1] == "text"
    ]


def _is_plain(text: RichText) -> bool:
    return len(text) <= 1 and all(isinstance(block, Paragraph) for block in text)
