"""Where things are: nothing hides what is to be read."""

from __future__ import annotations

import pytest

from lachan.domain.comic_words import Held, PersonId, Place, Pose, Shot, Thing, Time
from lachan.domain.comics import Figure
from lachan.drawing.balloons import WIDTH
from lachan.drawing.camera import aim
from lachan.drawing.panel import HEIGHT, draw_panel
from lachan.drawing.pen import Matrix, Pen
from lachan.drawing.places import PLACES, Stage
from lachan.drawing.things import find_sights, find_tall_ones, place_things
from support.comics import figure, panel, say

SIGN = "TRỰC BAN CÔNG AN"


def test_a_sign_is_whole_or_not_there() -> None:
    stage = Stage(Pen(), Matrix(e=200, f=300), Time.DAY)
    covered = Stage(Pen(), Matrix(e=200, f=300), Time.DAY, taken=((0.0, 0.0, 400.0, 400.0),))

    PLACES[Place.POLICE_DESK](stage)
    PLACES[Place.POLICE_DESK](covered)

    assert SIGN in "".join(stage.pen.parts)
    assert SIGN not in "".join(covered.pen.parts)


def test_a_sign_moves_out_of_the_way_of_a_head() -> None:
    stage = Stage(Pen(), Matrix(e=200, f=300), Time.DAY, taken=((190.0, 100.0, 220.0, 140.0),))

    PLACES[Place.POLICE_DESK](stage)

    assert SIGN in "".join(stage.pen.parts)


def test_a_sign_is_as_broad_as_its_board_in_any_font() -> None:
    drawn = draw_panel(panel(place=Place.POLICE_DESK, shot=Shot.WIDE))

    assert 'lengthAdjust="spacingAndGlyphs"' in drawn


@pytest.mark.parametrize("shot", [Shot.WIDE, Shot.MIDDLE])
def test_a_clock_hangs_beside_a_sign(shot: Shot) -> None:
    scene = panel(figure(PersonId.ONG), place=Place.POLICE_DESK, shot=shot, things=(Thing.CLOCK,))
    camera = aim(scene, 0, WIDTH, HEIGHT)

    [(left, _, right, _)] = find_tall_ones(camera, place_things(camera, scene, [200.0], HEIGHT))

    assert right < WIDTH * 0.28 or left > WIDTH * 0.72


def test_papers_lie_on_a_table_or_on_the_desk_of_who_writes() -> None:
    def drawn(pose: Pose, *things: Thing) -> str:
        return draw_panel(panel(Figure(PersonId.THU, pose, holds=Held.PEN), things=things))

    assert drawn(Pose.STANDING) != drawn(Pose.STANDING, Thing.PAPERS)
    assert drawn(Pose.WRITING) == drawn(Pose.WRITING, Thing.PAPERS)


def test_one_points_at_a_board_before_papers() -> None:
    things = (Thing.PAPERS, Thing.BOARD_TEXT)
    scene = panel(
        place=Place.CLASSROOM,
        shot=Shot.WIDE,
        things=things,
        board="Hỏi đã",
        says=(say(PersonId.THU, "Ừ"),),
    )
    camera = aim(scene, 0, WIDTH, HEIGHT)

    sights = find_sights(camera, scene, place_things(camera, scene, [], HEIGHT))

    assert camera.place(0, -150) == sights[0]
    assert 2 == len(sights)


def test_one_points_at_a_stall_of_the_market() -> None:
    scene = panel(place=Place.MARKET, shot=Shot.WIDE)
    camera = aim(scene, 0, WIDTH, HEIGHT)

    assert 2 == len(find_sights(camera, scene, {}))
