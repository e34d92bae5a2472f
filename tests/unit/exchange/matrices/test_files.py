"""Matrix and specification: sums that agree, a layout without holes, files that open."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from dataclasses import replace
from decimal import Decimal

import openpyxl
import pytest
from docx import Document
from hypothesis import given
from hypothesis import strategies as st

from lachan.assembly import assemble
from lachan.domain.kinds import CellUnit, ItemType, Level
from lachan.domain.papers.context import Topic
from lachan.domain.papers.paper import Cell, Paper, Part
from lachan.exchange import (
    render_matrix_document,
    render_matrix_workbook,
    render_specification_document,
)
from lachan.exchange.matrices.grid import count_matrix
from lachan.exchange.matrices.tables import matrix_table, specification_table
from support.items import LAW_DATE, full_blueprint, make_bank, make_blueprint, make_part

TOPICS = {"viec-nhe": Topic("Việc nhẹ, lương cao", {"nhan-biet": "Nhận biết được", "xa": "Nói xa"})}
BANK = [replace(item, objective="nhan-biet") for item in make_bank()]
PAPER = assemble(full_blueprint(), BANK, law_date=LAW_DATE, seed="s", codes=("101",))

CELLS = st.lists(
    st.builds(
        Cell, st.sampled_from(["mot", "hai", "ba"]), st.sampled_from(Level), st.integers(1, 9)
    ),
    min_size=1,
    max_size=5,
    unique_by=lambda cell: (cell.topic, cell.level),
).map(tuple)
PARTS = st.lists(
    st.builds(
        Part,
        st.sampled_from(ItemType),
        st.decimals("0.25", "2", places=2),
        CELLS,
        unit=st.just(CellUnit.ITEMS),
    ),
    min_size=1,
    max_size=6,
)


@given(PARTS)
def test_sums_by_topic_by_type_and_by_level_agree(parts: list[Part]) -> None:
    grid = count_matrix(make_blueprint(*parts))

    whole = grid.total()
    assert whole.items == sum(part.count for part in parts)
    assert whole.points == sum(part.points * part.count for part in parts)
    for sums in (
        [grid.total(topic) for topic in grid.topics],
        [grid.total(kind=kind) for kind in grid.types],
        [grid.total(level=level) for level in Level],
    ):
        assert (whole.items, whole.points) == (
            sum(tally.items for tally in sums),
            sum(tally.points for tally in sums),
        )


@given(PARTS)
def test_the_matrix_covers_its_grid_once(parts: list[Part]) -> None:
    table = matrix_table(make_blueprint(*parts), {})

    covered = [
        (row + down, column + right)
        for row, column, cell in table.placed()
        for down in range(cell.rows)
        for right in range(cell.columns)
    ]
    wanted = [
        (row, column) for row in range(len(table.rows)) for column in range(len(table.widths_cm))
    ]
    assert wanted == sorted(covered)
    assert sum(table.widths_cm) <= 26.7001
    assert min(table.widths_cm) > 0


def test_statements_counted_alone_are_told_as_statements() -> None:
    part = replace(
        make_part(
            ItemType.TRUE_FALSE_GROUP,
            Cell("viec-nhe", Level.KNOW, 3),
            Cell("viec-nhe", Level.APPLY, 5),
        ),
        unit=CellUnit.STATEMENTS,
    )
    grid = count_matrix(make_blueprint(part))
    texts = [cell.text for row in matrix_table(make_blueprint(part), TOPICS).rows for cell in row]

    assert (Decimal("0.75"), Decimal("0.75")) == (
        grid.total(level=Level.KNOW).items,
        grid.total(level=Level.KNOW).points,
    )
    assert {"3 ý", "5 ý", "0,75", "1,25"} <= set(texts)


def test_the_specification_names_what_is_asked_at_each_level_and_nothing_else() -> None:
    texts = [cell.text for row in specification_table(PAPER, TOPICS).rows for cell in row]

    assert "Biết:\n– Nhận biết được\nHiểu:\n– Nhận biết được\nVận dụng:\n– Nhận biết được" in texts
    assert not any("Nói xa" in text for text in texts)


@pytest.mark.parametrize("render", [render_matrix_document, render_specification_document])
def test_the_word_file_holds_the_table_and_is_stable(
    render: Callable[[Paper, Mapping[str, Topic]], bytes],
) -> None:
    data = render(PAPER, TOPICS)
    [table] = Document(io.BytesIO(data)).tables
    texts = {cell.text for row in table.rows for cell in row.cells}

    assert {"TNKQ", "Tự luận", "Nhiều lựa chọn", "Việc nhẹ, lương cao", "Tổng số câu"} <= texts
    assert data == render(PAPER, TOPICS)


def test_the_workbook_keeps_numbers_as_numbers_and_is_stable() -> None:
    data = render_matrix_workbook(PAPER, TOPICS)
    book = openpyxl.load_workbook(io.BytesIO(data))
    rows = {str(row[0]): row for row in book["Ma trận"].values if row[0] is not None}

    assert ["Ma trận", "Bản đặc tả"] == book.sheetnames
    assert (15, 10.25) == (rows["Tổng số câu"][-1], rows["Tổng số điểm"][-1])
    assert data == render_matrix_workbook(PAPER, TOPICS)
