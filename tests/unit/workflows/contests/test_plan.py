"""From a plan to a contest: what nobody could reach is not made."""

from __future__ import annotations

import pytest

from lachan.content import Content
from lachan.domain.contests.contest import NO_LIMIT, ContestPlan, EntryMode, Reveal
from lachan.domain.kinds import Use
from lachan.workflows.contests.plan import PlanError, list_warnings, plan_contest
from support.contest_day import WHO, ContestDay, make_contest, make_paper


@pytest.mark.parametrize("slug", ["Thi 2026", "thi_2026", "thì", "-thi", "", "t" * 81, "2026"])
def test_a_name_that_fits_no_address_is_refused(
    day: ContestDay, real_content: Content, slug: str
) -> None:
    plan = ContestPlan(make_contest(slug=slug), "khoi-dong-thcs", None, "", "")
    before = day.desk.list_contests()
    with pytest.raises(PlanError, match="hãy đổi tên tệp"):
        plan_contest(day.office, real_content, plan, who=WHO)

    assert day.desk.list_contests() == before


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({}, "chỉ hiện sau khi cuộc thi kết thúc"),
        ({"reveal": Reveal.REASONS}, "chỉ hiện sau khi cuộc thi kết thúc"),
        ({"reveal": Reveal.NOTHING}, ""),
        ({"entry": EntryMode.CODES}, ""),
        ({"entry": EntryMode.CODES, "attempts": NO_LIMIT}, "dò đáp án"),
        ({"entry": EntryMode.ROSTER, "attempts": 3}, "dò đáp án"),
        ({"entry": EntryMode.ROSTER, "attempts": 3, "reveal": Reveal.NOTHING}, ""),
    ],
)
def test_an_organiser_hears_where_scores_would_tell_the_key(
    changes: dict[str, object], words: str
) -> None:
    warnings = list_warnings(make_contest(**changes), make_paper())
    told = [each for each in warnings if "dò đáp án" in each]
    assert (len(told), words in "".join(told)) == (1 if words else 0, True)


def test_who_waits_sees_the_picture_of_the_trial_question(
    day: ContestDay, real_content: Content
) -> None:
    practice = next(each for each in real_content.items if each.media and each.use is Use.PRACTICE)
    plan = ContestPlan(make_contest(slug="co-hinh"), "khoi-dong-thcs", None, "", practice.id)
    plan_contest(day.office, real_content, plan, who=WHO)
    waiting = day.desk.enter("co-hinh", "", "").token

    assert practice.media is not None
    picture = (real_content.root / practice.media.path).read_bytes()
    assert picture == day.desk.find_picture(waiting, practice.media.path)
    assert day.desk.find_picture(waiting, "lachan.toml") is None
