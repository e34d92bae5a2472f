import base64
import json
from dataclasses import replace
from datetime import date
from typing import Any

from lachan.assembly import assemble
from lachan.domain.bodies import SingleChoice, TrueFalseGroup
from lachan.domain.items import Item, Media, Review
from lachan.domain.kinds import ItemType, Level
from lachan.domain.papers.context import PaperContext
from lachan.domain.papers.paper import Paper
from lachan.exchange import read_items_snapshot, render_items_snapshot
from lachan.exchange.snapshot.items import item_json, items_snapshot, read_items
from support.items import LAW_DATE, full_blueprint, make_bank, make_chat, make_item


def make_paper(**changes: Any) -> Paper:
    bank = [replace(item, **changes) for item in make_bank()]
    return assemble(full_blueprint(), bank, law_date=LAW_DATE, seed="s", codes=("101",))


def nodes(text: str) -> list[dict[str, Any]]:
    return [{"type": "paragraph", "children": [{"type": "text", "value": text}]}]


def first_of(paper: Paper, kind: ItemType) -> dict[str, Any]:
    items = items_snapshot(paper)["items"]
    return next(item for item in items if item["type"] == kind.value)


def test_items_come_sorted_whole_and_only_those_used() -> None:
    paper = make_paper()
    written = [item["id"] for item in items_snapshot(paper)["items"]]
    assert written == sorted(paper.items)
    assert len(written) == 15


def test_names_of_reviewers_stay_at_home() -> None:
    paper = make_paper(reviews=(Review("law", date(2026, 11, 24), "An", "d1-0123456789ab"),))
    assert first_of(paper, ItemType.ESSAY)["reviews"] == [{"role": "law", "date": "2026-11-24"}]
    assert b"d1-0123456789ab" not in render_items_snapshot(paper)


def test_a_single_choice_is_written_in_full() -> None:
    paper = make_paper(
        grades=(6, 7),
        enemies=frozenset({"b", "a"}),
        media=Media("media/a.svg", "Sơ đồ", "tự vẽ", "ab"),
        reviews=(Review("author", date(2026, 11, 24)),),
    )
    item = first_of(paper, ItemType.SINGLE_CHOICE)
    assert item["choices"][1] == {
        "id": "b",
        "text": nodes(f"phương án {item['id']}-b"),
        "reason": nodes(f"lí do {item['id']}-b"),
        "pinned": False,
    }
    shown = {name: item[name] for name in ("key", "grades", "enemies", "media", "reviews", "stem")}
    assert shown == {
        "key": "b",
        "grades": [6, 7],
        "enemies": ["a", "b"],
        "media": {"path": "media/a.svg", "alt": "Sơ đồ", "credit": "tự vẽ", "digest": "ab"},
        "reviews": [{"role": "author", "date": "2026-11-24"}],
        "stem": nodes(f"Câu dẫn {item['id']}?"),
    }
    assert item["revision"] == paper.items[item["id"]].revision


def test_the_other_types_keep_their_keys_and_reasons() -> None:
    paper = make_paper()
    multiple, group, short = (
        first_of(paper, kind)
        for kind in (
            ItemType.MULTIPLE_CHOICE,
            ItemType.TRUE_FALSE_GROUP,
            ItemType.SHORT_ANSWER,
        )
    )
    assert multiple["key"] == ["a", "d"]
    assert group["statements"][1] == {
        "id": "b",
        "text": nodes(f"mệnh đề {group['id']}-b"),
        "key": False,
        "reason": nodes(f"lí do {group['id']}-b"),
        "citations": ["luat/b"],
        "level": None,
    }
    assert {name: short[name] for name in ("key", "accepted", "unit", "reason")} == {
        "key": "111",
        "accepted": ["1 1 1"],
        "unit": "số",
        "reason": nodes(f"lí do {short['id']}"),
    }


def test_a_statement_keeps_a_level_of_its_own() -> None:
    bank = [
        replace(
            item,
            body=replace(
                item.body,
                statements=tuple(replace(s, level=Level.KNOW) for s in item.body.statements),
            ),
        )
        if isinstance(item.body, TrueFalseGroup)
        else item
        for item in make_bank()
    ]
    paper = assemble(full_blueprint(), bank, law_date=LAW_DATE, seed="s", codes=("101",))
    group = first_of(paper, ItemType.TRUE_FALSE_GROUP)
    assert [statement["level"] for statement in group["statements"]] == ["biet"] * 4


def test_pictures_are_kept_with_the_items() -> None:
    context = PaperContext(pictures={"media/a.png": b"\x89PNG"})
    data = json.loads(render_items_snapshot(make_paper(), context))
    assert base64.b64decode(data["pictures"]["media/a.png"]) == b"\x89PNG"


def test_what_items_share_and_what_choices_stand_for_come_back() -> None:
    def named(item: Item) -> Item:
        assert isinstance(item.body, SingleChoice)
        first, *others = item.body.choices
        choices = (replace(first, misconception="dong-y"), *others)
        return replace(item, body=replace(item.body, choices=choices))

    bank = [
        named(replace(each, group=each.id, stimulus=each.stem))
        if each.type is ItemType.SINGLE_CHOICE
        else each
        for each in make_bank()
    ]
    paper = assemble(full_blueprint(), bank, law_date=LAW_DATE, seed="s", codes=("101",))
    assert read_items_snapshot(render_items_snapshot(paper)).items == paper.items


def test_a_chat_stays_one_and_another_case_says_nothing_of_it() -> None:
    chat, case = make_chat("tro-chuyen"), make_item("tinh-huong", ItemType.SCENARIO)

    assert "chat" not in item_json(case)
    assert read_items({"items": [item_json(chat)]}) == (chat,)
