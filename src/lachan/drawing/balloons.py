"""Balloons: laid out by measuring, growing with their words, never over a face."""

from __future__ import annotations

import math
from dataclasses import dataclass

from lachan.domain.comic_words import SayKind
from lachan.drawing.faults import DoesNotFitError
from lachan.drawing.lettering import Lines, break_lines, write_lines
from lachan.drawing.pen import OUTLINE, Matrix, Pen, Point, box_path, ellipse_path

WIDTH = 400.0
EDGE = 7.0
PAD = (12.0, 8.0)
_GAP = 7.0


@dataclass(frozen=True, slots=True)
class Words:
    """What is to be put in a balloon; `x` is where its speaker stands, None outside the panel."""

    text: str
    kind: SayKind
    x: float | None = None


@dataclass(slots=True)
class Balloon:
    """A balloon in its place; `left` and `top` are its corner."""

    words: Words
    lines: Lines
    left: float
    top: float

    @property
    def width(self) -> float:
        """Of the balloon, not of its words."""
        return self.lines.width + 2 * _pad(self.words.kind)[0]

    @property
    def height(self) -> float:
        """Of the balloon, not of its words."""
        return self.lines.height + 2 * _pad(self.words.kind)[1]

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return self.top + self.height

    @property
    def middle(self) -> float:
        """Halfway from left to right."""
        return self.left + self.width / 2


def _pad(kind: SayKind) -> Point:
    if kind is SayKind.THOUGHT:
        return (PAD[0] + 6, PAD[1] + 5)
    return PAD if kind is not SayKind.CAPTION else (10.0, 5.0)


def lay_out(caption: str, says: list[Words], limit: float) -> list[Balloon]:
    """Return the balloons of a panel from the top on, in reading order.

    Parameters
    ----------
    caption
        The narrator's words, empty for none.
    says
        At most two.
    limit
        How far down the lowest may come.

    Raises
    ------
    DoesNotFitError
        With what was too long.
    """
    placed: list[Balloon] = []
    top = EDGE
    if caption:
        words = Words(caption, SayKind.CAPTION)
        lines = break_lines(caption, WIDTH - 2 * EDGE - 2 * _pad(SayKind.CAPTION)[0], weight=400)
        placed.append(Balloon(words, lines, EDGE, EDGE))
        top = placed[0].bottom + _GAP
    choices = [_stacked(says, top, width) for width in (330.0, 280.0, 230.0, 200.0)]
    if len(says) == 2:
        choices += [_beside(says, top, share) for share in (0.5, 0.42, 0.58, 0.36, 0.64)]
    fitting = [choice for choice in choices if choice is not None]
    best = min(fitting, key=lambda choice: _badness(choice, top)) if says else []
    lowest = max((each.bottom for each in (*placed, *best)), default=0.0)
    if lowest > limit:
        raise DoesNotFitError(says[-1].text if says else caption, lowest - limit)
    return [*placed, *best]


def _badness(balloons: list[Balloon], top: float) -> float:
    """Low balloons are bad, broad flat ones a little, and far from their speaker too."""
    low = max(each.bottom for each in balloons) - top
    away = sum(
        max(0.0, abs(each.middle - each.words.x) - each.width * 0.35)
        for each in balloons
        if each.words.x is not None
    )
    flat = sum(max(0.0, each.width / each.height - 3.2) for each in balloons)
    return low + away * 0.5 + flat * 12


def _put(words: Words, width: float, top: float, left: float, right: float) -> Balloon:
    pad = _pad(words.kind)[0]
    lines = break_lines(words.text, width - 2 * pad)
    balloon = Balloon(words, lines, left, top)
    wished = (words.x if words.x is not None else (left + right) / 2) - balloon.width / 2
    balloon.left = max(left, min(right - balloon.width, wished))
    return balloon


def _stacked(says: list[Words], top: float, width: float) -> list[Balloon] | None:
    balloons: list[Balloon] = []
    for words in says:
        balloon = _put(words, width, top, EDGE, WIDTH - EDGE)
        if balloon.left < EDGE - 0.5 or balloon.left + balloon.width > WIDTH - EDGE + 0.5:
            return None
        balloons.append(balloon)
        top = balloon.bottom + _GAP
    return balloons


def _beside(says: list[Words], top: float, share: float) -> list[Balloon] | None:
    """Two in one row, where the first speaker stands left of the second."""
    first, second = says
    if first.x is not None and second.x is not None and first.x > second.x - 20:
        return None
    cut = EDGE + (WIDTH - 2 * EDGE) * share
    left = _put(first, cut - EDGE - _GAP / 2, top, EDGE, cut - _GAP / 2)
    right = _put(second, WIDTH - EDGE - cut - _GAP / 2, top + 12, cut + _GAP / 2, WIDTH - EDGE)
    fits = left.left >= EDGE - 0.5 and right.left + right.width <= WIDTH - EDGE + 0.5
    fits = fits and left.left + left.width <= right.left
    return [left, right] if fits else None


def draw_balloon(
    pen: Pen, balloon: Balloon, mouth: Point | None, clear: float, *, blank: bool = False
) -> None:
    """Draw a balloon with its words.

    Parameters
    ----------
    mouth
        Where its tail points to; None where there is no tail.
    clear
        How far from the mouth the tail ends.
    blank
        Leaves the words out, for a worksheet.
    """
    kind = balloon.words.kind
    x, y, w, h = balloon.left, balloon.top, balloon.width, balloon.height
    paper = Matrix()
    if kind is SayKind.CAPTION:
        pen.box((x, y), (w, h), paper, "cream", width=OUTLINE * 0.8, radius=2)
    elif kind is SayKind.THOUGHT:
        _draw_cloud(pen, balloon, mouth, clear)
    else:
        radius = 4.0 if kind is SayKind.PHONE else min(17.0, h / 2)
        shape = box_path((x, y), (w, h), radius)
        pen.path(shape, paper, "white", width=OUTLINE)
        if mouth and math.dist(mouth, (balloon.middle, balloon.bottom)) > clear * 0.5:
            _draw_tail(pen, balloon, mouth, clear)
    if not blank or kind is SayKind.CAPTION:
        pad = _pad(kind)[1]
        if kind is SayKind.CAPTION:
            write_lines(pen, balloon.lines, (x + _pad(kind)[0], y + pad), centred=False, weight=400)
        else:
            write_lines(pen, balloon.lines, (balloon.middle, y + pad))


def _draw_tail(pen: Pen, balloon: Balloon, mouth: Point, clear: float) -> None:
    """Draw a tail: first over the balloon's own edge, then its two sides."""
    base, tip, rest = _tail_points(balloon, mouth, clear)
    paper = Matrix()
    inside = f"M{base[0]} {base[1] - 3}L{base[0]} {base[1]}L{tip[0]} {tip[1]}L{rest[0]} {rest[1]}"
    pen.path(f"{inside}L{rest[0]} {rest[1] - 3}Z", paper, "white", line=None)
    sides = f"M{base[0]} {base[1]}L{tip[0]} {tip[1]}L{rest[0]} {rest[1]}"
    if balloon.words.kind is SayKind.PHONE:
        sides = _kinked(base, tip, rest)
    pen.path(sides, paper, width=OUTLINE)


def _tail_points(balloon: Balloon, mouth: Point, clear: float) -> tuple[Point, Point, Point]:
    """Where the tail leaves the balloon, its tip, and where it comes back."""
    low = balloon.bottom - OUTLINE * 0.2
    start = max(
        balloon.left + 26,
        min(balloon.left + balloon.width - 26, balloon.middle * 0.45 + mouth[0] * 0.55),
    )
    dx, dy = mouth[0] - start, mouth[1] - low
    far = math.hypot(dx, dy) or 1.0
    share = max(0.0, far - clear) / far
    length = far * share
    share = min(share, 130 / far) if length > 130 else share
    share = max(share, 12 / far)
    return (start - 8, low), (start + dx * share, low + dy * share), (start + 8, low)


def _kinked(base: Point, tip: Point, rest: Point) -> str:
    """A tail with a kink: a voice out of a phone."""
    x, y = (base[0] + tip[0]) / 2, (base[1] + tip[1]) / 2
    return (
        f"M{base[0]} {base[1]}L{x + 5} {y}L{x - 5} {y + 3}L{tip[0]} {tip[1]}"
        f"L{x + 11} {y - 2}L{x + 14} {y - 4}L{rest[0]} {rest[1]}"
    )


def _draw_cloud(pen: Pen, balloon: Balloon, mouth: Point | None, clear: float) -> None:
    x, y, w, h = balloon.left, balloon.top, balloon.width, balloon.height
    bumps = []
    across = max(3, round(w / 46))
    down = max(2, round(h / 34))
    bow = 7.0
    points = [(x + bow + (w - 2 * bow) * i / across, y + bow) for i in range(across)]
    points += [(x + w - bow, y + bow + (h - 2 * bow) * i / down) for i in range(down)]
    points += [(x + w - bow - (w - 2 * bow) * i / across, y + h - bow) for i in range(across)]
    points += [(x + bow, y + h - bow - (h - 2 * bow) * i / down) for i in range(down)]
    for start, end in zip(points, points[1:] + points[:1], strict=True):
        dx, dy = end[0] - start[0], end[1] - start[1]
        far = math.hypot(dx, dy) or 1.0
        nx, ny = dy / far * bow * 1.9, -dx / far * bow * 1.9
        bumps.append(
            f"Q{(start[0] + end[0]) / 2 + nx:.1f} {(start[1] + end[1]) / 2 + ny:.1f} {end[0]:.1f} {end[1]:.1f}"
        )
    pen.path(
        f"M{points[0][0]:.1f} {points[0][1]:.1f}" + "".join(bumps) + "Z",
        Matrix(),
        "white",
        width=OUTLINE,
    )
    if mouth is None:
        return
    _, tip, _ = _tail_points(balloon, mouth, clear)
    start = (
        max(x + 26, min(x + w - 26, balloon.middle * 0.45 + mouth[0] * 0.55)),
        balloon.bottom + 3,
    )
    for share, radius in ((0.25, 5.5), (0.85, 3.5)):
        at = (start[0] + (tip[0] - start[0]) * share, start[1] + (tip[1] - start[1]) * share)
        pen.path(ellipse_path(at, (radius, radius)), Matrix(), "white", width=OUTLINE * 0.8)
