"""Word and Excel files open in LibreOffice and keep their text: a long test."""

from __future__ import annotations

import datetime as dt
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest

from lachan.content import Content
from lachan.domain.kinds import Band
from lachan.markup import render_plain
from lachan.workflows.lessons.notebook import find_notebook
from lachan.workflows.lessons.plan import make_plan
from lachan.workflows.lessons.slides import make_slides
from lachan.workflows.papers.make import PaperFiles, make_papers
from support.slides import open_slides

pytestmark = pytest.mark.full


def _open_and_print(*paths: Path) -> list[str]:
    """Return the text of the PDFs that LibreOffice makes of files; a complaint fails."""
    soffice = shutil.which("soffice")
    assert soffice, "soffice is missing: apt-get install libreoffice-writer-nogui"
    out = paths[0].parent / "pdf"
    home = f"-env:UserInstallation=file://{paths[0].parent}/profile"
    command = [
        soffice,
        home,
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        str(out),
        *map(str, paths),
    ]
    done = subprocess.run(command, check=True, capture_output=True, timeout=180, text=True)
    assert "error" not in (done.stdout + done.stderr).lower()
    return [_pdf_text(out / f"{path.stem}.pdf") for path in paths]


def _pdf_text(path: Path) -> str:
    with pypdfium2.PdfDocument(path) as document:
        text = " ".join(page.get_textpage().get_text_bounded() for page in document)
    return " ".join(text.split())


def _squeeze(text: str) -> str:
    """Drop all spaces and the footers: pages and lines break where the words did not."""
    return re.sub(r"Trang\d+/\d+–Mãđề\d+", "", re.sub(r"\s+", "", text))


def test_every_lesson_plan_opens(real_content: Content, tmp_path: Path) -> None:
    for lesson in real_content.lessons:
        path = tmp_path / f"{lesson.slug}.docx"
        path.write_bytes(make_plan(lesson.slug, real_content))
        [text] = _open_and_print(path)
        assert "KẾ HOẠCH BÀI DẠY" in text
        assert ("Cách tổ chức:" if lesson.band is Band.PRIMARY else "d) Tổ chức") in text


SHOWN = [
    "nguoi-lon-tin-cay-va-111",
    "viec-nhe-luong-cao",
    "luat-2024-cam-gi",
    "bay-buoc-truoc-khi-ki",
]


@pytest.mark.parametrize("slug", SHOWN)
def test_slides_open_as_they_were_laid_out(
    real_content: Content, tmp_path: Path, slug: str
) -> None:
    path = tmp_path / f"{slug}.pptx"
    path.write_bytes(make_slides(*find_notebook(slug, real_content), real_content))
    titles = [each.shapes.title for each in open_slides(path.read_bytes()).slides]

    [text] = _open_and_print(path)

    assert [each for each in titles if _squeeze(each.text) not in _squeeze(text)] == []
    # No page more than slides, and no letter smaller than was written.
    with pypdfium2.PdfDocument(tmp_path / "pdf" / f"{slug}.pdf") as document:
        assert len(document) == len(titles)
        assert min(size for page in document for size in _letter_sizes(page)) > 23.9


def _letter_sizes(page: pypdfium2.PdfPage) -> Iterator[float]:
    """Yield the size of each letter in points of a slide that is 960 points wide."""
    text = page.get_textpage()
    for place in range(pypdfium2.raw.FPDFText_CountChars(text)):
        if pypdfium2.raw.FPDFText_GetUnicode(text, place) > ord(" "):
            yield pypdfium2.raw.FPDFText_GetFontSize(text, place) * 960 / page.get_width()


BLUEPRINTS = [
    "dinh-ki-cv-7991-thcs",
    "khoi-dong-thcs",
    "ma-tran-40-cau-thcs",
    "thpt-2025-18-4-6",
    "thpt-2025-24-4",
    "truc-tuyen-20-cau-cong-dong",
    "vui-hoc-tieu-hoc",
]


@pytest.fixture(scope="module", params=BLUEPRINTS)
def made(
    request: pytest.FixtureRequest,
    real_content: Content,
    tmp_path_factory: pytest.TempPathFactory,
) -> PaperFiles:
    plan = real_content.get_blueprint(request.param)
    out = tmp_path_factory.mktemp("de") / "bo-de"
    return make_papers(real_content, plan, out, today=dt.date(2026, 11, 24), form_count=2)


def test_every_form_in_word_prints_what_the_form_asks(made: PaperFiles) -> None:
    paths = [path for path in made.paths if path.parent.name == "word"]
    texts = _open_and_print(*paths)

    for form, text in zip(made.paper.forms, texts, strict=True):
        assert f"Mã đề: {form.code}" in text
        assert "HẾT" in text
        page, place = _squeeze(text), 0
        for part in form.parts:
            for number, printed in enumerate(part, 1):
                stem = render_plain(made.paper.items[printed.item_id].stem)
                place = page.index(_squeeze(f"Câu {number}. {stem}"), place)


def test_matrix_and_specification_open(made: PaperFiles) -> None:
    files = {path.name: path for path in made.paths if path.parent.name == "ma-tran"}
    matrix, specification, workbook = _open_and_print(
        files["ma-tran.docx"], files["ban-dac-ta.docx"], files["ma-tran-dac-ta.xlsx"]
    )

    assert "MA TRẬN ĐỀ" in matrix
    assert "Tỉ lệ %" in matrix
    assert "Yêu cầu cần đạt" in specification
    assert "MA TRẬN ĐỀ" in workbook
    assert "BẢN ĐẶC TẢ ĐỀ" in workbook


def test_the_key_workbook_opens(made: PaperFiles) -> None:
    [path] = [path for path in made.paths if path.name == "key.xlsx"]

    [text] = _open_and_print(path)

    assert "Mã đề 102" in text
    assert "Mỗi câu của ngân hàng" in text
