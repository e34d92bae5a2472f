"""``lachan lab``: JupyterLab on the teacher's own copies."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import Annotated

import typer

from lachan.cli.console import out
from lachan.cli.lan import Lan, decide_lan
from lachan.cli.options import Root, School
from lachan.errors import LachanError
from lachan.processes import PIPE, Process, list_environment, start_python
from lachan.web.passcode import PASSCODE_ENVS
from lachan.workflows.content.opening import open_content
from lachan.workflows.environment import DATABASE_NAMES, ROOT_ENV, SCHOOL_ENV

_CONFIG = Path(__file__).parent / "jupyter_config"

GUIDE = "chon-sua-xuat-bai.ipynb"
"""The notebook that JupyterLab opens: how to choose a lesson, change it and take it along."""

# To open a browser and its windows on this desktop.
_DESKTOP = (
    *("DISPLAY", "WAYLAND_DISPLAY", "XAUTHORITY", "BROWSER", "DBUS_SESSION_BUS_ADDRESS"),
    *("XDG_CURRENT_DESKTOP", "XDG_DATA_DIRS", "XDG_SESSION_TYPE", "TERM"),
)

# JupyterLab looks for news, updates and extensions on the internet; a school may have none.
_OFFLINE = (
    "--LabApp.news_url=None",
    "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate",
    "--LabApp.extension_manager=readonly",
)


def lab(
    context: typer.Context,
    root: Root = None,
    school: School = None,
    folder: Annotated[
        Path, typer.Option("--folder", help="Thư mục giữ bản riêng của thầy cô.")
    ] = Path("bai_cua_toi"),
    lan: Lan = None,
    browser: Annotated[
        bool, typer.Option("--browser/--no-browser", help="Tự mở trình duyệt.")
    ] = True,
) -> None:
    """Mở JupyterLab trên bản riêng của các sổ bài học; bản đã có không bao giờ bị ghi đè.

    Điện thoại của lớp không bao giờ vào JupyterLab: có --lan thì máy chủ cho lớp (lachan serve)
    chạy kèm và mở cho mạng. Tùy chọn khác được chuyển nguyên cho JupyterLab, ví dụ --port=9000.
    """
    from lachan.cli.lab_language import write_language_pack
    from lachan.workflows.lessons.copies import copy_notebooks

    if find_spec("jupyterlab") is None:
        raise LachanError('chưa có JupyterLab; cài bằng: python -m pip install "lachan[all]"')
    wants_class = decide_lan(lan, movable=True)
    content = open_content(root, school=school)
    for path in copy_notebooks(content, folder):
        out.print(f"đã chép {path}", markup=False)
    command = ["-m", "jupyterlab", *_OFFLINE, f"--notebook-dir={folder.resolve()}"]
    if (folder / GUIDE).is_file():
        command.append(f"--LabApp.default_url=/lab/tree/{GUIDE}")
    command += context.args
    if not browser:
        command.append("--no-browser")
    from platformdirs import user_cache_path

    language = user_cache_path("lachan") / "jupyterlab"
    write_language_pack(language)
    environment = lab_environment(content.root, content.school, language, os.environ)
    # Jupyter runs a jupyter_lab_config.py of the folder it starts in: not one of a stranger's.
    with (
        _class_server(content.root, content.school, wanted=wants_class),
        start_python(command, environment, cwd=_CONFIG) as process,
    ):
        raise typer.Exit(_wait(process))


@contextmanager
def _class_server(root: Path, school: Path | None, *, wanted: bool) -> Iterator[None]:
    """Run the server for the class, open to its devices, while the block runs."""
    if not wanted:
        yield
        return
    command = ["-m", "lachan", "serve", "--root", str(root), "--lan", "--no-browser", "--leashed"]
    command += ["--school", str(school)] if school else []
    environment = list_environment(
        os.environ, (*_DESKTOP, *DATABASE_NAMES, *PASSCODE_ENVS.values())
    )
    # A session of its own: Ctrl+C is for JupyterLab, which asks whether it is meant.
    with start_python(command, environment, stdin=PIPE, start_new_session=True) as server:
        try:
            yield
        finally:
            if server.stdin is not None:
                server.stdin.close()


def _wait(process: Process) -> int:
    while True:
        try:
            return process.wait()
        except KeyboardInterrupt:
            # At a terminal JupyterLab has heard it as well, and asks whether it is meant.
            if sys.stdin is None or not sys.stdin.isatty():
                process.terminate()


def lab_environment(
    root: Path, school: Path | None, language: Path, inherited: Mapping[str, str]
) -> dict[str, str]:
    """Return JupyterLab's environment: our content and words, no question about news from the web.

    The notebooks are the teacher's own, so they may open the database.

    Parameters
    ----------
    language
        Where the language pack lies.
    """
    listed = list_environment(inherited, (*_DESKTOP, *DATABASE_NAMES))
    return {
        **listed,
        ROOT_ENV: str(root),
        **({SCHOOL_ENV: str(school)} if school else {}),
        "JUPYTER_CONFIG_PATH": _put_first(_CONFIG, inherited.get("JUPYTER_CONFIG_PATH", "")),
        "PYTHONPATH": _put_first(language, inherited.get("PYTHONPATH", "")),
    }


def _put_first(folder: Path, path: str) -> str:
    return os.pathsep.join(each for each in (str(folder), *path.split(os.pathsep)) if each)
