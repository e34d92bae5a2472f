"""Clothes that follow the joints: trousers, skirts, tops, and what is worn over them."""

from __future__ import annotations

from lachan.drawing.pen import OUTLINE, Matrix, Pen, Point, capsule
from lachan.drawing.persons import Build, Clothes
from lachan.drawing.skeleton import Limb, Skeleton
from lachan.drawing.trimmings import draw_trimmings

_WAIST = {Build.CHILD: 94, Build.TEEN: 82, Build.WOMAN: 78, Build.MAN: 86}


def between(a: Point, b: Point, share: float) -> Point:
    """Return the point a share of the way from `a` to `b`."""
    return (a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share)


def draw_leg(pen: Pen, body: Skeleton, limb: Limb, clothes: Clothes) -> None:
    """Draw a leg with its shoe, in trousers, in shorts, or bare below a skirt."""
    unit = body.unit
    r0, r1, r2 = (width * unit for width in body.frame.leg)
    skin, colour = body.person.skin, clothes.bottom
    if clothes.legs in ("trousers", "ao-dai"):
        cloth = "white" if clothes.legs == "ao-dai" else colour
        wide = 1.25 if clothes.legs == "ao-dai" else 1.1
        pen.union(
            (
                capsule(limb.top, limb.middle, r0, r1 * 1.05),
                capsule(limb.middle, limb.end, r1 * 1.05, r2 * wide),
            ),
            cloth,
        )
        _draw_shoe(pen, body, limb, clothes)
        return
    bare = (
        capsule(limb.top, limb.middle, r0 * 0.8, r1 * 0.8),
        capsule(limb.middle, limb.end, r1 * 0.8, r2 * 0.78),
    )
    pen.union(bare, skin)
    if clothes.legs == "shorts":
        pen.union((capsule(limb.top, between(limb.top, limb.middle, 0.82), r0, r1 * 1.25),), colour)
    _draw_shoe(pen, body, limb, clothes)


def _draw_shoe(pen: Pen, body: Skeleton, limb: Limb, clothes: Clothes) -> None:
    """A simple foot: along the ground, or along the shin where it is lifted."""
    dx, dy = limb.end[0] - limb.middle[0], limb.end[1] - limb.middle[1]
    at = Matrix(body.unit * body.side, 0, 0, body.unit, *limb.end)
    slope = dx * body.side / max(abs(dy), 0.01)
    if dy < 0.35 * abs(dx):
        at = at.turned(70 if slope < 0 else -40)
    elif slope < -0.5:
        at = at.turned(30)
    if not body.turn:
        outward = 0.06 if (limb.end[0] - body.root[0]) * body.side > 0 else -0.06
        pen.path(
            f"M{-0.19 + outward} 0.22C{-0.25 + outward} 0.0 {0.25 + outward} 0.0 {0.19 + outward} 0.22Z",
            at,
            clothes.shoes,
            width=OUTLINE,
        )
        return
    pen.path(
        "M-0.19 0.02L-0.2 0.23L0.38 0.23C0.42 0.1 0.3 0.06 0.16 0.0Z",
        at,
        clothes.shoes,
        width=OUTLINE,
    )


def draw_skirt(pen: Pen, body: Skeleton, clothes: Clothes) -> None:
    """Draw the pelvis, and a skirt or the flaps of an áo dài where they are worn."""
    unit = body.unit
    near, far = body.near_leg, body.far_leg
    r0 = body.frame.leg[0] * unit
    seated = abs(near.middle[1] - near.top[1]) < 0.5 * abs(near.middle[0] - near.top[0])
    if clothes.legs == "skirt":
        knees = sorted((between(near.top, near.middle, 0.9), between(far.top, far.middle, 0.9)))
        hips = sorted((near.top, far.top))
        flare = 0.2 * unit
        low = (0.04 if seated else 0.1) * unit
        data = (
            f"M{hips[0][0] - r0} {hips[0][1] - 0.1 * unit}L{hips[1][0] + r0} {hips[1][1] - 0.1 * unit}"
            f"L{max(knees[1][0], hips[1][0]) + flare} {knees[1][1] + low}"
            f"Q{(knees[0][0] + knees[1][0]) / 2} {(knees[0][1] + knees[1][1]) / 2 + low * 2.2} "
            f"{min(knees[0][0], hips[0][0]) - flare} {knees[0][1] + low}Z"
        )
        pen.path(data, Matrix(), clothes.bottom, width=OUTLINE)
        return
    colour = "white" if clothes.legs == "ao-dai" else clothes.bottom
    pen.patch(capsule(near.top, far.top, r0 * 0.98, r0 * 0.98), colour)


def draw_flaps(pen: Pen, body: Skeleton, clothes: Clothes) -> None:
    """Draw the long front panel of an áo dài over the legs."""
    if clothes.legs != "ao-dai":
        return
    unit = body.unit
    near, far = body.near_leg, body.far_leg
    left, right = sorted((near, far), key=lambda limb: limb.top[0])
    r0 = body.frame.leg[0] * unit
    a, b = between(left.middle, left.end, 0.55), between(right.middle, right.end, 0.55)
    if abs(left.middle[1] - left.top[1]) < 0.6 * abs(left.middle[0] - left.top[0]):
        a, b = between(near.middle, near.end, 0.7), between(far.middle, far.end, 0.7)
        a, b = sorted((a, b))
        top_a, top_b = (
            (left.top[0] - r0, left.top[1] - 0.1 * unit),
            (right.top[0] + r0 * 0.4, right.top[1] - 0.1 * unit),
        )
        mid_a, mid_b = sorted((near.middle, far.middle))
        data = (
            f"M{top_a[0]} {top_a[1]}L{top_b[0]} {top_b[1]}L{mid_b[0] + r0 * 0.7} {mid_b[1] - r0 * 0.9}"
            f"L{b[0] + r0 * 0.6} {b[1]}L{a[0] - r0 * 0.7} {a[1]}L{mid_a[0] - r0 * 0.5} {mid_a[1] + r0 * 0.7}L{top_a[0]} {top_a[1] + r0}Z"
        )
    else:
        data = (
            f"M{left.top[0] - r0 * 1.05} {left.top[1] - 0.15 * unit}L{right.top[0] + r0 * 1.05} {right.top[1] - 0.15 * unit}"
            f"Q{right.middle[0] + r0 * 0.8} {right.middle[1]} {b[0] + r0 * 0.75} {b[1]}"
            f"L{a[0] - r0 * 0.75} {a[1]}Q{left.middle[0] - r0 * 0.8} {left.middle[1]} {left.top[0] - r0 * 1.05} {left.top[1] - 0.15 * unit}Z"
        )
    pen.path(data, Matrix(), clothes.top, width=OUTLINE)


def draw_top(pen: Pen, body: Skeleton, clothes: Clothes, *, from_behind: bool = False) -> None:
    """Draw the upper garment with its collar and what is on it; its back is plain."""
    build = body.person.build
    half = body.frame.shoulders / 2 * (1 - 0.1 * body.turn)
    hips = body.frame.hips / 2 * (1 - 0.1 * body.turn) + body.frame.leg[0]
    hem, waist = round(hips / half * 100), _WAIST[build]
    tucked = 98 if "belt" in clothes.extras or clothes.legs == "skirt" else 110
    at = body.torso
    pen.path(
        f"M-36 -9Q0 8 36 -9C64 -5 98 0 114 18C112 34 {waist + 12} 52 {waist} 66C{waist} 84 {hem} 94 {hem + 4} {tucked}"
        f"Q0 {tucked + 7} -{hem + 4} {tucked}C-{hem} 94 -{waist} 84 -{waist} 66C-{waist + 12} 52 -112 34 -114 18C-98 0 -64 -5 -36 -9Z",
        at,
        clothes.top,
        width=OUTLINE,
    )
    if not from_behind:
        draw_trimmings(pen, body, clothes, waist, hem)
