"""Pictures of the paper maker, and of what it prints."""

from __future__ import annotations

import datetime as dt
import tempfile
from pathlib import Path

import pypdfium2
from PIL import Image
from studio import Studio, shoot

from lachan.domain.consent import NameUse
from lachan.domain.papers.rosters import Entrant
from lachan.workflows.content.opening import open_content
from lachan.workflows.papers.make import make_papers
from lachan.workflows.papers.options import PaperOptions

REPOSITORY = Path(__file__).resolve().parent.parent
BLUEPRINT = "thpt-2025-18-4-6"
DAY = dt.date(2026, 12, 1)
WIDTH_PX = 640


def take_paper_maker(studio: Studio) -> None:
    with studio.visit_as_staff("/voila/render/ra_de.ipynb") as visit:
        page = visit.page
        page.get_by_label("Ma trận có sẵn").select_option(BLUEPRINT)
        visit.button("Dùng ma trận này").click()
        page.get_by_text("Ngân hàng đủ câu.").wait_for()
        page.locator("table").first.evaluate("e => e.scrollIntoView({ block: 'start' })")
        studio.keep("paper-maker", shoot(page))


def take_papers(studio: Studio) -> None:
    content = open_content(REPOSITORY)
    roster = [Entrant("000001", "Nguyễn Thị Ánh", "10A1", room="P1")]
    with tempfile.TemporaryDirectory() as place:
        out = Path(place) / "de"
        blueprint = content.get_blueprint(BLUEPRINT)
        day = DAY + dt.timedelta(days=30)
        names = NameUse(("ghi tên lên giấy khen",), day, "Ban Tổ chức", "cô Hạnh")
        options = PaperOptions(names=names)
        make_papers(
            content, blueprint, out, today=DAY, form_count=1, options=options, roster=roster
        )
        studio.keep("paper-form", draw_page(next((out / "de").glob("*-101.pdf"))))
        studio.keep("answer-sheet", draw_page(out / "phieu-tra-loi" / "phieu-tung-em.pdf"))


def draw_page(path: Path) -> Image.Image:
    """Return the first page of a PDF with a hairline of grey around it."""
    page = pypdfium2.PdfDocument(path)[0]
    picture = page.render(scale=WIDTH_PX / page.get_width()).to_pil().convert("RGB")
    sheet = Image.new("RGB", (picture.width + 2, picture.height + 2), "#8a979c")
    sheet.paste(picture, (1, 1))
    return sheet
