"""The country, and where people work."""

from __future__ import annotations

from lachan.drawing.places.stage import Stage


def _hills(s: Stage, near: str, far: str) -> None:
    s.path(
        "M-700 0L-700 -60Q-300 -130 -160 -84Q-90 -150 0 -96Q110 -170 190 -90Q320 -130 700 -70L700 0Z",
        far,
    )
    s.path("M-700 0L-700 -20Q-200 -80 -60 -36Q90 -90 240 -30Q400 -60 700 -26L700 0Z", near)


def draw_field(s: Stage) -> None:
    """A rice field with a dyke, far hills, a buffalo-wide sky."""
    s.outside("leaf")
    s.clouds()
    _hills(s, "leaf", "blue")
    s.path("M-60 0L60 0L150 330L-170 330Z", "wall", line=None)
    for side in (-1, 1):
        for row in range(5):
            y = 12 + row * row * 5
            for column in range(6):
                x = side * (90 + column * 38 + row * 14)
                s.path(
                    f"M{x - 6} {y}L{x - 2} {y - 13}M{x} {y}L{x} {y - 16}M{x + 6} {y}L{x + 3} {y - 13}",
                    None,
                    line="leaf-dark",
                )


def draw_village_gate(s: Stage) -> None:
    """A village gate of brick, bamboo beside it."""
    s.outside("wall")
    s.clouds()
    s.path("M-700 0L-700 -50Q-300 -90 -120 -60L120 -60Q300 -90 700 -50L700 0Z", "leaf")
    for x in (-120, 66):
        s.box(x, -150, 54, 150, "skin-tan")
        s.box(x - 6, -158, 66, 10, "cream")
    s.path("M-66 0L-66 -90C-66 -140 66 -140 66 -90L66 0L84 0L84 -158L-84 -158L-84 0Z", "skin-tan")
    s.path("M-140 -158L-110 -190L110 -190L140 -158Z", "orange")
    s.path("M-70 -190L-50 -214L50 -214L70 -190Z", "orange")
    s.sign("LÀNG", 0, -166, 16, "hair-brown")
    for x, height in ((-190, 190), (-168, 230), (172, 210), (196, 180)):
        s.path(f"M{x} 0Q{x + 4} -{height / 2} {x + 10} -{height}", None, line="leaf-dark", width=4)
        for share in (0.5, 0.7, 0.9):
            y = -height * share
            s.path(
                f"M{x + 5} {y}Q{x + 30} {y - 20} {x + 40} {y - 2}Q{x + 22} {y - 6} {x + 5} {y}Z",
                "leaf",
            )


def draw_hill_path(s: Stage) -> None:
    """A path in the hills: terraces and a house on stilts far off."""
    s.outside("leaf")
    s.clouds()
    _hills(s, "leaf-dark", "blue")
    for row in range(4):
        y = -10 - row * 13
        s.path(
            f"M60 {y}Q130 {y - 16} 230 {y - 6}L230 {y + 6}Q130 {y - 4} 60 {y + 12}Z",
            "leaf" if row % 2 else "sun",
        )
    s.path(
        "M-46 340C10 200 -70 120 -10 40Q4 16 -20 0L8 0Q40 20 26 50C-14 140 90 200 70 340Z",
        "wall",
        line=None,
    )
    s.path("M-176 -50L-150 -84L-100 -84L-76 -50Z", "wood")
    s.box(-164, -50, 76, 26, "cream")
    s.path("M-158 -24L-154 -24L-154 -6L-158 -6ZM-98 -24L-94 -24L-94 -6L-98 -6Z", "wood")
    s.tree(-190, 10, 120, "leaf")


def draw_factory_gate(s: Stage) -> None:
    """A factory gate: halls, a barrier, the guard's box."""
    s.outside("mist")
    s.clouds()
    for x in (-210, -90, 30):
        s.path(f"M{x} 0L{x} -110L{x + 60} -146L{x + 60} -110L{x + 120} -146L{x + 120} 0Z", "blue")
        s.box(x + 14, -80, 92, 26, s.sky if not s.is_dark else "sun")
    s.box(150, -200, 22, 200, "line")
    s.box(-192, -104, 66, 104, "cream")
    s.box(-198, -112, 78, 10, "teal")
    s.box(-182, -88, 46, 34, s.sky if not s.is_dark else "sun")
    s.sign("CÔNG TY", 10, -180, 18, "navy")
    s.box(-122, -48, 250, 9, "white")
    for x in range(-112, 120, 40):
        s.box(x, -48, 20, 9, "red", line=None)
    s.box(-128, -58, 12, 58, "line")


def draw_site(s: Stage) -> None:
    """A building site: scaffolding, bricks, a heap of sand."""
    s.outside("wall")
    s.clouds()
    s.box(-140, -200, 220, 200, "mist")
    for x in range(-140, 81, 55):
        s.line((x, -214), (x, 0), colour="wood", width=3)
    for y in (-150, -90, -30):
        s.line((-150, y), (90, y), colour="wood", width=3)
        s.box(-120, y - 44, 36, 32, "line")
        s.box(-10, y - 44, 36, 32, "line")
    s.path("M96 0C120 -60 150 -64 176 0Z", "sun")
    for row in range(3):
        for column in range(4 - row):
            s.box(-206 + column * 22 + row * 11, -13 - row * 13, 22, 13, "orange")


COUNTRY = {
    "field": draw_field,
    "village-gate": draw_village_gate,
    "hill-path": draw_hill_path,
    "factory-gate": draw_factory_gate,
    "site": draw_site,
}
