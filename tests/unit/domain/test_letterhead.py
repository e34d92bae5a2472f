"""What a school's names fill in the head of a paper."""

from __future__ import annotations

import pytest

from lachan.domain.letterhead import BLANK, Letterhead, fill_header
from lachan.domain.papers.paper import Header

OURS = Letterhead("Trường THCS Mẫu", "Phòng Văn hóa – Xã hội")


@pytest.mark.parametrize(
    ("authority", "organiser", "filled"),
    [
        (BLANK, f"TRƯỜNG {BLANK}", ("PHÒNG VĂN HÓA – XÃ HỘI", "TRƯỜNG THCS MẪU")),
        ("SỞ TƯ PHÁP", "TRƯỜNG THCS KHÁC", ("SỞ TƯ PHÁP", "TRƯỜNG THCS KHÁC")),
        (
            f"ỦY BAN {BLANK}",
            f"BAN TỔ CHỨC {BLANK}",
            ("PHÒNG VĂN HÓA – XÃ HỘI", f"BAN TỔ CHỨC {BLANK}"),
        ),
    ],
)
def test_only_what_is_left_open_for_a_school_is_filled(
    authority: str, organiser: str, filled: tuple[str, str]
) -> None:
    header = fill_header(Header(authority, organiser, "KIỂM TRA", "2026–2027", "Pháp luật"), OURS)
    assert filled == (header.authority, header.organiser)
    assert ("KIỂM TRA", "2026–2027", "Pháp luật") == (
        header.exam,
        header.school_year,
        header.subject,
    )


def test_a_school_without_a_name_fills_nothing() -> None:
    header = Header(BLANK, f"TRƯỜNG {BLANK}", "", "", "")
    assert header == fill_header(header, Letterhead())
