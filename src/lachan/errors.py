"""Faults as data (`Problem`) and as exceptions (`LachanError`)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How bad a problem is: an error stops the build, a warning does not."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault in the content, located like a compiler's message.

    Attributes
    ----------
    code
        Stable code, documented in docs/problems.md (for example ``QB012``).
    file
        Path relative to the content root, with forward slashes.
    line, column
        One-based; 1, 1 when only the file is known.
    message
        Vietnamese: what was expected and what was found.
    hint
        Vietnamese: what to do; may be empty.
    pointer
        The keys and indexes that lead to the value; empty where it is about the whole.
    """

    code: str
    severity: Severity
    file: str
    line: int
    column: int
    message: str
    hint: str = ""
    pointer: tuple[str | int, ...] = ()

    def __str__(self) -> str:
        tail = f"; {self.hint}" if self.hint else ""
        return f"{self.file}:{self.line}:{self.column}: {self.code} {self.message}{tail}"


class LachanError(Exception):
    """Base of everything this package raises; its text is Vietnamese and fit for users."""


class ContentError(LachanError):
    """Content could not be used; carries every problem found, not only the first."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))
