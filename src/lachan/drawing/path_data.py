"""Path data as short as it can be written without moving a point, and where it lies."""

from __future__ import annotations

import re
from collections.abc import Iterator

_TOKEN = re.compile(r"[MLCQAZ]|-?\d+(?:\.\d+)?")
# How many numbers each command takes.
_TAKES = {"M": 2, "L": 2, "C": 6, "Q": 4, "A": 7, "Z": 0}
# The numbers of an arc that are no point: radii, turn and flags.
_LEADING = {"A": 5}
_THICK = 6.0


def shorten(data: str) -> str:
    """Return a path of absolute M, L, C, Q, A and Z in relative commands.

    Its points have at most one decimal, as `pen.number` writes them; reckoned in whole tenths,
    every one of them stays exactly where it was.
    """
    out = ""
    before = ""
    for letter, numbers in _relative(data):
        # What follows a move without a letter is a line.
        follows = letter == before or (letter, before) == ("l", "m")
        for index, text in enumerate([*([] if follows else [letter]), *numbers]):
            joins = index == 0 and not follows
            joins = joins or not out[-1:].isalnum() or out[-1:].isalpha() or text[0] == "-"
            joins = joins or (text[0] == "." and _has_point(out))
            out += text if joins else f" {text}"
        before = letter
    return out


def lies_outside(data: str, side: float) -> bool:
    """Tell whether nothing of a path of absolute commands is seen in a square from 0 to `side`."""
    across: list[float] = []
    down: list[float] = []
    for letter, numbers in _commands(data):
        # A circle's arc bulges by its diameter at most; a line is a little thick.
        reach = _THICK + (2 * max(numbers[:2]) if letter == "A" else 0)
        points = numbers[_LEADING.get(letter, 0) :]
        for values, to in ((points[::2], across), (points[1::2], down)):
            to.extend(each + by for each in values for by in (-reach, reach))
    return any(max(to) < 0 or min(to) > side for to in (across, down))


def _has_point(out: str) -> bool:
    """Tell whether the last number has a point, so that another point begins a new one."""
    return "." in re.split(r"[ \-a-z]", out)[-1]


def _relative(data: str) -> Iterator[tuple[str, list[str]]]:
    """Yield each command as a relative one, its numbers as text."""
    at = start = (0, 0)
    for letter, numbers in _commands(data):
        if letter == "Z":
            at = start
            yield "z", []
            continue
        leading = _LEADING.get(letter, 0)
        tenths = [round(each * 10) for each in numbers[leading:]]
        end = (tenths[-2], tenths[-1])
        moved = [each - at[index % 2] for index, each in enumerate(tenths)]
        written = [f"{each:g}" for each in numbers[:leading]] + list(map(_tenths, moved))
        if letter == "L" and 0 in moved:
            yield ("h", written[:1]) if moved[1] == 0 else ("v", written[1:])
        else:
            yield letter.lower(), written
        at = end
        if letter == "M":
            start = end


def _commands(data: str) -> Iterator[tuple[str, list[float]]]:
    tokens = _TOKEN.findall(data)
    place = 0
    letter = ""
    while place < len(tokens):
        if tokens[place] in _TAKES:
            letter = tokens[place]
            place += 1
        count = _TAKES[letter]
        yield letter, [float(each) for each in tokens[place : place + count]]
        place += count


def _tenths(value: int) -> str:
    """Return tenths as a number without anything needless."""
    sign, whole, rest = "-" * (value < 0), abs(value) // 10, abs(value) % 10
    if not rest:
        return f"{sign}{whole}"
    return f"{sign}{whole or ''}.{rest}"
