"""Devices of the class come in and are shut out while the server runs, by whom it is for."""

from __future__ import annotations

import http.client
import re
import stat
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import psutil
import pytest
from websockets.exceptions import ConnectionClosed

from lachan.web.network import find_network_addresses
from support.attacks.guarded import hear_all
from support.links import KERNEL
from support.processes import children, end_within, find_room
from support.running import (
    ALL_TOLD,
    PASSCODE,
    Reply,
    RunningServer,
    cookie_of,
    lachan_server,
    running,
    running_output,
    serve_command,
    serve_env,
)
from support.speaking import page_channel
from support.waiting import ask_until

DOOR = "/lachan/mang-lop"
ROLES = {"LACHAN_INVIGILATOR_PASSCODE": "1111 2222", "LACHAN_VIEWER_PASSCODE": "3333 4444"}
PRACTICE = "/voila/render/luyen_tap.ipynb"
LIMIT_S = 30.0


@pytest.fixture(scope="module")
def network() -> str:
    """The address of this machine in its network."""
    found = find_network_addresses()
    assert found, "this test needs a machine in a network, however small"
    return found[0]


@pytest.fixture(scope="module")
def closed(tmp_path_factory: pytest.TempPathFactory, repository: Path) -> Iterator[RunningServer]:
    """A server for one machine, with the contest room beside it."""
    folder = tmp_path_factory.mktemp("lan")
    sample = repository / "tests" / "content" / "sample"
    options = ("--root", str(sample), "--contest", "--contest-port", "0")
    with lachan_server(folder / "log.txt", *options, cwd=folder, env=ROLES) as server:
        yield server


@pytest.fixture
def server(closed: RunningServer) -> Iterator[RunningServer]:
    """The same, whose door is shut before a test and after it."""
    yield closed
    assert move(closed, "dong").status == 303


def move(server: RunningServer, wish: str, *, cookie: str | None = None, **headers: str) -> Reply:
    """Press the button of the page, as a browser does."""
    own = server.staff_cookie() if cookie is None else cookie
    page = server.get(f"{server.root}{DOOR}", cookie=own)
    found = re.search(r'name="_xsrf" value="([^"]+)"', page.text)
    token, jar = (found[1], cookie_of(page)) if found else ("", "")
    return server.ask(
        "POST",
        f"{server.root}{DOOR}",
        headers=headers,
        form={"viec": wish, "_xsrf": token},
        cookie="; ".join(filter(None, (own, jar))),
    )


def from_network(server: RunningServer, network: str) -> RunningServer:
    """Return the server as a phone finds it."""
    return replace(server, base=server.base.replace("localhost", network), _jars={})


def reaches(server: RunningServer, network: str) -> bool:
    """Tell whether a phone gets an answer."""
    return answers(network, int(server.base.rpartition(":")[2]))


def answers(host: str, port: int) -> bool:
    """Tell whether somebody answers there."""
    # Refused, or cut while the door shuts.
    with suppress(ConnectionError):
        line = http.client.HTTPConnection(host, port, timeout=LIMIT_S)
        try:
            line.request("GET", "/")
            return line.getresponse().status < 400
        finally:
            line.close()
    return False


def test_a_teacher_lets_phones_in_and_shuts_them_out(server: RunningServer, network: str) -> None:
    page = server.get(DOOR, cookie=server.staff_cookie()).text
    assert "Đang đóng." in page
    assert "Mở cho điện thoại của lớp" in page
    assert not reaches(server, network)
    for _ in range(2):
        opened = move(server, "mo")
        assert (opened.status, opened.headers["Location"]) == (303, DOOR)
        phone = from_network(server, network)
        page = server.get(DOOR, cookie=server.staff_cookie()).text
        assert "Đang mở." in page
        assert f'href="{phone.base}/"' in page
        assert "<svg" in page
        assert phone.get("/voila/render/trang_chu.ipynb").status == 200
        assert phone.get("/lop").status == 200
        assert phone.get("/voila/render/giao_vien.ipynb").status == 302
        assert move(server, "dong").status == 303
        assert not reaches(server, network)
        assert server.get("/lop").status == 200


def test_the_page_to_project_follows_the_door(server: RunningServer, network: str) -> None:
    shut = server.get("/lachan/chieu-ma").text
    assert 'href="/lachan/mang-lop"' in shut
    assert "<svg" not in shut
    move(server, "mo")
    shown = server.get("/lachan/chieu-ma").text
    assert f'href="{from_network(server, network).base}/"' in shown
    assert "<svg" in shown


def test_the_contest_room_opens_and_shuts_with_it(server: RunningServer, network: str) -> None:
    room = find_room(server.pid)
    assert room is not None
    _, port = room
    for wish, expected in (("mo", True), ("dong", False), ("mo", True)):
        move(server, wish)
        assert ask_until(lambda: answers(network, port) is expected)  # noqa: B023


def test_a_page_on_a_phone_ends_with_the_door_and_one_here_does_not(
    server: RunningServer, network: str
) -> None:
    move(server, "mo")
    phone = from_network(server, network)
    far, near = (KERNEL.search(each.get(PRACTICE).text)[1] for each in (phone, server))
    with page_channel(phone, far) as lost, page_channel(server, near) as kept:
        move(server, "dong")
        with pytest.raises(ConnectionClosed):
            hear_all(lost)
        kept.settle()


def test_who_shuts_the_door_from_outside_is_answered_first(
    server: RunningServer, network: str
) -> None:
    move(server, "mo")
    phone = from_network(server, network)
    reply = move(phone, "dong", cookie=cookie_of(phone.log_in()))
    assert reply.status == 200
    assert "Đã đóng." in reply.text
    assert ask_until(lambda: not reaches(server, network))


@pytest.mark.parametrize("passcode", ["", *ROLES.values()])
def test_nobody_but_teachers_moves_it(server: RunningServer, network: str, passcode: str) -> None:
    cookie = cookie_of(server.log_in(passcode)) if passcode else ""
    page = server.get(DOOR, cookie=cookie)
    assert (page.status, "/lachan/dang-nhap" in page.headers["Location"]) == (302, True)
    # With a token of their own, from a form that they may open.
    form = server.get("/lachan/dang-nhap")
    token = re.search(r'name="_xsrf" value="([^"]+)"', form.text)[1]
    jar = "; ".join(filter(None, (cookie, cookie_of(form))))
    reply = server.ask("POST", DOOR, form={"viec": "mo", "_xsrf": token}, cookie=jar)
    assert (reply.status, "/lachan/dang-nhap" in reply.headers["Location"]) == (302, True)
    assert not reaches(server, network)


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://ke-gian.example"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
    ],
)
def test_a_page_of_another_site_does_not_open_it(
    server: RunningServer, network: str, headers: dict[str, str]
) -> None:
    assert move(server, "mo", **headers).status == 403
    assert not reaches(server, network)


def test_without_the_forms_token_it_stays_shut(server: RunningServer, network: str) -> None:
    reply = server.ask("POST", DOOR, form={"viec": "mo"}, cookie=server.staff_cookie())
    assert reply.status == 403
    assert not reaches(server, network)


@pytest.mark.parametrize("wish", ["", "MO", "mo ", "xoa"])
def test_what_is_no_wish_is_refused(server: RunningServer, network: str, wish: str) -> None:
    expected = 303 if wish.strip() == "mo" else 400
    assert move(server, wish).status == expected
    assert reaches(server, network) is (expected == 303)


def test_the_teachers_corner_leads_to_it(server: RunningServer) -> None:
    corner = server.get("/voila/render/giao_vien.ipynb", cookie=server.staff_cookie()).text
    assert 'href="../../lachan/mang-lop"' in corner


@pytest.mark.full
def test_a_server_opened_by_its_operator_is_not_shut_here(
    sample: Path, tmp_path: Path, network: str
) -> None:
    with lachan_server(tmp_path / "log.txt", "--host", "0.0.0.0", cwd=sample) as server:
        page = server.get(DOOR, cookie=server.staff_cookie()).text
        assert f'href="{from_network(server, network).base}/"' in page
        assert 'name="viec"' not in page
        assert "không đóng được ở đây" in page
        assert refuse_to_move(server) == 400
        assert reaches(server, network)


def test_behind_a_proxy_there_is_nothing_to_open(
    sample: Path, tmp_path: Path, network: str
) -> None:
    with lachan_server(tmp_path / "log.txt", "--behind-proxy", cwd=sample) as server:
        page = server.get(DOOR, cookie=server.staff_cookie()).text
        assert "đứng sau một proxy" in page
        assert 'name="viec"' not in page
        assert refuse_to_move(server) == 400
        assert not reaches(server, network)


def refuse_to_move(server: RunningServer) -> int:
    """Send the form that the page does not show."""
    form = server.get("/lachan/dang-nhap")
    token = re.search(r'name="_xsrf" value="([^"]+)"', form.text)[1]
    jar = f"{server.staff_cookie()}; {cookie_of(form)}"
    return server.ask("POST", DOOR, form={"viec": "mo", "_xsrf": token}, cookie=jar).status


# ---- From the start -----------------------------------------------------------------------------


@pytest.mark.full
def test_said_at_the_start_phones_come_in_at_once(
    sample: Path, tmp_path: Path, network: str
) -> None:
    with lachan_server(tmp_path / "log.txt", "--lan", cwd=sample) as server:
        assert ask_until(lambda: reaches(server, network))
        assert move(server, "dong").status == 303
        assert not reaches(server, network)


@pytest.mark.full
def test_addresses_and_code_are_told_at_the_start(
    sample: Path, tmp_path: Path, network: str
) -> None:
    told = running_output("--lan", cwd=sample, log=tmp_path / "log.txt")
    assert re.search(rf"Máy khác: +http://{re.escape(network)}:\d+/", told)
    assert "/lachan/chieu-ma" in told
    assert "█" in told


@pytest.mark.parametrize(
    "other",
    [("--host", "0.0.0.0"), ("--behind-proxy",), ("--proxy", "10.0.0.1"), ("--contest-only",)],
)
def test_two_ways_to_open_are_refused_in_words(
    sample: Path, tmp_path: Path, other: tuple[str, ...]
) -> None:
    done = subprocess.run(
        serve_command("--lan", *other),
        capture_output=True,
        text=True,
        timeout=90,
        cwd=sample,
        env=serve_env(tmp_path),
        check=False,
    )
    assert done.returncode == 1
    assert "Hãy bỏ một trong hai" in done.stderr
    assert "Traceback" not in done.stderr


# ---- The teacher's passcode ---------------------------------------------------------------------


def run_server(folder: Path, sample: Path, *, terminal: bool) -> str:
    """Return what a server without a given passcode tells."""
    more = {"FORCE_COLOR": "1", "NO_COLOR": "1"} if terminal else {}
    env = {**serve_env(folder, **more), "LACHAN_STAFF_PASSCODE": ""}
    command = serve_command("--ready", "0")
    with running(command, folder / "log.txt", ALL_TOLD, env, sample) as (_, _, seen):
        return re.sub(r"\x1b\[[0-9;]*m", "", "".join(seen))


def ask_passcode(folder: Path, *options: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "lachan", "passcode", *options],
        capture_output=True,
        text=True,
        timeout=60,
        env=serve_env(folder),
        check=True,
    )
    return re.search(r"Mã giáo viên: (\d{4} \d{4})", done.stdout)[1]


def test_the_passcode_stays_from_start_to_start(sample: Path, tmp_path: Path) -> None:
    told = [run_server(tmp_path, sample, terminal=True) for _ in range(2)]
    first, second = (re.search(r"Mã giáo viên: (\d{4} \d{4})", each)[1] for each in told)
    assert first == second == ask_passcode(tmp_path)
    (file,) = (tmp_path / "state").rglob("ma-giao-vien")
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert "lachan passcode --new" in told[0]
    assert ask_passcode(tmp_path, "--new") != first


@pytest.mark.full
def test_a_journal_is_told_no_passcode_that_stays(sample: Path, tmp_path: Path) -> None:
    told = run_server(tmp_path, sample, terminal=False)
    assert "Mã giáo viên: xem bằng lệnh lachan passcode" in told
    assert ask_passcode(tmp_path) not in told + (tmp_path / "log.txt").read_text()


def test_a_new_passcode_shuts_out_whoever_had_the_old_one(sample: Path, tmp_path: Path) -> None:
    log = tmp_path / "log.txt"
    with lachan_server(log, cwd=sample, passcode="") as server:
        old = ask_passcode(tmp_path)
        cookie = cookie_of(server.log_in(old))
        page = server.get("/voila/render/ra_de.ipynb", cookie=cookie)
        kernel = KERNEL.search(page.text)[1]
        new = ask_passcode(tmp_path, "--new")
        assert ask_until(lambda: server.get(DOOR, cookie=cookie).status == 302)
        assert server.ends_within(kernel)
        assert server.log_in(old, source="127.0.9.1").status == 403
        assert server.log_in(new).status == 303
        assert PASSCODE not in (old, new)


# ---- JupyterLab ---------------------------------------------------------------------------------


def test_phones_of_a_class_reach_the_class_and_never_jupyterlab(
    sample: Path, tmp_path: Path, network: str
) -> None:
    command = [sys.executable, "-m", "lachan", "lab", "--root", str(sample), "--lan"]
    command += ["--folder", str(tmp_path / "bai"), "--no-browser", "--allow-root", "--port=0"]
    command = ["sh", "-c", f"exec {' '.join(command)} 2>&1"]
    env = {**serve_env(tmp_path), "HOME": str(tmp_path), "JUPYTER_RUNTIME_DIR": str(tmp_path / "r")}
    lab = re.compile(r"http://(?:localhost|127\.0\.0\.1):(\d+)/lab\S*\?token=\w+")
    with running(command, tmp_path / "log.txt", lab, env, tmp_path) as (found, process, _):
        beside = ask_until(lambda: find_class_server(process.pid))
        assert ask_until(lambda: any(answers(network, port) for port in find_ports(beside)))
        assert answers("127.0.0.1", int(found[1]))
        assert not answers(network, int(found[1]))
    assert end_within({beside}, LIMIT_S)


def find_class_server(lab: int) -> int | None:
    """Return the server that JupyterLab's command has started for the class."""
    for pid in children(lab):
        if "--leashed" in Path(f"/proc/{pid}/cmdline").read_text().split("\0"):
            return pid
    return None


def find_ports(pid: int) -> set[int]:
    """Return the ports on which a process listens."""
    lines = psutil.Process(pid).net_connections("tcp4")
    return {line.laddr.port for line in lines if line.status == psutil.CONN_LISTEN}
