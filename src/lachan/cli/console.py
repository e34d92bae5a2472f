"""Print problems and errors to the terminal, all in one way."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from rich.console import Console
from rich.text import Text

from lachan.errors import ContentError, Problem, Severity
from lachan.os_words import describe_os_error

out = Console(highlight=False, soft_wrap=True)
err = Console(stderr=True, highlight=False, soft_wrap=True)

_STYLES = {Severity.ERROR: ("lỗi", "bold red"), Severity.WARNING: ("cảnh báo", "yellow")}


def speak_utf8() -> None:
    """Let all that is told leave as UTF-8: no other encoding of a system has all of Vietnamese.

    A console gets it so by itself; a file or a pipe on Windows would get the system's own.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors=stream.errors)


def print_problems(problems: Sequence[Problem], console: Console = out) -> None:
    """Print each problem like a compiler's line, then the count."""
    for problem in problems:
        console.print(_line(problem, *_STYLES[problem.severity]))
    errors = count_errors(problems)
    console.print(f"{errors} lỗi, {len(problems) - errors} cảnh báo")


def print_rereads(rereads: Sequence[Problem], console: Console = out) -> None:
    """Print what should be read again in the same way; it is counted with no problem."""
    for each in rereads:
        console.print(_line(each, "đọc lại", "yellow"))


def _line(problem: Problem, word: str, style: str) -> Text:
    line = Text(f"{problem.file}:{problem.line}:{problem.column}: ")
    line.append(f"{word} {problem.code}", style=style)
    line.append(f" {problem.message}")
    if problem.hint:
        line.append(f"; {problem.hint}", style="cyan")
    return line


def print_problems_json(problems: Sequence[Problem], **more: Any) -> None:
    """Print one JSON document for editors: the problems, the counts and what else is told."""
    errors = count_errors(problems)
    report = {
        "problems": [asdict(problem) for problem in problems],
        "errors": errors,
        "warnings": len(problems) - errors,
        **more,
    }
    out.print(json.dumps(report, ensure_ascii=False, indent=2), markup=False)


def count_errors(problems: Sequence[Problem]) -> int:
    """Return how many of the problems are errors."""
    return sum(problem.severity is Severity.ERROR for problem in problems)


def print_error(error: Exception) -> None:
    """Print a raised error to standard error."""
    if isinstance(error, ContentError):
        print_problems(error.problems, err)
        return
    text = str(error)
    if isinstance(error, OSError):
        text = f"{error.filename or 'tệp'}: {describe_os_error(error)}"
    err.print(Text.assemble(("lỗi ", "bold red"), text))
