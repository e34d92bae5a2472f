"""Where people stand in a panel: from left to right, each with the room that a pose takes."""

from __future__ import annotations

from collections.abc import Sequence

from lachan.domain.comic_words import Held, Look, PersonId, Pose, Shot
from lachan.domain.comics import Figure, Panel
from lachan.drawing.cast import CAST
from lachan.drawing.seats import goes_by_wheelchair

_NEAR = 0.7
_MARGIN = 0.04
_ROOM = {
    Pose.RIDE: 2.4,
    Pose.COOK: 1.4,
    Pose.WRITING: 1.5,
    Pose.FLOOR: 1.3,
    Pose.SITTING: 1.55,
    Pose.KNEEL: 1.5,
    Pose.WALKING: 1.2,
    Pose.RUNNING: 1.6,
    Pose.GIVING: 1.25,
    Pose.TAKING: 1.25,
    Pose.POINTING: 1.4,
    Pose.STOP: 1.3,
}
_WHEELCHAIR = 1.6
# Close by, knees are below the picture.
_CLOSE_ROOM = {
    Pose.WRITING: 1.3,
    Pose.RAISE: 1.2,
    Pose.GIVING: 1.1,
    Pose.TAKING: 1.1,
    Pose.RIDE: 1.6,
}


def room_of(people: Sequence[Figure], width: float, shot: Shot) -> float:
    """Return how much of the width one has who stands."""
    return width * (1 - 2 * _MARGIN) / (sum(_need(figure, shot) for figure in people) or 1.0)


def _need(figure: Figure, shot: Shot) -> float:
    if shot is Shot.CLOSE:
        return _CLOSE_ROOM.get(figure.pose, 1.0)
    if goes_by_wheelchair(CAST[figure.who]):
        return _WHEELCHAIR
    return _ROOM.get(figure.pose, 1.0)


def find_spots(people: Sequence[Figure], width: float, shot: Shot) -> dict[PersonId, float]:
    """Return where each stands, from left to right: who sits on a motorbike needs most room."""
    left, share = width * _MARGIN, room_of(people, width, shot)
    spots = {}
    for figure in people:
        need = _need(figure, shot)
        # Arms, knees and wheels reach forward, so the body is further back.
        back = 0.36 * (need - 1) * (1 if figure.looks is Look.LEFT else -1)
        spots[figure.who] = left + share * (need / 2 + back)
        left += share * need
    return spots


def draw_near(panel: Panel, spots: dict[PersonId, float]) -> None:
    """Move those who touch each other nearer together."""
    for index, figure in enumerate(panel.people):
        touches = figure.pose is Pose.SHOULDER or figure.holds is Held.HAND
        after = index + (-1 if figure.looks is Look.LEFT else 1)
        if not 0 <= after < len(panel.people):
            after = index - (after - index)
        if not touches or not 0 <= after < len(panel.people):
            continue
        other = panel.people[after].who
        middle = (spots[figure.who] + spots[other]) / 2
        for who in (figure.who, other):
            spots[who] = middle + (spots[who] - middle) * _NEAR
