"""Files that are sent compressed: a page's script and styles, named by their content."""

from __future__ import annotations

import gzip
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache

from tornado.web import HTTPError

from lachan.frontend import load_module, load_styles
from lachan.serving.files import FOREVER
from lachan.serving.pages import SiteHandler

_TYPES = {"js": "text/javascript; charset=UTF-8", "css": "text/css; charset=UTF-8"}


@dataclass(frozen=True, slots=True)
class PackedFile:
    """A file of a page; `data` is compressed by gzip."""

    name: str
    media_type: str
    data: bytes = field(repr=False)


@cache
def pack_module(module: str) -> Mapping[str, PackedFile]:
    """Return a front-end module's script and styles, by ``js`` and ``css``."""
    texts = {"js": load_module(module), "css": load_styles(module)}
    return {kind: _pack(kind, text.encode()) for kind, text in texts.items()}


def _pack(kind: str, data: bytes) -> PackedFile:
    digest = hashlib.sha256(data).hexdigest()[:12]
    return PackedFile(f"{digest}.{kind}", _TYPES[kind], gzip.compress(data, mtime=0))


class PackedHandler(SiteHandler):
    """Sends what is compressed, as it is to browsers that take it so."""

    def finish_packed(self, data: bytes) -> None:
        """Finish with `data`, which gzip has compressed."""
        self.set_header("Vary", "Accept-Encoding")
        if "gzip" in self.request.headers.get("Accept-Encoding", ""):
            self.set_header("Content-Encoding", "gzip")
            self.finish(data)
        else:
            self.finish(gzip.decompress(data))


class ModuleFileHandler(PackedHandler):
    """A page's script and styles; their names change with their content."""

    def initialize(self, module: str) -> None:
        """Take the module's name."""
        self._module = module

    def get(self, name: str) -> None:
        """Send the file."""
        files = pack_module(self._module).values()
        found = next((each for each in files if each.name == name), None)
        if found is None:
            raise HTTPError(404)
        self.set_header("Content-Type", found.media_type)
        self.set_header("Cache-Control", FOREVER)
        self.finish_packed(found.data)
