"""The matrix (ma trận) and the specification (bản đặc tả) of a paper, as schools lay them out.

The layout is the one that programs for schools give as the forms that go with Công văn
7991/BGDĐT-GDTrH of 17/12/2024, whose annexes were not read in the original: objective types by
type and level (biết, hiểu, vận dụng), then essays, totals by level, and the share of the points.
The specification has what is to be achieved (yêu cầu cần đạt) in place of totals.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from lachan.domain.bodies import TrueFalseGroup
from lachan.domain.items import Item
from lachan.domain.kinds import ItemType, Level
from lachan.domain.names import LEVEL_NAMES
from lachan.domain.papers.context import Topic
from lachan.domain.papers.paper import STATEMENTS_PER_GROUP, Blueprint, Paper
from lachan.exchange.matrices.grid import MatrixGrid, Tally, count_matrix
from lachan.exchange.matrices.office_table import OfficeCell, OfficeTable

TYPE_TITLES = {
    ItemType.SINGLE_CHOICE: "Nhiều lựa chọn",
    ItemType.MULTIPLE_CHOICE: "Nhiều đáp án đúng",
    ItemType.TRUE_FALSE_GROUP: "Đúng – Sai",
    ItemType.SHORT_ANSWER: "Trả lời ngắn",
    ItemType.SHORT_TEXT: "Điền từ",
    ItemType.MATCHING: "Ghép đôi",
    ItemType.ORDERING: "Sắp xếp",
    ItemType.SCENARIO: "Tình huống",
}
# The page is A4 across, less its margins.
WIDTH_CM = 26.7
LEAST_COLUMN_CM, MOST_COLUMN_CM = 1.1, 1.6
SHARE_CM = 1.5
LEVELS = tuple(Level)


def matrix_table(blueprint: Blueprint, topics: Mapping[str, Topic]) -> OfficeTable:
    """Return the matrix: a row a topic, counts by type and level, totals, share of points."""
    grid = count_matrix(blueprint)
    titles = {"TT": 0.9, "Chủ đề": 2.8, "Nội dung/đơn vị kiến thức": 4.6}
    rows = [
        [*_topic_cells(blueprint, grid, number, topics), *_counts(grid, topic, totals=True)]
        for number, topic in enumerate(grid.topics, 1)
    ]
    return _table(grid, titles, rows, totals=True)


def specification_table(paper: Paper, topics: Mapping[str, Topic]) -> OfficeTable:
    """Return the specification: what each topic asks a pupil to achieve, and how often.

    What is to be achieved comes from the lessons' objectives: those that the items of this
    paper, in any of its forms, ask at each level.
    """
    grid = count_matrix(paper.blueprint)
    titles = {
        "TT": 0.9,
        "Chủ đề": 2.4,
        "Nội dung/đơn vị kiến thức": 3.6,
        "Yêu cầu cần đạt": 8.6,
    }
    rows = [
        [
            *_topic_cells(paper.blueprint, grid, number, topics),
            OfficeCell(_achievements(paper, topic, topics), centred=False),
            *_counts(grid, topic, totals=False),
        ]
        for number, topic in enumerate(grid.topics, 1)
    ]
    return _table(grid, titles, rows, totals=False)


def _table(
    grid: MatrixGrid,
    titles: Mapping[str, float],
    rows: Sequence[Sequence[OfficeCell]],
    *,
    totals: bool,
) -> OfficeTable:
    heading = _heading(grid, list(titles), totals=totals)
    sums = _sums(grid, len(titles), totals=totals)
    widths = _widths(list(titles.values()), len(LEVELS) * (len(grid.types) + totals), totals)
    return OfficeTable(widths, [*heading, *rows, *sums], len(heading))


def _widths(left: Sequence[float], columns: int, totals: bool) -> list[float]:
    """Give the counts room for their titles; a matrix of many types takes it from the words."""
    right = [SHARE_CM] if totals else []
    room = WIDTH_CM - sum(right)
    least = min(LEAST_COLUMN_CM, (room - sum(left) / 2) / columns)
    width = min(MOST_COLUMN_CM, max(least, (room - sum(left)) / columns))
    scale = (room - width * columns) / sum(left)
    return [*(each * scale for each in left), *([width] * columns), *right]


def _heading(grid: MatrixGrid, titles: Sequence[str], *, totals: bool) -> list[list[OfficeCell]]:
    objective = [kind for kind in grid.types if kind is not ItemType.ESSAY]
    wide = len(LEVELS)
    first = [_head(title, rows=3) for title in titles]
    if objective:
        first.append(_head("TNKQ", columns=wide * len(objective)))
    if ItemType.ESSAY in grid.types:
        first.append(_head("Tự luận", columns=wide, rows=2))
    if totals:
        first += [_head("Tổng", columns=wide, rows=2), _head("Tỉ lệ % điểm", rows=3)]
    levels = [_head(LEVEL_NAMES[level].capitalize()) for level in LEVELS]
    second = [_head(TYPE_TITLES[kind], columns=wide) for kind in objective]
    return [first, second, levels * (len(grid.types) + totals)]


def _topic_cells(
    blueprint: Blueprint, grid: MatrixGrid, number: int, topics: Mapping[str, Topic]
) -> list[OfficeCell]:
    slug = grid.topics[number - 1]
    title = topics[slug].title if slug in topics else slug
    # All topics of a paper belong to one subject: its cell reaches down to the last row.
    reach = OfficeCell(blueprint.header.subject, rows=len(grid.topics), top=True)
    return [OfficeCell(number), *([reach] if number == 1 else []), OfficeCell(title, centred=False)]


def _counts(grid: MatrixGrid, topic: str, *, totals: bool) -> list[OfficeCell]:
    cells = [_count(grid.total(topic, kind, level)) for kind in grid.types for level in LEVELS]
    if totals:
        cells += [_count(grid.total(topic, level=level)) for level in LEVELS]
        cells.append(OfficeCell(grid.share(grid.total(topic))))
    return cells


def _sums(grid: MatrixGrid, left: int, *, totals: bool) -> Iterator[list[OfficeCell]]:
    tallies = [grid.total(kind=kind, level=level) for kind in grid.types for level in LEVELS]
    if totals:
        tallies += [grid.total(level=level) for level in LEVELS] + [grid.total()]
    yield [_head("Tổng số câu", columns=left), *(_bold(tally.items) for tally in tallies)]
    yield [_head("Tổng số điểm", columns=left), *(_bold(tally.points) for tally in tallies)]
    yield [_head("Tỉ lệ %", columns=left), *(_bold(grid.share(tally)) for tally in tallies)]


def _count(tally: Tally) -> OfficeCell:
    """Return a cell's count: items, or statements (ý) where these are counted alone."""
    if tally.statements and tally.items * STATEMENTS_PER_GROUP == tally.statements:
        return OfficeCell(f"{tally.statements} ý")
    return OfficeCell(tally.items or "")


def _achievements(paper: Paper, topic: str, topics: Mapping[str, Topic]) -> str:
    """Return the objectives asked, level by level, in the order of the lesson."""
    objectives = topics[topic].objectives if topic in topics else {}
    asked = {
        (item.objective, level)
        for item in paper.items.values()
        if item.topic == topic
        for level in _levels(item)
    }
    lines = []
    for level in LEVELS:
        found = [text for each, text in objectives.items() if (each, level) in asked]
        if found:
            lines.append(f"{LEVEL_NAMES[level].capitalize()}:")
            lines += [f"– {text}" for text in found]
    return "\n".join(lines)


def _levels(item: Item) -> set[Level]:
    if isinstance(item.body, TrueFalseGroup):
        return {statement.level or item.level for statement in item.body.statements}
    return {item.level}


def _head(text: str, *, columns: int = 1, rows: int = 1) -> OfficeCell:
    return OfficeCell(text, columns, rows, bold=True)


def _bold(value: Decimal) -> OfficeCell:
    return OfficeCell(value or "", bold=True)
