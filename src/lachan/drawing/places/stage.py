"""A quiet background: light outlines, large shapes, its colours by the time of day.

A place is drawn around the middle of its floor's far edge: x from −200 to 200 in a wide picture,
y up to −300; a grown person is about 145 high there.
"""

from __future__ import annotations

from dataclasses import dataclass

from lachan.domain.comic_words import Time
from lachan.drawing.lettering import measure, write_word
from lachan.drawing.pen import QUIET, Matrix, Pen, Point

FAR = 700.0

Box = tuple[float, float, float, float]
"""Left, top, right and bottom, in the panel's space."""

_PANEL = 400.0
_SLIDES = (0.0, -84.0, 84.0, -116.0, 116.0)
_DROPS = (0.0, 24.0, 48.0)


@dataclass(slots=True)
class Stage:
    """Draws a background with one pen; sizes are those of a wide picture."""

    pen: Pen
    at: Matrix
    time: Time
    rains: bool = False
    taken: tuple[Box, ...] = ()
    """Where balloons and heads are: no sign is cut by them."""
    is_open: bool = False
    """Whether the place has no roof; set by `outside`."""

    @property
    def sky(self) -> str:
        """The colour of the sky."""
        return {Time.DAY: "sky", Time.EVENING: "skin-light", Time.NIGHT: "navy"}[self.time]

    @property
    def pane(self) -> str:
        """The colour of a window seen from inside."""
        return self.sky

    @property
    def is_dark(self) -> bool:
        """Whether it is night."""
        return self.time is Time.NIGHT

    def room(self, wall: str, floor: str) -> None:
        """Fill wall and floor."""
        self.box(-FAR, -FAR, 2 * FAR, FAR, wall, line=None)
        self.box(-FAR, 0, 2 * FAR, FAR, floor, line=None)
        self.line((-FAR, 0), (FAR, 0))
        self.box(-FAR, -7, 2 * FAR, 7, "white" if wall != "white" else "mist")

    def outside(self, ground: str) -> None:
        """Fill sky and ground."""
        self.is_open = True
        self.box(-FAR, -FAR, 2 * FAR, FAR, self.sky, line=None)
        self.box(-FAR, 0, 2 * FAR, FAR, ground, line=None)
        self.line((-FAR, 0), (FAR, 0))

    def box(
        self,
        x: float,
        y: float,
        w: float,
        h: float,
        fill: str | None,
        *,
        line: str | None = "line",
        radius: float = 0,
    ) -> None:
        """Draw a rectangle from its upper left corner."""
        self.pen.box((x, y), (w, h), self.at, fill, line=line, width=QUIET, radius=radius)

    def path(
        self, data: str, fill: str | None = None, *, line: str | None = "line", width: float = QUIET
    ) -> None:
        """Draw a path."""
        self.pen.path(data, self.at, fill, line=line, width=width)

    def disc(
        self,
        x: float,
        y: float,
        rx: float,
        fill: str | None,
        *,
        ry: float = 0,
        line: str | None = "line",
    ) -> None:
        """Draw a circle or an ellipse."""
        self.pen.ellipse((x, y), (rx, ry or rx), self.at, fill, line=line, width=QUIET)

    def line(self, *points: Point, colour: str = "line", width: float = QUIET) -> None:
        """Draw a line through points."""
        self.pen.stroke(points, self.at, line=colour, width=width)

    def word(
        self, text: str, x: float, y: float, size: float, *, colour: str = "ink", width: float = 0
    ) -> None:
        """Write a sign, centred on x with its baseline on y; exactly so broad if `width` is given."""
        broad = width * self.at.size
        write_word(self.pen, text, self.at(x, y), size * self.at.size, colour=colour, width=broad)

    def sign(
        self,
        text: str,
        x: float,
        y: float,
        size: float,
        fill: str,
        colour: str = "white",
        *,
        slides: bool = False,
    ) -> None:
        """Draw a board as broad as its word: whole, or not at all.

        Parameters
        ----------
        slides
            Whether it may hang elsewhere on its wall, where heads and balloons leave it room.
        """
        width = measure(text, size) + size * 1.1
        wished = [(x, y)]
        if slides:
            wished = [(x + dx, y + dy) for dy in _DROPS for dx in _SLIDES]
        free = [spot for spot in wished if self._is_free(*spot, width, size)]
        if not free:
            return
        x, y = free[0]
        self.box(x - width / 2, y - size * 1.15, width, size * 1.6, fill, radius=3)
        self.word(text, x, y + size * 0.02, size, colour=colour, width=measure(text, size))

    def plate(self, text: str, x: float, y: float, size: float, *, colour: str = "ink") -> None:
        """Write on what is built: whole, or not at all."""
        width = measure(text, size)
        if self._is_free(x, y, width, size):
            self.word(text, x, y, size, colour=colour, width=width)

    def _is_free(self, x: float, y: float, width: float, size: float) -> bool:
        return self.is_clear(x - width / 2, y - size * 1.15, width, size * 1.6)

    def is_clear(self, x: float, y: float, width: float, high: float) -> bool:
        """Whether a box lies in the panel, and no balloon or head over it."""
        left, top = self.at(x, y)
        right, bottom = self.at(x + width, y + high)
        inside = left >= 0 and top >= 0 and right <= _PANEL
        return inside and not any(
            left < box[2] and right > box[0] and top < box[3] and bottom > box[1]
            for box in self.taken
        )

    def tree(self, x: float, y: float, size: float, crown: str = "leaf", blossom: str = "") -> None:
        """Draw a broad tree; `blossom` dots it."""
        s = size
        self.path(
            f"M{x - s * 0.07} {y}L{x - s * 0.05} {y - s * 0.6}L{x + s * 0.05} {y - s * 0.6}L{x + s * 0.08} {y}Z",
            "wood",
        )
        self.path(
            f"M{x - s * 0.5} {y - s * 0.5}C{x - s * 0.62} {y - s * 0.78} {x - s * 0.3} {y - s * 0.96} {x - s * 0.1} {y - s * 0.9}"
            f"C{x + s * 0.1} {y - s * 1.08} {x + s * 0.42} {y - s * 0.96} {x + s * 0.44} {y - s * 0.76}"
            f"C{x + s * 0.62} {y - s * 0.62} {x + s * 0.5} {y - s * 0.46} {x + s * 0.3} {y - s * 0.48}"
            f"C{x + s * 0.1} {y - s * 0.4} {x - s * 0.3} {y - s * 0.4} {x - s * 0.5} {y - s * 0.5}Z",
            crown,
        )
        for dx, dy in (
            (-0.3, -0.6),
            (-0.1, -0.78),
            (0.15, -0.62),
            (0.3, -0.76),
            (0.02, -0.52),
            (-0.4, -0.72),
        ):
            if blossom:
                self.disc(x + s * dx, y + s * dy, s * 0.05, blossom, line=None)

    def window(self, x: float, y: float, w: float, h: float) -> None:
        """Draw a window with the sky in it."""
        self.box(x, y, w, h, self.pane)
        for step in range(1, 6) if self.rains else ():
            left, top = x + w * step / 6, y + h * (0.1 + step * 0.37 % 0.6)
            self.line((left + 3, top), (left - 3, top + h * 0.25), colour="blue", width=1.6)
        self.line((x + w / 2, y), (x + w / 2, y + h))
        self.line((x, y + h / 2), (x + w, y + h / 2))
        self.box(x - 4, y + h, w + 8, 5, "white")

    def clouds(self) -> None:
        """Draw two clouds by day; moonless nights stay empty."""
        if self.time is Time.NIGHT:
            return
        for x, y, s in ((-120, -236, 1.0), (110, -262, 0.8)):
            self.path(
                f"M{x - 36 * s} {y}C{x - 40 * s} {y - 18 * s} {x - 16 * s} {y - 22 * s} {x - 10 * s} {y - 14 * s}"
                f"C{x} {y - 28 * s} {x + 26 * s} {y - 22 * s} {x + 24 * s} {y - 8 * s}C{x + 40 * s} {y - 8 * s} {x + 38 * s} {y} {x + 30 * s} {y}Z",
                "white",
                line=None,
            )

    def shelf(self, x: float, y: float, w: float, rows: int, fill: str = "wood") -> None:
        """Draw a shelf of books standing on y."""
        high = rows * 34 + 4
        self.box(x, y - high, w, high, fill)
        colours = ("teal", "cream", "rose", "blue", "sun", "leaf")
        for row in range(rows):
            base = y - high + 34 * row + 34
            self.box(x + 4, base - 30, w - 8, 30, "cream")
            left, index = x + 7, row * 2
            while left + 9 < x + w - 6:
                thick, tall = 6 + index * 5 % 4, 18 + index * 7 % 9
                self.box(left, base - tall, thick, tall, colours[index % len(colours)])
                left += thick + (6 if index % 5 == 4 else 0.5)
                index += 1
