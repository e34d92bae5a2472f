"""Blueprints (ma trận đề) and the papers made from them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from lachan.domain.bodies import TRUE_FALSE_SCORES
from lachan.domain.items import Item
from lachan.domain.kinds import Band, CellUnit, FormMode, ItemType, Level, Use
from lachan.domain.source import NOWHERE, Source

STATEMENTS_PER_GROUP = len(TRUE_FALSE_SCORES) - 1


@dataclass(frozen=True, slots=True)
class Cell:
    """So many items, or statements, of one topic and level."""

    topic: str
    level: Level
    count: int
    source: Source = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a paper: one item type, points for a fully correct item, and its cells.

    Attributes
    ----------
    unit
        Whether cells count items or the statements of true/false groups. A statement counts at
        its own level, or at its item's where it has none.
    use
        Take only items of this use; None takes either.
    steps
        Points for 1, 2, 3 and 4 right statements of a true/false group; empty means the steps
        of the national examination, in proportion to `points`.
    """

    type: ItemType
    points: Decimal
    cells: tuple[Cell, ...]
    source: Source = field(default=NOWHERE, compare=False)
    unit: CellUnit = CellUnit.ITEMS
    use: Use | None = None
    steps: tuple[Decimal, ...] = ()

    @property
    def count(self) -> int:
        """How many items the part holds."""
        total = sum(cell.count for cell in self.cells)
        return total // STATEMENTS_PER_GROUP if self.unit is CellUnit.STATEMENTS else total

    @property
    def worth(self) -> Decimal:
        """Points of all its items together."""
        return self.points * self.count

    @property
    def true_false_steps(self) -> tuple[Decimal, ...]:
        """Points for 1, 2, 3 and 4 right statements of a true/false group of this part."""
        return self.steps or tuple(score * self.points for score in TRUE_FALSE_SCORES[1:])

    def points_for_statements(self, right: int) -> Decimal:
        """Return the points of a true/false group with `right` statements answered rightly."""
        return self.true_false_steps[right - 1] if right else Decimal(0)


@dataclass(frozen=True, slots=True)
class Rules:
    """What the forms of a paper must hold to besides their cells.

    Attributes
    ----------
    mode
        `same`: one set of items, every form shuffles it; `different`: several equal sets.
    base_forms
        With `different`, how many sets of items (bộ câu hỏi) there are; forms take them in
        turn. None means one a form.
    max_shared
        Two sets have at most so many items in common; None sets no limit.
    max_exposure
        An item is in at most so many sets; None sets no limit.
    key_balance
        Give the letters of single-choice keys equal shares, never four alike in a row; let
        neither the order nor the number of Đúng, nor any habit of `habits`, answer a paper.
    difficulty_tolerance
        Two sets differ by at most so many points in what is expected to be lost on them.
    time_tolerance_s
        Two sets differ by at most so many seconds in expected working time.
    include, exclude
        Ids of items that every set holds, and that none holds.
    previous
        Ids of items in papers already given, which none holds.
    """

    mode: FormMode = FormMode.SAME
    base_forms: int | None = None
    max_shared: int | None = None
    max_exposure: int | None = None
    key_balance: bool = True
    difficulty_tolerance: Decimal | None = None
    time_tolerance_s: int | None = None
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    previous: tuple[str, ...] = ()

    def count_bases(self, form_count: int) -> int:
        """Return how many sets of items stand behind `form_count` forms."""
        if self.mode is FormMode.SAME:
            return 1
        return min(form_count, self.base_forms or form_count)


@dataclass(frozen=True, slots=True)
class Header:
    """The two-column head of a Vietnamese paper."""

    authority: str
    organiser: str
    exam: str
    school_year: str
    subject: str


@dataclass(frozen=True, slots=True)
class Blueprint:
    """What a paper must be: head, law date, minutes, codes, seed, parts and rules.

    `form_count` and `code_digits` say how many codes to make, and of how many digits, where
    `codes` names none.
    """

    slug: str
    title: str
    header: Header
    official: bool
    band: Band
    date: date | None
    minutes: int
    codes: tuple[str, ...]
    seed: str
    total_points: Decimal | None
    parts: tuple[Part, ...]
    source: Source = field(default=NOWHERE, compare=False)
    rules: Rules = Rules()
    form_count: int | None = None
    code_digits: int = 3

    @property
    def worth(self) -> Decimal:
        """Points of a form as its parts add up; `total_points` is what was announced, if any."""
        return sum((part.worth for part in self.parts), Decimal())


@dataclass(frozen=True, slots=True)
class FormItem:
    """An item as one form prints it.

    `options` are ids of choices, statements, left sides or steps in printed order; `targets` ids
    of right sides. Both are empty where the type has none.
    """

    item_id: str
    options: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Form:
    """One form (mã đề): for each part of the blueprint, its items in printed order.

    `base` is the index of the set of items that it shuffles.
    """

    code: str
    parts: tuple[tuple[FormItem, ...], ...]
    base: int = 0


@dataclass(frozen=True, slots=True)
class Stage:
    """What the solver proved in one stage of choosing items.

    Attributes
    ----------
    name
        `fill` (items missing from cells), `difficulty` (expected points between the hardest and
        the easiest set), `time` (expected seconds between the longest and the shortest set) or
        `overlap` (items in common between the two sets that share most).
    objective
        The value reached; smaller is better.
    bound
        No choice has a smaller value, among those in which an item is in no more sets than the
        `fill` stage needed and no habit pays more (for `overlap`: among all).
    nodes
        Nodes of the search, over all solves of the stage.
    """

    name: str
    objective: Decimal
    bound: Decimal
    nodes: int

    @property
    def gap(self) -> Decimal:
        """How far the value may be from the best one, in the value's own unit."""
        return self.objective - self.bound

    @property
    def status(self) -> str:
        """`optimal` where nothing better exists, else `feasible`."""
        return "optimal" if self.gap == 0 else "feasible"


@dataclass(frozen=True, slots=True)
class Certificate:
    """What is proved of a paper's sets of items; one value a set in the last two.

    Attributes
    ----------
    solver
        Name and version of the solver.
    stages
        In the order in which they were solved.
    difficulty
        Points expected to be lost on each set.
    seconds
        Expected working time of each set.
    """

    solver: str = ""
    stages: tuple[Stage, ...] = ()
    difficulty: tuple[Decimal, ...] = ()
    seconds: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Paper:
    """All forms made from one blueprint, with the very items they use.

    A pure function of the blueprint, the items, their difficulty, the law date, the seed, the
    codes and the solver's version. `difficulty` gives for each item used the expected share of
    wrong answers in thousandths.
    """

    blueprint: Blueprint
    law_date: date
    seed: str
    items: Mapping[str, Item]
    forms: tuple[Form, ...]
    certificate: Certificate = Certificate()
    difficulty: Mapping[str, int] = field(default_factory=dict)

    def items_of(self, form: Form) -> tuple[Item, ...]:
        """Return the items of a form in printed order, over all parts."""
        return tuple(self.items[printed.item_id] for part in form.parts for printed in part)
