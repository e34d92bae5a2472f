"""One panel: words first, then a camera that leaves room for them, then the scene."""

from __future__ import annotations

from lachan.domain.comic_words import Held, PersonId, Pose, SayKind, Shot, Thing
from lachan.domain.comics import Figure, Panel
from lachan.drawing.balloons import WIDTH, Balloon, Words, draw_balloon, lay_out
from lachan.drawing.camera import aim
from lachan.drawing.figure import Posed, draw_figure
from lachan.drawing.pen import QUIET, Pen, Point, Rehearsal
from lachan.drawing.phone_screen import draw_phone
from lachan.drawing.places import PLACES, Stage
from lachan.drawing.places.stage import Box
from lachan.drawing.spots import draw_near, find_spots
from lachan.drawing.things import (
    draw_things_before,
    draw_things_behind,
    find_sights,
    find_tall_ones,
    place_things,
)
from lachan.drawing.togetherness import join_hands

HEIGHT = 400.0
# How low balloons may come, so that what acts keeps its room.
_LIMITS = {Shot.WIDE: 236.0, Shot.MIDDLE: 214.0, Shot.CLOSE: 198.0}
_PHONE_LIMIT = 120.0


def draw_panel(panel: Panel, *, blank: bool = False) -> str:
    """Return the elements of a panel, without a frame.

    Parameters
    ----------
    blank
        Leaves balloons empty, for a worksheet.

    Raises
    ------
    DoesNotFitError
        With the words that have no room.
    """
    pen = Pen(side=HEIGHT)
    _draw(pen, panel, blank=blank)
    return "".join(pen.parts)


def require_room(panel: Panel) -> None:
    """Go through the drawing of a panel only as far as its words need it.

    Raises
    ------
    DoesNotFitError
        Where `draw_panel` would, with the same words.
    """
    _draw(Rehearsal(), panel, blank=False)


def _draw(pen: Pen, panel: Panel, *, blank: bool) -> None:
    if panel.phone is not None:
        balloons = lay_out(panel.caption, _words(panel, {}), _PHONE_LIMIT)
        top = max((each.bottom for each in balloons), default=0.0)
        draw_phone(pen, panel.phone, panel.time, HEIGHT, top + 14 if balloons else 16, blank=blank)
        for balloon in balloons:
            draw_balloon(pen, balloon, None, 0, blank=blank)
        return
    spots = find_spots(panel.people, WIDTH, panel.shot)
    draw_near(panel, spots)
    balloons = lay_out(panel.caption, _words(panel, spots), _LIMITS[panel.shot])
    top = max((each.bottom for each in balloons), default=0.0)
    camera = aim(panel, top, WIDTH, HEIGHT)
    posed = [Posed(figure, camera.stand(figure, spots[figure.who])) for figure in panel.people]
    places = place_things(camera, panel, spots.values(), HEIGHT)
    stage = Stage(
        pen,
        camera.place,
        panel.time,
        rains=Thing.RAIN in panel.things,
        taken=(
            *(_room_of(each) for each in balloons),
            *(_head_of(each, panel, top) for each in posed),
            *(_body_of(each) for each in posed),
            *find_tall_ones(camera, places),
        ),
    )
    with pen.group("line", QUIET):
        PLACES[panel.place](stage)
    join_hands(posed, find_sights(camera, panel, places))
    draw_things_behind(stage, panel, places)
    for each in _back_to_front(posed):
        draw_figure(pen, each)
    draw_things_before(stage, panel, places)
    _draw_words(pen, balloons, panel, posed, blank=blank)


def _back_to_front(posed: list[Posed]) -> list[Posed]:
    """Small ones stand before tall ones; whose hand lies on someone is drawn after them."""
    return sorted(
        posed,
        key=lambda each: (each.lies_on_someone, -each.body.unit, -each.body.head_top),
    )


def _room_of(balloon: Balloon) -> Box:
    return (balloon.left, balloon.top, balloon.left + balloon.width, balloon.bottom)


def _body_of(each: Posed) -> Box:
    half = 0.8 * each.body.unit
    x, y = each.body.neck
    return (x - half, y, x + half, each.body.ground)


def _head_of(each: Posed, panel: Panel, words: float) -> Box:
    """A head, with the balloon's tail above it where it speaks."""
    x, y = each.body.head(0, 0)
    top = each.body.head_top
    speaks = any(say.who is each.figure.who for say in panel.says)
    half = (0.7 if speaks else 0.5) * each.body.unit
    return (x - half, min(words, top) if speaks else top, x + half, y + 0.5 * each.body.unit)


def _words(panel: Panel, spots: dict[PersonId, float]) -> list[Words]:
    holder = _phone_holder(panel)
    return [
        Words(say.text, say.kind, spots.get(say.who, spots.get(holder) if holder else None))
        for say in panel.says
    ]


def _phone_holder(panel: Panel) -> PersonId | None:
    """Whose phone a voice comes out of."""
    return next((figure.who for figure in panel.people if _has_phone(figure)), None)


def _has_phone(figure: Figure) -> bool:
    return figure.holds is Held.PHONE or figure.pose in (Pose.CALL, Pose.SCREEN)


def _draw_words(
    pen: Pen, balloons: list[Balloon], panel: Panel, posed: list[Posed], *, blank: bool
) -> None:
    by_who = {each.figure.who: each for each in posed}
    holder = _phone_holder(panel)
    says = iter(panel.says)
    for balloon in balloons:
        if balloon.words.kind is SayKind.CAPTION:
            draw_balloon(pen, balloon, None, 0)
            continue
        say = next(says)
        speaker = by_who.get(say.who)
        mouth: Point | None = None
        clear = 0.0
        if speaker is not None:
            body = speaker.body
            mouth, clear = body.mouth, body.unit * 0.98
            if say.kind is SayKind.THOUGHT or speaker.from_behind:
                mouth, clear = body.head(0, -30), body.unit * 0.4
        elif holder is not None:
            body = by_who[holder].body
            limb = body.near_arm if by_who[holder].figure.pose is Pose.CALL else body.far_arm
            mouth, clear = limb.end, body.unit * 0.4
        elif say.kind is not SayKind.PHONE:
            mouth, clear = (WIDTH + 30, balloon.bottom + 40), 40.0
        draw_balloon(pen, balloon, mouth, clear, blank=blank)
