"""A notebook works wherever it lies: beside its content, in an empty folder, without its bank."""

from __future__ import annotations

import json
import logging
import re
import shutil
from dataclasses import replace
from pathlib import Path

import nbformat
import pytest
from typer.testing import CliRunner

from lachan.cli.main import app
from lachan.content import Content, load_content
from lachan.domain.kinds import Use
from lachan.errors import LachanError
from lachan.exporters import HandoutExporter, PageExporter
from lachan.workflows.content.opening import open_content
from lachan.workflows.lessons.build import build_lessons
from lachan.workflows.lessons.carried_items import add_carried, read_carried
from lachan.workflows.lessons.notebook import carry_items
from support.notebooks import run_notebook

WIDGET = "application/vnd.jupyter.widget-view+json"


@pytest.fixture(autouse=True)
def nothing_near(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an empty folder, which is the current one; nothing names a content root."""
    folder = tmp_path / "usb"
    folder.mkdir()
    monkeypatch.chdir(folder)
    monkeypatch.delenv("LACHAN_ROOT", raising=False)
    return folder


@pytest.fixture
def content(sample: Path) -> Content:
    content = open_content(sample)
    build_lessons(content)
    return content


@pytest.fixture
def built(content: Content) -> Path:
    return content.root / "notebooks/thcs/mau.ipynb"


def _carry_nothing(path: Path) -> None:
    notebook = nbformat.read(path, as_version=4)
    del notebook.metadata["lachan"]["carried"]
    nbformat.write(notebook, path)


def _asked(page: str) -> list[str]:
    [blob] = re.findall(r'<script type="application/json" class="lachan-quiz">(.*?)</script>', page)
    return [item["id"] for item in json.loads(blob)["items"]]


def _ask_the_first_in_another_way(content: Content) -> None:
    bank = next((content.root / "quiz_bank").glob("thcs/*.yaml"))
    text = bank.read_text("utf-8")
    stem = next(line for line in text.splitlines() if "stem:" in line)
    bank.write_text(text.replace(stem, stem.replace("stem: ", "stem: Hỏi lại – "), 1), "utf-8")


def _run(path: Path) -> list[nbformat.NotebookNode]:
    """Run the notebook as Jupyter does, in its folder; return what its cells show."""
    notebook = nbformat.read(path, as_version=4)
    run_notebook(notebook, path.parent)
    return [output for cell in notebook.cells for output in cell.get("outputs", [])]


def test_the_content_around_the_notebook_is_looked_for_first(built: Path) -> None:
    _carry_nothing(built)

    page, _ = PageExporter().from_filename(str(built))

    assert ["mau-001", "mau-003"] == _asked(str(page))


def test_the_command_looks_around_the_notebook_that_it_is_given(
    built: Path, nothing_near: Path
) -> None:
    _carry_nothing(built)

    done = CliRunner().invoke(app, ["export", "page", str(built)])

    assert done.exit_code == 0, done.output
    assert ["mau-001", "mau-003"] == _asked((nothing_near / "out/mau.html").read_text("utf-8"))


def test_a_copy_exports_from_an_empty_folder(
    repository: Path, nothing_near: Path, real_content: Content
) -> None:
    lesson = real_content.get_lesson("viec-nhe-luong-cao")
    copy = Path(shutil.copy(repository / "notebooks/thcs/viec-nhe-luong-cao.ipynb", nothing_near))
    _carry_nothing(copy)

    page, _ = PageExporter().from_filename(copy.name)
    pdf, _ = HandoutExporter().from_filename(copy.name)

    assert lesson.title in page
    assert pdf.startswith(b"%PDF")


def test_a_copy_brings_what_no_bank_near_holds(
    built: Path, nothing_near: Path, content: Content
) -> None:
    copy = Path(shutil.copy(built, nothing_near))

    page, _ = PageExporter().from_filename(str(copy))

    assert ["mau-001", "mau-003"] == _asked(str(page))
    assert "Luật Mẫu 2024" in page


@pytest.mark.full
def test_a_quiz_in_a_copy_brings_what_no_bank_near_holds(built: Path, nothing_near: Path) -> None:
    shown = _run(Path(shutil.copy(built, nothing_near)))

    assert [True] == [WIDGET in output.data for output in shown]


def test_without_what_it_carried_a_copy_says_which_question_is_missing(
    built: Path, nothing_near: Path
) -> None:
    copy = Path(shutil.copy(built, nothing_near))
    _carry_nothing(copy)

    with pytest.raises(LachanError, match="mau-001"):
        PageExporter().from_filename(str(copy))


def test_a_question_changed_since_is_asked_as_the_bank_has_it_and_told(
    built: Path, content: Content, caplog: pytest.LogCaptureFixture
) -> None:
    _ask_the_first_in_another_way(content)

    with caplog.at_level(logging.WARNING):
        page, _ = PageExporter(log=logging.getLogger("thử")).from_filename(str(built))

    assert "Hỏi lại" in page
    assert "câu mau-001 đã đổi từ khi chép sổ này" in caplog.text


def test_a_quiz_tells_of_a_question_changed_since(built: Path, content: Content) -> None:
    _ask_the_first_in_another_way(content)

    # Behind them comes the comic.
    quiz, notice, _ = _run(built)

    assert WIDGET in quiz.data
    assert "câu mau-001 đã đổi từ khi chép sổ này" in notice.data["text/html"]


def test_only_practice_questions_leave_the_bank(content: Content) -> None:
    notebook = nbformat.v4.new_notebook()
    first, *others = content.items
    secret = replace(first, use=Use.CONTEST)
    content = replace(content, items=(secret, *others))

    carry_items(notebook, content, [item.id for item in content.items], ())

    carried = read_carried(notebook.metadata, "so.ipynb")
    assert [item.id for item in others if item.may_be_practised] == [i.id for i in carried.items]


def test_pictures_come_along(repository: Path, sample: Path) -> None:
    whole = load_content(repository)
    pictured = next(item for item in whole.items if item.media and item.may_be_practised)
    notebook = nbformat.v4.new_notebook()
    assert pictured.media

    carry_items(notebook, whole, [pictured.id], ())
    found = add_carried(open_content(sample), read_carried(notebook.metadata, "so.ipynb"))

    picture = (repository / pictured.media.path).read_bytes()
    assert {pictured.media.path: picture} == found.pictures
    assert pictured == found.get_item(pictured.id)
    assert set(pictured.all_citations) <= set(found.provisions)
