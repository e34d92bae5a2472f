"""QR codes of sheets and cards, read from the printed page by a reader program: a long test."""

from __future__ import annotations

import datetime as dt
import shutil
import subprocess
from collections.abc import Sequence
from io import BytesIO

import pypdfium2
import pytest

from lachan.content import Content
from lachan.domain.kinds import PaperStyle
from lachan.domain.papers.rosters import Entrant
from lachan.domain.papers.sheet_tags import SheetTag, parse_sheet_tag
from lachan.printing.contests.cards import EntryCard, render_contest_cards
from lachan.workflows.papers.make import PaperFiles, make_papers
from lachan.workflows.papers.options import PaperOptions

pytestmark = pytest.mark.full

# What a school's copier scans with.
DPI = 150
ROSTER = [Entrant(f"{n:06}", f"Nguyễn Thị Ánh {n}", "9A") for n in range(1, 13)]


def _read_codes(pdf: bytes) -> list[str]:
    """Return what each page's codes say, page by page, sorted within a page."""
    with pypdfium2.PdfDocument(pdf) as document:
        pages = [page.render(scale=DPI / 72, grayscale=True).to_pil() for page in document]
    return [said for page in pages for said in sorted(_scan(page))]


def _scan(page: object) -> Sequence[str]:
    reader = shutil.which("zbarimg")
    assert reader, "zbarimg is missing: apt-get install zbar-tools"
    picture = BytesIO()
    page.save(picture, "png")  # type: ignore[attr-defined]
    command = [reader, "--quiet", "--raw", "-Sdisable", "-Sqrcode.enable", "png:-"]
    done = subprocess.run(
        command, check=True, input=picture.getvalue(), capture_output=True, timeout=60
    )
    return done.stdout.decode().splitlines()


@pytest.fixture(scope="module")
def made(real_content: Content, tmp_path_factory: pytest.TempPathFactory) -> PaperFiles:
    plan = real_content.get_blueprint("ma-tran-40-cau-thcs")
    out = tmp_path_factory.mktemp("de") / "bo-de"
    options = PaperOptions(styles=(PaperStyle.LARGE,), word=False)
    return make_papers(
        real_content,
        plan,
        out,
        today=dt.date(2026, 11, 29),
        form_count=4,
        options=options,
        roster=ROSTER,
    )


def _tags(made: PaperFiles, name: str) -> list[SheetTag | None]:
    pdf = (made.folder / "phieu-tra-loi" / name).read_bytes()
    return [parse_sheet_tag(said) for said in _read_codes(pdf)]


def test_blank_sheets_name_the_contest_and_the_page(made: PaperFiles) -> None:
    slug = made.paper.blueprint.slug
    assert _tags(made, "phieu-trang.pdf") == [SheetTag(slug, "", 0)]
    assert _tags(made, "phieu-chu-to.pdf") == [SheetTag(slug, "", 0, page) for page in (1, 2)]


def test_each_pupil_has_a_sheet_of_their_own(made: PaperFiles) -> None:
    tags = _tags(made, "phieu-tung-em.pdf")
    assert len(tags) == len(ROSTER)
    assert all(tag is not None for tag in tags)
    found = [tag for tag in tags if tag is not None]
    assert len({tag.serial for tag in found}) == len(ROSTER)
    assert {tag.form_code for tag in found} == {form.code for form in made.paper.forms}


def test_the_code_of_a_card_opens_the_room_with_its_code() -> None:
    address = "https://truong.example:8443/thi/tim-hieu-phap-luat"
    codes = [f"ABCD-EFG{n}" for n in range(2, 10)]
    cards = [EntryCard(person, code) for person, code in zip(ROSTER, codes, strict=False)]
    pdf = render_contest_cards("Tìm hiểu pháp luật", "8 giờ", address, cards)
    assert _read_codes(pdf) == [f"{address}#ma={code}" for code in codes]
