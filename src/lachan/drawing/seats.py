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
    elif body.stance.seat == "bike":
        _draw_bike(pen, at)


def draw_seat_front(pen: Pen, body: Skeleton) -> None:
    """Draw what of the seat lies before the legs."""
    if goes_by_wheelchair(body.person):
        at = _space(body)
        pen.ellipse((-0.18, -0.82), (0.86, 0.84), at, None, width=OUTLINE * 1.6)
        pen.ellipse((-0.18, -0.82), (0.68, 0.66), at, None, width=INNER, line="line")
        pen.ellipse((-0.18, -0.82), (0.1, 0.1), at, "line", width=INNER)
        pen.ellipse((1.05, -0.24), (0.24, 0.24), at, None, width=OUTLINE * 1.2)
        pen.path("M-0.1 -1.66L0.78 -1.66L0.8 -1.5L-0.1 -1.5Z", at, "teal", width=INNER)


def draw_desk(pen: Pen, body: Skeleton) -> None:
    """Draw the desk or stove before a figure."""
    if not body.stance.desk:
        return
    at = _space(body)
    if body.stance.desk == "desk":
        high = max(_hips(body) + body.frame.torso * 0.3, 1.5)
        pen.box((-0.55, -high), (2.3, 0.16), at, "wood", width=OUTLINE, radius=0.04)
        pen.path(
            f"M-0.45 {-high + 0.16}L-0.3 {-high + 0.16}L-0.3 0L-0.45 0ZM1.5 {-high + 0.16}L1.65 {-high + 0.16}L1.65 0L1.5 0Z",
            at,
            "wood",
            width=OUTLINE,
        )
        pen.path(
            f"M0.42 {-high - 0.02}L1.02 {-high - 0.02}L0.94 {-high - 0.1}L0.5 {-high - 0.1}Z",
            at,
            "white",
            width=INNER,
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
    at = at.scaled(1.55)
    for x in (-0.78, 0.98):
        pen.ellipse((x, -0.4), (0.4, 0.4), at, "ink", width=OUTLINE)
        pen.ellipse((x, -0.4), (0.24, 0.24), at, "line", width=INNER)
    pen.path(
        "M-1.0 -0.86C-0.7 -1.06 -0.1 -1.0 0.1 -0.86L0.2 -0.5L0.56 -0.5L0.86 -1.3L1.04 -1.24L0.92 -0.5L0.72 -0.3L-0.5 -0.3L-0.92 -0.62Z",
        at,
        "red",
        width=OUTLINE,
    )
    pen.path(
        "M-0.86 -1.02C-0.6 -1.14 -0.1 -1.1 0.16 -0.94L0.1 -0.84L-0.9 -0.86Z",
        at,
        "ink",
        width=OUTLINE,
    )
    pen.path("M0.84 -1.34L0.62 -1.48", at, width=OUTLINE * 1.8)
    pen.ellipse((1.04, -1.14), (0.12, 0.12), at, "cream", width=INNER)
