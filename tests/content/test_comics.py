"""The real strips: one a lesson, light enough for a page, the same people everywhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from lachan.content import Content, load_content
from lachan.domain.comics import Comic
from lachan.domain.kinds import BlockKind
from lachan.wire.comic import comic_json, panel_json
from lachan.workflows.lessons.notebook import find_notebook, read_lesson_notebook

# What a lesson's page may grow by (pictures and words as they are sent).
HEAVIEST = 150 * 1024
COMICS = load_content(Path(__file__).resolve().parents[2]).comics


def test_every_lesson_has_its_strip(real_content: Content) -> None:
    # The course for teachers has cases to walk through instead.
    without = [each.slug for each in real_content.lessons if not real_content.comic_of(each)]
    assert without == ["truoc-khi-day"]


@pytest.mark.parametrize("comic", COMICS, ids=lambda comic: comic.id)
def test_a_strip_has_its_place_in_what_is_made_of_the_notebook(
    comic: Comic, real_content: Content
) -> None:
    notebook = read_lesson_notebook(*find_notebook(comic.slug, real_content))
    kinds = [block.kind for section in notebook.sections for block in section.blocks]
    assert kinds.count(BlockKind.COMIC) == 1


@pytest.mark.parametrize("comic", COMICS, ids=lambda comic: comic.id)
def test_a_strip_is_light(comic: Comic) -> None:
    told = comic_json(comic)["panels"]
    told += [panel_json(each.panel, each.step) for each in comic.pictures]

    sent = sum(len(f"{panel['svg']}{panel['alt']}".encode()) for panel in told)
    assert sent <= HEAVIEST


def test_no_two_strips_have_one_title() -> None:
    titles = [comic.title for comic in COMICS]

    assert len(titles) == len(set(titles))
