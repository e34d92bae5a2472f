import pytest

from lachan.domain.kinds import ItemType
from lachan.domain.papers.sheets import (
    Area,
    AreaKind,
    Bubble,
    FieldKind,
    SheetField,
    SheetLayout,
    SheetPart,
    SheetPlan,
    SheetQuestion,
)

NUMBER = SheetField("number.1", FieldKind.NUMBER, ("0", "1"), place="1")
CODE = SheetField("code.1", FieldKind.CODE, ("0", "1"), place="1")
ANSWER = SheetField("1.1", FieldKind.ANSWER, ("A", "B"), 1, 1)
BUBBLES = (Bubble("1.1", "A", 1, 20, 30, 2), Bubble("1.1", "B", 1, 25, 30, 2))
AREAS = (
    Area(AreaKind.QR, "", 1, 17, 260, 19, 19),
    Area(AreaKind.QR, "", 2, 17, 260, 19, 19),
    Area(AreaKind.WRITTEN, "name", 1, 30, 60, 80, 6),
)
LAYOUT = SheetLayout("mau", 2, 210, 297, (ANSWER,), BUBBLES, AREAS)


def test_a_plan_lists_number_then_code_then_answers() -> None:
    parts = (SheetPart(1, ItemType.SINGLE_CHOICE, (SheetQuestion(1, (ANSWER,)),)),)
    assert SheetPlan("mau", (NUMBER,), (CODE,), parts).fields == (NUMBER, CODE, ANSWER)


def test_pages_are_counted_from_one() -> None:
    assert [*LAYOUT.pages] == [1, 2]


def test_a_bubble_is_found_by_field_and_value() -> None:
    assert LAYOUT.get_bubble("1.1", "B") == BUBBLES[1]
    with pytest.raises(KeyError):
        LAYOUT.get_bubble("1.1", "C")


def test_an_area_is_found_by_kind_name_and_page() -> None:
    assert LAYOUT.find_area(AreaKind.QR, "", 2) == AREAS[1]
    assert LAYOUT.find_area(AreaKind.WRITTEN, "name") == AREAS[2]
    assert LAYOUT.find_area(AreaKind.WRITTEN, "name", 2) is None
