"""Rosters: who sits a paper or a contest."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Entrant:
    """Someone who sits: a number, and as much of name and class as the organiser wants.

    Attributes
    ----------
    number
        Số báo danh, digits only, unique within a roster.
    name
        Full name as written on the class list; may be empty.
    class_name, school, room
        Lớp, trường, phòng thi; each may be empty.
    birth
        Ngày sinh as 05/9/2012, or the year alone, for the lists of a room; may be empty. No
        contest keeps it.
    """

    number: str
    name: str = ""
    class_name: str = ""
    school: str = ""
    room: str = ""
    birth: str = ""
