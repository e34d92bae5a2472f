"""The files in deploy/ as they are, but for ports, certificate and folders."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from websockets.sync.client import connect
from websockets.typing import Origin

from support.browsers import WatchedBrowser
from support.links import BASE, KERNEL, PAGES, find_links
from support.school import School, running_school
from support.speaking import V1
from support.visit import open_visit

pytestmark = pytest.mark.full


@pytest.fixture(scope="module")
def school(tmp_path_factory: pytest.TempPathFactory, repository: Path) -> Iterator[School]:
    with running_school(tmp_path_factory.mktemp("nginx"), repository) as school:
        yield school
    assert school.errors.read_text() == ""


@pytest.mark.parametrize("page", PAGES)
def test_pages_and_their_files_come_through(school: School, page: str) -> None:
    reply = school.outside.get(BASE + page)
    assert reply.status == 200
    links = [each for each in find_links(reply.text, BASE + page) if "/tai/" not in each]
    assert links
    answers = {link: school.outside.get(link).status for link in links}
    assert {link: status for link, status in answers.items() if status not in (200, 302)} == {}


@pytest.mark.parametrize("named", ["src", "data-lachan-voila"])
def test_front_end_comes_compressed(school: School, named: str) -> None:
    page = school.outside.get(f"{BASE}voila/render/bai_hoc.ipynb").text
    script = re.search(rf'<script type="module"[^>]* {named}="([^"]+\.js)"', page).group(1)
    packed = school.outside.get(script, headers={"Accept-Encoding": "gzip"})
    assert packed.headers["Content-Encoding"] == "gzip"
    assert len(packed.body) < len(school.outside.get(script).body) / 2


def test_kernel_answers_through_the_proxy(school: School) -> None:
    page = school.outside.get(f"{BASE}voila/render/luyen_tap.ipynb").text
    kernel = KERNEL.search(page)[1]
    address = school.outside.base.replace("https:", "wss:", 1)
    origin = school.outside.base.removesuffix(BASE.rstrip("/"))
    with connect(
        f"{address}/api/kernels/{kernel}/channels",
        subprotocols=[V1],
        proxy=None,
        ssl=school.outside.tls,
        origin=Origin(origin),
    ) as channel:
        assert channel.recv(timeout=30)


def test_a_page_that_is_left_ends_its_kernel(
    school: School, browser: WatchedBrowser, tmp_path: Path
) -> None:
    outside = school.outside
    visit = open_visit(browser, outside.base, "360x640", tmp_path, ignore_https_errors=True)
    visit.go("/voila/render/luyen_tap.ipynb")
    kernel = KERNEL.search(visit.page.content())[1]
    assert outside.get(f"{BASE}api/kernels/{kernel}").status == 200
    visit.page.goto("about:blank")
    assert outside.ends_within(kernel)


def test_session_works_and_its_cookies_stay_on_https(school: School) -> None:
    opened = school.outside.log_in()
    assert (opened.status, opened.headers["Location"]) == (
        303,
        f"{BASE}voila/render/giao_vien.ipynb",
    )
    assert [each for each in opened.cookies if "; secure" not in each.lower()] == []


def test_sender_cannot_name_its_own_address(school: School) -> None:
    # The server's limit strikes at the sixth try; believed headers would make each the first.
    statuses = [
        school.outside.log_in(
            "99999999", headers={"X-Real-IP": f"203.0.113.{n}", "X-Forwarded-For": "203.0.113.9"}
        ).status
        for n in range(6)
    ]
    assert statuses == [403] * 5 + [429]


def test_http_leads_to_https(school: School) -> None:
    plain = replace(school.outside, base=f"http://localhost:{school.plain_port}", tls=None)
    reply = plain.get(BASE)
    assert (reply.status, reply.headers["Location"]) == (301, f"https://localhost{BASE}")


def test_bare_address_leads_to_the_base(school: School) -> None:
    reply = school.outside.get("/")
    assert reply.status == 302
    assert urlsplit(reply.headers["Location"]).path == BASE
