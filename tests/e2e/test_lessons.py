"""Every lesson opens in Voilà and can be gone through to its end."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from lachan.content import Content
from lachan.domain.kinds import Band
from support.visit import Visit, overflows


# One player shows them all: a band stands for the rest until the long tests.
@pytest.mark.parametrize(
    "band",
    [pytest.param(band, marks=() if band is Band.PRIMARY else pytest.mark.full) for band in Band],
)
def test_all_lessons_of_a_band_from_first_to_last_step(
    phone: Visit, real_content: Content, band: Band
) -> None:
    page = phone.page
    phone.go("/voila/render/bai_hoc.ipynb")
    for lesson in real_content.lessons:
        if lesson.band is not band:
            continue
        page.get_by_role("link", name=lesson.title, exact=True).click()
        expect(page.get_by_role("heading", level=1, name=lesson.title, exact=True)).to_be_visible()
        phone.button("Bắt đầu").click()
        for number, step in enumerate(lesson.steps, 1):
            heading = page.get_by_role("heading", level=2, name=step.title)
            expect(heading.first).to_be_visible()
            assert not overflows(page), f"{lesson.slug}, {step.id}"
            if number < len(lesson.steps):
                phone.button("Bước tiếp theo").click()
        expect(page.locator(".lc-block-ghi-chu-giao-vien")).to_have_count(0)
        page.get_by_role("button", name="Tất cả bài học").click()
