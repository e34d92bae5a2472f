"""A town: market, tea stall, shop, street, bus station, airport, net café, guest house."""

from __future__ import annotations

from lachan.drawing.places.stage import Stage


def _stool(s: Stage, x: float, colour: str) -> None:
    s.path(
        f"M{x - 16} 14L{x - 12} -16L{x + 12} -16L{x + 16} 14L{x + 9} 14L{x + 7} -6L{x - 7} -6L{x - 9} 14Z",
        colour,
    )
    s.box(x - 15, -20, 30, 6, colour, radius=2)


def _draw_fish(s: Stage, x: float, y: float) -> None:
    """A fish that lies on a counter."""
    s.path(
        f"M{x - 15} {y}C{x - 8} {y - 11} {x + 6} {y - 9} {x + 10} {y}L{x + 18} {y - 7}L{x + 17} {y + 7}L{x + 10} {y}"
        f"C{x + 6} {y + 8} {x - 8} {y + 8} {x - 15} {y}Z",
        "blue",
        line="ink",
    )
    s.path(f"M{x - 6} {y - 5}Q{x - 3} {y} {x - 6} {y + 5}", None, line="ink")
    s.disc(x - 10, y - 1.5, 1.4, "ink", line=None)


def draw_market(s: Stage) -> None:
    """A market: awnings, heaps of fruit and greens, fish."""
    s.outside("mist")
    s.clouds()
    for index, (x, colour) in enumerate(((-210, "red"), (-72, "teal"), (68, "orange"))):
        s.path(f"M{x} -104L{x + 6} -150L{x + 132} -150L{x + 140} -104Z", colour)
        for step in range(1, 4, 2):
            left = x + 35 * step
            s.path(f"M{left} -104L{left + 2} -150L{left + 33} -150L{left + 35} -104Z", "white")
        s.line((x + 8, -104), (x + 8, 0))
        s.line((x + 132, -104), (x + 132, 0))
        s.box(x + 10, -46, 120, 46, "wood")
        for number in range(4):
            left = x + 16 + number * 28
            fill = (
                ("leaf", "rose", "sun", "leaf-dark"),
                ("orange", "leaf", "red", "leaf"),
                ("leaf-dark", "sun", "leaf", "rose"),
            )[index][number]
            if index % 2 == 0 and number in (1, 2):
                _draw_fish(s, left + 13, -52 - number * 2)
            else:
                s.path(f"M{left} -46C{left} -64 {left + 26} -64 {left + 26} -46Z", fill)


def draw_tea_stall(s: Stage) -> None:
    """A tea stall under a tree: a low table, glasses, plastic stools."""
    s.outside("mist")
    s.clouds()
    s.box(-200, -130, 160, 130, "wall")
    s.box(-206, -140, 172, 12, "orange")
    s.box(-180, -90, 48, 90, "teal")
    s.box(-112, -90, 50, 40, s.sky if not s.is_dark else "sun")
    s.tree(140, 6, 220, "leaf")
    s.sign("TRÀ ĐÁ", -6, -108, 17, "teal")
    s.line((-6, -98), (-6, -30))
    s.box(-40, -38, 108, 8, "wood")
    s.path("M-34 -30L-28 -30L-28 12L-34 12ZM56 -30L62 -30L62 12L56 12Z", "wood")
    s.path("M-24 -38L-26 -66Q-14 -74 -2 -66L-4 -38Z", "blue")
    for x in (10, 26, 42):
        s.path(f"M{x} -54L{x + 12} -54L{x + 10} -38L{x + 2} -38Z", "orange")
    _stool(s, -70, "red")
    _stool(s, 96, "blue")


def draw_shop(s: Stage) -> None:
    """A small shop: shelves, a counter, hanging packets."""
    s.room("cream", "mist")
    for row in range(3):
        y = -150 + row * 40
        s.box(-196, y + 28, 236, 6, "wood")
        for index in range(9):
            x = -190 + index * 26
            fill = ("rose", "sun", "teal", "leaf", "blue", "orange")[(index + row * 2) % 6]
            s.box(x, y + 4 + index % 2 * 5, 18, 24 - index % 2 * 5, fill, radius=2)
    s.box(60, -66, 140, 66, "wood")
    s.box(54, -74, 152, 10, "cream")
    s.box(150, -98, 36, 24, "line", radius=3)
    s.window(72, -150, 56, 56)
    for x in (80, 104, 128, 152, 176):
        s.line((x, -190), (x, -158))
        s.box(x - 9, -158, 18, 26, ("sun", "red")[x // 24 % 2], radius=3)


def draw_street(s: Stage) -> None:
    """A street: pavement, shops, trees, a road with a line."""
    s.outside("mist")
    s.clouds()
    for x, w, h, wall, awning in (
        (-214, 108, 160, "cream", "teal"),
        (-106, 96, 190, "blue", "red"),
        (100, 110, 150, "wall", "orange"),
    ):
        s.box(x, -h, w, h, wall)
        s.box(x, -h - 6, w, 8, "white")
        glass = s.sky if not s.is_dark else "sun"
        s.box(x + 12, -h + 22, w - 24, 30, glass)
        s.path(f"M{x + 2} -66L{x + 8} -84L{x + w - 8} -84L{x + w - 2} -66Z", awning)
        s.box(x + 14, -64, w - 28, 64, "mist")
        s.line((x + w / 2, -64), (x + w / 2, 0))
    s.tree(44, 0, 170, "leaf-dark")
    s.box(-700, 22, 1400, 700, "line", line=None)
    s.box(-700, 16, 1400, 6, "white")
    for x in range(-280, 300, 90):
        s.box(x, 62, 44, 5, "white", line=None)


def draw_bus_station(s: Stage) -> None:
    """A bus station: a coach, a board, a bench."""
    s.outside("mist")
    s.box(-700, -190, 1400, 24, "teal")
    s.box(-700, -166, 1400, 6, "white")
    for x in (-186, 186):
        s.box(x - 6, -160, 12, 160, "line")
    s.sign("BẾN XE", 0, -196, 20, "teal")
    s.path("M-40 -4L-40 -112Q-40 -128 -24 -128L200 -128L200 -4Z", "orange")
    s.path("M-34 -64L-34 -104Q-34 -112 -26 -112L2 -112L2 -64Z", "sky")
    for x in (14, 64, 114, 164):
        s.box(x, -112, 42, 38, "sky")
    s.box(-40, -50, 240, 12, "cream", line=None)
    for x in (6, 150):
        s.disc(x, -4, 20, "ink")
        s.disc(x, -4, 9, "line")
    s.box(-190, -34, 110, 8, "wood")
    s.path("M-182 -26L-176 -26L-176 6L-182 6ZM-94 -26L-88 -26L-88 6L-94 6Z", "wood")


def draw_airport(s: Stage) -> None:
    """An airport hall: tall windows, a plane outside, a desk."""
    s.room("mist", "white")
    s.box(-210, -210, 420, 150, s.sky)
    for x in (-140, -70, 0, 70, 140):
        s.line((x, -210), (x, -60))
    s.path(
        "M-150 -104Q-160 -116 -140 -118L-20 -120L20 -152L36 -152L20 -118L60 -116Q78 -112 60 -104Z",
        "white",
    )
    s.path("M-40 -110L-80 -84L-64 -84L-6 -108Z", "teal")
    s.sign("GA ĐI", 0, -218, 20, "navy", slides=True)
    s.box(80, -54, 130, 54, "teal")
    s.box(74, -62, 142, 9, "white")
    s.path("M-190 0L-190 -30M-150 0L-150 -30M-190 -28L-150 -28", None)


def draw_net_cafe(s: Stage) -> None:
    """An internet café: a row of screens and chairs."""
    s.room("navy" if s.is_dark else "wall", "line")
    s.box(-210, -46, 420, 9, "wood")
    for x in (-170, -70, 30, 130):
        s.box(x - 30, -110, 74, 52, "ink", radius=3)
        s.box(x - 25, -105, 64, 42, "sky")
        s.box(x + 1, -58, 12, 12, "line")
        s.path(f"M{x - 16} -72L{x} -92L{x + 12} -80L{x + 20} -88L{x + 30} -72Z", "leaf", line=None)
        s.path(
            f"M{x - 14} 6L{x - 14} -34Q{x - 14} -44 {x - 4} -44L{x + 18} -44Q{x + 28} -44 {x + 28} -34L{x + 28} 6Z",
            "red",
        )
    s.sign("NET", 0, -180, 20, "plum", slides=True)


def draw_guest_house(s: Stage) -> None:
    """The reception of a guest house: a desk, keys, a clock."""
    s.room("wall", "wood")
    s.sign("LỄ TÂN", 0, -184, 18, "hair-brown", slides=True)
    s.box(-60, -148, 120, 52, "wood")
    for row in range(2):
        for column in range(5):
            x, y = -48 + column * 24, -138 + row * 24
            s.disc(x, y, 2.5, "sun")
            s.box(x - 3, y + 3, 6, 10, "sun", radius=1)
    s.box(-110, -62, 220, 62, "hair-brown")
    s.box(-118, -72, 236, 11, "cream")
    s.box(136, -116, 60, 116, "cream")
    s.disc(146, -56, 3, "line")
    s.path("M-186 0L-182 -28L-150 -28L-146 0Z", "orange")
    s.path("M-166 -28C-200 -48 -190 -92 -166 -84C-142 -92 -132 -48 -166 -28Z", "leaf-dark")


TOWNS = {
    "market": draw_market,
    "tea-stall": draw_tea_stall,
    "shop": draw_shop,
    "street": draw_street,
    "bus-station": draw_bus_station,
    "airport": draw_airport,
    "net-cafe": draw_net_cafe,
    "guest-house": draw_guest_house,
}
