"""The nbconvert plug-ins as ``jupyter nbconvert`` runs them."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import nbformat
import pypdfium2
import pytest
from nbconvert.exporters import get_exporter
from nbformat.v4 import new_markdown_cell

from lachan.content import Content
from lachan.exporters import HandoutExporter, PageExporter
from lachan.exporters.faults import ExportError
from lachan.workflows.content.opening import open_content
from lachan.workflows.lessons.build import build_lessons

NOTE = "Khi học sinh chia sẻ"


@pytest.fixture
def content(sample: Path) -> Content:
    content = open_content(sample)
    build_lessons(content)
    return content


@pytest.fixture
def notebook(content: Content) -> Path:
    return content.root / "notebooks/thcs/mau.ipynb"


def _pdf_text(data: object) -> str:
    assert isinstance(data, bytes)
    document = pypdfium2.PdfDocument(data)
    text = "\n".join(page.get_textpage().get_text_bounded() for page in document)
    document.close()
    return " ".join(text.split())


def test_both_are_registered_by_entry_point() -> None:
    assert HandoutExporter is get_exporter("lachan_handout")
    assert PageExporter is get_exporter("lachan_page")


def test_the_pupils_handout_holds_no_note_key_or_reason(notebook: Path, content: Content) -> None:
    pdf, _ = HandoutExporter(root=str(content.root)).from_filename(str(notebook))

    text = _pdf_text(pdf)
    assert "Việc nhẹ lắm, đến ngay nhé!" in text
    assert "Theo luật, hành vi có mấy thành tố" in text
    assert NOTE not in text
    assert "Đủ hành vi, thủ đoạn và mục đích" not in text
    assert "111" in text


def test_the_teachers_handout_holds_notes_keys_and_law(notebook: Path, content: Content) -> None:
    exporter = HandoutExporter(root=str(content.root), audience="teacher")
    pdf, _ = exporter.from_filename(str(notebook))

    text = _pdf_text(pdf)
    assert NOTE in text
    assert "Đủ hành vi, thủ đoạn và mục đích" in text
    assert "Luật Mẫu 2024" in text


def test_the_page_asks_nothing_of_any_server(notebook: Path, content: Content) -> None:
    page, _ = PageExporter(root=str(content.root)).from_filename(str(notebook))

    assert 'lang="vi"' in page
    assert NOTE not in page
    assert "default-src 'none'" in page
    assert [] == re.findall(r'(?:src|href)="(?!data:|tel:|lessons/|about:blank")[^"]*"', str(page))


def test_the_page_holds_its_quiz_as_data(notebook: Path, content: Content) -> None:
    page, _ = PageExporter(root=str(content.root)).from_filename(str(notebook))

    marked = r'<script type="application/json" class="lachan-quiz">(.*?)</script>'
    [blob] = re.findall(marked, str(page))
    assert ["mau-001", "mau-003"] == [item["id"] for item in json.loads(blob)["items"]]


def test_a_cell_that_cannot_be_exported_is_named_on_the_command_line(
    notebook: Path, content: Content
) -> None:
    edited = nbformat.read(notebook, as_version=4)
    edited.cells.insert(3, new_markdown_cell("Một ô\n\n<iframe></iframe>"))
    nbformat.write(edited, notebook)

    command = [sys.executable, "-m", "nbconvert", "--to", "lachan_handout", str(notebook)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=content.root)

    assert done.returncode != 0
    assert "mau.ipynb#4:3:1: MK001" in done.stderr
    assert "Traceback" not in done.stderr
    assert [] == list(notebook.parent.glob("*.pdf"))


def test_a_fault_raises_for_programs(notebook: Path, content: Content) -> None:
    edited = nbformat.read(notebook, as_version=4)
    edited.cells.append(new_markdown_cell("```\nmã\n```"))
    nbformat.write(edited, notebook)

    with pytest.raises(ExportError, match="MK002"):
        PageExporter(root=str(content.root)).from_filename(str(notebook))
