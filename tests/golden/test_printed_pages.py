"""Pages as grey pictures, small and coarse: enough to see that a line or a box has moved."""

import numpy as np
import pypdfium2
import pytest
from numpy.typing import NDArray

from lachan.assembly import as_written
from lachan.assembly.seating import seat_entrants
from lachan.domain.contests.awards import Award, CertificateStyle
from lachan.domain.kinds import PaperStyle
from lachan.domain.papers.paper import Form, Paper
from lachan.domain.papers.rosters import Entrant
from lachan.domain.papers.sheets import SheetCopy
from lachan.printing import (
    SheetSize,
    draw_answer_sheet,
    render_answer_key,
    render_answer_sheets,
    render_marking_guide,
    render_paper,
    render_seating_plans,
)
from lachan.printing.contests.cards import EntryCard, render_contest_cards
from lachan.printing.contests.certificates import render_certificates
from support.sample_paper import BLUEPRINT, ITEMS, LAW_DATE

Picture = NDArray[np.uint8]

DPI = 18
# Renderers smooth edges a little differently; a moved line changes many pixels a lot.
TOLERATED_LEVELS = 48
TOLERATED_SHARE = 0.002


def make_paper() -> Paper:
    """The sample paper with its questions as written, whatever the shuffling may do."""
    parts = (ITEMS[:3], ITEMS[3:4], ITEMS[4:5], ITEMS[5:])
    printed = tuple(tuple(as_written(item) for item in part) for part in parts)
    forms = tuple(Form(code, printed) for code in BLUEPRINT.codes)
    items = {item.id: item for item in ITEMS}
    return Paper(BLUEPRINT, LAW_DATE, BLUEPRINT.seed, items, forms)


def sheet_page(size: SheetSize) -> bytes:
    copy = SheetCopy(1, "101", "4", "Nguyễn Hoàng Phương Thảo Linh Đan", "9A1")
    return render_answer_sheets(draw_answer_sheet(make_paper(), size=size), [copy])


def seating_page() -> bytes:
    names = ("Nguyễn Hoàng Phương Thảo Linh Đan", "Lê Thị Ánh", "Đặng Võ Quỳnh Ẩn")
    entrants = [Entrant(f"{n:06}", names[n % 3]) for n in range(1, 11)]
    rooms = seat_entrants(entrants, ("101", "102", "103", "104"), rows=3, columns=4, seed="mau")
    return render_seating_plans(BLUEPRINT, rooms)


def cards_page() -> bytes:
    people = [
        Entrant("000001", "Nguyễn Hoàng Phương Thảo Linh Đan", "9A1", "THCS Mẫu", "P.01"),
        Entrant("000002"),
    ]
    cards = [EntryCard(person, "7KQ2M-X9F4T") for person in people]
    when = "08:00 đến 17:00 ngày 05/12/2026 · 20 phút"
    return render_contest_cards("Tìm hiểu pháp luật", when, "http://192.0.2.7:8877/7", cards)


def certificate_page() -> bytes:
    award = Award("Nguyễn Hoàng Phương Thảo Linh Đan", "9A1", "THCS Mẫu", "Giải Nhất")
    style = CertificateStyle(
        "TRƯỜNG THCS MẪU", "UBND XÃ MẪU", "Mẫu", signer_title="TRƯỞNG BAN", signer_name="Lê Thị Ánh"
    )
    return render_certificates("Tìm hiểu pháp luật", [award], style)


PAGES = {
    "de-thi": lambda: render_paper(make_paper(), make_paper().forms[0]),
    "de-thi-chu-lon": lambda: render_paper(
        make_paper(), make_paper().forms[0], style=PaperStyle.LARGE
    ),
    "phieu-tra-loi": lambda: sheet_page(SheetSize.STANDARD),
    "phieu-tra-loi-chu-lon": lambda: sheet_page(SheetSize.LARGE),
    "dap-an": lambda: render_answer_key(make_paper()),
    "huong-dan-cham": lambda: render_marking_guide(make_paper()),
    "so-do-cho-ngoi": seating_page,
    "the-du-thi": cards_page,
    "chung-nhan": certificate_page,
}


def first_page(pdf: bytes) -> Picture:
    document = pypdfium2.PdfDocument(pdf)
    page = document[0]
    image = page.render(scale=DPI / 72, grayscale=True).to_numpy()
    picture: Picture = image.reshape(image.shape[:2]).copy()
    page.close()
    document.close()
    return picture


def to_pgm(picture: Picture) -> bytes:
    height, width = picture.shape
    return f"P5\n{width} {height}\n255\n".encode() + picture.tobytes()


def from_pgm(data: bytes) -> Picture:
    _, size, _, pixels = data.split(b"\n", 3)
    width, height = map(int, size.split())
    return np.frombuffer(pixels, np.uint8).reshape(height, width)


def share_of_change(first: Picture, second: Picture) -> float:
    if first.shape != second.shape:
        return 1.0
    change = np.abs(first.astype(int) - second.astype(int))
    return float(np.mean(change > TOLERATED_LEVELS))


@pytest.mark.parametrize("name", list(PAGES))
def test_a_page_looks_as_agreed(request: pytest.FixtureRequest, name: str) -> None:
    path = request.path.parent / "pages" / f"{name}.pgm"
    picture = first_page(PAGES[name]())
    if request.config.getoption("--update-golden"):
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(to_pgm(picture))
    assert share_of_change(from_pgm(path.read_bytes()), picture) < TOLERATED_SHARE


@pytest.mark.parametrize("name", list(PAGES))
def test_a_shift_by_two_millimetres_would_be_noticed(
    request: pytest.FixtureRequest, name: str
) -> None:
    agreed = from_pgm((request.path.parent / "pages" / f"{name}.pgm").read_bytes())
    shifted = np.roll(agreed, round(2 / 25.4 * DPI), axis=0)
    assert share_of_change(agreed, shifted) > TOLERATED_SHARE
