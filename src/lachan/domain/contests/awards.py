"""What a certificate of a contest says, whatever it is made with."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

HEADING = "GIẤY CHỨNG NHẬN"
SIGNER = "TM. BAN TỔ CHỨC"
# Quốc hiệu and Tiêu ngữ (Nghị định 30/2020/NĐ-CP, Phụ lục I).
NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
DOTS = "………………"


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

    @property
    def given_to(self) -> str:
        """The words above the name."""
        return "Trao cho tập thể" if self.collective else "Trao cho"

    @property
    def line(self) -> str:
        """Class and school, as far as they are known."""
        parts = [f"Lớp {self.class_name}" if self.class_name else "", self.school]
        return ", ".join(part for part in parts if part)

    @property
    def reason(self) -> str:
        """What it is given for: the words before the prize, or before the contest."""
        return "Đã đạt" if self.prize else "Đã hoàn thành bài dự thi"


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
        The line above the signature: on whose behalf.
    signer_title, signer_name
        The office of the one who signs, below that line, and the name below the room for the
        signature; each may be empty.
    """

    organiser: str = ""
    authority: str = ""
    place: str = ""
    signed_on: date | None = None
    signer: str = SIGNER
    signer_title: str = ""
    signer_name: str = ""

    @property
    def dated(self) -> str:
        """Place and date as documents write them (Nghị định 30/2020/NĐ-CP, Phụ lục I)."""
        day = self.signed_on
        place = self.place or DOTS
        if day is None:
            return f"{place}, ngày …… tháng …… năm ………"
        month = f"{day.month:02}" if day.month < 3 else str(day.month)
        return f"{place}, ngày {day.day:02} tháng {month} năm {day.year}"
