"""A snapshot gives the same values back, to nobody but its owner."""

from __future__ import annotations

from pathlib import Path

from lachan.content import load_content
from lachan.workflows.snapshot import read_snapshot, write_snapshot


def test_the_same_content_comes_back(sample: Path, tmp_path: Path) -> None:
    content = load_content(sample)
    write_snapshot(content, tmp_path / "content.pickle")

    again = read_snapshot(tmp_path / "content.pickle")

    assert (content.lessons, content.items) == (again.lessons, again.items)
    assert content.provisions == again.provisions
    assert again.get_item("mau-001").revision == content.get_item("mau-001").revision


def test_nobody_else_may_read_it(sample: Path, tmp_path: Path) -> None:
    write_snapshot(load_content(sample), tmp_path / "content.pickle")

    assert (tmp_path / "content.pickle").stat().st_mode & 0o777 == 0o600
