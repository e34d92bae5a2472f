"""Open the zip that a set of papers came in, into a folder that is gone afterwards."""

from __future__ import annotations

import stat
import tempfile
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from lachan.domain.file_names import is_inner_path
from lachan.errors import LachanError
from lachan.limits.files import LARGEST_UNPACKED_PAPERS, MOST_ZIPPED_FILES
from lachan.workflows.papers.files import MANIFEST

_PIECE_BYTES = 1 << 20
_IS_LOCKED = 0x1
# What zipfile raises of a broken archive, and of packing that it does not know.
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, OSError)


class PackError(LachanError):
    """A file is no zip of papers, or holds what nobody should unpack."""


@contextmanager
def open_pack(path: Path, most_bytes: int = LARGEST_UNPACKED_PAPERS.value) -> Iterator[Path]:
    """Give the folder of papers in a zip; it is removed at the end.

    What was zipped may be the files of the set or the one folder that holds them; `most_bytes` is
    how much they may be together once they are unpacked.

    Raises
    ------
    PackError
        If the file is no zip, is broken or locked, names a place outside, a link or one place
        twice, or becomes more than is allowed when it is unpacked.
    """
    if not zipfile.is_zipfile(path):
        raise PackError(
            f"{path}: không phải thư mục bộ đề, cũng không phải tệp .zip. Hãy nêu thư mục hoặc tệp "
            ".zip mà trang Ra đề đã cho tải; gói niêm phong .age thì dùng lachan paper open."
        )
    with tempfile.TemporaryDirectory(prefix="lachan-bo-de-") as name:
        folder = Path(name)
        try:
            with zipfile.ZipFile(path) as archive:
                _unpack(archive, path, folder, most_bytes)
        except _BROKEN as error:
            raise PackError(
                f"{path}: tệp .zip bị hỏng hoặc không giải nén được. Hãy tải lại, hoặc "
                "chép lại từ bản gốc."
            ) from error
        yield _find_papers(folder)


def _unpack(archive: zipfile.ZipFile, path: Path, folder: Path, most_bytes: int) -> None:
    entries = [entry for entry in archive.infolist() if not entry.is_dir()]
    if len(entries) > MOST_ZIPPED_FILES.value:
        raise PackError(f"{path}: có hơn {MOST_ZIPPED_FILES.spelled}, không bộ đề nào nhiều thế.")
    names: set[str] = set()
    left = most_bytes
    for entry in entries:
        _check(entry, path, names)
        names.add(entry.filename)
        left -= _write(archive, entry, folder / entry.filename, left)
        if left < 0:
            raise PackError(
                f"{path}: giải nén ra hơn {LARGEST_UNPACKED_PAPERS.spelled}, không bộ đề nào nặng "
                "thế. Hãy hỏi lại nơi gửi."
            )


def _check(entry: zipfile.ZipInfo, path: Path, names: set[str]) -> None:
    shown = repr(entry.filename[:80])
    if not is_inner_path(entry.filename) or stat.S_ISLNK(entry.external_attr >> 16):
        raise PackError(f"{path}: có đường dẫn không an toàn {shown}, không mở.")
    if entry.filename in names:
        raise PackError(f"{path}: có hai tệp cùng tên {shown}, không biết tệp nào là thật.")
    if entry.flag_bits & _IS_LOCKED:
        raise PackError(
            f"{path}: tệp {shown} bên trong khóa bằng mật khẩu. Hãy giải nén rồi kiểm thư mục."
        )


def _write(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, place: Path, most: int) -> int:
    """Write one file and return its bytes; stop beyond `most`, whatever the archive says."""
    place.parent.mkdir(parents=True, exist_ok=True)
    written = 0
    with archive.open(entry) as source, place.open("xb") as target:
        while written <= most and (piece := source.read(_PIECE_BYTES)):
            written += target.write(piece)
    return written


def _find_papers(folder: Path) -> Path:
    """Return the folder with the manifest: the one that was zipped, or the only one in it."""
    inner = list(folder.iterdir())
    if not (folder / MANIFEST).exists() and len(inner) == 1 and inner[0].is_dir():
        return inner[0]
    return folder
