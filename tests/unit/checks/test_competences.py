"""Who acts: cited where told, and judged on the day."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from lachan.checks import Finding, Subject, run_rules
from lachan.domain.items import Item
from lachan.domain.kinds import Verification
from lachan.domain.law import Competence, Document, Provision
from support.content import choices, item, lesson

BEFORE, AFTER = dt.date(2025, 6, 30), dt.date(2025, 7, 1)
DOCUMENT = Document("luat", "1/2020", "Luật", "Luật", "Luật", "Quốc hội", dt.date(2022, 1, 1))


def _provision(
    name: str,
    since: dt.date = DOCUMENT.in_force_from,
    last: dt.date | None = None,
    who: str = "",
) -> Provision:
    acts = Competence("luat/dang-ki", who, (who,)) if who else None
    return Provision(
        id=f"luat/{name}",
        document=DOCUMENT,
        article="",
        clause="",
        point="",
        in_force_from=since,
        in_force_to=last,
        replaced_by="",
        verified=Verification.STATUTE,
        sources=("N1",),
        checked=AFTER,
        summary="…",
        competence=acts,
    )


REGISTRY = {
    each.id: each
    for each in (
        _provision("dang-ki"),
        _provision("tinh", last=BEFORE, who="cơ quan của tỉnh"),
        _provision("xa", since=AFTER, who="Ủy ban nhân dân xã"),
    )
}


def _find(made: Item, on: dt.date) -> list[Finding]:
    subject = Subject(
        lessons=(),
        items=(made,),
        provisions=REGISTRY,
        law_source_ids=frozenset({"N1"}),
        hotlines=(),
        blueprints=(),
        retired_ids=frozenset(),
        on=on,
    )
    return [each for each in run_rules(subject) if each.code.startswith("LW")]


def _asks(key: str, *citations: str, wrong: str = "Hội đồng hương") -> Item:
    made = item("Đăng kí hợp đồng ở đâu?", choices(key, wrong))
    return replace(made, citations=citations)


@pytest.mark.parametrize(
    ("key", "cited", "on", "codes"),
    [
        ("Ở cơ quan của tỉnh", "luat/tinh", BEFORE, []),
        ("Ở cơ quan của tỉnh", "luat/tinh", AFTER, ["LW002", "LW010"]),
        ("Ở Ủy ban nhân dân xã", "luat/xa", AFTER, []),
        ("Ở Ủy ban nhân dân xã", "luat/xa", BEFORE, ["LW002", "LW010"]),
    ],
)
def test_what_is_done_and_who_does_it_are_judged_on_the_day(
    key: str, cited: str, on: dt.date, codes: list[str]
) -> None:
    assert codes == [each.code for each in _find(_asks(key, "luat/dang-ki", cited), on)]


def test_an_item_that_tells_who_cites_who() -> None:
    (found,) = _find(_asks("Ở Ủy ban nhân dân xã", "luat/dang-ki"), AFTER)

    assert ("LW009", "dẫn thêm luat/xa") == (found.code, found.hint)


def test_a_wrong_choice_may_name_who_acted_before() -> None:
    made = _asks("Ở Ủy ban nhân dân xã", "luat/dang-ki", "luat/xa", wrong="Ở cơ quan của tỉnh")

    assert [] == _find(made, AFTER)


def test_a_reason_may_tell_both_the_past_and_today() -> None:
    body = choices("Ở xã", "Ở quê", reason="Trước ở cơ quan của tỉnh, nay ở Ủy ban nhân dân xã.")
    made = replace(item("Đăng kí ở đâu?", body), citations=("luat/dang-ki", "luat/xa"))

    assert [] == _find(made, AFTER)


def test_an_item_that_tells_nobody_cites_nobody() -> None:
    assert [] == _find(_asks("Trong năm ngày", "luat/dang-ki"), AFTER)


def test_a_lesson_tells_who_by_the_same_rule() -> None:
    told = replace(lesson(), key_points=("Ở Ủy ban nhân dân xã.",), citations=("luat/dang-ki",))
    subject = Subject((told,), (), REGISTRY, frozenset({"N1"}), (), (), frozenset(), AFTER)

    assert "LW009" in {each.code for each in run_rules(subject)}
