"""Holes of all three kinds are found, and a document's reach is whole."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from lachan.checks.coverage import Coverage, find_impact, map_coverage
from lachan.content import Content, load_content
from lachan.domain.kinds import Level


@pytest.fixture
def content(sample: Path) -> Content:
    return load_content(sample)


def _map(content: Content, **changes: Any) -> Coverage:
    lessons = [replace(lesson, **changes) for lesson in content.lessons]
    return map_coverage(lessons, content.items, content.provisions)


def test_a_row_counts_lessons_and_items_by_level(content: Content) -> None:
    [row] = [row for row in _map(content).rows if row.provision.id == "luat-mau/d3"]

    assert {Level.UNDERSTAND: 2, Level.APPLY: 1} == dict(row.asked)
    assert not row.is_taught


def test_what_is_asked_but_not_taught_is_a_hole(content: Content) -> None:
    assert ["luat-mau/d3"] == [row.provision.id for row in _map(content).never_taught]


def test_what_is_taught_but_not_asked_is_a_hole(content: Content) -> None:
    found = _map(content, citations=("luat-mau/d2-k1", "luat-mau/d3", "luat-mau/d9"))

    assert ["luat-mau/d9"] == [row.provision.id for row in found.never_asked]
    assert () == found.never_taught
    assert found.hole_count == 1


def test_an_objective_that_no_item_asks_is_a_hole(content: Content) -> None:
    items = [replace(item, objective="") for item in content.items]

    found = map_coverage(content.lessons, items, content.provisions)

    assert [("thcs-mau", "nhan-biet")] == [(lesson.id, o) for lesson, o in found.unasked_objectives]


def test_provisions_that_nobody_cites_have_no_row(content: Content) -> None:
    assert "luat-cu/d2" not in {row.provision.id for row in _map(content).rows}


@pytest.mark.parametrize("name", ["1/2024/QH15", "luat-mau"])
def test_impact_finds_a_document_by_number_or_id(content: Content, name: str) -> None:
    found = find_impact(name, content.lessons, content.items, content.provisions)

    assert ["thcs-mau"] == [lesson.id for lesson in found.lessons]
    assert ["mau-001", "mau-002", "mau-003", "mau-004"] == [item.id for item in found.items]


def test_who_acts_for_a_document_is_touched_with_it(content: Content) -> None:
    other = replace(content.provisions["luat-cu/d2"].document, id="nd", number="2/2026/NĐ-CP")
    moved = replace(content.provisions["luat-mau/d6"], id="nd/d1", document=other)
    provisions = {**content.provisions, "nd/d1": moved}
    cites_who = [replace(content.items[0], citations=("nd/d1",))]

    found = find_impact("luat-mau", (), cites_who, provisions)

    assert ["nd/d1"] == [each.id for each in found.cited_by(found.items[0])]


def test_an_unrelated_document_touches_nothing(content: Content) -> None:
    found = find_impact("1/2011/QH12", content.lessons, content.items, content.provisions)

    assert ((), ()) == (found.lessons, found.items)


def test_an_amending_law_touches_what_it_amends(content: Content) -> None:
    provisions = {
        name: replace(each, document=replace(each.document, amended_by=("86/2025/QH15",)))
        for name, each in content.provisions.items()
    }

    found = find_impact("86/2025/QH15", content.lessons, content.items, provisions)

    assert len(found.items) == 4
