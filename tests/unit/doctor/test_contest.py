import datetime as dt
from pathlib import Path

import pytest

from lachan.doctor import State
from lachan.doctor.contest import (
    check_contest,
    judge_entrants,
    judge_reveal,
    judge_window,
    read_contest,
)
from lachan.domain.contests.contest import NO_LIMIT, ContestState, EntryMode, Reveal
from lachan.domain.papers.context import PaperContext
from lachan.store import Store, StoreError
from lachan.workflows.contests.database import ContestDatabase
from lachan.workflows.contests.office import ContestOffice
from lachan.workflows.contests.views import ContestError
from lachan.workflows.environment import DATABASE_ENV
from support.contest_day import SLUG, WHO, make_paper
from support.contest_day import make_contest as declare
from support.plans import make_contest, make_plan


def test_a_contest_is_read_with_its_list(store: Store, database_url: str) -> None:
    database = ContestDatabase(store)
    office = ContestOffice(database)
    declared = declare(entry=EntryMode.CODES)
    office.create(declared, make_paper(), PaperContext(), who=WHO)
    office.add_codes(SLUG, 12, who=WHO)
    database.close()

    contest, listed = read_contest({DATABASE_ENV: database_url}, SLUG)

    assert (contest.slug, listed) == (SLUG, 12)
    assert contest.closes_at == declared.closes_at


def test_a_contest_that_is_not_there_is_told(store: Store, database_url: str) -> None:
    with pytest.raises(ContestError):
        read_contest({DATABASE_ENV: database_url}, "khong-co")


def test_no_file_is_made_to_look_for_a_contest(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="chưa có tệp dữ liệu"):
        read_contest({DATABASE_ENV: f"sqlite:///{tmp_path / 'lachan.db'}"}, SLUG)
    assert list(tmp_path.iterdir()) == []


def test_without_a_contest_nothing_is_told() -> None:
    assert list(check_contest(make_plan())) == []


def test_all_must_hold_until_the_contest_closes() -> None:
    plan = make_plan(contest=make_contest())
    assert plan.until - plan.now == dt.timedelta(days=5)


@pytest.mark.parametrize(
    ("state", "judged"),
    [
        (ContestState.UPCOMING, State.GOOD),
        (ContestState.OPEN, State.GOOD),
        (ContestState.OVER, State.FAULT),
        (ContestState.CANCELLED, State.FAULT),
    ],
)
def test_a_contest_that_is_over_is_a_fault(state: ContestState, judged: State) -> None:
    assert judge_window(make_contest(state=state)).state is judged


def test_how_many_come_must_be_known() -> None:
    contest = make_contest(entry=EntryMode.OPEN)
    assert [judge_entrants(contest, count).state for count in (0, 200)] == [
        State.WARNING,
        State.GOOD,
    ]


@pytest.mark.parametrize(
    ("entry", "attempts", "reveal", "state"),
    [
        (EntryMode.CODES, 3, Reveal.SCORE, State.WARNING),
        (EntryMode.CODES, NO_LIMIT, Reveal.REASONS, State.WARNING),
        (EntryMode.CODES, 3, Reveal.NOTHING, State.GOOD),
        (EntryMode.CODES, 1, Reveal.SCORE, State.GOOD),
        (EntryMode.OPEN, 3, Reveal.SCORE, State.GOOD),
    ],
)
def test_a_score_after_each_of_several_attempts_is_an_oracle(
    entry: EntryMode, attempts: int, reveal: Reveal, state: State
) -> None:
    contest = make_contest(entry=entry, attempts=attempts, reveal=reveal)
    assert judge_reveal(contest).state is state
