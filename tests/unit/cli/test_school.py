"""``lachan school`` from the first word to a lesson that may be edited."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from lachan.cli.main import app
from lachan.content.school import SchoolFolderError


def run(*words: str) -> str:
    result = CliRunner().invoke(app, words)
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    assert result.exit_code == 0, result.output
    return result.output


@pytest.fixture
def root(sample: Path) -> Path:
    (sample / "lachan.toml").write_text('school = ""\nschool_folder = ""\n', encoding="utf-8")
    return sample


def test_a_folder_is_made_named_filled_and_told_of(root: Path, tmp_path: Path) -> None:
    folder = tmp_path / "kho"

    made = run("school", "init", str(folder), "--root", str(root))
    taken = run("school", "take", "mau", "--only", "--root", str(root))
    checked = run("check", "--on", "2026-11-24", "--root", str(root))

    assert f"đã tạo kho của trường ở {folder}" in made
    assert "từ nay mọi lệnh đều dùng kho này" in made
    assert f"đã chép {folder / 'lessons/thcs/mau.md'}" in taken
    assert f"Kho của trường ở {folder}: thay 1 bài học (mau)" in checked


def test_where_the_kit_names_another_the_way_is_told(root: Path, tmp_path: Path) -> None:
    run("school", "init", str(tmp_path / "kho"), "--root", str(root))

    told = run("school", "init", str(tmp_path / "kho-hai"), "--root", str(root))

    assert 'school_folder = "../kho-hai"' in told
    assert "--school" in told


def test_without_a_folder_nothing_is_taken(root: Path) -> None:
    with pytest.raises(SchoolFolderError, match="lachan school init"):
        run("school", "take", "mau", "--root", str(root))


def test_the_environment_may_name_the_folder(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("school", "init", str(tmp_path / "kho"), "--root", str(root))
    (root / "lachan.toml").write_text("", encoding="utf-8")
    monkeypatch.setenv("LACHAN_SCHOOL", str(tmp_path / "kho"))

    assert "kho: chưa có gì" in run("check", "--on", "2026-11-24", "--root", str(root))
