"""Answer sheets (phiếu trả lời): what one asks for, and where on paper each mark stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from lachan.domain.kinds import ItemType

CODE = "code"
NUMBER = "number"


class FieldKind(StrEnum):
    """What the bubbles of a field tell: the entrant's number, the form code, or an answer."""

    NUMBER = "number"
    CODE = "code"
    ANSWER = "answer"


@dataclass(frozen=True, slots=True)
class SheetField:
    """A row or column of bubbles that is read as one thing.

    Attributes
    ----------
    name
        Unique on the sheet: ``number.1`` … (số báo danh), ``code.1`` … (mã đề), ``2.5`` (part 2,
        question 5) or ``2.5.c`` (its place c).
    values
        What each bubble stands for, in printed order: "A", "Đ", "-", "7".
    part, question, place
        Where an answer belongs; part and question are 0 elsewhere. The place is a statement
        ("a"), a left side or step ("1"), a character's position ("1"), a scene, or empty.
    many
        True where more than one bubble may be blackened.
    """

    name: str
    kind: FieldKind
    values: tuple[str, ...]
    part: int = 0
    question: int = 0
    place: str = ""
    many: bool = False


@dataclass(frozen=True, slots=True)
class SheetQuestion:
    """A question's fields; none where it is answered in writing."""

    number: int
    fields: tuple[SheetField, ...] = ()


@dataclass(frozen=True, slots=True)
class SheetPart:
    """A part of the sheet, numbered as in the paper."""

    number: int
    type: ItemType
    questions: tuple[SheetQuestion, ...]


@dataclass(frozen=True, slots=True)
class SheetPlan:
    """What a sheet must hold for one paper, whichever of its forms is sat."""

    slug: str
    number_fields: tuple[SheetField, ...]
    code_fields: tuple[SheetField, ...]
    parts: tuple[SheetPart, ...]

    @property
    def fields(self) -> tuple[SheetField, ...]:
        """All fields: number, code, then answers in printed order."""
        answers = (f for part in self.parts for question in part.questions for f in question.fields)
        return (*self.number_fields, *self.code_fields, *answers)


@dataclass(frozen=True, slots=True)
class Bubble:
    """One bubble; `x_mm`, `y_mm` is its centre, from the page's upper left corner."""

    field: str
    value: str
    page: int
    x_mm: float
    y_mm: float
    radius_mm: float


class AreaKind(StrEnum):
    """What a rectangle on a sheet is for.

    Corners and timing marks are solid black; the orientation mark, beside the upper left
    corner, tells which way up a scan is. The rest is where something is printed or written.
    """

    CORNER = "corner"
    ORIENTATION = "orientation"
    TIMING = "timing"
    QR = "qr"
    WRITTEN = "written"
    POINTS = "points"


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle; `x_mm`, `y_mm` is its upper left corner.

    `name` is a field's name for digits written above bubbles, a question's ("4.1") for written
    answers and points, otherwise what stands there ("name", "class", "room", "top-left").
    """

    kind: AreaKind
    name: str
    page: int
    x_mm: float
    y_mm: float
    width_mm: float
    height_mm: float


@dataclass(frozen=True, slots=True)
class SheetLayout:
    """Where everything on a sheet is, in mm. Printing makes it, scanning reads it."""

    slug: str
    page_count: int
    page_width_mm: float
    page_height_mm: float
    fields: tuple[SheetField, ...]
    bubbles: tuple[Bubble, ...]
    areas: tuple[Area, ...]

    @property
    def pages(self) -> range:
        """The numbers of its pages."""
        return range(1, self.page_count + 1)

    def find_area(self, kind: AreaKind, name: str, page: int = 1) -> Area | None:
        """Return the area of this kind and name on a page, or None."""
        wanted = (kind, name, page)
        return next((a for a in self.areas if (a.kind, a.name, a.page) == wanted), None)

    def get_bubble(self, field: str, value: str) -> Bubble:
        """Return a bubble; raises KeyError."""
        for bubble in self.bubbles:
            if (bubble.field, bubble.value) == (field, value):
                return bubble
        raise KeyError((field, value))


@dataclass(frozen=True, slots=True)
class SheetCopy:
    """One sheet to be printed: empty, or filled in for one entrant.

    Attributes
    ----------
    serial
        Unique in a contest; the QR code carries it.
    form_code
        Preset mã đề, or empty where the entrant blackens it.
    number, name, class_name, school, room
        Printed and, for the number, blackened; each may be empty.
    marks
        Field name → values blackened besides, for example the key.
    """

    serial: int
    form_code: str = ""
    number: str = ""
    name: str = ""
    class_name: str = ""
    school: str = ""
    room: str = ""
    marks: Mapping[str, tuple[str, ...]] | None = None
