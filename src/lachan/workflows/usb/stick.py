"""Make the stick: wheels, scripts, pages of all lessons and a guide, whole or not at all."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import BinaryIO

from jinja2 import Environment, StrictUndefined

from lachan.content import Content
from lachan.content.root import OWN_ROOTS
from lachan.errors import LachanError
from lachan.workflows.lessons.products import OFFLINE_PAGE
from lachan.workflows.usb.lock import read_pins
from lachan.workflows.usb.systems import System
from lachan.workflows.usb.wheels import build_wheel, download_wheels, pin_wheel
from lachan.workflows.write_files import FileContent, check_new_folder, write_folder

WHEELS, PAGES, LIST, GUIDE = "goi", "bai-hoc", "goi/danh-sach.txt", "huong-dan.html"
LOCK = Path("requirements/run.txt")

Progress = Callable[[str, int, int], None]
"""Told what is being done, how much of it is done, and of how much."""


class SourcesError(LachanError):
    """The kit's own wheel cannot be built here."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the stick: its name, how many files and bytes."""

    name: str
    count: int
    size: int


def make_stick(
    out: Path, system: System, python: str, content: Content, progress: Progress
) -> tuple[Part, ...]:
    """Write a stick for `system` to the new folder `out` and return what its parts weigh.

    Parameters
    ----------
    python
        The version of Python that the other computer will have, as ``3.13``.

    Raises
    ------
    FolderError
        If `out` holds anything or cannot be written.
    SourcesError
        Where the kit was installed without its sources.
    WheelError
        Where a wheel cannot be downloaded or built.
    """
    check_new_folder(out)
    sources = _find_sources()
    pins = read_pins((sources / LOCK).read_text(encoding="utf-8"), system.describe(python))
    with tempfile.TemporaryDirectory(prefix="lachan-usb-") as name:
        folder = Path(name)
        done = iter(range(1, len(pins) + 1))
        progress("tải gói", 0, len(pins))
        download_wheels(
            pins, system, python, folder,
            lambda: progress("tải gói", next(done, len(pins)), len(pins)),
        )  # fmt: skip
        own = build_wheel(sources, folder / "own")
        listed = "".join(f"{pin.line}\n" for pin in (*pins, pin_wheel(own)))
        wheels = sorted((*folder.glob("*.whl"), own), key=lambda wheel: wheel.name)

        def all_files() -> Iterator[tuple[str, FileContent]]:
            yield LIST, listed.encode()
            yield from ((f"{WHEELS}/{wheel.name}", _copier(wheel)) for wheel in wheels)
            yield from _pages(content, progress)
            yield from _written(system, python, content)

        write_folder(out, all_files())
    return (
        _weigh("gói cài đặt", out / WHEELS),
        _weigh("trang bài học", out / PAGES),
        _weigh("cả USB", out),
    )


def _find_sources() -> Path:
    for root in OWN_ROOTS:
        if (root / "pyproject.toml").is_file() and (root / LOCK).is_file():
            return root
    raise SourcesError(
        "Lệnh này dựng gói của chính bộ Lá Chắn nên cần thư mục mã nguồn (có pyproject.toml và "
        f"{LOCK.as_posix()}); bản đang chạy được cài không kèm mã nguồn. "
        "Hãy lấy mã nguồn về, chạy make install ở đó rồi chạy lại lệnh này."
    )


def _copier(wheel: Path) -> Callable[[BinaryIO], object]:
    def copy(target: BinaryIO) -> None:
        with wheel.open("rb") as source:
            shutil.copyfileobj(source, target)

    return copy


def _pages(content: Content, progress: Progress) -> Iterator[tuple[str, bytes]]:
    lessons = content.lessons
    for number, lesson in enumerate(lessons, 1):
        name = OFFLINE_PAGE.name_exported(lesson.slug)
        yield f"{PAGES}/{name}", OFFLINE_PAGE.make(lesson.id, content)
        progress("viết trang bài học", number, len(lessons))


def _written(system: System, python: str, content: Content) -> Iterator[tuple[str, bytes]]:
    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True)
    template = environment.from_string(_read_file("huong-dan.html.j2"))
    guide = template.render(
        system=system,
        python=python,
        windows=system.line_end != "\n",
        lessons=[
            (lesson.title, f"{PAGES}/{OFFLINE_PAGE.name_exported(lesson.slug)}")
            for lesson in content.lessons
        ],
    )
    yield GUIDE, guide.encode()
    for name in system.scripts:
        text = _read_file(name).replace("@PYTHON@", python)
        yield name, text.replace("\n", system.line_end).encode()


def _read_file(name: str) -> str:
    return (files(__package__) / "files" / name).read_text(encoding="utf-8")


def _weigh(name: str, folder: Path) -> Part:
    sizes = [path.stat().st_size for path in folder.rglob("*") if path.is_file()]
    return Part(name, len(sizes), sum(sizes))
