"""Arms in their sleeves, and hands: open, pointing, closed around something."""

from __future__ import annotations

import math

from lachan.drawing.clothes import between
from lachan.drawing.pen import INNER, OUTLINE, Matrix, Pen, capsule
from lachan.drawing.persons import Clothes
from lachan.drawing.skeleton import Limb, Skeleton

# In a hand that is 100 long and hangs down from its wrist; the thumb points forward.
_RELAXED = "M-26 -6C-34 30 -30 70 -14 92C-4 102 16 98 22 82C28 64 30 50 28 40L38 58C48 60 50 48 44 36C38 20 30 4 26 -6Z"
_PALM = (
    "M-28 -6C-40 20 -42 40 -40 56L-48 96C-48 106 -34 108 -31 98L-24 66L-20 110C-18 120 -5 120 -4 110"
    "L-2 68L8 106C12 116 24 112 22 102L16 62L32 88C38 96 48 88 44 78L30 46L50 44C58 40 54 28 44 28C34 26 30 10 28 -6Z"
)
_POINT = "M-26 -6C-36 20 -36 44 -24 56C-16 62 -6 62 2 58L6 112C8 122 24 122 24 110L26 54C34 44 32 16 26 -6Z"
_FIST = "M-28 -6C-42 14 -42 44 -28 58C-12 70 18 70 32 56C44 40 40 12 28 -6Z"
_GRIP = "M-26 -6C-40 12 -40 40 -28 52C-10 64 20 62 32 50C42 36 38 12 26 -6Z"
_SHAPES = {"relaxed": _RELAXED, "palm": _PALM, "point": _POINT, "fist": _FIST, "grip": _GRIP}
HAND_SIZE = 0.0048


def hand_space(body: Skeleton, limb: Limb) -> Matrix:
    """Return the space of a hand: its wrist is 0, fingers hang down, 100 long."""
    dx = (limb.end[0] - limb.middle[0]) * body.side
    dy = limb.end[1] - limb.middle[1]
    at = Matrix(body.unit * body.side, 0, 0, body.unit, *limb.end)
    return at.turned(-math.degrees(math.atan2(dx, dy))).scaled(HAND_SIZE)


def draw_arm(pen: Pen, body: Skeleton, limb: Limb, clothes: Clothes) -> None:
    """Draw an arm without its hand."""
    unit, skin = body.unit, body.person.skin
    r0, r1, r2 = (width * unit for width in body.frame.arm)
    if clothes.sleeve == "long":
        shapes = (
            capsule(limb.top, limb.middle, r0 * 1.04, r1 * 1.08),
            capsule(limb.middle, limb.end, r1 * 1.08, r2 * 1.25),
        )
        pen.union(shapes, clothes.top)
        return
    pen.union(
        (
            capsule(limb.top, limb.middle, r0 * 0.86, r1 * 0.9),
            capsule(limb.middle, limb.end, r1 * 0.9, r2 * 0.92),
        ),
        skin,
    )
    if clothes.sleeve == "short":
        end = between(limb.top, limb.middle, 0.62)
        pen.union((capsule(limb.top, end, r0 * 1.04, r1 * 1.26),), clothes.top)


def draw_hand(pen: Pen, body: Skeleton, limb: Limb, shape: str, *, in_cuff: bool) -> None:
    """Draw a hand on its wrist; `none` is tucked away."""
    if shape == "none":
        return
    at = hand_space(body, limb)
    pen.path(_SHAPES[shape], at, body.person.skin, width=OUTLINE)
    if not in_cuff and math.dist(limb.middle, limb.end) > 0.6 * body.unit:
        # A bare arm goes on into its hand without a line.
        thick = body.frame.arm[2] * body.unit * 0.74
        wrist = capsule(between(limb.middle, limb.end, 0.92), at(0, 10), thick, thick)
        pen.patch(wrist, body.person.skin)
    if shape in ("fist", "grip"):
        pen.path("M-12 40L-11 56M2 40L3 56M16 40L17 56", at, width=INNER * 0.7)


def draw_fingers(pen: Pen, body: Skeleton, limb: Limb) -> None:
    """Draw the fingers that lie over what a hand holds."""
    at = hand_space(body, limb)
    pen.path(
        "M-30 22C-34 40 -26 54 -12 54C8 56 24 52 30 42C34 34 30 24 22 24C6 28 -14 28 -30 22Z",
        at,
        body.person.skin,
        width=OUTLINE * 0.9,
    )
    pen.path("M-10 34L-9 52M6 34L7 52M19 34L20 52", at, width=INNER * 0.7)
