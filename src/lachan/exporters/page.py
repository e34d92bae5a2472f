"""``jupyter nbconvert --to lachan_page``: a lesson's notebook as one offline HTML file."""

from __future__ import annotations

from typing import Any

from nbconvert.exporters import Exporter
from nbformat import NotebookNode
from traitlets import Unicode

from lachan.errors import LachanError
from lachan.exporters.faults import ExportError, hide_traceback
from lachan.exporters.source import notebook_name, open_content_for, tell_of_changes
from lachan.workflows.lessons.page import make_page


class PageExporter(Exporter):
    """A self-contained page for pupils; its quizzes need neither a kernel nor a network."""

    export_from_notebook = "Trang ngoại tuyến Lá Chắn (HTML)"
    output_mimetype = "text/html"

    root = Unicode("", help="Thư mục nội dung (có lachan.toml); trống thì tự tìm.").tag(config=True)

    def _file_extension_default(self) -> str:
        return ".html"

    def from_notebook_node(  # type: ignore[override]
        self, nb: NotebookNode, resources: dict[str, Any] | None = None, **kw: Any
    ) -> tuple[str, dict[str, Any]]:
        """Return the page and nbconvert's resources; raises `ExportError`."""
        hide_traceback(self.log)
        nb, resources = super().from_notebook_node(nb, resources, **kw)
        try:
            name = notebook_name(resources)
            content = open_content_for(self.root, resources)
            tell_of_changes(nb, name, content, self.log)
            page = make_page(nb, name, content)
        except LachanError as error:
            raise ExportError(str(error)) from error
        return page, resources
