"""Read a school's logo: a small PNG or JPEG, judged before any library opens it."""

from __future__ import annotations

from pathlib import Path

from lachan.content.diagnostics import Diagnostics
from lachan.content.files import find_inside
from lachan.domain.letterhead import Logo
from lachan.domain.source import Source
from lachan.limits.files import LARGEST_LOGO, LONGEST_LOGO_SIDE

CODE = "FI011"

_PNG, _JPEG = b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"
# The frames of a JPEG that tell its size: all SOF markers, without DHT, JPG and DAC.
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}


def read_logo(school: Path, name: str, source: Source, diagnostics: Diagnostics) -> Logo | None:
    """Return the logo that `name` leads to in the school's folder, None where there is none.

    A file that is missing, too heavy, too large or no PNG or JPEG is reported at `source`.
    """
    if not name:
        return None
    path = find_inside([school], name)
    if path is None:
        fault = f'không có tệp "{name}" trong kho của trường'
    elif path.stat().st_size > LARGEST_LOGO.value:
        size = path.stat().st_size / 1_000_000
        fault = f'logo "{name}" nặng {size:.1f} MB, chỉ nhận đến {LARGEST_LOGO.spelled}'
    else:
        data = path.read_bytes()
        suffix, sides = _measure(data)
        if not suffix:
            fault = f'"{name}" không phải hình PNG hay JPEG'
        elif not 0 < max(sides) <= LONGEST_LOGO_SIDE.value or min(sides) < 1:
            fault = (
                f'logo "{name}" rộng {sides[0]}, cao {sides[1]} điểm ảnh; '
                f"mỗi chiều nhiều nhất {LONGEST_LOGO_SIDE.spelled}"
            )
        else:
            return Logo(suffix, data)
    hint = "dùng hình PNG hay JPEG nhỏ hơn, hoặc để trống logo"
    diagnostics.report(CODE, source, fault, hint)
    return None


def _measure(data: bytes) -> tuple[str, tuple[int, int]]:
    """Return the ending for a picture of this kind with its width and height; "" where it is none.

    Only its header is read, so that nothing is unpacked before its size is known.
    """
    if data.startswith(_PNG) and data[12:16] == b"IHDR" and len(data) >= 24:
        return ".png", (int.from_bytes(data[16:20]), int.from_bytes(data[20:24]))
    if data.startswith(_JPEG):
        at = 2
        while at + 9 <= len(data) and data[at] == 0xFF:
            if data[at + 1] in _FRAMES:
                height, width = data[at + 5 : at + 7], data[at + 7 : at + 9]
                return ".jpg", (int.from_bytes(width), int.from_bytes(height))
            at += 2 + int.from_bytes(data[at + 2 : at + 4])
    return "", (0, 0)
