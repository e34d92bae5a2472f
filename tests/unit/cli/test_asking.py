"""Questions at the terminal say in Vietnamese what they cannot take, and ask again."""

from __future__ import annotations

import io
import sys

import pytest
import typer
from typer.testing import CliRunner

from lachan.cli.asking import AskNumber, AskText, ask_secret, insist
from lachan.cli.console import err

Told = pytest.CaptureFixture[str]


def test_a_choice_that_is_none_is_asked_again(capsys: Told) -> None:
    typed = io.StringIO("thpt\nthcs\n")
    assert AskText.ask("Cấp", choices=["thcs"], console=err, stream=typed) == "thcs"
    assert "Hãy gõ một trong các chữ trong ngoặc vuông." in capsys.readouterr().err


def test_a_number_that_is_none_is_asked_again(capsys: Told) -> None:
    assert AskNumber.ask("Số phút", console=err, stream=io.StringIO("mười\n10\n")) == 10
    assert "Hãy gõ một số nguyên." in capsys.readouterr().err


@pytest.mark.parametrize(("typed", "goes_on"), [("y\nc\n", True), ("K\n", False)])
def test_what_cannot_be_undone_needs_a_yes(
    typed: str, goes_on: bool, monkeypatch: pytest.MonkeyPatch, capsys: Told
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(typed))
    if goes_on:
        insist("Xóa thật?")
        assert "Hãy gõ c (có) hoặc k (không)." in capsys.readouterr().err
    else:
        with pytest.raises(typer.Abort):
            insist("Xóa thật?")


def test_a_secret_typed_twice_must_be_the_same() -> None:
    app = typer.Typer()

    @app.command()
    def ask() -> None:
        typer.echo(f"[{ask_secret('Mật khẩu', 'Lần nữa')}]")

    done = CliRunner().invoke(app, input="một\nhai\nba\nba\n")

    assert (0, "[ba]") == (done.exit_code, done.stdout.split()[-1])
    assert "Hai lần gõ không giống nhau. Hãy gõ lại." in done.stderr
