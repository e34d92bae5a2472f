"""The words of a certificate, and its date as documents write it."""

from __future__ import annotations

import datetime as dt

import pytest

from lachan.domain.contests.awards import Award, CertificateStyle


@pytest.mark.parametrize(
    ("award", "told"),
    [
        (Award("Vừ A Chớ", "6A", "THCS", "Giải Nhất"), ("Trao cho", "Lớp 6A, THCS", "Đã đạt")),
        (Award("6A", prize="Giải Nhất", collective=True), ("Trao cho tập thể", "", "Đã đạt")),
        (Award("Vừ A Chớ", school="THCS"), ("Trao cho", "THCS", "Đã hoàn thành bài dự thi")),
    ],
)
def test_a_certificate_has_its_words(award: Award, told: tuple[str, str, str]) -> None:
    assert told == (award.given_to, award.line, award.reason)


@pytest.mark.parametrize(
    ("place", "day", "dated"),
    [
        ("Hà Nội", dt.date(2026, 2, 9), "Hà Nội, ngày 09 tháng 02 năm 2026"),
        ("Hà Nội", dt.date(2026, 12, 10), "Hà Nội, ngày 10 tháng 12 năm 2026"),
        ("", None, "………………, ngày …… tháng …… năm ………"),
    ],
)
def test_place_and_date_are_as_documents_have_them(
    place: str, day: dt.date | None, dated: str
) -> None:
    assert dated == CertificateStyle(place=place, signed_on=day).dated
