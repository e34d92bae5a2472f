from __future__ import annotations

from pathlib import Path

import pytest

from lachan.apps.opening import app, is_served, open_app_content, render_notice
from lachan.errors import LachanError


def test_root_named_by_the_server_wins(
    sample: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LACHAN_ROOT", str(sample))
    assert open_app_content().root == sample


def test_without_it_the_surrounding_root_is_found(
    sample: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("LACHAN_ROOT", raising=False)
    monkeypatch.chdir(sample / "law")
    assert open_app_content().root == sample


@pytest.mark.parametrize(("value", "served"), [("1", True), ("", False)])
def test_is_served(value: str, served: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LACHAN_SERVED", value)
    assert is_served() is served


def test_fault_with_words_is_shown(capsys: pytest.CaptureFixture[str]) -> None:
    @app
    def page() -> None:
        raise LachanError("thiếu tệp")

    page()
    assert "HTML object" in capsys.readouterr().out


def test_fault_without_words_is_left_to_the_server() -> None:
    @app
    def page() -> None:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        page()


def test_notice_escapes_and_keeps_lines() -> None:
    assert render_notice("A & B", "một\n\n<b>hai</b>") == (
        '<section class="site-note"><h2>A &amp; B</h2>'
        "<p>một</p><p>&lt;b&gt;hai&lt;/b&gt;</p></section>"
    )
