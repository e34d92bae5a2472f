"""QR codes as SVG, drawn by segno."""

from __future__ import annotations

from io import BytesIO

import segno

# Any of the eight masks reads the same. Trying them all costs five times as much, 3 s for a
# thousand sheets; this one leaves no large blank areas in the short tags that we print.
MASK = 2


def qr_matrix(text: str) -> tuple[bytes, ...]:
    """Return the rows of the code, a byte a module, 1 for dark; without a quiet zone."""
    return tuple(bytes(row) for row in _code(text).matrix)


def render_qr(text: str) -> str:
    """Return the code as SVG of one path, a unit a module, without a quiet zone.

    Error correction M (15 %): a crease or a pen stroke does not matter.
    """
    out = BytesIO()
    _code(text).save(
        out, kind="svg", xmldecl=False, border=0, svgclass=None, lineclass=None, nl=False
    )
    return out.getvalue().decode()


def _code(text: str) -> segno.QRCode:
    return segno.make(text, error="m", micro=False, boost_error=False, mask=MASK)
