"""``lachan serve`` as a school runs it: with the options of its unit, behind nginx of deploy/."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import urlsplit

from support.certificates import Pair, make_pair
from support.deployed import read_unit_command, running_nginx, swap, write_nginx_main
from support.links import BASE
from support.running import LACHAN, PASSCODE, RunningServer, find_quiet_port, lachan_server


@dataclass(frozen=True)
class School:
    """The server behind nginx: as visitors see it, and without nginx.

    Attributes
    ----------
    plain_port
        Where nginx answers without HTTPS.
    errors
        What nginx writes about faults.
    """

    outside: RunningServer
    inside: RunningServer
    plain_port: int
    errors: Path


@contextmanager
def running_school(
    folder: Path, repository: Path, program: Sequence[str] = LACHAN
) -> Iterator[School]:
    """Run both with the real content; `program` is what stands before the server's options."""
    pair = make_pair(folder / "tls")
    passcode_file = folder / "ma-giao-vien"
    passcode_file.write_text(PASSCODE, encoding="utf-8")
    options = ("--root", str(repository), *read_unit_options(repository, passcode_file))
    log = folder / "log.txt"
    with lachan_server(log, *options, cwd=folder, program=program) as inside:
        secure, plain = find_quiet_port(), find_quiet_port()
        upstream = urlsplit(inside.base).port
        assert upstream is not None
        main = write_configuration(repository, folder, pair, upstream, secure, plain)
        with running_nginx(folder, main, secure):
            base = f"https://localhost:{secure}{BASE.rstrip('/')}"
            outside = replace(inside, base=base, tls=pair.trust())
            yield School(outside, inside, plain, folder / "error.log")


def read_unit_options(repository: Path, passcode_file: Path) -> list[str]:
    """Return what the unit runs `lachan serve` with, but for the port."""
    command = read_unit_command(repository / "deploy" / "lachan.service")
    words = [word.replace("%d/ma-giao-vien", str(passcode_file)) for word in command]
    assert "lachan.truong.example" in words
    assert words[1] == "serve"
    place = words.index("--port")
    return words[2:place] + words[place + 2 :]


def write_configuration(
    repository: Path, folder: Path, pair: Pair, upstream: int, secure: int, plain: int
) -> Path:
    """Write nginx's files: the site as it is in deploy/, but for ports, names and folders."""
    deploy = repository / "deploy"
    shutil.copy(deploy / "lachan_proxy.conf", folder)
    site = (deploy / "nginx.conf").read_text(encoding="utf-8")
    swaps: Mapping[str, str] = {
        "/etc/nginx/lachan_proxy.conf": str(folder / "lachan_proxy.conf"),
        "/etc/ssl/lachan/chung-chi.pem": str(pair.certfile),
        "/etc/ssl/lachan/khoa.pem": str(pair.keyfile),
        "lachan.truong.example": "localhost",
        "server 127.0.0.1:8866;": f"server 127.0.0.1:{upstream};",
        "listen 443 ssl;": f"listen 127.0.0.1:{secure} ssl;",
        "listen [::]:443 ssl;": "",
        "listen 80;": f"listen 127.0.0.1:{plain};",
        "listen [::]:80;": "",
    }
    return write_nginx_main(folder, swap(site, swaps))
