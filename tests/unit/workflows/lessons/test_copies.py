from __future__ import annotations

from pathlib import Path

from lachan.content import Content
from lachan.workflows.lessons.copies import copy_notebooks


def test_lessons_and_workbooks_are_copied_once(real_content: Content, tmp_path: Path) -> None:
    first = copy_notebooks(real_content, tmp_path)
    names = {path.relative_to(tmp_path).as_posix() for path in first}
    workbooks = {path.name for path in (real_content.root / "notebooks").glob("*.ipynb")}
    lessons = {f"{each.band}/{each.slug}.ipynb" for each in real_content.lessons}
    assert names == workbooks | lessons
    assert copy_notebooks(real_content, tmp_path) == ()
