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
    """Draw a table laid for a meal."""
    pen.path("M-86 -68L86 -68L96 -54L-96 -54Z", at, "wood", width=OUTLINE)
    pen.path("M-80 -54L-70 -54L-70 4L-80 4ZM70 -54L80 -54L80 4L70 4Z", at, "wood", width=OUTLINE)
    for x, fill in ((-56, "white"), (50, "white"), (-2, "leaf")):
        wide = 18 if x == -2 else 12
        pen.path(
            f"M{x - wide} -70L{x + wide} -70C{x + wide - 2} -60 {x - wide + 2} -60 {x - wide} -70Z",
            at,
            "blue",
            width=INNER,
        )
        pen.path(
            f"M{x - wide + 3} -70C{x - 5} -79 {x + 5} -79 {x + wide - 3} -70Z",
            at,
            fill,
            width=INNER,
        )
    pen.path("M22 -61L38 -65M24 -58L40 -62", at)


def draw_papers(pen: Pen, at: Matrix) -> None:
    """Draw sheets on a low table."""
    pen.path("M-78 -52L78 -52L92 -26L-92 -26Z", at, "wood", width=OUTLINE)
    pen.path("M-92 -26L92 -26L92 -18L-92 -18Z", at, "wood", width=OUTLINE)
    pen.path("M-80 -18L-70 -18L-70 6L-80 6ZM70 -18L80 -18L80 6L70 6Z", at, "wood", width=OUTLINE)
    _draw_sheets(pen, at.moved(0, -39).scaled(1, 0.62))


def draw_papers_on_floor(pen: Pen, at: Matrix) -> None:
    """Draw sheets around who sits on the floor."""
    _draw_sheets(pen, at.moved(0, -8).scaled(1.3, 0.6))


def _draw_sheets(pen: Pen, at: Matrix) -> None:
    for x, turn in ((-46, -8), (0, 4), (46, -5)):
        sheet = at.moved(x, 0).turned(turn)
        pen.path("M-15 -16L15 -16L19 16L-19 16Z", sheet, "white", width=INNER)
        pen.path("M-9 -9L9 -9M-10 -1L10 -1M-11 7L4 7", sheet, line="line")


def draw_fan(pen: Pen, at: Matrix) -> None:
    """Draw a fan on its stand."""
    pen.path("M-4 -96L4 -96L5 -8L-5 -8Z", at, "line", width=INNER)
    pen.path("M-26 0C-26 -12 26 -12 26 0Z", at, "ink", width=OUTLINE)
    pen.ellipse((0, -122), (33, 33), at, "white", width=OUTLINE)
    for turn in (0, 120, 240):
        blade = at.moved(0, -122).turned(turn)
        pen.path("M0 0C-16 -8 -14 -28 0 -28C10 -26 8 -10 0 0Z", blade, "blue", width=INNER)
    pen.ellipse((0, -122), (5, 5), at, "ink")
