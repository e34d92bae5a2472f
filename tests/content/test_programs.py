"""What could run in a content folder is named; what came with us and what is content is not."""

from __future__ import annotations

import datetime as dt
import json
import os
import shutil
from pathlib import Path

import pytest

from lachan.content import load_content
from lachan.content.diagnostics import Diagnostics
from lachan.content.programs import find_programs
from lachan.errors import Problem, Severity
from lachan.workflows.content.check import check_content
from lachan.workflows.lessons.build import build_lessons
from support.school_folder import make_school

ON = dt.date(2026, 11, 24)


def _find(root: Path) -> list[Problem]:
    diagnostics = Diagnostics()
    find_programs(root, diagnostics)
    return diagnostics.problems


def _named(root: Path) -> list[str]:
    return [problem.file for problem in _find(root)]


def test_the_check_of_content_warns_of_them(sample: Path) -> None:
    (sample / "brotli.py").touch()
    [problem] = [each for each in check_content(sample, ON) if each.code.startswith("FI")]
    assert (problem.code, problem.severity, problem.file) == (
        "FI009",
        Severity.WARNING,
        "brotli.py",
    )


def test_a_schools_own_folder_is_looked_through_too(sample: Path, tmp_path: Path) -> None:
    school = make_school(tmp_path / "kho", {"brotli.py": "", "lessons/thcs/chay.sh": "echo"})

    found = [each for each in check_content(sample, ON, school=school) if each.code == "FI009"]

    assert [each.file for each in found] == [
        (school / "brotli.py").as_posix(),
        (school / "lessons/thcs/chay.sh").as_posix(),
    ]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("brotli.py", b""),
        ("tornado/__init__.py", b""),
        ("jupyter_lab_config.py", b""),
        ("jupyter_server_config.json", b"{}"),
        ("doc-truoc.ipynb", b"{}"),
        ("lessons/thcs/chay.sh", b"echo"),
        ("media/hinh.svg.exe", b""),
        ("media/hinh.png", b"MZ\x90\x00"),
        ("media/khien", b"\x7fELF"),
        ("law/nguon.yaml.txt", b"#!/bin/sh\n"),
        ("quiz_bank/thcs/a/b/c.pyc", b""),
        ("notebooks/so.ipynb", b"{}"),
        ("notebooks/sau.ipynb", b"[" * 200_000),
        ("voila_apps/trang_chu.ipynb", b"{}"),
        ("voila_apps/template/voila/templates/lachan/page.html.j2", b"{{ x }}"),
    ],
)
def test_what_could_run_is_named(sample: Path, name: str, data: bytes) -> None:
    path = sample / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    assert _named(sample) == [name]


def test_what_starts_the_kit_is_ours_until_somebody_changes_it(
    sample: Path, repository: Path
) -> None:
    for name in ("chay.bat", "chay.ps1"):
        shutil.copy(repository / name, sample)
    assert _named(sample) == []
    with (sample / "chay.bat").open("ab") as file:
        file.write(b"del /q *\r\n")
    assert _named(sample) == ["chay.bat"]


def test_a_lessons_notebook_is_content_until_it_does_something_else(sample: Path) -> None:
    [name] = build_lessons(load_content(sample)).written
    assert _named(sample) == []
    notebook = json.loads((sample / name).read_text("utf-8"))
    code = next(cell for cell in notebook["cells"] if cell["cell_type"] == "code")
    for added in ("\nimport os", "; print()", '\nquiz("a")'):
        changed = json.loads(json.dumps(notebook))
        place = notebook["cells"].index(code)
        changed["cells"][place]["source"] = "".join(code["source"]) + added
        (sample / name).write_text(json.dumps(changed), encoding="utf-8")
        assert _named(sample) == [name]


def test_what_came_with_us_is_not_named(sample: Path, repository: Path) -> None:
    shutil.copytree(repository / "voila_apps", sample / "voila_apps")
    shutil.copytree(repository / "notebooks", sample / "notebooks", dirs_exist_ok=True)
    assert _named(sample) == []
    (sample / "voila_apps" / "rieng.ipynb").write_text("{}", encoding="utf-8")
    assert _named(sample) == ["voila_apps/rieng.ipynb"]


def test_a_flood_of_programs_is_told_in_few_lines(sample: Path) -> None:
    for number in range(300):
        (sample / "media" / f"{number:03}.py").touch()
    found = _find(sample)
    assert len(found) == 51
    assert "249 tệp khác" in found[-1].message


def test_devices_and_links_are_not_read(sample: Path) -> None:
    (sample / "media" / "zero").symlink_to("/dev/zero")
    os.mkfifo(sample / "ong.txt")
    (sample / "la").symlink_to("/usr/lib", target_is_directory=True)
    assert _named(sample) == []


def test_our_own_content_has_none(repository: Path) -> None:
    assert _named(repository) == []
