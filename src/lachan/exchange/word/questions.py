"""The questions of one part in a Word file, counted by one list of the document."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice, zip_longest

from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Pt
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from lachan.domain.bodies import (
    Body,
    Essay,
    Matching,
    MultipleChoice,
    Ordering,
    Scenario,
    Scene,
    ShortAnswer,
    ShortText,
    SingleChoice,
    TrueFalseGroup,
    option_texts,
    target_texts,
)
from lachan.domain.items import Item
from lachan.domain.kinds import ItemType
from lachan.domain.papers.leads import Lead
from lachan.domain.papers.paper import FormItem
from lachan.domain.rich import text as rt
from lachan.domain.rich.text import RichText
from lachan.exchange.word.document import add_leaders, add_row, add_table, set_borders
from lachan.exchange.word.lists import (
    CHOICE,
    LEFT_SIDE,
    QUESTION,
    RIGHT_SIDE,
    SCENE,
    SCENE_CHOICE,
    STATEMENT,
    add_list,
)
from lachan.exchange.word.text import Pictures, write_blocks, write_entry, write_picture
from lachan.markup import render_plain

ANSWER_END_CM = 12
LINE_END_CM = 17.2
TICK_BOX = "☐"
# Choices side by side → the most characters of the longest that surely stand on one line.
COLUMNS = {4: 10, 2: 34}

_LEVELS = {
    ItemType.TRUE_FALSE_GROUP: (QUESTION, STATEMENT),
    ItemType.SCENARIO: (QUESTION, SCENE, SCENE_CHOICE),
}


class QuestionWriter:
    """Writes the questions of a part; all of one part share a list, so "Câu" counts from 1."""

    def __init__(self, document: WordDocument, kind: ItemType, pictures: Pictures | None) -> None:
        self.document = document
        self.pictures = pictures
        self.list_id = add_list(document, *_LEVELS.get(kind, (QUESTION, CHOICE)))

    def write_lead(self, lead: Lead) -> None:
        """Append a text that the questions below it share; it stays with the first of them."""
        before = len(self.document.element.body)
        self.document.add_paragraph().add_run(lead.words).bold = True
        write_blocks(self.document, lead.text, pictures=self.pictures)
        _keep(self._paragraphs_from(before), last=True)

    def write(self, item: Item, printed: FormItem) -> None:
        """Append one question; its paragraphs stay on one page."""
        before = len(self.document.element.body)
        write_entry(self.document, item.stem, self.list_id, 0, self.pictures)
        self._paragraphs_from(before)[0].paragraph_format.space_before = Pt(6)
        if item.media is not None:
            below = self.document.add_paragraph()
            below.alignment = WD_ALIGN_PARAGRAPH.CENTER
            write_picture(below, item.media.path, item.media.alt, self.pictures)
        self._write_below(item, printed)
        # Ruled lines may run on to the next page, the question they belong to may not. What
        # stands in a table is no paragraph of the document: the stem must stay with it.
        _keep(
            self._paragraphs_from(before),
            whole=item.type is not ItemType.ESSAY,
            last=self.document.element.body[-2].tag == qn("w:tbl"),
        )

    def _paragraphs_from(self, before: int) -> list[Paragraph]:
        """Return what was added since the body had so many children; its last is the section's."""
        added = self.document.element.body[before - 1 : -1]
        return [Paragraph(each, self.document._body) for each in added if each.tag == qn("w:p")]

    def _write_below(self, item: Item, printed: FormItem) -> None:
        match item.body:
            case SingleChoice() | MultipleChoice():
                self._write_choices(item.body, printed, _fitting_columns(item.body))
            case TrueFalseGroup():
                self._write_statements(item.body, printed)
            case ShortAnswer(_, _, unit):
                self._write_answer_line(unit)
            case ShortText():
                self._write_answer_line()
            case Matching():
                self._write_pairs(item.body, printed)
                self._write_answer_line()
            case Ordering():
                self._write_choices(item.body, printed)
                self._write_answer_line()
            case Scenario(scenes):
                self._write_scenes(scenes)
            case Essay():
                self._write_lines(item.body)

    def _write_choices(self, body: Body, printed: FormItem, columns: int = 1) -> None:
        texts = option_texts(body)
        if columns == 1:
            for option_id in printed.options:
                write_entry(self.document, texts[option_id], self.list_id, 1, self.pictures)
            return
        table = add_table(self.document, [LINE_END_CM / columns] * columns)
        options = iter(printed.options)
        while beside := tuple(islice(options, columns)):
            for cell, option_id in zip(add_row(table), beside, strict=False):
                _fill(cell, texts[option_id], self.list_id, 1, self.pictures)
        _keep_rows(table)

    def _write_statements(self, body: Body, printed: FormItem) -> None:
        table = add_table(self.document, [14.6, 1.4, 1.4])
        for cell, title in zip(add_row(table), ("Mệnh đề", "Đúng", "Sai"), strict=True):
            cell.paragraphs[0].add_run(title).bold = True
            _centre(cell, title != "Mệnh đề")
        texts = option_texts(body)
        for option_id in printed.options:
            first, *boxes = add_row(table)
            _fill(first, texts[option_id], self.list_id, 1, self.pictures)
            for box in boxes:
                box.paragraphs[0].add_run(TICK_BOX)
                _centre(box)
        for cell in _cells(table):
            set_borders(cell)
        _keep_rows(table)

    def _write_answer_line(self, unit: str = "") -> None:
        line = self.document.add_paragraph()
        add_leaders(line, ANSWER_END_CM)
        line.add_run(f"Trả lời: \t {unit}".rstrip(" "))

    def _write_pairs(self, body: Body, printed: FormItem) -> None:
        sides = option_texts(body), target_texts(body)
        lists = add_list(self.document, LEFT_SIDE), add_list(self.document, RIGHT_SIDE)
        table = add_table(self.document, [8.7, 8.7])
        for ids in zip_longest(printed.options, printed.targets):
            for cell, each, texts, list_id in zip(add_row(table), ids, sides, lists, strict=True):
                set_borders(cell)
                if each is not None:
                    _fill(cell, texts[each], list_id, 0, self.pictures)
        for cell in _cells(table):
            _keep(cell.paragraphs, last=True)

    def _write_scenes(self, scenes: Sequence[Scene]) -> None:
        places = {scene.id: place for place, scene in enumerate(scenes, 1)}
        for scene in scenes:
            write_entry(self.document, scene.text, self.list_id, 1, self.pictures)
            for choice in scene.choices:
                write_entry(self.document, choice.text, self.list_id, 2, self.pictures)
                goes_on = f" → Ô {places[choice.next]}"
                last = Paragraph(self.document.element.body[-2], self.document._body)
                last.add_run(goes_on).italic = True

    def _write_lines(self, essay: Essay) -> None:
        if essay.words:
            advice = self.document.add_paragraph()
            advice.add_run(f"Khoảng {essay.words[0]}–{essay.words[1]} chữ.").italic = True
        for _ in range(essay.line_count):
            line = self.document.add_paragraph("\t")
            add_leaders(line, LINE_END_CM)


def _fitting_columns(body: Body) -> int:
    """Return how many choices stand side by side, each of them on one line."""
    texts = option_texts(body).values()
    if any(len(text) > 1 or not isinstance(text[0], rt.Paragraph) for text in texts):
        return 1
    longest = max(len(render_plain(text)) for text in texts)
    return next((columns for columns, most in COLUMNS.items() if longest <= most), 1)


def _cells(table: Table) -> Iterator[_Cell]:
    for row in table.rows:
        yield from row.cells


def _keep_rows(table: Table) -> None:
    """Keep a table on one page."""
    *upper, lowest = table.rows
    for row in upper:
        for cell in row.cells:
            _keep(cell.paragraphs, last=True)
    for cell in lowest.cells:
        _keep(cell.paragraphs)


def _fill(
    cell: _Cell, content: RichText, list_id: int, level: int, pictures: Pictures | None
) -> None:
    """Write an entry of a list into a cell, which always begins with an empty paragraph."""
    write_entry(cell, content, list_id, level, pictures)
    cell._tc.remove(cell.paragraphs[0]._p)


def _keep(paragraphs: list[Paragraph], *, whole: bool = True, last: bool = False) -> None:
    """Keep paragraphs together on a page; with `last`, together with what follows too."""
    for place, paragraph in enumerate(paragraphs):
        paragraph.paragraph_format.keep_together = True
        if place < len(paragraphs) - 1 or last:
            paragraph.paragraph_format.keep_with_next = whole or place < 2


def _centre(cell: _Cell, wanted: bool = True) -> None:
    if wanted:
        cell.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.CENTER
