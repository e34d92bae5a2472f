"""Names go by themselves: while a contest room runs, and before one that starts lets anyone in."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from lachan.content import Content
from lachan.domain.contests.contest import EntryMode
from lachan.domain.papers.rosters import Entrant
from support.contest_day import NAMES, let_day_come
from support.contests import WHO, Guest, Hall, open_hall, room_server, tell
from support.waiting import ask_until

SLUG = "co-ten"


@pytest.fixture
def hall(tmp_path: Path, real_content: Content) -> Iterator[Hall]:
    """A contest that is open, with one name on its list."""
    with open_hall(tmp_path, real_content) as hall:
        hall.hold(SLUG, entry=EntryMode.ROSTER, names=hall.names)
        hall.office.add_people(SLUG, [Entrant("000001", "Nguyễn Thị Ánh", "6A")], who=WHO)
        yield hall


def name_people(hall: Hall) -> list[str]:
    return [person.name for person in hall.office.board(SLUG).people.values()]


def test_a_running_room_erases_when_the_day_comes(
    hall: Hall, repository: Path, tmp_path: Path
) -> None:
    with room_server(hall, tmp_path / "log.txt", repository) as room:
        told = tell(Guest(room.base, SLUG).call("contest"))
        assert told["names"]["purposes"] == list(NAMES.purposes)
        assert (told["erase_at"] is None, told["erased_at"]) == (False, None)
        assert name_people(hall) == ["Nguyễn Thị Ánh"]
        let_day_come(hall.database, SLUG)
        ask_until(lambda: name_people(hall) == [])


def test_a_room_that_starts_after_the_day_erases_first(
    hall: Hall, repository: Path, tmp_path: Path
) -> None:
    let_day_come(hall.database, SLUG)
    with room_server(hall, tmp_path / "log.txt", repository):
        assert name_people(hall) == []
    with room_server(hall, tmp_path / "log2.txt", repository):
        acts = [act.act for act in hall.office.list_acts(SLUG)]
    assert acts == ["create", "add_people", "erase_due"]
