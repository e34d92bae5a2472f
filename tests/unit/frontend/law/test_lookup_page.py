"""The page on which the law is looked up, as someone uses it: by keyboard, on a phone, and back."""

from __future__ import annotations

import dataclasses
import datetime as dt
import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Locator, expect

from lachan.content import Content
from lachan.frontend import load_module, load_styles, render_script_json
from lachan.wire.law import law_json
from support.browsers import WatchedBrowser
from support.script_pages import SIZES, Visit, open_page

FOUND = re.compile("^[0-9]+ kết quả")
LESSON = "bai_hoc.ipynb?bai={slug}"
PRACTICE = "luyen_tap.ipynb?cap={band}&chu-de={slug}"


def open_lookup(
    browser: WatchedBrowser, content: Content, size: tuple[int, int] = (360, 640), hash_: str = ""
) -> Visit:
    data = law_json(
        content,
        lesson_href=LESSON,
        practice_href=PRACTICE,
        print_href="in.pdf",
        offline_href="tep.html",
    )
    script = render_script_json(data)
    body = (
        "<main><div id=lachan-tra-cuu></div>"
        f'<script type="application/json" id="lachan-tra-cuu-data">{script}</script>'
        f'<script type="module">{load_module("law/lookup")}</script></main>'
    )
    # The ground of our own pages, which is dark in the dark.
    styles = load_styles("law/lookup") + "body{background:var(--lc-page)}"
    visit = open_page(browser, *size, styles=styles, body=body, query=hash_)
    visit.page.wait_for_selector(".lc-lookup-page")
    return visit


@pytest.fixture(params=SIZES)
def visit(
    browser: WatchedBrowser, request: pytest.FixtureRequest, real_content: Content
) -> Iterator[Visit]:
    visit = open_lookup(browser, real_content, request.param)
    yield visit
    visit.page.close()
    assert visit.requests == []


@pytest.fixture
def open_at(browser: WatchedBrowser, real_content: Content) -> Iterator[Callable[..., Visit]]:
    opened = []

    def go(hash_: str, content: Content = real_content) -> Visit:
        opened.append(open_lookup(browser, content, hash_=hash_))
        return opened[-1]

    yield go
    for visit in opened:
        visit.page.close()
        assert visit.requests == []


def assert_sound(visit: Visit) -> None:
    for scheme in ("light", "dark"):
        visit.page.emulate_media(color_scheme=scheme)
        assert visit.find_violations() == []
    assert not visit.overflows()


def type_in(visit: Visit, words: str) -> None:
    visit.tab_to("input[type=search]")
    visit.page.keyboard.press("Control+a")
    visit.page.keyboard.type(words)


def status(visit: Visit) -> Locator:
    return visit.page.locator("[role=status]")


def test_documents_and_words_to_try_stand_where_nothing_is_typed(visit: Visit) -> None:
    page = visit.page
    expect(page.get_by_role("heading", level=1)).to_have_text("Tra cứu pháp luật")
    assert page.locator(".lc-lookup-results > li").count() == 26
    page.get_by_role("link", name="giấy tờ", exact=True).click()
    expect(page.get_by_label("Muốn tìm gì?")).to_have_value("giấy tờ")
    expect(status(visit)).to_have_text(FOUND)
    assert_sound(visit)


def test_found_by_keyboard_and_back_again(visit: Visit) -> None:
    page = visit.page
    type_in(visit, "điều 150")
    expect(status(visit)).to_have_text(FOUND)
    assert_sound(visit)
    visit.press("ArrowDown", "ArrowDown")
    assert visit.focused_text() == "Khoản 1 Điều 150 · Bộ luật Hình sự 2015"
    visit.press("ArrowUp")
    assert visit.focused_text() == "Điều 150 · Bộ luật Hình sự 2015"
    visit.press("ArrowDown", "Enter")
    page.wait_for_selector(".lc-lookup-entry")
    assert visit.focused_text() == "Khoản 1 Điều 150 · Bộ luật Hình sự 2015"
    assert_sound(visit)
    page.go_back()
    page.wait_for_selector(".lc-lookup-entry", state="detached")
    expect(page.get_by_label("Muốn tìm gì?")).to_have_value("điều 150")
    assert visit.focused_text() == "Khoản 1 Điều 150 · Bộ luật Hình sự 2015"


def test_enter_leads_to_the_first_result_and_up_to_the_box(visit: Visit) -> None:
    type_in(visit, "đặt cọc")
    visit.press("Enter")
    assert "Điều" in visit.focused_text()
    visit.press("ArrowUp")
    assert visit.page.evaluate("document.activeElement.type") == "search"
    visit.press("ArrowUp")
    assert visit.page.evaluate("document.activeElement.type") == "search"


def test_what_was_typed_survives_a_reload(visit: Visit) -> None:
    type_in(visit, "dat coc")
    before = visit.page.locator(".lc-lookup-link").all_inner_texts()
    visit.page.reload()
    visit.page.wait_for_selector(".lc-lookup-link")
    expect(visit.page.get_by_label("Muốn tìm gì?")).to_have_value("dat coc")
    assert visit.page.locator(".lc-lookup-link").all_inner_texts() == before


def test_what_was_met_is_marked(visit: Visit) -> None:
    type_in(visit, "dat coc")
    assert visit.page.locator("mark").all_inner_texts()[:2] == ["đặt", "cọc"]


def test_many_results_come_a_few_at_a_time(visit: Visit) -> None:
    type_in(visit, "người")
    links = visit.page.locator(".lc-lookup-link")
    assert links.count() == 20
    visit.page.get_by_role("button", name="Xem thêm 20 kết quả").click()
    assert links.count() == 40
    assert visit.focused_text() == links.nth(20).text_content()


def test_nothing_found_says_what_to_try(visit: Visit) -> None:
    page = visit.page
    type_in(visit, "đặt cọc khủng long")
    expect(status(visit)).to_have_text("Không có kết quả cho “đặt cọc khủng long”")
    assert "111" in page.locator(".lc-lookup-nothing").inner_text()
    assert_sound(visit)
    page.get_by_label("Lời viết cho").select_option("tieu-hoc")
    type_in(visit, "đặt cọc")
    page.locator(".lc-lookup-nothing").get_by_role("link", name="Mọi người").click()
    expect(status(visit)).to_have_text(FOUND)


def test_a_band_shows_its_own_words(visit: Visit, real_content: Content) -> None:
    page = visit.page
    page.get_by_label("Lời viết cho").select_option("tieu-hoc")
    type_in(visit, "111")
    plain = real_content.provisions["nghi-dinh-162-2025/tong-dai"].plain["tieu-hoc"]
    row = page.locator(".lc-lookup-results > li", has_text="Nghị định 162/2025/NĐ-CP")
    expect(row.locator("p").last).to_have_text(plain)


def test_an_entry_tells_all_that_is_known(
    open_at: Callable[..., Visit], real_content: Content
) -> None:
    page = open_at("#luat-69-2020/d53").page
    entry = page.locator(".lc-lookup-entry")
    provision = real_content.provisions["luat-69-2020/d53"]
    for shown in (
        provision.plain["thcs"],
        provision.summary,
        "Đang có hiệu lực, từ ngày 01/01/2022.",
        f"Mức kiểm chứng: {provision.text_status}.",
        "Lời viết cho: Trung học cơ sở.",
        "Ai làm việc này",
        "Ủy ban nhân dân cấp xã nơi người lao động thường trú",
        "Đã hết hiệu lực: chỉ áp dụng từ ngày 01/01/2022 đến hết ngày 30/6/2025.",
    ):
        expect(entry).to_contain_text(shown)
    lesson = real_content.get_lesson("viec-nhe-luong-cao")
    expect(entry.get_by_role("link", name=lesson.title, exact=True)).to_have_attribute(
        "href", f"bai_hoc.ipynb?bai={lesson.slug}"
    )
    practice = entry.locator("a[href*=luyen_tap]").first
    expect(practice).to_have_attribute("href", "luyen_tap.ipynb?cap=thcs&chu-de=viec-nhe-luong-cao")
    expect(page.locator("a[href='tel:111']")).to_be_visible()


def test_an_entry_of_who_acts_leads_to_what_it_acts_for(open_at: Callable[..., Visit]) -> None:
    page = open_at("#luat-69-2020/d53-k2-co-quan").page
    entry = page.locator(".lc-lookup-entry")
    expect(entry).to_contain_text("Thay bằng: Khoản 2 Điều 10 · Nghị định 128/2025/NĐ-CP")
    entry.get_by_role("link", name="Điều 53 ·").click()
    expect(page.locator(".lc-lookup-entry h2")).to_contain_text("Điều 53")


def test_a_document_lists_its_provisions(open_at: Callable[..., Visit]) -> None:
    visit = open_at("#luat-86-2025")
    page = visit.page
    expect(page.locator(".lc-lookup-entry h2")).to_be_visible()
    assert page.locator(".lc-lookup-entry .lc-lookup-link").count() > 0
    assert_sound(visit)


def test_an_address_of_nothing_here_is_searched_for(open_at: Callable[..., Visit]) -> None:
    page = open_at("#blhs-150-2").page
    expect(page.get_by_label("Muốn tìm gì?")).to_have_value("blhs 150 2")
    expect(page.locator(".lc-lookup-link").first).to_have_text(
        "Khoản 2 Điều 150 · Bộ luật Hình sự 2015"
    )


def test_the_way_past_the_header_is_no_search(visit: Visit) -> None:
    type_in(visit, "đặt cọc")
    visit.page.evaluate("() => { location.hash = 'lachan-tra-cuu'; }")
    expect(visit.page.locator(".lc-lookup-link").first).to_be_visible()
    expect(visit.page.get_by_label("Muốn tìm gì?")).to_have_value("đặt cọc")


@pytest.mark.parametrize(
    ("day", "words"),
    [
        ("2025-06-30T16:00:00Z", "Chưa có hiệu lực: bắt đầu từ ngày 01/7/2025."),
        ("2025-06-30T18:00:00Z", "Đang có hiệu lực, từ ngày 01/7/2025 đến hết ngày 31/12/2026."),
        ("2027-01-01T00:00:00Z", "Đã hết hiệu lực: chỉ áp dụng từ ngày 01/7/2025 đến hết ngày"),
    ],
)
def test_what_is_not_in_force_says_so(
    open_at: Callable[..., Visit], real_content: Content, day: str, words: str
) -> None:
    name = "luat-53-2024/d3-k1"
    ending = dataclasses.replace(
        real_content.provisions[name],
        in_force_to=dt.date(2026, 12, 31),
        review_by=dt.date(2026, 12, 1),
    )
    changed = dataclasses.replace(
        real_content, provisions={**real_content.provisions, name: ending}
    )
    page = open_at("#tim=cấm", changed).page
    page.clock.set_fixed_time(day)
    page.evaluate("(name) => { location.hash = name; }", f"#{name}")
    expect(page.locator(".lc-lookup-entry .lc-lookup-force").first).to_contain_text(words)
    stale = page.locator(".lc-lookup-entry .lc-notice")
    assert stale.count() == (1 if day.startswith("2027") else 0)


def test_it_can_be_read_in_forced_colours(open_at: Callable[..., Visit]) -> None:
    visit = open_at("#tim=đặt cọc")
    visit.page.emulate_media(forced_colors="active")
    assert visit.find_violations() == []
    border = "getComputedStyle(document.querySelector('.lc-lookup-results > li')).borderTopStyle"
    assert visit.page.evaluate(border) == "solid"


def test_text_of_the_registry_cannot_become_markup(
    open_at: Callable[..., Visit], real_content: Content
) -> None:
    name = "luat-53-2024/d3-k1"
    evil = dataclasses.replace(real_content.provisions[name], summary="<img src=x onerror=boom()>")
    changed = dataclasses.replace(real_content, provisions={name: evil})
    page = open_at(f"#{name}", changed).page
    expect(page.locator(".lc-lookup-entry")).to_contain_text("<img src=x")
    assert page.locator("img").count() == 0


def test_a_lesson_is_among_the_results(visit: Visit) -> None:
    visit.page.get_by_label("Muốn tìm gì?").fill("việc nhẹ lương cao ")
    link = visit.page.get_by_role("link", name="Việc nhẹ, lương cao")
    expect(link).to_have_attribute("href", "bai_hoc.ipynb?bai=viec-nhe-luong-cao")
    assert visit.find_violations() == []
    assert not visit.overflows()
