"""Versions with faults that a stranger or bad luck can use, and where each is told.

Kept small: only what bears on this kit. A row goes once `pyproject.toml` asks for a mended version
of a package; what comes with the system (SQLite, Python) stays.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

Version = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class KnownFault:
    """A fault of some versions.

    Attributes
    ----------
    name
        The package, or ``sqlite``.
    since, mended
        The first version with it, the first without.
    backports
        Older branches that were mended too, by their first mended version.
    what
        What can happen, in Vietnamese.
    source
        Where it is told.
    advice
        What else helps, where a newer version cannot be had; empty for none.
    """

    name: str
    mended: Version
    what: str
    source: str
    since: Version = (0,)
    backports: tuple[Version, ...] = ()
    advice: str = ""

    def concerns(self, version: Version) -> bool:
        """Tell whether a version has the fault."""
        branch_mended = any(
            version[: len(each) - 1] == each[:-1] and version >= each for each in self.backports
        )
        return self.since <= version < self.mended and not branch_mended


KNOWN_FAULTS = (
    KnownFault(
        "tornado",
        (6, 5, 8),
        "một yêu cầu toàn dấu & làm cả máy chủ đứng lại (CVE-2026-82397)",
        "https://www.tornadoweb.org/en/latest/releases/v6.5.8.html",
    ),
    KnownFault(
        "tornado",
        (6, 5, 5),
        "một yêu cầu nhiều phần làm cả máy chủ đứng lại (CVE-2026-31958)",
        "https://www.tornadoweb.org/en/stable/releases/v6.5.5.html",
    ),
    KnownFault(
        "jupyter_server",
        (2, 20, 0),
        "sổ tay của người khác chạy được mã khi xem qua `lachan lab` (CVE-2026-44727)",
        "https://github.com/jupyter-server/jupyter_server/security/advisories/GHSA-fcw5-x6j4-ccmp",
    ),
)

SQLITE_FAULT = KnownFault(
    "sqlite",
    (3, 51, 3),
    "hai chương trình cùng ghi có thể làm hỏng tệp dữ liệu, rất hiếm (WAL-reset)",
    "https://sqlite.org/wal.html#walresetbug",
    since=(3, 7, 0),
    backports=((3, 44, 6), (3, 50, 7)),
    advice="Thi thật thì dùng PostgreSQL, hoặc sao lưu ngay trước và sau giờ thi "
    '(sqlite3 lachan.db ".backup sao-luu.db").',
)

# The last day of security fixes: PEP 664, 693, 719 and 745 (the month's last day).
PYTHON_ENDS: dict[Version, dt.date] = {
    (3, 11): dt.date(2027, 10, 31),
    (3, 12): dt.date(2028, 10, 31),
    (3, 13): dt.date(2029, 10, 31),
    (3, 14): dt.date(2030, 10, 31),
}


def parse_version(text: str) -> Version:
    """Return the numbers of a release: ``6.5.8`` or ``6.5.8.post1`` is (6, 5, 8)."""
    found = re.match(r"\d+(?:\.\d+)*", text)
    return tuple(map(int, found.group().split("."))) if found else ()
