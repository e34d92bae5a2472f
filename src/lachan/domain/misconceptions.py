"""What people tend to believe wrongly, which the wrong choices of items stand for."""

from __future__ import annotations

from dataclasses import dataclass, field

from lachan.domain.kinds import Band
from lachan.domain.source import NOWHERE, Source


@dataclass(frozen=True, slots=True)
class Misconception:
    """A belief as it is held, and what is right.

    Attributes
    ----------
    holders
        The bands in which it is met.
    is_skill
        No law decides it, so it cites none.
    """

    id: str
    belief: str
    right: str
    theme: str
    holders: frozenset[Band]
    citations: tuple[str, ...] = ()
    is_skill: bool = False
    source: Source = field(default=NOWHERE, compare=False)
