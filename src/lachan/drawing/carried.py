"""What someone always has with them: it makes them known before a face does."""

from __future__ import annotations

from lachan.drawing.pen import INNER, OUTLINE, Matrix, Pen
from lachan.drawing.skeleton import Skeleton


def draw_carried_behind(pen: Pen, body: Skeleton) -> None:
    """Draw what is on the back."""
    if body.person.carries == "schoolbag":
        at = body.torso
        pen.path(
            "M-128 10C-140 -10 140 -10 128 10L132 92C120 108 -120 108 -132 92Z",
            at,
            "teal",
            width=OUTLINE,
        )


def draw_carried_front(pen: Pen, body: Skeleton) -> None:
    """Draw straps and what hangs at the side."""
    at = body.torso
    match body.person.carries:
        case "schoolbag":
            for side in (-1, 1):
                pen.path(
                    f"M{side * 56} -2C{side * 72} 30 {side * 78} 60 {side * 84} 84L{side * 96} 78C{side * 92} 50 {side * 88} 26 {side * 78} 2Z",
                    at,
                    "teal",
                )
        case "woven-bag":
            pen.path("M62 -4L-72 88", at, width=OUTLINE * 1.4, line="red")
            pen.path("M-112 84L-40 84L-46 128L-106 128Z", at, "navy", width=OUTLINE)
            pen.path("M-108 98L-44 98L-45 108L-107 108Z", at, "sun", width=INNER * 0.8)
        case "helmet":
            elbow = body.near_arm.middle
            hung = Matrix(
                body.unit * body.side, 0, 0, body.unit, elbow[0], elbow[1] + 0.08 * body.unit
            )
            pen.path("M-0.34 0.42C-0.4 -0.12 0.4 -0.12 0.34 0.42Z", hung, "orange", width=OUTLINE)
            pen.path(
                "M-0.36 0.3C-0.16 0.22 0.16 0.22 0.36 0.3L0.35 0.42L-0.35 0.42Z", hung, "cream"
            )
        case "glasses-string":
            pen.path("M-34 -8Q0 66 34 -8", at, line="ink", width=INNER)
            pen.ellipse((-12, 36), (14, 8), at, "sky")
            pen.ellipse((18, 36), (14, 8), at, "sky")
        case "shoulder-bag":
            pen.path("M58 -4L-84 84", at, width=OUTLINE * 1.2, line="hair-brown")
            pen.box((-118, 80), (66, 40), at, "hair-brown", width=OUTLINE, radius=8)
