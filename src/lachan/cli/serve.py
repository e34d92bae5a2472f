"""``lachan serve``: put the apps in front of a class."""

from __future__ import annotations

import os
import platform
from pathlib import Path
from typing import Annotated

import typer
from rich.panel import Panel
from rich.text import Text

from lachan import serving
from lachan.cli.console import err, out
from lachan.cli.options import Root
from lachan.content import PACKAGED_ROOT
from lachan.errors import LachanError
from lachan.serving import DEFAULT_PORT, Address, format_passcode
from lachan.workflows import open_content

PASSCODE_ENV = "LACHAN_STAFF_PASSCODE"
APPS_FOLDER = "voila_apps"


class AppsError(LachanError):
    """The folder of apps is missing."""


def serve(
    root: Root = None,
    host: Annotated[
        str, typer.Option("--host", help="Địa chỉ để nghe; 0.0.0.0 cho cả mạng của trường.")
    ] = "127.0.0.1",
    port: Annotated[
        int,
        typer.Option("--port", min=0, max=65535, help="Cổng; đang bận thì dùng cổng kế tiếp."),
    ] = DEFAULT_PORT,
    passcode_file: Annotated[
        Path | None,
        typer.Option(
            "--passcode-file",
            help=f"Tệp chứa mã giáo viên. Không nêu: biến {PASSCODE_ENV}, không có thì tự đặt.",
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
            "--ready", min=0, help="Số trang vẽ sẵn cho mỗi ứng dụng; không nêu: theo bộ nhớ."
        ),
    ] = None,
    browser: Annotated[
        bool, typer.Option("--browser/--no-browser", help="Mở trang chủ trong trình duyệt.")
    ] = True,
) -> None:
    """Mở máy chủ cho lớp học: bài học, luyện tập và góc giáo viên."""
    passcode = _read_passcode(passcode_file)
    content = open_content(root)
    # Voilà is loaded by this name's first use, so that other commands do not pay for it.
    serving.serve(
        content,
        host=host,
        port=port,
        passcode=passcode,
        apps_dir=find_apps(content.root),
        open_browser=browser and _has_desktop(),
        fork=fork,
        most_kernels=most_kernels,
        ready_pages=ready_pages,
        announce=_announce,
    )


def find_apps(root: Path) -> Path:
    """Return the folder of apps: the content root's own, else the one that came with us.

    Raises
    ------
    AppsError
        Where there is neither.
    """
    checkout = Path(__file__).resolve().parents[3]
    places = [folder / APPS_FOLDER for folder in (root, PACKAGED_ROOT, checkout)]
    for place in places:
        if (place / "template").is_dir():
            return place
    tried = ", ".join(map(str, places))
    raise AppsError(f"không thấy thư mục {APPS_FOLDER}; đã tìm ở: {tried}. Hãy cài lại lachan.")


def _read_passcode(path: Path | None) -> str | None:
    if path is not None:
        return path.read_text(encoding="utf-8").strip()
    return os.environ.get(PASSCODE_ENV) or None


def _has_desktop() -> bool:
    # On a machine without a screen `webbrowser` may start a text browser in this terminal.
    if platform.system() == "Linux":
        return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
    return True


def _announce(address: Address) -> None:
    if address.moved:
        err.print(
            f"Cổng {address.asked_port} đang có chương trình khác dùng; "
            f"đã chuyển sang cổng {address.port}.",
            style="yellow",
        )
    lines = Text()
    lines.append("Học sinh:   ", style="bold").append(f"{address.home}\n")
    lines.append("Giáo viên:  ", style="bold").append(f"{address.staff}\n")
    lines.append("Mã giáo viên: ", style="bold")
    lines.append(format_passcode(address.passcode), style="bold green")
    out.print(Panel(lines, title="Lá Chắn đang chạy", expand=False))
    out.print("Bấm Ctrl+C để dừng.")
