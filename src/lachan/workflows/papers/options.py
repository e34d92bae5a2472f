"""Which files a set of papers gets, besides what every set has."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from lachan.domain.consent import NameUse, find_faults
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
    names
        What the names of a class list are for; None leaves them off everything that is printed.
    """

    styles: tuple[PaperStyle, ...] = ()
    word: bool = True
    rows: int = 6
    columns: int = 4
    names: NameUse | None = None

    def to_json(self) -> dict[str, Any]:
        """Return the options as the manifest keeps them: why names are used, and no name."""
        told = {
            "styles": [style.value for style in self.styles],
            "word": self.word,
            "grid": f"{self.rows}x{self.columns}",
        }
        return told if self.names is None else {**told, "names": _names_to_json(self.names)}


def options_from_json(raw: Mapping[str, Any]) -> PaperOptions:
    """Return the options that a manifest keeps."""
    rows, columns = parse_grid(str(raw.get("grid", "6x4")))
    styles = tuple(PaperStyle(each) for each in raw.get("styles", ()))
    names = raw.get("names")
    told = _names_from_json(names) if isinstance(names, Mapping) else None
    return PaperOptions(styles, bool(raw.get("word", True)), rows, columns, told)


def check_names(names: NameUse | None, last_day: dt.date, today: dt.date | None) -> None:
    """Raise `OptionError` where names are asked for and not all is said that must be.

    Parameters
    ----------
    last_day
        The day of the exam.
    today
        What is to be erased by then cannot be promised any more; None where nobody knows.
    """
    faults = find_faults(names, last_day, today) if names else {}
    if faults:
        raise OptionError("\n".join(f"Tên thí sinh: {fault}." for fault in faults.values()))


def _names_to_json(names: NameUse) -> dict[str, Any]:
    return {
        "purposes": list(names.purposes),
        "erase_on": names.erase_on.isoformat(),
        "seen_by": names.seen_by,
        "withdraw": names.withdraw,
        "organiser": names.organiser,
    }


def _names_from_json(raw: Mapping[str, Any]) -> NameUse:
    purposes = raw.get("purposes")
    try:
        erase_on = dt.date.fromisoformat(str(raw.get("erase_on")))
    except ValueError:
        raise OptionError("Tên thí sinh: chưa chọn ngày xóa tên.") from None
    return NameUse(
        purposes=tuple(map(str, purposes)) if isinstance(purposes, list) else (),
        erase_on=erase_on,
        seen_by=str(raw.get("seen_by") or ""),
        withdraw=str(raw.get("withdraw") or ""),
        organiser=str(raw.get("organiser") or ""),
    )


def parse_grid(text: str) -> tuple[int, int]:
    """Return rows and columns of a room written as 6x4; raises `OptionError`."""
    found = _GRID.fullmatch(text.strip())
    if found is None:
        raise OptionError(
            f"Sơ đồ phòng “{text}” chưa đúng; cần số hàng x số cột, "
            "ví dụ 6x4 (6 hàng, mỗi hàng 4 bàn)."
        )
    return int(found[1]), int(found[2])
