"""Draw the cast, faces, poses, places and all strips as contact sheets, to be looked at.

``python tools/contact_sheets.py [FOLDER]`` writes SVG files: cast × faces, cast × poses, places at
three times, things, and every comic of this repository with its worksheet and its steps' pictures.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from lachan.content import load_content
from lachan.domain.comic_words import (
    PERSON_NAMES,
    Face,
    Look,
    Outfit,
    PersonId,
    Place,
    Pose,
    Shot,
    Thing,
    Time,
)
from lachan.domain.comics import Figure, Panel
from lachan.drawing import sheet_svg, strip_svg

ROOT = Path(__file__).parents[1]


def _alone(figure: Figure, shot: Shot) -> Panel:
    return Panel(Place.LIVING_ROOM, shot, "", caption=PERSON_NAMES[figure.who], people=(figure,))


def _faces() -> Iterator[Panel]:
    for who in PersonId:
        for index, face in enumerate(Face):
            look = (Look.FRONT, Look.RIGHT, Look.LEFT)[index % 3]
            yield _alone(Figure(who, face=face, looks=look), Shot.CLOSE)


def _poses() -> Iterator[Panel]:
    for who in PersonId:
        for index, pose in enumerate(Pose):
            outfit = (Outfit.FIRST, Outfit.SECOND)[index % 2]
            yield _alone(Figure(who, pose, looks=Look.RIGHT, outfit=outfit), Shot.WIDE)


def _places() -> Iterator[Panel]:
    people = (Figure(PersonId.THU, looks=Look.RIGHT), Figure(PersonId.BAY, looks=Look.LEFT))
    for place in Place:
        for time, shot in zip(Time, Shot, strict=True):
            if place is not Place.PHONE:
                yield Panel(place, shot, "", time=time, people=people)


def _things() -> Iterator[Panel]:
    for thing in Thing:
        board = "Hỏi trước khi đi" if thing is Thing.BOARD_TEXT else ""
        poster = "Gọi 111, miễn phí" if thing is Thing.POSTER else ""
        yield Panel(
            Place.CLASSROOM,
            Shot.WIDE,
            "",
            caption=thing,
            things=(thing,),
            board=board,
            poster=poster,
        )


def main(folder: Path) -> None:
    """Write all sheets to a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    sheets: dict[str, tuple[Iterable[Panel], int]] = {
        "net-mat": (_faces(), len(Face)),
        "tu-the": (_poses(), len(Pose)),
        "noi-chon": (_places(), len(Time)),
        "do-vat": (_things(), 5),
    }
    for name, (panels, columns) in sheets.items():
        (folder / f"{name}.svg").write_text(sheet_svg(panels, columns), encoding="utf-8")
    for comic in load_content(ROOT).comics:
        for ending, blank in (("", False), ("-trong", True)):
            name = f"{comic.band}-{comic.slug}{ending}.svg"
            (folder / name).write_text(strip_svg(comic, blank=blank), encoding="utf-8")
        if comic.pictures:
            steps = sheet_svg((picture.panel for picture in comic.pictures), 2)
            (folder / f"{comic.band}-{comic.slug}-buoc.svg").write_text(steps, encoding="utf-8")
    print(f"{folder}: {len(list(folder.glob('*.svg')))} tờ")


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "out/tranh"))
