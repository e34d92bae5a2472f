"""Looking the law up, run in the browser that it is made for: words, places, ranks, addresses."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Page

from lachan.content import Content
from lachan.frontend import read_module
from lachan.frontend.bundle import join_modules
from lachan.wire.law import law_json
from support.browsers import WatchedBrowser
from support.script_pages import LOAD, open_page
from support.vectors import load_search_vectors

SOURCE = """
import { readAddress, writeAddress } from "./law/address.js";
import { parseQuery } from "./law/query.js";
import { createSearch } from "./law/search.js";
import { toWords } from "./shared/words.js";

export default { createSearch, parseQuery, readAddress, toWords, writeAddress };
"""
WORDS = "(text) => loaded.toWords(text).map((word) => [word.letters, word.tone, word.plain])"
FIND = "([typed, wish]) => search(typed, wish).map(({ value }) => value.id)"
PLACE = "(typed) => loaded.parseQuery(typed).place"
BLHS = "bo-luat-hinh-su-2015"
PCMBN = "luat-53-2024"


@pytest.fixture(scope="module")
def page(browser: WatchedBrowser, real_content: Content) -> Iterator[Page]:
    visit = open_page(browser, 360, 640, styles="")
    read = lambda name: SOURCE if name == "entry" else read_module(name)  # noqa: E731
    visit.page.evaluate(LOAD, join_modules("entry", read))
    visit.page.evaluate(
        "(data) => { window.search = loaded.createSearch(data); }", law_json(real_content)
    )
    yield visit.page
    visit.page.close()
    assert visit.requests == []


def find(page: Page, typed: str, **wish: str) -> list[str]:
    found: list[str] = page.evaluate(FIND, [typed, wish])
    return found


@pytest.mark.parametrize("vector", load_search_vectors(), ids=lambda vector: vector["text"])
def test_words_are_those_of_the_shared_vectors(page: Page, vector: dict[str, Any]) -> None:
    assert page.evaluate(WORDS, vector["text"]) == vector["words"]


@pytest.mark.parametrize(
    ("typed", "place"),
    [
        ("điều 150", {"article": "150"}),
        ("ĐIỀU 150 khoản 2", {"article": "150", "clause": "2"}),
        ("đ150 k2", {"article": "150", "clause": "2"}),
        ("đ150 khoản 2 điểm đ", {"article": "150", "clause": "2", "point": "đ"}),
        ("khoan 2 dieu 150", {"article": "150", "clause": "2"}),
        ("điều 217a", {"article": "217a"}),
        ("điều", {}),
        ("điều kiện", {}),
        ("điểm đến", {}),
        ("150", {}),
    ],
)
def test_a_place_is_read_as_people_write_it(page: Page, typed: str, place: dict[str, str]) -> None:
    assert page.evaluate(PLACE, typed) == place


@pytest.mark.parametrize(
    "typed", ["điều 150", "dieu 150", "150", "đ150", "d150", "Điều 150 Bộ luật Hình sự", "blhs 150"]
)
def test_an_article_comes_first_and_then_its_clauses(page: Page, typed: str) -> None:
    expected = [f"{BLHS}/d150", *(f"{BLHS}/d150-k{clause}" for clause in (1, 2, 3, 4))]
    assert find(page, typed)[:5] == expected


@pytest.mark.parametrize("typed", ["đ150 khoản 2", "khoản 2 điều 150", "150 2", "150 k2"])
def test_a_clause_comes_before_the_article_around_it(page: Page, typed: str) -> None:
    assert find(page, typed)[0] == f"{BLHS}/d150-k2"


def test_a_clause_that_is_not_here_leads_to_its_article(page: Page) -> None:
    assert find(page, "điều 53 khoản 9 người lao động") == ["luat-69-2020/d53"]
    assert find(page, "điều 999") == []


@pytest.mark.parametrize("typed", ["đặt cọc", "dat coc", "ĐẶT CỌC", "đặt  cọc!", "đặt cọ"])
def test_accents_are_not_needed(page: Page, typed: str) -> None:
    found = find(page, typed)
    assert found[0] in {"bo-luat-lao-dong-2019/d17", "luat-69-2020/d25", "nghi-dinh-112-2021/d30"}
    assert set(found) >= {"luat-69-2020/d25", "nghi-dinh-112-2021/d30"}


def test_accents_that_are_typed_are_meant(page: Page) -> None:
    assert set(find(page, "bạn nhỏ")) < set(find(page, "ban nho"))
    assert find(page, "đặt cóc") == []


def test_every_word_must_be_met(page: Page) -> None:
    both = set(find(page, "hợp đồng môi giới"))
    assert both
    assert both <= set(find(page, "hợp đồng")) & set(find(page, "môi giới"))
    assert find(page, "hợp đồng khủng long") == []


def test_what_people_call_it_finds_what_the_law_calls_it(page: Page) -> None:
    found = find(page, "buôn người")
    assert f"{PCMBN}/d3-k1" in found


@pytest.mark.parametrize("typed", ["53/2024", "53/2024/QH15", "luật 53/2024/qh15"])
def test_a_number_leads_to_its_document(page: Page, typed: str) -> None:
    found = find(page, typed)
    assert found[0] == PCMBN
    assert all(each.startswith(PCMBN) for each in found)


def test_title_before_plain_words_before_text(page: Page, real_content: Content) -> None:
    found = [name for name in find(page, "trẻ em") if "/" in name]
    titles = [real_content.provisions[name].document.title for name in found]
    of_title = ["trẻ em" in title.lower() for title in titles]
    assert True in of_title
    assert False in of_title
    assert of_title == sorted(of_title, reverse=True)


def test_a_band_finds_what_is_written_for_it(page: Page, real_content: Content) -> None:
    found = [name for name in find(page, "111", band="tieu-hoc") if "/" in name]
    assert found
    assert all("tieu-hoc" in real_content.provisions[name].plain for name in found)
    assert f"{PCMBN}/d2-k2" not in find(page, "tình dục", band="tieu-hoc")


def test_a_document_finds_its_own(page: Page) -> None:
    found = find(page, "3", document=PCMBN)
    assert found[0].startswith(f"{PCMBN}/d3")
    assert all(each.startswith(PCMBN) for each in found)


def test_lessons_are_found_where_a_way_leads_to_them(page: Page, real_content: Content) -> None:
    lesson = next(each for each in real_content.lessons if each.slug == "viec-nhe-luong-cao")
    typed, told = "viec nhe luong cao", law_json(real_content, lesson_href="bai?{slug}")
    assert lesson.id not in find(page, typed)
    page.evaluate("(data) => { window.taught = loaded.createSearch(data); }", told)
    taught = FIND.replace("search(", "taught(")
    assert page.evaluate(taught, [typed, {}])[0] == lesson.id
    assert page.evaluate(taught, [typed, {"band": "tieu-hoc"}]) == find(
        page, typed, band="tieu-hoc"
    )
    assert page.evaluate(taught, [typed, {"document": PCMBN}]) == find(page, typed, document=PCMBN)
    assert page.evaluate(taught, ["điều 150", {}]) == find(page, "điều 150")


@pytest.mark.parametrize("typed", ["", "   ", "!?", "…"])
def test_nothing_typed_finds_nothing(page: Page, typed: str) -> None:
    assert find(page, typed) == []


@pytest.mark.parametrize(
    "address",
    [
        {"opened": "", "query": "", "band": "", "document": ""},
        {"opened": f"{PCMBN}/d3-k1", "query": "", "band": "", "document": ""},
        {"opened": "", "query": "điều 3 & “mua bán” 50% #1", "band": "thcs", "document": PCMBN},
        {"opened": f"{PCMBN}/đ1", "query": "a=b+c", "band": "", "document": ""},
    ],
)
def test_the_address_keeps_what_was_asked(page: Page, address: dict[str, str]) -> None:
    written = page.evaluate("(address) => loaded.writeAddress(address)", address)
    assert written.startswith("#")
    assert page.evaluate("(hash) => loaded.readAddress(hash)", written) == address


def test_an_address_that_was_typed_wrongly_is_read_all_the_same(page: Page) -> None:
    read = page.evaluate("(hash) => loaded.readAddress(hash)", "#luat%&tim=%&la=1")
    assert (read["opened"], read["query"]) == ("luat%", "%")
