"""Things of the house and the road, where a grown person is 200 high; each stands on y = 0."""

from __future__ import annotations

from lachan.drawing.pen import INNER, OUTLINE, Matrix, Pen


def draw_ball(pen: Pen, at: Matrix) -> None:
    """Draw a football."""
    pen.ellipse((0, -17), (17, 17), at, "white", width=OUTLINE)
    pen.path("M-6 -22L0 -27L7 -22L4 -14L-4 -14Z", at, "ink")
    pen.path("M0 -27L0 -33M7 -22L14 -25M4 -14L9 -7M-4 -14L-9 -7M-6 -22L-14 -25", at)


def draw_suitcase(pen: Pen, at: Matrix) -> None:
    """Draw a travel case."""
    pen.path("M-10 -74L-10 -92L10 -92L10 -74", at, width=OUTLINE * 1.3)
    pen.box((-26, -74), (52, 70), at, "teal", width=OUTLINE, radius=7)
    pen.path("M-12 -68L-12 -10M12 -68L12 -10", at)
    pen.ellipse((-16, -3), (5, 4), at, "ink", line=None)
    pen.ellipse((16, -3), (5, 4), at, "ink", line=None)


def draw_chair(pen: Pen, at: Matrix) -> None:
    """Draw an empty chair."""
    pen.path(
        "M-26 0L-22 -50L-28 -118L-18 -118L-14 -56L26 -56L30 0L22 0L18 -44L-14 -44L-18 0Z",
        at,
        "wood",
        width=OUTLINE,
    )
    pen.path("M-28 -118L24 -118L20 -84L-25 -84Z", at, "wood", width=OUTLINE)
    pen.path("M-22 -56L28 -56L26 -46L-20 -46Z", at, "orange", width=OUTLINE)


def draw_flower_pot(pen: Pen, at: Matrix) -> None:
    """Draw a pot in flower."""
    pen.path("M0 -34C-24 -52 -18 -78 0 -66C18 -78 24 -52 0 -34Z", at, "leaf-dark", width=OUTLINE)
    for x, y in ((-12, -64), (10, -70), (2, -52)):
        pen.ellipse((x, y), (7, 7), at, "rose")
        pen.ellipse((x, y), (2.4, 2.4), at, "sun", line=None)
    pen.path("M-18 0L-23 -34L23 -34L18 0Z", at, "orange", width=OUTLINE)


def draw_bicycle(pen: Pen, at: Matrix) -> None:
    """Draw a bicycle."""
    for x in (-46, 46):
        pen.ellipse((x, -34), (32, 32), at, None, width=OUTLINE * 1.5)
        pen.ellipse((x, -34), (3, 3), at, "ink")
    pen.path(
        "M-46 -34L-20 -78L34 -78L4 -34ZM-20 -78L4 -34M-26 -88L-18 -74M46 -34L32 -94L18 -98M32 -94L44 -100",
        at,
        line="red",
        width=OUTLINE * 1.7,
    )
    pen.path("M-38 -92L-14 -92L-18 -86L-34 -86Z", at, "ink")


def draw_motorbike(pen: Pen, at: Matrix) -> None:
    """Draw a standing motorbike."""
    for x in (-50, 58):
        pen.ellipse((x, -24), (24, 24), at, "ink", width=OUTLINE)
        pen.ellipse((x, -24), (13, 13), at, "line")
    pen.path(
        "M-66 -52C-50 -66 -10 -64 4 -52L12 -30L34 -30L50 -78L62 -74L54 -30L44 -18L-32 -18L-60 -38Z",
        at,
        "red",
        width=OUTLINE,
    )
    pen.path("M-58 -62C-40 -70 -8 -68 10 -58L6 -50L-60 -52Z", at, "ink", width=OUTLINE)
    pen.path("M50 -80L34 -92M50 -80L62 -90", at, width=OUTLINE * 1.6)
    pen.ellipse((60, -68), (8, 8), at, "cream")


def draw_meal(pen: Pen, at: Matrix) -> None:
    """Draw a low table laid for a meal."""
    pen.path("M-86 -34L86 -34L96 -22L-96 -22Z", at, "wood", width=OUTLINE)
    pen.path("M-80 -22L-70 -22L-70 4L-80 4ZM70 -22L80 -22L80 4L70 4Z", at, "wood", width=OUTLINE)
    for x, fill in ((-58, "white"), (52, "white"), (-2, "leaf")):
        wide = 22 if x == -2 else 15
        pen.path(
            f"M{x - wide} -46L{x + wide} -46C{x + wide - 2} -34 {x - wide + 2} -34 {x - wide} -46Z",
            at,
            "blue",
            width=INNER,
        )
        pen.path(
            f"M{x - wide + 3} -46C{x - 6} -56 {x + 6} -56 {x + wide - 3} -46Z",
            at,
            fill,
            width=INNER,
        )
    pen.path("M22 -34L36 -54M28 -34L40 -54", at)


def draw_papers(pen: Pen, at: Matrix) -> None:
    """Draw sheets that lie about."""
    for x, y, turn in ((-34, -2, -12), (8, 4, 8), (40, -6, -4)):
        sheet = at.moved(x, y).turned(turn)
        pen.box((-17, -22), (34, 24), sheet, "white", width=OUTLINE)
        pen.path("M-11 -16L10 -16M-11 -10L10 -10M-11 -4L4 -4", sheet, line="line")
