"""From which notebook a kernel takes items that its bank lacks."""

from __future__ import annotations

from pathlib import Path

import pytest

from lachan.apps.carried import find_carrier
from lachan.content import Content
from lachan.exchange import SnapshotError
from lachan.notebooks import render_notebook
from lachan.workflows.lessons.carried_items import list_carried, read_carried
from lachan.workflows.lessons.notebook import make_notebook


@pytest.fixture
def lesson(real_content: Content, tmp_path: Path) -> Path:
    path = tmp_path / "viec-nhe.ipynb"
    notebook = make_notebook(real_content.get_lesson("viec-nhe-luong-cao"), real_content)
    path.write_text(render_notebook(notebook), encoding="utf-8")
    return path


def test_it_is_the_own_notebook_or_one_beside(lesson: Path, tmp_path: Path) -> None:
    (tmp_path / "a.ipynb").write_text("hỏng", encoding="utf-8")
    (tmp_path / "b.ipynb").write_text('{"metadata": []}', encoding="utf-8")
    name, metadata = find_carrier(None, tmp_path, ["thcs-vnlc-012"])

    assert lesson.name == name
    assert "thcs-vnlc-012" in list_carried(metadata)
    assert (name, metadata) == find_carrier(lesson, tmp_path / "x", ["thcs-vnlc-012"])


def test_one_that_carries_none_of_what_is_asked_is_not_it(lesson: Path, tmp_path: Path) -> None:
    assert ("", {}) == find_carrier(lesson, tmp_path, ["khac-001"])
    assert ("", {}) == find_carrier(None, tmp_path, ["khac-001"])


def test_one_whose_items_were_changed_is_refused(lesson: Path, tmp_path: Path) -> None:
    text = lesson.read_text("utf-8")
    lesson.write_text(text.replace("lachan-carried/1", "lachan-carried/2"), "utf-8")
    name, metadata = find_carrier(None, tmp_path, ["thcs-vnlc-012"])

    with pytest.raises(SnapshotError, match=r"^viec-nhe\.ipynb, .*: tệp ghi theo dạng"):
        read_carried(metadata, name)
