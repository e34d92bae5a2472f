"""A leaflet is one page, with its text and where to get help, however long the text is."""

import dataclasses

import pytest

from lachan.domain.kinds import Band, Verification
from lachan.domain.law import HelpPlace, Hotline
from lachan.domain.letterhead import Letterhead
from lachan.printing import Leaflet, render_leaflet
from support.items import rich
from support.pdf import page_texts

HOTLINE = Hotline(
    "111", "111", "Tổng đài bảo vệ trẻ em", "Gọi khi lo.", "24 giờ", True, Verification.PRESS, ()
)
ABROAD = dataclasses.replace(HOTLINE, id="xa", number="+84 981 84 84 84")
PLACE = HelpPlace("ubnd", "Ủy ban nhân dân xã gần nhất", "Đến báo tin.")


def make_leaflet(*paragraphs: str) -> Leaflet:
    content = tuple(block for text in paragraphs for block in rich(text))
    return Leaflet(
        "Hỏi nhau trước khi đi", "Việc nhẹ", Letterhead("Trường Mẫu"), content, (HOTLINE,), (PLACE,)
    )


@pytest.mark.parametrize("count", [1, 8, 20])
def test_it_is_one_page_with_help(count: int) -> None:
    [page] = page_texts(
        render_leaflet(make_leaflet(*[f"Đoạn {n}. " + "chữ " * 25 for n in range(count)]))
    )
    for shown in (
        "Hỏi nhau trước khi đi",
        f"Đoạn {count - 1}.",
        "111",
        "Ủy ban nhân dân xã",
        "Trường Mẫu",
    ):
        assert shown in page


def test_bytes_are_stable() -> None:
    assert render_leaflet(make_leaflet("Một.")) == render_leaflet(make_leaflet("Một."))


@pytest.mark.parametrize("band", Band)
def test_only_a_small_child_is_given_no_number_for_people_abroad(band: Band) -> None:
    leaflet = dataclasses.replace(make_leaflet("Một."), hotlines=(HOTLINE, ABROAD), band=band)

    [page] = page_texts(render_leaflet(leaflet))

    assert (band is not Band.PRIMARY) == (ABROAD.number in page)
    assert HOTLINE.number in page
