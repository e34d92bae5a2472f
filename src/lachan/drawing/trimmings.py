"""What is on an upper garment: collar, scarf, buttons, stripes, apron, headphones round the neck."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from lachan.drawing.pen import INNER, OUTLINE, Matrix, Pen, capsule
from lachan.drawing.persons import Clothes
from lachan.drawing.skeleton import Skeleton


@dataclass(frozen=True, slots=True)
class _Front:
    """The front of a garment: its middle moves when the body turns; waist and hem are halves."""

    pen: Pen
    at: Matrix
    clothes: Clothes
    middle: float
    waist: int
    hem: int
    is_seated: bool


def draw_trimmings(pen: Pen, body: Skeleton, clothes: Clothes, waist: int, hem: int) -> None:
    """Draw all that is on the front, in the space of the torso."""
    front = _Front(pen, body.torso, clothes, 14 * body.turn, waist, hem, is_seated(body))
    for name in ("stripes", "vest"):
        if name in clothes.extras:
            _EXTRAS[name](front)
    for draw in _COLLARS.get(clothes.collar, ()):
        draw(front)
    for name, draw in _EXTRAS.items():
        if name in clothes.extras and name not in ("stripes", "vest"):
            draw(front)


def _draw_stripes(f: _Front) -> None:
    w, m = f.waist, f.middle
    for y in (36, 54, 72):
        f.pen.path(
            f"M-{w + 10} {y - 4}Q{m} {y + 6} {w + 10} {y - 4}L{w + 8} {y + 5}"
            f"Q{m} {y + 15} -{w + 8} {y + 5}Z",
            f.at,
            f.clothes.trim,
            line=None,
        )


def _draw_vest(f: _Front) -> None:
    w, h, m = f.waist, f.hem, f.middle
    f.pen.path(
        f"M-52 -4L-20 40L-14 108L-{h + 3} 108C-{w} 80 -{w + 6} 50 -100 14Q-80 0 -52 -4Z",
        f.at,
        f.clothes.trim,
    )
    f.pen.path(
        f"M52 -4L{20 + m} 40L{14 + m} 108L{h + 3} 108C{w} 80 {w + 6} 50 100 14Q80 0 52 -4Z",
        f.at,
        f.clothes.trim,
    )


def _draw_shirt(f: _Front) -> None:
    m = f.middle
    f.pen.path(f"M-34 -12L{m} 18L-26 26L-50 -6Z", f.at, f.clothes.top)
    f.pen.path(f"M34 -12L{m} 18L{26 + m} 26L50 -6Z", f.at, f.clothes.top)
    f.pen.stroke([(m, 20), (m, 104)], f.at, width=INNER * 0.8)
    for y in (42, 64, 86):
        f.pen.ellipse((m + 7, y), (2.4, 2.4), f.at, "ink", line=None)


def _draw_stand(f: _Front) -> None:
    f.pen.path("M-34 -16Q0 2 34 -16L36 -6Q0 14 -36 -6Z", f.at, f.clothes.top)
    f.pen.path(f"M{f.middle + 4} 4Q40 16 78 34", f.at)


def _draw_scarf(f: _Front) -> None:
    m = f.middle
    f.pen.path(f"M-38 -12Q{m} 10 38 -12L44 -2Q{m} 30 -44 -2Z", f.at, "red")
    f.pen.path(f"M{m - 4} 12L{m - 30} 62L{m - 10} 58L{m + 2} 18Z", f.at, "red")
    f.pen.path(f"M{m + 4} 12L{m + 30} 62L{m + 10} 58L{m - 2} 18Z", f.at, "red")
    f.pen.ellipse((m, 14), (9, 7), f.at, "red")


def _draw_number(f: _Front) -> None:
    m = f.middle
    f.pen.path(f"M{m - 8} 40L{m + 4} 34L{m + 4} 74", f.at, line=f.clothes.trim, width=OUTLINE * 1.3)


def _draw_pocket(f: _Front) -> None:
    f.pen.path("M-66 36L-30 36L-32 60L-48 66L-64 60Z", f.at, f.clothes.top)


def _draw_badge(f: _Front) -> None:
    f.pen.ellipse((-48 + f.middle, 40), (9, 9), f.at, "sun")


def _draw_lanyard(f: _Front) -> None:
    f.pen.path(f"M-30 -6L{f.middle} 52L34 -6", f.at, line="red")
    f.pen.box((f.middle - 14, 52), (28, 22), f.at, "white", radius=3)


def _draw_epaulettes(f: _Front) -> None:
    for side in (-1, 1):
        f.pen.path(
            f"M{side * 52} -4L{side * 100} 8L{side * 98} 18L{side * 52} 6Z", f.at, f.clothes.trim
        )


def _draw_belt(f: _Front) -> None:
    h = f.hem + 4
    f.pen.path(f"M-{h} 94Q0 102 {h} 94L{h} 106Q0 114 -{h} 106Z", f.at, "ink")


def _draw_apron(f: _Front) -> None:
    h = f.hem
    if f.is_seated:
        # Its lower half lies on the lap: `draw_lap`.
        f.pen.path(f"M-46 30L46 30L{h} 70L{h} 108L-{h} 108L-{h} 70Z", f.at, f.clothes.trim)
        f.pen.path("M-46 30Q-50 0 -30 -8M46 30Q50 0 30 -8", f.at)
        return
    f.pen.path(
        f"M-46 30L46 30L{h} 70L{h + 4} 140Q0 150 -{h + 4} 140L-{h} 70Z", f.at, f.clothes.trim
    )
    f.pen.path("M-46 30Q-50 0 -30 -8M46 30Q50 0 30 -8", f.at)
    f.pen.path("M-36 84L36 84L30 112L-30 112Z", f.at)


def _draw_towel(f: _Front) -> None:
    f.pen.path("M-78 -10L-44 -14L-34 66L-72 70Z", f.at, "white")
    f.pen.path("M-70 50L-37 46M-71 58L-36 54", f.at, line="red")


def _draw_flowers(f: _Front) -> None:
    for x, y in ((-56, 34), (-30, 70), (30, 56), (58, 30), (46, 88), (-52, 92)):
        f.pen.ellipse((x, y), (6, 5), f.at, "cream", line=None)


def _draw_headphones(f: _Front) -> None:
    f.pen.path("M-46 -8C-44 24 44 24 46 -8L34 -10C30 10 -30 10 -34 -10Z", f.at, "teal")
    for x in (-44, 44):
        f.pen.ellipse((x, 8), (14, 13), f.at, "ink")


def is_seated(body: Skeleton) -> bool:
    """Whether the thighs lie rather than hang."""
    near = body.near_leg
    return abs(near.middle[1] - near.top[1]) < 0.5 * abs(near.middle[0] - near.top[0])


def draw_lap(pen: Pen, body: Skeleton, clothes: Clothes) -> None:
    """Draw the part of an apron that lies on the thighs of who sits."""
    if "apron" not in clothes.extras or not is_seated(body):
        return
    near, far = body.near_leg, body.far_leg
    thick = body.frame.leg[0] * body.unit * 1.02
    ends = [
        (
            leg.top[0] + (leg.middle[0] - leg.top[0]) * 0.74,
            leg.top[1] + (leg.middle[1] - leg.top[1]) * 0.74,
        )
        for leg in (near, far)
    ]
    pen.union(
        tuple(
            capsule(leg.top, end, thick, thick * 0.86)
            for leg, end in zip((far, near), ends, strict=True)
        ),
        clothes.trim,
    )


_COLLARS: dict[str, tuple[Callable[[_Front], None], ...]] = {
    "shirt": (_draw_shirt,),
    "scarf": (_draw_shirt, _draw_scarf),
    "stand": (_draw_stand,),
}
_EXTRAS: dict[str, Callable[[_Front], None]] = {
    "stripes": _draw_stripes,
    "vest": _draw_vest,
    "number": _draw_number,
    "pocket": _draw_pocket,
    "badge": _draw_badge,
    "lanyard": _draw_lanyard,
    "epaulettes": _draw_epaulettes,
    "belt": _draw_belt,
    "apron": _draw_apron,
    "towel": _draw_towel,
    "flowers": _draw_flowers,
    "headphones": _draw_headphones,
}
