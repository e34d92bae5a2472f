"""A whole figure: its parts in the order in which they lie on each other."""

from __future__ import annotations

from dataclasses import dataclass

from lachan.domain.comic_words import Held, Outfit, Pose
from lachan.domain.comics import Figure
from lachan.drawing.arms import draw_arm, draw_fingers, draw_hand, hand_space
from lachan.drawing.carried import draw_carried_behind, draw_carried_front
from lachan.drawing.cast import CAST
from lachan.drawing.clothes import draw_flaps, draw_leg, draw_skirt, draw_top
from lachan.drawing.heads import (
    draw_hair_behind,
    draw_hair_hanging,
    draw_head,
    draw_head_from_behind,
)
from lachan.drawing.held import DRAWN
from lachan.drawing.pen import OUTLINE, Matrix, Pen, Point, capsule
from lachan.drawing.persons import Clothes
from lachan.drawing.poses import Arm
from lachan.drawing.seats import draw_desk, draw_seat, draw_seat_front
from lachan.drawing.skeleton import Limb, Skeleton


@dataclass(frozen=True, slots=True)
class Laid:
    """A hand laid on a shoulder from behind: which arm, where, and to which side it points."""

    arm: str
    at: Point
    side: int


@dataclass(slots=True)
class Posed:
    """A figure of the scene with its body on the panel."""

    figure: Figure
    body: Skeleton
    laid: Laid | None = None
    """Where a hand comes out on someone's shoulder."""

    @property
    def clothes(self) -> Clothes:
        """What is worn."""
        first, second = CAST[self.figure.who].clothes
        return second if self.figure.outfit is Outfit.SECOND else first

    @property
    def from_behind(self) -> bool:
        """Whether the face is turned away."""
        return self.figure.looks == "back" or self.figure.pose is Pose.BACK

    @property
    def hat(self) -> str:
        """What is on the head."""
        if self.figure.pose is Pose.RIDE:
            return "helmet"
        return self.body.person.hat

    @property
    def held(self) -> str:
        """What is in the hand, the pose's own thing where the scene names none."""
        if self.figure.holds is Held.NOTHING:
            own = "folder" if self.body.person.carries == "folder" else ""
            return self.body.stance.holds or own
        return "" if self.figure.holds is Held.HAND else self.figure.holds.value


def draw_figure(pen: Pen, posed: Posed) -> None:
    """Draw a figure with all it wears, holds and sits on."""
    body, clothes, stance = posed.body, posed.clothes, posed.body.stance
    away = posed.from_behind
    draw_seat(pen, body)
    if not away:
        draw_hair_behind(pen, body)
        draw_carried_behind(pen, body)
    arms = {"near": (stance.near, body.near_arm), "far": (stance.far, body.far_arm)}
    for name, (arm, limb) in arms.items():
        if not arm.front:
            _draw_whole_arm(pen, posed, arm, limb, name)
    draw_leg(pen, body, body.far_leg, clothes)
    draw_leg(pen, body, body.near_leg, clothes)
    draw_skirt(pen, body, clothes)
    draw_flaps(pen, body, clothes)
    _draw_neck(pen, body)
    draw_top(pen, body, clothes, from_behind=away)
    if away:
        draw_head_from_behind(pen, body, posed.hat)
        draw_carried_behind(pen, body)
    else:
        draw_head(pen, body, posed.figure.face, posed.hat)
        draw_hair_hanging(pen, body)
    draw_seat_front(pen, body)
    if not away:
        draw_carried_front(pen, body)
    _draw_front_arms(pen, posed, arms)
    draw_desk(pen, body)


def _draw_neck(pen: Pen, body: Skeleton) -> None:
    low = body.torso(0, 4)
    high = body.head(2 * body.turn, 36)
    width = (0.15 if body.person.heads < 6.5 else 0.17) * body.unit
    pen.union((capsule(low, high, width, width),), body.person.skin)


def _draw_front_arms(pen: Pen, posed: Posed, arms: dict[str, tuple[Arm, Limb]]) -> None:
    """The far arm first; a bag that is hugged lies between body and arms."""
    if posed.body.stance.near.reach == "chest" and posed.held:
        body = posed.body
        DRAWN[posed.held](pen, _upright(body, body.torso(8, 34)))
    if posed.body.stance.holder == "both" and posed.held:
        ends = [limb.end for _, limb in arms.values()]
        middle = ((ends[0][0] + ends[1][0]) / 2, max(end[1] for end in ends))
        DRAWN[posed.held](pen, _upright(posed.body, middle).scaled(1.35))
    for name in ("far", "near"):
        arm, limb = arms[name]
        if arm.front:
            _draw_whole_arm(pen, posed, arm, limb, name)


def _draw_whole_arm(pen: Pen, posed: Posed, arm: Arm, limb: Limb, name: str) -> None:
    body, held = posed.body, posed.held
    holds = held and body.stance.holder == name and arm.reach != "chest"
    shape = "grip" if holds else arm.hand
    draw_arm(pen, body, limb, posed.clothes)
    if posed.laid and posed.laid.arm == name:
        return
    if holds and shape == "grip" and held in DRAWN:
        draw_hand(pen, body, limb, "grip")
        DRAWN[held](pen, _upright(body, hand_space(body, limb)(0, 34)))
        draw_fingers(pen, body, limb)
    else:
        draw_hand(pen, body, limb, shape)


def _upright(body: Skeleton, at: tuple[float, float]) -> Matrix:
    """The space of a held thing: sizes in heads, mirrored with the body, always upright."""
    unit = max(
        body.unit, body.person.height / 6.3 * body.unit / (body.person.height / body.person.heads)
    )
    return Matrix(unit * body.side, 0, 0, unit, *at)


def draw_laid_hand(pen: Pen, posed: Posed) -> None:
    """Draw the hand that lies on someone's shoulder, after that one is drawn."""
    if posed.laid is None:
        return
    size = posed.body.unit * 0.0046
    at = Matrix(size * posed.laid.side, 0, 0, size, *posed.laid.at)
    pen.path(
        "M-30 -34C-6 -44 26 -34 34 -14C38 2 34 30 26 40C20 46 12 42 14 34C8 46 -4 44 -4 34C-12 42 -22 36 -20 28C-30 28 -36 20 -32 10C-42 -4 -44 -26 -30 -34Z",
        at,
        posed.body.person.skin,
        width=OUTLINE,
    )
    pen.path("M14 34L12 12M-4 34L-4 12M-20 28L-18 10", at)
