"""Word refuses files whose properties stand in another order than the schema's.

The orders are those of ECMA-376, part 1 (CT_TblPr, CT_TcPr, CT_PPr, CT_RPr, CT_Lvl), as far as our
writers use them.
"""

from __future__ import annotations

import io
import itertools

import pytest
from docx import Document
from docx.oxml.ns import qn

from lachan.assembly import assemble
from lachan.domain.contests.awards import Award, CertificateStyle
from lachan.exchange import (
    PaperWords,
    render_matrix_document,
    render_paper_document,
    render_specification_document,
)
from lachan.exchange.word.certificates import render_word_certificates
from support.items import LAW_DATE, full_blueprint, make_bank

ORDERS = {
    "tblPr": "tblStyle tblW jc tblInd tblBorders tblLayout tblCellMar tblLook",
    "tcPr": "tcW gridSpan vMerge tcBorders shd noWrap tcMar vAlign",
    "pPr": "pStyle keepNext keepLines numPr pBdr shd tabs spacing ind jc outlineLvl rPr",
    "rPr": "rStyle rFonts b bCs i iCs caps color sz szCs u lang",
    "lvl": "start numFmt pStyle suff lvlText lvlJc pPr rPr",
}
PAPER = assemble(full_blueprint(), make_bank(), law_date=LAW_DATE, seed="s", codes=("101",))
AWARDS = [Award("Vừ A Chớ", "6A", "THCS", "Giải Nhất"), Award("Lê Thị Bé")]
WORDS = PaperWords("ĐỀ LUYỆN TẬP", "", [("PHẦN.", "Làm bài.")] * 9, ("Gọi 111.",))


def documents() -> dict[str, bytes]:
    return {
        "form": render_paper_document(PAPER, PAPER.forms[0], WORDS),
        "matrix": render_matrix_document(PAPER, {}),
        "specification": render_specification_document(PAPER, {}),
        "certificates": render_word_certificates("Thi", AWARDS, CertificateStyle(), day=LAW_DATE),
    }


@pytest.mark.parametrize("name", ["form", "matrix", "specification", "certificates"])
def test_properties_stand_in_the_order_of_the_schema(name: str) -> None:
    document = Document(io.BytesIO(documents()[name]))
    ours = [
        document.element.body,
        document.sections[0].footer._element,
        *document.part.numbering_part.element.xpath("./w:abstractNum[w:multiLevelType]")[-9:],
        *(document.styles[each].element for each in ("Normal", "Footer", "Heading 1")),
    ]
    for tag, order in ORDERS.items():
        names = order.split()
        for node in (found for root in ours for found in root.iter(qn(f"w:{tag}"))):
            shown = [child.tag.rpartition("}")[2] for child in node]
            assert [each for each in names if each in shown] == shown, (tag, shown)


def test_neighbouring_tables_have_a_paragraph_between_them() -> None:
    body = Document(io.BytesIO(documents()["form"])).element.body
    tags = [child.tag.rpartition("}")[2] for child in body]

    assert not any(pair == ("tbl", "tbl") for pair in itertools.pairwise(tags))


def test_every_cell_ends_with_a_paragraph() -> None:
    for data in documents().values():
        cells = Document(io.BytesIO(data)).element.body.iter(qn("w:tc"))
        assert {"p"} == {cell[-1].tag.rpartition("}")[2] for cell in cells}
