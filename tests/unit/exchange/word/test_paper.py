"""A form in Word: counted by Word itself, whole on its page, silent about the key."""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import replace

import pytest
from docx import Document
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.table import Table
from docx.text.paragraph import Paragraph

from lachan.assembly import assemble
from lachan.domain.bodies import SingleChoice
from lachan.domain.items import Item, Media
from lachan.domain.kinds import ItemType
from lachan.domain.papers.paper import Paper
from lachan.domain.rich import text as rt
from lachan.exchange.word.paper import PaperWords, render_paper_document
from lachan.markup import render_plain
from support.items import LAW_DATE, full_blueprint, make_bank, rich

PAPER = assemble(full_blueprint(), make_bank(), law_date=LAW_DATE, seed="s", codes=("101", "102"))
WORDS = PaperWords(
    kind="ĐỀ LUYỆN TẬP",
    subject="Nội dung: Phòng, chống mua bán người",
    parts=[(f"PHẦN {n}.", "Làm bài.") for n in range(1, 10)],
    remarks=("Gọi 111.",),
)


def render(
    paper: Paper = PAPER, form: int = 0, pictures: Mapping[str, bytes] | None = None
) -> bytes:
    return render_paper_document(paper, paper.forms[form], WORDS, pictures)


def lines(data: bytes) -> list[str]:
    """Every paragraph in reading order, with the label that Word counts before it."""
    document = Document(io.BytesIO(data))
    numbering = document.part.numbering_part.element
    counts: dict[str, list[int]] = {}
    shown = []
    for paragraph in document.element.body.iter(qn("w:p")):
        text = "".join(node.text or "" for node in paragraph.iter(qn("w:t")))
        found = paragraph.find(f"{qn('w:pPr')}/{qn('w:numPr')}")
        shown.append(_label(numbering, found, counts) + text if found is not None else text)
    return shown


def _label(numbering: BaseOxmlElement, found: BaseOxmlElement, counts: dict[str, list[int]]) -> str:
    list_id = found.find(qn("w:numId")).get(qn("w:val"))
    level = int(found.find(qn("w:ilvl")).get(qn("w:val")))
    [abstract_id] = numbering.xpath(f"./w:num[@w:numId='{list_id}']/w:abstractNumId/@w:val")
    abstract = f"./w:abstractNum[@w:abstractNumId='{abstract_id}']/w:lvl"
    count = counts.setdefault(list_id, [0, 0, 0])
    count[level] += 1
    count[level + 1 :] = [0] * (2 - level)
    [text] = numbering.xpath(f"{abstract}[@w:ilvl='{level}']/w:lvlText/@w:val")
    [kind] = numbering.xpath(f"{abstract}[@w:ilvl='{level}']/w:numFmt/@w:val")
    letters = {"decimal": "", "upperLetter": "ABCDEFGH", "lowerLetter": "abcdefgh"}[kind]
    mark = letters[count[level] - 1] if letters else str(count[level])
    return str(text).replace(f"%{level + 1}", mark) + " "


@pytest.mark.parametrize("index", [0, 1])
def test_questions_and_options_stand_as_the_form_prints_them(index: int) -> None:
    form = PAPER.forms[index]
    shown = lines(render(form=index))
    place = 0
    for part in form.parts:
        for number, printed in enumerate(part, 1):
            item = PAPER.items[printed.item_id]
            place = shown.index(f"Câu {number}. {render_plain(item.stem)}", place)
            if item.type in (ItemType.SINGLE_CHOICE, ItemType.ORDERING):
                texts = {
                    each.id: render_plain(each.text)
                    for each in getattr(item.body, "choices", getattr(item.body, "steps", ()))
                }
                expected = [
                    f"{letter}. {texts[each]}"
                    for letter, each in zip("ABCDEFG", printed.options, strict=False)
                ]
                assert expected == shown[place + 1 : place + 1 + len(expected)]
            if item.type is ItemType.TRUE_FALSE_GROUP:
                texts = {each.id: render_plain(each.text) for each in item.body.statements}
                below = [line for line in shown[place + 1 :] if re.match(r"[a-d]\) ", line)]
                assert [
                    f"{letter}) {texts[each]}"
                    for letter, each in zip("abcd", printed.options, strict=True)
                ] == below[:4]


def test_pairs_are_counted_on_both_sides() -> None:
    shown = lines(render())
    [part] = [
        part
        for part in PAPER.forms[0].parts
        if PAPER.items[part[0].item_id].type is ItemType.MATCHING
    ]
    body = PAPER.items[part[0].item_id].body
    left = {pair.id: render_plain(pair.left) for pair in body.pairs}
    right = {pair.id: render_plain(pair.right) for pair in body.pairs}
    right |= {each.id: render_plain(each.text) for each in body.extra}

    for number, each in enumerate(part[0].options, 1):
        assert f"{number}. {left[each]}" in shown
    for letter, each in zip("ABCD", part[0].targets, strict=True):
        assert f"{letter}. {right[each]}" in shown


def test_no_key_no_reason_and_no_citation_is_in_the_file() -> None:
    with zipfile.ZipFile(io.BytesIO(render())) as archive:
        everything = "".join(
            archive.read(name).decode("utf-8", "ignore") for name in archive.namelist()
        )
    for hidden in ("lí do", "luat/", "tiêu chí", "gợi ý", "1 1 1", "công an"):
        assert hidden not in everything


def test_head_foot_and_end_are_there() -> None:
    document = Document(io.BytesIO(render()))
    footer = document.sections[0].footer.paragraphs[0]._p
    fields = [node.get(qn("w:instr")) for node in footer.iter(qn("w:fldSimple"))]
    shown = lines(render())

    assert ["PAGE", "NUMPAGES"] == fields
    assert "– Mã đề 101" in "".join(node.text or "" for node in footer.iter(qn("w:t")))
    for line in (
        "TRƯỜNG THCS NGUYỄN ĐÌNH CHIỂU",
        "ĐỀ LUYỆN TẬP",
        "Mã đề: 101",
        "Thời gian làm bài: 15 phút, không kể thời gian phát đề",
        "————— HẾT —————",
        "Gọi 111.",
    ):
        assert line in shown


def with_choices(length: int) -> Paper:
    """Return the paper with choices of so many characters in its single-choice questions."""

    def lengthen(item: Item) -> Item:
        if not isinstance(item.body, SingleChoice):
            return item
        choices = tuple(
            replace(each, text=rich(each.id.ljust(length, "m"))) for each in item.body.choices
        )
        return replace(item, body=replace(item.body, choices=choices))

    bank = [lengthen(item) for item in make_bank()]
    return assemble(full_blueprint(), bank, law_date=LAW_DATE, seed="s", codes=("101",))


def find_below(
    document: WordDocument, stem: str, count: int
) -> Iterator[tuple[Paragraph, list[BaseOxmlElement]]]:
    """Return each question that begins with `stem`: its paragraph and what follows it."""
    body = list(document.element.body)
    for place, element in enumerate(body):
        if element.tag == qn("w:p") and Paragraph(element, document).text.startswith(stem):
            yield Paragraph(element, document), body[place + 1 : place + 1 + count]


def test_long_choices_stand_one_below_the_other_on_the_page_of_their_question() -> None:
    document = Document(io.BytesIO(render(with_choices(60))))
    found = list(find_below(document, "Câu dẫn single-choice", 4))

    assert len(found) == 4
    for stem, below in found:
        choices = [Paragraph(each, document) for each in below]
        assert all(each.text.endswith("mmm") for each in choices)
        assert all(each.paragraph_format.keep_with_next for each in (stem, *choices[:-1]))
        assert not choices[-1].paragraph_format.keep_with_next
        assert all(each.paragraph_format.keep_together for each in (stem, *choices))


@pytest.mark.parametrize(("length", "rows", "columns"), [(10, 1, 4), (34, 2, 2)])
def test_short_choices_stand_side_by_side_on_the_page_of_their_question(
    length: int, rows: int, columns: int
) -> None:
    paper = with_choices(length)
    document = Document(io.BytesIO(render(paper)))
    found = list(find_below(document, "Câu dẫn single-choice", 1))

    assert len(found) == 4
    for (stem, [below]), printed in zip(found, paper.forms[0].parts[0], strict=True):
        table = Table(below, document)
        cells = [[cell.text for cell in row.cells] for row in table.rows]
        assert (len(cells), len(cells[0])) == (rows, columns)
        assert [text[0] for row in cells for text in row] == list(printed.options)
        assert stem.paragraph_format.keep_with_next
        for row in table.rows[:-1]:
            assert all(cell.paragraphs[0].paragraph_format.keep_with_next for cell in row.cells)
        lowest = table.rows[-1].cells
        assert not any(cell.paragraphs[0].paragraph_format.keep_with_next for cell in lowest)


def _png() -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    head = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    body = zlib.compress(b"\x00\xff")
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", body) + chunk(b"IEND", b"")


def test_pictures_carry_their_descriptions() -> None:
    figure = (rt.Figure("media/b.png", "Bảng <giờ>"),)
    bank = [
        replace(item, media=Media("media/a.png", "Sơ đồ"), stem=(*rich("Nhìn hình."), *figure))
        for item in make_bank()
    ]
    paper = assemble(full_blueprint(), bank, law_date=LAW_DATE, seed="s", codes=("101",))

    data = render(paper, pictures={"media/a.png": _png(), "media/b.png": _png()})

    described = [
        node.get("descr") for node in Document(io.BytesIO(data)).element.iter(qn("wp:docPr"))
    ]
    assert ["Bảng <giờ>", "Sơ đồ"] * 15 == described


def test_the_same_form_gives_the_same_bytes_and_another_other() -> None:
    assert render() == render()
    assert render() != render(form=1)
