"""Word and Excel files open in LibreOffice and keep their text: a long test."""

from __future__ import annotations

import datetime as dt
import shutil
import subprocess
from pathlib import Path

import pypdfium2
import pytest

from lachan.content import Content
from lachan.workflows.make_papers import make_papers
from lachan.workflows.make_plan import make_plan

pytestmark = pytest.mark.full


def _open_and_print(path: Path) -> str:
    """Return the text of the PDF that LibreOffice makes of a file."""
    soffice = shutil.which("soffice")
    assert soffice, "soffice is missing: apt-get install libreoffice-writer-nogui"
    home = f"-env:UserInstallation=file://{path.parent}/profile"
    command = [soffice, home, "--headless", "--convert-to", "pdf", "--outdir", path.parent, path]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    with pypdfium2.PdfDocument(path.with_suffix(".pdf")) as document:
        text = " ".join(page.get_textpage().get_text_bounded() for page in document)
    return " ".join(text.split())


def test_every_lesson_plan_opens(real_content: Content, tmp_path: Path) -> None:
    for lesson in real_content.lessons:
        path = tmp_path / f"{lesson.slug}.docx"
        path.write_bytes(make_plan(lesson.slug, real_content))
        text = _open_and_print(path)
        assert "KẾ HOẠCH BÀI DẠY" in text
        assert "d) Tổ chức thực hiện:" in text


def test_the_key_workbook_opens(real_content: Content, tmp_path: Path) -> None:
    plan = real_content.get_blueprint("khoi-dong-thcs")
    make_papers(real_content, plan, tmp_path, today=dt.date(2026, 11, 24))

    text = _open_and_print(tmp_path / "key.xlsx")

    assert "Mã đề 104" in text
    assert "Bản đồ câu" in text or "Mỗi câu của ngân hàng" in text
