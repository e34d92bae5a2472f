"""The file that comes out: real titles, lists, tables, notes, jumps, the same bytes each time."""

from __future__ import annotations

import datetime as dt
import zipfile
from io import BytesIO

import pytest
from PIL import Image
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.oxml.ns import qn
from pptx.oxml.xmlchemy import BaseOxmlElement
from pptx.slide import Slide

from lachan.exchange.slides.design import BODY, Look
from lachan.exchange.slides.pieces import (
    BULLET,
    NUMBERS,
    Bubble,
    Grid,
    Marker,
    Para,
    Passage,
    Picture,
    Span,
    plain,
)
from lachan.exchange.slides.writer import render_slides
from support.slides import open_slides, read_notes, read_shapes

DAY = dt.date(2026, 1, 1)
GRID = Grid(((Span("Số"),), (Span("Ai"),)), (((Span("111", bold=True),), (Span("Tổng đài"),)),))
PICTURE = Picture("media/a.svg", "Hai bạn <nhỏ> & thầy")


def png() -> bytes:
    out = BytesIO()
    Image.new("RGB", (40, 20)).save(out, "PNG")
    return out.getvalue()


PASSAGES = (
    Passage("Bài mẫu", (plain("Lớp 6"),), Look.COVER, notes=(plain("Chào lớp."),)),
    Passage(
        "Đọc & nghĩ",
        (
            GRID,
            plain("Dưới <bảng>\nhai dòng"),
            Para(
                (Span("trang của "), Span("Bộ", url="https://example.org/?a=1&b=2")), 1, Marker("•")
            ),
        ),
        foot="Bước 1 · gọi 111",
        notes=(plain("Nói chậm.", bold=True), Para((Span("Một"),), 1, Marker(NUMBERS, 1))),
    ),
    Passage("Ô 1", (Para((Span("Đi"), Span(" → Ô 2", jump="hai"))),), Look.QUESTION, key="mot"),
    Passage("Ô 2", (PICTURE, plain("Hình vẽ gì?")), Look.QUESTION, key="hai"),
    Passage("Đáp án", (PICTURE,), Look.ANSWER),
    Passage("Nơi giúp", (Para((Span("Gọi 111"),), 1, Marker(BULLET)),), Look.HELP),
)


@pytest.fixture(scope="module")
def data() -> bytes:
    return render_slides("Bài mẫu", PASSAGES, {PICTURE.path: png()}, day=DAY)


@pytest.fixture(scope="module")
def slides(data: bytes) -> list[Slide]:
    return list(open_slides(data).slides)


def test_the_same_passages_give_the_same_bytes(data: bytes) -> None:
    assert data == render_slides("Bài mẫu", PASSAGES, {PICTURE.path: png()}, day=DAY)


def test_the_file_says_what_it_is(data: bytes) -> None:
    show = open_slides(data)
    core = show.core_properties

    width, height = show.slide_width, show.slide_height
    assert width is not None
    assert height is not None
    assert width * 9 == height * 16
    assert (core.title, core.author, core.language) == ("Bài mẫu", "Lá Chắn", "vi-VN")
    assert core.created == core.modified == dt.datetime(2026, 1, 1)
    assert [layout.name for layout in show.slide_layouts] == [look.layout for look in Look]


def test_nothing_of_the_empty_file_it_began_as_is_left(data: bytes) -> None:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        names = archive.namelist()
        theme = archive.read("ppt/theme/theme1.xml").decode()
        about = archive.read("docProps/app.xml").decode()

    assert [name for name in names if "thumbnail" in name or "printer" in name] == []
    assert sum(name.startswith("ppt/slideLayouts/slideLayout") for name in names) == len(Look)
    assert "Calibri" not in theme
    # The theme's own font for Vietnamese would win over Arial in a Vietnamese Office.
    assert "Viet" not in theme
    assert "4:3" not in about


def test_each_title_stands_in_its_placeholder(slides: list[Slide]) -> None:
    assert [slide.shapes.title and slide.shapes.title.text for slide in slides] == [
        passage.title for passage in PASSAGES
    ]


def test_shapes_are_read_in_the_order_in_which_they_stand(slides: list[Slide]) -> None:
    assert read_shapes(slides[1]) == [
        ["Đọc & nghĩ"],
        ["Số | Ai", "111 | Tổng đài"],
        ["Dưới <bảng>\vhai dòng", "trang của Bộ"],
        ["Bước 1 · gọi 111"],
        ["‹#›"],
    ]
    assert read_shapes(slides[3])[:3] == [["Ô 2"], ["Hình vẽ gì?"], ["[Hai bạn <nhỏ> & thầy]"]]


def test_an_unused_place_for_text_is_gone(slides: list[Slide]) -> None:
    assert [shape.name for shape in slides[4].shapes][:2] == ["Tiêu đề", "Hình"]


def test_all_but_the_cover_have_foot_and_number(slides: list[Slide]) -> None:
    kinds = [[each.placeholder_format.type for each in slide.placeholders] for slide in slides]

    assert PP_PLACEHOLDER.SLIDE_NUMBER not in kinds[0]
    for each in kinds[1:]:
        assert {PP_PLACEHOLDER.SLIDE_NUMBER, PP_PLACEHOLDER.FOOTER} <= set(each)


def test_notes_are_the_speakers_alone(slides: list[Slide]) -> None:
    assert read_notes(slides[1]) == ["Nói chậm.", "1. Một"]
    shown = [line for shape in read_shapes(slides[1]) for line in shape]
    assert "Nói chậm." not in shown


def test_pictures_keep_their_shape_and_have_alt_text(slides: list[Slide]) -> None:
    for slide in (slides[3], slides[4]):
        [picture] = [shape for shape in slide.shapes if shape.name == "Hình"]
        assert abs(picture.width / picture.height - 2) < 0.01
        assert picture._element._nvXxPr.cNvPr.get("descr") == PICTURE.alt


def test_a_picture_that_is_not_there_is_described() -> None:
    [slide] = open_slides(render_slides("A", [PASSAGES[4]], {}, day=DAY)).slides
    assert read_shapes(slide)[1] == ["[Hình: Hai bạn <nhỏ> & thầy]"]


def test_a_choice_leads_to_its_slide(slides: list[Slide]) -> None:
    [link] = slides[2]._element.iter(qn("a:hlinkClick"))

    assert link.get("action") == "ppaction://hlinksldjump"
    assert slides[2].part.related_part(link.get(qn("r:id"))) is slides[3].part


def test_a_link_leads_to_its_page(slides: list[Slide]) -> None:
    [link] = slides[1]._element.iter(qn("a:hlinkClick"))
    assert slides[1].part.rels[link.get(qn("r:id"))].target_ref == "https://example.org/?a=1&b=2"


def test_every_run_is_vietnamese_and_large_enough(slides: list[Slide]) -> None:
    for slide in slides:
        roots = [slide._element, slide.notes_slide._element]
        runs = [run for root in roots for run in root.iter(qn("a:rPr"), qn("a:endParaRPr"))]
        assert {run.get("lang") for run in runs} == {"vi-VN"}
        sizes = [int(run.get("sz", "2400")) for run in slide._element.iter(qn("a:rPr"))]
        assert min(sizes) >= 2400


# As ECMA-376, part 1, chapter 21.1 orders them; PowerPoint offers to repair a file that does not.
ORDERS = {
    "pPr": "lnSpc spcBef spcAft buClr buSzPct buFont buNone buAutoNum buChar tabLst defRPr",
    "rPr": "ln solidFill latin ea cs sym hlinkClick",
    "endParaRPr": "ln solidFill latin ea cs",
    "tcPr": "lnL lnR lnT lnB lnTlToBr lnBlToTr solidFill",
    "defRPr": "ln solidFill latin ea cs",
    "lvl1pPr": "lnSpc spcBef spcAft buClr buFont buNone buAutoNum buChar defRPr",
}


def test_properties_stand_in_the_order_of_the_schema(data: bytes) -> None:
    show = open_slides(data)
    roots: list[BaseOxmlElement] = [show.slide_master.element]
    roots += [layout.element for layout in show.slide_layouts]
    roots += [slide._element for slide in show.slides]
    for tag, order in ORDERS.items():
        names = order.split()
        for node in (found for root in roots for found in root.iter(qn(f"a:{tag}"))):
            shown = [child.tag.rpartition("}")[2] for child in node]
            assert shown == sorted(shown, key=names.index), tag


def test_shape_numbers_are_given_once_a_slide(slides: list[Slide]) -> None:
    for slide in slides:
        numbers = [shape.shape_id for shape in slide.shapes]
        assert len(set(numbers)) == len(numbers)


def test_messages_stand_at_the_side_of_who_writes_and_stay_text() -> None:
    long = Bubble((Span("K: ", bold=True), Span("Chào em. " * 12)))
    passage = Passage("Khung chat", (plain("Đọc:"), long, Bubble((Span("Em: Ừ."),), is_own=True)))

    [slide] = open_slides(render_slides("Bài", (passage,), {}, day=DAY)).slides

    theirs, own = (shape for shape in slide.shapes if shape.name == "Tin nhắn")
    assert theirs.left < own.left
    assert theirs.top + theirs.height < own.top
    assert BODY.left + BODY.width == pytest.approx(own.left.pt + own.width.pt, abs=0.1)
    assert ["Em: Ừ."] in read_shapes(slide)
    forms = [each.get("prst") for each in slide._element.iter(qn("a:prstGeom"))]
    assert 2 == forms.count("roundRect")


def test_a_message_alone_is_no_larger_than_its_words() -> None:
    passage = Passage("Khung chat", (Bubble((Span("K: Ừ."),)),))

    [slide] = open_slides(render_slides("Bài", (passage,), {}, day=DAY)).slides

    [bubble] = (shape for shape in slide.shapes if shape.name == "Tin nhắn")
    assert bubble.width.pt < BODY.width / 3
    assert bubble.height.pt < BODY.height / 4
