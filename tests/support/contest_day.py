"""A contest to try things on: a clock that stands until it is moved, a paper of every type."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Any

from sqlalchemy import func, select

from lachan.assembly import assemble
from lachan.domain.bodies import (
    Matching,
    MultipleChoice,
    Ordering,
    Scenario,
    ShortAnswer,
    ShortText,
    SingleChoice,
    TrueFalseGroup,
)
from lachan.domain.consent import NameUse
from lachan.domain.contests.contest import Contest, Prize
from lachan.domain.items import Item
from lachan.domain.kinds import ItemType, Level, Use
from lachan.domain.option_names import OptionNames
from lachan.domain.papers.context import PaperContext
from lachan.domain.papers.paper import Cell, Paper
from lachan.domain.rich import text as rt
from lachan.store import open_store
from lachan.store.contests.contests import change_contest, find_contest
from lachan.store.contests.tables import contests
from lachan.store.schema import EPOCH
from lachan.workflows.contests.database import ContestDatabase
from lachan.workflows.contests.desk import ContestDesk
from lachan.workflows.contests.frozen import FrozenContest
from lachan.workflows.contests.office import ContestOffice
from lachan.workflows.contests.views import Answer, AttemptView, Session
from support.items import LAW_DATE, TOPIC, make_blueprint, make_item, make_part, rich

OPENS = dt.datetime(2026, 12, 5, 1, 0, tzinfo=dt.UTC)
MINUTE = dt.timedelta(minutes=1)
SECOND = dt.timedelta(seconds=1)
SLUG = "tim-hieu-2026"
WHO = "Cô Hạnh"
CHOICE = "cau-single-choice"
KINDS = [kind for kind in ItemType if kind is not ItemType.ESSAY]
NAMES = NameUse(
    purposes=("ghi tên lên giấy chứng nhận và trao giải",),
    erase_on=dt.date(2026, 12, 31),
    seen_by="Ban Tổ chức và giáo viên chủ nhiệm",
    withdraw="cô Hạnh, phòng Đoàn Đội",
    organiser="Trường THCS Mường Khương",
)


@cache
def make_paper(forms: int = 4) -> Paper:
    items = [make_item(f"cau-{kind.value.replace('_', '-')}", kind) for kind in KINDS]
    parts = [make_part(kind, Cell(TOPIC, Level.KNOW, 1)) for kind in KINDS]
    codes = [str(101 + index) for index in range(forms)]
    blueprint = make_blueprint(*parts)
    return assemble(blueprint, items, law_date=LAW_DATE, seed="hat-giong", codes=codes)


def make_contest(**changes: Any) -> Contest:
    contest = Contest(
        slug=SLUG,
        title="Cuộc thi Tìm hiểu pháp luật về phòng, chống mua bán người",
        rules=(rt.Paragraph((rt.Text("Mỗi câu trả lời được lưu ngay."),)),),
        opens_at=OPENS,
        closes_at=OPENS + 60 * MINUTE,
        minutes=15,
        prediction=True,
        prizes=(Prize("Giải Nhất", 1), Prize("Giải Nhì", 2)),
        names=NAMES,
    )
    return replace(contest, **changes)


def right_value(item: Item, salt: str) -> object:
    """Return the fully right answer to an item, as a browser would send it."""
    names = OptionNames(item.id, salt)
    match item.body:
        case SingleChoice(_, key):
            return names.option(key)
        case ShortAnswer(key) | ShortText(key):
            return key
        case MultipleChoice(_, keys):
            return sorted(map(names.option, keys))
        case TrueFalseGroup(statements):
            return {names.option(statement.id): statement.key for statement in statements}
        case Matching(pairs):
            return {names.left(pair.id): names.hide(pair.id) for pair in pairs}
        case Ordering(steps):
            return [names.hide(step.id) for step in steps]
        case Scenario(scenes):
            return [names.way(scenes[0].id, "b")]
        case _:
            raise AssertionError(item.type)


@dataclass
class StandingClock:
    now: dt.datetime = OPENS - 10 * MINUTE

    def __call__(self) -> dt.datetime:
        return self.now


@dataclass
class ContestDay:
    """One server of a contest; `other_server` opens a second one on the same database."""

    url: str
    clock: StandingClock
    database: ContestDatabase
    desk: ContestDesk = field(init=False)
    office: ContestOffice = field(init=False)

    def __post_init__(self) -> None:
        self.desk = ContestDesk(self.database)
        self.office = ContestOffice(self.database)

    @property
    def frozen(self) -> FrozenContest:
        """What is frozen of the contest that was made last."""
        with self.database.read() as connection:
            newest = connection.scalar(select(func.max(contests.c.id)))
            return self.database.get_frozen(connection, newest)

    @property
    def item_ids(self) -> list[str]:
        return sorted(self.frozen.paper.items)

    def name(self, option_id: str, item_id: str = CHOICE) -> str:
        """Return the name under which browsers know a choice."""
        return OptionNames(item_id, self.frozen.salt).option(option_id)

    def pick(self, option_id: str, seq: int = 1) -> Answer:
        """Return what a browser sends when someone picks a choice of the question `CHOICE`."""
        return Answer(CHOICE, seq, self.name(option_id))

    def right(self, item_id: str) -> object:
        return right_value(self.frozen.paper.items[item_id], self.frozen.salt)

    def right_answers(self, *, seq: int = 1, but: Sequence[str] = ()) -> list[Answer]:
        return [Answer(i, seq, self.right(i)) for i in self.item_ids if i not in but]

    def begin(self, code: str = "", device: str = "máy 1") -> tuple[Session, AttemptView]:
        """Let someone in and begin their attempt."""
        session = self.desk.enter(SLUG, code, device)
        return session, self.desk.start(session.token)

    def pass_time(self, time: dt.timedelta) -> None:
        self.clock.now += time


@contextmanager
def open_day(url: str, clock: StandingClock) -> Iterator[ContestDay]:
    """Open a database as one server of the contest does."""
    store = open_store(url)
    database = ContestDatabase(store, clock)
    try:
        yield ContestDay(url, clock, database)
    finally:
        database.close()
        store.close()


def make_practice() -> Item:
    return replace(make_item("lam-thu"), use=Use.PRACTICE, stem=rich("Câu làm thử?"))


def create(day: ContestDay, *, paper: Paper | None = None, **changes: Any) -> None:
    context = PaperContext(pictures={"hinh/bien.png": b"png"})
    day.office.create(
        make_contest(**changes), paper or make_paper(), context, practice=make_practice(), who=WHO
    )


def let_day_come(database: ContestDatabase, slug: str = SLUG) -> None:
    """Put the day on which a contest's people go behind every clock of this machine."""
    with database.store.write() as connection:
        row = find_contest(connection, slug)
        assert row is not None
        change_contest(connection, row.id, erase_at=EPOCH)
