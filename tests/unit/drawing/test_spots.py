"""Where people stand: each has the room that a pose takes."""

from __future__ import annotations

import pytest

from lachan.domain.comic_words import Look, PersonId, Pose, Shot
from lachan.domain.comics import Figure
from lachan.drawing.balloons import WIDTH
from lachan.drawing.spots import draw_near, find_spots, room_of
from support.comics import figure, panel


def test_people_stand_from_left_to_right_as_they_are_named() -> None:
    people = (figure(PersonId.ME), figure(PersonId.TI), figure(PersonId.ONG))

    spots = find_spots(people, WIDTH, Shot.WIDE)

    assert [PersonId.ME, PersonId.TI, PersonId.ONG] == sorted(spots, key=spots.__getitem__)


@pytest.mark.parametrize("pose", [Pose.RIDE, Pose.SITTING, Pose.KNEEL, Pose.RUNNING, Pose.WRITING])
def test_who_reaches_forward_stands_further_from_the_next(pose: Pose) -> None:
    def apart(pose: Pose) -> float:
        people = (figure(PersonId.ME, pose), Figure(PersonId.TI, looks=Look.LEFT))
        spots = find_spots(people, WIDTH, Shot.MIDDLE)
        return spots[PersonId.TI] - spots[PersonId.ME]

    assert apart(pose) > apart(Pose.STANDING)


def test_close_by_knees_take_no_room() -> None:
    sitting = (figure(PersonId.ME, Pose.SITTING), figure(PersonId.TI, Pose.SITTING))

    assert room_of(sitting, WIDTH, Shot.MIDDLE) < room_of(sitting, WIDTH, Shot.CLOSE)


def test_who_lays_a_hand_on_someone_comes_nearer() -> None:
    people = (Figure(PersonId.ME, Pose.SHOULDER, looks=Look.RIGHT), figure(PersonId.TI))
    before = find_spots(people, WIDTH, Shot.MIDDLE)
    after = dict(before)

    draw_near(panel(*people), after)

    assert after[PersonId.TI] - after[PersonId.ME] < before[PersonId.TI] - before[PersonId.ME]
