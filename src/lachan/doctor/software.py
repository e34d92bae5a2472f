"""Python, libraries with known faults, and the fonts of screens and papers."""

from __future__ import annotations

import datetime as dt
import sqlite3
import sys
from collections.abc import Callable, Iterator, Mapping
from importlib.metadata import PackageNotFoundError, version

from lachan.doctor.finding import Finding, State
from lachan.doctor.known_faults import (
    KNOWN_FAULTS,
    PYTHON_ENDS,
    SQLITE_FAULT,
    KnownFault,
    Version,
    parse_version,
)
from lachan.doctor.plan import Plan
from lachan.errors import LachanError
from lachan.os_words import describe_os_error
from lachan.printing import find_missing_glyphs
from lachan.text import date_in_vietnam, format_date
from lachan.workflows.database import database_url
from lachan.workflows.screen_fonts import FONT_WEIGHTS, open_screen_font

_SAMPLE = "Ấy ỡ ẵ ỷ Đ ư ệ ≥ – “”"


def check_software(plan: Plan) -> Iterator[Finding]:
    """Tell what is installed and known to be faulty, and whether the fonts can be made."""
    yield judge_python(sys.version_info[:3], date_in_vietnam(plan.until))
    yield from judge_packages(read_versions())
    if database_url(plan.environment).startswith("sqlite"):
        yield judge_sqlite(sqlite3.sqlite_version_info, plan.entrants)
    yield judge_fonts(_try_fonts)


def judge_python(running: Version, last_day: dt.date) -> Finding:
    """Return whether this Python gets security fixes until the last day."""
    found = "bản " + ".".join(map(str, running))
    ends = PYTHON_ENDS.get(running[:2])
    if ends is not None and last_day > ends:
        advice = f"Bản này thôi được vá từ {format_date(ends)}; dùng Python mới hơn."
        return Finding("software.python", "Python", State.WARNING, found, advice)
    return Finding("software.python", "Python", State.GOOD, found)


def read_versions() -> dict[str, Version]:
    """Return the versions of the packages that have a known fault, where they are installed."""
    found = {}
    for name in dict.fromkeys(fault.name for fault in KNOWN_FAULTS):
        try:
            found[name] = parse_version(version(name))
        except PackageNotFoundError:
            continue
    return found


def judge_packages(versions: Mapping[str, Version]) -> Iterator[Finding]:
    """Return each known fault that an installed version has; one line where there is none."""
    title = "Thư viện có lỗi đã biết"
    faulty = [f for f in KNOWN_FAULTS if f.name in versions and f.concerns(versions[f.name])]
    if not faulty:
        shown = ", ".join(f"{name} {_spell(number)}" for name, number in versions.items())
        yield Finding("software.packages", title, State.GOOD, f"không có ({shown})")
    for fault in faulty:
        yield _tell(fault, versions[fault.name], title, State.FAULT)


def judge_sqlite(running: Version, entrants: int) -> Finding:
    """Return whether SQLite's library has a fault that a contest could meet."""
    title = "Thư viện SQLite"
    if not entrants or not SQLITE_FAULT.concerns(running):
        return Finding("software.sqlite", title, State.GOOD, f"bản {_spell(running)}")
    return _tell(SQLITE_FAULT, running, title, State.WARNING)


def _tell(fault: KnownFault, running: Version, title: str, state: State) -> Finding:
    found = f"{fault.name} {_spell(running)}: {fault.what}"
    newer = f"Bản {_spell(fault.mended)} trở lên đã vá ({fault.source})."
    check = "software.sqlite" if fault.name == "sqlite" else "software.packages"
    return Finding(check, title, state, found, f"{fault.advice} {newer}".strip())


def judge_fonts(attempt: Callable[[], None]) -> Finding:
    """Return whether every Vietnamese letter can be shown and printed."""
    try:
        attempt()
    except (LachanError, OSError, KeyError) as error:
        advice = "Cài lại lachan: pip install --force-reinstall lachan"
        found = describe_os_error(error) if isinstance(error, OSError) else str(error)
        return Finding("software.fonts", "Phông chữ", State.FAULT, found, advice)
    return Finding("software.fonts", "Phông chữ", State.GOOD, "màn hình và giấy in đủ chữ Việt")


def _try_fonts() -> None:
    for weight in FONT_WEIGHTS:
        open_screen_font(weight)
    missing = find_missing_glyphs(_SAMPLE)
    if missing:
        raise LachanError(f"phông in thiếu chữ: {' '.join(sorted(missing))}")


def _spell(number: Version) -> str:
    return ".".join(map(str, number))
