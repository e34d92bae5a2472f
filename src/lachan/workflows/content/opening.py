"""Find and load the content, refusing it when it has errors."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from lachan import content as files
from lachan.content import find_root
from lachan.content.school import require_school
from lachan.errors import ContentError, Problem, Severity
from lachan.workflows.environment import ROOT_ENV, SCHOOL_ENV

if TYPE_CHECKING:
    from lachan.content import Content, Lawbook


def open_named_content(
    environment: Mapping[str, str], root: Path | None = None, *, near: Path | None = None
) -> Content:
    """Return the content of `root`, else of the environment's LACHAN_ROOT, else what is near.

    The school's folder is the one of the environment's LACHAN_SCHOOL, else the content's own.

    Parameters
    ----------
    near
        The folder of the notebook that asks; looked from before the current one.
    """
    named, school = environment.get(ROOT_ENV, ""), environment.get(SCHOOL_ENV, "")
    return open_content(
        root or (Path(named) if named else None),
        school=Path(school) if school else None,
        near=near,
    )


def open_content(
    root: Path | None = None,
    banks: Sequence[Path] = (),
    *,
    school: Path | None = None,
    kit_only: bool = False,
    near: Path | None = None,
) -> Content:
    """Return the content of `root`, else what is found from `near` or here (see `find_root`).

    Parameters
    ----------
    school
        The school's own folder; left out, the one that the content's lachan.toml names.
    kit_only
        Whether no school's folder is read, named or not.

    Raises
    ------
    ContentError
        Where a file cannot be read as what it should be; carries every problem.
    RootError
        Where no content is found.
    SchoolFolderError
        Where `school` is no school's folder.
    """
    found = find_root(root, *_starts(near))
    own = require_school(school, found) if school else None
    # By its module: what reads files is loaded here and not with the command line.
    content = files.load_content(found, banks, own, kit_only=kit_only)
    _refuse_errors(content.problems)
    return content


def open_lawbook(root: Path | None = None, school: Path | None = None) -> Lawbook:
    """Return the law and the settings of `root` alone; raises as `open_content` does."""
    found = find_root(root, Path.cwd())
    lawbook = files.load_lawbook(found, require_school(school, found) if school else None)
    _refuse_errors(lawbook.problems)
    return lawbook


def _starts(near: Path | None) -> tuple[Path, ...]:
    return (Path.cwd(),) if near is None else (near.resolve(), Path.cwd())


def _refuse_errors(problems: Iterable[Problem]) -> None:
    errors = [problem for problem in problems if problem.severity is Severity.ERROR]
    if errors:
        raise ContentError(errors)
