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
from lachan.drawing.pen import Matrix, Pen, Point, capsule
from lachan.drawing.persons import Clothes
from lachan.drawing.poses import Arm
from lachan.drawing.seats import draw_desk, draw_saddle, draw_seat, draw_seat_front, draw_sheet
from lachan.drawing.skeleton import Limb, Skeleton
from lachan.drawing.trimmings import draw_lap


@dataclass(frozen=True, slots=True)
class Aim:
    """A hand whose fingers point along `along` and not along its arm."""

    arm: str
    along: Point


@dataclass(slots=True)
class Posed:
    """A figure of the scene with its body on the panel."""

    figure: Figure
    body: Skeleton
    aim: Aim | None = None
    """A hand that lies on someone or points at something."""

    @property
    def clothes(self) -> Clothes:
        """What is worn."""
        first, second = CAST[self.figure.who].clothes
        return second if self.figure.outfit is Outfit.SECOND else first

    @property
    def lies_on_someone(self) -> bool:
        """Whether a hand comes before someone, after whom this one is drawn then."""
        near_by = self.body.stance.far.reach == "point-near" and self.figure.pose is Pose.POINTING
        return self.aim is not None and (near_by or self.figure.pose is Pose.SHOULDER)

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
            hands_free = self.figure.pose is not Pose.TAKING
            own = "folder" if hands_free and self.body.person.carries == "folder" else ""
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
    draw_saddle(pen, body)
    draw_leg(pen, body, body.near_leg, clothes)
    draw_skirt(pen, body, clothes)
    draw_flaps(pen, body, clothes)
    draw_lap(pen, body, clothes)
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
    draw_desk(pen, body)
    draw_sheet(pen, body)
    _draw_front_arms(pen, posed, arms)


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
    for name in ("far", "near") if posed.body.stance.over == "near" else ("near", "far"):
        arm, limb = arms[name]
        if arm.front:
            _draw_whole_arm(pen, posed, arm, limb, name)


def _draw_whole_arm(pen: Pen, posed: Posed, arm: Arm, limb: Limb, name: str) -> None:
    body, held = posed.body, posed.held
    holds = held and body.stance.holder == name and arm.reach != "chest"
    shape = "grip" if holds else arm.hand
    in_cuff = posed.clothes.sleeve == "long"
    draw_arm(pen, body, limb, posed.clothes)
    if posed.aim and posed.aim.arm == name:
        (x, y), (dx, dy) = limb.end, posed.aim.along
        behind = (x - dx * body.unit * 0.3, y - dy * body.unit * 0.3)
        draw_hand(pen, body, Limb(limb.top, behind, limb.end), shape, in_cuff=in_cuff)
        return
    if holds and shape == "grip" and held in DRAWN:
        draw_hand(pen, body, limb, "grip", in_cuff=in_cuff)
        DRAWN[held](pen, _upright(body, hand_space(body, limb)(0, 34)))
        draw_fingers(pen, body, limb)
    else:
        draw_hand(pen, body, limb, shape, in_cuff=in_cuff)


def _upright(body: Skeleton, at: tuple[float, float]) -> Matrix:
    """The space of a held thing: sizes in heads, mirrored with the body, always upright."""
    unit = max(
        body.unit, body.person.height / 6.3 * body.unit / (body.person.height / body.person.heads)
    )
    return Matrix(unit * body.side, 0, 0, unit, *at)
