"""Figures, panels and strips of the tests' own."""

from __future__ import annotations

from typing import Any

from lachan.domain.comic_words import Face, PersonId, Place, Pose, SayKind, Shot
from lachan.domain.comics import Comic, Figure, Panel, Saying
from lachan.domain.kinds import Band


def panel(
    *people: Figure,
    says: tuple[Saying, ...] = (),
    shot: Shot = Shot.MIDDLE,
    place: Place = Place.ALLEY,
    **more: Any,
) -> Panel:
    return Panel(place, shot, "Ai đó ở đâu đó.", people=people, says=says, **more)


def say(who: PersonId, text: str, kind: SayKind = SayKind.SPEECH) -> Saying:
    return Saying(who, text, kind)


def figure(who: PersonId, pose: Pose = Pose.STANDING, face: Face = Face.CALM) -> Figure:
    return Figure(who, pose, face)


def comic(*panels: Panel, blank: tuple[int, ...] = ()) -> Comic:
    return Comic("bai-mau", "bai-mau", Band.LOWER_SECONDARY, "Thử", panels, blank, ("Vì sao?",))
