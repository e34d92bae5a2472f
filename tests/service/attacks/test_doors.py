"""The doors: who guesses or hogs is slowed, a school and its staff get in."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

import pytest

from lachan.content import Content
from lachan.domain.contests.contest import EntryMode
from lachan.domain.contests.entry_codes import make_entry_code
from lachan.limits.contest_room import FREE_GUESSES
from lachan.limits.doors import FREE_PASSCODE_TRIES
from support.addresses import PRACTICE
from support.contests import Guest, Hall, open_hall
from support.links import KERNEL
from support.running import (
    PASSCODE,
    RunningServer,
    cookie_of,
    find_quiet_port,
    lachan_server,
)
from support.speaking import PageChannel, page_channel

OFFICE = "/voila/render/dieu_hanh.ipynb"
ROOM = "/voila/render/phong_thi.ipynb"
VIEWER = "3333 4444"
SEATS, STAFF_SEATS = 4, 1


@dataclass
class House:
    """A server with few seats, its contest room, and whom it has let in."""

    server: RunningServer
    hall: Hall
    room: str
    environ: dict[str, str]
    kernels: list[str] = field(default_factory=list)

    def open(self, path: str, source: str = "127.0.0.1", cookie: str = "") -> int:
        """Ask for a page; return the status, and remember the page's kernel."""
        page = self.server.get(path, source=source, cookie=cookie)
        if found := KERNEL.search(page.text):
            self.kernels.append(found.group(1))
        return page.status

    def knows(self, kernel_id: str) -> bool:
        return self.server.get(f"/api/kernels/{kernel_id}").status == 200

    def clear(self) -> None:
        for kernel_id in self.kernels:
            self.server.ask("POST", f"/voila/api/shutdown/{kernel_id}")
        self.kernels.clear()


@pytest.fixture(scope="module")
def running(
    tmp_path_factory: pytest.TempPathFactory, repository: Path, real_content: Content
) -> Iterator[House]:
    folder = tmp_path_factory.mktemp("doors")
    with open_hall(folder, real_content) as hall:
        environ = {
            "LACHAN_VIEWER_PASSCODE": VIEWER,
            "LACHAN_DATABASE_URL": hall.url,
            "XDG_DATA_HOME": str(folder / "data"),
        }
        options = ("--root", str(repository), "--kernels", str(SEATS))
        port = find_quiet_port()
        contest = ("--contest", "--contest-port", str(port))
        log = folder / "log.txt"
        with lachan_server(log, *options, *contest, cwd=folder, env=environ) as server:
            yield House(server, hall, f"http://localhost:{port}", environ)


@pytest.fixture
def house(running: House) -> Iterator[House]:
    yield running
    running.clear()


def test_a_right_code_of_the_lowest_role_buys_no_guess_at_the_organisers(house: House) -> None:
    server, source = house.server, "127.0.4.1"
    for _ in range(FREE_PASSCODE_TRIES.value):
        assert server.log_in("99999999", source=source).status == 403
        assert server.log_in(VIEWER, source=source).status == 303
    refused = server.log_in("88888888", source=source)
    assert (refused.status, 0 < int(refused.headers["Retry-After"]) <= 30) == (429, True)
    assert server.log_in(source=source).status == 429
    assert server.log_in(VIEWER, source=source).status == 303
    assert server.log_in(source="127.0.4.2").status == 303

    # A person at the console lets everyone try again.
    lifting = [sys.executable, "-m", "lachan", "unlock"]
    told = subprocess.run(
        lifting, env={**os.environ, **house.environ}, check=True, capture_output=True, text=True
    )
    assert "bỏ mọi thời gian chờ" in " ".join(told.stdout.split())
    assert server.log_in(source=source).status == 303


def test_a_device_that_was_in_before_does_not_wait_for_who_guesses_beside_it(house: House) -> None:
    server, source = house.server, "127.0.4.3"
    known = cookie_of(server.log_in(source=source))
    for _ in range(FREE_PASSCODE_TRIES.value):
        server.log_in("99999999", source=source)
    assert server.log_in(source=source).status == 429
    server.ask("POST", "/lachan/dang-xuat", form={}, cookie=known)
    device = next(part for part in known.split("; ") if part.startswith("lachan-may-quen"))
    form = server.get("/lachan/dang-nhap", cookie=device, source=source)
    token = re.search(r'name="_xsrf" value="([^"]+)"', form.text)[1]
    fields = {"passcode": PASSCODE, "next": "", "_xsrf": token}
    both = f"{device}; {cookie_of(form)}"
    reply = server.ask("POST", "/lachan/dang-nhap", form=fields, cookie=both, source=source)
    assert reply.status == 303


def test_log_out_ends_copied_cookies_and_the_pages_behind_them(house: House) -> None:
    server = house.server
    cookie = cookie_of(server.log_in())
    assert house.open(OFFICE, cookie=cookie) == 200
    (kernel_id,) = house.kernels
    assert house.knows(kernel_id)
    other = cookie_of(server.log_in())
    server.ask("POST", "/lachan/dang-xuat", form={}, cookie=cookie)
    assert server.get(OFFICE, cookie=cookie).status == 302
    assert server.get("/lachan/tinh-trang", cookie=cookie).status == 302
    assert server.get("/lachan/tinh-trang", cookie=other).status == 200
    assert server.ends_within(kernel_id)


def test_the_console_opens_though_pupils_took_every_seat_they_could(house: House) -> None:
    cookie = cookie_of(house.server.log_in())
    with ExitStack() as channels:
        taken = [house.open(PRACTICE) for _ in range(SEATS - STAFF_SEATS)]
        for kernel_id in house.kernels:
            channels.enter_context(page_channel(house.server, kernel_id))
        assert taken == [200] * (SEATS - STAFF_SEATS)
        assert house.open(PRACTICE) == 503
        # Nor does an organiser's session open a pupils' page on a seat of staff.
        assert house.open(PRACTICE, cookie=cookie) == 503
        assert house.open(OFFICE, cookie=cookie) == 200


def enter(channel: PageChannel, model: str, code: str, number: int) -> int:
    """Type a code into a room inside a notebook; return the status that comes back."""
    message = {"code": code, "device": "may-tinh"}
    channel.act(model, id=number, slug="ma", name="enter", message=message)
    replies = [json.loads(frame)["content"].get("data", {}) for frame in channel.frames]
    found = [each["content"] for each in replies if each.get("method") == "custom"]
    return next(int(each["status"]) for each in found if each.get("id") == number)


def test_a_room_in_a_notebook_is_counted_under_its_visitors_address(house: House) -> None:
    codes = house.hall.hold("ma", 3, entry=EntryMode.CODES)
    draw = Random(7).randrange
    with ExitStack() as channels:
        rooms = []
        for source in ("127.0.5.1", "127.0.5.2"):
            assert house.open(ROOM, source=source) == 200
            channel = channels.enter_context(page_channel(house.server, house.kernels[-1]))
            (model,) = [
                name for name, each in channel.ask_states().items() if "texts" in each["state"]
            ]
            rooms.append((channel, model))
        guesser, neighbour = rooms
        numbers = iter(range(FREE_GUESSES.value * 3))
        seen = [enter(*guesser, make_entry_code(draw), next(numbers))]
        while seen[-1] == 403:
            seen.append(enter(*guesser, make_entry_code(draw), next(numbers)))
        assert (seen[-1], len(seen) > FREE_GUESSES.value) == (429, True)
        assert enter(*neighbour, make_entry_code(draw), 1) == 403
        # Who comes to the room itself from the same address is the same visitor.
        direct = Guest(house.room, "ma", source="127.0.5.1")
        assert direct.enter(make_entry_code(draw)).status == 429
        # A right code enters at once, from wherever.
        assert enter(*guesser, codes[0], 99) == 200
        assert direct.enter(codes[1]).status == 200
    forged = {"X-Lachan": "1", "X-Lachan-Visitor": "127.0.5.9 " + "0" * 64}
    body = json.dumps({"code": make_entry_code(draw)}).encode()
    stranger = Guest(house.room, "ma", source="127.0.5.1")
    assert stranger.ask("POST", "/ma/goi/enter", body=body, headers=forged).status == 429
