"""From a plan to a contest: what nobody could reach is not made."""

from __future__ import annotations

import pytest

from lachan.content import Content
from lachan.domain.contests import ContestPlan
from lachan.workflows.plan_contest import PlanError, plan_contest
from workflows.contest_day import WHO, ContestDay, make_contest


@pytest.mark.parametrize("slug", ["Thi 2026", "thi_2026", "thì", "-thi", "", "t" * 81])
def test_a_name_that_fits_no_address_is_refused(
    day: ContestDay, real_content: Content, slug: str
) -> None:
    plan = ContestPlan(make_contest(slug=slug), "khoi-dong-thcs", None, "", "")
    before = day.desk.list_contests()
    with pytest.raises(PlanError, match="hãy đổi tên tệp"):
        plan_contest(day.office, real_content, plan, who=WHO)

    assert day.desk.list_contests() == before
