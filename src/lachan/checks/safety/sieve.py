"""Tell at once which of many texts a pattern may match, from the words that it cannot do without.

A rule has up to 150 ways of saying a thing, and hardly any sentence holds the words of even one.
Sets of texts are whole numbers here, a bit for each text, so that "all of" is ``&`` and "one of"
is ``|``.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import reduce
from itertools import accumulate
from operator import or_

# A run of letters leaves out its last where a quantifier follows, which is about that one alone.
_TOKEN = re.compile(
    r"[\w ]+(?![?*+{])|\\.|\[\^?(?:\\.|[^\\])(?:\\.|[^\]\\])*\]"
    r"|\(\?(?:[:=!]|<[=!])?|(?:[?*+]|\{\d*,?\d*\})\??|.",
    re.DOTALL,
)
_GROUPS = ("(", "(?:")
_LOOKS = ("(?=", "(?!", "(?<=", "(?<!")
_ENDS = ("", "|", ")")
_QUANTIFIER = re.compile(r"[?*+]|\{[\d,]+\}")
_OPTIONAL = re.compile(r"[?*]|\{0?,|\{0\}")
_CLASS_OF_LETTERS = re.compile(r"\[[^\^\\\s][^\\\s]*\]")


class Sieve:
    """Texts, and in which of them a word stands.

    Parameters
    ----------
    texts
        What patterns will be tried on.
    """

    def __init__(self, texts: Sequence[str]) -> None:
        self._all = (1 << len(texts)) - 1
        standing: defaultdict[str, list[int]] = defaultdict(list)
        for index, text in enumerate(texts):
            for word in set(text.split()):
                standing[word].append(index)
        # All words a line each, so that one search finds every word that holds a piece.
        self._words = "\n".join(standing)
        self._starts = [*accumulate((len(word) + 1 for word in standing), initial=0)]
        self._holding = [_as_set(indexes, len(texts)) for indexes in standing.values()]
        self._known: dict[str, int] = {}

    def sift(self, pattern: str) -> Iterator[int]:
        """Yield the indexes of all texts that `pattern` matches, and of some that it does not.

        Raises
        ------
        ValueError
            Where a group is of a kind that is not read, such as inline flags.
        """
        left = _Reader(self, pattern).read_alternatives()
        while left:
            lowest = left & -left
            yield lowest.bit_length() - 1
            left ^= lowest

    @property
    def everything(self) -> int:
        """The set of all texts."""
        return self._all

    def hold(self, run: str) -> int:
        """Return the texts that hold every piece of a run of letters and classes of letters."""
        found = self._all
        for piece in run.split():
            if piece not in self._known:
                self._known[piece] = self._look_up(piece)
            found &= self._known[piece]
        return found

    def _look_up(self, piece: str) -> int:
        words = {bisect_right(self._starts, start) - 1 for start in _find_all(piece, self._words)}
        return reduce(or_, (self._holding[word] for word in words), 0)


def _find_all(piece: str, text: str) -> Iterator[int]:
    """Yield where a piece stands; one of plain letters is worth no pattern."""
    if not piece.isalnum():
        yield from (found.start() for found in re.finditer(piece, text))
        return
    start = text.find(piece)
    while start >= 0:
        yield start
        start = text.find(piece, start + 1)


def _as_set(indexes: Iterable[int], size: int) -> int:
    """Return the set of some of `size` texts; one number is made, not one for each text."""
    bits = bytearray(size // 8 + 1)
    for index in indexes:
        bits[index // 8] |= 1 << index % 8
    return int.from_bytes(bits, "little")


class _Reader:
    """Reads a pattern once, from left to right, as the texts that hold what it needs.

    It errs on the side of too many: what may be left out, stand for a space or only looks
    around needs nothing.
    """

    def __init__(self, sieve: Sieve, pattern: str) -> None:
        self._sieve = sieve
        self._tokens: list[str] = [*_TOKEN.findall(pattern), ""]
        self._at = 0

    def read_alternatives(self) -> int:
        """Read up to the end of the pattern, or of the group that the last token opened."""
        found = self._read_one()
        while self._tokens[self._at] == "|":
            self._at += 1
            found |= self._read_one()
        return found

    def _read_one(self) -> int:
        found, run = self._sieve.everything, ""
        while (token := self._next()) not in _ENDS:
            letters = "" if token[0] == "(" else _read_letters(token)
            inner = self._read_group(token) if token[0] == "(" else self._sieve.everything
            quantifier = self._read_quantifier()
            if not _OPTIONAL.match(quantifier):
                run += letters
                found &= inner
            if quantifier or not letters:
                found &= self._sieve.hold(run)
                run = ""
        self._at -= 1
        return found & self._sieve.hold(run)

    def _read_group(self, opened: str) -> int:
        if opened not in (*_GROUPS, *_LOOKS):
            raise ValueError(f"{opened!r} is not read here")
        inner = self.read_alternatives()
        self._at += 1
        return self._sieve.everything if opened in _LOOKS else inner

    def _read_quantifier(self) -> str:
        return self._next() if _QUANTIFIER.match(self._tokens[self._at]) else ""

    def _next(self) -> str:
        token = self._tokens[self._at]
        self._at += 1
        return token


def _read_letters(token: str) -> str:
    """Return a token as a pattern of letters that stand in one word, "" where it may be none."""
    if token[0] == "[":
        is_letter = _CLASS_OF_LETTERS.fullmatch(token) is not None
    elif token[0] == "\\":
        is_letter = not (token[1].isalnum() or token[1].isspace())
    else:
        is_letter = token not in ("^", "$", ".")
    return token if is_letter else ""
