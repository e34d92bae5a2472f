"""Roles of a contest's staff, and what each may see and do."""

from __future__ import annotations

from enum import StrEnum


class Role(StrEnum):
    """Who has logged in; each role has a passcode of its own, the organisers' is the staff's."""

    ORGANISER = "ban-to-chuc"
    INVIGILATOR = "giam-thi"
    VIEWER = "theo-doi"


class Right(StrEnum):
    """What a role may do.

    `LOOK` shows numbers and rankings without names. `PEOPLE` tells who sits where and what was
    done. `HELP` acts for one person, or stops one room. `DIRECT` acts for all. `DATA` hands out
    codes, names and files, and erases them.
    """

    LOOK = "look"
    PEOPLE = "people"
    HELP = "help"
    DIRECT = "direct"
    DATA = "data"


# Only organisers get files with children's names; whoever merely watches sees no name at all.
RIGHTS = {
    Role.ORGANISER: frozenset(Right),
    Role.INVIGILATOR: frozenset({Right.LOOK, Right.PEOPLE, Right.HELP}),
    Role.VIEWER: frozenset({Right.LOOK}),
}
