"""A head on the panel: its hair behind, the face, its hair in front, what is worn on it."""

from __future__ import annotations

from lachan.domain.comic_words import Face
from lachan.drawing.faces import draw_face
from lachan.drawing.hair import FROM_BEHIND, HATS, STYLES, Piece
from lachan.drawing.pen import INNER, OUTLINE, Matrix, Pen
from lachan.drawing.skeleton import Skeleton

_CHEEKS = 1.06


def _skull(turn: float, broad: float) -> str:
    """Return the head's outline: broader cheeks for children, the chin where it turns to."""
    b, t = 43 * broad, 7 * turn
    return (
        f"M0 -50C26 -50 {b} -33 {b} -4C{b} 14 {b - 5 + t} 27 {25 + t} 40C{17 + t} 48 {9 + t} 51 {t} 51"
        f"C{-9 + t} 51 {-18 + t} 48 {-27 + t} 39C{-b + 4} 27 {-b} 14 {-b} -4C{-b} -33 -26 -50 0 -50Z"
    )


def draw_hair_behind(pen: Pen, body: Skeleton) -> None:
    """Draw what hangs behind head and shoulders."""
    _draw(pen, body, STYLES[body.person.hair].behind)


def draw_head(pen: Pen, body: Skeleton, face: Face, hat: str) -> None:
    """Draw the head that looks at the reader or half to a side."""
    person, head, turn = body.person, body.head, body.turn
    broad = _CHEEKS if person.heads <= 5 else 0.98
    ears = ((-41 * broad + 7 * turn, 5),) if turn else ((-43 * broad, 4), (43 * broad, 4))
    for x, y in ears:
        if not turn:
            pen.ellipse((x, y), (7, 10), head, person.skin, width=OUTLINE)
    pen.path(_skull(turn, broad), head, person.skin, width=OUTLINE)
    draw_face(pen, head, face, person.features, turn)
    _draw(pen, body, STYLES[person.hair].front)
    if turn and person.hair in ("short", "spiky", "crop", "bun", "low-bun", "receding", "ponytail"):
        pen.ellipse((-35 * broad, 7), (6.5, 9.5), head, person.skin, width=INNER)
    _draw(pen, body, HATS[hat].front if hat else ())


def draw_head_from_behind(pen: Pen, body: Skeleton, hat: str) -> None:
    """Draw the head of someone who looks away."""
    person = body.person
    for x in (-43, 43):
        pen.ellipse((x, 4), (7, 10), body.head, person.skin, width=OUTLINE)
    _draw(pen, body, (FROM_BEHIND,))
    _draw(pen, body, STYLES[person.hair].behind)
    _draw(pen, body, HATS[hat].front[:1] if hat else ())


def draw_hair_hanging(pen: Pen, body: Skeleton) -> None:
    """Draw the hair that lies over the clothes."""
    _draw(pen, body, STYLES[body.person.hair].hanging)


def _draw(pen: Pen, body: Skeleton, pieces: tuple[Piece, ...]) -> None:
    for piece in pieces:
        at: Matrix = body.head.moved(piece.move * body.turn, 0)
        pen.path(piece.path, at, piece.colour or body.person.hair_colour, width=OUTLINE * 0.9)
