"""Ink on a panel: shapes in any space of their own, moved onto the panel by numbers.

Shapes are moved here and not by the reader of the SVG, so that outlines are as thick on a
small figure as on a large one, and the same data gives the same bytes everywhere.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field

from lachan.drawing.palette import PALETTE
from lachan.drawing.path_data import lies_outside, shorten

Point = tuple[float, float]

OUTLINE = 2.5
INNER = 1.7
QUIET = 1.4

# Less than this turns or skews nothing that could be seen.
_STRAIGHT = 1e-6

_TOKEN = re.compile(r"[MLCQZ]|-?\d+(?:\.\d+)?(?:e-?\d+)?")


@dataclass(frozen=True, slots=True)
class Matrix:
    """An affine map: (x, y) → (a·x + c·y + e, b·x + d·y + f)."""

    a: float = 1.0
    b: float = 0.0
    c: float = 0.0
    d: float = 1.0
    e: float = 0.0
    f: float = 0.0

    def __call__(self, x: float, y: float) -> Point:
        return (self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f)

    def then_first(self, inner: Matrix) -> Matrix:
        """Return the map that applies `inner` first and this one afterwards."""
        return Matrix(
            self.a * inner.a + self.c * inner.b,
            self.b * inner.a + self.d * inner.b,
            self.a * inner.c + self.c * inner.d,
            self.b * inner.c + self.d * inner.d,
            *self(inner.e, inner.f),
        )

    def moved(self, x: float, y: float) -> Matrix:
        """Return this map with its own space moved by (x, y) first."""
        return self.then_first(Matrix(e=x, f=y))

    def turned(self, degrees: float) -> Matrix:
        """Return this map with its own space turned clockwise (y points down) first."""
        cos, sin = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
        return self.then_first(Matrix(cos, sin, -sin, cos))

    def scaled(self, x: float, y: float | None = None) -> Matrix:
        """Return this map with its own space scaled first."""
        return self.then_first(Matrix(x, 0, 0, x if y is None else y))

    @property
    def size(self) -> float:
        """How much longer a length is afterwards, roughly."""
        return math.sqrt(abs(self.a * self.d - self.b * self.c))


def number(value: float) -> str:
    """Return a coordinate with one decimal and nothing needless."""
    text = f"{value:.1f}".removesuffix(".0")
    return "0" if text == "-0" else text


@dataclass(slots=True)
class Pen:
    """Collects the elements of one panel in the order they lie on each other."""

    parts: list[str] = field(default_factory=list)
    line: str = "ink"
    width: float = INNER
    """What lines are drawn with where an element says nothing."""
    side: float | None = None
    """Of the square that is seen, from 0 on; paths that lie outside are left out. None: all seen."""

    @contextmanager
    def group(self, line: str, width: float) -> Iterator[None]:
        """Draw what follows with another line where it says nothing."""
        before = (self.line, self.width)
        self.raw(f'<g stroke="{PALETTE[line]}" stroke-width="{number(width)}">')
        self.line, self.width = line, width
        yield
        self.line, self.width = before
        self.raw("</g>")

    def raw(self, element: str) -> None:
        """Add a finished element."""
        self.parts.append(element)

    def path(
        self,
        data: str,
        at: Matrix,
        fill: str | None = None,
        *,
        line: str | None = "ink",
        width: float = INNER,
    ) -> None:
        """Draw a path of absolute M, L, C, Q and Z in the space of `at`.

        Parameters
        ----------
        data
            As SVG writes it.
        at
            From the path's space to the panel.
        fill, line
            Names of the palette; None leaves it out.
        width
            Of the line, in units of the panel.
        """
        self._add(move_path(data, at), self._style(fill, line, width))

    def ellipse(
        self,
        centre: Point,
        radii: Point,
        at: Matrix,
        fill: str | None = None,
        *,
        line: str | None = "ink",
        width: float = INNER,
    ) -> None:
        """Draw an ellipse; where the space is skewed, as curves that follow."""
        (rx, ry), (x, y) = radii, at(*centre)
        style = self._style(fill, line, width)
        n = number
        if abs(at.b) < _STRAIGHT and abs(at.c) < _STRAIGHT:
            size = f'rx="{n(rx * abs(at.a))}" ry="{n(ry * abs(at.d))}"'
            self.raw(f'<ellipse cx="{n(x)}" cy="{n(y)}" {size}{style}/>')
        elif rx == ry and abs(abs(at.a) - abs(at.d)) < _STRAIGHT:
            self.raw(f'<circle cx="{n(x)}" cy="{n(y)}" r="{n(rx * at.size)}"{style}/>')
        else:
            self.path(ellipse_path(centre, radii), at, fill, line=line, width=width)

    def box(
        self,
        corner: Point,
        size: Point,
        at: Matrix,
        fill: str | None = None,
        *,
        line: str | None = "ink",
        width: float = INNER,
        radius: float = 0.0,
    ) -> None:
        """Draw a rectangle, its corners rounded by `radius`."""
        self.path(box_path(corner, size, radius), at, fill, line=line, width=width)

    def stroke(
        self, points: Sequence[Point], at: Matrix, *, line: str = "ink", width: float = INNER
    ) -> None:
        """Draw an open line through points."""
        data = "M" + "L".join(f"{x:.2f} {y:.2f}" for x, y in points)
        self.path(data, at, None, line=line, width=width)

    def union(self, shapes: Sequence[str], fill: str, *, width: float = OUTLINE) -> None:
        """Draw paths of the panel's own space as one shape with one outline around all."""
        style = self._style(fill, "ink", width * 2)
        self._add("".join(shapes), style, ' paint-order="stroke"')

    def patch(self, shape: str, fill: str) -> None:
        """Fill a path of the panel's own space without an outline."""
        self._add(shape, self._style(fill, None, 0))

    def _add(self, data: str, style: str, before: str = "") -> None:
        if self.side is None or not lies_outside(data, self.side):
            self.parts.append(f'<path{before} d="{shorten(data)}"{style}/>')

    def _style(self, fill: str | None, line: str | None, width: float) -> str:
        """Return what an element has other than the group around it."""
        paint = f' fill="{PALETTE[fill]}"' if fill else ""
        if line is None:
            return f'{paint} stroke="none"'
        colour = "" if line == self.line else f' stroke="{PALETTE[line]}"'
        thick = "" if width == self.width else f' stroke-width="{number(width)}"'
        return f"{paint}{colour}{thick}"


class Rehearsal(Pen):
    """A pen that leaves nothing: for who asks only whether all words have room."""

    def raw(self, element: str) -> None:
        """Leave out a finished element."""

    def path(
        self,
        data: str,
        at: Matrix,
        fill: str | None = None,
        *,
        line: str | None = "ink",
        width: float = INNER,
    ) -> None:
        """Leave out a path, and whatever is drawn as one."""

    def union(self, shapes: Sequence[str], fill: str, *, width: float = OUTLINE) -> None:
        """Leave out several shapes."""

    def patch(self, shape: str, fill: str) -> None:
        """Leave out a shape without an outline."""


def move_path(data: str, at: Matrix) -> str:
    """Return path data with every point moved; one decimal."""
    out: list[str] = []
    pending: list[float] = []
    for part in _TOKEN.findall(data):
        if part in "MLCQZ":
            out.append(part)
            continue
        pending.append(float(part))
        if len(pending) == 2:
            x, y = at(pending[0], pending[1])
            out.append(f"{number(x)} {number(y)}")
            pending = []
    return " ".join(out)


def ellipse_path(centre: Point, radii: Point) -> str:
    """Return an ellipse as a closed path of four curves."""
    (x, y), (rx, ry) = centre, radii
    kx, ky = rx * 0.5523, ry * 0.5523
    return (
        f"M{x + rx:.2f} {y:.2f}"
        f"C{x + rx:.2f} {y + ky:.2f} {x + kx:.2f} {y + ry:.2f} {x:.2f} {y + ry:.2f}"
        f"C{x - kx:.2f} {y + ry:.2f} {x - rx:.2f} {y + ky:.2f} {x - rx:.2f} {y:.2f}"
        f"C{x - rx:.2f} {y - ky:.2f} {x - kx:.2f} {y - ry:.2f} {x:.2f} {y - ry:.2f}"
        f"C{x + kx:.2f} {y - ry:.2f} {x + rx:.2f} {y - ky:.2f} {x + rx:.2f} {y:.2f}Z"
    )


def box_path(corner: Point, size: Point, radius: float = 0.0) -> str:
    """Return a rectangle with rounded corners as a closed path."""
    (x, y), (w, h) = corner, size
    r = min(radius, w / 2, h / 2)
    if r <= 0:
        return f"M{x:.2f} {y:.2f}L{x + w:.2f} {y:.2f}L{x + w:.2f} {y + h:.2f}L{x:.2f} {y + h:.2f}Z"
    return (
        f"M{x + r:.2f} {y:.2f}L{x + w - r:.2f} {y:.2f}Q{x + w:.2f} {y:.2f} {x + w:.2f} {y + r:.2f}"
        f"L{x + w:.2f} {y + h - r:.2f}Q{x + w:.2f} {y + h:.2f} {x + w - r:.2f} {y + h:.2f}"
        f"L{x + r:.2f} {y + h:.2f}Q{x:.2f} {y + h:.2f} {x:.2f} {y + h - r:.2f}"
        f"L{x:.2f} {y + r:.2f}Q{x:.2f} {y:.2f} {x + r:.2f} {y:.2f}Z"
    )


def capsule(a: Point, b: Point, ra: float, rb: float) -> str:
    """Return a limb from `a` to `b`, `ra` and `rb` thick at its round ends, in the panel's space."""
    ax, ay = a
    bx, by = b
    length = math.hypot(bx - ax, by - ay)
    if length <= abs(ra - rb) + 0.01:
        return move_path(ellipse_path(a if ra >= rb else b, (max(ra, rb),) * 2), Matrix())
    # Where the common tangents touch the two circles.
    along = math.atan2(by - ay, bx - ax)
    off = math.acos(max(-1.0, min(1.0, (ra - rb) / length)))
    touch = [
        (x + r * math.cos(along + side * off), y + r * math.sin(along + side * off))
        for side in (1, -1)
        for (x, y), r in (((ax, ay), ra), ((bx, by), rb))
    ]
    (p1, p2, q1, q2) = touch
    n = number
    return (
        f"M{n(p1[0])} {n(p1[1])}L{n(p2[0])} {n(p2[1])}"
        f"A{n(rb)} {n(rb)} 0 {int(off > math.pi / 2)} 0 {n(q2[0])} {n(q2[1])}"
        f"L{n(q1[0])} {n(q1[1])}A{n(ra)} {n(ra)} 0 {int(off < math.pi / 2)} 0 {n(p1[0])} {n(p1[1])}Z"
    )
