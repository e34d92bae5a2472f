"""Where help is: the commune's office, a police desk, the desk of 111."""

from __future__ import annotations

from lachan.drawing.places.stage import Stage


def _counter(s: Stage, x: float, width: float, fill: str) -> None:
    s.box(x, -58, width, 58, fill)
    s.box(x - 6, -67, width + 12, 10, "wood")


def draw_commune_office(s: Stage) -> None:
    """The commune's office: a counter, a notice board, chairs to wait on."""
    s.room("cream", "wall")
    s.sign("ỦY BAN NHÂN DÂN XÃ", 0, -184, 16, "red", "sun", slides=True)
    s.box(-196, -142, 84, 60, "wood")
    for x, y in (
        (-190, -136),
        (-162, -136),
        (-134, -136),
        (-190, -110),
        (-162, -110),
        (-134, -110),
    ):
        s.box(x, y, 20, 20, "white")
    s.window(118, -148, 74, 70)
    _counter(s, -90, 190, "teal")
    s.box(40, -92, 36, 26, "ink", radius=2)
    s.box(43, -89, 30, 20, "sky")
    for x in (-190, -150):
        s.box(x, -30, 32, 6, "blue")
        s.box(x, -60, 32, 24, "blue", radius=3)
        s.path(f"M{x + 4} -24L{x + 4} 2M{x + 28} -24L{x + 28} 2", None)


def draw_police_desk(s: Stage) -> None:
    """A police desk: a counter, chairs, a calm room."""
    s.room("mist", "wall")
    s.sign("TRỰC BAN CÔNG AN", 0, -184, 16, "leaf-dark", slides=True)
    s.box(-196, -150, 70, 150, "wood")
    s.line((-161, -150), (-161, 0))
    s.disc(-168, -70, 3, "sun")
    s.disc(-154, -70, 3, "sun")
    s.window(112, -146, 80, 66)
    _counter(s, -80, 180, "leaf")
    s.path("M40 -67L40 -82L60 -82L60 -67Z", "ink")
    s.path("M36 -86Q50 -96 64 -86L62 -80L54 -84L46 -84L38 -80Z", "ink")
    s.box(-60, -73, 34, 6, "white")


def draw_hotline(s: Stage) -> None:
    """The desk of 111: screens, a sign, plants."""
    s.room("sky" if not s.is_dark else "navy", "wall")
    s.sign("TỔNG ĐÀI 111", 0, -184, 20, "teal", slides=True)
    s.window(-196, -140, 70, 60)
    s.box(136, -120, 60, 70, "white")
    s.path("M146 -104L186 -104M146 -90L186 -90M146 -76L176 -76")
    s.box(-210, -44, 420, 9, "wood")
    for x in (-120, 60):
        s.box(x, -98, 66, 46, "ink", radius=3)
        s.box(x + 5, -93, 56, 36, "leaf")
        s.box(x + 27, -52, 12, 8, "line")
    s.path("M-12 -44L-8 -62L14 -62L18 -44Z", "orange")
    s.path("M3 -62C-26 -78 -14 -104 3 -96C20 -104 32 -78 3 -62Z", "leaf-dark")


OFFICES = {
    "commune-office": draw_commune_office,
    "police-desk": draw_police_desk,
    "hotline": draw_hotline,
}
