"""Animals, where a grown person is 200 high; each stands on y = 0 around x = 0."""

from __future__ import annotations

from lachan.drawing.pen import INNER, OUTLINE, Matrix, Pen


def draw_hen(pen: Pen, at: Matrix) -> None:
    """Draw a hen that pecks about."""
    pen.path("M-4 -12L-6 0L-12 0M6 -12L5 0L-1 0", at, line="orange", width=OUTLINE)
    pen.path(
        "M24 -44C34 -40 34 -26 22 -20C8 -6 -14 -8 -20 -22C-24 -32 -24 -44 -22 -52C-16 -60 -6 -54 -6 -46C2 -36 16 -38 24 -44Z",
        at,
        "orange",
        width=OUTLINE,
    )
    pen.path("M-4 -30C4 -34 14 -30 16 -24C8 -18 -2 -20 -4 -30Z", at, "cream")
    pen.path("M-22 -54C-26 -62 -18 -62 -18 -57C-18 -64 -10 -64 -12 -56Z", at, "red")
    pen.path("M-23 -50L-31 -46L-22 -44Z", at, "sun")
    pen.path("M-24 -43C-28 -38 -22 -34 -20 -40Z", at, "red")
    pen.ellipse((-16, -50), (1.8, 1.8), at, "ink", line=None)


def draw_cat(pen: Pen, at: Matrix) -> None:
    """Draw a sitting cat."""
    pen.path(
        "M20 -6C38 -8 40 -30 32 -40C28 -44 24 -38 28 -32C32 -22 28 -14 18 -14Z",
        at,
        "hair-grey",
        width=OUTLINE,
    )
    pen.path("M-14 0C-20 -26 -14 -42 0 -42C16 -42 22 -24 18 0Z", at, "hair-grey", width=OUTLINE)
    pen.path(
        "M-20 -46L-20 -68L-10 -60C-4 -62 4 -62 8 -60L18 -68L18 -46C16 -32 -18 -32 -20 -46Z",
        at,
        "hair-grey",
        width=OUTLINE,
    )
    for x in (-9, 7):
        pen.ellipse((x, -48), (2.2, 3), at, "ink", line=None)
    pen.path("M-3 -42L1 -42L-1 -40ZM-1 -40Q-5 -36 -8 -38M-1 -40Q3 -36 6 -38", at, width=INNER)
    pen.path("M-4 0L-4 -16M6 0L6 -16", at)


def draw_dog(pen: Pen, at: Matrix) -> None:
    """Draw a small dog with its tongue out."""
    pen.path("M28 -34C36 -50 46 -50 44 -42C42 -34 36 -28 30 -26Z", at, "wood", width=OUTLINE)
    pen.path(
        "M-18 -38C0 -46 26 -44 32 -34C38 -26 36 -12 34 0L24 0L22 -16L0 -16L-2 0L-12 0L-14 -18Z",
        at,
        "wood",
        width=OUTLINE,
    )
    pen.path(
        "M-38 -46C-36 -64 -10 -66 -8 -46C-6 -34 -14 -28 -24 -28C-36 -28 -44 -32 -44 -38C-44 -42 -42 -44 -38 -46Z",
        at,
        "wood",
        width=OUTLINE,
    )
    pen.path("M-12 -62C-2 -62 0 -44 -6 -38C-12 -38 -16 -54 -12 -62Z", at, "hair-brown", width=INNER)
    pen.ellipse((-25, -47), (2.4, 2.8), at, "ink", line=None)
    pen.ellipse((-42, -40), (3.6, 3), at, "ink", line=None)
    pen.path("M-38 -31C-38 -22 -28 -22 -28 -29Z", at, "rose")
