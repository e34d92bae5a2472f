"""What stands at the head of what a school hands out."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from lachan.domain.papers.paper import Header

# What the kit's blueprints leave open for a name.
BLANK = "………"


@dataclass(frozen=True, slots=True)
class Logo:
    """A picture to print: its file's ending with the dot (".png", ".jpg"), and its bytes."""

    suffix: str
    data: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Letterhead:
    """The school's name, the authority above it, and its logo; each may be missing."""

    school: str = ""
    authority: str = ""
    logo: Logo | None = None


def fill_header(header: Header, letterhead: Letterhead) -> Header:
    """Return a paper's header with the school's names where it leaves them open.

    Who organises a contest is not always a school, so only what is called one is filled.
    """
    authority, organiser = header.authority, header.organiser
    if letterhead.authority and BLANK in authority:
        authority = letterhead.authority.upper()
    if letterhead.school and BLANK in organiser and organiser.upper().startswith("TRƯỜNG"):
        organiser = letterhead.school.upper()
    return replace(header, authority=authority, organiser=organiser)
