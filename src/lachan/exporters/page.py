"""Where installations of before look for this exporter."""

from lachan.exporters import PageExporter

__all__ = ["PageExporter"]
