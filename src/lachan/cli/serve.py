"""``lachan serve``: put the apps in front of a class."""

from __future__ import annotations

import os
import platform
import signal
import sys
import threading
from pathlib import Path
from typing import Annotated

import typer
from rich.panel import Panel
from rich.text import Text

from lachan import serving
from lachan.cli.apps_folder import OWN_APPS_OPTION, find_apps, tell_of_own_apps
from lachan.cli.console import err, out
from lachan.cli.contests.room import (
    DEFAULT_ROOM_PORT,
    find_room_home,
    make_room,
    serve_contest_room,
)
from lachan.cli.lan import Lan, decide_lan
from lachan.cli.options import Banks, Root, School
from lachan.cli.passphrase import read_secret
from lachan.domain.contests.roles import Role
from lachan.serving import DEFAULT_PORT, PASSCODE_ENVS, Address, format_passcode
from lachan.workflows.content.opening import open_content, open_lawbook

PASSCODE_ENV = PASSCODE_ENVS[Role.ORGANISER]


def serve(
    root: Root = None,
    school: School = None,
    bank: Banks = None,
    host: Annotated[
        str,
        typer.Option(
            "--host", help="Địa chỉ mạng để mở suốt; 0.0.0.0: mọi mạng. Cho một lớp thì dùng --lan."
        ),
    ] = "127.0.0.1",
    lan: Lan = None,
    port: Annotated[
        int,
        typer.Option("--port", min=0, max=65535, help="Cổng; đang bận thì dùng cổng kế tiếp."),
    ] = DEFAULT_PORT,
    certfile: Annotated[
        Path | None,
        typer.Option("--certfile", help="Chứng chỉ (PEM) để dùng HTTPS; đi cùng --keyfile."),
    ] = None,
    keyfile: Annotated[
        Path | None, typer.Option("--keyfile", help="Khóa riêng (PEM) của chứng chỉ.")
    ] = None,
    base_url: Annotated[
        str, typer.Option("--base-url", help="Đường dẫn gốc, ví dụ /lachan-truong/.")
    ] = "/",
    behind_proxy: Annotated[
        bool,
        typer.Option(
            "--behind-proxy", help="Tin X-Real-IP, X-Forwarded-* của proxy chạy trên máy này."
        ),
    ] = False,
    proxies: Annotated[
        list[str] | None,
        typer.Option(
            "--proxy", help="Tin thêm proxy ở máy khác: địa chỉ hoặc mạng, ví dụ 10.0.0.0/24."
        ),
    ] = None,
    names: Annotated[
        list[str] | None,
        typer.Option(
            "--allow-host",
            help="Tên máy chủ mà người xem gõ, ví dụ lachan.truong.edu.vn; nêu được nhiều lần. "
            "Địa chỉ bằng số và tên của chính máy này không cần nêu.",
        ),
    ] = None,
    passcode_file: Annotated[
        Path | None,
        typer.Option(
            "--passcode-file",
            help=f"Tệp chứa mã giáo viên. Không nêu: biến {PASSCODE_ENV}, không có thì mã mà máy "
            "giữ (lachan passcode).",
        ),
    ] = None,
    fork: Annotated[
        bool,
        typer.Option("--fork/--no-fork", help="Nhân bản kernel từ một tiến trình mẫu (Linux)."),
    ] = True,
    most_kernels: Annotated[
        int | None,
        typer.Option(
            "--kernels", min=1, help="Số trang mở cùng lúc nhiều nhất; không nêu: theo bộ nhớ."
        ),
    ] = None,
    ready_pages: Annotated[
        int | None,
        typer.Option(
            "--ready",
            min=0,
            help="Số trang vẽ sẵn cho mỗi ứng dụng; không nêu: theo bộ nhớ, nơi hay có người vào.",
        ),
    ] = None,
    own_apps: Annotated[
        bool,
        typer.Option(
            OWN_APPS_OPTION,
            help="Chạy ứng dụng riêng trong thư mục nội dung; chỉ dùng khi tin người viết chúng.",
        ),
    ] = False,
    contest_only: Annotated[
        bool,
        typer.Option("--contest-only", help="Chỉ mở phòng thi; chạy được nhiều máy cùng lúc."),
    ] = False,
    contest: Annotated[
        bool, typer.Option("--contest/--no-contest", help="Mở phòng thi bên cạnh máy chủ.")
    ] = True,
    contest_port: Annotated[
        int,
        typer.Option(
            "--contest-port", min=0, max=65535, help="Cổng phòng thi; đang bận thì cổng kế tiếp."
        ),
    ] = DEFAULT_ROOM_PORT,
    leashed: Annotated[bool, typer.Option("--leashed", hidden=True)] = False,
    sockets: Annotated[list[int] | None, typer.Option("--socket", hidden=True)] = None,
    browser: Annotated[
        bool, typer.Option("--browser/--no-browser", help="Mở trang chủ trong trình duyệt.")
    ] = True,
) -> None:
    """Mở máy chủ cho lớp học: bài học, luyện tập và góc giáo viên."""
    # What is named here is loaded by its first use, so that other commands do not pay for it.
    listening = serving.Listening(
        host,
        port,
        serving.parse_base_url(base_url),
        serving.load_tls(certfile, keyfile),
        behind_proxy,
        serving.parse_networks(proxies or ()),
        serving.parse_names(names or ()),
    )
    opens_at_once = decide_lan(lan, movable=listening.alone and not contest_only)
    if contest_only:
        lawbook = open_lawbook(root, school)
        apps_dir = find_apps(lawbook.root, own=own_apps)
        serve_contest_room(lawbook, listening, apps_dir, leashed=leashed, given=sockets or ())
        return
    content = open_content(root, school=school)
    if bank:
        # A fault in a private bank is told now, not on the day of the contest.
        open_content(root, bank, school=school)
    passcode = _read_passcode(passcode_file)
    apps_dir = find_apps(content.root, own=own_apps)
    if told := tell_of_own_apps(content.root, apps_dir):
        err.print(told, style="yellow", markup=False)
    files = (certfile, keyfile)
    room = (
        make_room(content.root, content.school, listening, contest_port, files, own_apps=own_apps)
        if contest
        else None
    )
    if leashed:
        threading.Thread(target=_end_with_parent, daemon=True).start()
    serving.serve(
        content,
        listening=listening,
        passcode=passcode,
        role_passcodes=_read_role_passcodes(),
        banks=bank or (),
        apps_dir=apps_dir,
        lan=opens_at_once,
        open_browser=browser and _has_desktop(),
        fork=fork,
        most_kernels=most_kernels,
        ready_pages=ready_pages,
        room=room,
        announce=lambda address: _announce(address, room),
        announce_door=_tell_door,
    )


def _end_with_parent() -> None:
    """Stop the server as Ctrl+C does, once who started it has let go of its standard input."""
    sys.stdin.buffer.read()
    signal.raise_signal(signal.SIGINT)


def _read_passcode(path: Path | None) -> str | None:
    if path is not None:
        return read_secret(path).strip()
    return os.environ.get(PASSCODE_ENV) or None


def _read_role_passcodes() -> dict[Role, str]:
    others = (Role.INVIGILATOR, Role.VIEWER)
    given = {role: os.environ.get(PASSCODE_ENVS[role], "") for role in others}
    return {role: value for role, value in given.items() if value}


def _has_desktop() -> bool:
    # On a machine without a screen `webbrowser` may start a text browser in this terminal.
    if platform.system() == "Linux":
        return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
    return True


def _announce(address: Address, room: serving.RoomProcess | None) -> None:
    if address.moved:
        err.print(
            f"Cổng {address.asked_port} đang có chương trình khác dùng; "
            f"đã chuyển sang cổng {address.port}.",
            style="yellow",
        )
    lines = Text()
    _append_row(lines, "Học sinh", address.home)
    for home in address.network_homes:
        if home != address.home:
            _append_row(lines, "Máy khác", home)
    _append_row(lines, "Giáo viên", address.staff)
    if room is not None:
        _append_row(lines, "Phòng thi", find_room_home(address, room))
    lines.append("Mã giáo viên: ", style="bold")
    lines.append_text(_tell_passcode(address))
    out.print(Panel(lines, title="Lá Chắn đang chạy", expand=False))
    if address.shared:
        _invite(address)
    out.print("Bấm Ctrl+C để dừng.")


def _tell_passcode(address: Address) -> Text:
    if not address.passcode:
        return Text("mã thầy cô đã đặt", style="green")
    if not address.passcode_kept:
        line = Text(format_passcode(address.passcode), style="bold green")
        return line.append(" (chỉ lần này: máy không giữ được mã)", style="yellow")
    # A journal would keep for many readers what stays the same from start to start.
    if not out.is_terminal:
        return Text("xem bằng lệnh lachan passcode", style="green")
    line = Text(format_passcode(address.passcode), style="bold green")
    return line.append(" (lần sau vẫn mã này; đổi: lachan passcode --new)", style="not bold")


def _tell_door(address: Address) -> None:
    """Say on the console that other machines come in now, or no longer."""
    if not address.lan:
        out.print("Đã đóng: máy khác không vào được nữa.")
    elif not address.network_homes:
        out.print("Đã mở, nhưng máy này chưa nối mạng nên chưa máy nào vào được.")
    for home in address.network_homes:
        out.print(f"Máy khác vào được: {home}", markup=False)


def _append_row(lines: Text, name: str, value: str) -> None:
    lines.append(f"{name + ':':<12}", style="bold").append(f"{value}\n")


def _invite(address: Address) -> None:
    if not address.network_homes:
        err.print(
            "Không thấy địa chỉ mạng nào của máy này, nên máy khác chưa vào được. Hãy nối Wi-Fi "
            "hoặc dây mạng của trường (hoặc bật điểm phát Wi-Fi trên máy này); "
            "máy chủ không cần chạy lại.",
            style="yellow",
        )
        return
    out.print(f"Chiếu cho lớp: {address.home}lachan/chieu-ma")
    # A service's journal has nobody to scan it.
    if out.is_terminal:
        from lachan.qr_codes import render_terminal_qr

        out.print(Text(render_terminal_qr(address.network_homes[0])), soft_wrap=True)
