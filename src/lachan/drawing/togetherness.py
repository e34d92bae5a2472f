"""What people do with each other: a hand on a shoulder, hand in hand, a thing that is handed over."""

from __future__ import annotations

import math
from collections.abc import Sequence

from lachan.domain.comic_words import Held, PersonId, Pose
from lachan.domain.comics import Figure, Panel
from lachan.drawing.figure import Laid, Posed
from lachan.drawing.pen import Point
from lachan.drawing.poses import POSES
from lachan.drawing.skeleton import Limb, reach_point

# How far the wrist stays from what the fingers touch, in heads.
_HAND = 0.34
_NEAR = 0.74
_MARGIN = 0.04
_ROOM = {Pose.RIDE: 2.4, Pose.COOK: 1.4, Pose.WRITING: 1.2, Pose.FLOOR: 1.2}
_OUTSTRETCHED = (Pose.POINTING, Pose.GIVING, Pose.TAKING)


def find_spots(people: Sequence[Figure], width: float) -> dict[PersonId, float]:
    """Return where each stands, from left to right: who sits on a motorbike needs most room."""
    needs = [_ROOM.get(figure.pose, 1.0) for figure in people]
    left, share = width * _MARGIN, width * (1 - 2 * _MARGIN) / (sum(needs) or 1.0)
    spots = {}
    for figure, need in zip(people, needs, strict=True):
        # Arms and wheels reach forward, so the body is further back.
        back = 0.36 * (need - 1) * (1 if figure.looks == "left" else -1)
        spots[figure.who] = left + share * (need / 2 + back)
        left += share * need
    return spots


def draw_near(panel: Panel, spots: dict[PersonId, float]) -> None:
    """Move those who touch each other nearer together."""
    for index, figure in enumerate(panel.people):
        touches = figure.pose is Pose.SHOULDER or figure.holds is Held.HAND
        after = index + (-1 if figure.looks == "left" else 1)
        if not 0 <= after < len(panel.people):
            after = index - (after - index)
        if not touches or not 0 <= after < len(panel.people):
            continue
        other = panel.people[after].who
        middle = (spots[figure.who] + spots[other]) / 2
        for who in (figure.who, other):
            spots[who] = middle + (spots[who] - middle) * _NEAR


def join_hands(posed: list[Posed]) -> None:
    """Move the arms of those who touch someone beside them."""
    for index, each in enumerate(posed):
        other = _beside(posed, index)
        if other is None:
            continue
        if each.figure.pose is Pose.SHOULDER:
            _lay_on_shoulder(each, other)
        elif each.figure.holds is Held.HAND:
            _take_hand(each, other)
        elif each.figure.pose is Pose.GIVING and other.figure.pose is Pose.TAKING:
            _hand_over(each, other)
        elif _stretches_out(each) and not _is_handed(each, other):
            _keep_off_face(each, other)


def _beside(posed: list[Posed], index: int) -> Posed | None:
    """Return the next one in the direction of the look, else whoever is beside."""
    side = posed[index].body.side
    for step in (side, -side):
        if 0 <= index + step < len(posed):
            return posed[index + step]
    return None


def _stretches_out(each: Posed) -> bool:
    """Whether an arm is stretched out; a close camera may have lowered it."""
    pose = each.figure.pose
    return pose in _OUTSTRETCHED and each.body.stance is POSES[pose]


def _is_handed(each: Posed, other: Posed) -> bool:
    return each.figure.pose is Pose.TAKING and other.figure.pose is Pose.GIVING


def _keep_off_face(each: Posed, other: Posed) -> None:
    """Lower an outstretched arm that would lie over the next one's face."""
    if (other.body.root[0] - each.body.root[0]) * each.body.side <= 0:
        return
    limb = each.body.far_arm
    reach = math.dist(limb.top, limb.middle) + math.dist(limb.middle, limb.end)
    chest = other.body.torso(-40 * each.body.side * other.body.side, 44)
    if abs(limb.top[0] - chest[0]) < reach * 1.3:
        wrist = _short_of(limb.top, chest, 0.62 * each.body.unit)
        reach_point(each.body, "far", wrist, 1)


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
    """Around the back to the far shoulder where the arm is long enough, else onto the near one."""
    arm = _arm_towards(each, other)
    towards = 1 if other.body.root[0] > each.body.root[0] else -1
    start = _limb(each, arm).top
    bend = 1 if arm == "far" else -1
    near = other.body.torso(-76 * towards * other.body.side, 4)
    length = (each.body.frame.upper + each.body.frame.fore) * each.body.unit
    if math.dist(start, near) <= length:
        # Between the two the arm is behind a back, so only its hand has to be right.
        far = other.body.torso(74 * towards * other.body.side, 8)
        reach_point(each.body, arm, far, bend)
        each.laid = Laid(arm, far, towards)
        return
    reach_point(each.body, arm, _short_of(start, near, _HAND * each.body.unit), bend)


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
