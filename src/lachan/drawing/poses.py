"""Poses as angles of joints: a body that looks to the right; a left one is its mirror.

Degrees: 0 hangs down, 90 points forward (to the right), 180 up, −90 back. `near` is the side of
the body at the left of the picture, `far` the one it turns to.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from lachan.domain.comic_words import Held, Pose, Shot


@dataclass(frozen=True, slots=True)
class Arm:
    """An arm by its angles, or by what its hand reaches for."""

    upper: float = -9.0
    fore: float = -3.0
    hand: str = "relaxed"
    """relaxed, palm, point, fist, grip."""
    front: bool = True
    """Whether it lies before the body."""
    reach: str = ""
    """What the hand comes to: chin, chest, bar, next-shoulder, or one of `reaches`."""
    bend: int = 1
    short: float = 1.0
    """Foreshortens an arm that comes towards the reader."""


@dataclass(frozen=True, slots=True)
class Leg:
    """A leg by its angles; `short` foreshortens the thigh."""

    thigh: float
    shin: float
    short: float = 1.0


@dataclass(frozen=True, slots=True)
class Stance:
    """One pose.

    `seat` is drawn under it: stool, bike or nothing. `desk` stands before it. `holder` is the arm that holds
    what the figure holds.
    """

    near: Arm
    far: Arm
    near_leg: Leg
    far_leg: Leg
    lean: float = 0.0
    nod: float = 0.0
    seat: str = ""
    desk: str = ""
    holder: str = "far"
    holds: str = ""
    """What is held where the scene names nothing."""
    over: str = "near"
    """Which arm lies on the other."""
    low: float = 0.0
    """Least height of the hips over the ground, in heads."""


_STAND = (Leg(-3, -1), Leg(4, 2))
_SIT = (Leg(78, 4), Leg(84, -6))
_REST = Arm()
_REST_FAR = Arm(9, 14, front=False)
_DOWN = Arm(7, 13, "grip")
# Close by, where two stand shoulder to shoulder.
_TUCKED = Arm(-2, 2)

POSES: dict[Pose, Stance] = {
    Pose.STANDING: Stance(_REST, Arm(7, 13, front=False), *_STAND),
    Pose.WALKING: Stance(Arm(-18, -4), Arm(16, 30, front=False), Leg(24, 6), Leg(-18, -40), lean=3),
    Pose.RUNNING: Stance(
        Arm(-30, 34, "fist"), Arm(16, 112, "fist", front=False), Leg(54, -8), Leg(-26, -84), lean=12
    ),
    Pose.SITTING: Stance(Arm(4, 34), Arm(12, 44, front=False), *_SIT, seat="stool"),
    Pose.FLOOR: Stance(
        Arm(10, 40), Arm(8, -30), Leg(-78, 76), Leg(80, -76), low=0.42, holder="near"
    ),
    Pose.WRITING: Stance(
        Arm(hand="grip", reach="write"),
        Arm(reach="desk"),
        *_SIT,
        lean=8,
        nod=14,
        seat="stool",
        desk="desk",
        holder="near",
        holds="pen",
    ),
    Pose.POINTING: Stance(_REST, Arm(78, 88, "point"), *_STAND, holder="near"),
    Pose.WAVING: Stance(_REST, Arm(118, 172, "palm"), *_STAND, nod=-4, holder="near"),
    Pose.CROSSED: Stance(
        Arm(hand="none", reach="crossed"), Arm(reach="crossed"), *_STAND, over="far"
    ),
    Pose.CHIN: Stance(
        Arm(8, 78),
        Arm(reach="chin", hand="fist", bend=-1, short=0.8),
        *_STAND,
        nod=5,
        holder="near",
    ),
    Pose.STOP: Stance(_REST, Arm(66, 108, "palm"), *_STAND, lean=-3, holder="near"),
    Pose.GIVING: Stance(_REST, Arm(48, 84, "grip"), *_STAND, lean=3),
    Pose.TAKING: Stance(_REST, Arm(52, 88, "relaxed"), *_STAND, lean=3),
    Pose.CALL: Stance(
        Arm(reach="ear", hand="grip"),
        _REST_FAR,
        *_STAND,
        nod=4,
        holder="near",
        holds="phone",
    ),
    Pose.SCREEN: Stance(
        Arm(reach="finger", hand="point"),
        Arm(reach="screen", hand="grip"),
        *_STAND,
        nod=12,
        holds="phone",
    ),
    Pose.HUG_BAG: Stance(
        Arm(reach="chest", bend=1, short=0.85),
        Arm(reach="chest", bend=-1, short=0.85),
        *_STAND,
        holds="bag",
    ),
    Pose.SHOULDER: Stance(_REST, Arm(reach="next-shoulder"), *_STAND, lean=3, holder="near"),
    Pose.KNEEL: Stance(Arm(8, 48), Arm(20, 56), Leg(86, 2), Leg(-4, -88), lean=4, holder="far"),
    Pose.CARRY: Stance(
        Arm(26, 84, "grip"),
        Arm(34, 84, "grip", front=False),
        *_STAND,
        lean=-3,
        holds="basket",
        holder="both",
    ),
    Pose.COOK: Stance(
        Arm(14, 70, "grip"),
        Arm(40, 74, "grip"),
        *_STAND,
        nod=8,
        desk="stove",
        holder="far",
        holds="ladle",
    ),
    Pose.RAISE: Stance(
        Arm(20, 74), Arm(168, 178, "palm"), *_SIT, seat="stool", desk="desk", holder="near"
    ),
    Pose.RIDE: Stance(
        Arm(hand="grip", reach="bar"),
        Arm(hand="grip", reach="bar", front=False),
        Leg(68, -20, short=0.86),
        Leg(74, -16, short=0.86),
        lean=5,
        seat="bike",
        low=2.25,
        holder="near",
    ),
    Pose.BACK: Stance(Arm(-9, -3), Arm(9, 4, front=False), Leg(6, -2), Leg(-6, -24)),
}
"""Every pose once."""

_HELD_UP = {
    *(Held.PHONE, Held.PAPER, Held.CUP, Held.TICKET, Held.BOWL),
    *(Held.PEN, Held.BOOK, Held.MONEY, Held.CARD),
}
_IN_BOTH_HANDS = {Held.GIFT, Held.BOX}
_HANGS = {Held.BAG, Held.BASKET, Held.HELMET, Held.BROOM}
# What the pose itself does with the thing is right as it is.
_HOLDS_ITS_OWN_WAY = {
    *(Pose.GIVING, Pose.TAKING, Pose.CALL, Pose.SCREEN, Pose.WRITING),
    *(Pose.COOK, Pose.CARRY, Pose.HUG_BAG, Pose.CROSSED, Pose.RUNNING),
}
_FREE_HANDS = {Pose.STANDING, Pose.WALKING, Pose.SITTING, Pose.KNEEL}
_NEAR_BY = {
    Pose.POINTING: Arm(reach="point-near", hand="point"),
    Pose.WAVING: Arm(reach="palm-near", hand="palm"),
    Pose.RAISE: Arm(reach="palm-near", hand="palm"),
    Pose.STOP: Arm(reach="palm-near", hand="palm"),
    Pose.GIVING: Arm(reach="point-near", hand="grip"),
    Pose.TAKING: Arm(reach="point-near"),
}


def stance_of(pose: Pose, holds: Held, shot: Shot) -> Stance:
    """Return how someone stands who holds something, so that it is seen.

    Small things are held up before the chest, boxes in both hands, bags hang before the legs. Close
    by, an arm that is stretched out would leave the picture: its hand is held near the body.
    """
    stance = POSES[pose]
    if shot is Shot.CLOSE and pose in _NEAR_BY:
        stance = replace(stance, far=_NEAR_BY[pose], desk="")
    if shot is Shot.CLOSE and pose is Pose.STANDING:
        stance = replace(stance, near=_TUCKED, far=_TUCKED)
    if shot is Shot.CLOSE and pose is Pose.KNEEL:
        stance = replace(stance, near=_TUCKED, far=_TUCKED)
    if pose in _HOLDS_ITS_OWN_WAY:
        return stance
    if holds in _IN_BOTH_HANDS and pose in _FREE_HANDS:
        arm = Arm(reach="both", hand="grip")
        return replace(stance, near=arm, far=arm, holder="both")
    if holds in _HELD_UP or holds in _IN_BOTH_HANDS:
        return _with_arm(stance, Arm(reach="hold", hand="grip"))
    if holds in _HANGS:
        held = stance.near if stance.holder == "near" else stance.far
        return _with_arm(stance, _DOWN if held is stance.far else _REST)
    return stance


def _with_arm(stance: Stance, arm: Arm) -> Stance:
    if stance.holder == "near":
        return replace(stance, near=arm)
    return replace(stance, far=arm)
