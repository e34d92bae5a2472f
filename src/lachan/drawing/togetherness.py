"""What people do with each other: a hand on a shoulder, hand in hand, a thing that is handed over."""

from __future__ import annotations

import math
from collections.abc import Sequence

from lachan.domain.comic_words import Held, Pose
from lachan.drawing.figure import Aim, Posed
from lachan.drawing.pen import Point
from lachan.drawing.skeleton import Limb, reach_point

# How far the wrist stays from what the fingers touch, in heads.
_HAND = 0.34
# A finger that points stays clear of what it points at.
_CLEAR = 0.6
_OUTSTRETCHED = (Pose.GIVING, Pose.TAKING, Pose.STOP)
# What is held where one would point at who holds it.
_HANGS = (Held.BAG, Held.BASKET)
_NO_SIGHTS = (Held.NOTHING, Held.HAND, Held.PEN, Held.CUP, Held.HELMET, Held.BROOM)


def join_hands(posed: list[Posed], sights: Sequence[Point]) -> None:
    """Move the arms of those who touch someone beside them, or point at something.

    Parameters
    ----------
    sights
        What there is to point at, best first, in the panel's space.
    """
    for index, each in enumerate(posed):
        other = _beside(posed, index)
        if each.body.stance.far.hand == "point":
            _point_at(each, other, _farthest(posed, index), sights)
        if other is None:
            continue
        if each.figure.pose is Pose.SHOULDER:
            _lay_on_shoulder(each, other)
        elif each.figure.holds is Held.HAND:
            _take_hand(each, other)
        elif each.figure.pose is Pose.GIVING and other.figure.pose is Pose.TAKING:
            _hand_over(each, other)
        elif each.figure.pose in _OUTSTRETCHED and not _is_handed(each, other):
            _keep_off(each, other)


def _farthest(posed: list[Posed], index: int) -> Posed | None:
    """Return the last one in the direction of the look."""
    last = len(posed) - 1 if posed[index].body.side > 0 else 0
    return posed[last] if last != index else None


def _point_at(
    each: Posed, other: Posed | None, last: Posed | None, sights: Sequence[Point]
) -> None:
    """Aim at what the next one holds, at a thing in the direction of the look, or at the last one."""
    body, limb = each.body, each.body.far_arm
    wished = list(sights)
    if other is not None and other.figure.holds not in _NO_SIGHTS:
        low = 125 if other.figure.holds in _HANGS else 48
        wished.insert(0, other.body.torso(0, low))
    if last is not None:
        wished.append(last.body.torso(0, 30))
    ahead = [at for at in wished if (at[0] - body.root[0]) * body.side > 0.9 * body.unit]
    if not ahead:
        return
    if body.stance.far.reach:
        # Close by, only the hand turns; the arm stays near the body.
        each.aim = Aim("far", _towards(limb.end, ahead[0]))
        return
    distance = math.dist(limb.top, ahead[0])
    length = (body.frame.upper + body.frame.fore) * body.unit * 0.96
    far = min(length, distance - _CLEAR * body.unit)
    if other is not None and (other.body.root[0] - body.root[0]) * body.side > 0:
        # Short of whoever stands there: nobody is poked.
        share = abs(ahead[0][0] - limb.top[0]) / distance
        gap = abs(_edge(each, other)[0] - limb.top[0]) - (_HAND + 0.4) * body.unit
        if other.figure.pose is Pose.POINTING:
            gap = min(gap, abs(other.body.far_arm.top[0] - limb.top[0]) / 2 - 0.62 * body.unit)
        far = min(far, gap / max(share, 0.2))
    far = max(length * 0.3, far)
    wrist = _short_of(limb.top, ahead[0], distance - far)
    reach_point(body, "far", wrist, 1)
    each.aim = Aim("far", _towards(wrist, ahead[0]))


def _towards(start: Point, target: Point) -> Point:
    length = math.dist(start, target) or 1.0
    return ((target[0] - start[0]) / length, (target[1] - start[1]) / length)


def _edge(each: Posed, other: Posed) -> Point:
    """Return where the next one begins at the height of the chest, arms and hat included."""
    body = other.body
    towards = 1 if body.root[0] > each.body.root[0] else -1
    x, y = body.torso(-138 * towards * body.side, 48)
    brim = body.head(0, 0)[0] - towards * 0.8 * body.unit
    return (min(x, brim) if towards > 0 else max(x, brim), y)


def _beside(posed: list[Posed], index: int) -> Posed | None:
    """Return the next one in the direction of the look, else whoever is beside."""
    side = posed[index].body.side
    for step in (side, -side):
        if 0 <= index + step < len(posed):
            return posed[index + step]
    return None


def _is_handed(each: Posed, other: Posed) -> bool:
    return each.figure.pose is Pose.TAKING and other.figure.pose is Pose.GIVING


def _keep_off(each: Posed, other: Posed) -> None:
    """Lower an outstretched arm that would lie over the next one."""
    body = each.body
    if body.stance.far.reach or (other.body.root[0] - body.root[0]) * body.side <= 0:
        return
    limb = body.far_arm
    reach = math.dist(limb.top, limb.middle) + math.dist(limb.middle, limb.end)
    edge = _edge(each, other)
    if abs(limb.top[0] - edge[0]) < reach + _HAND * body.unit:
        held = 0.5 if each.held else 0.0
        far = max(0.45 * reach, abs(edge[0] - limb.top[0]) - (0.5 + held) * body.unit)
        low = max(edge[1], limb.top[1] + 0.5 * body.unit)
        reach_point(body, "far", (limb.top[0] + far * body.side, low), 1)


def _arm_towards(each: Posed, other: Posed) -> str:
    rightwards = other.body.root[0] > each.body.root[0]
    return "far" if rightwards == (each.body.side > 0) else "near"


def _limb(each: Posed, name: str) -> Limb:
    return each.body.far_arm if name == "far" else each.body.near_arm


def _short_of(start: Point, target: Point, distance: float) -> Point:
    """Return the point that is a distance before the target."""
    dx, dy = target[0] - start[0], target[1] - start[1]
    far = math.hypot(dx, dy) or 1.0
    share = max(0.0, far - distance) / far
    return (start[0] + dx * share, start[1] + dy * share)


def _lay_on_shoulder(each: Posed, other: Posed) -> None:
    """Onto the near shoulder, before both bodies: the whole arm and hand are seen."""
    arm = _arm_towards(each, other)
    towards = 1 if other.body.root[0] > each.body.root[0] else -1
    near = other.body.torso(-112 * towards * other.body.side, 8)
    wrist = (near[0] - towards * 0.26 * each.body.unit, near[1] - 0.24 * each.body.unit)
    reach_point(each.body, arm, wrist, 1 if arm == "far" else -1)
    each.aim = Aim(arm, (0.84 * towards, 0.54))


def _take_hand(each: Posed, other: Posed) -> None:
    arm, theirs = _arm_towards(each, other), _arm_towards(other, each)
    ours, others = _limb(each, arm).top, _limb(other, theirs).top
    low = max(ours[1], others[1]) + 0.9 * other.body.unit
    target = ((ours[0] + others[0]) / 2, low)
    for one, name in ((each, arm), (other, theirs)):
        start = _limb(one, name).top
        bend = 1 if name == "far" else -1
        reach_point(one.body, name, _short_of(start, target, 0.2 * one.body.unit), bend)


def _hand_over(each: Posed, other: Posed) -> None:
    arm, theirs = _arm_towards(each, other), _arm_towards(other, each)
    ours, others = _limb(each, arm).top, _limb(other, theirs).top
    target = (
        (ours[0] + others[0]) / 2,
        (ours[1] + others[1]) / 2 + 0.75 * min(each.body.unit, other.body.unit),
    )
    for one, name, apart in ((each, arm, 0.32), (other, theirs, 0.66)):
        start = _limb(one, name).top
        bend = 1 if name == "far" else -1
        reach_point(one.body, name, _short_of(start, target, apart * one.body.unit), bend)
