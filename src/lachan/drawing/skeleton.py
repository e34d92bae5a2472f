"""Where the joints of a body are on the panel, from a person, a pose and a place to stand."""

from __future__ import annotations

import math
from dataclasses import dataclass

from lachan.drawing.pen import Matrix, Point
from lachan.drawing.persons import Build, Person
from lachan.drawing.poses import Arm, Leg, Stance
from lachan.drawing.reaches import REACHES, Trunk


@dataclass(frozen=True, slots=True)
class Frame:
    """Sizes of a body in heads."""

    torso: float
    neck: float
    upper: float
    fore: float
    thigh: float
    shin: float
    shoulders: float
    hips: float
    arm: tuple[float, float, float]
    leg: tuple[float, float, float]
    hand: float


_WIDTHS = {
    Build.CHILD: (0.92, 0.46, 0.94),
    Build.TEEN: (1.16, 0.52, 1.0),
    Build.WOMAN: (1.2, 0.6, 1.02),
    Build.MAN: (1.44, 0.58, 1.16),
}


def frame_of(person: Person) -> Frame:
    """Return the sizes of a person's body."""
    rest = person.heads - 1
    torso = rest * 0.36
    legs = rest * 0.575
    shoulders, hips, thick = _WIDTHS[person.build]
    reach = torso * 0.98 + 0.14
    return Frame(
        torso=torso,
        neck=rest * 0.045 + 0.03,
        upper=reach * 0.5,
        fore=reach * 0.46,
        thigh=legs * 0.5,
        shin=legs * 0.5 - 0.1,
        shoulders=shoulders,
        hips=hips,
        arm=(0.165 * thick, 0.135 * thick, 0.11 * thick),
        leg=(0.25 * thick, 0.2 * thick, 0.155 * thick),
        hand=0.2,
    )


@dataclass(slots=True)
class Limb:
    """The three joints of an arm or a leg on the panel, and the angle of its last bone."""

    top: Point
    middle: Point
    end: Point


@dataclass(slots=True)
class Skeleton:
    """A posed body on the panel.

    `unit` is the length of a head, `side` 1 where it looks right and −1 left; `turn` 0 looks at
    the reader, 1 half away.
    """

    person: Person
    frame: Frame
    stance: Stance
    unit: float
    side: int
    turn: float
    ground: float
    root: Point
    neck: Point
    head: Matrix
    torso: Matrix
    near_arm: Limb
    far_arm: Limb
    near_leg: Limb
    far_leg: Limb

    def length(self, heads: float) -> float:
        """Return a length in units of the panel."""
        return heads * self.unit

    @property
    def head_top(self) -> float:
        """Where the crown of the head is, hair included."""
        return self.head(0, -64)[1]

    @property
    def mouth(self) -> Point:
        """Where words come from."""
        return self.head(12 * self.turn, 30)


def bone(start: Point, degrees: float, length: float) -> Point:
    """Return the end of a bone that hangs at an angle: 0 down, 90 forward."""
    angle = math.radians(degrees)
    return (start[0] + math.sin(angle) * length, start[1] + math.cos(angle) * length)


HANDLEBAR = (1.2, -0.62)
"""Where the handlebar of a motorbike is from the rider's hips, in heads."""


def reach_for(
    start: Point, target: Point, upper: float, fore: float, bend: int
) -> tuple[Point, Point]:
    """Return elbow and wrist of an arm that reaches for a point, as far as it can."""
    dx, dy = target[0] - start[0], target[1] - start[1]
    far = math.hypot(dx, dy) or 1e-6
    length = min(far, (upper + fore) * 0.995)
    length = max(length, abs(upper - fore) * 1.05 + 1e-6)
    ux, uy = dx / far, dy / far
    along = (upper * upper - fore * fore + length * length) / (2 * length)
    off = math.sqrt(max(0.0, upper * upper - along * along)) * bend
    elbow = (start[0] + ux * along - uy * off, start[1] + uy * along + ux * off)
    return elbow, (start[0] + ux * length, start[1] + uy * length)


def pose_body(
    person: Person,
    stance: Stance,
    *,
    x: float,
    ground: float,
    scale: float,
    side: int,
    turn: float,
    seated: bool = False,
) -> Skeleton:
    """Return a body with its feet on `ground`.

    Parameters
    ----------
    x, ground
        Of the panel; `x` is where the hips are.
    scale
        Units of the panel to a centimetre.
    side, turn
        As of `Skeleton`.
    seated
        In a wheelchair: the legs sit whatever the pose is.
    """
    frame = frame_of(person)
    unit = person.height / person.heads * scale
    narrow = 1 - 0.1 * turn
    legs = (Leg(70, 10), Leg(76, 4)) if seated else (stance.near_leg, stance.far_leg)
    lean = min(stance.lean, 4) if seated else stance.lean

    # In heads around the hips, x forward.
    hips = {"near": (-frame.hips / 2 * narrow, 0.0), "far": (frame.hips / 2 * narrow, 0.0)}
    limbs = {
        name: _leg(hips[name], leg, frame) for name, leg in zip(("near", "far"), legs, strict=True)
    }
    low = max(point[1] for limb in limbs.values() for point in limb[1:]) + 0.24
    if seated:
        low = max(low, 1.62)
    low = max(low, stance.low)
    neck = bone((0, 0), 180 - lean, frame.torso)
    cos, sin = math.cos(math.radians(lean)), math.sin(math.radians(lean))
    half = frame.shoulders / 2 * narrow
    drop = 0.16
    shoulder = {
        "near": (neck[0] - cos * half * 0.94 - sin * drop, neck[1] - sin * half + cos * drop),
        "far": (neck[0] + cos * half * 0.94 - sin * drop, neck[1] + sin * half + cos * drop),
    }
    head_at = bone(neck, 180 - lean * 0.6 - stance.nod * 0.25, frame.neck + 0.47)
    points = {
        "chin": (head_at[0] + 0.3, head_at[1] + 0.72),
        "chest": (neck[0] + 0.02, neck[1] + frame.torso * 0.6),
        "bar": HANDLEBAR,
    }
    side_of = {"near": -1, "far": 1}
    arms = {
        name: _arm(
            Trunk(neck, head_at, shoulder[name], frame.torso, side_of[name]), arm, frame, points
        )
        for name, arm in (("near", stance.near), ("far", stance.far))
    }

    def put(point: Point) -> Point:
        return (x + point[0] * unit * side, ground + (point[1] - low) * unit)

    to_panel = Matrix(unit * side, 0, 0, unit, *put((0, 0)))
    head = to_panel.moved(*head_at).turned(stance.nod * (0.7 if turn else 0.3)).scaled(0.0108)
    ax, ay = cos * half / 100, sin * half / 100
    torso = to_panel.then_first(Matrix(ax, ay, -neck[0] / 100, -neck[1] / 100, neck[0], neck[1]))
    near_arm, far_arm = (
        Limb(put(shoulder[name]), put(arms[name][0]), put(arms[name][1])) for name in arms
    )
    near_leg, far_leg = (Limb(*(put(point) for point in limbs[name])) for name in limbs)
    return Skeleton(
        person,
        frame,
        stance,
        unit,
        side,
        turn,
        ground,
        put((0, 0)),
        put(neck),
        head,
        torso,
        near_arm,
        far_arm,
        near_leg,
        far_leg,
    )


def _leg(hip: Point, leg: Leg, frame: Frame) -> tuple[Point, Point, Point]:
    knee = bone(hip, leg.thigh, frame.thigh * leg.short)
    return hip, knee, bone(knee, leg.shin, frame.shin)


def _arm(trunk: Trunk, arm: Arm, frame: Frame, points: dict[str, Point]) -> tuple[Point, Point]:
    if arm.reach in REACHES:
        return REACHES[arm.reach](trunk)
    shoulder, target = trunk.shoulder, points.get(arm.reach)
    if target is None:
        elbow = bone(shoulder, arm.upper, frame.upper)
        return elbow, bone(elbow, arm.fore, frame.fore)
    if arm.reach == "chest":
        target = (target[0] + trunk.side * 0.16, target[1] + (0.1 if trunk.side < 0 else 0))
    return reach_for(shoulder, target, frame.upper * arm.short, frame.fore * arm.short, arm.bend)


def reach_point(body: Skeleton, arm_name: str, target: Point, bend: int = 1) -> None:
    """Move an arm of a posed body so that its hand is at a point of the panel."""
    limb: Limb = getattr(body, f"{arm_name}_arm")
    frame = body.frame
    elbow, wrist = reach_for(
        limb.top, target, frame.upper * body.unit, frame.fore * body.unit, bend * body.side
    )
    limb.middle, limb.end = elbow, wrist
