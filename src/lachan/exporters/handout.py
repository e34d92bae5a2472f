"""Where installations of before look for this exporter."""

from lachan.exporters import HandoutExporter

__all__ = ["HandoutExporter"]
