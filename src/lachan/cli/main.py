"""Gather the commands; turn every expected fault into a sentence and an exit status."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from lachan import __version__
from lachan.cli import (
    bank,
    build,
    check,
    coverage,
    database,
    doctor,
    export,
    lab,
    law,
    lint,
    passcode,
    review,
    school,
    serve,
    unlock,
    usb,
)
from lachan.cli.app import App
from lachan.cli.console import print_error, speak_utf8
from lachan.cli.contests import contest
from lachan.cli.contests import files as contest_files
from lachan.cli.contests import privacy as contest_privacy
from lachan.cli.papers import paper
from lachan.cli.papers import plan as paper_plan
from lachan.errors import LachanError

app = App(help="Lá Chắn: bài học, câu hỏi và đề thi tìm hiểu pháp luật phòng, chống mua bán người.")
app.command("check")(check.check)
app.command("build")(build.build)
app.command("lint")(lint.lint)
app.command("coverage")(coverage.coverage)
app.command("serve")(serve.serve)
app.command("doctor")(doctor.doctor)
app.command("unlock")(unlock.unlock)
app.command("passcode")(passcode.passcode)
app.command("usb")(usb.usb)
# What we do not know is for JupyterLab.
app.command("lab", context_settings={"allow_extra_args": True, "ignore_unknown_options": True})(
    lab.lab
)
paper.app.command("plan")(paper_plan.plan)
contest.app.command("cards")(contest_files.cards)
contest.app.command("results")(contest_files.results)
contest.app.command("certificates")(contest_files.certificates)
contest.app.command("consent")(contest_privacy.consent)
contest.app.command("withdraw")(contest_privacy.withdraw)
contest.app.command("erase")(contest_privacy.erase)
app.add_typer(paper.app, name="paper")
app.add_typer(export.app, name="export")
app.add_typer(bank.app, name="bank")
app.add_typer(law.app, name="law")
app.add_typer(school.app, name="school")
app.add_typer(review.app, name="review")
app.add_typer(contest.app, name="contest")
app.add_typer(database.app, name="db")


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"lachan {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="In phiên bản.")
    ] = False,
) -> None:
    """Lá Chắn: bài học, câu hỏi và đề thi tìm hiểu pháp luật phòng, chống mua bán người."""


def main() -> None:
    """Run the command line; a fault of the content or of a file is told, never traced."""
    speak_utf8()
    try:
        app()
    except (LachanError, OSError) as error:
        print_error(error)
        sys.exit(1)
    except KeyboardInterrupt:
        sys.exit(130)
