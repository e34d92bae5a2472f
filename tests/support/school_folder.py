"""A school's folder beside the sample, to put files into."""

from __future__ import annotations

from pathlib import Path

from lachan.content.school import SCHOOL_FILE

ITEMS = "quiz_bank/thcs/mau.yaml"

NEW_ITEM = """\
items:
  - id: truong-001
    type: short_answer
    level: biet
    stem: Số điện thoại của tổng đài quốc gia bảo vệ trẻ em là số nào?
    key: "111"
    reason: Số 111 miễn phí và trực cả ngày đêm.
    citations: [luat-mau/d3]
"""


def make_school(folder: Path, files: dict[str, str] | None = None, settings: str = "") -> Path:
    """Return a school's folder with these files, by their path in it."""
    for name, text in {SCHOOL_FILE: settings, **(files or {})}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def take_over(sample: Path, school: Path, name: str, old: str, new: str) -> Path:
    """Copy a file of the sample into the school's folder, with `old` replaced by `new`."""
    text = (sample / name).read_text(encoding="utf-8")
    assert old in text
    path = school / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return path
