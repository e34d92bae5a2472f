"""Hair and what is worn on it, as shapes in a head that is 100 high and looks to the right."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Piece:
    """A shape; `move` is how far it goes along when the head turns, `colour` empty for the hair's own."""

    path: str
    move: float = 0.0
    colour: str = ""


@dataclass(frozen=True, slots=True)
class Style:
    """`behind` lies under the head, `front` on it; `hanging` lies on the body too."""

    behind: tuple[Piece, ...] = ()
    front: tuple[Piece, ...] = ()
    hanging: tuple[Piece, ...] = ()


_PARTED = "M-45 8C-53 -28 -40 -59 0 -59C40 -59 53 -28 45 8C42 -2 41 -10 38 -22C27 -26 12 -33 2 -45C-8 -33 -24 -26 -38 -22C-41 -10 -42 -2 -45 8Z"
_BACK_COMBED = "M-45 8C-53 -28 -40 -59 0 -59C40 -59 53 -28 45 6C42 -12 32 -27 12 -33C-8 -34 -34 -22 -40 -8C-42 -2 -43 2 -45 8Z"
_LONG = (
    "M-46 -14C-56 -64 56 -64 46 -14C54 16 54 52 50 80C30 90 -30 90 -50 80C-54 52 -54 16 -46 -14Z"
)
_CROP = "M-45 2C-51 -26 -41 -58 0 -58C41 -58 51 -26 45 2C42 -8 41 -16 38 -24C22 -26 0 -31 -14 -41C-18 -32 -28 -25 -38 -22C-41 -14 -42 -8 -45 2Z"

STYLES: dict[str, Style] = {
    "short": Style(
        front=(
            Piece(
                "M-45 6C-51 -22 -42 -58 2 -59C44 -58 51 -24 45 4C42 -4 41 -10 38 -23C31 -27 25 -32 21 -38C8 -31 -16 -28 -36 -26C-40 -14 -42 -4 -45 6Z",
                2,
            ),
        ),
    ),
    "spiky": Style(
        front=(
            Piece(
                "M-45 4C-50 -24 -44 -55 -14 -59L-6 -67L2 -60L14 -66L18 -58C44 -52 50 -24 45 4C42 -4 40 -12 38 -24L28 -36L21 -28L10 -38L-1 -29L-12 -38L-22 -28L-30 -36L-38 -22C-41 -8 -42 -2 -45 4Z",
                2,
            ),
        ),
    ),
    "crop": Style(front=(Piece(_CROP, 2),)),
    "bob": Style(
        behind=(
            Piece(
                "M-50 30C-60 -12 -52 -60 0 -60C52 -60 60 -12 50 30C46 42 36 44 30 40L-30 40C-36 44 -46 42 -50 30Z"
            ),
        ),
        front=(
            Piece(
                "M-46 20C-54 -30 -40 -60 0 -60C40 -60 54 -30 46 20C42 10 40 -4 39 -24C26 -26 8 -28 -4 -30C-18 -31 -30 -28 -39 -22C-41 -4 -42 10 -46 20Z",
                2,
            ),
        ),
    ),
    "pigtails": Style(
        behind=(
            Piece("M-40 -22C-62 -34 -76 -10 -68 22C-64 34 -54 34 -50 24C-48 8 -44 -4 -38 -8Z"),
            Piece("M40 -22C62 -34 76 -10 68 22C64 34 54 34 50 24C48 8 44 -4 38 -8Z"),
        ),
        front=(
            Piece(_PARTED, 3),
            Piece("M-56 -24C-52 -30 -42 -28 -40 -20C-40 -12 -50 -10 -56 -14Z", 0, "red"),
            Piece("M56 -24C52 -30 42 -28 40 -20C40 -12 50 -10 56 -14Z", 0, "red"),
        ),
    ),
    "ponytail": Style(
        behind=(
            Piece("M-26 -46C-66 -62 -92 -20 -80 40C-76 52 -66 50 -62 40C-60 10 -58 -14 -34 -24Z"),
        ),
        front=(
            Piece(
                "M-45 8C-53 -28 -40 -59 0 -59C40 -59 53 -28 45 10C43 -2 42 -10 39 -22C30 -26 18 -32 12 -42C0 -32 -20 -27 -38 -21C-41 -8 -43 0 -45 8Z",
                3,
            ),
            Piece("M-48 -46C-44 -52 -36 -50 -33 -42C-33 -34 -42 -32 -48 -36Z", -2, "red"),
        ),
    ),
    "long": Style(behind=(Piece(_LONG, -3),), front=(Piece(_PARTED, 3),)),
    "long-bangs": Style(
        behind=(Piece(_LONG, -3),),
        front=(
            Piece(
                "M-46 22C-54 -30 -40 -60 0 -60C40 -60 54 -30 46 22C42 10 41 -4 39 -25C26 -30 -26 -30 -39 -25C-41 -4 -42 10 -46 22Z",
                2,
            ),
        ),
    ),
    "braid": Style(
        behind=(
            Piece("M-44 -8C-52 -60 52 -60 44 -8C48 12 44 26 38 32L-38 32C-44 26 -48 12 -44 -8Z"),
        ),
        front=(Piece(_PARTED, 3),),
        hanging=(
            Piece(
                "M-40 22C-52 30 -50 44 -40 48C-52 54 -50 68 -40 72C-50 78 -48 90 -38 96C-30 88 -28 78 -36 72C-26 68 -24 54 -34 48C-24 44 -26 28 -32 22Z"
            ),
            Piece("M-46 94C-44 88 -32 88 -30 94C-32 102 -44 102 -46 94Z", 0, "teal"),
        ),
    ),
    "bun": Style(
        behind=(Piece("M-30 -58C-30 -84 14 -84 14 -58C14 -36 -30 -36 -30 -58Z", -8),),
        front=(Piece(_BACK_COMBED, 3),),
    ),
    "low-bun": Style(
        behind=(Piece("M-66 12C-66 -10 -36 -12 -32 8C-30 30 -62 34 -66 12Z"),),
        front=(Piece(_BACK_COMBED, 3),),
    ),
    "wavy": Style(
        behind=(
            Piece(
                "M-48 -10C-58 -64 58 -64 48 -10C60 4 50 18 56 32C62 48 46 58 36 52L-36 52C-46 58 -62 48 -56 32C-50 18 -60 4 -48 -10Z"
            ),
        ),
        front=(
            Piece(
                "M-46 12C-54 -28 -40 -59 0 -59C40 -59 54 -28 46 12C42 0 41 -8 39 -22C28 -26 14 -34 10 -44C-2 -33 -24 -26 -39 -22C-41 -6 -43 2 -46 12Z",
                3,
            ),
        ),
    ),
    "receding": Style(
        front=(
            Piece("M-45 10C-52 -18 -44 -50 -8 -57C-24 -50 -34 -38 -37 -20C-40 -12 -42 0 -45 10Z"),
            Piece("M45 10C52 -18 44 -50 8 -57C24 -50 34 -38 37 -20C40 -12 42 0 45 10Z"),
            Piece("M-20 -54C-10 -62 12 -62 20 -54C10 -50 -10 -50 -20 -54Z"),
        ),
    ),
}
"""Hair by its name; `cast` says who wears which."""

FROM_BEHIND = Piece(
    "M-45 6C-53 -28 -44 -60 0 -60C44 -60 53 -28 45 6C44 30 30 46 0 46C-30 46 -44 30 -45 6Z"
)

HATS: dict[str, Style] = {
    "cap": Style(
        front=(
            Piece("M-48 -20C-52 -72 52 -72 48 -20C20 -34 -20 -34 -48 -20Z", 0, "red"),
            Piece(
                "M2 -34C30 -42 60 -36 74 -22C70 -14 60 -14 52 -18C36 -25 18 -27 2 -25Z", 2, "red"
            ),
        ),
    ),
    "guard-cap": Style(
        front=(
            Piece("M-50 -30C-62 -62 62 -62 50 -30L48 -18C20 -28 -20 -28 -48 -18Z", 0, "navy"),
            Piece("M-30 -29C0 -37 40 -34 56 -18C40 -22 -8 -26 -34 -20Z", 4, "ink"),
        ),
    ),
    "police-cap": Style(
        front=(
            Piece("M-48 -30C-66 -58 66 -58 48 -30L47 -18C20 -28 -20 -28 -47 -18Z", 0, "leaf-dark"),
            Piece("M-47 -30C-20 -40 20 -40 47 -30L47 -20C20 -30 -20 -30 -47 -20Z", 0, "red"),
            Piece("M-28 -30C0 -38 40 -35 54 -19C40 -23 -8 -27 -32 -21Z", 4, "ink"),
        ),
    ),
    "beret": Style(
        front=(
            Piece(
                "M-50 -26C-64 -48 -40 -74 2 -72C44 -72 62 -50 48 -28C20 -38 -20 -38 -50 -26Z",
                -2,
                "hair-brown",
            ),
            Piece("M-4 -72C-4 -80 4 -80 4 -72Z", -2, "hair-brown"),
        ),
    ),
    "helmet": Style(
        front=(
            Piece(
                "M-54 2C-60 -76 60 -76 54 2C46 -14 38 -26 20 -30L-20 -30C-38 -26 -46 -14 -54 2Z",
                0,
                "orange",
            ),
            Piece("M-53 -20C-20 -40 20 -40 53 -20L54 -8C20 -30 -20 -30 -54 -8Z", 1, "cream"),
        ),
    ),
    "work-helmet": Style(
        front=(
            Piece("M-48 -20C-50 -74 50 -74 48 -20Z", 0, "sun"),
            Piece("M-58 -16C-30 -30 30 -30 62 -16C50 -12 -40 -12 -58 -16Z", 2, "sun"),
        ),
    ),
    "headset": Style(
        front=(
            Piece("M-48 4C-56 -72 56 -72 48 4L43 2C46 -60 -46 -60 -43 2Z", 0, "ink"),
            Piece("M-54 -8C-42 -12 -36 -6 -36 6C-36 18 -44 22 -54 18Z", 2, "teal"),
            Piece("M-46 18C-40 40 -20 42 -8 38L-8 33C-20 36 -36 34 -41 16Z", 8, "ink"),
        ),
    ),
}
"""What is worn on the head, by its name."""
