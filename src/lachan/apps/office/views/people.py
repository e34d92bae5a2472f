"""A person as the office's screens name one."""

from __future__ import annotations

from typing import TypedDict

from lachan.domain.papers.rosters import Entrant

# Whoever is on no list, or whose data have been erased.
NOBODY = Entrant("")

# A class is named by a word of Python's.
PersonJson = TypedDict("PersonJson", {"number": str, "name": str, "class": str, "school": str})


def person_json(person: Entrant) -> PersonJson:
    """Return who somebody is; all of it empty where that is not known."""
    return {
        "number": person.number,
        "name": person.name,
        "class": person.class_name,
        "school": person.school,
    }
