"""Children's data of a contest: all of it handed out (`erasure` is where it goes)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import BinaryIO

from lachan.domain.canonical_json import canonical_json
from lachan.domain.items import Item, to_public
from lachan.domain.misconceptions import Misconception
from lachan.exchange.contests.lists import render_code_workbook, render_result_workbook
from lachan.markup import render_plain
from lachan.store import Connection
from lachan.store.contests import ContestRow
from lachan.store.contests.acts import list_acts
from lachan.store.contests.contests import CLOSED
from lachan.store.contests.entrants import list_people
from lachan.workflows.contests.bundle import attempt_json, write_bundle
from lachan.workflows.contests.database import ContestDatabase
from lachan.workflows.contests.enrolment import Card
from lachan.workflows.contests.entry import get_contest
from lachan.workflows.contests.erasure import check_ended
from lachan.workflows.contests.frozen import FrozenContest
from lachan.workflows.contests.outcome import Outcome, iter_scored, read_outcome
from lachan.workflows.contests.statistics import (
    list_answers,
    measure_items,
    measure_misconceptions,
    read_counted,
)
from lachan.workflows.write_files import FileContent, write_folder

RESULTS = "ket-qua.xlsx"
BUNDLE = "ho-so-kiem-chung.zip"
PEOPLE = "du-lieu.json"


def render_cards(title: str, cards: Sequence[Card], created: dt.datetime) -> bytes:
    """Return the workbook of the codes to hand out."""
    rows = [(card.person, card.pseudonym, card.code) for card in cards]
    return render_code_workbook(title, rows, created)


def export_contest(
    database: ContestDatabase, slug: str, out: Path, catalogue: Sequence[Misconception] = ()
) -> tuple[Path, ...]:
    """Write all that is stored of a contest's people to a new folder.

    du-lieu.json has, for every pseudonym, who it is and every answer, and the words of what
    answers name. A closed contest adds the results with names and the public bundle, which has
    none.

    Raises
    ------
    ContestError
        Where there is no such contest, or it still runs: its answers are nobody's to read.
    """
    with database.read() as connection:
        row = get_contest(connection, slug)
    check_ended(row, "xuất")
    files: dict[str, FileContent] = {PEOPLE: partial(_write_people, database, slug)}
    if row.status == CLOSED:
        outcome = read_outcome(database, slug)
        files[RESULTS] = render_results(database, outcome, catalogue)
        files[BUNDLE] = partial(write_bundle, database, slug)
    write_folder(out, iter(files.items()))
    return tuple(out / name for name in files)


def render_results(
    database: ContestDatabase, outcome: Outcome, catalogue: Sequence[Misconception] = ()
) -> bytes:
    """Return the workbook of the results, with the names that have not been erased.

    Parameters
    ----------
    catalogue
        The words of the misconceptions that wrong answers stand for.
    """
    with database.read() as connection:
        row = get_contest(connection, outcome.contest.slug)
        closed_at = max(act.at for act in list_acts(connection, row.id) if act.act == "close")
    counted = read_counted(database, outcome)
    return render_result_workbook(
        counted.frozen.contest,
        outcome.ranking,
        outcome.groups,
        people=outcome.people,
        group_labels=outcome.group_labels,
        created=closed_at,
        shares=measure_items(counted),
        answers=list_answers(counted, outcome.ranking),
        misconceptions=measure_misconceptions(counted),
        catalogue=catalogue,
    )


def _write_people(database: ContestDatabase, slug: str, out: BinaryIO) -> None:
    """Write who takes part, then every attempt as it comes from the database."""
    with database.read() as connection:
        row = get_contest(connection, slug)
        frozen = database.get_frozen(connection, row.id)
        about = {
            "contest": row.slug,
            "people": _describe_people(connection, row),
            "items": {each.id: _spell_out(each, frozen) for each in frozen.paper.items.values()},
        }
        out.write(_spell(about)[:-1] + b',"attempts":[')
        out.writelines(
            (b",\n" if number else b"\n") + _spell(attempt_json(scored))
            for number, scored in enumerate(iter_scored(connection, row.id, frozen))
        )
        out.write(b"]}\n")


def _describe_people(connection: Connection, row: ContestRow) -> dict[str, dict[str, str]]:
    return {
        pseudonym: {
            "number": person.number,
            "name": person.name,
            "class": person.class_name,
            "school": person.school,
            "room": person.room,
        }
        for pseudonym, person in list_people(connection, row.id).items()
    }


def _spell_out(item: Item, frozen: FrozenContest) -> dict[str, object]:
    """Return an item's question, and name → text of all that an answer to it may name."""
    public = to_public(item, frozen.salt)
    ways = (way for scene in public.scenes for way in scene.choices)
    parts = (*public.options, *public.targets, *ways)
    return {
        "question": render_plain(public.stem),
        "parts": {part.id: render_plain(part.text) for part in parts},
    }


def _spell(value: object) -> bytes:
    return canonical_json(value).encode()
