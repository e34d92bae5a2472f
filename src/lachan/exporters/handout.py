"""``jupyter nbconvert --to lachan_handout``: a lesson's notebook as an A4 PDF."""

from __future__ import annotations

from typing import Any

from nbconvert.exporters import Exporter
from nbformat import NotebookNode
from traitlets import Enum, Unicode

from lachan.errors import LachanError
from lachan.exporters.faults import ExportError, hide_traceback
from lachan.exporters.source import notebook_name, open_content_for, tell_of_changes
from lachan.printing import Audience
from lachan.workflows.lessons.handout import make_handout


class HandoutExporter(Exporter):
    """A PDF handout: for pupils, or for their teacher with notes, keys and reasons."""

    export_from_notebook = "Phiếu học tập Lá Chắn (PDF)"
    output_mimetype = "application/pdf"

    audience = Enum(
        [each.value for each in Audience],
        default_value=Audience.PUPIL.value,
        help="pupil: phiếu phát cho học sinh; teacher: bản giáo viên có ghi chú và đáp án.",
    ).tag(config=True)
    root = Unicode("", help="Thư mục nội dung (có lachan.toml); trống thì tự tìm.").tag(config=True)

    def _file_extension_default(self) -> str:
        return ".pdf"

    def from_notebook_node(  # type: ignore[override]
        self, nb: NotebookNode, resources: dict[str, Any] | None = None, **kw: Any
    ) -> tuple[bytes, dict[str, Any]]:
        """Return the PDF and nbconvert's resources; raises `ExportError`."""
        hide_traceback(self.log)
        nb, resources = super().from_notebook_node(nb, resources, **kw)
        try:
            name = notebook_name(resources)
            content = open_content_for(self.root, resources)
            tell_of_changes(nb, name, content, self.log)
            pdf = make_handout(nb, name, content, Audience(self.audience))
        except LachanError as error:
            raise ExportError(str(error)) from error
        return pdf, resources
