"""A play (kịch ngắn) as its roles read it: who speaks which line."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lachan.domain.rich import text as rt
from lachan.domain.rich.plain import render_plain
from lachan.domain.rich.text import RichText

CAST = "vai"
_ALL = frozenset({"cả lớp", "tất cả", "mọi người"})
_TWO = re.compile(r",| và ", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class PlayLine:
    """A paragraph or another block of a play; `speakers` is empty where nobody speaks it."""

    content: rt.Block
    speakers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Play:
    """A play: its lines in order, and its roles in the order in which they first speak."""

    title: str
    lines: tuple[PlayLine, ...]

    @property
    def roles(self) -> tuple[str, ...]:
        """Whoever has a line of their own."""
        said = (name for line in self.lines for name in line.speakers)
        return tuple(dict.fromkeys(name for name in said if name.casefold() not in _ALL))


def read_play(title: str, content: RichText) -> Play:
    """Return the play of a block: a paragraph that begins ``**AN:**`` is a line of An."""
    return Play(title, tuple(PlayLine(block, _speakers(block)) for block in content))


def _speakers(block: rt.Block) -> tuple[str, ...]:
    match block:
        case rt.Paragraph((rt.Strong(children), *_)):
            said = render_plain((rt.Paragraph(children),)).strip()
            if said.endswith(":") and said[:-1].casefold() != CAST:
                return tuple(name.strip() for name in _TWO.split(said[:-1]) if name.strip())
        case _:
            pass
    return ()
