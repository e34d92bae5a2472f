"""Everybody in every pose, with every face, is drawn; grey tells what colour tells."""

from __future__ import annotations

import itertools

import pytest

from lachan.domain.comic_words import PERSON_NAMES, Face, Held, Look, Outfit, PersonId, Pose
from lachan.domain.comics import Figure
from lachan.drawing.cast import CAST
from lachan.drawing.faces import FACES
from lachan.drawing.hair import HATS, STYLES
from lachan.drawing.held import DRAWN
from lachan.drawing.palette import PALETTE, grey
from lachan.drawing.panel import draw_panel
from lachan.drawing.poses import POSES
from support.comics import panel

# What lies beside each other must differ by this much on paper without colour.
LEAST = 0.12


def test_every_word_has_its_shape() -> None:
    assert set(PersonId) == set(CAST) == set(PERSON_NAMES)
    assert set(Pose) == set(POSES)
    assert set(Face) == set(FACES)
    assert {held.value for held in Held} - {"nothing", "hand"} <= set(DRAWN)


@pytest.mark.parametrize("who", PersonId)
def test_a_person_wears_what_is_there(who: PersonId) -> None:
    person = CAST[who]

    assert person.hair in STYLES
    assert person.hat in {"", *HATS}
    assert person.known_by
    worn = {(each.top, each.bottom, each.trim, each.shoes) for each in person.clothes}
    assert {colour for row in worn for colour in row} | {person.skin} <= set(PALETTE)


@pytest.mark.parametrize("who", PersonId)
def test_a_person_is_drawn_in_every_pose_with_every_face(who: PersonId) -> None:
    looks = itertools.cycle(Look)
    faces = itertools.cycle(Face)
    held = itertools.cycle(Held)
    outfits = itertools.cycle(Outfit)

    drawn = {
        draw_panel(panel(Figure(who, pose, next(faces), next(looks), next(held), next(outfits))))
        for pose in Pose
    }

    assert len(Pose) == len(drawn)


@pytest.mark.parametrize("who", PersonId)
def test_twelve_faces_are_twelve_drawings(who: PersonId) -> None:
    assert len(Face) == len({draw_panel(panel(Figure(who, face=face))) for face in Face})


def test_the_palette_is_small() -> None:
    assert len(PALETTE) <= 24
    assert len(PALETTE) == len(set(PALETTE.values()))


@pytest.mark.parametrize("who", PersonId)
def test_skin_hair_and_clothes_differ_in_grey(who: PersonId) -> None:
    person = CAST[who]
    beside = [(person.skin, person.hair_colour)]
    for worn in person.clothes:
        below = "white" if worn.legs == "ao-dai" else worn.bottom
        beside += [(person.skin, worn.top)] if worn.sleeve != "long" else []
        beside += [(worn.top, below)] if worn.legs != "ao-dai" else []

    close = [pair for pair in beside if abs(grey(pair[0]) - grey(pair[1])) < LEAST]
    assert [] == close
