"""nbconvert plug-ins, registered by entry point: ``lachan_handout``, ``lachan_page`` and others."""

from lachan.exporters.product import ProductExporter, make_exporters
from lachan.workflows.lessons.products import PRODUCTS

EXPORTERS = make_exporters(PRODUCTS)
"""By the name of their entry point."""


def __getattr__(name: str) -> type[ProductExporter]:
    """Return the exporter that an entry point names by its class (``HandoutExporter``)."""
    for exporter in EXPORTERS.values():
        if exporter.__name__ == name:
            return exporter
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
