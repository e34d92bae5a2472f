"""Which files a set of papers gets, besides what every set has."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from lachan.domain.kinds import PaperStyle
from lachan.errors import LachanError

_GRID = re.compile(r"([1-9][0-9]?)\s*[x×X]\s*([1-9][0-9]?)")


class OptionError(LachanError):
    """An option says something that cannot be."""


@dataclass(frozen=True, slots=True)
class PaperOptions:
    """What to make of a paper.

    Attributes
    ----------
    styles
        Editions besides the standard one.
    word
        Whether each form is written as a Word file too.
    rows, columns
        Seats of a room, for the seating plan of a class list.
    """

    styles: tuple[PaperStyle, ...] = ()
    word: bool = True
    rows: int = 6
    columns: int = 4

    def to_json(self) -> dict[str, Any]:
        """Return the options as the manifest keeps them."""
        return {
            "styles": [style.value for style in self.styles],
            "word": self.word,
            "grid": f"{self.rows}x{self.columns}",
        }


def options_from_json(raw: Mapping[str, Any]) -> PaperOptions:
    """Return the options that a manifest keeps."""
    rows, columns = parse_grid(str(raw.get("grid", "6x4")))
    styles = tuple(PaperStyle(each) for each in raw.get("styles", ()))
    return PaperOptions(styles, bool(raw.get("word", True)), rows, columns)


def parse_grid(text: str) -> tuple[int, int]:
    """Return rows and columns of a room written as 6x4; raises `OptionError`."""
    found = _GRID.fullmatch(text.strip())
    if found is None:
        raise OptionError(
            f"Sơ đồ phòng “{text}” chưa đúng; cần số hàng x số cột, "
            "ví dụ 6x4 (6 hàng, mỗi hàng 4 bàn)."
        )
    return int(found[1]), int(found[2])
