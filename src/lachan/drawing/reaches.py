"""Arms that bend towards the reader: where elbow and wrist are, as their bones look short.

All in heads, x forward, y down. `side` is −1 for the near arm and 1 for the far one.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from lachan.drawing.pen import Point

# How long a grown person's torso is in heads: a child's arms reach less far down.
_GROWN = 1.98


@dataclass(frozen=True, slots=True)
class Trunk:
    """What an arm starts from and comes to lie before."""

    neck: Point
    head: Point
    shoulder: Point
    torso: float
    side: int

    @property
    def low(self) -> float:
        """How far down a length of a grown body is on this one."""
        return min(1.0, self.torso / _GROWN)

    def elbow(self, out: float, down: float) -> Point:
        """Return a point from the shoulder outwards and down."""
        x, y = self.shoulder
        return (x + self.side * out, y + down * self.low)

    def before(self, forward: float, down: float) -> Point:
        """Return a point from the neck forward and down the chest."""
        return (self.neck[0] + forward, self.neck[1] + down * self.low)


def _ear(t: Trunk) -> tuple[Point, Point]:
    return t.elbow(0.3, 0.62), (t.head[0] + t.side * 0.64, t.head[1] + 0.62)


def _hold(t: Trunk) -> tuple[Point, Point]:
    return t.elbow(0.12, 0.86), t.before(t.side * 0.4, 0.74)


def _both(t: Trunk) -> tuple[Point, Point]:
    return t.elbow(0.14, 0.84), t.before(t.side * 0.46 + 0.06, 0.86)


def _screen(t: Trunk) -> tuple[Point, Point]:
    return t.elbow(0.1, 0.86), t.before(0.5, 0.66)


def _finger(t: Trunk) -> tuple[Point, Point]:
    return t.elbow(0.12, 0.82), t.before(-0.14, 0.82)


def _crossed(t: Trunk) -> tuple[Point, Point]:
    return t.elbow(0.1, 0.84), t.before(-t.side * 0.4, 0.72)


def _write(t: Trunk) -> tuple[Point, Point]:
    return t.elbow(0.06, 0.78), (t.neck[0] + 0.42, t.neck[1] + t.torso * 0.7 - 0.3)


def _rest_on_desk(t: Trunk) -> tuple[Point, Point]:
    return t.elbow(-0.32, 0.86), (t.neck[0] + 0.74, t.neck[1] + t.torso * 0.7 - 0.16)


def _point_near(t: Trunk) -> tuple[Point, Point]:
    return t.elbow(0.1, 0.86), t.before(0.72, 0.6)


def _palm_near(t: Trunk) -> tuple[Point, Point]:
    return t.elbow(0.24, 0.84), t.before(0.78, 0.24)


REACHES: dict[str, Callable[[Trunk], tuple[Point, Point]]] = {
    "ear": _ear,
    "hold": _hold,
    "both": _both,
    "screen": _screen,
    "finger": _finger,
    "crossed": _crossed,
    "write": _write,
    "desk": _rest_on_desk,
    "point-near": _point_near,
    "palm-near": _palm_near,
}
"""Elbow and wrist, by what the arm does."""
