"""The files in deploy/ as they are, but for ports, certificate and folders."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from websockets.sync.client import connect

from support.certificates import Pair, make_pair
from support.deployed import (
    read_unit_command,
    running_nginx,
    swap,
    write_nginx_main,
)
from support.links import BASE, CONFIG, PAGES, find_links
from support.running import PASSCODE, RunningServer, find_quiet_port, lachan_server
from support.speaking import V1

pytestmark = pytest.mark.full


@dataclass(frozen=True)
class School:
    """The server behind nginx: as visitors see it, and without nginx."""

    outside: RunningServer
    inside: RunningServer
    redirect_port: int


def read_unit_options(repository: Path, passcode_file: Path) -> list[str]:
    """Return what the unit runs `lachan serve` with, but for the port."""
    command = read_unit_command(repository / "deploy" / "lachan.service")
    words = [word.replace("%d/ma-giao-vien", str(passcode_file)) for word in command]
    assert "lachan.truong.example" in words
    assert words[1] == "serve"
    place = words.index("--port")
    return words[2:place] + words[place + 2 :]


def write_nginx_files(repository: Path, folder: Path, pair: Pair, ports: Mapping[str, str]) -> Path:
    deploy = repository / "deploy"
    shutil.copy(deploy / "lachan_proxy.conf", folder)
    site = (deploy / "nginx.conf").read_text(encoding="utf-8")
    swaps = {
        "/etc/nginx/lachan_proxy.conf": str(folder / "lachan_proxy.conf"),
        "/etc/ssl/lachan/chung-chi.pem": str(pair.certfile),
        "/etc/ssl/lachan/khoa.pem": str(pair.keyfile),
        "lachan.truong.example": "localhost",
        **ports,
    }
    return write_nginx_main(folder, swap(site, swaps))


@pytest.fixture(scope="module")
def school(tmp_path_factory: pytest.TempPathFactory, repository: Path) -> Iterator[School]:
    folder = tmp_path_factory.mktemp("nginx")
    pair = make_pair(folder / "tls")
    passcode_file = folder / "ma-giao-vien"
    passcode_file.write_text(PASSCODE, encoding="utf-8")
    options = read_unit_options(repository, passcode_file)
    secure, plain = find_quiet_port(), find_quiet_port()
    log = folder / "log.txt"
    with lachan_server(log, "--root", str(repository), *options, cwd=folder) as inside:
        ports = {
            "server 127.0.0.1:8866;": f"server 127.0.0.1:{urlsplit(inside.base).port};",
            "listen 443 ssl;": f"listen 127.0.0.1:{secure} ssl;",
            "listen [::]:443 ssl;": "",
            "listen 80;": f"listen 127.0.0.1:{plain};",
            "listen [::]:80;": "",
        }
        main = write_nginx_files(repository, folder, pair, ports)
        with running_nginx(folder, main, secure):
            base = f"https://localhost:{secure}{BASE.rstrip('/')}"
            yield School(replace(inside, base=base, tls=pair.trust()), inside, plain)
    assert (folder / "error.log").read_text() == ""


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
    kernel = re.search(r'"kernelId": "([0-9a-f-]+)"', CONFIG.search(page).group(1)).group(1)
    address = school.outside.base.replace("https:", "wss:", 1)
    origin = school.outside.base.removesuffix(BASE.rstrip("/"))
    with connect(
        f"{address}/api/kernels/{kernel}/channels",
        subprotocols=[V1],
        proxy=None,
        ssl=school.outside.tls,
        origin=origin,
    ) as channel:
        assert channel.recv(timeout=30)


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
    plain = replace(school.outside, base=f"http://localhost:{school.redirect_port}", tls=None)
    reply = plain.get(BASE)
    assert (reply.status, reply.headers["Location"]) == (301, f"https://localhost{BASE}")


def test_bare_address_leads_to_the_base(school: School) -> None:
    reply = school.outside.get("/")
    assert reply.status == 302
    assert urlsplit(reply.headers["Location"]).path == BASE
