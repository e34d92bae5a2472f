"""Arms that come to someone or something: where hands end and where fingers point."""

from __future__ import annotations

import itertools

import pytest

from lachan.domain.comic_words import Held, Look, PersonId, Pose, Shot
from lachan.domain.comics import Figure, Panel
from lachan.drawing.balloons import WIDTH
from lachan.drawing.camera import aim
from lachan.drawing.figure import Posed
from lachan.drawing.panel import HEIGHT
from lachan.drawing.pen import Point
from lachan.drawing.spots import draw_near, find_spots
from lachan.drawing.togetherness import join_hands
from support.comics import figure, panel


def posed(scene: Panel, *sights: Point) -> list[Posed]:
    spots = find_spots(scene.people, WIDTH, scene.shot)
    draw_near(scene, spots)
    camera = aim(scene, 0, WIDTH, HEIGHT)
    all_of = [Posed(each, camera.stand(each, spots[each.who])) for each in scene.people]
    join_hands(all_of, sights)
    return all_of


def test_a_finger_aims_at_a_thing() -> None:
    at = (380.0, 40.0)

    [one] = posed(panel(Figure(PersonId.THU, Pose.POINTING, looks=Look.RIGHT)), at)

    x, y = one.body.far_arm.end
    assert one.aim is not None
    assert (at[0] - x) * one.aim.along[1] == pytest.approx((at[1] - y) * one.aim.along[0])


def test_a_finger_aims_at_what_is_held_rather_than_at_a_thing() -> None:
    pointing = Figure(PersonId.PHONG, Pose.POINTING, looks=Look.RIGHT)
    holding = Figure(PersonId.HOI, looks=Look.LEFT, holds=Held.BOX)

    empty = posed(panel(pointing, figure(PersonId.HOI)), (390.0, 20.0))[0]
    held = posed(panel(pointing, holding), (390.0, 20.0))[0]

    assert empty.aim is not None
    assert held.aim is not None
    assert empty.aim.along[1] < 0 < held.aim.along[1]


@pytest.mark.parametrize("pose", [Pose.POINTING, Pose.STOP, Pose.GIVING])
@pytest.mark.parametrize("shot", [Shot.WIDE, Shot.MIDDLE])
def test_an_outstretched_hand_stops_before_the_next_one(pose: Pose, shot: Shot) -> None:
    people = (Figure(PersonId.CHU, pose, looks=Look.RIGHT), Figure(PersonId.TI, looks=Look.LEFT))

    one, other = posed(panel(*people, shot=shot))

    assert one.body.far_arm.end[0] < other.body.torso(112, 48)[0]


def test_a_hand_lies_on_the_near_shoulder_and_is_drawn_last() -> None:
    people = (Figure(PersonId.ME, Pose.SHOULDER, looks=Look.RIGHT), figure(PersonId.THU))

    one, other = posed(panel(*people))

    shoulder = other.body.torso(-100, 8)
    assert one.lies_on_someone
    assert one.body.far_arm.end[0] < other.body.root[0]
    assert one.body.far_arm.end == pytest.approx(shoulder, abs=0.6 * one.body.unit)


@pytest.mark.parametrize("count", [2, 3, 4])
@pytest.mark.parametrize("shot", [Shot.WIDE, Shot.MIDDLE])
def test_hands_that_hang_do_not_meet(count: int, shot: Shot) -> None:
    people = [Figure(who) for who in (PersonId.CHU, PersonId.BO, PersonId.TRUC, PersonId.BAY)]

    bodies = [each.body for each in posed(panel(*people[:count], shot=shot))]

    for left, right in itertools.pairwise(bodies):
        assert left.far_arm.end[0] + 0.2 * left.unit < right.near_arm.end[0] - 0.2 * right.unit
