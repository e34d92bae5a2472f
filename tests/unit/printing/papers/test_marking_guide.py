import re
from dataclasses import replace
from decimal import Decimal
from typing import Any

from lachan.assembly import assemble, form_key
from lachan.domain.kinds import ItemType, Level
from lachan.domain.papers.paper import Cell, Paper
from lachan.printing import render_marking_guide
from support.items import (
    LAW_DATE,
    TOPIC,
    full_blueprint,
    make_bank,
    make_blueprint,
    make_item,
    make_part,
)
from support.pdf import pdf_text


def make_paper(count: int = 2) -> Paper:
    codes = [str(101 + index) for index in range(count)]
    return assemble(full_blueprint(), make_bank(), law_date=LAW_DATE, seed="s", codes=codes)


def guide_of(paper: Paper, **kwargs: Any) -> str:
    return pdf_text(render_marking_guide(paper, **kwargs))


def entries_of(text: str) -> dict[str, tuple[str, str, str]]:
    """Item id → what the guide says of it."""
    found = re.split(r"Mã đề (\d+), câu (\d+)\. Đáp án: ", text)[1:]
    groups = zip(found[::3], found[1::3], found[2::3], strict=True)
    return {
        re.search(r"Câu dẫn (\S+)\?", body)[1]: (code, number, body)
        for code, number, body in groups
    }


def test_every_item_comes_once_with_its_key_and_all_reasons() -> None:
    paper = make_paper()
    entries = entries_of(guide_of(paper))
    assert set(entries) == set(paper.items)
    places = {row.item_id: row for row in form_key(paper, paper.forms[0])}
    for item_id, (code, number, body) in entries.items():
        row = places[item_id]
        item = paper.items[item_id]
        assert (code, number) == ("101", str(row.number))
        if item.type is ItemType.SINGLE_CHOICE:
            assert body.startswith(f"{row.key} ")
            assert re.findall(r"([A-D]) \((đúng|chưa đúng)\): lí do", body) == [
                (letter, "đúng" if letter == row.key else "chưa đúng") for letter in "ABCD"
            ]
        if item.type is ItemType.TRUE_FALSE_GROUP:
            told = re.findall(r"[a-d] \((Đúng|Sai)\): lí do", body)
            assert "".join({"Đúng": "Đ", "Sai": "S"}[one] for one in told) == row.key


def test_it_says_where_an_item_stands_in_other_forms() -> None:
    paper = make_paper(3)
    entries = entries_of(guide_of(paper))
    for form in paper.forms[1:]:
        for row in form_key(paper, form):
            assert f"{form.code} câu {row.number}" in entries[row.item_id][2]


def test_many_forms_are_left_to_the_workbook() -> None:
    text = guide_of(make_paper(12))
    assert "Ở mã đề khác: xem trang “Bản đồ câu” của key.xlsx" in text


def test_essays_are_marked_along_their_rubric() -> None:
    paper = make_paper()
    essay = next(item for item in paper.items.values() if item.type is ItemType.ESSAY)
    text = guide_of(paper)
    for criterion in essay.body.rubric:
        assert f"{criterion.id} " in text
    assert "Nội dung cần đạt" in text


def test_citations_are_shown_by_label() -> None:
    text = guide_of(make_paper(), labels={"luat/d2": "Điều 2 Luật Mẫu"})
    assert "Căn cứ: Điều 2 Luật Mẫu" in text


def test_steps_of_true_false_groups_are_those_of_the_part() -> None:
    item = make_item("x", ItemType.TRUE_FALSE_GROUP)
    part = make_part(item.type, Cell(TOPIC, Level.KNOW, 1))
    steps = tuple(map(Decimal, ("0.2", "0.4", "0.6", "1")))
    blueprint = make_blueprint(replace(part, steps=steps))
    paper = assemble(blueprint, [item], law_date=LAW_DATE, seed="s", codes=("101",))
    text = guide_of(paper)
    assert "Điểm 0,2 0,4 0,6 1" in text


def test_the_bytes_are_stable_and_pdf_ua() -> None:
    first, again = render_marking_guide(make_paper()), render_marking_guide(make_paper())
    assert first == again
    assert b"<pdfuaid:part>1</pdfuaid:part>" in first
