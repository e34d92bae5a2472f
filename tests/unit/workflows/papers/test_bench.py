"""What the paper maker's screen works with, on the real bank."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from lachan.content import Content
from lachan.domain.kinds import ItemType, Level
from lachan.domain.papers.paper import Blueprint, Cell, Part
from lachan.domain.papers.rosters import Entrant
from lachan.workflows.papers.archive import PaperArchive
from lachan.workflows.papers.bench import PaperBench
from lachan.workflows.papers.make import make_papers
from lachan.workflows.papers.options import OptionError
from lachan.workflows.papers.preview import find_supply
from lachan.workflows.papers.verify import verify_papers

TODAY = dt.date(2026, 12, 1)
OPTIONS = {"styles": [], "word": False, "grid": "6x4"}


@pytest.fixture
def bench(real_content: Content) -> PaperBench:
    return PaperBench(real_content, lambda: TODAY)


@pytest.fixture
def short(real_content: Content) -> Blueprint:
    """Two forms, so that a whole set is made in no time."""
    blueprint = real_content.get_blueprint("khoi-dong-thcs")
    return replace(blueprint, codes=(), form_count=2)


@pytest.fixture
def archive(bench: PaperBench, short: Blueprint) -> Iterator[PaperArchive]:
    opened = bench.open_archive(short, OPTIONS, ())
    yield opened
    opened.close()


def fill(archive: PaperArchive) -> bytes:
    while not archive.is_whole:
        archive.step()
    return archive.read(0, archive.size)


def make(bench: PaperBench, blueprint: Blueprint, roster: Sequence[Entrant] = ()) -> bytes:
    with closing(bench.open_archive(blueprint, OPTIONS, roster)) as archive:
        return fill(archive)


def test_supply_is_that_of_the_command_line(bench: PaperBench, short: Blueprint) -> None:
    counted = bench.count_cells(short)
    rows = find_supply(bench.content, short, TODAY)
    cells = [(index, cell) for index, part in enumerate(short.parts) for cell in part.cells]
    assert [counted[index][cell.topic, cell.level] for index, cell in cells] == [
        row.available for row in rows
    ]


def test_a_zip_is_the_folder_that_the_command_writes(
    bench: PaperBench, short: Blueprint, archive: PaperArchive, tmp_path: Path
) -> None:
    with zipfile.ZipFile(io.BytesIO(fill(archive))) as opened:
        assert {info.date_time for info in opened.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        opened.extractall(tmp_path / "zip")
    found = verify_papers(tmp_path / "zip")
    assert (found.faults, found.codes) == ((), ("101", "102"))
    assert archive.fingerprint == found.fingerprint
    assert archive.made == archive.total == found.file_count
    made = make_papers(
        bench.content, short, tmp_path / "folder", today=TODAY, options=archive.options
    )
    assert made.fingerprint == found.fingerprint


def test_each_step_makes_one_file_and_says_what_comes(archive: PaperArchive) -> None:
    assert (archive.made, archive.total, archive.is_whole) == (0, 0, False)
    archive.step()
    assert (archive.made, archive.current) == (1, "de/khoi-dong-thcs-101.pdf")
    archive.step()
    assert (archive.made, archive.current) == (2, "de/khoi-dong-thcs-102.pdf")
    assert archive.total > 10


def test_the_same_blueprint_gives_the_same_zip_and_another_seed_another(
    bench: PaperBench, short: Blueprint
) -> None:
    first, again, other = (
        make(bench, replace(short, seed=seed)) for seed in ("30-7", "30-7", "2-9")
    )
    assert first == again != other


def test_a_class_list_brings_room_material(bench: PaperBench, short: Blueprint) -> None:
    roster = bench.read_roster("Họ và tên,Lớp\nĐỗ Ân,9A\nLê Bình,9A\n".encode(), "lop.csv")
    names = zipfile.ZipFile(io.BytesIO(make(bench, short, roster))).namelist()
    assert {"phieu-tra-loi/phieu-tung-em.pdf", "phong-thi/so-do-cho-ngoi.pdf"} <= set(names)


def test_a_room_that_cannot_be_is_refused(bench: PaperBench, short: Blueprint) -> None:
    with pytest.raises(OptionError):
        bench.open_archive(short, {**OPTIONS, "grid": "0x4"}, ())


def test_items_are_spread_over_the_topics_that_are_shown(
    bench: PaperBench, short: Blueprint
) -> None:
    topics = ("mua-ban-nguoi-la-gi", "ban-quen-qua-mang")
    grid = tuple(Cell(topic, level, 1) for topic in topics for level in Level)
    part = Part(ItemType.SINGLE_CHOICE, Decimal("0.25"), grid)
    cells = bench.spread(short, part, 6)
    assert sum(cell.count for cell in cells) == 6
    assert {cell.topic for cell in cells} == set(topics)
