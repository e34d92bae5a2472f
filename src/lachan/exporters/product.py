"""``jupyter nbconvert --to lachan_…``: an exporter for each product that a notebook gives."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, ClassVar, cast

from nbconvert.exporters import Exporter
from nbformat import NotebookNode
from traitlets import Enum, Unicode

from lachan.domain.kinds import Audience
from lachan.errors import LachanError
from lachan.exporters.faults import ExportError, hide_traceback
from lachan.exporters.source import notebook_name, open_content_for, tell_of_changes
from lachan.workflows.lessons.products import FromNotebook, LessonProduct, find_versions

_ENTRY = "lachan_"


class ProductExporter(Exporter):
    """What all exporters of products share; `make_exporters` gives each its products."""

    versions: ClassVar[Mapping[Audience, LessonProduct]] = {}

    audience = Unicode()
    root = Unicode("", help="Thư mục nội dung (có lachan.toml); trống thì tự tìm.").tag(config=True)

    def _file_extension_default(self) -> str:
        return Path(self._product.file_name).suffix

    @property
    def _product(self) -> LessonProduct:
        return self.versions[Audience(self.audience)]

    def from_notebook_node(  # type: ignore[override]
        self, nb: NotebookNode, resources: dict[str, Any] | None = None, **kw: Any
    ) -> tuple[bytes | str, dict[str, Any]]:
        """Return the product (a text as `str`) and the resources; raises `ExportError`."""
        hide_traceback(self.log)
        nb, resources = super().from_notebook_node(nb, resources, **kw)
        product = self._product
        try:
            name = notebook_name(resources)
            content = open_content_for(self.root, resources)
            tell_of_changes(nb, name, content, self.log)
            # `make_exporters` takes no other.
            made = cast(FromNotebook, product.make).work(nb, name, content)
        except LachanError as error:
            raise ExportError(str(error)) from error
        return made.decode() if product.is_text else made, resources


def make_exporters(products: Sequence[LessonProduct]) -> Mapping[str, type[ProductExporter]]:
    """Return an exporter for each key, by the name of its entry point (``lachan_handout``).

    Only what is made of a notebook can be one. What is for pupils and teachers apart has
    ``audience`` among its settings (``--HandoutExporter.audience=teacher``).
    """
    versions = find_versions([each for each in products if each.follows_changes])
    return {f"{_ENTRY}{key.replace('-', '_')}": _make(key, made) for key, made in versions.items()}


def _make(key: str, versions: Mapping[Audience, LessonProduct]) -> type[ProductExporter]:
    first, *_ = versions.values()
    audience = Enum(
        [each.value for each in versions],
        default_value=first.audience.value,
        help="pupil: phiếu phát cho học sinh; teacher: bản giáo viên có ghi chú và đáp án.",
    )
    # nbconvert's configuration names a class by its name: HandoutExporter.
    name = "".join(word.capitalize() for word in key.split("-")) + "Exporter"
    members = {
        "__doc__": first.about or first.label,
        "__module__": "lachan.exporters",
        "versions": versions,
        "audience": audience.tag(config=len(versions) > 1),
        "export_from_notebook": f"Lá Chắn: {first.label}",
        "output_mimetype": first.media_type,
    }
    return type(name, (ProductExporter,), members)
