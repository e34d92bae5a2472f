from __future__ import annotations

from pathlib import Path

import pytest

from lachan.domain.contests.roles import Role
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
        "dieu_hanh.ipynb",
        "lop_hoc.ipynb",
        "ra_de.ipynb",
        "soan_cau.ipynb",
    }


@pytest.mark.parametrize(
    ("role", "opened"),
    [
        (None, {"trang_chu.ipynb", "bai_hoc.ipynb", "luyen_tap.ipynb", "phong_thi.ipynb"}),
        (Role.VIEWER, {"dieu_hanh.ipynb"}),
        (Role.INVIGILATOR, {"dieu_hanh.ipynb"}),
        (
            Role.ORGANISER,
            {
                "giao_vien.ipynb",
                "bai_hoc_giao_vien.ipynb",
                "dieu_hanh.ipynb",
                "lop_hoc.ipynb",
                "ra_de.ipynb",
                "soan_cau.ipynb",
            },
        ),
    ],
)
def test_a_role_opens_its_own_pages(repository: Path, role: Role | None, opened: set[str]) -> None:
    apps = read_catalogue(repository / "voila_apps").apps
    closed_to_pupils = {app.name for app in apps if app.opens_to(role) and app.staff}
    open_to_all = {app.name for app in apps if app.opens_to(role) and not app.staff}
    assert opened == (open_to_all if role is None else closed_to_pupils)
    assert len(open_to_all) == 4
