"""The screens' fonts are kept in the user's cache, and made where there is none."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from lachan.printing import PrintError, screen_font
from lachan.workflows.screen_fonts import open_screen_font


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    open_screen_font.cache_clear()
    yield tmp_path / "lachan"
    open_screen_font.cache_clear()


def test_a_font_is_made_once_and_kept(cache: Path) -> None:
    made = open_screen_font(400)
    [kept] = cache.iterdir()
    assert kept.read_bytes() == made == screen_font(400)
    # What is there is what is given: a mark in an unused place of the header comes back.
    marked = made[:20] + b"\xff\xff" + made[22:]
    kept.write_bytes(marked)
    open_screen_font.cache_clear()
    assert open_screen_font(400) == marked


@pytest.mark.parametrize("spoilt", [b"", b"wOF2", b"<html>"])
def test_half_a_file_is_made_anew(cache: Path, spoilt: bytes) -> None:
    made = open_screen_font(600)
    [kept] = cache.iterdir()
    kept.write_bytes(spoilt or made[:-1])
    open_screen_font.cache_clear()
    assert open_screen_font(600) == made
    assert kept.read_bytes() == made


def test_a_cache_that_cannot_be_is_done_without(cache: Path) -> None:
    cache.write_text("a file where the folder should be", "utf-8")
    assert open_screen_font(700).startswith(b"wOF2")


def test_weights_have_files_of_their_own(cache: Path) -> None:
    assert len({open_screen_font(weight) for weight in (400, 600, 700)}) == 3
    assert len(list(cache.iterdir())) == 3


def test_other_weights_are_refused() -> None:
    with pytest.raises(PrintError, match="nặng 500"):
        open_screen_font(500)
