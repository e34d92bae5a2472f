from __future__ import annotations

from pathlib import Path

import pytest

from lachan.serving.catalogue import App, read_catalogue


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("trang_chu.ipynb", "giao_vien.ipynb", "ghi_chu.txt"):
        (tmp_path / name).write_text("{}")
    (tmp_path / "sau").mkdir()
    (tmp_path / "sau" / "trong.ipynb").write_text("{}")
    (tmp_path / "thu_muc.ipynb").mkdir()
    return tmp_path


def test_only_listed_names_are_open(folder: Path) -> None:
    assert read_catalogue(folder).apps == (
        App("giao_vien.ipynb", staff=True),
        App("trang_chu.ipynb", staff=False),
    )


@pytest.mark.parametrize("name", ["", "trang_chu", "TRANG_CHU.ipynb", "sau/trong.ipynb", "../x"])
def test_other_names_find_nothing(folder: Path, name: str) -> None:
    assert read_catalogue(folder).find(name) is None


def test_shipped_apps_open_four_and_guard_the_rest(repository: Path) -> None:
    apps = read_catalogue(repository / "voila_apps").apps
    opened = {app.name for app in apps if not app.staff}
    assert opened == {"trang_chu.ipynb", "bai_hoc.ipynb", "luyen_tap.ipynb", "phong_thi.ipynb"}
    assert {app.name for app in apps if app.staff} == {
        "giao_vien.ipynb",
        "bai_hoc_giao_vien.ipynb",
        "lop_hoc.ipynb",
        "ra_de.ipynb",
    }
