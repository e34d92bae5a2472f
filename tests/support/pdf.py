"""Reading PDFs back: text as a person would copy it, and where it stands."""

from __future__ import annotations

import re
import unicodedata

import pypdfium2


def page_texts(pdf: bytes) -> list[str]:
    """The text of each page, NFC, white space folded."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [_page_text(document, index) for index in range(len(document))]
    finally:
        document.close()


def pdf_text(pdf: bytes) -> str:
    return " ".join(page_texts(pdf))


def count_images(pdf: bytes) -> int:
    """How many pictures made of pixels the first page shows."""
    document = pypdfium2.PdfDocument(pdf)
    page = document[0]
    found = len(list(page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_IMAGE])))
    page.close()
    document.close()
    return found


def line_tops(pdf: bytes, needles: list[str]) -> list[int]:
    """The height (pt, rounded) of the top of each text on the first page."""
    document = pypdfium2.PdfDocument(pdf)
    page = document[0]
    text_page = page.get_textpage()
    tops = []
    for needle in needles:
        searcher = text_page.search(needle)
        index, _ = searcher.get_next()
        tops.append(round(text_page.get_charbox(index)[3]))
        searcher.close()
    text_page.close()
    page.close()
    document.close()
    return tops


def _page_text(document: pypdfium2.PdfDocument, index: int) -> str:
    page = document[index]
    text_page = page.get_textpage()
    text = text_page.get_text_range()
    text_page.close()
    page.close()
    return re.sub(r"\s+", " ", unicodedata.normalize("NFC", text)).strip()
