"""Runs a page's cells; a cell that fails ends the page with an incident code, not in silence."""

from __future__ import annotations

import logging
import re
from collections.abc import AsyncIterator
from types import CodeType
from typing import Any

from jinja2.bccache import Bucket, BytecodeCache
from jupyter_core.utils import ensure_async
from nbclient.exceptions import CellExecutionError
from nbconvert.preprocessors.clearoutput import ClearOutputPreprocessor
from nbformat import NotebookNode
from nbformat.v4 import new_output
from voila.execute import VoilaExecutor
from voila.notebook_renderer import NotebookRenderer

from lachan.serving.kernels.clients import open_client

log = logging.getLogger(__name__)


class CompiledTemplates(BytecodeCache):
    """Templates as Python code, compiled once for all pages.

    Each page has an exporter and so a Jinja environment of its own, whose templates are compiled
    from their text; most of the time that a page takes the server would go there.
    """

    def __init__(self) -> None:
        self._codes: dict[str, tuple[str, CodeType | None]] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill the bucket, if the template's text is still what was compiled."""
        checksum, code = self._codes.get(bucket.key, ("", None))
        if checksum == bucket.checksum:
            bucket.code = code

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what has been compiled."""
        self._codes[bucket.key] = (bucket.checksum, bucket.code)


_COMPILED = CompiledTemplates()
_COLOUR = re.compile(r"\x1b\[[0-9;]*m")


class PageRenderer(NotebookRenderer):  # type: ignore[misc]
    """Voilà's renderer, but for what happens when a cell or its kernel fails.

    Parameters
    ----------
    incident
        The code that the page shows and the log holds.

    Attributes
    ----------
    failed
        True once a cell has failed.
    """

    def __init__(self, incident: str, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.incident = incident
        self.failed = False

    async def initialize(self, **kwargs: Any) -> None:
        """Load the notebook and tell the template the incident code."""
        await super().initialize(**kwargs)
        self.resources["lachan_incident"] = self.incident
        self.exporter.environment.bytecode_cache = _COMPILED

    async def _jinja_kernel_start(
        self, nb: NotebookNode, kernel_id: str, kernel_future: Any
    ) -> str:
        """Connect to the kernel and return its id; the template calls this name."""
        kernel = await ensure_async(kernel_future)
        self.executor = VoilaExecutor(nb, km=kernel, config=self.traitlet_config)
        self.executor.kc = await open_client(kernel)
        self.kernel_started = True
        return kernel_id

    async def _jinja_cell_generator(
        self,
        nb: NotebookNode,
        kernel_id: str,  # noqa: ARG002
    ) -> AsyncIterator[NotebookNode]:
        """Yield each cell after it has run; the template calls this name."""
        notebook, _ = ClearOutputPreprocessor().preprocess(nb, {})
        for index, cell in enumerate(notebook.cells):
            try:
                await self.executor.execute_cell(cell, None, index, store_history=False)
            except Exception as fault:  # noqa: BLE001
                # A cell's own fault, a dead kernel, a timeout: the page says the same of all.
                self._record(index, fault)
                _mark_failed(cell)
                yield cell
                break
            yield cell
        await self._cleanup_resources()

    def _record(self, index: int, fault: Exception) -> None:
        self.failed = True
        detail = str(fault) if isinstance(fault, CellExecutionError) else repr(fault)
        log.error(
            "Sự cố %s: ô lệnh %d của %s hỏng\n%s",
            self.incident,
            index + 1,
            self.notebook_path,
            _COLOUR.sub("", detail),
        )


def _mark_failed(cell: NotebookNode) -> None:
    shown = [each for each in cell.get("outputs", []) if each.output_type == "display_data"]
    # Without its words: what a traceback says is for the log.
    cell.outputs = [*shown, new_output("error", ename="", evalue="", traceback=[])]
