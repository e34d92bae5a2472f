"""Lay what a lesson prints and shows side by side on large pictures, to be looked at.

``python tools/sheets_of_pages.py [LESSON …] [--out FOLDER]`` draws, for each lesson, its print
pack, its run sheet larger, its comic on paper and its slides (which need LibreOffice; without it
they are left out) as PNG files. Without names: six lessons, of all bands.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

import pypdfium2
from PIL import Image, ImageDraw

from lachan.content import Content, load_content
from lachan.domain.print_packs import PackSheet
from lachan.workflows.lessons.pack import make_pack
from lachan.workflows.lessons.products import PRODUCTS

ROOT = Path(__file__).parents[1]
SIX = (
    "em-noi-khong",
    "bi-mat-tot-bi-mat-xau",
    "viec-nhe-luong-cao",
    "bao-ai-o-dau",
    "bo-luat-hinh-su-150-151",
    "noi-chuyen-voi-con",
)
GAP = 12
"""Pixels between pages."""


def draw_pages(pdf: bytes, width: int) -> list[Image.Image]:
    """Return a file's pages, so many pixels broad."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [page.render(scale=width / page.get_width()).to_pil() for page in document]
    finally:
        document.close()


def lay_out(pages: Sequence[Image.Image], columns: int) -> Image.Image:
    """Return the pages in rows, each with its number, on grey."""
    rows = [pages[start : start + columns] for start in range(0, len(pages), columns)]
    heights = [max(page.height for page in row) + GAP for row in rows]
    breadth = max(sum(page.width + GAP for page in row) for row in rows) + GAP
    sheet = Image.new("RGB", (breadth, sum(heights) + GAP), (140, 140, 140))
    draw, top, number = ImageDraw.Draw(sheet), GAP, 1
    for row, height in zip(rows, heights, strict=True):
        left = GAP
        for page in row:
            sheet.paste(page, (left, top))
            draw.text((left + 3, top + 1), str(number), fill=(200, 0, 0))
            left, number = left + page.width + GAP, number + 1
        top += height
    return sheet
