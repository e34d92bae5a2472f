"""Three distances on one scene: where the floor is, how large people and background are."""

from __future__ import annotations

from dataclasses import dataclass

from lachan.domain.comic_words import Look, PersonId, Pose, Shot
from lachan.domain.comics import Figure, Panel
from lachan.drawing.cast import CAST
from lachan.drawing.faces import FACES
from lachan.drawing.pen import Matrix
from lachan.drawing.poses import stance_of
from lachan.drawing.seats import goes_by_wheelchair
from lachan.drawing.skeleton import Skeleton, pose_body
from lachan.drawing.spots import room_of

_WIDE = 1.28
# How much nearer the background comes; it lies behind, so less than people do.
_NEARER = {Shot.WIDE: 1.0, Shot.MIDDLE: 1.5, Shot.CLOSE: 2.1}
# How much of a body shows between balloons and lower edge.
_SHOWN = {Shot.MIDDLE: 0.6, Shot.CLOSE: 0.36}
# A motorbike is seen, and keeps its distance.
_WITH_BIKE, _LEAST_WITH_BIKE = 0.9, 1.3
_RANGE = {Shot.WIDE: (0.9, 1.5), Shot.MIDDLE: (1.4, 2.5), Shot.CLOSE: (3.2, 4.5)}
# How broad one who stands is with both arms, in centimetres: nobody comes so near that two meet.
_BROAD = {Shot.MIDDLE: 62.0, Shot.CLOSE: 50.0}
# Who kneels or sits on the ground is seen down to it.
_LOW_POSES = (Pose.KNEEL, Pose.FLOOR)
_LEAST_WITH_GROUND = 1.4
# What is written on is seen.
_MOST_WITH_SHEET = 3.8
_FEET = 18.0
_FLOOR = 74.0
# In a close picture small ones are lifted up to nearly the height of tall ones.
_LIFT = {Shot.WIDE: 0.0, Shot.MIDDLE: 0.35, Shot.CLOSE: 0.8}


@dataclass(frozen=True, slots=True)
class Camera:
    """Where things are on the panel."""

    place: Matrix
    ground: float
    scale: float
    lifts: dict[PersonId, float]
    shot: Shot

    def stand(self, figure: Figure, x: float) -> Skeleton:
        """Return the body of a figure in its spot."""
        ground = self.ground - self.lifts.get(figure.who, 0.0)
        return _stand(figure, x, ground, self.scale, self.shot)


def _stand(figure: Figure, x: float, ground: float, scale: float, shot: Shot) -> Skeleton:
    sideways = figure.looks in (Look.LEFT, Look.RIGHT) and figure.pose is not Pose.BACK
    person = CAST[figure.who]
    body = pose_body(
        person,
        stance_of(figure.pose, figure.holds, shot),
        x=x,
        ground=ground,
        scale=scale,
        side=-1 if figure.looks is Look.LEFT else 1,
        turn=1.0 if sideways else 0.0,
        seated=goes_by_wheelchair(person),
    )
    if figure.pose is not Pose.BACK:
        body.head = body.head.turned(FACES[figure.face].tilt)
    return body


def aim(panel: Panel, words: float, width: float, height: float) -> Camera:
    """Return the camera of a panel.

    Parameters
    ----------
    words
        The lower edge of the lowest balloon, 0 for none.
    width, height
        Of the panel.
    """
    shot = panel.shot
    free = words + 20 if words else 46.0
    tops = {figure.who: -_stand(figure, 0, 0, 1.0, shot).head_top for figure in panel.people} or {
        PersonId.BONG: 150.0
    }
    tallest = max(tops.values())
    low, high = _RANGE[shot]
    if shot is Shot.WIDE:
        most = _WIDE if len(panel.people) > 3 else high
        scale = max(low, min(most, (height - _FEET - free) / tallest))
        ground = height - _FEET
    else:
        rides = any(figure.pose is Pose.RIDE for figure in panel.people)
        shown = _WITH_BIKE if rides and shot is Shot.MIDDLE else _SHOWN[shot]
        scale = (height - free) / (shown * max(tallest, 118.0))
        if any(figure.pose in _LOW_POSES for figure in panel.people) and shot is Shot.MIDDLE:
            low = _LEAST_WITH_GROUND
            scale = (height - _FEET - free) / tallest
        if shot is Shot.CLOSE and any(each.pose is Pose.WRITING for each in panel.people):
            high = _MOST_WITH_SHEET
        high = max(low, min(high, room_of(panel.people, width, shot) / _BROAD[shot]))
        scale = max(_LEAST_WITH_BIKE if rides else low, min(high, scale))
        ground = free + tallest * scale
        # Whole people are not pushed down to the edge when there is room to see their feet.
        ground = max(ground, height - _FEET)
    lifts = {who: (tallest - top) * scale * _LIFT[shot] for who, top in tops.items()}
    nearer = _NEARER[shot]
    floor = ground - _FLOOR * nearer * (1.0 if shot is Shot.WIDE else 0.9)
    if shot is Shot.CLOSE:
        # The wall behind a face, not the ceiling.
        floor = height + 90
    return Camera(Matrix(nearer, 0, 0, nearer, 200, floor), ground, scale, lifts, shot)
