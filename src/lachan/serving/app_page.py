"""A Voilà page: one notebook, one kernel, streamed as it is drawn."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator
from typing import Any

from jupyter_core.utils import ensure_async
from tornado.iostream import StreamClosedError
from tornado.web import HTTPError
from traitlets.config import Config
from voila.handler import BaseVoilaHandler
from voila.utils import get_page_config

from lachan.serving.catalogue import App
from lachan.serving.incidents import make_incident
from lachan.serving.pages import SiteHandler
from lachan.serving.renderer import PageRenderer

log = logging.getLogger(__name__)

# Sent while a kernel starts slowly, so that no proxy takes the silence for the end.
KEEP_ALIVE_S = 10.0
KEEP_ALIVE = "<!-- -->\n"


class AppHandler(SiteHandler, BaseVoilaHandler):  # type: ignore[misc]
    """Renders an app of the catalogue.

    Stock Voilà's handler is not used: it renders in a task nobody awaits, so that a kernel
    that dies leaves the page loading for ever; it also lets requests choose template, theme
    and any notebook below the root.
    """

    def initialize(self, **kwargs: Any) -> None:
        """Take what Voilà gives its own handler."""
        super().initialize(voila_configuration=kwargs["voila_configuration"])
        self._template_paths: list[str] = kwargs["template_paths"]
        self._config: Config = kwargs["config"]

    async def get(self, name: str) -> None:
        """Draw the page, or ask for the passcode, or say that there is no such page."""
        app = self.site.catalogue.find(name)
        if app is None:
            raise HTTPError(404)
        if app.staff and not self.allow_staff():
            return
        self.set_header("Content-Type", "text/html; charset=UTF-8")
        self.set_header("Cache-Control", "no-store")
        incident = make_incident()
        renderer = self._make_renderer(app, incident)
        await renderer.initialize(template=None, theme=None)
        kernel_id = await self._start_kernel(app, renderer)
        await self._stream(renderer, kernel_id, incident)

    async def _start_kernel(self, app: App, renderer: PageRenderer) -> str:
        kernel_id: str = await ensure_async(
            self.kernel_manager.start_kernel(
                kernel_name=renderer.notebook.metadata.kernelspec.name,
                path="",
                env=self.site.env_for(staff=app.staff),
            )
        )
        return kernel_id

    async def _stream(self, renderer: PageRenderer, kernel_id: str, incident: str) -> None:
        needed = False
        try:
            kernel = self.kernel_manager.get_kernel(kernel_id)
            pieces = renderer.generate_content_generator(kernel_id, kernel)
            async for html, resources in _with_keep_alive(pieces):
                needed = bool(resources.get("lachan_needs_kernel"))
                self.write(html)
                await self.flush()
        except StreamClosedError:
            # The visitor left while the page was being drawn.
            needed = False
        except Exception:
            # Whatever Jupyter raises here, the page has begun: its end must be told in it.
            needed = False
            log.exception("Sự cố %s: không vẽ được trang %s", incident, self.request.path)
            self.write(self.fill("trouble.html", incident=incident))
        finally:
            if not needed:
                await self._stop_kernel(kernel_id)

    async def _stop_kernel(self, kernel_id: str) -> None:
        # A page of plain HTML opens no connection, so nothing else would end its kernel.
        if kernel_id in self.kernel_manager:
            await ensure_async(self.kernel_manager.shutdown_kernel(kernel_id, now=True))

    def _make_renderer(self, app: App, incident: str) -> PageRenderer:
        return PageRenderer(
            incident,
            request_handler=self,
            voila_configuration=self.voila_configuration,
            traitlet_config=self._config,
            notebook_path=app.name,
            template_paths=self._template_paths,
            config_manager=self.config_manager,
            contents_manager=self.contents_manager,
            base_url=self.base_url,
            kernel_spec_manager=self.kernel_spec_manager,
            page_config=get_page_config(
                base_url=self.base_url,
                settings=self.settings,
                log=self.log,
                voila_configuration=self.voila_configuration,
            ),
        )


async def _with_keep_alive(
    pieces: AsyncIterator[tuple[str, dict[str, Any]]],
) -> AsyncIterator[tuple[str, dict[str, Any]]]:
    """Yield the pieces, and a comment whenever the next one takes long."""
    resources: dict[str, Any] = {}
    upcoming = asyncio.ensure_future(anext(pieces, None))
    while True:
        done, _ = await asyncio.wait({upcoming}, timeout=KEEP_ALIVE_S)
        if not done:
            yield KEEP_ALIVE, resources
            continue
        piece = upcoming.result()
        if piece is None:
            return
        resources = piece[1]
        yield piece
        upcoming = asyncio.ensure_future(anext(pieces, None))
