"""What a handout is made of: a lesson laid out for paper, for pupils or for their teacher."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from lachan.domain.items import Item
from lachan.domain.kinds import Audience, BlockKind
from lachan.domain.law import HelpPlace, Hotline
from lachan.domain.letterhead import Letterhead
from lachan.domain.rich.text import RichText


@dataclass(frozen=True, slots=True)
class HandoutBlock:
    """A lesson block; `items` are the questions of a quick check."""

    kind: BlockKind
    title: str
    content: RichText
    items: tuple[Item, ...] = ()


@dataclass(frozen=True, slots=True)
class HandoutSection:
    """A step of the lesson.

    A section without a title (the lesson's opening) gets no heading. `plan` holds label and
    text of what a lesson plan states for the step; only the teacher's version prints it.
    """

    title: str
    minutes: int
    blocks: tuple[HandoutBlock, ...]
    plan: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class HandoutSheet:
    """A printable lesson.

    Attributes
    ----------
    subtitle
        For whom and how long, for example "Lớp 6–9 · 45 phút".
    hotlines, places, contacts
        Where to get help; the first hotline's number is printed large.
    citations
        Provision id → label, in the order to print them; reasons cite by id.
    """

    title: str
    subtitle: str
    head: Letterhead
    audience: Audience
    sections: tuple[HandoutSection, ...]
    hotlines: tuple[Hotline, ...] = ()
    places: tuple[HelpPlace, ...] = ()
    contacts: tuple[str, ...] = ()
    citations: Mapping[str, str] = field(default_factory=dict)

    @property
    def items(self) -> tuple[Item, ...]:
        """All items, in the order in which the sheet numbers them."""
        return tuple(item for one in self.sections for block in one.blocks for item in block.items)

    @property
    def draws_worksheets(self) -> bool:
        """True where the lesson has worksheets of its own."""
        return any(block.kind.is_worksheet for one in self.sections for block in one.blocks)

    @property
    def for_teacher(self) -> bool:
        """True for the version that holds notes, keys and reasons."""
        return self.audience == Audience.TEACHER
