"""The cast: everybody who returns through all strips, by their id."""

from __future__ import annotations

from lachan.domain.comic_words import PersonId
from lachan.drawing.helpers import HELPERS
from lachan.drawing.neighbours import FAMILY, OTHERS
from lachan.drawing.persons import Person
from lachan.drawing.pupils import CHILDREN

CAST: dict[PersonId, Person] = {**CHILDREN, **FAMILY, **HELPERS, **OTHERS}
"""Everybody by their id."""
