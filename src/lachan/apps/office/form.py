"""Read what an organiser has typed into a form; every fault is told beside its field."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from decimal import Decimal
from enum import StrEnum
from typing import Any, TypeVar

from lachan.errors import LachanError
from lachan.text import VIETNAM, to_nfc

E = TypeVar("E", bound=StrEnum)

_POINTS = re.compile(r"[0-9]{1,6}(\.[0-9]{1,2})?")


class FormError(LachanError):
    """Fields that cannot be taken as they are.

    Attributes
    ----------
    fields
        Name of a field → what is wrong and what to do.
    """

    def __init__(self, fields: Mapping[str, str]) -> None:
        self.fields = dict(fields)
        super().__init__("\n".join(self.fields.values()))


class FormReader:
    """Takes fields from a message and collects what is wrong with them.

    A faulty field gives a value that only serves to read on; `check` raises at the end.
    """

    def __init__(self, values: Mapping[str, Any]) -> None:
        self._values = values
        self._faults: dict[str, str] = {}

    def check(self) -> None:
        """Raise `FormError` where a field was faulty."""
        if self._faults:
            raise FormError(self._faults)

    def blame(self, name: str, message: str) -> None:
        """Note a fault; the first one of a field counts."""
        self._faults.setdefault(name, message)

    def is_sound(self, *names: str) -> bool:
        """Tell whether nothing was wrong with these fields so far."""
        return not self._faults.keys() & set(names)

    def words(self, name: str, missing: str = "", longest: int = 300) -> str:
        """Return a text; where it is empty, `missing` is the fault ("" allows it)."""
        value = self._values.get(name)
        text = to_nfc(value).strip() if isinstance(value, str) else ""
        if not text and missing:
            self.blame(name, missing)
        if len(text) > longest:
            self.blame(name, f"Dài {len(text)} kí tự, nhiều nhất {longest}; hãy viết gọn lại.")
        return text

    def whole(self, name: str, least: int, most: int) -> int:
        """Return a whole number within bounds."""
        value = str(self._values.get(name, "")).strip()
        number = int(value) if value.isascii() and value.isdecimal() and len(value) < 10 else -1
        if not least <= number <= most:
            self.blame(name, f"Cần một số nguyên từ {least} đến {most}.")
            return least
        return number

    def points(self, name: str, most: int) -> Decimal:
        """Return a number from 0 on with at most two decimals; an empty field is 0."""
        value = str(self._values.get(name) or "").strip().replace(",", ".")
        if not value:
            return Decimal(0)
        if not _POINTS.fullmatch(value) or Decimal(value) > most:
            self.blame(name, f"Cần một số từ 0 đến {most}, ví dụ 5 hoặc 7,5.")
            return Decimal(0)
        return Decimal(value)

    def flag(self, name: str) -> bool:
        """Return whether a box is ticked."""
        return self._values.get(name) is True

    def choice(self, name: str, kind: type[E]) -> E:
        """Return one of a closed vocabulary."""
        try:
            return kind(str(self._values.get(name)))
        except ValueError:
            self.blame(name, "Hãy chọn một mục.")
            return next(iter(kind))

    def moment(self, name: str, missing: str) -> dt.datetime:
        """Return date and time of a clock in Vietnam, as browsers' fields give it."""
        try:
            return dt.datetime.fromisoformat(str(self._values.get(name))).replace(tzinfo=VIETNAM)
        except ValueError:
            self.blame(name, missing)
            return dt.datetime.now(VIETNAM)

    def day(self, name: str) -> dt.date | None:
        """Return a date; None where the field is empty."""
        value = str(self._values.get(name) or "")
        try:
            return dt.date.fromisoformat(value) if value else None
        except ValueError:
            self.blame(name, "Cần một ngày, ví dụ 09/12/2026.")
            return None

    def rows(self, name: str) -> list[Any]:
        """Return a list; anything else counts as an empty one."""
        value = self._values.get(name)
        return value if isinstance(value, list) else []
