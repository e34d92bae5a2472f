"""The head of what a school hands out, as the templates read it (truong.typ)."""

from __future__ import annotations

from lachan.domain.letterhead import Letterhead
from lachan.printing.pictures import PictureTray


def letterhead_data(head: Letterhead, tray: PictureTray) -> dict[str, str]:
    """Return the school's names, and where the template finds its logo; JSON-ready."""
    logo = ""
    if head.logo is not None:
        # Beside the pictures of the text, whose names are all below pictures/.
        name = f"logo{head.logo.suffix}"
        tray.files[name] = head.logo.data
        logo = f"/{name}"
    return {"school": head.school, "authority": head.authority, "logo": logo}
