"""Lay what lessons print and show side by side on large pictures, to be looked at.

``PYTHONPATH=tests python tools/sheets_of_pages.py [LESSON …] [--out FOLDER]`` writes PNG files: the
comics of each band as a screen draws them and as they are printed; and, for each lesson named (else
for six of all bands), its run sheet, its print pack and its slides, which LibreOffice draws.
"""

from __future__ import annotations

import argparse
import subprocess
import tempfile
from base64 import b64encode
from collections.abc import Sequence
from pathlib import Path

import pypdfium2
from PIL import Image, ImageDraw
from playwright.sync_api import sync_playwright

from lachan.content import Content, load_content
from lachan.domain.comics import Comic
from lachan.domain.kinds import Band
from lachan.drawing import strip_svg
from lachan.workflows.lessons.comic import make_comic
from lachan.workflows.lessons.products import SLIDES, WHOLE_PACK
from lachan.workflows.screen_fonts import open_screen_font
from support.browsers import launch_chromium

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


def to_pdf(slides: bytes) -> bytes:
    """Return slides as LibreOffice prints them."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "trinh-chieu.pptx"
        file.write_bytes(slides)
        home = f"-env:UserInstallation=file://{folder}/office"
        command = ["soffice", home, "--headless", "--convert-to", "pdf", "--outdir", folder]
        subprocess.run([*command, str(file)], check=True, capture_output=True)  # noqa: S603
        return file.with_suffix(".pdf").read_bytes()


def write_comics(content: Content, folder: Path) -> None:
    """Write the comics of each band, as a screen draws them and as they are printed."""
    for band in Band:
        comics = [each for each in content.comics if each.band is band]
        printed = [p for one in comics for p in draw_pages(make_comic(one.lesson_id, content), 800)]
        lay_out(printed, 6).save(folder / f"truyen-{band}-in.png")
        write_strips(comics, folder / f"truyen-{band}-man-hinh.png")


def write_strips(comics: Sequence[Comic], path: Path) -> None:
    """Write strips as Chromium draws them, three in a row."""
    faces = "".join(
        f'@font-face{{font-family:"Lachan Sans";font-weight:{weight};'
        f'src:url("data:font/woff2;base64,{b64encode(open_screen_font(weight)).decode()}")}}'
        for weight in (400, 600)
    )
    strips = "".join(f"<div>{strip_svg(comic)}</div>" for comic in comics)
    look = (
        "body{columns:3;width:1950px}div{break-inside:avoid;margin:8px}svg{width:100%;height:auto}"
    )
    with sync_playwright() as playwright:
        browser = launch_chromium(playwright)
        page = browser.new_page(viewport={"width": 1980, "height": 1000})
        page.set_content(f"<style>{faces}{look}</style>{strips}")
        page.evaluate("document.fonts.ready")
        page.screenshot(path=path, full_page=True)
        browser.close()


def write_lesson(name: str, content: Content, folder: Path) -> None:
    """Write a lesson's run sheet, its pack and its slides."""
    pack = WHOLE_PACK.make(name, content)
    periods = content.get_lesson(name).periods
    lay_out(draw_pages(pack, 1400)[:periods], 1).save(folder / f"{name}-to-dieu-hanh.png")
    lay_out(draw_pages(pack, 600), 6).save(folder / f"{name}-goi-in.png")
    slides = draw_pages(to_pdf(SLIDES.make(name, content)), 560)
    lay_out(slides, 6).save(folder / f"{name}-trinh-chieu.png")


def main() -> None:
    """Write all sheets to a folder."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("lessons", nargs="*", default=SIX)
    parser.add_argument("--out", type=Path, default=ROOT / "out" / "to-xem")
    wanted = parser.parse_args()
    wanted.out.mkdir(parents=True, exist_ok=True)
    content = load_content(ROOT)
    write_comics(content, wanted.out)
    for name in wanted.lessons:
        write_lesson(name, content, wanted.out)
        print(f"{wanted.out}: {name}")


if __name__ == "__main__":
    main()
