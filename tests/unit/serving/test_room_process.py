"""The contest room's process: what happens to the port while its children come and go."""

from __future__ import annotations

import os
import socket
from collections.abc import Iterator

import pytest

from lachan.serving import RoomProcess

LIMIT_S = 60.0
# Answers one visitor with its own process id, and ends.
ONE_VISITOR = """
import os, socket, sys
with socket.socket(fileno=int(sys.argv[1].removeprefix("--socket="))) as door:
    visitor, _ = door.accept()
    with visitor:
        visitor.sendall(str(os.getpid()).encode())
"""


@pytest.fixture
def door() -> Iterator[socket.socket]:
    with socket.create_server(("127.0.0.1", 0)) as door:
        yield door


def make_process(door: socket.socket) -> RoomProcess:
    return RoomProcess(["-c", ONE_VISITOR], [door], "http://localhost/", os.environ)


def visit(port: int) -> int:
    with socket.create_connection(("127.0.0.1", port), LIMIT_S) as visitor:
        return int(visitor.recv(100))


def test_who_comes_while_no_child_lives_is_answered_by_the_next(door: socket.socket) -> None:
    port = door.getsockname()[1]
    process = make_process(door)
    process.start()
    try:
        first = visit(port)
        assert visit(port) not in (first, os.getpid())
    finally:
        process.stop()


def test_who_comes_after_the_end_is_refused(door: socket.socket) -> None:
    port = door.getsockname()[1]
    process = make_process(door)
    process.start()
    visit(port)
    process.stop()
    with pytest.raises(ConnectionRefusedError):
        visit(port)
