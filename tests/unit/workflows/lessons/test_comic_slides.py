"""A comic's panels on slides, their words as text, and the questions below the strip."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from lachan.content import Content, load_content
from lachan.domain.comics import Comic, StepPicture
from lachan.domain.kinds import BlockKind
from lachan.drawing import DoesNotFitError
from lachan.exchange.slides.flow import fits_one
from lachan.exchange.slides.pieces import Para, Passage, Picture, plain
from lachan.notebooks import NotebookBlock, NotebookLesson, Section
from lachan.workflows.lessons.comic_slides import (
    draw_panels,
    draw_step_pictures,
    find_shown_comic,
    find_step_pictures,
    list_panels,
    place_picture,
)
from lachan.workflows.lessons.slides import list_passages


@pytest.fixture
def content(sample: Path) -> Content:
    return load_content(sample)


@pytest.fixture
def comic(content: Content) -> Comic:
    [found] = content.comics
    return found


def shown(slug: str = "mau", kind: BlockKind = BlockKind.COMIC) -> NotebookLesson:
    block = NotebookBlock(kind, "Hỏi đã", ())
    return NotebookLesson("Bài mẫu", slug, sections=[Section("Một", 5, blocks=[block])])


def test_each_panel_has_a_slide_with_its_words_beside_it(comic: Comic) -> None:
    first, *_, last = list_panels(comic)

    assert first.title == "Hỏi đã (1/6)"
    assert [piece.plain for piece in first.pieces if isinstance(piece, Para)] == [
        "Lời kể: “Tan học.”",
        "Thư: “Có chị rủ mình đi làm này!”",
        "Minh: “Chị nào thế?”",
    ]
    assert first.pieces[-1] == Picture("truyen-tranh/01.svg", comic.panels[0].alt)
    assert last.title == "Hỏi đã – cùng nghĩ"
    assert all(fits_one(each.pieces) for each in list_panels(comic))


def test_a_comic_without_questions_has_its_panels_alone(comic: Comic) -> None:
    assert len(list(list_panels(replace(comic, ask=())))) == len(comic.panels)


def test_panels_are_drawn_under_the_paths_that_slides_name(comic: Comic) -> None:
    drawn = draw_panels(comic)

    named = [p.path for each in list_panels(comic) for p in each.pieces if isinstance(p, Picture)]
    assert list(drawn) == named
    assert all(each.startswith(b"<svg ") for each in drawn.values())


def test_words_that_do_not_fit_their_panel_are_told(comic: Comic) -> None:
    panel = comic.panels[0]
    long = replace(panel, says=(replace(panel.says[0], text="Nói mãi không thôi. " * 40),))

    with pytest.raises(DoesNotFitError, match="chữ không vừa tranh"):
        draw_panels(replace(comic, panels=(long,)))


def test_a_comic_stands_where_the_notebook_shows_it(content: Content, comic: Comic) -> None:
    assert find_shown_comic(shown(), content) == comic
    assert find_shown_comic(shown(kind=BlockKind.TEXT), content) is None
    assert find_shown_comic(shown("bai-rieng"), content) is None
    assert find_shown_comic(shown(), replace(content, comics=())) is None

    titles = [each.title for each in list_passages(shown(), {}, content)]
    # No slide holds a title alone.
    assert titles[1] == "Hỏi đã (1/6)"
    assert titles[-2] == "Hỏi đã – cùng nghĩ"


def test_a_steps_picture_stands_beside_the_first_words_that_have_room(comic: Comic) -> None:
    short, long = Passage("Hát", (plain("Cùng hát."),)), Passage("Kể", (plain("Kể mãi. " * 99),))
    panel = comic.panels[0]

    placed = list(place_picture([long, short, short], "mo", panel, 28))

    picture = Picture("tranh/mo.svg", panel.alt)
    assert [long, replace(short, pieces=(*short.pieces, picture)), short] == placed
    assert [long] == list(place_picture([long], "mo", panel, 28))
    assert ["tranh/mo.svg"] == list(draw_step_pictures({"mo": panel}))


def test_a_steps_picture_is_shown_where_the_notebook_keeps_its_cell(
    content: Content, comic: Comic
) -> None:
    drawn = replace(comic, pictures=(StepPicture("mo", comic.panels[0]),))
    having = replace(content, comics=(drawn,))
    kept = NotebookLesson("Bài mẫu", "mau", sections=[Section("Một", 5, "mo")])
    dropped = NotebookLesson("Bài mẫu", "mau", sections=[Section("Một", 5)])

    assert {"mo": comic.panels[0]} == find_step_pictures(kept, having)
    assert {} == find_step_pictures(dropped, having)
    assert {} == find_step_pictures(kept, content)
