"""Things that stand, lie or hang about in a scene, where nobody stands."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from lachan.domain.comic_words import Place, Pose, Shot, Thing
from lachan.domain.comics import Panel
from lachan.drawing.animals import draw_cat, draw_dog, draw_hen
from lachan.drawing.camera import Camera
from lachan.drawing.household import (
    draw_ball,
    draw_bicycle,
    draw_chair,
    draw_fan,
    draw_flower_pot,
    draw_meal,
    draw_motorbike,
    draw_papers,
    draw_papers_on_floor,
    draw_suitcase,
)
from lachan.drawing.pen import Matrix, Pen, Point
from lachan.drawing.places.stage import Box, Stage
from lachan.drawing.wall_things import (
    draw_board_text,
    draw_clock,
    draw_kite,
    draw_lantern,
    draw_moon,
    draw_poster,
    draw_rain,
    draw_tv,
)

# Everything here is drawn where a grown person is 200 high.
_GROWN = 168 / 200

_BEHIND: dict[Thing, Callable[[Pen, Matrix], None]] = {
    Thing.BICYCLE: draw_bicycle,
    Thing.MOTORBIKE: draw_motorbike,
    Thing.EMPTY_CHAIR: draw_chair,
    Thing.FLOWER_POT: draw_flower_pot,
    Thing.FAN: draw_fan,
}
_BEFORE: dict[Thing, Callable[[Pen, Matrix], None]] = {
    Thing.HEN: draw_hen,
    Thing.CAT: draw_cat,
    Thing.DOG: draw_dog,
    Thing.BALL: draw_ball,
    Thing.SUITCASE: draw_suitcase,
    Thing.TABLE_MEAL: draw_meal,
    Thing.PAPERS: draw_papers,
}
_ON_WALLS: dict[Thing, Callable[[Stage, float, Panel], None]] = {
    Thing.TV: draw_tv,
    Thing.BOARD_TEXT: draw_board_text,
    Thing.POSTER: draw_poster,
    Thing.CLOCK: draw_clock,
    Thing.KITE: draw_kite,
    Thing.LANTERN: draw_lantern,
    Thing.MOON: draw_moon,
}
# How high the middle of a thing is over its spot: on walls in the space of the place, else where a
# grown person is 200 high.
_MIDDLES = {
    Thing.HEN: -36.0,
    Thing.EMPTY_CHAIR: -70.0,
    Thing.BOARD_TEXT: -150.0,
    Thing.KITE: -216.0,
    Thing.LANTERN: -190.0,
    Thing.PAPERS: -70.0,
    Thing.POSTER: -140.0,
}
"""What one points at, best first."""
_READ = (Thing.BOARD_TEXT, Thing.POSTER)
_LARGEST = {Shot.WIDE: 1.3, Shot.MIDDLE: 1.5, Shot.CLOSE: 1.7}
_HALF = 200.0
# A clock hangs where no sign does, a fan stands where nothing is handed over.
_AT_THE_SIDES = (44.0, 356.0)
# The counter of a market's outer stalls, in the space of the place.
_STALL = (140.0, -56.0)


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a thing is: its foot on the panel, and its size; on walls only `x` counts."""

    x: float
    low: float
    size: float

    @property
    def at(self) -> Matrix:
        """The space of a thing that stands."""
        return Matrix(self.size, 0, 0, self.size, self.x, self.low)


def place_things(
    camera: Camera, panel: Panel, spots: Iterable[float], height: float
) -> dict[Thing, Spot]:
    """Return where each thing of a panel is, away from people and from each other."""
    people = list(spots)
    wished: tuple[float, ...]
    on_walls, on_floor = list(people), list(people)
    places = {}
    # What is to be read has the first choice.
    for thing in sorted(panel.things, key=lambda each: each not in _READ):
        if thing in _ON_WALLS:
            taken = on_walls
            wished = _AT_THE_SIDES if thing is Thing.CLOCK else (70, 330, 200, 138, 262)
        elif thing in _BEHIND:
            taken = on_floor
            wished = _AT_THE_SIDES if thing is Thing.FAN else (330, 70, 200, 138, 262)
        else:
            continue
        places[thing] = _on_floor(camera, panel, _free(taken, wished), height, 10)
        taken.append(places[thing].x)
    taken = people
    for thing in panel.things:
        if thing in _BEFORE:
            middle = thing in (Thing.TABLE_MEAL, Thing.PAPERS)
            spot = _HALF if middle else _free(taken, (358, 42, 200, 280, 120))
            taken.append(spot)
            # A table may be cut by the lower edge, as those who stand at it are.
            edge = height + 26 if middle and panel.shot is not Shot.WIDE else height
            places[thing] = _on_floor(camera, panel, spot, edge, -8)
    return places


def find_tall_ones(camera: Camera, places: Mapping[Thing, Spot]) -> list[Box]:
    """Return where clock and fan are, for what is to be read to keep off them."""
    boxes = []
    if Thing.CLOCK in places:
        x = places[Thing.CLOCK].x
        half, y = 22 * camera.place.a, camera.place(0, -178)[1]
        boxes.append((x - half, y - half, x + half, y + half))
    if Thing.FAN in places:
        fan = places[Thing.FAN]
        half, y = 34 * fan.size, fan.low - 122 * fan.size
        boxes.append((fan.x - half, y - half, fan.x + half, y + half))
    return boxes


def find_sights(camera: Camera, panel: Panel, places: Mapping[Thing, Spot]) -> list[Point]:
    """Return what one may point at, best first, in the panel's space."""
    sights = []
    for thing, middle in _MIDDLES.items():
        spot = places.get(thing)
        if spot is None or (thing is Thing.KITE and panel.place is not Place.FIELD):
            continue
        if thing is Thing.BOARD_TEXT:
            sights.append(camera.place(0, middle))
        elif thing in _ON_WALLS:
            sights.append((spot.x, camera.place(0, middle)[1]))
        else:
            sights.append(spot.at(0, middle))
    if panel.place is Place.MARKET:
        sights += [camera.place(side * _STALL[0], _STALL[1]) for side in (-1, 1)]
    return sights


def draw_things_behind(stage: Stage, panel: Panel, places: Mapping[Thing, Spot]) -> None:
    """Draw what hangs on walls or stands behind people."""
    for thing, spot in places.items():
        if thing in _ON_WALLS:
            _ON_WALLS[thing](stage, (spot.x - _HALF) / stage.at.a, panel)
        elif thing in _BEHIND:
            _BEHIND[thing](stage.pen, spot.at)
    if stage.rains and stage.is_open:
        draw_rain(stage)


def draw_things_before(stage: Stage, panel: Panel, places: Mapping[Thing, Spot]) -> None:
    """Draw what stands or lies before people."""
    poses = {figure.pose for figure in panel.people}
    for thing, spot in places.items():
        if thing is Thing.PAPERS and Pose.FLOOR in poses:
            draw_papers_on_floor(stage.pen, spot.at)
        elif thing is Thing.PAPERS and Pose.WRITING in poses:
            # They lie on the desk of who writes.
            continue
        elif thing in _BEFORE:
            _BEFORE[thing](stage.pen, spot.at)


def _free(taken: list[float], wished: tuple[float, ...]) -> float:
    """Return the wished spot that is farthest from all that are taken; the first of equals."""
    return max(wished, key=lambda x: min((abs(x - each) for each in taken), default=0.0))


def _on_floor(camera: Camera, panel: Panel, x: float, height: float, back: float) -> Spot:
    """Where something stands that must be seen, also where people's feet are not."""
    size = min(camera.scale * _GROWN, _LARGEST[panel.shot])
    return Spot(x, min(camera.ground - back, height - 4), size)
