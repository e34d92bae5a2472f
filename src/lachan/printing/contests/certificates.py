"""Certificates of a contest, to be signed by hand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from lachan.printing.typst_engine import compile_pdf

HEADING = "GIẤY CHỨNG NHẬN"
SIGNER = "TM. BAN TỔ CHỨC"


@dataclass(frozen=True, slots=True)
class Award:
    """What one certificate says.

    Attributes
    ----------
    name
        Of a person, or of a class or school; "" leaves a dotted line to write on.
    prize
        "" for having taken part.
    """

    name: str
    class_name: str = ""
    school: str = ""
    prize: str = ""
    collective: bool = False


@dataclass(frozen=True, slots=True)
class CertificateStyle:
    """What all certificates of a contest share.

    Attributes
    ----------
    authority, organiser
        Cơ quan chủ quản and đơn vị tổ chức; each may be empty.
    place
        Where it is signed; "" leaves dots.
    signed_on
        The date; None leaves dots.
    signer
        The line above the signature, which stays blank.
    """

    organiser: str = ""
    authority: str = ""
    place: str = ""
    signed_on: date | None = None
    signer: str = SIGNER


def render_certificates(contest: str, awards: Sequence[Award], style: CertificateStyle) -> bytes:
    """Return a PDF with a page for each award, in their order."""
    data = {
        "heading": HEADING,
        "contest": contest,
        "authority": style.authority,
        "organiser": style.organiser,
        "dated": _dated(style),
        "signer": style.signer,
        "awards": [_award(award) for award in awards],
    }
    return compile_pdf("chung-nhan.typ", data, f"Giấy chứng nhận – {contest}")


def _award(award: Award) -> dict[str, Any]:
    parts = [f"Lớp {award.class_name}" if award.class_name else "", award.school]
    return {
        "name": award.name,
        "line": ", ".join(part for part in parts if part),
        "prize": award.prize,
        "collective": award.collective,
        "reason": "trong" if award.prize else "Đã hoàn thành bài dự thi trong",
    }


def _dated(style: CertificateStyle) -> str:
    """Return place and date as documents write them (Nghị định 30/2020/NĐ-CP, Phụ lục I)."""
    day = style.signed_on
    place = style.place or "………………"
    if day is None:
        return f"{place}, ngày …… tháng …… năm ………"
    month = f"{day.month:02}" if day.month < 3 else str(day.month)
    return f"{place}, ngày {day.day:02} tháng {month} năm {day.year}"
