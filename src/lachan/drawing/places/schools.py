"""A school: its class, yard, gate and library."""

from __future__ import annotations

from lachan.drawing.places.stage import Stage


def draw_classroom(s: Stage) -> None:
    """A classroom: board, windows, desks."""
    s.room("cream", "wall")
    s.box(-100, -208, 200, 134, "wood", radius=3)
    s.box(-94, -202, 188, 122, "leaf-dark")
    s.box(-30, -78, 60, 5, "wood")
    for x in (-200, 134):
        s.window(x, -150, 66, 74)
    for x in (-170, -60, 50, 160):
        s.box(x - 36, -30, 72, 7, "wood")
        s.path(
            f"M{x - 30} -23L{x - 26} -23L{x - 26} 12L{x - 30} 12ZM{x + 26} -23L{x + 30} -23L{x + 30} 12L{x + 26} 12Z",
            "wood",
        )


def _draw_school(s: Stage, x: float, width: float) -> None:
    """A two-storey school with a row of doors."""
    s.box(x, -140, width, 140, "sun")
    s.box(x - 8, -150, width + 16, 12, "orange")
    s.box(x, -74, width, 7, "white")
    glass = s.sky if not s.is_dark else "cream"
    step = width / 4
    for index in range(4):
        left = x + step * index + step * 0.22
        s.box(left, -124, step * 0.56, 38, glass)
        s.line((left + step * 0.28, -124), (left + step * 0.28, -86))
        s.box(left, -56, step * 0.56, 56, "teal" if index % 2 else "white")


def draw_yard(s: Stage) -> None:
    """A school yard: phượng trees in flower, the flag on its pole."""
    s.outside("wall")
    s.clouds()
    _draw_school(s, -90, 250)
    s.box(-2, -230, 4, 230, "line")
    s.path("M2 -228L52 -224L52 -192L2 -194Z", "red")
    s.path(
        "M27 -219L29.6 -212L37 -212L31 -207.5L33.2 -200L27 -204.5L20.8 -200L23 -207.5L17 -212L24.4 -212Z",
        "sun",
        line=None,
    )
    s.tree(-150, 4, 190, "leaf", "red")
    s.tree(186, 4, 160, "leaf", "red")
    s.box(-20, -8, 44, 8, "line")


def draw_gate(s: Stage) -> None:
    """A school gate."""
    s.outside("mist")
    s.clouds()
    _draw_school(s, -70, 140)
    s.tree(-96, 0, 130, "leaf-dark")
    s.tree(104, 0, 130, "leaf-dark")
    for x in (-150, 118):
        s.box(x, -150, 32, 150, "orange")
        s.box(x - 5, -160, 42, 12, "cream")
    s.box(-156, -196, 312, 36, "teal", radius=3)
    s.plate("TRƯỜNG EM", 0, -170, 22, colour="white")
    for x in range(-200, -150, 14):
        s.box(x, -86, 4, 86, "line")
    for x in range(156, 210, 14):
        s.box(x, -86, 4, 86, "line")
    s.line((-210, -70), (-150, -70))
    s.line((150, -70), (210, -70))


def draw_library(s: Stage) -> None:
    """A library: shelves and a reading table."""
    s.room("cream", "wood")
    s.shelf(-200, 0, 118, 4)
    s.shelf(96, 0, 118, 4)
    s.window(-56, -158, 110, 70)
    s.box(-60, -44, 120, 8, "wood")
    s.path("M-50 -36L-44 -36L-44 0L-50 0ZM44 -36L50 -36L50 0L44 0Z", "wood")
    s.path("M-26 -46L-2 -52L0 -46L2 -52L26 -46L24 -58L2 -62L0 -57L-2 -62L-24 -58Z", "white")


SCHOOLS = {
    "classroom": draw_classroom,
    "yard": draw_yard,
    "gate": draw_gate,
    "library": draw_library,
}
