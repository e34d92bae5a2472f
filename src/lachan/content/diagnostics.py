"""Collect problems while reading, and find the line of any value later."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from lachan.domain.source import Pointer, Source
from lachan.errors import Problem, Severity

Position = tuple[int, int]
Positions = Mapping[Pointer, Position]


@dataclass(slots=True)
class Diagnostics:
    """Problems found so far, and where each value of each file stands (one-based).

    Parameters
    ----------
    root
        The content root that files are named from; without it, each from the folder that it was
        read from.
    """

    problems: list[Problem] = field(default_factory=list)
    positions: dict[str, Positions] = field(default_factory=dict)
    root: Path | None = None

    def name_of(self, path: Path, folder: Path) -> str:
        """Return how problems name a file of `folder`, with forward slashes.

        Relative to the content root; a file outside it (a school's, a private bank's) by its
        whole path, since it may have the same place in its folder as one of ours.
        """
        root = self.root or folder
        return (path.relative_to(root) if path.is_relative_to(root) else path).as_posix()

    def report(
        self,
        code: str,
        source: Source,
        message: str,
        hint: str = "",
        severity: Severity = Severity.ERROR,
    ) -> None:
        """Add a problem at the place of a value."""
        position = locate(self.positions, source)
        self.report_at(code, source.file, position, message, hint, severity, source.pointer)

    def report_at(
        self,
        code: str,
        file: str,
        position: Position,
        message: str,
        hint: str = "",
        severity: Severity = Severity.ERROR,
        pointer: Pointer = (),
    ) -> None:
        """Add a problem at a line and column."""
        self.problems.append(Problem(code, severity, file, *position, message, hint, pointer))


def locate(positions: Mapping[str, Positions], source: Source) -> Position:
    """Return the (line, column) of a value, or of the nearest container that has one."""
    if source.pointer[:1] == ("body",):
        return (int(source.pointer[1]), 1)
    known = positions.get(source.file, {})
    for length in range(len(source.pointer), -1, -1):
        position = known.get(source.pointer[:length])
        if position is not None:
            return position
    return (1, 1)
