"""Poses as angles of joints: a body that looks to the right; a left one is its mirror.

Degrees: 0 hangs down, 90 points forward (to the right), 180 up, −90 back. `near` is the side of
the body at the left of the picture, `far` the one it turns to.
"""

from __future__ import annotations

from dataclasses import dataclass

from lachan.domain.comic_words import Pose


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
    """chin, ear, chest, lap, next-shoulder, next-hand."""
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
    low: float = 0.0
    """Least height of the hips over the ground, in heads."""


_STAND = (Leg(-3, -1), Leg(4, 2))
_SIT = (Leg(78, 4), Leg(84, -6))
_REST = Arm()
_REST_FAR = Arm(9, 14, front=False)

POSES: dict[Pose, Stance] = {
    Pose.STANDING: Stance(_REST, Arm(7, 13, front=False), *_STAND),
    Pose.WALKING: Stance(Arm(-26, -8), Arm(24, 44, front=False), Leg(24, 6), Leg(-18, -40), lean=3),
    Pose.RUNNING: Stance(
        Arm(-46, 36, "fist"), Arm(46, 118, "fist", front=False), Leg(54, -8), Leg(-26, -84), lean=12
    ),
    Pose.SITTING: Stance(Arm(8, 44), Arm(22, 52, front=False), *_SIT, seat="stool"),
    Pose.FLOOR: Stance(
        Arm(10, 40), Arm(8, -30), Leg(-78, 76), Leg(80, -76), low=0.42, holder="near"
    ),
    Pose.WRITING: Stance(
        Arm(24, 78, "grip"),
        Arm(36, 70, front=False),
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
    Pose.CROSSED: Stance(Arm(4, 96), Arm(-4, -94), *_STAND),
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
        Arm(reach="ear", hand="grip", bend=-1, short=0.74),
        _REST_FAR,
        *_STAND,
        nod=4,
        holder="near",
        holds="phone",
    ),
    Pose.SCREEN: Stance(
        Arm(6, 74, front=True),
        Arm(reach="screen", hand="grip", short=0.82),
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
    Pose.KNEEL: Stance(Arm(20, 66), Arm(44, 82), Leg(86, 2), Leg(-4, -88), lean=4, holder="far"),
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
        Arm(30, 58, "grip"),
        Arm(34, 60, "grip", front=False),
        Leg(72, 12),
        Leg(78, 4),
        lean=3,
        seat="bike",
        low=1.95,
    ),
    Pose.BACK: Stance(Arm(-18, -6), Arm(18, 8, front=False), Leg(6, -2), Leg(-6, -24)),
}
"""Every pose once."""
