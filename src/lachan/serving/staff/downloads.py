"""Files made on request from a lesson, kept while the lesson's source stays the same."""

from __future__ import annotations

import asyncio
import hashlib
from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass, field

from lachan.content import Content
from lachan.errors import LachanError
from lachan.limits.classroom import KEPT_DOWNLOADS
from lachan.workflows.lessons import files as lesson_files
from lachan.workflows.lessons.files import Render


@dataclass(frozen=True, slots=True)
class DownloadKind:
    """A file a lesson gives: its name in the address, its media type, who may fetch it."""

    key: str
    media_type: str
    staff: bool


PUPIL_HANDOUT = DownloadKind(lesson_files.PUPIL_HANDOUT, "application/pdf", staff=False)
TEACHER_HANDOUT = DownloadKind(lesson_files.TEACHER_HANDOUT, "application/pdf", staff=True)
NOTEBOOK = DownloadKind(lesson_files.NOTEBOOK, "application/x-ipynb+json", staff=True)
OFFLINE_PAGE = DownloadKind(lesson_files.OFFLINE_PAGE, "text/html; charset=utf-8", staff=True)
LEAFLET = DownloadKind(lesson_files.LEAFLET, "application/pdf", staff=False)
PLAN = DownloadKind(
    lesson_files.PLAN,
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    staff=True,
)
KINDS = (PUPIL_HANDOUT, LEAFLET, TEACHER_HANDOUT, PLAN, NOTEBOOK, OFFLINE_PAGE)


@dataclass(frozen=True, slots=True)
class Download:
    """Bytes ready to send."""

    data: bytes
    digest: str


def find_kind(slug: str, file_name: str) -> DownloadKind | None:
    """Return the kind that ``<slug>/<file_name>`` asks for, or None; notebooks bear the slug."""
    if file_name == f"{slug}.ipynb":
        return NOTEBOOK
    return next((kind for kind in KINDS if kind is not NOTEBOOK and kind.key == file_name), None)


@dataclass(slots=True)
class DownloadShelf:
    """Makes files in a thread, once for each state of the lesson's source.

    Parameters
    ----------
    renderers
        For a kind's key, the function that turns a lesson's slug into the file.
    most_kept
        How many files stay in memory.
    """

    content: Content
    renderers: Mapping[str, Render]
    most_kept: int = KEPT_DOWNLOADS.value
    _kept: OrderedDict[tuple[str, str, str], Download] = field(default_factory=OrderedDict)
    _lock: asyncio.Lock = field(default_factory=asyncio.Lock)

    async def get(self, kind: DownloadKind, slug: str) -> Download | None:
        """Return the file, or None where there is no such lesson or nobody renders this kind."""
        render = self.renderers.get(kind.key)
        digest = self._find_digest(slug)
        if render is None or digest is None:
            return None
        place = (kind.key, slug, digest)
        # One at a time: a whole class may ask for the same handout in the same second.
        async with self._lock:
            if place not in self._kept:
                data = await asyncio.to_thread(render, slug)
                self._kept[place] = Download(data, hashlib.sha256(data).hexdigest())
                while len(self._kept) > self.most_kept:
                    self._kept.popitem(last=False)
            return self._kept[place]

    def _find_digest(self, slug: str) -> str | None:
        try:
            lesson = self.content.get_lesson(slug)
        except LachanError:
            return None
        if lesson.slug != slug:
            return None
        return hashlib.sha256((self.content.root / lesson.source.file).read_bytes()).hexdigest()
