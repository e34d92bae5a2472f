"""The papers of a draft as one zip file, made one file at a time."""

from __future__ import annotations

import json
import tempfile
import zipfile
from collections.abc import Sequence

from lachan.domain.papers.paper import Paper
from lachan.domain.papers.rosters import Entrant
from lachan.workflows.papers.draft import PaperDraft
from lachan.workflows.papers.files import MANIFEST
from lachan.workflows.papers.make import print_papers
from lachan.workflows.papers.options import PaperOptions


class PaperArchive:
    """A zip that grows with every `step`, in a file without a name that ends with the process.

    Only one of the papers' files is in memory at a time. The same draft gives the same bytes.

    Attributes
    ----------
    paper, options
        What is printed.
    name
        What the zip should be called.
    made, total, current
        How many files there are, how many there will be, and the one that comes next.
    fingerprint
        The manifest's own hash; empty until the zip is whole.
    """

    def __init__(
        self, draft: PaperDraft, options: PaperOptions, roster: Sequence[Entrant] = ()
    ) -> None:
        self.paper: Paper = draft.paper
        self.options = options
        self.name = f"{draft.paper.blueprint.slug}-{len(draft.paper.forms)}-ma-de.zip"
        self.made, self.total, self.current, self.fingerprint = 0, 0, "", ""
        self._file = tempfile.TemporaryFile()  # noqa: SIM115 (open for as long as the archive)
        self._zip = zipfile.ZipFile(self._file, "w", zipfile.ZIP_DEFLATED)
        self._files = print_papers(draft, options, roster, on_progress=self._note)

    @property
    def is_whole(self) -> bool:
        """Whether all files are in."""
        return bool(self.fingerprint)

    @property
    def size(self) -> int:
        """How many bytes the zip has."""
        return self._file.seek(0, 2)

    def step(self) -> None:
        """Make one more file."""
        name, data = next(self._files)
        # ZipInfo's own date is 1980: the clock must not make two equal papers differ.
        self._zip.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
        self.made += 1
        if name == MANIFEST:
            self._zip.close()
            self.fingerprint = json.loads(data)["sha256"]

    def read(self, start: int, length: int) -> bytes:
        """Return up to `length` bytes of the whole zip from `start` on."""
        self._file.seek(start)
        return self._file.read(length)

    def close(self) -> None:
        """Let go of what was made."""
        self._files.close()
        self._zip.close()
        self._file.close()

    def _note(self, _made: int, count: int, name: str) -> None:
        self.total, self.current = count + 1, name
