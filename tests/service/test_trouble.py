"""Pages that fail tell so in Vietnamese, with a code that the log knows."""

from __future__ import annotations

import re

import pytest

from support.running import RunningServer

INCIDENT = re.compile(r"<code>([2-9A-Z]{4}-[2-9A-Z]{4})</code>")


@pytest.mark.parametrize(
    ("app", "logged"), [("hong", "ZeroDivisionError"), ("bai_hoc", "DeadKernelError")]
)
def test_failing_page_shows_a_code_and_no_traceback(
    odd_server: RunningServer, app: str, logged: str
) -> None:
    page = odd_server.get(f"/voila/render/{app}.ipynb", cookie=odd_server.staff_cookie())
    assert page.status == 200
    assert "Trang này gặp trục trặc." in page.text
    assert page.text.rstrip().endswith("</html>")
    for leaked in ("Traceback", "ZeroDivision", "lời-mật", "DeadKernel", "ipynb hỏng"):
        assert leaked not in page.text
    incident = INCIDENT.search(page.text).group(1)
    log = odd_server.log.read_text()
    assert f"Sự cố {incident}: ô lệnh 1 của {app}.ipynb hỏng" in log
    assert logged in log
    assert "\x1b[" not in log


def test_staff_mark_and_passcode_do_not_come_from_the_shell(odd_server: RunningServer) -> None:
    page = odd_server.get("/voila/render/luyen_tap.ipynb").text
    assert "LACHAN_ROOT|LACHAN_SERVED|LACHAN_SNAPSHOT|END" in page


def test_staff_kernel_gets_the_mark_but_not_the_passcode(odd_server: RunningServer) -> None:
    cookie = odd_server.staff_cookie()
    page = odd_server.get("/voila/render/moi_truong.ipynb", cookie=cookie).text
    names = ("DATABASE_URL", "HOSTS", "ROLE", "ROOT", "SERVED", "SNAPSHOT", "STAFF")
    assert "|".join(f"LACHAN_{name}" for name in names) + "|END" in page


def test_unlisted_notebook_is_for_staff(odd_server: RunningServer) -> None:
    assert odd_server.get("/voila/render/moi_truong.ipynb").status == 302


def test_link_out_of_a_served_folder_is_not_followed(odd_server: RunningServer) -> None:
    root = odd_server.log.parent / "root"
    static = root / "voila_apps" / "template" / "voila" / "templates" / "lachan" / "static"
    link = static / "loi-tat.toml"
    link.symlink_to(root / "lachan.toml")
    route = "/voila/templates/lachan/static/"
    assert odd_server.get(f"{route}khien.svg").status == 200
    assert odd_server.get(f"{route}loi-tat.toml").status in (403, 404)
