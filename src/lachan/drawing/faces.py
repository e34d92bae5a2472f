"""Twelve feelings from three parts: brows, eyes, mouth; drawn in a head that is 100 high."""

from __future__ import annotations

from dataclasses import dataclass

from lachan.domain.comic_words import Face
from lachan.drawing.pen import INNER, Matrix, Pen


@dataclass(frozen=True, slots=True)
class Brows:
    """Heights (up is positive) of the inner and outer ends and of the middle, near eye first."""

    inner: float = 0.0
    outer: float = 0.0
    bow: float = 3.0
    odd: float = 0.0
    """How much higher the second brow is."""


@dataclass(frozen=True, slots=True)
class Eyes:
    """`open` from 0 to 1.3; `lid` covers from above; `shut` is an arc up (1) or down (-1)."""

    open: float = 1.0
    lid: float = 0.0
    shut: int = 0
    pupil: float = 1.0
    gaze: tuple[float, float] = (0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Mouth:
    """A path around (0, 0); an open one is filled, a large one shows a tongue."""

    line: str
    open: bool = False
    tongue: bool = True


@dataclass(frozen=True, slots=True)
class Parts:
    """One feeling."""

    brows: Brows
    eyes: Eyes
    mouth: Mouth
    blush: bool = False
    tilt: float = 0.0
    """How far the head leans, in degrees; positive bows it forward."""
    chin: bool = False
    """Whether the chin is set: a short line under the mouth."""


FACES: dict[Face, Parts] = {
    Face.CALM: Parts(Brows(), Eyes(), Mouth("M-9 0Q0 6 9 0")),
    Face.GLAD: Parts(Brows(3, 2, 5), Eyes(), Mouth("M-15 -4C-8 11 8 11 15 -4"), blush=True),
    Face.LAUGHING: Parts(
        Brows(5, 3, 6),
        Eyes(shut=1),
        Mouth("M-17 -6Q0 -2 17 -6C15 16 -15 16 -17 -6Z", open=True),
        blush=True,
    ),
    Face.SHY: Parts(
        Brows(7, 0, 4),
        Eyes(open=0.95, lid=0.46, gaze=(-7, 7)),
        Mouth("M-8 1Q-4 -3 0 1Q4 5 8 0"),
        blush=True,
        tilt=9,
    ),
    Face.PUZZLED: Parts(
        Brows(2, 1, 3, odd=9),
        Eyes(open=1.05, gaze=(6, -8)),
        Mouth("M6 -5C11 -5 12 4 6 4C0 4 1 -5 6 -5Z", open=True, tongue=False),
        tilt=-9,
    ),
    Face.DOUBTFUL: Parts(
        Brows(0, 0, 0, odd=7), Eyes(open=0.95, lid=0.4, gaze=(7, 0)), Mouth("M-11 -1Q-2 3 10 4")
    ),
    Face.WORRIED: Parts(Brows(8, -3, 0), Eyes(gaze=(0, 1)), Mouth("M-10 4Q-5 -3 0 0Q5 3 10 -1")),
    Face.STARTLED: Parts(
        Brows(11, 8, 5),
        Eyes(open=1.32, pupil=0.72),
        Mouth("M0 -8C7 -8 9 -2 9 3C9 9 5 12 0 12C-5 12 -9 9 -9 3C-9 -2 -7 -8 0 -8Z", open=True),
    ),
    Face.SAD: Parts(
        Brows(8, -5, -1), Eyes(open=0.9, lid=0.4, gaze=(0, 6)), Mouth("M-11 5C-6 -4 6 -4 11 5")
    ),
    Face.ANGRY: Parts(Brows(-8, 4, 1), Eyes(open=0.9, lid=0.28), Mouth("M-11 4C-6 -3 6 -3 11 4")),
    Face.DETERMINED: Parts(
        Brows(-3, 0, 0), Eyes(open=1.05), Mouth("M-12 -2Q0 4 12 -2"), tilt=-3, chin=True
    ),
    Face.RELIEVED: Parts(
        Brows(4, -1, 4),
        Eyes(shut=-1),
        Mouth("M-12 -4Q0 -1 12 -4C9 9 -9 9 -12 -4Z", open=True),
        blush=True,
    ),
}
"""Every feeling once."""

EYE_HEIGHT = 5.0
EYE_APART = 17.5
EYE_SIZE = (8.6, 10.0)
PUPIL_SIZE = (6.2, 7.6)
BROW_ABOVE = 18.0
MOUTH_HEIGHT = 29.0


@dataclass(frozen=True, slots=True)
class Features:
    """What of a face is a person's own and not a feeling's."""

    brow: str = "hair"
    brow_width: float = 2.9
    lashes: bool = False
    old: bool = False
    glasses: bool = False
    moustache: str = ""


def draw_face(pen: Pen, head: Matrix, face: Face, own: Features, turn: float) -> None:
    """Draw brows, eyes, nose and mouth.

    Parameters
    ----------
    head
        From the head's space (its centre is 0, it is 100 high, it looks to the right) to the panel.
    turn
        0 looks at the reader, 1 half to the right.
    """
    parts = FACES[face]
    bold = _bold(head)
    shift = 12.0 * turn
    if parts.blush:
        for x in (-27 + shift * 1.3, 27 + shift * 0.55):
            pen.ellipse((x, 20), (9, 5.5), head, "rose", line=None)
    for index, side in enumerate((-1, 1)):
        narrow = 1 - 0.12 * turn if side > 0 else 1.0
        centre = (side * EYE_APART * (1 - 0.1 * turn) + shift, EYE_HEIGHT)
        _draw_eye(pen, head, parts.eyes, own, centre, narrow, side, bold)
        _draw_brow(pen, head, parts.brows, own, centre, side, index, bold)
    _draw_nose(pen, head, turn, bold)
    _draw_mouth(pen, head.moved(shift * 0.95, MOUTH_HEIGHT), parts.mouth, own, bold)
    if parts.chin:
        pen.path("M-5 11Q0 9 5 11", head.moved(shift * 0.95, MOUTH_HEIGHT), width=bold)
    if own.old:
        for side in (-1, 1):
            pen.path(
                f"M{side * 13 + shift} 18Q{side * 18 + shift} 23 {side * 17 + shift} 29",
                head,
                width=bold * 0.7,
            )
    if own.glasses:
        _draw_glasses(pen, head, shift, turn, bold)


def _bold(head: Matrix) -> float:
    """Inner lines of a face: thin on a small head, so that it does not fill with ink."""
    return max(1.15, min(2.6, INNER * head.size / 0.55))


def _draw_eye(
    pen: Pen,
    head: Matrix,
    eyes: Eyes,
    own: Features,
    centre: tuple[float, float],
    narrow: float,
    side: int,
    bold: float,
) -> None:
    x, y = centre
    rx, ry = EYE_SIZE[0] * narrow, EYE_SIZE[1] * eyes.open
    if eyes.shut:
        rise = -9 if eyes.shut > 0 else 7
        pen.path(
            f"M{x - rx - 1} {y + 2}Q{x} {y + rise + 2} {x + rx + 1} {y + 2}",
            head,
            width=bold * 1.25,
        )
        return
    top = y - ry + 2 * ry * eyes.lid
    if eyes.lid:
        # Only what the lid leaves open: a chord, and the arc below it.
        chord = rx * (1 - (1 - 2 * eyes.lid) ** 2) ** 0.5
        low = y + ry + (y + ry - top) * 0.33
        pen.path(
            f"M{x - chord} {top}L{x + chord} {top}C{x + rx} {low} {x - rx} {low} {x - chord} {top}Z",
            head,
            "white",
            line=None,
        )
    else:
        pen.ellipse((x, y), (rx, ry), head, "white", line=None)
    px, py = PUPIL_SIZE[0] * eyes.pupil, PUPIL_SIZE[1] * eyes.pupil
    gx = x + max(-rx + px - 1.2, min(rx - px + 1.2, eyes.gaze[0] * 0.7))
    gy = max(top + py * 0.55, min(y + ry - py + 1, y + eyes.gaze[1] * 0.7))
    pen.ellipse((gx, gy), (px, py), head, "ink", line=None)
    if head.size > 0.8:
        pen.ellipse((gx - px * 0.35, gy - py * 0.4), (px * 0.33,) * 2, head, "white", line=None)
    # The upper lid, and skin above it where it hangs.
    half = rx * (1.0 if eyes.lid else 0.98)
    bow = max(0.0, (top - (y - ry)) * 0.2)
    lid = f"M{x - half} {top + (ry * 0.62 if not eyes.lid else 1)}Q{x} {top - ry * 0.42 + bow} {x + half} {top + (ry * 0.62 if not eyes.lid else 1)}"
    if eyes.lid:
        lid = f"M{x - half - 1} {top + 1}L{x + half + 1} {top + 1}"
    pen.path(lid, head, width=bold * 1.15)
    if own.lashes:
        tip = x + side * (half + 3.6)
        start = top + (ry * 0.55 if not eyes.lid else 1)
        pen.path(f"M{x + side * half} {start}L{tip} {start - 3.6}", head, width=bold)


def _draw_brow(
    pen: Pen,
    head: Matrix,
    brows: Brows,
    own: Features,
    centre: tuple[float, float],
    side: int,
    index: int,
    bold: float,
) -> None:
    x, y = centre
    base = y - BROW_ABOVE - (brows.odd if index else 0)
    inner_x, outer_x = x - side * 9, x + side * 10.5
    middle = base - max(brows.inner, brows.outer) / 2 - brows.bow
    pen.path(
        f"M{inner_x} {base - brows.inner}Q{x} {middle} {outer_x} {base - brows.outer}",
        head,
        line=own.brow,
        width=bold * own.brow_width * 0.72,
    )


def _draw_nose(pen: Pen, head: Matrix, turn: float, bold: float) -> None:
    if turn:
        pen.path(f"M{14 * turn} 7Q{23 * turn} 15 {15 * turn} 18", head, width=bold * 0.9)
    else:
        pen.path("M-4 15Q0 19 4 15", head, width=bold * 0.9)


def _draw_mouth(pen: Pen, at: Matrix, mouth: Mouth, own: Features, bold: float) -> None:
    if mouth.open:
        pen.path(mouth.line, at, "ink", width=bold)
        if mouth.tongue:
            pen.path("M-7 6Q0 0 7 6Q0 10 -7 6Z", at, "rose", line=None)
    else:
        pen.path(mouth.line, at, width=bold * 1.2)
    if own.moustache:
        pen.path(
            "M0 -11Q-9 -12 -14 -5Q-7 -6 0 -7Q7 -6 14 -5Q9 -12 0 -11Z", at, own.moustache, line=None
        )


def _draw_glasses(pen: Pen, head: Matrix, shift: float, turn: float, bold: float) -> None:
    for side in (-1, 1):
        x = side * EYE_APART * (1 - 0.1 * turn) + shift
        pen.box((x - 14, EYE_HEIGHT - 13), (28, 26), head, None, width=bold * 1.1, radius=11)
    pen.path(f"M{shift - 3} {EYE_HEIGHT - 2}L{shift + 3} {EYE_HEIGHT - 2}", head, width=bold * 1.1)
    near = -EYE_APART * (1 - 0.1 * turn) + shift - 14
    pen.path(f"M{near} {EYE_HEIGHT - 3}L-41 {EYE_HEIGHT - 4}", head, width=bold * 1.1)
    if not turn:
        pen.path(f"M{EYE_APART + 14} {EYE_HEIGHT - 3}L41 {EYE_HEIGHT - 4}", head, width=bold * 1.1)
