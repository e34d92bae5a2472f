"""Vietnamese text: normal form, folding for comparison, decimals with a comma, dates."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from decimal import Decimal

_SPACE = re.compile(r"\s+")
_NOT_WORD = re.compile(r"[^\w\s]|_")


def to_nfc(value: str) -> str:
    """Return `value` in Unicode normal form C, the only form used past the loader."""
    return unicodedata.normalize("NFC", value)


def fold(value: str) -> str:
    """Return `value` lower-case, without punctuation and runs of spaces; accents stay.

    Accents carry meaning in Vietnamese, so "bạn" and "bán" stay different.
    """
    return _SPACE.sub(" ", _NOT_WORD.sub(" ", to_nfc(value).lower())).strip()


def format_decimal(value: Decimal) -> str:
    """Return a number as Vietnamese papers print it: comma, no trailing zeros ("0,25")."""
    text = format(value, "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return text.replace(".", ",")


def format_date(value: date) -> str:
    """Return a date as Vietnamese documents write it: 01/7/2025, 10/02/2025.

    Days below 10 and the months 1 and 2 take a leading zero (Nghị định 30/2020/NĐ-CP,
    Phụ lục I).
    """
    month = f"{value.month:02}" if value.month < 3 else str(value.month)
    return f"{value.day:02}/{month}/{value.year}"
