"""Another question in the place of one: what stays, what is taken, and why nothing can be."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from lachan.assembly import AssemblyError
from lachan.content import Content
from lachan.domain.items import Item
from lachan.domain.kinds import FormMode, Status
from lachan.domain.papers.paper import Blueprint, Paper, Rules
from lachan.exchange.snapshot.manifest import manifest
from lachan.workflows.papers.draft import choose_paper
from lachan.workflows.papers.make import make_papers, reprint_papers
from lachan.workflows.papers.options import PaperOptions
from lachan.workflows.papers.swap import SwapError, swap_item

TODAY = dt.date(2026, 12, 1)


@pytest.fixture
def short(real_content: Content) -> Blueprint:
    return replace(real_content.get_blueprint("khoi-dong-thcs"), codes=(), form_count=2)


def ids(paper: Paper) -> list[str]:
    return [each.item_id for part in paper.forms[0].parts for each in part]


def cells(paper: Paper) -> Counter[tuple[str, str, str]]:
    return Counter((item.type, item.topic, item.level) for item in paper.items.values())


def twins(content: Content, item: Item) -> list[Item]:
    """Return the other items of a cell."""
    return [
        each
        for each in content.items
        if each.id != item.id
        and (each.band, each.type, each.topic, each.level)
        == (item.band, item.type, item.topic, item.level)
    ]


def test_one_question_of_the_same_cell_is_taken_and_all_others_stay(
    real_content: Content, short: Blueprint
) -> None:
    before = choose_paper(real_content, short, today=TODAY)
    for item_id in ids(before)[:3]:
        found = swap_item(real_content, short, item_id, today=TODAY)
        assert (item_id,) == found.dropped
        assert len(found.taken) == 1
        assert set(ids(found.paper)) == {*ids(before), *found.taken} - {item_id}
        assert cells(before) == cells(found.paper)


def test_the_paper_follows_from_its_blueprint_and_the_manifest_tells_the_swap(
    real_content: Content, short: Blueprint, tmp_path: Path
) -> None:
    item_id = ids(choose_paper(real_content, short, today=TODAY))[0]
    found = swap_item(real_content, short, item_id, today=TODAY)
    assert found.paper == choose_paper(real_content, found.blueprint, today=TODAY)
    told = manifest(found.paper, versions={})["blueprint"]["rules"]
    assert told["exclude"] == [item_id]
    options = PaperOptions(word=False)
    made = make_papers(
        real_content, found.blueprint, tmp_path / "mot", today=TODAY, options=options
    )
    again = reprint_papers(tmp_path / "mot", tmp_path / "hai")
    assert made.fingerprint == again.fingerprint
    assert [path.read_bytes() for path in made.paths] == [path.read_bytes() for path in again.paths]


def test_a_question_that_had_to_be_there_may_go(real_content: Content, short: Blueprint) -> None:
    item_id = ids(choose_paper(real_content, short, today=TODAY))[0]
    included = replace(short, rules=Rules(include=(item_id,)))
    found = swap_item(real_content, included, item_id, today=TODAY)
    assert item_id not in (*found.blueprint.rules.include, *ids(found.paper))


def test_no_form_of_different_sets_has_it_any_more(real_content: Content, short: Blueprint) -> None:
    blueprint = replace(short, rules=replace(short.rules, mode=FormMode.DIFFERENT))
    item_id = ids(choose_paper(real_content, blueprint, today=TODAY))[0]
    found = swap_item(real_content, blueprint, item_id, today=TODAY)
    assert item_id not in found.paper.items
    assert item_id in found.dropped


def test_a_question_of_another_paper_is_refused(real_content: Content, short: Blueprint) -> None:
    with pytest.raises(SwapError, match="khong-co không còn trong mã đề này"):
        swap_item(real_content, short, "khong-co", today=TODAY)


def test_a_matrix_that_cannot_be_filled_says_so_itself(
    real_content: Content, short: Blueprint
) -> None:
    with pytest.raises(AssemblyError, match="không đủ câu hỏi"):
        swap_item(replace(real_content, items=()), short, "x", today=TODAY)


def test_where_none_is_left_each_of_the_cell_has_its_reason(
    real_content: Content, short: Blueprint
) -> None:
    paper = choose_paper(real_content, short, today=TODAY)
    asked = [paper.items[each] for each in ids(paper)]
    item = next(each for each in asked if len(twins(real_content, each)) > 3)
    spare = [each for each in twins(real_content, item) if each.id not in paper.items]
    draft = replace(spare[0], status=Status.DRAFT)
    enemy = replace(
        spare[1], enemies=frozenset({asked[-1].id if asked[-1] != item else asked[0].id})
    )
    content = replace(real_content, items=(*asked, draft, enemy, spare[2]))
    blueprint = replace(short, rules=replace(short.rules, exclude=(spare[2].id,)))
    with pytest.raises(SwapError) as refused:
        swap_item(content, blueprint, item.id, today=TODAY)
    told = str(refused.value)
    assert told.startswith(f"Không đổi được câu {item.id}: ô này")
    for reason in ("1 câu còn là bản nháp", "1 câu đã bỏ ra", "1 câu lộ đáp án của câu"):
        assert reason in told


def test_a_cell_without_any_other_question_says_that(
    real_content: Content, short: Blueprint
) -> None:
    paper = choose_paper(real_content, short, today=TODAY)
    asked = [paper.items[each] for each in ids(paper)]
    counts = Counter((each.type, each.topic, each.level) for each in asked)
    item = next(each for each in asked if counts[each.type, each.topic, each.level] == 1)
    with pytest.raises(SwapError, match="ngân hàng không có câu nào khác cho ô này"):
        swap_item(replace(real_content, items=tuple(asked)), short, item.id, today=TODAY)
