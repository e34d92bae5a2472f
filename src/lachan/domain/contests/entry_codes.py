"""Personal entry codes: drawn at random, easy to read out, with a check character.

A code has ten of 31 characters (no 0, 1, I, L, O, which people mix up), the last of which
checks the others: their sum weighted by place is 0 modulo 31. As 31 is prime and the weights
differ, one wrong character or two exchanged ones are always found. Nine random characters are
26 million million codes: with half a million of them given out, a guess is right once in 52
million.
"""

from __future__ import annotations

import hmac
from collections.abc import Callable
from hashlib import sha256

from lachan.errors import LachanError

ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
LENGTH = 10
_HALF = LENGTH // 2

RandomBelow = Callable[[int], int]


class EntryCodeError(LachanError):
    """What was typed is no entry code; its text is fit for a contestant."""


def make_entry_code(random_below: RandomBelow) -> str:
    """Return a new code, as "7KQ2M-X9F4T".

    Parameters
    ----------
    random_below
        Gives a whole number from 0 up to, not including, its argument: ``secrets.randbelow``.
    """
    drawn = "".join(draw_characters(LENGTH - 1, random_below))
    return format_entry_code(drawn + _check_character(drawn))


def draw_characters(count: int, random_below: RandomBelow) -> str:
    """Return so many random characters of the codes' alphabet."""
    return "".join(ALPHABET[random_below(len(ALPHABET))] for _ in range(count))


def parse_entry_code(typed: str) -> str:
    """Return the code in `typed` without dashes and spaces, upper case.

    Raises
    ------
    EntryCodeError
        Where it cannot be a code: a character is missing, wrong, or two are exchanged.
    """
    code = "".join(each for each in typed.upper() if each.isalnum())
    strange = [each for each in code if each not in ALPHABET]
    if strange:
        raise EntryCodeError(
            f"Mã dự thi không có kí tự “{strange[0]}”; hãy xem lại thẻ "
            "(mã không dùng số 0, số 1, chữ I, L, O)."
        )
    if len(code) != LENGTH:
        raise EntryCodeError(f"Mã dự thi có {LENGTH} kí tự, mới gõ {len(code)}; hãy xem lại thẻ.")
    if _check_character(code[:-1]) != code[-1]:
        raise EntryCodeError("Mã dự thi gõ nhầm một chỗ; hãy xem lại từng kí tự trên thẻ.")
    return code


def format_entry_code(code: str) -> str:
    """Return a code as cards print it, in two halves."""
    return f"{code[:_HALF]}-{code[_HALF:]}"


def hash_entry_code(code: str, key: str) -> str:
    """Return what a store keeps of a parsed `code`: its HMAC-SHA256 under the contest's `key`.

    Reading one contest's table tells nothing of another's codes; who has the key too can try
    all codes, and so must not get it.
    """
    return hmac.new(key.encode(), code.encode(), sha256).hexdigest()


def _check_character(drawn: str) -> str:
    weighted = sum(place * ALPHABET.index(each) for place, each in enumerate(drawn, 2))
    return ALPHABET[-weighted % len(ALPHABET)]
