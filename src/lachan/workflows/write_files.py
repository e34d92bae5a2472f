"""Write files and folders whole or not at all."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import BinaryIO

from lachan.domain.file_names import is_inner_path
from lachan.errors import LachanError
from lachan.os_words import describe_os_error

FileContent = bytes | Callable[[BinaryIO], object]
"""What a file holds, or what writes it; the latter for what may be too large for memory."""


class FolderError(LachanError):
    """A folder cannot be written; nothing of it was."""


def check_new_folder(out: Path) -> None:
    """Raise `FolderError` unless `out` can become a folder: it is not there, or is empty."""
    if out.is_symlink() or (out.exists() and not out.is_dir()):
        raise FolderError(f"{out}: đã có một tệp mang tên này; hãy chọn thư mục khác.")
    try:
        taken = next(out.iterdir(), None) if out.is_dir() else None
    except OSError as error:
        raise _folder_error(out, error) from error
    if taken is not None:
        raise FolderError(
            f"{out}: thư mục đã có tệp ({taken.name}…), không ghi đè; hãy chọn thư mục mới "
            "hoặc tự chuyển tệp cũ đi."
        )


def find_place(folder: Path, name: str) -> Path:
    """Return where a file of that name, a path with forward slashes, lies below `folder`.

    Names come from titles, manifests and archives: whatever they are, nothing is written
    elsewhere, nor through a link that leads elsewhere.

    Raises
    ------
    FolderError
        If the name leads out of the folder, or is none that every system can have.
    """
    place = folder / name
    if not is_inner_path(name) or not place.resolve().is_relative_to(folder.resolve()):
        raise FolderError(
            f"{folder}: không ghi tệp mang tên {name[:80]!r}: tên có kí tự không dùng được, hoặc "
            "dẫn ra ngoài thư mục này. Tên tệp chỉ nên có chữ, số, gạch nối và dấu chấm."
        )
    return place


def write_folder(out: Path, files: Iterable[tuple[str, FileContent]]) -> None:
    """Put files, named by relative paths, into a new folder that appears whole or not at all.

    They are written into a hidden folder beside `out`, which takes its name at the end; an
    interruption or a fault of the one who makes the files removes it. Nobody but this user can
    look inside: papers travel with their keys.

    Raises
    ------
    FolderError
        If `out` holds anything or cannot be written, or a name leads out of it.
    """
    check_new_folder(out)
    target = out.absolute()
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        hidden = Path(tempfile.mkdtemp(dir=target.parent, prefix=".lachan-"))
    except OSError as error:
        raise _folder_error(out, error) from error
    try:
        for name, content in files:
            _write_inside(find_place(hidden, name), content, out)
        try:
            hidden.rename(target)
        except OSError as error:
            raise _folder_error(out, error) from error
    except BaseException:
        shutil.rmtree(hidden, ignore_errors=True)
        raise


def _write_inside(path: Path, content: FileContent, out: Path) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("wb") as file:
            if isinstance(content, bytes):
                file.write(content)
            else:
                content(file)
    except OSError as error:
        raise _folder_error(out, error) from error


def _folder_error(out: Path, error: OSError) -> FolderError:
    reason = describe_os_error(error)
    return FolderError(f"{out}: không ghi được thư mục này: {reason}. Chưa ghi tệp nào.")


def write_bytes(path: Path, data: bytes) -> None:
    """Put `data` at `path` in one step: a reader sees the old file or the new one."""
    _put(path, data, 0o644)


def write_private_bytes(path: Path, data: bytes) -> None:
    """Put `data` at `path` in one step, for nobody but this user to read."""
    _put(path, data, 0o600)


def _put(path: Path, data: bytes, mode: int) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".lachan-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(temporary).chmod(mode)
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def write_text(path: Path, text: str) -> None:
    """Put `text` at `path` as UTF-8 in one step."""
    write_bytes(path, text.encode("utf-8"))
