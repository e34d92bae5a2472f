"""Questions at the terminal, which answer in Vietnamese to what they cannot take."""

from __future__ import annotations

import typer
from rich.prompt import Confirm, IntPrompt, Prompt

from lachan.cli.console import err


class AskText(Prompt):
    """Ask for a line of text."""

    illegal_choice_message = "[prompt.invalid.choice]Hãy gõ một trong các chữ trong ngoặc vuông."


class AskNumber(IntPrompt):
    """Ask for a whole number."""

    validate_error_message = "[prompt.invalid]Hãy gõ một số nguyên."


class AskSure(Confirm):
    """Ask whether it is meant: c for yes, k for no."""

    choices = ["c", "k"]  # noqa: RUF012 - as rich has it
    validate_error_message = "[prompt.invalid]Hãy gõ c (có) hoặc k (không)."


def insist(question: str) -> None:
    """Go on where the answer is yes.

    Raises
    ------
    typer.Abort
        Where it is no.
    """
    if not AskSure.ask(question, console=err):
        raise typer.Abort


def ask_secret(question: str, again: str = "") -> str:
    """Return what is typed unseen, not empty; typed twice where `again` is the second question."""
    while True:
        answer: str = typer.prompt(question, hide_input=True, err=True)
        if not again or answer == typer.prompt(again, hide_input=True, err=True):
            return answer
        err.print("Hai lần gõ không giống nhau. Hãy gõ lại.", style="yellow")
