"""Forms of the real bank: each page reads back to what the form says, item by item."""

import datetime as dt
import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Any

import pytest

from lachan.assembly import form_key, option_labels, target_labels
from lachan.assembly.papers import assemble
from lachan.content import Content
from lachan.domain.bodies import body_texts
from lachan.domain.items import Item
from lachan.domain.kinds import PaperStyle
from lachan.domain.papers.paper import FormItem, Paper
from lachan.markup import render_plain
from lachan.printing import (
    find_picture_paths,
    render_booklet,
    render_marking_guide,
    render_paper,
)
from lachan.printing.citation_list import group_citations
from lachan.printing.pictures import PictureTray
from lachan.printing.question import question_data
from support.pdf import pdf_text

LAW_DATE = dt.date(2026, 9, 1)
CODES = tuple(str(code) for code in range(101, 107))


def letters_of(text: str) -> str:
    """Letters and digits only: line ends, marks and spaces are the page's own affair."""
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFC", text)).lower()


@pytest.fixture(scope="module")
def paper(real_content: Content) -> Paper:
    blueprint = next(b for b in real_content.blueprints if b.slug == "khoi-dong-thcs")
    usable = [
        item
        for item in real_content.items
        if all(real_content.provisions[cited].is_in_force(LAW_DATE) for cited in item.all_citations)
    ]
    return assemble(blueprint, usable, law_date=LAW_DATE, seed="s", codes=CODES)


def texts_of(item: Item, printed: FormItem) -> Iterator[str]:
    """What a form must print of an item, in this order: stem, then options by their letters."""
    yield render_plain(item.stem)
    data = question_data(1, item, printed, PictureTray("x", {}))
    labels = [*option_labels(item, printed).values(), *target_labels(printed).values()]
    options = [*data["options"], *data["targets"]]
    assert [option["label"] for option in options] == labels
    yield from (option["label"] + words_of(option["text"]) for option in options)


def words_of(nodes: Iterable[dict[str, Any]]) -> str:
    return "".join(node.get("value") or words_of(node.get("children", ())) for node in nodes)


@pytest.mark.parametrize("style", list(PaperStyle))
def test_every_form_prints_every_item_in_its_order(paper: Paper, style: PaperStyle) -> None:
    for form in paper.forms:
        text = letters_of(pdf_text(render_paper(paper, form, style=style)))
        at = 0
        for part in form.parts:
            for number, printed in enumerate(part, 1):
                item = paper.items[printed.item_id]
                for place, expected in enumerate(texts_of(item, printed)):
                    wanted = letters_of(f"câu {number} {expected}" if place == 0 else expected)
                    found = text.find(wanted, at)
                    assert found >= at, (form.code, item.id, expected)
                    at = found + len(wanted)


def test_the_booklet_holds_every_form(paper: Paper) -> None:
    text = letters_of(pdf_text(render_booklet(paper)))
    for form in paper.forms:
        assert letters_of(f"Mã đề: {form.code} PHẦN I") in text


def test_the_guide_gives_every_reason(paper: Paper, real_content: Content) -> None:
    labels = {key: provision.label for key, provision in real_content.provisions.items()}
    text = letters_of(pdf_text(render_marking_guide(paper, labels=labels)))
    for item in paper.items.values():
        for path, reason in body_texts(item.body):
            if path[-1] == "reason" and reason:
                assert letters_of(render_plain(reason)) in text
        # Clauses of one document stand together before its name.
        cited = {each: labels[each] for each in item.all_citations}
        for group in group_citations(cited):
            assert letters_of(group) in text


def test_no_picture_is_needed_but_those_named(paper: Paper) -> None:
    assert find_picture_paths((), paper.items.values()) == ()
    assert len(form_key(paper, paper.forms[0])) == 17
