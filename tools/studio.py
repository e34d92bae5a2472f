"""A browser before a running server, and the folder for the pictures it takes."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page, ViewportSize

from support.browsers import WatchedBrowser
from support.visit import Visit, open_visit

MOST_BYTES = 120_000
COLOURS = 128
WIDE: ViewportSize = {"width": 1280, "height": 800}


@dataclass(frozen=True)
class Studio:
    """A browser before a running server, and the folder for its pictures.

    `room` is the address of the contest room, `code` lets one enter the contest there.
    """

    browser: WatchedBrowser
    base: str
    folder: Path
    room: str
    code: str

    @contextmanager
    def visit(self, size: str, **wishes: object) -> Iterator[Visit]:
        visit = open_visit(self.browser, self.base, size, self.folder, **wishes)
        yield visit
        visit.context.close()

    @contextmanager
    def visit_on_laptop(self) -> Iterator[Visit]:
        with self.visit("1920x1080") as visit:
            visit.page.set_viewport_size(WIDE)
            yield visit

    @contextmanager
    def visit_as_staff(self, path: str) -> Iterator[Visit]:
        """Log in on a laptop and go to a page."""
        with self.visit_on_laptop() as visit:
            visit.log_in()
            visit.go(path)
            yield visit

    def keep(self, name: str, picture: Image.Image) -> None:
        """Write a picture with few colours; one that is too large is an error."""
        small = picture.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
        path = self.folder / f"{name}.png"
        small.save(path, optimize=True)
        if path.stat().st_size > MOST_BYTES:
            raise SystemExit(f"{path} has {path.stat().st_size} bytes, more than {MOST_BYTES}")


def shoot(page: Page) -> Image.Image:
    return Image.open(io.BytesIO(page.screenshot()))
