"""The contest that is ahead: when, for how many, and what its declaration gives away."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import closing

from lachan.doctor.finding import Finding, State
from lachan.doctor.plan import Plan
from lachan.domain.contests.contest import ContestState, EntryMode, Reveal
from lachan.store import SchemaState, StoreError, find_file, get_status, open_engine
from lachan.text import format_moment
from lachan.workflows.contests.database import ContestDatabase
from lachan.workflows.contests.office import ContestOffice
from lachan.workflows.contests.views import ContestView
from lachan.workflows.database import database_url


def read_contest(environment: Mapping[str, str], slug: str) -> tuple[ContestView, int]:
    """Return a contest of the database, and how many are on its list.

    Raises
    ------
    StoreError
        Where there is no database that could hold it.
    ContestError
        Where it holds no contest of this name.
    """
    url = database_url(environment)
    file = find_file(url)
    if file is not None and not file.exists():
        raise StoreError(f"{file}: chưa có tệp dữ liệu này, nên chưa có cuộc thi nào.")
    with closing(open_engine(url)) as store:
        if get_status(store).state is not SchemaState.CURRENT:
            raise StoreError("Các bảng chưa đúng bản; xem `lachan db status`.")
        with closing(ContestDatabase(store)) as database:
            board = ContestOffice(database).board(slug, seats=False)
    return board.contest, sum(count.listed for count in board.counts)


def check_contest(plan: Plan) -> Iterator[Finding]:
    """Tell when the contest is, for how many, and what an entrant could make of it."""
    if plan.contest is None:
        return
    yield judge_window(plan.contest)
    yield judge_entrants(plan.contest, plan.entrants)
    yield judge_reveal(plan.contest)


def judge_window(contest: ContestView) -> Finding:
    """Return when the contest is open, and whether anyone can still enter."""
    found = f"{format_moment(contest.opens_at)} đến {format_moment(contest.closes_at)}"
    if contest.state in (ContestState.OVER, ContestState.CLOSED, ContestState.CANCELLED):
        advice = "Cuộc thi này không còn mở; hãy xem lại tên, hoặc lập cuộc thi mới."
        return Finding("contest.window", contest.title, State.FAULT, found, advice)
    return Finding("contest.window", contest.title, State.GOOD, found)


def judge_entrants(contest: ContestView, entrants: int) -> Finding:
    """Return for how many the machine was judged."""
    title = "Số người dự thi"
    if not entrants:
        known = contest.entry is not EntryMode.OPEN
        found = "danh sách còn trống" if known else "thi mở, chưa biết bao nhiêu người"
        advice = "Nêu --entrants SỐ để xem máy có đủ sức không."
        return Finding("contest.entrants", title, State.WARNING, found, advice)
    return Finding("contest.entrants", title, State.GOOD, f"{entrants} người")


def judge_reveal(contest: ContestView) -> Finding:
    """Return whether someone could try answers out and read the score."""
    title = "Điểm hiện khi nào"
    if contest.reveal is Reveal.NOTHING:
        return Finding("contest.reveal", title, State.GOOD, "không hiện")
    if contest.entry is EntryMode.OPEN:
        return Finding(
            "contest.reveal", title, State.GOOD, "sau khi cuộc thi kết thúc, vì ai cũng vào được"
        )
    if contest.attempts != 1:
        found = "ngay khi nộp, mà mỗi người được thi nhiều lượt"
        advice = "Có thể dò đáp án qua các lượt; đặt reveal: nothing hoặc attempts: 1."
        return Finding("contest.reveal", title, State.WARNING, found, advice)
    return Finding("contest.reveal", title, State.GOOD, "ngay khi nộp")
