"""Homes, and the ways and lanes between them."""

from __future__ import annotations

from lachan.drawing.places.stage import Stage


def draw_living_room(s: Stage) -> None:
    """A living room: window, picture, settee, door."""
    s.room("wall", "wood")
    s.window(-170, -150, 80, 66)
    s.box(106, -112, 66, 112, "cream")
    s.disc(118, -54, 3, "line")
    s.box(-34, -150, 84, 52, "white")
    s.path("M-28 -104L-6 -132L10 -116L20 -126L44 -104Z", "leaf")
    s.path("M-70 0L-70 -42Q-70 -54 -58 -54L46 -54Q58 -54 58 -42L58 0Z", "rose")
    for x in (-80, 52):
        s.path(f"M{x} 0L{x} -30Q{x} -38 {x + 8} -38Q{x + 16} -38 {x + 16} -30L{x + 16} 0Z", "rose")


def draw_kitchen(s: Stage) -> None:
    """A kitchen: shelf of bowls, stove, window, a rack of chopsticks."""
    s.room("cream", "mist")
    s.window(-50, -156, 84, 62)
    s.box(-200, -62, 190, 62, "leaf")
    s.box(-206, -68, 202, 9, "white")
    for x in (-190, -130, -72):
        s.box(x, -52, 48, 42, "leaf")
        s.disc(x + 40, -30, 2.5, "white")
    s.path("M-164 -68L-160 -94L-112 -94L-108 -68Z", "line")
    s.path("M-174 -88L-160 -88M-112 -88L-98 -88")
    s.box(84, -150, 110, 6, "wood")
    s.box(84, -112, 110, 6, "wood")
    for index, x in enumerate((90, 116, 142, 168)):
        s.path(
            f"M{x} -164L{x + 20} -164Q{x + 18} -150 {x + 10} -150Q{x + 2} -150 {x} -164Z",
            ("blue", "white", "rose", "white")[index],
        )
        s.box(x + 2, -134, 15, 22, ("sun", "teal", "white", "leaf")[index], radius=3)
    s.box(96, -80, 80, 80, "white", radius=3)
    s.line((96, -44), (176, -44))
    s.line((104, -66), (104, -54))


def draw_bedroom(s: Stage) -> None:
    """A bedroom: bed, window, desk lamp, pictures on the wall."""
    s.room("sky" if not s.is_dark else "wall", "wood")
    s.window(-44, -158, 88, 72)
    s.path("M-200 0L-200 -70L-188 -70L-188 -34L-60 -34L-60 0Z", "wood")
    s.path("M-188 -34L-188 -50Q-188 -54 -184 -54L-150 -54Q-146 -54 -146 -48L-146 -34Z", "white")
    s.path("M-146 -34L-146 -50L-60 -46L-60 -18L-188 -18L-188 -34Z", "rose")
    s.box(100, -60, 96, 7, "wood")
    s.path("M106 -53L112 -53L112 0L106 0ZM184 -53L190 -53L190 0L184 0Z", "wood")
    s.path("M168 -60L168 -82L150 -96", None)
    s.path("M138 -92L152 -106L162 -90Z", "sun")
    for index, thick in enumerate((8, 10, 7)):
        s.box(
            112 + index * 11,
            -84 + index * 2,
            thick,
            24 - index * 2,
            ("teal", "rose", "leaf")[index],
        )
    s.box(-160, -140, 44, 34, "white")
    s.path("M-154 -112L-142 -130L-130 -116L-124 -124L-120 -112Z", "leaf")


def draw_rented_room(s: Stage) -> None:
    """A rented room: a thin mattress, a line of clothes, a small window, a single bulb."""
    s.room("mist", "line")
    s.window(84, -150, 56, 48)
    s.line((-10, -300), (-10, -176))
    s.disc(-10, -168, 8, "sun")
    s.path("M-200 -140Q-110 -124 -40 -138", None)
    s.path("M-180 -136L-150 -132L-152 -92L-182 -94Z", "blue")
    s.path("M-132 -131L-104 -130L-102 -96L-130 -96Z", "rose")
    s.box(-196, -16, 132, 16, "cream", radius=4)
    s.box(-190, -26, 38, 12, "white", radius=5)
    s.box(112, -50, 74, 50, "wood")
    s.line((112, -26), (186, -26))
    s.box(126, -70, 24, 20, "teal", radius=3)


def draw_house_front(s: Stage) -> None:
    """A house front: door, window, porch, pots."""
    s.outside("mist")
    s.clouds()
    s.box(-150, -180, 300, 180, "cream")
    s.path("M-176 -176L-140 -226L140 -226L176 -176Z", "orange")
    s.box(-44, -124, 88, 124, "wood")
    s.line((0, -124), (0, 0))
    s.disc(-8, -60, 3, "sun")
    s.disc(8, -60, 3, "sun")
    for x in (-124, 70):
        s.box(x, -124, 56, 56, s.sky if not s.is_dark else "sun")
        s.line((x + 28, -124), (x + 28, -68))
        s.box(x - 12, -124, 11, 56, "teal")
        s.box(x + 57, -124, 11, 56, "teal")
    s.box(-60, -10, 120, 10, "line")
    for x in (-108, 108):
        s.path(f"M{x - 18} 0L{x - 22} -26L{x + 22} -26L{x + 18} 0Z", "orange")
        s.path(
            f"M{x} -26C{x - 34} -40 {x - 20} -66 {x} -58C{x + 20} -66 {x + 34} -40 {x} -26Z",
            "leaf-dark",
        )


def draw_alley(s: Stage) -> None:
    """An alley between tube houses, wires above."""
    s.outside("mist")
    s.clouds()
    s.path("M-36 0L-12 -90L12 -90L40 0Z", "mist", line=None)
    for x, w, h, wall, door in (
        (-210, 74, 190, "cream", "teal"),
        (-136, 66, 150, "leaf", "wood"),
        (-70, 34, 120, "wall", "blue"),
        (36, 38, 116, "skin-light", "teal"),
        (74, 66, 166, "blue", "wood"),
        (140, 80, 140, "wall", "leaf-dark"),
    ):
        s.box(x, -h, w, h, wall)
        s.box(x, -h - 6, w, 8, "white")
        if w < 50:
            s.box(x + w * 0.25, -58, w * 0.5, 58, door)
            continue
        s.box(x + 10, -64, w * 0.44, 64, door)
        s.line((x + 10 + w * 0.22, -64), (x + 10 + w * 0.22, 0))
        glass = s.sky if not s.is_dark else "sun"
        s.box(x + w * 0.66, -56, w * 0.24, 26, glass)
        s.box(x + 8, -h + 26, w - 16, 32, glass)
        s.line((x + w / 2, -h + 26), (x + w / 2, -h + 58))
        s.box(x + 4, -h + 58, w - 8, 12, "white")
    s.line((-210, -206), (-60, -190), (60, -196), (220, -182))
    s.path("M-62 0L-58 -22L-42 -22L-38 0Z", "orange")
    s.disc(-50, -34, 16, "leaf-dark", ry=13)


HOMES = {
    "living-room": draw_living_room,
    "kitchen": draw_kitchen,
    "bedroom": draw_bedroom,
    "rented-room": draw_rented_room,
    "house-front": draw_house_front,
    "alley": draw_alley,
}
