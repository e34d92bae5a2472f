"""QR codes, drawn by segno: on paper, on a wall, in a terminal."""

from __future__ import annotations

from io import BytesIO, StringIO

import segno

# Any of the eight masks reads the same. Trying them all costs five times as much, 3 s for a
# thousand sheets; this one leaves no large blank areas in the short tags that we print.
MASK = 2

# On paper a crease or a pen stroke does not matter: 15 % may be lost.
_PRINTED = "m"
# Projectors are seldom in focus: a quarter may be lost.
_PROJECTED = "q"


def qr_matrix(text: str) -> tuple[bytes, ...]:
    """Return the rows of the printed code, a byte a module, 1 for dark; without a quiet zone."""
    return tuple(bytes(row) for row in _printed(text).matrix)


def render_qr(text: str) -> str:
    """Return the code to print as SVG of one path, a unit a module, without a quiet zone."""
    out = BytesIO()
    _printed(text).save(
        out, kind="svg", xmldecl=False, border=0, svgclass=None, lineclass=None, nl=False
    )
    return out.getvalue().decode()


def render_projected_qr(text: str) -> str:
    """Return the code to project as an SVG element with its quiet zone, that fills its place."""
    drawn: str = _make(text, _PROJECTED).svg_inline(
        omitsize=True, border=4, dark="#000", light="#fff"
    )
    return drawn


def projected_qr_uri(text: str) -> str:
    """Return the code to project as a data URL of a picture, with a narrow quiet zone."""
    drawn: str = _make(text, _PROJECTED).svg_data_uri(
        omitsize=True, border=3, dark="#000", light="#fff"
    )
    return drawn


def render_terminal_qr(text: str) -> str:
    """Return the code in half blocks, light on dark as terminals are."""
    out = StringIO()
    _make(text, _PRINTED).terminal(out=out, border=2, compact=True)
    return out.getvalue()


def _make(text: str, error: str) -> segno.QRCode:
    return segno.make_qr(text, error=error)


def _printed(text: str) -> segno.QRCode:
    return segno.make(text, error=_PRINTED, micro=False, boost_error=False, mask=MASK)
