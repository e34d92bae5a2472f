"""From a blueprint, or from the manifest of an earlier paper, to one folder of files."""

from __future__ import annotations

import contextlib
import datetime as dt
import hashlib
import json
from collections import Counter
from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from lachan.content import Content
from lachan.domain.kinds import FormMode
from lachan.domain.papers.paper import Blueprint, Paper
from lachan.domain.papers.rosters import Entrant
from lachan.exchange import installed_versions, render_json
from lachan.exchange.snapshot.manifest import manifest
from lachan.workflows.papers.draft import PaperDraft, check_draft, draft_paper, load_manifest
from lachan.workflows.papers.files import MANIFEST, PaperPress
from lachan.workflows.papers.making_ahead import make_ahead
from lachan.workflows.papers.options import PaperOptions, check_names, options_from_json
from lachan.workflows.write_files import check_new_folder, write_folder

# Called with the number of files made so far, how many there will be, and the name of the next.
Progress = Callable[[int, int, str], None]


@dataclass(frozen=True, slots=True)
class PaperFiles:
    """Files of one paper, in the order in which they were written.

    `fingerprint` is the manifest's own hash: whoever writes it down can tell later that nothing
    was changed.
    """

    paper: Paper
    folder: Path
    names: tuple[str, ...]
    fingerprint: str

    @property
    def paths(self) -> tuple[Path, ...]:
        """Where the files are."""
        return tuple(self.folder / name for name in self.names)

    @property
    def counts(self) -> dict[str, int]:
        """How many files each folder ("de/") holds; a file outside them by its own name."""
        return dict(Counter(name[: name.find("/") + 1] or name for name in self.names))


def make_papers(
    content: Content,
    blueprint: Blueprint,
    out: Path,
    *,
    today: dt.date,
    seed: str | None = None,
    form_count: int | None = None,
    mode: FormMode | None = None,
    options: PaperOptions | None = None,
    roster: Sequence[Entrant] = (),
    on_progress: Progress = lambda _made, _all, _name: None,
) -> PaperFiles:
    """Write forms, sheets, keys, matrix, room material and manifest of a blueprint to `out`.

    The folder appears whole or not at all, and nothing is written over.

    Raises
    ------
    LachanError
        Where the bank cannot fill the blueprint, a code is wrong, a character has no glyph, or
        the folder cannot be written.
    """
    check_new_folder(out)
    chosen = options or PaperOptions()
    check_names(chosen.names, blueprint.date or today, today)
    draft = draft_paper(
        content, blueprint, today=today, seed=seed, form_count=form_count, mode=mode
    )
    return write_papers(draft, out, chosen, roster, on_progress=on_progress)


def reprint_papers(
    source: Path,
    out: Path,
    *,
    today: dt.date | None = None,
    options: PaperOptions | None = None,
    roster: Sequence[Entrant] = (),
    on_progress: Progress = lambda _made, _all, _name: None,
) -> PaperFiles:
    """Write again what a manifest.json and the items.json beside it describe; no bank is needed.

    With the options and the class list of the first time, and the same versions of the
    packages, every file has the same bytes (`changed_versions` names those that differ).

    Raises
    ------
    LachanError
        As of `make_papers`, and where names would be printed after the day of their end, if
        `today` is told.
    """
    check_new_folder(out)
    found = load_manifest(source)
    draft = PaperDraft(found.paper, found.context, found.revision)
    check_draft(draft)
    chosen = options or options_from_json(found.options)
    check_names(chosen.names if roster else None, found.paper.law_date, today)
    return write_papers(draft, out, chosen, roster, on_progress=on_progress)


def write_papers(
    draft: PaperDraft,
    out: Path,
    options: PaperOptions,
    roster: Sequence[Entrant],
    *,
    on_progress: Progress,
) -> PaperFiles:
    """Print a draft into a new folder."""
    names: list[str] = []
    marks: list[str] = []

    def files() -> Iterator[tuple[str, bytes]]:
        for name, data in print_papers(draft, options, roster, on_progress=on_progress):
            names.append(name)
            if name == MANIFEST:
                marks.append(json.loads(data)["sha256"])
            yield name, data

    write_folder(out, files())
    return PaperFiles(draft.paper, out, tuple(names), marks[0])


def print_papers(
    draft: PaperDraft,
    options: PaperOptions,
    roster: Sequence[Entrant] = (),
    *,
    on_progress: Progress = lambda _made, _all, _name: None,
) -> Generator[tuple[str, bytes]]:
    """Yield name and bytes of every file of a draft, made a little ahead of being asked for.

    The manifest comes last: it holds the hashes of the others.
    """
    jobs = PaperPress(draft.paper, draft.context, options, roster).files()
    written: dict[str, str] = {}
    on_progress(0, len(jobs), jobs[0][0])
    with contextlib.closing(make_ahead(jobs)) as files:
        for made, (name, data) in enumerate(files, 1):
            written[name] = hashlib.sha256(data).hexdigest()
            yield name, data
            if made < len(jobs):
                on_progress(made, len(jobs), jobs[made][0])
    on_progress(len(jobs), len(jobs), MANIFEST)
    record = manifest(
        draft.paper,
        versions=installed_versions(),
        digests=written,
        revision=draft.revision,
        context=draft.context,
        options=options.to_json(),
    )
    yield MANIFEST, render_json(record)


def changed_versions(recorded: Mapping[str, str]) -> tuple[str, ...]:
    """Return what of the installed packages differs from a manifest's versions, in words."""
    installed = installed_versions()
    return tuple(
        f"{name} {installed.get(name, 'không có')} (khi ra đề là {version})"
        for name, version in sorted(recorded.items())
        if installed.get(name) != version
    )
