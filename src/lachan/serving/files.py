"""Files the server sends: fonts, the neutral page, template and front-end files, downloads."""

from __future__ import annotations

import os
from hashlib import sha256

from jupyter_server.base.handlers import FileFindHandler
from tornado.web import HTTPError
from voila.static_file_handler import MultiStaticFileHandler

from lachan.frontend import load_module
from lachan.serving.pages import SiteHandler
from lachan.workflows.lessons.products import PDF
from lachan.workflows.screen_fonts import FONT_WEIGHTS, render_font_faces

NEUTRAL_PATH = "bang-cuu-chuong"
FOREVER = "public, max-age=31536000, immutable"


class FontStylesHandler(SiteHandler):
    """The style sheet that names our fonts."""

    def get(self) -> None:
        """Write one ``@font-face`` a weight."""
        self.set_header("Content-Type", "text/css; charset=UTF-8")
        self.set_header("Cache-Control", "public, max-age=86400")
        self.finish(render_font_faces("{}.woff2".format))


class FontHandler(SiteHandler):
    """A font file, the same bytes for as long as the server runs."""

    def get(self, weight: str) -> None:
        """Write the font of that weight."""
        if int(weight) not in FONT_WEIGHTS:
            raise HTTPError(404)
        self.set_header("Content-Type", "font/woff2")
        self.set_header("Cache-Control", FOREVER)
        self.finish(self.site.font(int(weight)))


def make_page_script() -> tuple[str, bytes]:
    """Return the address and the bytes of the script that brings a page's widgets to life."""
    script = load_module("page/widget-page").encode()
    return f"lachan/trang.{sha256(script).hexdigest()[:16]}.js", script


class PageScriptHandler(SiteHandler):
    """The script of every page with widgets; its address changes with its content."""

    def initialize(self, script: bytes) -> None:
        """Take the script."""
        self._script = script

    def get(self) -> None:
        """Write it."""
        self.set_header("Content-Type", "text/javascript; charset=UTF-8")
        self.set_header("Cache-Control", FOREVER)
        self.finish(self._script)


class QuickExitHandler(SiteHandler):
    """The quick exit without JavaScript; its own address never stays in the address bar."""

    def get(self) -> None:
        """Redirect to a page that says nothing of us."""
        self.set_header("Cache-Control", "no-store")
        self.redirect(f"{self.settings['base_url']}{NEUTRAL_PATH}")


class StaticHandler(SiteHandler, MultiStaticFileHandler):  # type: ignore[misc]
    """Files of the template and of Voilà's front end, from listed folders only."""

    def get_absolute_path(self, root: str, path: str) -> str:
        """Return the first existing file; a path that climbs is refused before it is tried."""
        if "\0" in path or ".." in path.split("/"):
            raise HTTPError(404)
        found: str = super().get_absolute_path(root, path)
        # A name can be too long for the system, which `Path` raises and this does not.
        if not os.path.isfile(found):  # noqa: PTH113
            raise HTTPError(404)
        return found

    def get_cache_time(self, path: str, modified: object, mime_type: str) -> int:  # noqa: ARG002
        """Return how long browsers may keep a file, in seconds: its address names its version."""
        return 365 * 24 * 3600


class ExtensionHandler(SiteHandler, FileFindHandler):
    """Scripts of widgets that are not ours, from the listed extensions only."""


class NeutralPageHandler(StaticHandler):
    """The page the quick exit leads to, under an address that says nothing of us."""

    def get_cache_time(self, path: str, modified: object, mime_type: str) -> int:  # noqa: ARG002
        """Return how long browsers may keep the page, in seconds."""
        return 3600

    async def get(self, path: str, include_body: bool = True) -> None:
        """Send the page."""
        await MultiStaticFileHandler.get(self, f"{NEUTRAL_PATH}.{path or 'html'}", include_body)


class DownloadHandler(SiteHandler):
    """What is made of a lesson."""

    async def get(self, slug: str, file_name: str) -> None:
        """Send the file, made now or kept from before."""
        product = self.site.downloads.find(slug, file_name)
        if product is None:
            raise HTTPError(404)
        if not product.is_open and not self.allow_staff():
            return
        found = await self.site.downloads.get(product, slug)
        if found is None:
            raise HTTPError(404)
        charset = "; charset=utf-8" if product.is_text else ""
        self.set_header("Content-Type", f"{product.media_type}{charset}")
        # Pages and notebooks are for keeping: shown in place they would run on our address.
        how = "inline" if product.media_type == PDF else "attachment"
        name = product.name_alone(slug)
        self.set_header("Content-Disposition", f'{how}; filename="{name}"')
        self.set_header("Cache-Control", "private, no-cache")
        self.set_header("Etag", f'"{found.digest}"')
        if self.check_etag_header():
            self.set_status(304)
            self.finish()
            return
        self.finish(found.data)
