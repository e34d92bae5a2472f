from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache

import numpy as np
import pypdfium2
import pytest
from numpy.typing import NDArray

from lachan.assembly import assemble, form_key
from lachan.assembly.sheet_plan import key_marks
from lachan.domain.kinds import ItemType, Level
from lachan.domain.papers.paper import Cell, Paper
from lachan.domain.papers.sheets import AreaKind, Bubble, SheetCopy
from lachan.printing import MissingGlyphError, PrintError
from lachan.printing.papers.answer_sheet import (
    AnswerSheet,
    SheetSize,
    draw_answer_sheet,
    render_answer_sheets,
    render_blank_sheet,
)
from support.items import (
    LAW_DATE,
    TOPIC,
    full_blueprint,
    make_bank,
    make_blueprint,
    make_item,
    make_part,
)
from support.pdf import page_texts

Picture = NDArray[np.uint8]

DPI = 150
# Large print is the same code at another scale; its pages take long to draw.
SIZES = [SheetSize.STANDARD, pytest.param(SheetSize.LARGE, marks=pytest.mark.full)]
LONG_NAME = "Nguyễn Hoàng Phương Thảo Linh Đan"


def paper_of(*parts: tuple[ItemType, int], codes: Sequence[str] = ("0101", "0102")) -> Paper:
    items = [make_item(f"{kind}{n}", kind) for kind, count in parts for n in range(count)]
    cells = (make_part(kind, Cell(TOPIC, Level.KNOW, count)) for kind, count in parts)
    return assemble(make_blueprint(*cells), items, law_date=LAW_DATE, seed="s", codes=codes)


def full_paper() -> Paper:
    """The largest sheet of 2025: 40 + 8 + 6."""
    return paper_of(
        (ItemType.SINGLE_CHOICE, 40), (ItemType.TRUE_FALSE_GROUP, 8), (ItemType.SHORT_ANSWER, 6)
    )


def every_type() -> Paper:
    return assemble(full_blueprint(), make_bank(), law_date=LAW_DATE, seed="s", codes=("101",))


def render_pages(pdf: bytes) -> list[Picture]:
    """Pages as arrays of grey, 0 for black."""
    document = pypdfium2.PdfDocument(pdf)
    pages = []
    for page in document:
        image = page.render(scale=DPI / 72, grayscale=True).to_numpy()
        pages.append(image.reshape(image.shape[:2]).copy())
        page.close()
    document.close()
    return pages


def darkness(
    pages: Sequence[Picture], page: int, x_mm: float, y_mm: float, width_mm: float, height_mm: float
) -> float:
    """The share of dark pixels in a rectangle."""
    left, top, right, bottom = (
        round(mm / 25.4 * DPI) for mm in (x_mm, y_mm, x_mm + width_mm, y_mm + height_mm)
    )
    return float(np.mean(pages[page - 1][top:bottom, left:right] < 128))


def inside(pages: Sequence[Picture], bubble: Bubble, reach: float = 0.6) -> float:
    """How dark the square inside a bubble is."""
    side = bubble.radius_mm * reach
    return darkness(pages, bubble.page, bubble.x_mm - side, bubble.y_mm - side, 2 * side, 2 * side)


def on_ring(pages: Sequence[Picture], bubble: Bubble) -> float:
    """The share of directions in which a bubble's outline is met where it ought to be."""
    angles = np.linspace(0, 2 * np.pi, 48, endpoint=False)[:, None]
    radii = np.linspace(bubble.radius_mm - 0.3, bubble.radius_mm + 0.3, 9)
    columns = np.rint((bubble.x_mm + radii * np.cos(angles)) / 25.4 * DPI - 0.5).astype(int)
    rows = np.rint((bubble.y_mm + radii * np.sin(angles)) / 25.4 * DPI - 0.5).astype(int)
    return float(np.mean(pages[bubble.page - 1][rows, columns].min(axis=1) < 200))


@cache
def drawn(make_paper: Callable[[], Paper], size: SheetSize = SheetSize.STANDARD) -> AnswerSheet:
    return draw_answer_sheet(make_paper(), size=size)


@cache
def empty_pages(
    make_paper: Callable[[], Paper], size: SheetSize = SheetSize.STANDARD
) -> list[Picture]:
    """The pages of a copy of which nothing is known but its serial number."""
    return render_pages(render_answer_sheets(drawn(make_paper, size), [SheetCopy(1)]))


@pytest.fixture(scope="module")
def full_sheet() -> AnswerSheet:
    return drawn(full_paper)


def test_the_largest_sheet_of_2025_is_one_page(full_sheet: AnswerSheet) -> None:
    assert full_sheet.layout.page_count == 1
    assert len(full_sheet.layout.bubbles) == 10 * (6 + 4) + 40 * 4 + 8 * 4 * 2 + 6 * 43


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("make_paper", [full_paper, every_type])
def test_every_bubble_is_drawn_where_the_layout_says(
    make_paper: Callable[[], Paper], size: SheetSize
) -> None:
    layout = drawn(make_paper, size).layout
    pages = empty_pages(make_paper, size)
    assert len(pages) == layout.page_count
    wanted = {(field.name, value) for field in layout.fields for value in field.values}
    assert {(bubble.field, bubble.value) for bubble in layout.bubbles} == wanted
    assert len(layout.bubbles) == len(wanted)
    assert [b for b in layout.bubbles if on_ring(pages, b) < 0.9] == []
    assert [b for b in layout.bubbles if inside(pages, b) > 0.3] == []
    for bubble in layout.bubbles:
        assert 14 < bubble.x_mm - bubble.radius_mm
        assert bubble.x_mm + bubble.radius_mm < layout.page_width_mm - 14
        assert 14 < bubble.y_mm - bubble.radius_mm
        assert bubble.y_mm + bubble.radius_mm < layout.page_height_mm - 35


def test_bubbles_keep_clear_of_each_other(full_sheet: AnswerSheet) -> None:
    centres = np.array([(b.x_mm, b.y_mm) for b in full_sheet.layout.bubbles])
    distances = np.hypot(*(centres[:, None] - centres[None, :]).transpose(2, 0, 1))
    np.fill_diagonal(distances, np.inf)
    assert distances.min() >= 5.0 - 0.01


def test_marks_for_scanners_are_solid_and_on_every_page() -> None:
    sheet = drawn(full_paper, SheetSize.LARGE)
    pages = empty_pages(full_paper, SheetSize.LARGE)
    marks = {AreaKind.CORNER: 4, AreaKind.ORIENTATION: 1, AreaKind.TIMING: 24, AreaKind.QR: 1}
    for page in range(1, len(pages) + 1):
        for kind, count in marks.items():
            found = [a for a in sheet.layout.areas if (a.kind, a.page) == (kind, page)]
            assert len(found) == count
            if kind is AreaKind.QR:
                continue
            for a in found:
                inner = (a.x_mm + 0.3, a.y_mm + 0.3, a.width_mm - 0.6, a.height_mm - 0.6)
                assert darkness(pages, page, *inner) == 1.0


def test_what_is_known_of_an_entrant_is_printed_and_blackened(full_sheet: AnswerSheet) -> None:
    copy = SheetCopy(7, "0102", "1234", LONG_NAME, "12A1", "Trường THPT Lê Hồng Phong", "P.03")
    pdf = render_answer_sheets(full_sheet, [copy])
    (text,) = page_texts(pdf)
    for expected in (LONG_NAME, "12A1", "Trường THPT Lê Hồng Phong", "P.03", "05/12/2026"):
        assert expected in text
    pages = render_pages(pdf)
    black = [(b.field, b.value) for b in full_sheet.layout.bubbles if inside(pages, b) > 0.9]
    number = [(f"number.{n}", digit) for n, digit in enumerate("001234", 1)]
    code = [(f"code.{n}", digit) for n, digit in enumerate("0102", 1)]
    assert sorted(black) == sorted(number + code)


def test_a_sheet_blackened_with_the_key_shows_the_key() -> None:
    paper = every_type()
    sheet = draw_answer_sheet(paper)
    marks = key_marks(sheet.plan, form_key(paper, paper.forms[0]))
    pages = render_pages(render_answer_sheets(sheet, [SheetCopy(1, "101", marks=marks)]))
    black = {(b.field, b.value) for b in sheet.layout.bubbles if inside(pages, b) > 0.9}
    wanted = {(field, value) for field, values in marks.items() for value in values}
    assert black - {("code.1", "1"), ("code.2", "0"), ("code.3", "1")} == wanted


def test_copies_come_in_order_with_their_own_tags(full_sheet: AnswerSheet) -> None:
    pdf = render_answer_sheets(full_sheet, [SheetCopy(n, name=f"Bạn {n}") for n in (3, 1, 2)])
    assert [f"Bạn {n}" in text for n, text in zip((3, 1, 2), page_texts(pdf), strict=True)] == [
        True
    ] * 3


def test_two_runs_give_the_same_bytes_and_the_same_layout(full_sheet: AnswerSheet) -> None:
    again = draw_answer_sheet(full_paper())
    assert again == full_sheet
    copies = [SheetCopy(1, "0101", "77", LONG_NAME)]
    assert render_answer_sheets(again, copies) == render_answer_sheets(full_sheet, copies)


def test_long_names_stay_inside_their_line(full_sheet: AnswerSheet) -> None:
    longest = " ".join([LONG_NAME] * 3)
    line = full_sheet.layout.find_area(AreaKind.WRITTEN, "name")
    [clear] = empty_pages(full_paper)
    [filled] = render_pages(render_answer_sheets(full_sheet, [SheetCopy(1, name=longest)]))
    _rows, columns = np.nonzero(clear != filled)
    left, right = columns.min() / DPI * 25.4, columns.max() / DPI * 25.4
    assert line.x_mm - 0.5 <= left
    assert right <= line.x_mm + line.width_mm + 0.5


@pytest.mark.parametrize(
    ("copy", "told"),
    [
        (SheetCopy(1, number="1234567"), "số báo danh “1234567” phải gồm tối đa 6 chữ số"),
        (SheetCopy(1, number="12a"), "số báo danh “12a” phải gồm tối đa 6 chữ số"),
        (SheetCopy(1, form_code="01010"), "mã đề “01010” phải gồm tối đa 4 chữ số"),
        (SheetCopy(1, marks={"1.99": ("A",)}), "phiếu không có ô để tô 1.99 = A"),
    ],
)
def test_what_does_not_fit_the_sheet_is_refused(
    full_sheet: AnswerSheet, copy: SheetCopy, told: str
) -> None:
    with pytest.raises(PrintError) as caught:
        render_answer_sheets(full_sheet, [copy])
    assert told in str(caught.value)
    assert "Hãy" in str(caught.value)


def test_a_character_without_a_glyph_is_named() -> None:
    paper = full_paper()
    header = replace(paper.blueprint.header, exam="KÌ THI 中")
    sheet = draw_answer_sheet(replace(paper, blueprint=replace(paper.blueprint, header=header)))
    for render in (render_blank_sheet, lambda sheet: render_answer_sheets(sheet, [SheetCopy(1)])):
        with pytest.raises(MissingGlyphError, match="U\\+4E2D"):
            render(sheet)


def by_the_millimetre(page: Picture) -> NDArray[np.float64]:
    side = round(DPI / 25.4)
    rows, columns = (length // side for length in page.shape)
    squares = page[: rows * side, : columns * side].reshape(rows, side, columns, side)
    means: NDArray[np.float64] = squares.mean(axis=(1, 3))
    return means


@pytest.mark.parametrize("size", SIZES)
def test_the_blank_sheet_looks_like_an_empty_copy(size: SheetSize) -> None:
    sheet = drawn(every_type, size)
    blank = render_blank_sheet(sheet)
    copy = render_pages(render_answer_sheets(sheet, [SheetCopy(0)]))
    pages = render_pages(blank)
    assert len(pages) == len(copy)
    for page, copied in zip(pages, copy, strict=True):
        # The copy's background is a picture, whose edges are a little softer: compare by the mm.
        change = np.abs(by_the_millimetre(page) - by_the_millimetre(copied))
        assert np.mean(change > 64) < 0.001


def test_the_blank_sheet_says_its_day_and_can_be_read_aloud(full_sheet: AnswerSheet) -> None:
    blank = render_blank_sheet(full_sheet)
    (text,) = page_texts(blank)
    assert "05/12/2026" in text
    assert "PHIẾU TRẢ LỜI TRẮC NGHIỆM" in text
    assert b"<pdfuaid:part>1</pdfuaid:part>" in blank
    assert blank == render_blank_sheet(draw_answer_sheet(full_paper()))


def test_a_copy_is_pdf_ua_and_many_copies_share_one_picture(full_sheet: AnswerSheet) -> None:
    one, many = (
        render_answer_sheets(full_sheet, [SheetCopy(n) for n in range(count)]) for count in (1, 40)
    )
    assert b"<pdfuaid:part>1</pdfuaid:part>" in many
    assert len(many) < len(one) + 40 * 10_000
