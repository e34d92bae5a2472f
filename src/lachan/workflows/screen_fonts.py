"""The small fonts of the screens, made once on a machine and kept for the next start."""

from __future__ import annotations

import contextlib
import logging
from collections.abc import Callable
from functools import lru_cache

from platformdirs import user_cache_path

from lachan.printing import SCREEN_FACES, screen_font, screen_font_recipe
from lachan.workflows.write_files import write_bytes

log = logging.getLogger(__name__)

FONT_FAMILY = "Lachan Sans"
FONT_WEIGHTS = tuple(SCREEN_FACES)

# A WOFF2 file begins with this, and tells its whole length in the third word (W3C WOFF 2.0, 5.1).
_SIGNATURE = b"wOF2"
_LENGTH = slice(8, 12)


@lru_cache(maxsize=len(FONT_WEIGHTS))
def open_screen_font(weight: int) -> bytes:
    """Return `lachan.printing.screen_font` at a weight, from the user's cache where it is there.

    A cache that cannot be read or written, or holds half a file, costs time and nothing else.
    """
    file = user_cache_path("lachan") / f"chu-{weight}-{screen_font_recipe(weight).hex()[:32]}.woff2"
    with contextlib.suppress(OSError):
        kept = file.read_bytes()
        if kept.startswith(_SIGNATURE) and int.from_bytes(kept[_LENGTH], "big") == len(kept):
            return kept
    made = screen_font(weight)
    try:
        write_bytes(file, made)
    except OSError as error:
        log.debug("The font is not kept at %s: %s", file, error)
    return made


def render_font_faces(find_address: Callable[[int], str]) -> str:
    """Return the style sheet that names the fonts; `find_address` gives that of a weight's file."""
    return "".join(
        f'@font-face {{ font-family: "{FONT_FAMILY}"; font-weight: {weight}; '
        f'font-display: swap; src: url("{find_address(weight)}") format("woff2"); }}\n'
        for weight in FONT_WEIGHTS
    )
