"""Panels: the same bytes each time, words that fit, places that are there, only our shapes."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest

from lachan.domain.comic_words import (
    Face,
    Held,
    Look,
    PersonId,
    Place,
    Pose,
    SayKind,
    Shot,
    Thing,
    Time,
)
from lachan.domain.comics import Figure, Message, Panel, PhoneScreen, Sender
from lachan.drawing import DoesNotFitError, panel_svg, require_room, strip_svg
from lachan.drawing.balloons import WIDTH, Words, lay_out
from lachan.drawing.lettering import SIZE, break_lines, measure
from lachan.drawing.palette import PALETTE
from lachan.drawing.panel import HEIGHT, draw_panel
from lachan.drawing.pen import QUIET, Matrix, Rehearsal
from lachan.drawing.places import PLACES
from lachan.drawing.spots import find_spots
from support.comics import comic, figure, panel, say

LONG = "Cháu cứ kể từ từ, chú đang nghe đây, không ai trách cháu điều gì đâu nhé cháu."
MESSAGES = PhoneScreen(PersonId.THU, "Ai đó", tuple(Message(Sender.THEM, LONG) for _ in range(6)))
ELEMENTS = {"svg", "g", "path", "ellipse", "circle", "rect", "clipPath", "text", "tspan"}


def test_every_place_is_drawn_at_every_time_and_distance() -> None:
    assert set(Place) == {*PLACES, Place.PHONE}
    for place in PLACES:
        at_times = {draw_panel(panel(place=place, time=time)) for time in Time}
        from_afar = {draw_panel(panel(place=place, shot=shot)) for shot in Shot}

        assert at_times
        assert len(Shot) == len(from_afar)


def test_every_thing_is_drawn() -> None:
    empty = draw_panel(panel())
    drawn = {
        draw_panel(panel(things=(thing,), board="Hỏi đã", poster="Gọi 111")) for thing in Thing
    }

    assert len(Thing) == len(drawn)
    assert empty not in drawn


def test_rain_falls_outside_and_behind_windows() -> None:
    def drops(place: Place) -> int:
        wet = draw_panel(panel(place=place, things=(Thing.RAIN,)))
        return wet.count('stroke-width="1.6"')

    assert 35 == drops(Place.FIELD)
    assert 3 == drops(Place.LIVING_ROOM)


def test_a_motorbike_keeps_its_distance() -> None:
    people = (figure(PersonId.BONG), Figure(PersonId.DUNG, Pose.RIDE, looks=Look.LEFT))

    spots = find_spots(people, WIDTH, Shot.WIDE)

    assert spots[PersonId.DUNG] - spots[PersonId.BONG] > WIDTH / 2


def test_a_strip_has_the_same_bytes_each_time() -> None:
    strip = comic(panel(figure(PersonId.THU), says=(say(PersonId.THU, "Chào!"),)), panel())

    assert strip_svg(strip) == strip_svg(strip)
    panel_svg.cache_clear()
    first = panel_svg(strip.panels[0], 1)
    panel_svg.cache_clear()
    assert first == panel_svg(strip.panels[0], 1)


def test_a_panel_holds_shapes_of_our_colours_and_real_words_only() -> None:
    words = (say(PersonId.THU, "Một <hai> & ba"), say(PersonId.ME, "Ừ", SayKind.THOUGHT))
    drawn = panel_svg(panel(figure(PersonId.THU), figure(PersonId.ME), says=words), 3)
    root = ElementTree.fromstring(drawn)

    assert {element.tag.partition("}")[2] for element in root.iter()} <= ELEMENTS
    assert set(re.findall(r'"(#[0-9a-f]+)"', drawn)) <= set(PALETTE.values())
    assert "Một <hai> & ba" in " ".join(root.itertext()).replace("  ", " ")


def test_an_emptied_panel_keeps_its_balloons_and_loses_its_words() -> None:
    words = (say(PersonId.THU, "Chào mẹ"),)
    full = panel(figure(PersonId.THU), says=words, caption="Buổi chiều.")

    drawn = draw_panel(full, blank=True)

    assert "Chào mẹ" in draw_panel(full)
    assert "Chào mẹ" not in drawn
    assert "Buổi chiều." in drawn
    assert draw_panel(full).count("<path") == drawn.count("<path")


@pytest.mark.parametrize("text", ["Ừ.", "Vâng ạ, con nghe.", LONG])
def test_a_balloon_grows_with_its_words(text: str) -> None:
    [balloon] = lay_out("", [Words(text, SayKind.SPEECH, 200.0)], HEIGHT)

    widest = max(measure(line) for line in balloon.lines.texts)
    assert text.split() == " ".join(balloon.lines.texts).split()
    assert widest <= balloon.width - 2 * 12 + 0.01
    assert len(balloon.lines.texts) * SIZE < balloon.height
    assert balloon.left >= 0
    assert balloon.left + balloon.width <= WIDTH


@pytest.mark.parametrize("places", [(100.0, 300.0), (300.0, 100.0), (200.0, 210.0), (None, 200.0)])
def test_two_balloons_do_not_meet_and_are_read_in_order(places: tuple[float, float]) -> None:
    says = [Words(LONG, SayKind.SPEECH, places[0]), Words("Dạ.", SayKind.THOUGHT, places[1])]

    first, second = lay_out("Chiều thứ Sáu.", says, HEIGHT)[1:]

    apart = first.bottom <= second.top or first.left + first.width <= second.left
    assert apart
    assert first.top <= second.top


def test_lines_are_as_even_as_they_can_be() -> None:
    lines = break_lines("một hai ba bốn năm sáu bảy tám", 150)

    widths = [measure(line) for line in lines.texts]
    assert len(widths) == 2
    assert max(widths) < 1.5 * min(widths)


def test_words_without_room_are_told_with_the_words() -> None:
    crowd = panel(figure(PersonId.THU), says=(say(PersonId.THU, f"{LONG} " * 6),))

    with pytest.raises(DoesNotFitError, match="Cháu cứ kể"):
        draw_panel(crowd)


@pytest.mark.parametrize(
    "full",
    [
        panel(figure(PersonId.THU), says=(say(PersonId.THU, f"{LONG} " * 6),)),
        panel(things=(Thing.BOARD_TEXT,), board=LONG * 6),
        panel(things=(Thing.POSTER,), poster=LONG * 6),
        panel(place=Place.PHONE, shot=Shot.CLOSE, phone=MESSAGES),
    ],
    ids=["said", "board", "poster", "messages"],
)
def test_what_has_no_room_is_told_without_drawing_it(full: Panel) -> None:
    with pytest.raises(DoesNotFitError) as drawn:
        draw_panel(full)
    with pytest.raises(DoesNotFitError) as laid_out:
        require_room(full)
    assert (drawn.value.text, drawn.value.excess) == (laid_out.value.text, laid_out.value.excess)


def test_what_has_room_is_let_pass_and_leaves_nothing() -> None:
    pen = Rehearsal()
    with pen.group("line", QUIET):
        pen.ellipse((0, 0), (2, 3), Matrix(), "white")
        pen.box((0, 0), (2, 3), Matrix(), "white")
        pen.stroke([(0, 0), (1, 1)], Matrix())
        pen.union(["M0 0L1 1"], "white")
        pen.patch("M0 0L1 1", "white")

    require_room(panel(figure(PersonId.THU), says=(say(PersonId.THU, "Chào!"),)))
    assert [] == pen.parts


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (Figure(PersonId.ME, Pose.SHOULDER, looks=Look.RIGHT), figure(PersonId.BONG)),
        (Figure(PersonId.ME, Pose.SHOULDER, looks=Look.RIGHT), figure(PersonId.THU)),
        (figure(PersonId.THU), Figure(PersonId.ME, Pose.SHOULDER, looks=Look.LEFT)),
        (Figure(PersonId.BA, holds=Held.HAND), figure(PersonId.TI)),
        (
            Figure(PersonId.BA, Pose.GIVING, looks=Look.RIGHT, holds=Held.GIFT),
            Figure(PersonId.TI, Pose.TAKING, Face.GLAD, Look.LEFT),
        ),
    ],
)
def test_those_who_touch_are_drawn_otherwise_than_alone(first: Figure, second: Figure) -> None:
    together = draw_panel(panel(first, second, shot=Shot.WIDE))
    apart = draw_panel(panel(first, shot=Shot.WIDE))

    assert together != apart


def test_a_voice_out_of_a_phone_points_to_whoever_holds_it() -> None:
    heard = (say(PersonId.BO, "Bố nghe đây", SayKind.PHONE),)

    with_phone = draw_panel(panel(Figure(PersonId.HAN, Pose.CALL), says=heard))

    assert with_phone != draw_panel(panel(Figure(PersonId.HAN), says=heard))
