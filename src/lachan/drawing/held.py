"""What is held in a hand; each thing stands upright around the hand, sizes in heads."""

from __future__ import annotations

from collections.abc import Callable

from lachan.drawing.pen import INNER, OUTLINE, Matrix, Pen


def _phone(pen: Pen, at: Matrix) -> None:
    at = at.turned(-12)
    pen.box((-0.15, -0.36), (0.3, 0.54), at, "ink", width=INNER, radius=0.05)
    pen.box((-0.11, -0.3), (0.22, 0.4), at, "sky", line=None, radius=0.02)


def _paper(pen: Pen, at: Matrix) -> None:
    at = at.turned(-6)
    pen.path("M-0.26 -0.5L0.24 -0.54L0.3 0.16L-0.22 0.18Z", at, "white", width=OUTLINE)
    for y in (-0.38, -0.26, -0.14):
        pen.path(f"M-0.16 {y}L0.17 {y - 0.02}", at, line="line", width=INNER)


def _cup(pen: Pen, at: Matrix) -> None:
    at = at.scaled(1.5).moved(0, -0.06)
    pen.path("M-0.14 -0.2L0.14 -0.2L0.1 0.16L-0.1 0.16Z", at, "cream", width=OUTLINE)
    pen.path("M-0.13 -0.1L0.13 -0.1", at, line="wood", width=INNER)


def _bag(pen: Pen, at: Matrix) -> None:
    pen.path("M-0.22 0.1C-0.2 -0.14 0.2 -0.14 0.22 0.1", at, width=OUTLINE)
    pen.box((-0.38, 0.08), (0.76, 0.56), at, "orange", width=OUTLINE, radius=0.1)
    pen.path("M-0.38 0.26L0.38 0.26", at)


def _basket(pen: Pen, at: Matrix) -> None:
    pen.path("M-0.36 0.12C-0.3 -0.3 0.3 -0.3 0.36 0.12", at, width=OUTLINE)
    pen.path("M-0.44 0.08L0.44 0.08L0.34 0.48L-0.34 0.48Z", at, "wood", width=OUTLINE)
    pen.path("M-0.4 0.22L0.4 0.22M-0.37 0.35L0.37 0.35", at, width=INNER * 0.8)
    pen.path("M-0.3 0.08C-0.3 -0.1 -0.1 -0.14 -0.06 0.08Z", at, "leaf")
    pen.path("M-0.06 0.08C0 -0.16 0.24 -0.14 0.28 0.08Z", at, "leaf-dark")


def _ticket(pen: Pen, at: Matrix) -> None:
    at = at.turned(-10).scaled(1.25)
    pen.box((-0.26, -0.24), (0.52, 0.26), at, "sun", width=OUTLINE, radius=0.03)
    pen.path(
        "M0.1 -0.24L0.1 0.02M-0.18 -0.15L0.02 -0.15M-0.18 -0.06L-0.02 -0.06", at, width=INNER * 0.8
    )


def _helmet(pen: Pen, at: Matrix) -> None:
    pen.path("M-0.4 0.34C-0.46 -0.22 0.46 -0.22 0.4 0.34Z", at, "orange", width=OUTLINE)
    pen.path("M-0.42 0.22C-0.2 0.14 0.2 0.14 0.42 0.22L0.42 0.34L-0.42 0.34Z", at, "cream")


def _broom(pen: Pen, at: Matrix) -> None:
    at = at.turned(14)
    pen.path("M-0.03 -1.0L0.03 -1.0L0.03 1.3L-0.03 1.3Z", at, "wood")
    pen.path("M-0.1 1.2L0.1 1.2L0.3 1.9L-0.26 1.9Z", at, "sun", width=OUTLINE)
    pen.path("M-0.06 1.34L-0.12 1.84M0.06 1.34L0.14 1.84", at, width=INNER * 0.8)


def _bowl(pen: Pen, at: Matrix) -> None:
    at = at.scaled(1.3).moved(0, -0.05)
    pen.path("M-0.26 -0.1C-0.1 -0.24 0.1 -0.24 0.26 -0.1Z", at, "white")
    pen.path(
        "M-0.28 -0.1L0.28 -0.1C0.26 0.12 0.14 0.18 0 0.18C-0.14 0.18 -0.26 0.12 -0.28 -0.1Z",
        at,
        "blue",
        width=OUTLINE,
    )


def _pen(pen: Pen, at: Matrix) -> None:
    at = at.turned(28).scaled(1.3)
    pen.path("M-0.03 -0.32L0.03 -0.32L0.03 0.2L0 0.28L-0.03 0.2Z", at, "teal")


def _book(pen: Pen, at: Matrix) -> None:
    at = at.turned(-8)
    pen.box((-0.28, -0.44), (0.52, 0.6), at, "teal", width=OUTLINE, radius=0.03)
    pen.path("M-0.18 -0.44L-0.18 0.16", at)
    pen.box((-0.08, -0.34), (0.24, 0.14), at, "cream", width=INNER * 0.8)


def _gift(pen: Pen, at: Matrix) -> None:
    pen.box((-0.3, -0.34), (0.6, 0.5), at, "plum", width=OUTLINE)
    pen.box((-0.06, -0.34), (0.12, 0.5), at, "sun", width=INNER)
    pen.path(
        "M0 -0.34C-0.24 -0.6 -0.34 -0.34 0 -0.34C0.34 -0.34 0.24 -0.6 0 -0.34Z",
        at,
        "sun",
        width=INNER,
    )


def _box(pen: Pen, at: Matrix) -> None:
    """A biscuit tin: a lid, a picture, no ribbon."""
    pen.box((-0.33, -0.26), (0.66, 0.44), at, "sky", width=OUTLINE, radius=0.05)
    pen.box((-0.37, -0.38), (0.74, 0.16), at, "red", width=OUTLINE, radius=0.05)
    pen.ellipse((0, -0.02), (0.15, 0.13), at, "sun", width=INNER)
    pen.path("M-0.05 -0.05L-0.05 -0.05M0.06 -0.03L0.06 -0.03M0 0.05L0 0.05", at, width=OUTLINE)


def _money(pen: Pen, at: Matrix) -> None:
    at = at.turned(-14)
    for x, y in ((0.05, -0.08), (0.0, 0.0)):
        pen.box((-0.28 + x, -0.26 + y), (0.54, 0.26), at, "leaf", width=OUTLINE, radius=0.02)
    pen.ellipse((-0.01, -0.13), (0.07, 0.07), at, "cream", width=INNER * 0.8)


def _card(pen: Pen, at: Matrix) -> None:
    at = at.turned(-8)
    pen.box((-0.26, -0.26), (0.52, 0.34), at, "white", width=OUTLINE, radius=0.04)
    pen.box((-0.19, -0.18), (0.14, 0.18), at, "blue", width=INNER * 0.8)
    pen.path("M0.02 -0.14L0.19 -0.14M0.02 -0.05L0.15 -0.05", at, width=INNER * 0.8)


def _ladle(pen: Pen, at: Matrix) -> None:
    at = at.turned(16)
    pen.path("M-0.03 -0.3L0.03 -0.3L0.03 0.4L-0.03 0.4Z", at, "line")
    pen.path("M-0.14 0.36L0.14 0.36C0.14 0.58 -0.14 0.58 -0.14 0.36Z", at, "line", width=INNER)


def _folder(pen: Pen, at: Matrix) -> None:
    at = at.turned(-6)
    pen.path(
        "M-0.3 -0.4L-0.06 -0.4L0 -0.32L0.3 -0.32L0.3 0.24L-0.3 0.24Z", at, "sun", width=OUTLINE
    )
    pen.path("M-0.2 -0.14L0.2 -0.14", at)


DRAWN: dict[str, Callable[[Pen, Matrix], None]] = {
    "phone": _phone,
    "paper": _paper,
    "cup": _cup,
    "bag": _bag,
    "basket": _basket,
    "ticket": _ticket,
    "helmet": _helmet,
    "broom": _broom,
    "bowl": _bowl,
    "pen": _pen,
    "book": _book,
    "gift": _gift,
    "box": _box,
    "money": _money,
    "card": _card,
    "ladle": _ladle,
    "folder": _folder,
}
"""What draws a thing, by its name; ladle and folder belong to poses and people."""
