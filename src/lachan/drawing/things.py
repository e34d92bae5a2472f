"""Things that stand, lie or hang about in a scene, where nobody stands."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from lachan.domain.comic_words import Shot, Thing
from lachan.domain.comics import Panel
from lachan.drawing.animals import draw_cat, draw_dog, draw_hen
from lachan.drawing.camera import Camera
from lachan.drawing.household import (
    draw_ball,
    draw_bicycle,
    draw_chair,
    draw_flower_pot,
    draw_meal,
    draw_motorbike,
    draw_papers,
    draw_suitcase,
)
from lachan.drawing.pen import Matrix, Pen
from lachan.drawing.places.stage import Stage
from lachan.drawing.wall_things import (
    draw_board_text,
    draw_clock,
    draw_fan,
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
    Thing.FAN: draw_fan,
    Thing.TV: draw_tv,
    Thing.BOARD_TEXT: draw_board_text,
    Thing.POSTER: draw_poster,
    Thing.CLOCK: draw_clock,
    Thing.KITE: draw_kite,
    Thing.LANTERN: draw_lantern,
    Thing.MOON: draw_moon,
}
_READ = (Thing.BOARD_TEXT, Thing.POSTER)
_LARGEST = {Shot.WIDE: 1.3, Shot.MIDDLE: 1.5, Shot.CLOSE: 1.7}
_HALF = 200.0


def draw_things_behind(
    stage: Stage, camera: Camera, panel: Panel, spots: Iterable[float], height: float
) -> None:
    """Draw what hangs on walls or stands behind people."""
    taken = list(spots)
    # What is to be read has the first choice.
    for thing in sorted(panel.things, key=lambda each: each not in _READ):
        if thing in _ON_WALLS:
            spot = _free(taken, (70, 330, 200, 138, 262))
            taken.append(spot)
            _ON_WALLS[thing](stage, (spot - _HALF) / stage.at.a, panel)
        elif thing in _BEHIND:
            spot = _free(taken, (330, 70, 200))
            taken.append(spot)
            _BEHIND[thing](stage.pen, _on_floor(camera, panel, spot, height, 10))
    if stage.rains and stage.is_open:
        draw_rain(stage)


def draw_things_before(
    stage: Stage, camera: Camera, panel: Panel, spots: Iterable[float], height: float
) -> None:
    """Draw what stands or lies before people."""
    taken = list(spots)
    for thing in panel.things:
        if thing in _BEFORE:
            middle = thing in (Thing.TABLE_MEAL, Thing.PAPERS)
            spot = _HALF if middle else _free(taken, (358, 42, 200, 280, 120))
            taken.append(spot)
            _BEFORE[thing](stage.pen, _on_floor(camera, panel, spot, height, -8))


def _free(taken: list[float], wished: tuple[float, ...]) -> float:
    """Return the wished spot that is farthest from all that are taken; the first of equals."""
    return max(wished, key=lambda x: min((abs(x - each) for each in taken), default=0.0))


def _on_floor(camera: Camera, panel: Panel, x: float, height: float, back: float) -> Matrix:
    """Where something stands that must be seen, also where people's feet are not."""
    size = min(camera.scale * _GROWN, _LARGEST[panel.shot])
    low = min(camera.ground - back, height - 4)
    return Matrix(size, 0, 0, size, x, low)
