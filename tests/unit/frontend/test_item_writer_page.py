"""The form for questions in a browser, on the real bank, with a school's folder and no server."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from playwright.sync_api import Locator, expect

from lachan.content import Content, load_content
from lachan.domain.kinds import Band, ItemType, Level
from lachan.domain.papers.paper import Cell, Part
from lachan.frontend import load_styles
from lachan.widgets.authoring.writer import ItemWriter
from lachan.workflows.authoring.bench import WritingBench
from lachan.workflows.content.school_items import refresh_school_items
from lachan.workflows.papers.bench import PaperBench
from support.accessibility import find_violations
from support.browsers import WatchedBrowser
from support.school_folder import make_school
from support.script_pages import SIZES, Visit, mount_widget, open_page

NOW = dt.datetime(2026, 12, 1, 1, 0, tzinfo=dt.UTC)
TODAY = dt.date(2026, 12, 1)
TOPIC = "viec-nhe-luong-cao"
FILE = f"quiz_bank/thcs/{TOPIC}.yaml"


def report() -> str:
    raise AssertionError("no fault without words is expected")


@pytest.fixture
def school(tmp_path: Path) -> Path:
    return make_school(tmp_path / "kho")


@pytest.fixture
def content(real_content: Content, school: Path) -> Content:
    return replace(real_content, school=school)


@pytest.fixture(params=SIZES)
def visit(
    browser: WatchedBrowser, content: Content, request: pytest.FixtureRequest
) -> Iterator[Visit]:
    # As our own pages have it, also in dark.
    styles = "main{background:var(--lc-page)}" + load_styles("authoring/writer")
    visit = open_page(browser, *request.param, styles=styles)
    mount_writer(visit, content)
    yield visit
    visit.page.close()
    assert visit.requests == []


def mount_writer(visit: Visit, content: Content) -> None:
    bench = WritingBench(content, lambda: TODAY, lambda: NOW)
    mount_widget(visit, ItemWriter(content, bench, report), "authoring/writer")


def row(visit: Visit, name: str) -> Locator:
    return visit.page.get_by_role("group", name=name, exact=True)


def look(visit: Visit) -> None:
    """Hold the page to what every page must be; in dark only the colours are others."""
    assert visit.find_violations() == []
    assert not visit.overflows()
    visit.page.emulate_media(color_scheme="dark")
    assert find_violations(visit.page, colours_only=True) == []
    visit.page.emulate_media(color_scheme="light")


def count_supply(content: Content) -> int:
    part = Part(ItemType.SINGLE_CHOICE, Decimal(1), (Cell(TOPIC, Level.KNOW, 1),))
    bench = PaperBench(content, lambda: TODAY)
    blueprint = replace(content.get_blueprint("khoi-dong-thcs"), parts=(part,))
    [found] = bench.count_cells(blueprint)
    return found[TOPIC, Level.KNOW]


def test_a_question_is_written_mended_kept_and_found_in_the_bank_of_a_paper(
    visit: Visit, content: Content, school: Path
) -> None:
    page = visit.page
    before = count_supply(content)
    page.get_by_label("Cấp", exact=True).select_option("thcs")
    page.get_by_label("Bài học", exact=True).select_option(TOPIC)
    page.get_by_role("button", name="Bắt đầu viết").click()
    expect(page.get_by_role("heading", name="Câu mới")).to_be_focused()
    bar = page.locator(".lc-write-bar")
    expect(bar).to_contain_text("chỗ phải điền hoặc sửa")
    # Nobody is told of fields that they have not come to.
    expect(page.locator(".lc-write-error")).to_have_count(0)

    stem = page.get_by_label("Lời câu hỏi", exact=True)
    stem.fill("Em từng bị ai lừa chưa?")
    expect(stem).to_have_accessible_description(re.compile("Phải sửa:.*SF011"))
    expect(stem).to_have_attribute("aria-invalid", "true")
    look(visit)
    stem.fill("Có bạn rủ em nghỉ học để đi làm xa ngay tối nay. Em nên làm gì trước?")
    expect(stem).not_to_have_attribute("aria-invalid", "true")

    choices = (
        ("Hỏi một người lớn tin cậy", "Người lớn tin cậy giúp em nghĩ kĩ."),
        ("Đi ngay kẻo lỡ việc tốt", "Bị giục gấp là lúc cần dừng lại."),
        ("Giấu cả nhà cho yên chuyện", "Giấu đi thì không ai giúp được em."),
        ("Đưa giấy tờ cho bạn giữ", "Giấy tờ của em thì em giữ."),
    )
    for letter, (text, reason) in zip("ABCD", choices, strict=True):
        group = row(visit, f"Phương án {letter}")
        group.get_by_label("Lời phương án").fill(text)
        group.get_by_label("Vì sao").fill(reason)
    row(visit, "Phương án A").get_by_label("Đây là đáp án đúng").check()
    page.get_by_role("button", name="Đưa vào ngân hàng").click()
    law = page.get_by_role("group", name="Căn cứ pháp luật")
    expect(law).to_contain_text("thiếu citations", ignore_case=True)
    assert not (school / FILE).exists()

    page.get_by_label("Tìm điều luật").fill("111")
    law.get_by_role("button", name="Dẫn điều này").first.click()
    expect(law).not_to_contain_text("thiếu citations", ignore_case=True)
    expect(bar).to_contain_text("Không còn lỗi")
    expect(page.locator(".lc-write-look")).to_contain_text("Người học thấy")
    expect(page.locator(".lc-write-look .lc-reasons li")).to_have_count(4)
    look(visit)

    page.get_by_role("button", name="Lưu nháp").click()
    expect(page.get_by_role("alert")).to_contain_text("Đã lưu nháp")
    assert (school / "nhap" / "thcs" / f"{TOPIC}.yaml").is_file()
    assert count_supply(refresh_school_items(content)) == before

    page.get_by_role("button", name="Đưa vào ngân hàng").click()
    expect(page.get_by_role("alert")).to_contain_text("Đã đưa vào ngân hàng")
    assert count_supply(refresh_school_items(content)) == before + 1
    fresh = load_content(content.root, school=school)
    assert [each for each in fresh.problems if each.severity == "error"] == []
    assert fresh.get_item(f"truong-thcs-{TOPIC}-001").band is Band.LOWER_SECONDARY


def test_every_type_has_its_fields_and_keeps_what_fits_with_the_keyboard_alone(
    visit: Visit,
) -> None:
    page = visit.page
    page.get_by_label("Cấp", exact=True).select_option("thcs")
    visit.tab_to(".lc-write-start .lc-primary")
    visit.press("Enter")
    expect(page.get_by_role("heading", name="Câu mới")).to_be_focused()
    text = "Hỏi một người lớn tin cậy"
    row(visit, "Phương án A").get_by_label("Lời phương án").fill(text)
    kept = {
        "multiple_choice": ("Phương án A", "Lời phương án"),
        "true_false_group": ("Ý A", "Lời của ý"),
        "ordering": ("Bước 1", "Lời của bước"),
        "matching": ("Cặp 1", "Vế trái"),
        "essay": ("Tiêu chí 1", "Người chấm tìm điều gì"),
        "scenario": ("Lựa chọn A", "Lời của lựa chọn"),
        "short_text": ("", ""),
        "short_answer": ("", ""),
        "single_choice": ("Phương án A", "Lời phương án"),
    }
    for kind, (group, label) in kept.items():
        page.locator(".lc-write-editor").get_by_label("Dạng câu").select_option(kind)
        expect(page.get_by_role("alert")).to_contain_text("Đã đổi dạng câu")
        if group and kind != "essay":
            expect(row(visit, group).get_by_label(label)).to_have_value(text)
        if kind in ("scenario", "matching"):
            look(visit)
    page.get_by_role("button", name="Thêm phương án").focus()
    visit.press("Enter")
    expect(row(visit, "Phương án E").get_by_label("Đây là đáp án đúng")).to_be_focused()
    row(visit, "Phương án E").get_by_role("button", name="Bỏ").focus()
    visit.press("Enter")
    expect(row(visit, "Phương án E")).to_have_count(0)
