"""A step's picture in a notebook's output and on the offline page."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from lachan.content import Content, load_content
from lachan.domain.comics import StepPicture
from lachan.errors import LachanError
from lachan.workflows.lessons.comic import render_picture
from lachan.workflows.lessons.notebook import make_notebook
from lachan.workflows.lessons.page import make_page


@pytest.fixture
def content(sample: Path) -> Content:
    found = load_content(sample)
    [comic] = found.comics
    drawn = replace(comic, pictures=(StepPicture("tap", comic.panels[5]),))
    return replace(found, comics=(drawn,))


def test_a_cell_draws_it_with_its_words_and_its_description(content: Content) -> None:
    shown = render_picture("mau", "tap", content)

    assert 'id="tranh-tap"' in shown
    assert f'aria-label="{content.comics[0].panels[5].alt}"' in shown
    assert "@font-face" in shown


def test_a_picture_without_words_brings_no_letters(content: Content) -> None:
    [comic] = content.comics
    mute = replace(comic.panels[5], says=())
    drawn = replace(comic, pictures=(StepPicture("tap", mute),))

    assert "@font-face" not in render_picture("mau", "tap", replace(content, comics=(drawn,)))


def test_a_step_without_one_is_told(content: Content) -> None:
    with pytest.raises(LachanError, match='bước "hoc" chưa có tranh'):
        render_picture("mau", "hoc", content)


def test_the_offline_page_has_it_below_the_title_of_its_step(content: Content) -> None:
    notebook = make_notebook(content.lessons[0], content)

    page = make_page(notebook, "mau", content)

    [before, after] = page.split('<figure class="step-picture">')
    assert before.rstrip().endswith("</h2>")
    assert "Tập" in before.splitlines()[-1]
    assert after.index('id="tranh-tap"') < after.index("</figure>")
    assert "<span>Mẹ Hoa: Con hỏi là đúng rồi.</span>" in after.partition("</figure>")[0]
