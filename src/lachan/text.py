"""Vietnamese text: normal form, folding, words to search, the order of names, numbers, dates."""

from __future__ import annotations

import re
import sys
import unicodedata
from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple
from zoneinfo import ZoneInfo

# Dates are shown and judged as Vietnam counts them; times are kept in UTC.
VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")

_NOT_WORD = re.compile(r"[^\w\s]|_")

# The 29 letters in the order Vietnamese dictionaries use, with f, j, w, z where the Latin
# alphabet has them, and the tones as marks: ngang (none), huyền, hỏi, ngã, sắc, nặng. Both are
# those of the Unicode Common Locale Data Repository (common/collation/vi.xml).
_ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_TONES = "\u0300\u0309\u0303\u0301\u0323"

# A vowel that is written y or i by whoever writes: "xử lý" and "xử lí" are one word.
_Y_FOR_I = re.compile(r"(?<=^[hklmstv])y$")

SortKey = tuple[tuple[tuple[int, ...], tuple[int, ...]], ...]


def to_nfc(value: str) -> str:
    """Return `value` in Unicode normal form C, the only form used past the loader."""
    return unicodedata.normalize("NFC", value)


def fold(value: str) -> str:
    """Return `value` lower-case, without punctuation and runs of spaces; accents stay.

    Accents carry meaning in Vietnamese, so "bạn" and "bán" stay different.
    """
    return " ".join(_NOT_WORD.sub(" ", to_nfc(value).lower()).split())


def capitalize(value: str) -> str:
    """Return `value` with its first letter as a capital, and the others as they are."""
    return value[:1].upper() + value[1:]


def strip_accents(value: str) -> str:
    """Return `value` without tones and other marks, đ as d: for loose matching of titles."""
    plain = unicodedata.normalize("NFD", value.replace("đ", "d").replace("Đ", "D"))
    return "".join(character for character in plain if not unicodedata.combining(character))


class SearchWord(NamedTuple):
    """A word as searching compares it; two spellings of one word are alike.

    Attributes
    ----------
    letters
        The letters with their marks and without the tone ("hoà" and "hòa" give "hoa").
    tone
        The tone's combining mark; empty for ngang.
    plain
        The letters without any mark ("đông" gives "dong").
    """

    letters: str
    tone: str
    plain: str


def search_words(value: str) -> list[SearchWord]:
    """Return the words of a text as searching compares them; ``frontend/shared/words.js`` agrees.

    Where the tone stands ("hoà", "hòa") and y for i at the end ("lý", "lí") make no difference.
    """
    return [_search_word(word) for word in fold(value).split()]


@lru_cache(maxsize=4096)
def _search_word(word: str) -> SearchWord:
    parts = unicodedata.normalize("NFD", word)
    tone = "".join(character for character in parts if character in _TONES)
    letters = to_nfc("".join(character for character in parts if character not in _TONES))
    letters = _Y_FOR_I.sub("i", letters)
    return SearchWord(letters, tone, strip_accents(letters))


def sort_key(value: str) -> SortKey:
    """Return the key by which Vietnamese words sort: word by word, letters before tones.

    So "Anh" < "Ánh" < "Ân" < "Bình". What is no letter comes first, then by its code.
    """
    return tuple(_word_key(word) for word in fold(value).split())


def name_key(name: str) -> tuple[SortKey, SortKey, SortKey, str]:
    """Return the key by which class lists sort: given name, then middle names, then family name.

    "Nguyễn Thị Ánh" sorts as ("Ánh", "Thị", "Nguyễn"). Names alike to the last tone fall back on
    their spelling, so that the order of a list never depends on the order it came in.
    """
    words = sort_key(name)
    return words[-1:], words[1:-1], words[:-1][:1], to_nfc(name)


def _word_key(word: str) -> tuple[tuple[int, ...], tuple[int, ...]]:
    letters: list[str] = []
    tones: list[int] = []
    for character in unicodedata.normalize("NFD", word):
        if character in _TONES and letters:
            tones[-1] = _TONES.index(character) + 1
        elif unicodedata.combining(character) and letters:
            letters[-1] = to_nfc(letters[-1] + character)
        else:
            letters.append(character)
            tones.append(0)
    return tuple(_rank(letter) for letter in letters), tuple(tones)


def _rank(letter: str) -> int:
    place = _ALPHABET.find(letter)
    return place if place >= 0 else ord(letter[0]) - sys.maxunicode - 1


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


def format_moment(moment: datetime) -> str:
    """Return an aware time as clocks in Vietnam have it: 08:00 ngày 05/12/2026."""
    local = moment.astimezone(VIETNAM)
    return f"{local:%H:%M} ngày {format_date(local)}"


def date_in_vietnam(moment: datetime) -> date:
    """Return the date that an aware time has in Vietnam."""
    return moment.astimezone(VIETNAM).date()
