"""nbconvert plug-ins, registered by entry point: ``lachan_handout`` and ``lachan_page``."""

from lachan.exporters.handout import HandoutExporter
from lachan.exporters.page import PageExporter

__all__ = ["HandoutExporter", "PageExporter"]
