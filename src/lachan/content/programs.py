"""Find what could run in a content folder: content is texts and pictures, and needs no program.

A folder may come from anybody. The server runs nothing in it (apps only where it is told to), but
people open what lies beside the lessons.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

from lachan.content.diagnostics import Diagnostics
from lachan.content.root import OWN_ROOTS
from lachan.errors import Severity
from lachan.limits.files import LARGEST_NOTEBOOK

CODE = "FI009"
MOST_NAMED = 50

FOLDERS = ("comics", "law", "lessons", "media", "notebooks", "quiz_bank")
APPS = "voila_apps"
NOTEBOOKS = "notebooks"
# What starts the kit on Windows lies beside the content of its sources.
STARTERS = frozenset({"chay.bat", "chay.ps1"})

_ENDINGS = frozenset(
    {
        *(".py", ".pyc", ".pyd", ".pyw", ".pyz", ".pth", ".so", ".dll", ".dylib", ".wasm"),
        *(".sh", ".bash", ".zsh", ".bat", ".cmd", ".ps1", ".exe", ".com", ".msi", ".scr", ".vbs"),
        *(".js", ".mjs", ".jar", ".html", ".htm", ".hta", ".desktop", ".lnk", ".command"),
        *(".docm", ".xlsm", ".pptm", ".pickle", ".pkl"),
    }
)
# Scripts, and the programs of Linux, Windows and macOS.
_BEGINNINGS = (b"#!", b"\x7fELF", b"MZ", b"\xcf\xfa\xed\xfe", b"\xca\xfe\xba\xbe")
# Jupyter and IPython obey such files of the folder that they are started in.
_SETTINGS = re.compile(r"(?:jupyter|ipython|voila)\w*\.json")
# All that a notebook built from a lesson does: it shows questions, a strip or a picture.
_QUIZ = re.compile(
    r"from lachan\.apps\.notebook import (quiz|comic|picture)\n\n\1\((?:\s*\"[a-z0-9-]+\",?)*\s*\)"
)


def find_programs(root: Path, diagnostics: Diagnostics) -> None:
    """Report whatever is no content but could run, as a warning that names it.

    Parameters
    ----------
    root
        A content root, or a school's own folder.
    """
    found = sorted({diagnostics.name_of(path, root) for path in _iter_programs(root)})
    for name in found[:MOST_NAMED]:
        _warn(name, "tệp này chạy được như một chương trình, nội dung thì không cần", diagnostics)
    if more := found[MOST_NAMED:]:
        _warn(more[0], f"tệp này và {len(more) - 1} tệp khác nữa chạy được", diagnostics)


def _warn(name: str, message: str, diagnostics: Diagnostics) -> None:
    hint = "đừng mở hay chạy nếu không rõ ai viết; không dùng thì xóa đi"
    diagnostics.report_at(CODE, name, (1, 1), message, hint, severity=Severity.WARNING)


def _iter_programs(root: Path) -> Iterator[Path]:
    for path in root.iterdir():
        if path.is_dir() and not path.is_symlink():
            # What lies in the folder that Python starts in is a module to it.
            if (path / "__init__.py").is_file():
                yield path / "__init__.py"
        elif path.name in STARTERS and path.is_file() and _is_ours(path, root):
            continue
        elif path.is_file() and (path.suffix == ".ipynb" or _looks_like_program(path)):
            yield path
    for path in _iter_files(root / APPS):
        if not _is_ours(path, root):
            yield path
    for folder in FOLDERS:
        for path in _iter_files(root / folder):
            if path.suffix == ".ipynb":
                if not _only_asks(path) and not _is_ours(path, root):
                    yield path
            elif _looks_like_program(path):
                yield path


def _iter_files(folder: Path) -> Iterator[Path]:
    if folder.is_dir() and not folder.is_symlink():
        yield from (path for path in folder.rglob("*") if path.is_file())


def _looks_like_program(path: Path) -> bool:
    if path.suffix.lower() in _ENDINGS or _SETTINGS.fullmatch(path.name.lower()):
        return True
    try:
        with path.open("rb") as file:
            return file.read(4).startswith(_BEGINNINGS)
    except OSError:
        # Whoever reads it as content is told.
        return False


def _is_ours(path: Path, root: Path) -> bool:
    """Tell whether the file is one of those that came with us, byte for byte."""
    name = path.relative_to(root)
    size = path.stat().st_size
    for own in OWN_ROOTS:
        same = own / name
        if same.is_file() and same.stat().st_size == size:
            return same.read_bytes() == path.read_bytes()
    return False


def _only_asks(path: Path) -> bool:
    """Tell whether a notebook does nothing but show questions of the bank, as built ones do."""
    if path.stat().st_size > LARGEST_NOTEBOOK.value:
        return False
    try:
        cells = json.loads(path.read_bytes())["cells"]
        codes = ["".join(cell["source"]) for cell in cells if cell["cell_type"] != "markdown"]
    except (OSError, ValueError, LookupError, TypeError, RecursionError):
        return False
    return all(map(_QUIZ.fullmatch, codes))
