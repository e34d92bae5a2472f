"""Pictures of our own: a cast, its poses and faces, places, balloons; scenes as data become SVG."""

from lachan.drawing.faults import DoesNotFitError
from lachan.drawing.panel import require_room
from lachan.drawing.strip import panel_svg, sheet_svg, strip_svg

__all__ = ["DoesNotFitError", "panel_svg", "require_room", "sheet_svg", "strip_svg"]
