"""The server below a path of its own, and a proxy in front of it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest
from websockets.sync.client import connect

from lachan.web.network import find_network_addresses
from support.addresses import LESSON
from support.links import BASE, CONFIG, PAGES, STYLED, find_links
from support.running import RunningServer, cookie_of, lachan_server
from support.speaking import V1

STAFF_PAGES = ("voila/render/giao_vien.ipynb", "lachan/tinh-trang")


@pytest.fixture(scope="module")
def based(tmp_path_factory: pytest.TempPathFactory, repository: Path) -> Iterator[RunningServer]:
    folder = tmp_path_factory.mktemp("base")
    options = ["--root", str(repository), "--base-url", BASE, "--behind-proxy"]
    options += ("--allow-host", "lachan.truong.example")
    with lachan_server(folder / "log.txt", *options, cwd=folder) as server:
        yield server


def test_address_is_told_with_the_base(based: RunningServer) -> None:
    assert urlsplit(based.base).path + "/" == BASE


@pytest.mark.parametrize("path", [BASE, BASE.rstrip("/")])
def test_base_leads_home(based: RunningServer, path: str) -> None:
    reply = based.get(path)
    assert (reply.status, reply.headers["Location"]) == (302, f"{BASE}voila/render/trang_chu.ipynb")


@pytest.mark.parametrize("path", ["/", "/voila/render/trang_chu.ipynb", "/lachan/dang-nhap"])
def test_nothing_lies_beside_the_base(based: RunningServer, path: str) -> None:
    assert based.get(path).status == 404


@pytest.mark.parametrize("page", [*PAGES, *STAFF_PAGES])
def test_every_link_lies_below_the_base_and_answers(based: RunningServer, page: str) -> None:
    cookie = based.staff_cookie() if page in STAFF_PAGES else ""
    reply = based.get(BASE + page, cookie=cookie)
    assert reply.status == 200
    links = find_links(reply.text, BASE + page)
    assert links
    assert [link for link in sorted(links) if not link.startswith(BASE)] == []
    # What downloads make takes long and is tried below; a form's address wants a form.
    # One lesson stands for all that the same notebook shows.
    asked = {
        urlsplit(each).path: each
        for each in sorted(links)
        if "/lachan/tai/" not in each and "dang-xuat" not in each
    }
    answers = {link: based.get(link, cookie=cookie).status for link in asked.values()}
    # The way home and the quick exit lead on.
    assert {link: status for link, status in answers.items() if status not in (200, 302)} == {}


def test_what_styles_name_answers(based: RunningServer) -> None:
    sheet = f"{BASE}lachan/fonts/chu.css"
    fonts = [urljoin(sheet, name) for name in STYLED.findall(based.get(sheet).text)]
    assert [based.get(font).status for font in fonts] == [200, 200, 200]


def test_front_end_is_told_the_base(based: RunningServer) -> None:
    page = based.get(f"{BASE}voila/render/bai_hoc.ipynb").text
    config = json.loads(CONFIG.search(page).group(1))
    assert (config["baseUrl"], config["appUrl"]) == (BASE, "voila/")
    urls = {name: value for name, value in config.items() if name.endswith("Url") and value}
    # Joined to the base by the front end itself.
    del urls["appUrl"]
    # Themes have no address here; a page asks for none.
    assert "themesUrl" not in config
    assert {name: value for name, value in urls.items() if not value.startswith(BASE)} == {}
    for extension in config["federated_extensions"]:
        path = f"{config['fullLabextensionsUrl']}/{extension['name']}/{extension['load']}"
        assert based.get(path).status == 200


def test_kernel_answers_below_the_base(based: RunningServer) -> None:
    page = based.get(f"{BASE}voila/render/luyen_tap.ipynb").text
    kernel = json.loads(CONFIG.search(page).group(1))["kernelId"]
    address = based.base.replace("http:", "ws:", 1)
    where = f"{address}/api/kernels/{kernel}/channels"
    with connect(where, subprotocols=[V1], proxy=None) as socket:
        assert socket.recv(timeout=30)
    assert based.ask("POST", f"{BASE}voila/api/shutdown/{kernel}").status == 204


def test_downloads_lie_below_the_base(based: RunningServer) -> None:
    handout = based.get(f"{BASE}lachan/tai/{LESSON}/phieu-hoc-tap.pdf")
    assert handout.body.startswith(b"%PDF-")
    refused = based.get(f"{BASE}lachan/tai/{LESSON}/phieu-giao-vien.pdf")
    assert refused.headers["Location"].startswith(f"{BASE}lachan/dang-nhap?next={BASE}lachan/tai/")


def test_session_is_kept_below_the_base(based: RunningServer) -> None:
    corner = f"{BASE}voila/render/giao_vien.ipynb"
    opened = based.log_in(target=corner)
    assert opened.headers["Location"] == corner
    cookies = [*based.get(f"{BASE}lachan/dang-nhap").cookies, *opened.cookies]
    # The session, the form's token, and that this browser was in before.
    assert len(cookies) == 3
    assert [cookie for cookie in cookies if f"path={BASE}" not in cookie.lower()] == []
    left = based.ask("POST", f"{BASE}lachan/dang-xuat", form={}, cookie=cookie_of(opened))
    assert (left.status, left.headers["Location"]) == (303, BASE)
    assert based.log_in(target="/khac/").headers["Location"] == corner


def test_proxy_tells_the_protocol(based: RunningServer) -> None:
    secure = based.log_in(headers={"X-Forwarded-Proto": "https"})
    assert secure.status == 303
    assert [cookie for cookie in secure.cookies if "; secure" not in cookie.lower()] == []
    invitation = based.get(
        f"{BASE}lachan/chieu-ma",
        headers={"X-Forwarded-Proto": "https", "Host": "lachan.truong.example"},
    )
    assert f'href="https://lachan.truong.example{BASE}"' in invitation.text


def test_guesses_are_counted_by_the_address_that_the_proxy_tells(based: RunningServer) -> None:
    guesser, other = {"X-Real-IP": "203.0.113.7"}, {"X-Real-IP": "203.0.113.8"}
    statuses = [based.log_in("99999999", headers=guesser).status for _ in range(6)]
    assert statuses == [403] * 5 + [429]
    assert based.log_in("99999999", headers=other).status == 403
    assert based.log_in(headers=guesser).status == 429


def test_without_proxy_nobody_is_believed(server: RunningServer) -> None:
    # Each guess under another name, all from one address.
    statuses = [
        server.log_in(
            "99999999",
            source="127.0.3.1",
            headers={"X-Real-IP": f"203.0.113.{n}", "X-Forwarded-For": f"203.0.113.{n}"},
        ).status
        for n in range(6)
    ]
    assert statuses == [403] * 5 + [429]
    opened = server.log_in(headers={"X-Forwarded-Proto": "https", "X-Scheme": "https"})
    assert [cookie for cookie in opened.cookies if "; secure" in cookie.lower()] == []


@pytest.mark.full
def test_who_goes_around_the_proxy_is_not_believed(tmp_path: Path, sample: Path) -> None:
    found = find_network_addresses()
    assert found, "this test needs a machine in a network, however small"
    options = ("--behind-proxy", "--host", "0.0.0.0")
    with lachan_server(tmp_path / "log.txt", *options, cwd=sample) as server:
        port = server.base.rpartition(":")[2]
        outside = replace(server, base=f"http://{found[0]}:{port}")
        statuses = [
            outside.log_in(
                "99999999", source=found[0], headers={"X-Real-IP": f"203.0.113.{n}"}
            ).status
            for n in range(6)
        ]
    assert statuses == [403] * 5 + [429]
