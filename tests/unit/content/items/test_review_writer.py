"""A review is added to a file, and nothing else in it changes."""

from __future__ import annotations

import datetime as dt

import pytest
import yaml

from lachan.content.items.review_writer import ReviewPlaceError, add_reviews
from lachan.domain.items import Review

REVIEW = Review("law", dt.date(2026, 11, 30), 'Nguyễn Thị "Ánh"', "d1-0123456789ab")
ENTRY = '{role: law, name: "Nguyễn Thị \\"Ánh\\"", date: 2026-11-30, revision: d1-0123456789ab}'
FLOW = "    reviews: [{role: author, date: 2026-11-24}]  # đã đọc\n"
BLOCK = "    reviews:\n      - {role: author, date: 2026-11-24}  # đã đọc\n"
LONG = "    reviews:\n      - role: author\n        date: 2026-11-24\n"
STEM = "  # câu đầu\n  - id: mau-001\n    stem: Một?   # lời dẫn\n"
FOLDED = "  - id: mau-002\n    stem: >-\n      Hai\n      dòng?\n"


def file_of(*items: str) -> str:
    return "items:\n" + "\n".join(items)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (FLOW, f"    reviews: [{{role: author, date: 2026-11-24}}, {ENTRY}]  # đã đọc\n"),
        ("    reviews: []\n", f"    reviews: [{ENTRY}]\n"),
        ("    reviews:\n", f"    reviews: [{ENTRY}]\n"),
        ("    reviews:   # chưa có\n", f"    reviews: [{ENTRY}]   # chưa có\n"),
        (BLOCK, f"{BLOCK}      - {ENTRY}\n"),
        (LONG, f"{LONG}      - {ENTRY}\n"),
        ("", f"    reviews: [{ENTRY}]\n"),
        (
            (
                "    reviews: [{role: author, date: 2026-11-24},\n"
                "      {role: law, date: 2026-11-24}]\n"
            ),
            (
                "    reviews: [{role: author, date: 2026-11-24},\n"
                f"      {{role: law, date: 2026-11-24}}, {ENTRY}]\n"
            ),
        ),
    ],
)
def test_only_the_review_is_added(before: str, after: str) -> None:
    text = file_of(STEM + before, FOLDED + FLOW)
    added = add_reviews(text, {0: REVIEW}, "mau.yaml")
    assert added == file_of(STEM + after, FOLDED + FLOW)
    last = yaml.safe_load(added)["items"][0]["reviews"][-1]
    assert (last["name"], last["revision"]) == (REVIEW.name, REVIEW.revision)


def test_whatever_the_reader_takes_is_written_in() -> None:
    # PyYAML's own parser stumbles over the mark in a flow list, libyaml does not.
    text = file_of("  - id: mau-003\n    tags: [mấy phần?, hai]\n")
    assert add_reviews(text, {0: REVIEW}, "mau.yaml") == f"{text}    reviews: [{ENTRY}]\n"


def test_a_block_of_text_at_the_end_stays_whole() -> None:
    text = file_of(FOLDED, STEM)
    added = add_reviews(text, {0: REVIEW}, "mau.yaml")
    assert added == file_of(f"{FOLDED}    reviews: [{ENTRY}]\n", STEM)
    assert yaml.safe_load(added)["items"][0]["stem"] == "Hai dòng?"


def test_several_items_of_a_file_at_once() -> None:
    added = add_reviews(file_of(STEM + FLOW, FOLDED + BLOCK), {0: REVIEW, 1: REVIEW}, "mau.yaml")
    items = yaml.safe_load(added)["items"]
    assert [len(item["reviews"]) for item in items] == [2, 2]


def test_a_file_without_an_end_of_line_or_with_those_of_windows() -> None:
    assert add_reviews("items:\n  - id: a", {0: REVIEW}, "mau.yaml").endswith(
        f"id: a\n    reviews: [{ENTRY}]"
    )
    windows = file_of(STEM + BLOCK).replace("\n", "\r\n")
    added = add_reviews(windows, {0: REVIEW}, "mau.yaml")
    assert added == windows.rstrip("\r\n") + f"\r\n      - {ENTRY}\r\n"


def test_an_item_in_one_line() -> None:
    added = add_reviews("items:\n  - {id: a, stem: Một}\n", {0: REVIEW}, "mau.yaml")
    assert added == f"items:\n  - {{id: a, stem: Một, reviews: [{ENTRY}]}}\n"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("items:\n  - id: a\n", "câu thứ 2"),
        ("items: 3\n", "câu thứ 2"),
        ("items:\n  - id: a\n  - id: b\n    reviews: có\n", "không phải danh sách"),
    ],
)
def test_where_there_is_no_place_it_says_so(text: str, told: str) -> None:
    with pytest.raises(ReviewPlaceError, match=told):
        add_reviews(text, {1: REVIEW}, "mau.yaml")
