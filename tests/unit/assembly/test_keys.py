from decimal import Decimal

from lachan.assembly import KeyRow, form_key, option_labels
from lachan.domain.kinds import ItemType, Level
from lachan.domain.papers.paper import Cell, Form, FormItem, Paper
from support.items import LAW_DATE, TOPIC, make_blueprint, make_item, make_part


def test_keys_are_printed_letters_numbered_again_in_each_part() -> None:
    kinds = list(ItemType)
    parts = [
        make_part(kind, Cell(TOPIC, Level.KNOW, 2 if kind is ItemType.SINGLE_CHOICE else 1))
        for kind in kinds
    ]
    items = {
        "s1": make_item("s1"),
        "s2": make_item("s2"),
        "m": make_item("m", ItemType.MULTIPLE_CHOICE),
        "t": make_item("t", ItemType.TRUE_FALSE_GROUP),
        "n": make_item("n", ItemType.SHORT_ANSWER),
        "w": make_item("w", ItemType.SHORT_TEXT),
        "p": make_item("p", ItemType.MATCHING),
        "o": make_item("o", ItemType.ORDERING),
        "c": make_item("c", ItemType.SCENARIO),
        "e": make_item("e", ItemType.ESSAY),
    }
    form = Form(
        "101",
        (
            (FormItem("s2", ("b", "a", "c", "d")), FormItem("s1", ("d", "c", "a", "b"))),
            (FormItem("m", ("d", "b", "c", "e", "a")),),
            (FormItem("t", ("b", "a", "c", "d")),),
            (FormItem("n"),),
            (FormItem("w"),),
            (FormItem("p", ("b", "a", "c"), ("x", "c", "b", "a")),),
            (FormItem("o", ("c", "a", "d", "b")),),
            (FormItem("c"),),
            (FormItem("e"),),
        ),
    )
    paper = Paper(make_blueprint(*parts), LAW_DATE, "s", items, (form,))
    assert form_key(paper, form) == [
        KeyRow(1, 1, "s2", "A", Decimal("0.5")),
        KeyRow(1, 2, "s1", "D", Decimal("0.5")),
        KeyRow(2, 1, "m", "AE", Decimal("0.5")),
        KeyRow(3, 1, "t", "SĐĐS", Decimal(1)),
        KeyRow(4, 1, "n", "111", Decimal("0.25")),
        KeyRow(5, 1, "w", "công an", Decimal("0.25")),
        KeyRow(6, 1, "p", "1C 2D 3B", Decimal(1)),
        KeyRow(7, 1, "o", "BDAC", Decimal("0.5")),
        KeyRow(8, 1, "c", "1B 2A", Decimal(1)),
        KeyRow(9, 1, "e", "", Decimal(2)),
    ]


def test_labels_are_letters_and_small_letters_for_statements() -> None:
    printed = FormItem("x", ("c", "a", "d", "b"))
    assert option_labels(make_item("x"), printed) == {"c": "A", "a": "B", "d": "C", "b": "D"}
    assert option_labels(make_item("x", ItemType.TRUE_FALSE_GROUP), printed) == {
        "c": "a",
        "a": "b",
        "d": "c",
        "b": "d",
    }
    assert option_labels(make_item("x", ItemType.SHORT_ANSWER), FormItem("x", ())) == {}
