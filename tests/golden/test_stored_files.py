"""What is stored or published has the very bytes that earlier versions wrote, and they are read.

Whoever changes a byte here makes stored contests unreadable, or commitments unverifiable: a new
format needs a new tag, and a reader of the old one.
"""

from __future__ import annotations

import datetime as dt
import json
import zipfile
from collections.abc import Callable
from io import BytesIO
from itertools import count
from pathlib import Path

import pytest

from lachan.domain.canonical_json import canonical_json
from lachan.domain.contests.contest import Contest
from lachan.exchange import (
    parse_sheet_layout,
    read_items_snapshot,
    read_manifest,
    render_items_snapshot,
    render_manifest,
    render_sheet_layout,
)
from lachan.exchange.contests.definition import contest_definition, parse_contest_definition
from lachan.exchange.contests.key import render_contest_key
from lachan.exchange.snapshot.carried_items import parse_carried, render_carried
from lachan.store import Store
from lachan.store.contests import FrozenRow
from lachan.store.contests.answers import NewAnswer, append_answers
from lachan.store.contests.attempts import start_attempt
from lachan.store.contests.contests import add_contest
from lachan.store.contests.entrants import NewEntrant, add_entrants, find_entrant
from lachan.workflows.contests.bundle import render_bundle
from lachan.workflows.contests.database import ContestDatabase
from lachan.workflows.contests.frozen import freeze, thaw
from lachan.workflows.contests.outcome import close_contest
from support import stored

VERSIONS = {"lachan": "0.1.0", "typst": "0.15.0"}
DIGESTS = {"de-0101.pdf": "00" * 32, "word/de-0101.docx": "ff" * 32}
OPTIONS = {"word": True, "grid": "6x4", "styles": ["large"]}
SALT = "~" + "5a" * 30

Check = Callable[[str, bytes], None]


@pytest.fixture
def check_stored(request: pytest.FixtureRequest) -> Check:
    """Return a function that holds bytes to the file of that name."""
    folder = Path(__file__).parent / "stored"
    update = request.config.getoption("--update-golden")

    def check(name: str, actual: bytes) -> None:
        path = folder / name
        if update:
            path.write_bytes(actual)
        assert path.read_bytes() == actual

    return check


def test_items(check_stored: Check) -> None:
    data = render_items_snapshot(stored.PAPER, stored.CONTEXT)

    check_stored("items.json", data)
    found = read_items_snapshot(data)
    assert (stored.PAPER.items, stored.CONTEXT) == (found.items, found.context)


def test_items_that_older_versions_wrote() -> None:
    """The first files named no skill; what they left out is false."""
    raw = json.loads(render_items_snapshot(stored.PLAIN_PAPER))
    for item in raw["items"]:
        if item["skill"]:
            item["skill"] = False
        del item["skill"]
    found = read_items_snapshot(json.dumps(raw).encode())

    assert {each.is_skill for each in found.items.values()} == {False}


def test_manifest(check_stored: Check) -> None:
    data = render_manifest(
        stored.PAPER,
        DIGESTS,
        versions=VERSIONS,
        revision="cd" * 32,
        context=stored.CONTEXT,
        options=OPTIONS,
    )

    check_stored("manifest.json", data)
    found = read_manifest(data, render_items_snapshot(stored.PAPER, stored.CONTEXT))
    assert (stored.PAPER, stored.CONTEXT) == (found.paper, found.context)
    assert (DIGESTS, VERSIONS, OPTIONS) == (found.digests, found.versions, found.options)


def test_manifest_of_a_paper_that_leaves_out_what_may_be(check_stored: Check) -> None:
    data = render_manifest(stored.PLAIN_PAPER, {}, versions={})

    check_stored("manifest-it.json", data)
    items = render_items_snapshot(stored.PLAIN_PAPER)
    assert stored.PLAIN_PAPER == read_manifest(data, items).paper


def test_items_that_a_notebook_carries(check_stored: Check) -> None:
    text = render_carried(stored.CARRIED)

    check_stored("carried.json", text.encode())
    assert stored.CARRIED == parse_carried(text, "so.ipynb")


@pytest.mark.parametrize(
    ("name", "contest"),
    [
        ("contest.json", stored.CONTEST),
        ("contest-it.json", stored.PLAIN_CONTEST),
        ("contest-co-ten.json", stored.NAMED_CONTEST),
    ],
)
def test_contest(check_stored: Check, name: str, contest: Contest) -> None:
    text = canonical_json(contest_definition(contest))

    check_stored(name, text.encode())
    assert contest == parse_contest_definition(text)


def test_sheet(check_stored: Check) -> None:
    data = render_sheet_layout(stored.LAYOUT)

    check_stored("sheet.json", data)
    assert stored.LAYOUT == parse_sheet_layout(data)


def test_key(check_stored: Check) -> None:
    check_stored("key.json", render_contest_key("mau", stored.PLAIN_PAPER, SALT))


def _freeze() -> FrozenRow:
    drawn = count(1)
    return freeze(
        stored.CONTEST,
        stored.PLAIN_PAPER,
        stored.CONTEXT,
        stored.ITEMS[0],
        lambda size: f"{next(drawn):02x}" * size,
    )


def test_a_frozen_contest(check_stored: Check) -> None:
    row = _freeze()
    told = {
        "definition": row.definition,
        "salt": row.salt,
        "code_key": row.code_key,
        "commitment": row.commitment,
        "nonce": row.nonce,
        "items": row.items.decode(),
        "practice": (row.practice or b"").decode(),
    }

    # Not its manifest, which tells the installed versions.
    check_stored("frozen.json", canonical_json(told).encode())
    found = thaw(row)
    assert (stored.CONTEST, stored.PLAIN_PAPER, stored.CONTEXT, stored.ITEMS[0]) == (
        found.contest,
        found.paper,
        found.context,
        found.practice,
    )


def test_a_bundle(check_stored: Check, store: Store) -> None:
    """All of it but the log of acts, whose private halves are salted, and the program."""
    opens, closes = stored.CONTEST.opens_at, stored.CONTEST.closes_at
    database = ContestDatabase(store, lambda: closes + dt.timedelta(minutes=1))
    with store.write() as connection:
        row = add_contest(connection, "mau", _freeze(), opens_at=opens, closes_at=closes, now=opens)
        people = [
            NewEntrant("TS-MOT", "1" * 64, group_code="N-MOT"),
            NewEntrant("TS-HAI", "2" * 64),
        ]
        add_entrants(connection, row.id, people, opens)
        entrant = find_entrant(connection, row.id, "TS-MOT")
        assert entrant is not None
        until = opens + dt.timedelta(minutes=20)
        attempt = start_attempt(connection, entrant, "0101", now=opens, deadline_at=until)
        answers = [NewAnswer("du-doan", 1, "7"), NewAnswer("mau-short-answer", 2, '"111"')]
        at = opens + dt.timedelta(minutes=3, microseconds=5)
        append_answers(connection, attempt, answers, received_at=at, latest_at=until)
    close_contest(database, "mau", who="ban-to-chuc")

    with zipfile.ZipFile(BytesIO(render_bundle(database, "mau"))) as archive:
        for name in ("contest.json", "key.json", "attempts.jsonl", "ranking.json", "DOC_TRUOC.txt"):
            check_stored(f"bundle-{name}", archive.read(name))
    database.close()
