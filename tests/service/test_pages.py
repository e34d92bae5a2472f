"""What pupils may reach, and that nothing else answers."""

from __future__ import annotations

import gzip
import re

import pytest

from support.addresses import LESSON
from support.running import RunningServer

OPEN_APPS = ("trang_chu", "bai_hoc", "luyen_tap")
STAFF_APPS = ("giao_vien", "bai_hoc_giao_vien", "ra_de", "soan_cau")
LOADED = re.compile(
    r"""<(?:script|link|img|iframe|source|form)[^>]*\s(?:src|href|action)=["']([^"']+)"""
)


def test_root_leads_home(server: RunningServer) -> None:
    reply = server.get("/")
    assert (reply.status, reply.headers["Location"]) == (302, "/voila/render/trang_chu.ipynb")


@pytest.mark.parametrize("app", OPEN_APPS)
def test_open_app_needs_no_session(server: RunningServer, app: str) -> None:
    reply = server.get(f"/voila/render/{app}.ipynb")
    assert reply.status == 200
    assert '<html lang="vi">' in reply.text
    assert 'href="tel:111"' in reply.text
    assert "Thoát nhanh" in reply.text
    assert 'class="site-trouble" role="alert">' not in reply.text


@pytest.mark.parametrize("app", OPEN_APPS)
def test_page_loads_nothing_from_elsewhere(server: RunningServer, app: str) -> None:
    page = server.get(f"/voila/render/{app}.ipynb").text
    loaded = LOADED.findall(page)
    assert loaded
    assert [url for url in loaded if not url.startswith("/") or url.startswith("//")] == []
    assert "cdn" not in page.lower()


@pytest.mark.parametrize("app", OPEN_APPS)
def test_page_has_no_inline_script(server: RunningServer, app: str) -> None:
    page = server.get(f"/voila/render/{app}.ipynb").text
    bare = [tag for tag in re.findall(r"<script[^>]*>", page) if " src=" not in tag]
    assert [tag for tag in bare if "json" not in tag] == []
    assert not re.search(r"<[a-z]+[^>]*\son[a-z]+=", page)


def test_home_is_drawn_without_kernel_or_front_end(server: RunningServer) -> None:
    page = server.get("/voila/render/trang_chu.ipynb").text
    kernel_id = re.search(r'"kernelId": "([0-9a-f-]+)"', page).group(1)
    assert "voila.js" not in page
    assert server.get(f"/api/kernels/{kernel_id}").status == 404


def test_the_law_is_looked_up_without_a_kernel(server: RunningServer) -> None:
    reply = server.get("/tra-cuu")
    assert reply.status == 200
    assert "kernelId" not in reply.text
    assert "Tra cứu pháp luật" in reply.text
    assert reply.cookies == ()
    loaded = LOADED.findall(reply.text)
    assert [url for url in loaded if not url.startswith("/") or url.startswith("//")] == []
    for url in loaded:
        assert server.get(url).status in (200, 302)
    bare = [tag for tag in re.findall(r"<script[^>]*>", reply.text) if " src=" not in tag]
    assert [tag for tag in bare if "json" not in tag] == []
    again = server.get("/tra-cuu", headers={"If-None-Match": reply.headers["Etag"]})
    assert (again.status, again.body) == (304, b"")


def test_the_law_page_is_packed_for_browsers_that_unpack(server: RunningServer) -> None:
    packed = server.get("/tra-cuu", headers={"Accept-Encoding": "gzip"})
    assert packed.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(packed.body) == server.get("/tra-cuu").body


@pytest.mark.parametrize(
    ("name", "start"),
    [("tra-cuu-phap-luat.pdf", b"%PDF-"), ("tra-cuu-phap-luat.html", b"<!DOCTYPE html>")],
)
def test_the_law_can_be_taken_along(server: RunningServer, name: str, start: bytes) -> None:
    reply = server.get(f"/tra-cuu/{name}")
    assert reply.status == 200
    assert reply.body.lstrip().startswith(start)
    assert reply.headers["Content-Disposition"] == f'attachment; filename="{name}"'


@pytest.mark.parametrize("app", STAFF_APPS)
def test_staff_app_leads_to_login(server: RunningServer, app: str) -> None:
    reply = server.get(f"/voila/render/{app}.ipynb")
    assert reply.status == 302
    assert reply.headers["Location"] == f"/lachan/dang-nhap?next=/voila/render/{app}.ipynb"


@pytest.mark.parametrize(
    "name",
    [
        "..%2fvoila_apps%2fgiao_vien.ipynb",
        "%2e%2e/voila_apps/giao_vien.ipynb",
        "..%252fgiao_vien.ipynb",
        "%252e%252e%252flaw%252fsources.yaml",
        "./giao_vien.ipynb",
        "x/../giao_vien.ipynb",
        "x%2f..%2fgiao_vien.ipynb",
        "giao_vien.ipynb.",
        "giao_vien.ipynb%20",
        "giao_vien.ipynb%00",
        "giao_vien.ipynb/",
        "/giao_vien.ipynb",
        "GIAO_VIEN.IPYNB",
        "giao_vien.IPYNB",
        "giao_vien",
        "giao_vien.ipynb%23",
        "giao%5fvien.ipynb%3f",
        "..%5cgiao_vien.ipynb",
        "trang_chu.ipynb%2f..%2fgiao_vien.ipynb",
        "template/voila/templates/lachan/conf.json",
        "",
    ],
)
def test_path_trick_finds_nothing(server: RunningServer, name: str) -> None:
    assert server.get(f"/voila/render/{name}").status == 404


def test_plainly_encoded_name_is_still_staff(server: RunningServer) -> None:
    assert server.get("/voila/render/giao%5fvien%2eipynb").status == 302


@pytest.mark.parametrize(
    "query",
    [
        "notebook_path=giao_vien.ipynb",
        "path=giao_vien.ipynb",
        "template=base",
        "template=reveal&theme=dark",
        "voila-template=classic",
    ],
)
def test_query_changes_nothing(server: RunningServer, query: str) -> None:
    page = server.get(f"/voila/render/trang_chu.ipynb?{query}")
    assert page.status == 200
    assert "Biết luật để giữ mình" in page.text
    assert 'data-jp-theme-name="JupyterLab Light"' in page.text
    assert "Góc giáo viên" not in page.text


@pytest.mark.parametrize(
    "path",
    [
        "/voila/files/trang_chu.ipynb",
        "/voila/files/template/voila/templates/lachan/static/khien.svg",
        "/voila/tree",
        "/voila/tree/",
        "/voila/api/contents/",
        "/voila/api/contents/giao_vien.ipynb",
        "/api/kernels",
        "/api/kernelspecs",
        "/api/contents",
        "/login",
        "/files/law/sources.yaml",
        "/law/sources.yaml",
        "/lachan.toml",
        "/voila/query/00000000-0000-0000-0000-000000000000",
        "/voila/static/0.5.13/..%2f..%2f..%2fpaths.py",
        "/voila/static/0.5.13/../../app.py",
        "/voila/templates/lachan/static/..%2findex.html.j2",
        "/voila/templates/lachan/static/../index.html.j2",
        "/voila/templates/lab/static/voila.js",
        "/voila/templates/../static/voila.js",
        "/voila/labextensions/jupyterlab_pygments/package.json",
        "/voila/labextensions/anywidget/..%2f..%2f..%2f..%2fetc/passwd",
        "/bang-cuu-chuong.js",
        "/tra-cuu/khac.pdf",
        "/tra-cuu/tep/000000000000.js",
        "/tra-cuu/..%2flaw%2fsources.yaml",
        "/lachan/fonts/500.woff2",
        f"/lachan/tai/{LESSON}/khac.pdf",
        "/lachan/tai/khong-co/phieu-hoc-tap.pdf",
        "/lachan/tai/thcs-viec-nhe-luong-cao/phieu-hoc-tap.pdf",
        f"/lachan/tai/..%2f{LESSON}/phieu-hoc-tap.pdf",
    ],
)
def test_unlisted_address_is_not_found(server: RunningServer, path: str) -> None:
    assert server.get(path).status in (403, 404)
    assert server.get(path, cookie=server.staff_cookie()).status in (403, 404)


def test_missing_page_speaks_vietnamese(server: RunningServer) -> None:
    reply = server.get("/khong-co")
    assert reply.status == 404
    assert "Không có trang này" in reply.text
    assert '<html lang="vi">' in reply.text


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/voila/render/trang_chu.ipynb",
        "/lachan/dang-nhap",
        "/khong-co",
        "/lachan/fonts/chu.css",
        "/lachan/fonts/400.woff2",
        "/voila/templates/lachan/static/lachan.css",
        "/bang-cuu-chuong",
    ],
)
def test_every_answer_carries_security_headers(server: RunningServer, path: str) -> None:
    headers = server.get(path).headers
    policy = headers["Content-Security-Policy"]
    assert "default-src 'self'" in policy
    assert "frame-ancestors 'self'" in policy
    assert "script-src 'self' blob: 'unsafe-eval';" in policy
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "no-referrer"
    assert "Server" not in headers


@pytest.mark.parametrize("weight", [400, 600, 700])
def test_fonts_are_woff2_for_good(server: RunningServer, weight: int) -> None:
    reply = server.get(f"/lachan/fonts/{weight}.woff2")
    assert reply.body[:4] == b"wOF2"
    assert reply.headers["Content-Type"] == "font/woff2"
    assert "immutable" in reply.headers["Cache-Control"]


def test_quick_exit_page_says_nothing_of_us(server: RunningServer) -> None:
    away = server.get("/lachan/thoat")
    assert (away.status, away.headers["Location"]) == (302, "/bang-cuu-chuong")
    page = server.get("/bang-cuu-chuong").text
    assert "7 × 8 = 56" in page
    assert not re.search("chắn|lachan|mua bán|111", page, re.IGNORECASE)
    assert server.get("/bang-cuu-chuong.css").status == 200


def test_pages_set_no_cookie(server: RunningServer) -> None:
    assert server.get("/voila/render/trang_chu.ipynb").cookies == ()
