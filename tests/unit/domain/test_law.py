"""Provisions and the numbers to call."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from lachan.domain.kinds import Band, Verification
from lachan.domain.law import Document, Hotline, Provision, Reference, leaflet_hotlines


@pytest.mark.parametrize(
    ("hours", "free", "terms"),
    [
        ("24 giờ mọi ngày", True, "miễn phí, 24 giờ mọi ngày"),
        ("", True, "miễn phí"),
        ("7 giờ – 17 giờ", False, "7 giờ – 17 giờ"),
        ("", False, ""),
    ],
)
def test_only_what_is_known_of_a_number_is_told(hours: str, free: bool, terms: str) -> None:
    line = Hotline("1", "111", "Tổng đài", "Khi cần.", hours, free, Verification.PRESS, ())

    assert terms == line.terms


@pytest.mark.parametrize(
    ("band", "told"),
    [(Band.PRIMARY, ["111"]), (Band.LOWER_SECONDARY, ["111", "+84"]), (None, ["111", "+84"])],
)
def test_no_small_child_is_given_a_number_for_people_abroad(
    band: Band | None, told: list[str]
) -> None:
    lines = [
        Hotline(number, number, "Tổng đài", "Khi cần.", "", False, Verification.PRESS, ())
        for number in ("111", "+84")
    ]
    assert told == [line.number for line in leaflet_hotlines(lines, band)]


def _provision(verified: Verification, *sources: str) -> Provision:
    document = Document("l", "1", "Luật", "Luật", "Luật Mẫu", "Quốc hội", dt.date(2025, 7, 1))
    since = document.in_force_from
    made = (since, None, "", verified, sources, since, "Tóm tắt.")
    return Provision("l/d2", document, "2", "", "", *made)


@pytest.mark.parametrize(
    ("verified", "sources", "told"),
    [
        (Verification.STATUTE, ("N1",), "Điều 2 Luật Mẫu (đã đọc trong văn bản)"),
        (Verification.EXCERPT, ("N1",), "Điều 2 Luật Mẫu (đã đọc một đoạn văn bản)"),
        (Verification.PRESS, ("N1", "N2"), "Điều 2 Luật Mẫu (báo và trang cơ quan, 2 nguồn)"),
        (Verification.WEAK, ("N1",), "Điều 2 Luật Mẫu (nguồn yếu, chưa kiểm chứng)"),
    ],
)
def test_a_list_of_law_tells_how_well_a_wording_is_known(
    verified: Verification, sources: tuple[str, ...], told: str
) -> None:
    assert told == _provision(verified, *sources).label_with_status


def test_a_band_reads_plain_words_where_there_are_some() -> None:
    told = replace(_provision(Verification.STATUTE, "N1"), plain={Band.PRIMARY: "Dễ hiểu."})

    assert ["Dễ hiểu.", "Tóm tắt."] == [told.plain_for(band) for band in list(Band)[:2]]


@pytest.mark.parametrize(
    ("url", "site"),
    [
        ("https://www.bao.example/bai-1", "bao.example"),
        ("http://luat.example:8080/", "luat.example"),
        ("Công báo số 971", ""),
    ],
)
def test_a_source_is_named_by_its_site(url: str, site: str) -> None:
    assert Reference("N1", url).site == site


@pytest.mark.parametrize(
    ("band", "found"),
    [
        (Band.COMMUNITY, (Band.COMMUNITY, "Lời cho người lớn.")),
        (Band.UPPER_SECONDARY, (Band.LOWER_SECONDARY, "Lời cho em.")),
        (None, (Band.LOWER_SECONDARY, "Lời cho em.")),
    ],
)
def test_words_of_another_band_are_told_with_whose_they_are(
    band: Band | None, found: tuple[Band, str]
) -> None:
    plain = {Band.COMMUNITY: "Lời cho người lớn.", Band.LOWER_SECONDARY: "Lời cho em."}
    provision = replace(_provision(Verification.STATUTE, "N1"), plain=plain)
    assert provision.find_plain(band) == found
    assert replace(provision, plain={}).find_plain(band) is None
