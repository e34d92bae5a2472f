"""Draws an app's page: starts its kernel, runs its cells, gives the page piece by piece."""

from __future__ import annotations

import uuid
from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any

from jupyter_core.utils import ensure_async
from voila.utils import get_page_config

from lachan.serving.catalogue import App
from lachan.serving.kernels.renderer import PageRenderer
from lachan.serving.kernels.slots import Seats
from lachan.serving.kernels.visitors import NOBODY, Visitor
from lachan.serving.site import Site
from lachan.web.incidents import make_incident

# What pupils do is written into no history file; it would be one for the whole machine.
# Kernels would write a traceback for every message that a stranger makes up; the server's log has
# what a cell or a widget of ours does wrong.
KERNEL_ARGUMENTS = ("--HistoryManager.enabled=False", "--IPKernelApp.log_level=CRITICAL")


@dataclass(frozen=True, slots=True)
class Drawn:
    """A page drawn to its end; one of plain HTML keeps no kernel and may be shown to many."""

    html: str
    kernel_id: str | None


class Drawing:
    """One page being drawn.

    Attributes
    ----------
    incident
        The code under which the log tells of a fault.
    failed
        True once a cell has failed.
    needs_kernel
        True once the page has something in it that talks to its kernel.
    """

    def __init__(self, renderer: PageRenderer, kernel_id: str, kernel: Any) -> None:
        self._renderer = renderer
        self._kernel = kernel
        self.kernel_id = kernel_id
        self.needs_kernel = False

    @property
    def incident(self) -> str:
        """The code under which the log tells of a fault."""
        return self._renderer.incident

    @property
    def failed(self) -> bool:
        """Whether a cell has failed."""
        return self._renderer.failed

    async def pieces(self) -> AsyncIterator[str]:
        """Yield the page's HTML as it comes about."""
        generator = self._renderer.generate_content_generator(self.kernel_id, self._kernel)
        async for html, resources in generator:
            self.needs_kernel = bool(resources.get("lachan_needs_kernel"))
            yield html


class PageDrawer:
    """Draws pages of one server; nothing of a request enters a page.

    Parameters
    ----------
    server
        The Voilà application, whose settings and managers pages are drawn with.
    """

    def __init__(self, server: Any, settings: dict[str, Any], site: Site, seats: Seats) -> None:
        self._server = server
        self._settings = settings
        self._site = site
        self._seats = seats

    async def start(self, app: App, visitor: Visitor = NOBODY) -> Drawing:
        """Start the app's kernel for a visitor and return the page."""
        kernel_id = str(uuid.uuid4())
        with self._seats.take(kernel_id, visitor):
            renderer = self._make_renderer(app)
            await renderer.initialize(template=None, theme=None)
            kernels = self._server.kernel_manager
            await ensure_async(
                kernels.start_kernel(
                    kernel_id=kernel_id,
                    kernel_name=renderer.notebook.metadata.kernelspec.name,
                    path="",
                    env=self._site.env_for(visitor.role) | self._seats.name_pass(kernel_id),
                    extra_arguments=list(KERNEL_ARGUMENTS),
                )
            )
        return Drawing(renderer, kernel_id, kernels.get_kernel(kernel_id))

    async def draw(self, app: App) -> Drawn | None:
        """Draw a page to its end; None where a cell failed, which the log tells."""
        drawing = await self.start(app)
        self._seats.keep_ready(drawing.kernel_id)
        kept = False
        try:
            html = "".join([piece async for piece in drawing.pieces()])
            kept = drawing.needs_kernel and not drawing.failed
        finally:
            if not kept:
                await self._seats.end(drawing.kernel_id)
        if drawing.failed:
            return None
        return Drawn(html, drawing.kernel_id if kept else None)

    def _make_renderer(self, app: App) -> PageRenderer:
        server = self._server
        page_config = get_page_config(
            base_url=server.base_url,
            settings=self._settings,
            log=server.log,
            voila_configuration=server.voila_configuration,
        )
        # Voilà's own address, without the base. Pages are light, so that its front end loads no
        # theme, and none is served.
        del page_config["themesUrl"]
        return PageRenderer(
            make_incident(),
            voila_configuration=server.voila_configuration,
            traitlet_config=server.config,
            notebook_path=app.name,
            template_paths=server.template_paths,
            config_manager=server.config_manager,
            contents_manager=server.contents_manager,
            base_url=server.base_url,
            kernel_spec_manager=server.kernel_spec_manager,
            page_config=page_config,
        )
