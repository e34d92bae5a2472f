"""What a pose needs under and before it: stool, motorbike, wheelchair, desk, stove."""

from __future__ import annotations

from lachan.drawing.pen import INNER, OUTLINE, Matrix, Pen
from lachan.drawing.persons import Person
from lachan.drawing.skeleton import Skeleton


def _space(body: Skeleton) -> Matrix:
    """Sizes in heads; the origin is on the ground under the hips, x forward."""
    return Matrix(body.unit * body.side, 0, 0, body.unit, body.root[0], body.ground)


def _hips(body: Skeleton) -> float:
    return (body.ground - body.root[1]) / body.unit


def draw_seat(pen: Pen, body: Skeleton) -> None:
    """Draw what is sat on, behind the figure."""
    at = _space(body)
    if goes_by_wheelchair(body.person):
        _draw_wheelchair_back(pen, at, body)
    elif body.stance.seat == "stool":
        top = _hips(body) - body.frame.leg[0] * 0.9
        pen.path(
            f"M-0.5 {-top}L0.42 {-top}L0.52 0.02L0.36 0.02L0.3 {-top + 0.3}L-0.38 {-top + 0.3}L-0.44 0.02L-0.6 0.02Z",
            at,
            "blue",
            width=OUTLINE,
        )
        pen.box((-0.56, -top - 0.06), (1.04, 0.16), at, "blue", width=OUTLINE, radius=0.06)


def draw_saddle(pen: Pen, body: Skeleton) -> None:
    """Draw the motorbike between the rider's legs."""
    if body.stance.seat == "bike" and not goes_by_wheelchair(body.person):
        _draw_bike(pen, _space(body))


def draw_seat_front(pen: Pen, body: Skeleton) -> None:
    """Draw what of the seat lies before the legs."""
    if goes_by_wheelchair(body.person):
        at = _space(body)
        pen.ellipse((-0.18, -0.82), (0.86, 0.84), at, None, width=OUTLINE * 1.6)
        pen.ellipse((-0.18, -0.82), (0.68, 0.66), at, None, width=INNER, line="line")
        pen.ellipse((-0.18, -0.82), (0.1, 0.1), at, "line", width=INNER)
        pen.ellipse((1.05, -0.24), (0.24, 0.24), at, None, width=OUTLINE * 1.2)
        pen.path("M-0.1 -1.66L0.78 -1.66L0.8 -1.5L-0.1 -1.5Z", at, "teal", width=INNER)


def draw_sheet(pen: Pen, body: Skeleton) -> None:
    """Draw the sheet that is written on, below the hands."""
    if body.stance.desk != "desk":
        return
    high = max(_hips(body) + body.frame.torso * 0.3, 1.5)
    pen.path(
        f"M0.3 {-high + 0.02}L1.3 {-high + 0.02}L1.18 {-high - 0.26}L0.42 {-high - 0.26}Z",
        _space(body),
        "white",
        width=INNER,
    )


def draw_desk(pen: Pen, body: Skeleton) -> None:
    """Draw the desk or stove before a figure."""
    if not body.stance.desk:
        return
    at = _space(body)
    if body.stance.desk == "desk":
        high = max(_hips(body) + body.frame.torso * 0.3, 1.5)
        pen.box((-0.5, -high), (2.2, 0.16), at, "wood", width=OUTLINE, radius=0.04)
        pen.path(
            f"M-0.4 {-high + 0.16}L-0.25 {-high + 0.16}L-0.25 0L-0.4 0ZM1.45 {-high + 0.16}L1.6 {-high + 0.16}L1.6 0L1.45 0Z",
            at,
            "wood",
            width=OUTLINE,
        )
    else:
        high = _hips(body) - 0.1
        pen.box((0.1, -high), (2.0, high), at, "mist", width=OUTLINE, radius=0.05)
        pen.box((0.02, -high - 0.12), (2.16, 0.16), at, "wood", width=OUTLINE, radius=0.04)
        pen.path(
            f"M0.62 {-high - 0.62}L1.62 {-high - 0.62}L1.56 {-high - 0.12}L0.68 {-high - 0.12}Z",
            at,
            "line",
            width=OUTLINE,
        )
        pen.path(
            f"M0.5 {-high - 0.52}L0.62 {-high - 0.52}M1.62 {-high - 0.52}L1.76 {-high - 0.52}",
            at,
            width=OUTLINE * 1.4,
        )
        for x in (0.9, 1.16, 1.4):
            pen.path(
                f"M{x} {-high - 0.74}Q{x - 0.1} {-high - 0.88} {x} {-high - 0.98}Q{x + 0.1} {-high - 1.1} {x} {-high - 1.2}",
                at,
                line="line",
            )


def goes_by_wheelchair(person: Person) -> bool:
    """Whether someone sits in a wheelchair whatever they do."""
    return person.carries == "wheelchair"


def _draw_wheelchair_back(pen: Pen, at: Matrix, body: Skeleton) -> None:
    top = _hips(body) + body.frame.torso * 0.72
    pen.path(f"M-0.62 -1.1L-0.7 {-top}L-1.0 {-top}", at, width=OUTLINE * 2)
    pen.path(
        f"M-0.72 -1.3L-0.76 {-top + 0.1}L-0.5 {-top + 0.1}L-0.48 -1.2Z", at, "teal", width=OUTLINE
    )
    pen.box((-0.6, -1.42), (1.4, 0.2), at, "teal", width=OUTLINE, radius=0.06)
    pen.path("M0.78 -1.3L1.1 -0.3L1.5 -0.24", at, width=OUTLINE * 1.6)


def _draw_bike(pen: Pen, at: Matrix) -> None:
    """A scooter from its rear wheel to its front wheel; hands are at `skeleton.HANDLEBAR`."""
    for x in (-0.95, 2.2):
        pen.ellipse((x, -0.6), (0.6, 0.6), at, "ink", width=OUTLINE)
        pen.ellipse((x, -0.6), (0.34, 0.34), at, "line", width=INNER)
        pen.ellipse((x, -0.6), (0.1, 0.1), at, "mist", width=INNER)
    # The fork and the mudguard of the front wheel.
    pen.path("M1.62 -2.1L2.1 -0.6L2.3 -0.6L1.8 -2.16Z", at, "mist", width=INNER)
    pen.path("M1.56 -0.98C1.72 -1.42 2.5 -1.5 2.82 -0.9C2.5 -1.2 1.9 -1.2 1.56 -0.98Z", at, "red")
    # Body, footboard and shield in one.
    pen.path(
        "M-1.62 -1.5C-1.1 -1.98 -0.1 -1.9 0.4 -1.66L0.5 -0.5L1.22 -0.46L1.42 -2.2C1.44 -2.4 1.8 -2.4 1.8 -2.2"
        "L1.6 -0.4C1.56 -0.2 1.4 -0.16 1.2 -0.16L0.1 -0.18L-0.3 -0.6C-0.5 -1.2 -1.1 -1.2 -1.34 -1.0Z",
        at,
        "red",
        width=OUTLINE,
    )
    pen.path(
        "M-1.3 -1.86C-0.8 -2.14 0.1 -2.1 0.46 -1.86C0.5 -1.72 0.4 -1.64 0.3 -1.66C-0.2 -1.78 -0.8 -1.78 -1.2 -1.66Z",
        at,
        "ink",
        width=OUTLINE,
    )
    pen.path("M-1.66 -1.5L-1.46 -1.5L-1.44 -1.26L-1.6 -1.26Z", at, "sun")
    # The column with its bar, grip and lamp.
    pen.path("M1.46 -2.3L1.36 -2.86L1.6 -2.94L1.76 -2.3Z", at, "red", width=OUTLINE)
    pen.path("M1.5 -2.86L1.06 -2.9", at, width=OUTLINE * 2.4)
    pen.path("M1.5 -2.9L1.56 -3.2", at, width=OUTLINE)
    pen.ellipse((1.56, -3.28), (0.12, 0.1), at, "mist", width=INNER)
    pen.ellipse((1.74, -2.58), (0.14, 0.16), at, "cream", width=INNER)
