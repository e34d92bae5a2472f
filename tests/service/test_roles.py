"""What invigilators and viewers reach with their own passcodes, and what they do not."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from support.addresses import LESSON
from support.running import RunningServer, cookie_of, lachan_server

OFFICE = "/voila/render/dieu_hanh.ipynb"
PASSCODES = {"LACHAN_INVIGILATOR_PASSCODE": "1111 2222", "LACHAN_VIEWER_PASSCODE": "3333 4444"}
CLOSED = (
    "/voila/render/giao_vien.ipynb",
    "/voila/render/ra_de.ipynb",
    "/voila/render/soan_cau.ipynb",
    "/voila/render/bai_hoc_giao_vien.ipynb",
    "/lachan/tinh-trang",
    f"/lachan/tai/{LESSON}/phieu-giao-vien.pdf",
)


@pytest.fixture(scope="module")
def guarded(tmp_path_factory: pytest.TempPathFactory, repository: Path) -> Iterator[RunningServer]:
    log = tmp_path_factory.mktemp("roles") / "log.txt"
    options = ("--root", str(repository))
    with lachan_server(log, *options, cwd=log.parent, env=PASSCODES) as running:
        yield running


@pytest.mark.parametrize("passcode", PASSCODES.values())
def test_other_roles_reach_the_office_and_nothing_with_keys(
    guarded: RunningServer, passcode: str
) -> None:
    reply = guarded.log_in(passcode, target=CLOSED[0])
    cookie = cookie_of(reply)
    assert (reply.status, reply.headers["Location"]) == (303, OFFICE)
    assert guarded.get(OFFICE, cookie=cookie).status == 200
    assert [guarded.get(path, cookie=cookie).status for path in CLOSED] == [302] * len(CLOSED)


def test_nobody_else_reaches_the_office(guarded: RunningServer) -> None:
    assert guarded.get(OFFICE).status == 302
