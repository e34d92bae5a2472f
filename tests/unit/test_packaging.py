"""The wheel carries the content, and runs from an empty folder."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import nbformat
import pytest
import yaml

from support.running import lachan_server


@pytest.fixture(scope="session")
def wheel(repository: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    pip = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation"]
    subprocess.run([*pip, "--wheel-dir", str(folder), str(repository)], check=True)
    [made] = folder.glob("*.whl")
    return made


@pytest.fixture(scope="session")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the wheel installed, for PYTHONPATH."""
    folder = tmp_path_factory.mktemp("installed")
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--target", str(folder)]
    subprocess.run([*pip, str(wheel)], check=True)
    return folder


def _run(installed: Path, cwd: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "lachan", *words],
        cwd=cwd,
        capture_output=True,
        text=True,
        check=False,
        env={"PYTHONPATH": str(installed), "PATH": "", "PYTHONUTF8": "1"},
    )


def test_the_wheel_carries_content_templates_and_front_end(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()

    for wanted in (
        "lachan/py.typed",
        "lachan/data/lachan.toml",
        "lachan/data/law/sources.yaml",
        "lachan/data/media/tieu-hoc/cong-vien.svg",
        "lachan/data/lessons/thcs/viec-nhe-luong-cao.md",
        "lachan/data/quiz_bank/blueprints/khoi-dong-thcs.yaml",
        "lachan/data/notebooks/thcs/viec-nhe-luong-cao.ipynb",
        "lachan/data/voila_apps/trang_chu.ipynb",
        "lachan/frontend/items/quiz.js",
        "lachan/printing/templates/de-thi.typ",
        "lachan/store/migrations/env.py",
        "lachan/store/migrations/versions/r0002_contest.py",
        "lachan/data/quiz_bank/misconceptions.yaml",
        "lachan/workflows/lessons/page.html.j2",
        "lachan/workflows/law/page.html.j2",
        "lachan/workflows/offline_page.html.j2",
    ):
        assert wanted in names


@pytest.mark.full
def test_the_installed_kit_checks_and_makes_a_paper_in_an_empty_folder(
    installed: Path, tmp_path: Path
) -> None:
    where = "import lachan.content as c; print(c.PACKAGED_ROOT)"
    found = subprocess.run(
        [sys.executable, "-c", where],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
        env={"PYTHONPATH": str(installed), "PATH": ""},
    )
    checked = _run(installed, tmp_path, "check")
    made = _run(installed, tmp_path, "paper", "make", "khoi-dong-thcs", "--out", "de")

    assert found.stdout.startswith(str(installed))
    assert checked.returncode == 0, checked.stdout + checked.stderr
    assert made.returncode == 0, made.stdout + made.stderr
    assert len(list((tmp_path / "de").glob("de/*-10?.pdf"))) == 4


@pytest.mark.full
def test_the_installed_kit_serves_its_apps_from_an_empty_folder(
    installed: Path, tmp_path: Path
) -> None:
    log = tmp_path / "log.txt"
    with lachan_server(log, cwd=tmp_path, env={"PYTHONPATH": str(installed)}) as server:
        home = server.get("/voila/render/trang_chu.ipynb")

    assert home.status == 200
    assert "Biết luật" in home.text


def test_the_installed_kit_runs_and_exports_a_copied_notebook_in_an_empty_folder(
    installed: Path, repository: Path, tmp_path: Path
) -> None:
    name = "viec-nhe-luong-cao"
    copy = Path(shutil.copy(repository / f"notebooks/thcs/{name}.ipynb", tmp_path))
    convert = [sys.executable, "-m", "nbconvert", copy.name, "--to"]
    done = [
        subprocess.run(
            [*convert, *words],
            cwd=tmp_path,
            capture_output=True,
            text=True,
            check=False,
            env={"PYTHONPATH": str(installed), "PATH": "", "HOME": str(tmp_path)},
        )
        for words in (["lachan_page"], ["notebook", "--execute", "--output", "chay"])
    ]

    assert [0, 0] == [each.returncode for each in done], done
    assert "Việc nhẹ, lương cao" in (tmp_path / f"{name}.html").read_text("utf-8")
    ran = nbformat.read(tmp_path / "chay.ipynb", as_version=4)
    shown = [output for cell in ran.cells for output in cell.get("outputs", [])]
    kinds = ["application/vnd.jupyter.widget-view+json" in o.data for o in shown]
    assert [True, False, True] == kinds
    assert "lachan-tranh" in shown[1].data["text/html"]


def test_the_conda_environment_names_no_second_list_of_versions(repository: Path) -> None:
    environment = yaml.safe_load((repository / "environment.yml").read_text("utf-8"))
    project = tomllib.loads((repository / "pyproject.toml").read_text("utf-8"))["project"]

    python, pip, packages = environment["dependencies"]
    assert f"python{project['requires-python']}" == python
    assert pip == "pip"
    assert packages == {"pip": ["-e .[all]"]}
    assert "all" in project["optional-dependencies"]
