"""From a contest's plan, the content and a class list to a contest that waits to open."""

from __future__ import annotations

import datetime as dt
import re
import secrets
from collections.abc import Sequence
from dataclasses import dataclass, replace

from lachan.content import Content
from lachan.domain.consent import find_faults, is_kept_long
from lachan.domain.contests.contest import Contest, ContestPlan, EntryMode, Reveal
from lachan.domain.items import Item
from lachan.domain.kinds import Use
from lachan.domain.papers.context import PaperContext
from lachan.domain.papers.paper import Paper
from lachan.domain.papers.rosters import Entrant
from lachan.errors import LachanError
from lachan.limits.office import ADVISED_KEPT, LONGEST_ADDRESS
from lachan.text import date_in_vietnam, format_date, format_decimal
from lachan.workflows.content.pictures import read_pictures
from lachan.workflows.contests.enrolment import Card
from lachan.workflows.contests.office import ContestOffice
from lachan.workflows.contests.views import ContestView
from lachan.workflows.papers.draft import PaperDraft, draft_paper, find_blueprint

_SLUG = re.compile("[a-z0-9]+(-[a-z0-9]+)*")


class PlanError(LachanError):
    """A contest cannot be made as it is planned."""


@dataclass(frozen=True, slots=True)
class PlannedContest:
    """A contest that was made, the codes to hand out, and what its organiser must hear."""

    contest: ContestView
    cards: tuple[Card, ...]
    warnings: tuple[str, ...]


def plan_contest(
    office: ContestOffice,
    content: Content,
    plan: ContestPlan,
    *,
    who: str,
    roster: Sequence[Entrant] = (),
    code_count: int = 0,
) -> PlannedContest:
    """Make a contest: draw its paper, freeze it, commit to its key, give out codes.

    Parameters
    ----------
    roster, code_count
        Who may enter: those on a class list, or so many who are not known.

    Raises
    ------
    LachanError
        Where the contest's name fits no address, the bank cannot fill the blueprint, an item is
        marked by a person, the trial question is for contests, no score could win a prize, or
        nobody could enter.
    """
    _check_slug(plan.contest.slug)
    _check_entry(plan, roster, code_count)
    check_names(plan.contest, date_in_vietnam(office.now()))
    draft = draft_contest_paper(content, plan)
    check_minimum(plan.contest, draft.paper)
    practice = find_practice(content, plan.practice, draft.paper)
    context = add_trial_pictures(content, draft.context, practice)
    view = office.create(plan.contest, draft.paper, context, practice=practice, who=who)
    people = [*roster, *([Entrant("")] * code_count)]
    cards = office.add_people(plan.contest.slug, people, who=who) if people else ()
    return PlannedContest(view, cards, list_warnings(plan.contest, draft.paper))


def draft_contest_paper(content: Content, plan: ContestPlan) -> PaperDraft:
    """Return a new paper for a plan; raises `LachanError` where the bank cannot fill it."""
    blueprint = find_blueprint(content, plan.blueprint)
    seed = plan.seed or secrets.token_hex(16)
    # A blueprint without a date is judged by the law on the day the contest opens.
    opening = date_in_vietnam(plan.contest.opens_at)
    return draft_paper(content, blueprint, today=opening, seed=seed, form_count=plan.form_count)


def _check_slug(slug: str) -> None:
    # Numbers alone are the short paths of other contests.
    if len(slug) > LONGEST_ADDRESS.value or not _SLUG.fullmatch(slug) or slug.isdigit():
        raise PlanError(
            f"Tên tệp “{slug}” là địa chỉ của cuộc thi nên chỉ gồm chữ thường không dấu, chữ số "
            f"và gạch nối, có ít nhất một chữ, dài đến {LONGEST_ADDRESS.spelled}; hãy đổi tên tệp, "
            "ví dụ thi-2026.yaml."
        )


def _check_entry(plan: ContestPlan, roster: Sequence[Entrant], code_count: int) -> None:
    match plan.contest.entry:
        case EntryMode.ROSTER if not roster:
            raise PlanError("entry: roster cần danh sách thí sinh; hãy thêm --roster TỆP.")
        case EntryMode.CODES if not code_count and not roster:
            raise PlanError("entry: codes cần số mã phải tạo; hãy thêm --codes SỐ.")


def check_names(contest: Contest, today: dt.date) -> None:
    """Raise `PlanError` where names are asked for and not all is said that must be.

    Parameters
    ----------
    today
        The day in Vietnam: what is to be erased by then cannot be promised any more.
    """
    if contest.names is None:
        return
    faults = find_faults(contest.names, date_in_vietnam(contest.closes_at), today)
    if faults:
        raise PlanError("\n".join(f"names: {fault}." for fault in faults.values()))


def add_trial_pictures(
    content: Content, context: PaperContext, practice: Item | None
) -> PaperContext:
    """Return the context with the pictures of the trial question, which is in no paper.

    Raises
    ------
    ContentError
        With each picture that is missing.
    """
    if practice is None:
        return context
    found = read_pictures(content, practice.source.file, (), (practice,))
    return replace(context, pictures={**context.pictures, **found})


def find_practice(content: Content, item_id: str, paper: Paper) -> Item | None:
    """Return the trial question, None for "".

    Raises
    ------
    PlanError
        Where it would show a key of the contest: it is for contests, or in the paper itself.
    """
    if not item_id:
        return None
    item = content.get_item(item_id)
    if item.use is not Use.PRACTICE:
        raise PlanError(
            f"Câu làm thử {item_id} dành cho cuộc thi, sẽ lộ đáp án; hãy chọn câu luyện tập."
        )
    if item_id in paper.items:
        raise PlanError(f"Câu làm thử {item_id} có trong đề thi, sẽ lộ đáp án; hãy chọn câu khác.")
    return item


def check_minimum(contest: Contest, paper: Paper) -> None:
    """Raise `PlanError` where a prize needs more points than the paper has."""
    worth = paper.blueprint.worth
    if contest.prize_minimum > worth:
        raise PlanError(
            f"Điểm tối thiểu để được giải là {format_decimal(contest.prize_minimum)}, cả đề chỉ "
            f"có {format_decimal(worth)} điểm nên không ai được giải; hãy đặt lại."
        )


def count_open_items(paper: Paper) -> int:
    """Return how many items anyone can look the key up of, as no online contest should have."""
    return sum(item.use is Use.PRACTICE for item in paper.items.values())


def list_warnings(contest: Contest, paper: Paper) -> tuple[str, ...]:
    """Return what an organiser must hear before the contest, in words."""
    found = (_warn_of_open_items(paper), _warn_of_scores(contest), _warn_of_names(contest))
    return tuple(filter(None, found))


def _warn_of_names(contest: Contest) -> str:
    """Return where names are kept longer than prizes and complaints usually take."""
    names, last_day = contest.names, date_in_vietnam(contest.closes_at)
    if names is None or not is_kept_long(names, last_day):
        return ""
    return (
        f"tên được giữ đến {format_date(names.erase_on)}, hơn {ADVISED_KEPT.spelled} sau ngày "
        "đóng; trao giải và khiếu nại thường xong sớm hơn, nên chọn ngày gần hơn"
    )


def _warn_of_open_items(paper: Paper) -> str:
    open_count = count_open_items(paper)
    if not open_count:
        return ""
    return (
        f"đề thi có {open_count} câu ai cũng xem được đáp án trong kho luyện tập; "
        "dùng ngân hàng riêng bằng --bank THƯ_MỤC"
    )


def _warn_of_scores(contest: Contest) -> str:
    """Return where a score told at once would let someone find the key by trying."""
    if contest.reveal is Reveal.NOTHING:
        return ""
    if contest.entry is EntryMode.OPEN:
        return (
            "ai cũng tự ghi tên vào thi được nên điểm chỉ hiện sau khi cuộc thi kết thúc; hiện "
            "ngay thì có người vào nhiều lần để dò đáp án"
        )
    if contest.attempts != 1:
        return (
            "mỗi người thi được nhiều lượt và thấy điểm sau từng lượt nên có thể dò đáp án; "
            "muốn chắc chắn hãy đặt reveal: nothing hoặc attempts: 1"
        )
    return ""
