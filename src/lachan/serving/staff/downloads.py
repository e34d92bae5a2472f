"""Files made on request from a lesson, kept while the lesson's source stays the same."""

from __future__ import annotations

import asyncio
import hashlib
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass, field

from lachan.content import Content
from lachan.errors import LachanError
from lachan.limits.classroom import KEPT_DOWNLOADS
from lachan.workflows.lessons.products import PRODUCTS, LessonProduct


@dataclass(frozen=True, slots=True)
class Download:
    """Bytes ready to send."""

    data: bytes
    digest: str


@dataclass(slots=True)
class DownloadShelf:
    """Makes files in a thread, once for each state of the lesson's source.

    Parameters
    ----------
    products
        What there is to fetch of each lesson.
    most_kept
        How many files stay in memory.
    """

    content: Content
    products: Sequence[LessonProduct] = PRODUCTS
    most_kept: int = KEPT_DOWNLOADS.value
    _kept: OrderedDict[tuple[str, str, str], Download] = field(default_factory=OrderedDict)
    _lock: asyncio.Lock = field(default_factory=asyncio.Lock)

    def find(self, slug: str, file_name: str) -> LessonProduct | None:
        """Return the product that ``<slug>/<file_name>`` asks for, or None."""
        named = (each for each in self.products if each.name_within(slug) == file_name)
        return next(named, None)

    async def get(self, product: LessonProduct, slug: str) -> Download | None:
        """Return the file, or None where there is no such lesson."""
        digest = self._find_digest(slug)
        if digest is None:
            return None
        place = (product.file_name, slug, digest)
        # One at a time: a whole class may ask for the same handout in the same second.
        async with self._lock:
            if place not in self._kept:
                data = await asyncio.to_thread(product.make, slug, self.content)
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
