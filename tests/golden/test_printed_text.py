import re
import unicodedata
from collections.abc import Callable

import pypdfium2
import pytest

from lachan.assembly import assemble, form_key
from lachan.domain.kinds import Audience
from lachan.domain.papers.paper import Paper
from lachan.printing import render_handout, render_paper
from support.sample_paper import BLUEPRINT, ITEMS, LAW_DATE, sheet


def read_pages(pdf: bytes) -> str:
    """The text of a PDF, a line a printed line, a rule between pages."""
    document = pypdfium2.PdfDocument(pdf)
    pages = []
    for page in document:
        text_page = page.get_textpage()
        text = unicodedata.normalize("NFC", text_page.get_text_range())
        lines = (re.sub(r"\s+", " ", line).strip() for line in re.split(r"[\r\n]+", text))
        pages.append("\n".join(line for line in lines if line))
        text_page.close()
        page.close()
    document.close()
    return "\n----\n".join(pages) + "\n"


def make_paper() -> Paper:
    return assemble(BLUEPRINT, ITEMS, law_date=LAW_DATE, seed=BLUEPRINT.seed, codes=BLUEPRINT.codes)


def test_a_form_and_its_key_read_as_agreed(check_golden: Callable[[str, str], None]) -> None:
    paper = make_paper()
    form = paper.forms[0]
    key = "".join(
        f"{row.part}.{row.number} {row.item_id} {row.key} {row.points}\n"
        for row in form_key(paper, form)
    )
    check_golden("de-thi-101.txt", read_pages(render_paper(paper, form)) + "==== đáp án\n" + key)


@pytest.mark.parametrize("audience", list(Audience))
def test_a_handout_reads_as_agreed(
    check_golden: Callable[[str, str], None], audience: Audience
) -> None:
    check_golden(f"phieu-{audience}.txt", read_pages(render_handout(sheet(audience))))
