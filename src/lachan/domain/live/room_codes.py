"""Codes of live rooms: short enough to type on a phone, too many to guess."""

from __future__ import annotations

from collections.abc import Callable, Collection

from lachan.domain.contests.entry_codes import ALPHABET

# Read out loud and typed on a phone, as entry codes are.
CODE_LETTERS = ALPHABET
CODE_LENGTH = 6


def make_code(pick: Callable[[str], str], taken: Collection[str] = ()) -> str:
    """Return a code that no other room has.

    Parameters
    ----------
    pick
        Returns one of the letters that it is given, such as `secrets.choice`.
    taken
        Codes in use.
    """
    while True:
        code = "".join(pick(CODE_LETTERS) for _ in range(CODE_LENGTH))
        if code not in taken:
            return code


def read_code(typed: str) -> str:
    """Return a typed code as it is stored: upper case, without spaces and hyphens."""
    return "".join(letter for letter in typed.upper() if letter not in " -\u00a0\t")


def is_code(code: str) -> bool:
    """Tell whether `code` could be a room's code."""
    return len(code) == CODE_LENGTH and all(letter in CODE_LETTERS for letter in code)
