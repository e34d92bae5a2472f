"""The page on which everyone looks the law up, and what to take from it: no kernel, no account."""

from __future__ import annotations

import asyncio
import gzip
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from markupsafe import Markup
from tornado.web import HTTPError

from lachan.content import Content
from lachan.frontend import render_script_json
from lachan.serving.packed import ModuleFileHandler, PackedHandler, pack_module
from lachan.serving.pages import SiteHandler
from lachan.wire.law import law_json
from lachan.workflows.law.page import make_law_page
from lachan.workflows.law.printed import make_law_index

PAGE_PATH = "tra-cuu"
MODULE = "law/lookup"
PRINTED = "tra-cuu-phap-luat.pdf"
OFFLINE = "tra-cuu-phap-luat.html"

_TYPES = {PRINTED: "application/pdf", OFFLINE: "text/html; charset=UTF-8"}


@dataclass(slots=True)
class LawShelf:
    """What the page and its files are made of: the registry as it was when the server started.

    Each is made once, when it is asked for first.
    """

    content: Content
    _page: bytes = b""
    _files: dict[str, bytes] = field(default_factory=dict)
    _lock: asyncio.Lock = field(default_factory=asyncio.Lock)

    async def find_page(self, address: Callable[[str], str], fill: Callable[[str], str]) -> bytes:
        """Return the page, compressed.

        Parameters
        ----------
        address
            Gives the address of a path below the server's.
        fill
            Puts script JSON into the template.
        """
        async with self._lock:
            if not self._page:
                data = await asyncio.to_thread(self._render_data, address)
                self._page = gzip.compress(fill(data).encode(), mtime=0)
            return self._page

    def _render_data(self, address: Callable[[str], str]) -> str:
        data = law_json(
            self.content,
            lesson_href=address("voila/render/bai_hoc.ipynb?bai={slug}"),
            practice_href=address("voila/render/luyen_tap.ipynb?cap={band}&chu-de={slug}"),
            print_href=address(f"{PAGE_PATH}/{PRINTED}"),
            offline_href=address(f"{PAGE_PATH}/{OFFLINE}"),
        )
        return render_script_json(data)

    async def find_file(self, name: str) -> bytes:
        """Return the printed index or the page for a machine without a network."""
        # One at a time: a whole class may ask for it in the same second.
        async with self._lock:
            if name not in self._files:
                self._files[name] = await asyncio.to_thread(_MAKERS[name], self.content)
            return self._files[name]


_MAKERS: Mapping[str, Callable[[Content], bytes]] = {
    PRINTED: make_law_index,
    OFFLINE: lambda content: make_law_page(content).encode(),
}


class LawPageHandler(PackedHandler):
    """The page: the same for everyone, whatever is looked up on it."""

    def initialize(self, shelf: LawShelf) -> None:
        """Take what it is made of."""
        self._shelf = shelf

    async def get(self) -> None:
        """Send the page; a browser that has it already is told so."""
        page = await self._shelf.find_page(self.address, self._fill)
        self.set_header("Content-Type", "text/html; charset=UTF-8")
        self.set_header("Cache-Control", "no-cache")
        self.finish_packed(page)

    def _fill(self, data: str) -> str:
        files = pack_module(MODULE).items()
        return self.fill(
            "law.html",
            files={kind: f"{PAGE_PATH}/tep/{each.name}" for kind, each in files},
            printed=f"{PAGE_PATH}/{PRINTED}",
            data=Markup(data),  # noqa: S704 - safe inside a script
        )


class LawFileHandler(SiteHandler):
    """The printed index, and the page for a machine without a network."""

    def initialize(self, shelf: LawShelf) -> None:
        """Take what makes them."""
        self._shelf = shelf

    async def get(self, name: str) -> None:
        """Send the file."""
        if name not in _TYPES:
            raise HTTPError(404)
        data = await self._shelf.find_file(name)
        self.set_header("Content-Type", _TYPES[name])
        self.set_header("Content-Disposition", f'attachment; filename="{name}"')
        self.set_header("Cache-Control", "no-cache")
        self.finish(data)


def law_handlers(content: Content) -> list[tuple[str, Any, dict[str, Any]]]:
    """Return the addresses of this module, relative to the server's."""
    shelf = LawShelf(content)
    return [
        (rf"{PAGE_PATH}/?", LawPageHandler, {"shelf": shelf}),
        (rf"{PAGE_PATH}/tep/([0-9a-f]+\.\w+)", ModuleFileHandler, {"module": MODULE}),
        (rf"{PAGE_PATH}/([a-z.-]+)", LawFileHandler, {"shelf": shelf}),
    ]
