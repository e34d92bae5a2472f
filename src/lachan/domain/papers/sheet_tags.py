"""What the QR code of an answer sheet says: which contest, form, sheet and page."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass

PREFIX = "LC1"
CHECK_LENGTH = 6

_TAG = re.compile(
    rf"(?P<body>{PREFIX}/(?P<slug>[^/]+)/(?P<code>[0-9]*)/(?P<serial>[0-9]+)/(?P<page>[0-9]+))"
    rf"/(?P<check>[0-9A-F]{{{CHECK_LENGTH}}})"
)


@dataclass(frozen=True, slots=True)
class SheetTag:
    """The tag of one page of one sheet; `form_code` is empty where the entrant blackens it.

    It holds no name and no number of an entrant: whoever finds a sheet learns nothing more
    from its QR code.
    """

    slug: str
    form_code: str
    serial: int
    page: int = 1

    def __str__(self) -> str:
        body = f"{PREFIX}/{self.slug}/{self.form_code}/{self.serial:06}/{self.page}"
        return f"{body}/{_check(body)}"


def parse_sheet_tag(text: str) -> SheetTag | None:
    """Return the tag that a QR code holds, or None if it is none of ours or was misread."""
    found = _TAG.fullmatch(text)
    if found is None or found["check"] != _check(found["body"]):
        return None
    return SheetTag(found["slug"], found["code"], int(found["serial"]), int(found["page"]))


def _check(body: str) -> str:
    return hashlib.sha256(body.encode()).hexdigest()[:CHECK_LENGTH].upper()
