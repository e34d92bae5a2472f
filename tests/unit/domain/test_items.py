"""What of an item follows from its fields."""

from __future__ import annotations

from dataclasses import replace

import pytest

from lachan.domain.items import to_public
from lachan.domain.kinds import ItemType, Status, Use
from lachan.domain.rich.plain import render_plain
from support.items import make_chat, make_item, rich


def test_the_stimulus_is_read_before_the_stem() -> None:
    item = replace(make_item("a"), stimulus=rich("Tin nhắn."))
    assert (*rich("Tin nhắn."), *item.stem) == item.asked


@pytest.mark.parametrize(
    ("use", "status", "may"),
    [
        (Use.PRACTICE, Status.READY, True),
        (Use.CONTEST, Status.READY, False),
        (Use.PRACTICE, Status.DRAFT, False),
    ],
)
def test_only_a_ready_practice_item_may_be_practised(use: Use, status: Status, may: bool) -> None:
    assert may == replace(make_item("a"), use=use, status=status).may_be_practised


def test_statements_cite_too_and_each_provision_comes_once() -> None:
    group = make_item("g", ItemType.TRUE_FALSE_GROUP)
    item = replace(group, citations=("luat/b", "luat/d2"))
    assert ("luat/b", "luat/d2", "luat/a", "luat/c", "luat/d") == item.all_citations
    assert ("luat/d2",) == make_item("a").all_citations


def test_only_a_chat_shows_its_scenes_as_messages() -> None:
    chat, case = to_public(make_chat("t")), to_public(make_item("t", ItemType.SCENARIO))

    assert [("", "Tối."), ("Gấu Nâu", "Ra công viên t nhé.")] == [
        (each.sender, render_plain(each.content)) for each in chat.scenes[0].talk
    ]
    assert chat.chat
    assert not case.chat
    assert () == case.scenes[0].talk
