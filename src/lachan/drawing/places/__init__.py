"""Places, each a quiet background that a camera may come near to."""

from collections.abc import Callable

from lachan.domain.comic_words import Place
from lachan.drawing.places.country import COUNTRY
from lachan.drawing.places.homes import HOMES
from lachan.drawing.places.offices import OFFICES
from lachan.drawing.places.schools import SCHOOLS
from lachan.drawing.places.stage import Stage
from lachan.drawing.places.towns import TOWNS

PLACES: dict[Place, Callable[[Stage], None]] = {
    Place(name): draw for name, draw in {**HOMES, **SCHOOLS, **TOWNS, **COUNTRY, **OFFICES}.items()
}
"""What draws each place; a phone is drawn by `phone_screen`."""

__all__ = ["PLACES", "Stage"]
