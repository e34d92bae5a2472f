"""Three nodes of the room on one PostgreSQL, behind nginx with the configuration in deploy/."""

from __future__ import annotations

import ssl
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from support.certificates import Pair, make_pair
from support.chaos import Room
from support.contests import Hall
from support.deployed import read_unit_command, running_nginx, swap, write_nginx_main
from support.running import find_quiet_port

COUNT = 3


@dataclass(frozen=True)
class Nodes:
    """The nodes, and the address that contestants have."""

    base: str
    tls: ssl.SSLContext
    rooms: list[Room]


@contextmanager
def running_nodes(hall: Hall, folder: Path, root: Path, repository: Path) -> Iterator[Nodes]:
    options = read_unit_options(repository)
    with ExitStack() as stack:
        rooms = []
        for number in range(COUNT):
            own = folder / f"node-{number}"
            own.mkdir()
            room = Room(hall, own, root, find_quiet_port(), options, _stack=stack)
            room.start()
            rooms.append(room)
        pair = make_pair(folder / "tls")
        port = find_quiet_port()
        main = write_configuration(repository, folder, pair, [r.port for r in rooms], port)
        stack.enter_context(running_nginx(folder, main, port))
        yield Nodes(f"https://localhost:{port}", pair.trust(), rooms)


def read_unit_options(repository: Path) -> tuple[str, ...]:
    """Return what the unit runs a node with, but for host and port."""
    words = read_unit_command(repository / "deploy" / "contest" / "lachan-contest@.service")
    assert words[1:7] == ["serve", "--contest-only", "--host", "0.0.0.0", "--port", "%i"]
    return tuple(words[7:])


def write_configuration(
    repository: Path, folder: Path, pair: Pair, node_ports: list[int], port: int, plain: int = 0
) -> Path:
    """Write nginx's files: the site as it is in deploy/, but for addresses and folders.

    `plain` is the port without HTTPS, 0 for any that is free.
    """
    site = (repository / "deploy" / "contest" / "nginx.conf").read_text(encoding="utf-8")
    swaps = {
        "/etc/ssl/lachan/chung-chi.pem": str(pair.certfile),
        "/etc/ssl/lachan/khoa.pem": str(pair.keyfile),
        "/var/cache/nginx/phong-thi": str(folder / "cache"),
        "thi.truong.example": "localhost",
        "listen 443 ssl": f"listen 127.0.0.1:{port} ssl",
        "listen [::]:443 ssl backlog=8192;": "",
        "listen 80;": f"listen 127.0.0.1:{plain or find_quiet_port()};",
        "listen [::]:80;": "",
        **{f"phong-{n}:8877": f"127.0.0.1:{each}" for n, each in enumerate(node_ports, 1)},
    }
    workers = "worker_processes auto;\nworker_rlimit_nofile 20000;"
    return write_nginx_main(folder, swap(site, swaps), workers, 8192)
