"""Small items and blueprints for the tests of assembly, printing and exchange."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from lachan.domain.bodies import (
    Body,
    Choice,
    Criterion,
    Essay,
    Matching,
    MultipleChoice,
    Ordering,
    Pair,
    Scenario,
    Scene,
    SceneChoice,
    ShortAnswer,
    ShortText,
    SingleChoice,
    Statement,
    TrueFalseGroup,
)
from lachan.domain.items import Item
from lachan.domain.kinds import Band, Ending, ItemType, Level, Status
from lachan.domain.papers.paper import Blueprint, Cell, Header, Part
from lachan.domain.rich import text as rt
from lachan.markup import parse_rich_text

LAW_DATE = date(2026, 12, 5)
TOPIC = "viec-nhe"
POINTS = {
    ItemType.SINGLE_CHOICE: Decimal("0.5"),
    ItemType.MULTIPLE_CHOICE: Decimal("0.5"),
    ItemType.TRUE_FALSE_GROUP: Decimal(1),
    ItemType.SHORT_ANSWER: Decimal("0.25"),
    ItemType.SHORT_TEXT: Decimal("0.25"),
    ItemType.MATCHING: Decimal(1),
    ItemType.ORDERING: Decimal("0.5"),
    ItemType.SCENARIO: Decimal(1),
    ItemType.ESSAY: Decimal(2),
}


def rich(value: str) -> rt.RichText:
    return (rt.Paragraph((rt.Text(value),)),)


def make_body(item_id: str, kind: ItemType, pinned: Sequence[str] = ()) -> Body:
    def choice(letter: str) -> Choice:
        return Choice(
            letter,
            rich(f"phương án {item_id}-{letter}"),
            rich(f"lí do {item_id}-{letter}"),
            letter in pinned,
        )

    def reason(letter: str) -> rt.RichText:
        return rich(f"lí do {item_id}-{letter}")

    match kind:
        case ItemType.SINGLE_CHOICE:
            return SingleChoice(tuple(choice(c) for c in "abcd"), "b")
        case ItemType.MULTIPLE_CHOICE:
            return MultipleChoice(tuple(choice(c) for c in "abcde"), frozenset({"a", "d"}))
        case ItemType.TRUE_FALSE_GROUP:
            return TrueFalseGroup(
                tuple(
                    Statement(
                        c,
                        rich(f"mệnh đề {item_id}-{c}"),
                        c in "ac",
                        rich(f"lí do {item_id}-{c}"),
                        (f"luat/{c}",),
                    )
                    for c in "abcd"
                )
            )
        case ItemType.SHORT_ANSWER:
            return ShortAnswer("111", ("1 1 1",), "số", rich(f"lí do {item_id}"))
        case ItemType.SHORT_TEXT:
            return ShortText("công an", ("Công an xã",), rich(f"lí do {item_id}"))
        case ItemType.MATCHING:
            pairs = (
                Pair(c, rich(f"vế trái {item_id}-{c}"), rich(f"vế phải {item_id}-{c}"), reason(c))
                for c in "abc"
            )
            return Matching(tuple(pairs), (choice("x"),))
        case ItemType.ORDERING:
            return Ordering(tuple(choice(c) for c in "abcd"))
        case ItemType.SCENARIO:
            return Scenario(_scenes(item_id))
        case ItemType.ESSAY:
            criteria = (Criterion(c, rich(f"tiêu chí {item_id}-{c}"), Decimal(1)) for c in "ab")
            return Essay(tuple(criteria), rich(f"gợi ý {item_id}"), (40, 80))


def _scenes(item_id: str) -> tuple[Scene, ...]:
    def way(letter: str, scene: str, goes_to: str, best: bool) -> SceneChoice:
        name = f"{item_id}-{scene}-{letter}"
        return SceneChoice(letter, rich(f"cách {name}"), rich(f"lí do {name}"), goes_to, best)

    first = (way("a", "mot", "hai", False), way("b", "mot", "xong", True))
    second = (way("a", "hai", "xong", True), way("b", "hai", "can", False))
    return (
        Scene("mot", rich(f"cảnh {item_id}-mot"), first),
        Scene("hai", rich(f"cảnh {item_id}-hai"), second),
        Scene("xong", rich(f"kết {item_id}-xong"), (), Ending.SAFE),
        Scene("can", rich(f"kết {item_id}-can"), (), Ending.NEEDS_HELP),
    )


def make_item(
    item_id: str,
    kind: ItemType = ItemType.SINGLE_CHOICE,
    level: Level = Level.KNOW,
    *,
    topic: str = TOPIC,
    pinned: Sequence[str] = (),
    enemies: Sequence[str] = (),
) -> Item:
    return Item(
        id=item_id,
        band=Band.LOWER_SECONDARY,
        topic=topic,
        level=level,
        stem=rich(f"Câu dẫn {item_id}?"),
        body=make_body(item_id, kind, pinned),
        citations=("luat/d2",),
        enemies=frozenset(enemies),
    )


def make_part(kind: ItemType, *cells: Cell, points: Decimal | None = None) -> Part:
    return Part(kind, POINTS[kind] if points is None else points, cells)


def make_blueprint(*parts: Part, title: str = "Đề khởi động") -> Blueprint:
    return Blueprint(
        slug="khoi-dong",
        title=title,
        header=Header(
            authority="ỦY BAN NHÂN DÂN XÃ TÂN HÒA",
            organiser="TRƯỜNG THCS NGUYỄN ĐÌNH CHIỂU",
            exam="CUỘC THI TÌM HIỂU PHÁP LUẬT",
            school_year="2026 – 2027",
            subject="Phòng, chống mua bán người",
        ),
        official=False,
        band=Band.LOWER_SECONDARY,
        date=LAW_DATE,
        minutes=15,
        codes=(),
        seed="",
        total_points=None,
        parts=parts,
    )


def make_bank(per_cell: int = 3) -> list[Item]:
    """A bank with `per_cell` items of every type and level."""
    return [
        make_item(f"{kind.value.replace('_', '-')}-{level.value}-{number}", kind, level)
        for kind in ItemType
        for level in Level
        for number in range(per_cell)
    ]


def full_blueprint() -> Blueprint:
    """A blueprint with a part of every type."""
    return make_blueprint(
        make_part(
            ItemType.SINGLE_CHOICE,
            Cell(TOPIC, Level.KNOW, 2),
            Cell(TOPIC, Level.UNDERSTAND, 2),
        ),
        make_part(ItemType.MULTIPLE_CHOICE, Cell(TOPIC, Level.UNDERSTAND, 2)),
        make_part(ItemType.TRUE_FALSE_GROUP, Cell(TOPIC, Level.APPLY, 2)),
        make_part(ItemType.SHORT_ANSWER, Cell(TOPIC, Level.KNOW, 1), Cell(TOPIC, Level.APPLY, 1)),
        make_part(ItemType.SHORT_TEXT, Cell(TOPIC, Level.KNOW, 1)),
        make_part(ItemType.MATCHING, Cell(TOPIC, Level.UNDERSTAND, 1)),
        make_part(ItemType.ORDERING, Cell(TOPIC, Level.UNDERSTAND, 1)),
        make_part(ItemType.SCENARIO, Cell(TOPIC, Level.APPLY, 1)),
        make_part(ItemType.ESSAY, Cell(TOPIC, Level.APPLY, 1)),
    )


def as_draft(item: Item) -> Item:
    return replace(item, status=Status.DRAFT)


def make_chat(item_id: str) -> Item:
    """Return a branching case as a chat; its first way out is said, the second one done."""
    item = make_item(item_id, ItemType.SCENARIO)
    assert isinstance(item.body, Scenario)
    first, second, *ends = item.body.scenes
    said, done = first.choices
    opened = replace(
        first,
        text=_talk(f"Tối.\n\n- **Gấu Nâu:** Ra công viên {item_id} nhé."),
        choices=(replace(said, text=rich("“Để mình hỏi bố.”")), done),
    )
    going_on = replace(second, text=_talk("- **Gấu Nâu:** Có bố thì thôi."))
    return replace(item, body=Scenario((opened, going_on, *ends), chat=True))


def _talk(text: str) -> rt.RichText:
    content, faults = parse_rich_text(text)
    assert not faults
    return content
