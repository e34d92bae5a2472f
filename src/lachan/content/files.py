"""Read text files safely: size, encoding and place are judged before anything parses them."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from lachan.content.diagnostics import Diagnostics
from lachan.domain.file_names import is_file_name
from lachan.domain.source import Source
from lachan.errors import Severity
from lachan.limits.files import LARGEST_CONTENT_FILE
from lachan.os_words import describe_os_error
from lachan.text import to_nfc

_BOM = b"\xef\xbb\xbf"


def read_text(path: Path, root: Path, diagnostics: Diagnostics) -> str | None:
    """Return the file's text in NFC, or None after reporting why it cannot be used.

    Parameters
    ----------
    path
        The file; a link that leads out of `root` is refused.
    root
        The content folder that the file belongs to.
    """
    source = Source(diagnostics.name_of(path, root))
    if not path.resolve().is_relative_to(root.resolve()):
        diagnostics.report(
            "FI005", source, "tệp dẫn ra ngoài thư mục nội dung", "chép tệp thật vào thư mục"
        )
        return None
    try:
        if path.stat().st_size > LARGEST_CONTENT_FILE.value:
            size_mb = path.stat().st_size / 1_000_000
            diagnostics.report(
                "FI003",
                source,
                f"tệp nặng {size_mb:.1f} MB, chỉ nhận đến {LARGEST_CONTENT_FILE.spelled}",
                "chia thành nhiều tệp nhỏ hơn",
            )
            return None
        raw = path.read_bytes()
    except OSError as error:
        diagnostics.report("FI001", source, f"không mở được tệp: {describe_os_error(error)}")
        return None
    return _decode(raw, source, diagnostics)


def check_name(slug: str, source: Source, diagnostics: Diagnostics) -> None:
    """Report a file's name that other files could not be called after."""
    if not is_file_name(slug):
        diagnostics.report(
            "SC006",
            source,
            f'tên tệp "{slug[:80]}" có kí tự không dùng được',
            "đặt lại tên tệp, chỉ gồm chữ, số và gạch nối",
        )


def find_inside(folders: Iterable[Path], path: str) -> Path | None:
    """Return the first file that `path` leads to inside one of `folders`, or None."""
    for folder in folders:
        file = (folder / path).resolve()
        if file.is_relative_to(folder.resolve()) and file.is_file():
            return file
    return None


def _decode(raw: bytes, source: Source, diagnostics: Diagnostics) -> str | None:
    if raw.startswith(_BOM):
        diagnostics.report(
            "FI002",
            source,
            "tệp có dấu BOM ở đầu",
            'lưu lại bằng kiểu "UTF-8" (không phải "UTF-8 with BOM")',
        )
        return None
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        before = raw[: error.start]
        line = before.count(b"\n") + 1
        column = error.start - (before.rfind(b"\n") + 1) + 1
        diagnostics.report_at(
            "FI001",
            source.file,
            (line, column),
            f"byte 0x{raw[error.start]:02x} không phải UTF-8",
            "lưu lại tệp bằng kiểu UTF-8",
        )
        return None
    text = text.replace("\r\n", "\n")
    normal = to_nfc(text)
    if normal != text:
        _report_not_nfc(text, source, diagnostics)
    return normal


def _report_not_nfc(text: str, source: Source, diagnostics: Diagnostics) -> None:
    for number, line in enumerate(text.split("\n"), 1):
        if to_nfc(line) != line:
            normal = to_nfc(line)
            column = next(i for i in range(len(line)) if not normal.startswith(line[: i + 1]))
            diagnostics.report_at(
                "FI004",
                source.file,
                (number, column + 1),
                "dấu tiếng Việt ở dạng tổ hợp (NFD); đã đọc như dạng dựng sẵn (NFC)",
                "gõ lại hoặc chuyển tệp sang NFC",
                severity=Severity.WARNING,
            )
            return
