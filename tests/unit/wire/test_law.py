"""What everyone may look up: all of the law, nothing of a contest."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path
from typing import Any

import pytest

from lachan.content import Content, load_content
from lachan.domain.items import Item
from lachan.domain.kinds import Status, Use
from lachan.domain.law_words import Headword
from lachan.wire.law import LawEntryJson, LawJson, law_json


@pytest.fixture
def small(sample: Path) -> Content:
    return load_content(sample)


def entry_of(data: LawJson, name: str) -> LawEntryJson:
    [found] = [each for each in data["entries"] if each["id"] == name]
    return found


def practised(content: Content, name: str) -> dict[str, int]:
    lessons = entry_of(law_json(content), name)["lessons"]
    return {each["id"]: each["practised"] for each in lessons}


def test_every_provision_tells_dates_sources_and_how_it_was_read(small: Content) -> None:
    found = entry_of(law_json(small), "luat-mau/d2-k1")
    assert found["place"] == "Khoản 1 Điều 2"
    assert found["plain"] == {"thcs": "Có ba phần phải cùng có."}
    assert found["from"] == {"iso": "2025-07-01", "shown": "01/7/2025"}
    assert found["to"] is None
    assert (found["status"], found["checked"]) == ("đã đọc trong văn bản", "24/11/2026")
    assert found["sources"] == ["N1"]


def test_press_says_in_how_many_sources(small: Content) -> None:
    status = entry_of(law_json(small), "luat-mau/d3")["status"]
    assert status == "báo và trang cơ quan, 2 nguồn"


def test_who_acts_is_told_with_the_days_of_the_competence(small: Content) -> None:
    before = entry_of(law_json(small), "luat-mau/d5")
    assert (before["who"], before["acts_for"]) == ("Huyện", "luat-mau/d2-k1")
    assert before["to"] == {"iso": "2025-12-31", "shown": "31/12/2025"}


def test_an_old_document_says_what_took_its_place(small: Content) -> None:
    [old] = [each for each in law_json(small)["documents"] if each["id"] == "luat-cu"]
    assert (old["to"]["iso"], old["replaced_by"]) == ("2025-06-30", "1/2024/QH15")


def test_sources_are_told_by_what_stands_there_and_on_which_site(real_content: Content) -> None:
    told = law_json(real_content)["sources"]["N2"]
    assert told == {"note": "Điều 2", "site": "hethongphapluat.com"}


def test_a_provision_names_its_lessons_and_how_much_they_practise(small: Content) -> None:
    lesson = small.lessons[0]
    cited = [
        item
        for item in small.items
        if item.may_be_practised and "luat-mau/d2-k1" in item.all_citations
    ]
    assert practised(small, "luat-mau/d2-k1") == {lesson.id: len(cited)}
    assert cited


def test_contest_items_and_drafts_are_neither_shown_nor_counted(small: Content) -> None:
    def hidden(change: dict[str, Any]) -> Content:
        items = tuple(dataclasses.replace(item, **change) for item in small.items)
        return dataclasses.replace(small, items=items)

    changes: list[dict[str, Any]] = [{"use": Use.CONTEST}, {"status": Status.DRAFT}]
    for change in changes:
        counts = practised(hidden(change), "luat-mau/d2-k1")
        assert set(counts.values()) == {0}


def test_nothing_of_any_item_travels(real_content: Content) -> None:
    text = json.dumps(law_json(real_content), ensure_ascii=False)

    def shown(item: Item) -> bool:
        return f'"{item.id}"' in text

    assert [] == [item.id for item in real_content.items if shown(item)]
    data = law_json(real_content)
    assert set(data) == {
        *("texts", "help", "bands", "plainest", "suggested", "documents", "entries", "lessons"),
        *("sources", "links", "read"),
    }
    assert set(data["entries"][0]["lessons"][0]) == {"id", "practised"}


def test_words_lead_by_all_their_names(small: Content) -> None:
    words = (Headword("ba thành tố", ("ba yếu tố",), is_suggested=True), Headword("không có"))
    data = law_json(dataclasses.replace(small, law_words=words))
    assert entry_of(data, "luat-mau/d2-k1")["words"] == ["ba thành tố", "ba yếu tố"]
    assert data["suggested"] == ["ba thành tố"]


def test_a_registry_without_provisions_has_no_last_reading(small: Content) -> None:
    assert law_json(dataclasses.replace(small, provisions={}))["read"] == ""


def test_no_text_of_another_screen_travels(small: Content) -> None:
    texts = law_json(small)["texts"]
    assert [name for name in texts if not name.startswith(("lookup_", "help_"))] == ["free"]
