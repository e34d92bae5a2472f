"""A limit: what is limited, to how much, what happens beyond it, and why."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from lachan.text import format_decimal

BYTES = "byte"
SECONDS = "giây"
PERCENT = "%"

_SIZES = (
    (1024**3, "GiB"),
    (1000**3, "GB"),
    (1024**2, "MiB"),
    (1000**2, "MB"),
    (1024, "KiB"),
    (1000, "kB"),
)
_TIMES = ((86400, "ngày"), (3600, "giờ"), (60, "phút"))


@dataclass(frozen=True, slots=True)
class Limit:
    """A number that the kit holds someone or something to.

    Attributes
    ----------
    what
        What is limited, as an operator would say it.
    value
        How much there may be, in `unit`.
    unit
        `BYTES`, `SECONDS`, `PERCENT`, or what is counted, in Vietnamese.
    beyond
        What whoever asks for more meets.
    why
        Why it is this much, with what was measured where something was.
    """

    what: str
    value: int
    unit: str
    beyond: str
    why: str

    @property
    def spelled(self) -> str:
        """The value as people read it: ``64 KiB``, ``15 phút``, ``3.000 người``."""
        match self.unit:
            case "byte":
                return _spell(self.value, _SIZES) or f"{_group(self.value)} byte"
            case "giây":
                return _spell(self.value, _TIMES) or f"{_group(self.value)} giây"
            case "%":
                return f"{self.value}%"
        return f"{_group(self.value)} {self.unit}"


def _spell(value: int, scale: tuple[tuple[int, str], ...]) -> str:
    """Return the value in the largest unit that needs no more than one decimal, or nothing."""
    for size, unit in scale:
        if value >= size and value * 10 % size == 0:
            number = Decimal(value) / size
            whole = number == number.to_integral_value()
            return f"{_group(int(number)) if whole else format_decimal(number)} {unit}"
    return ""


def _group(value: int) -> str:
    return f"{value:,}".replace(",", ".")
