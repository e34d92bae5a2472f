"""The files in deploy/ as they are, but for ports, certificate and folders."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from websockets.sync.client import connect

from service.certificates import Pair, make_pair
from service.running import PASSCODE, RunningServer, lachan_server
from service.test_base_url import BASE, CONFIG, PAGES, find_links

pytestmark = pytest.mark.full

START_DEADLINE_S = 30.0


@dataclass(frozen=True)
class School:
    """The server behind nginx: as visitors see it, and without nginx."""

    outside: RunningServer
    inside: RunningServer
    redirect_port: int


def find_command(name: str) -> str:
    found = shutil.which(name, path=f"{os.environ['PATH']}:/usr/sbin")
    assert found, f"{name} is missing: apt-get install nginx-light systemd"
    return found


def find_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return probe.getsockname()[1]


def read_unit_options(repository: Path, passcode_file: Path) -> list[str]:
    """Return what the unit runs `lachan serve` with, but for the port."""
    unit = (repository / "deploy" / "lachan.service").read_text(encoding="utf-8")
    (line,) = re.findall(r"^ExecStart=(.+)$", unit, re.M)
    words = shlex.split(line.replace("%d/ma-giao-vien", str(passcode_file)))
    assert words[1] == "serve"
    place = words.index("--port")
    return words[2:place] + words[place + 2 :]


def write_nginx_files(repository: Path, folder: Path, pair: Pair, ports: dict[str, str]) -> Path:
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
    for old, new in swaps.items():
        assert old in site
        site = site.replace(old, new)
    user = "user root;" if os.geteuid() == 0 else ""
    kinds = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    temporary = "".join(f"{kind}_temp_path {folder / kind};\n" for kind in kinds)
    main = folder / "main.conf"
    main.write_text(
        f"{user}\ndaemon off;\npid {folder / 'nginx.pid'};\nerror_log {folder / 'error.log'};\n"
        f"events {{}}\nhttp {{\n{temporary}{site}\n}}\n",
        encoding="utf-8",
    )
    return main


@pytest.fixture(scope="module")
def school(tmp_path_factory: pytest.TempPathFactory, repository: Path) -> Iterator[School]:
    folder = tmp_path_factory.mktemp("nginx")
    pair = make_pair(folder / "tls")
    passcode_file = folder / "ma-giao-vien"
    passcode_file.write_text(PASSCODE, encoding="utf-8")
    options = read_unit_options(repository, passcode_file)
    secure, plain = find_port(), find_port()
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
        nginx = subprocess.Popen(
            [find_command("nginx"), "-p", str(folder), "-c", str(main)], stderr=subprocess.DEVNULL
        )
        try:
            wait_until_open(secure, nginx)
            base = f"https://localhost:{secure}{BASE.rstrip('/')}"
            yield School(replace(inside, base=base, tls=pair.trust()), inside, plain)
        finally:
            nginx.terminate()
            nginx.wait(30)
    assert (folder / "error.log").read_text() == ""


def wait_until_open(port: int, process: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + START_DEADLINE_S
    while time.monotonic() < deadline:
        assert process.poll() is None, "nginx ended at once"
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
    raise AssertionError("nginx does not listen")


@pytest.mark.parametrize("page", PAGES)
def test_pages_and_their_files_come_through(school: School, page: str) -> None:
    reply = school.outside.get(BASE + page)
    assert reply.status == 200
    links = [each for each in find_links(reply.text, BASE + page) if "/tai/" not in each]
    assert links
    answers = {link: school.outside.get(link).status for link in links}
    assert {link: status for link, status in answers.items() if status not in (200, 302)} == {}


def test_front_end_comes_compressed(school: School) -> None:
    page = school.outside.get(f"{BASE}voila/render/bai_hoc.ipynb").text
    script = re.search(r'<script src="([^"]+/voila\.js)"', page).group(1)
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


def test_unit_is_valid_and_well_confined(repository: Path, tmp_path: Path) -> None:
    unit = tmp_path / "lachan.service"
    text = (repository / "deploy" / "lachan.service").read_text(encoding="utf-8")
    unit.write_text(text.replace("/opt/lachan/bin/lachan", "/bin/true"), encoding="utf-8")
    analyze = find_command("systemd-analyze")
    done = subprocess.run(
        [analyze, "verify", "--recursive-errors=no", str(unit)],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    # The threshold counts tenths: 2.0 is "OK", an unconfined service has 9.6.
    confined = subprocess.run(
        [analyze, "security", "--offline=yes", "--threshold=20", str(unit)],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert confined.returncode == 0, confined.stdout
