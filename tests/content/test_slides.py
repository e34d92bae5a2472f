"""The slides of all lessons, laid out: nothing runs off a slide, and nobody reads too small."""

from __future__ import annotations

import pytest

from lachan.content import Content
from lachan.exchange.slides.design import (
    BODY,
    BUBBLE_SIDE,
    BUBBLE_TOP,
    COVER_BODY,
    COVER_TITLE,
    FOOT,
    LEADING,
    SMALLEST,
    TITLE,
    WIDTH,
    Look,
)
from lachan.exchange.slides.layout import Placed, Slide, lay_out
from lachan.exchange.slides.measure import (
    column_widths,
    count_lines,
    row_heights,
    stack_height,
)
from lachan.exchange.slides.pieces import Bubble, Grid, Para, Picture, as_paras, plain
from lachan.workflows.lessons.notebook import lesson_items, make_notebook, read_lesson_notebook
from lachan.workflows.lessons.slides import list_passages

Slides = dict[str, tuple[Slide, ...]]


@pytest.fixture(scope="module")
def slides(real_content: Content) -> Slides:
    return {lesson.slug: _lay_out(lesson.slug, real_content) for lesson in real_content.lessons}


def _lay_out(slug: str, content: Content) -> tuple[Slide, ...]:
    notebook = make_notebook(content.get_lesson(slug), content)
    lesson = read_lesson_notebook(notebook, slug)
    return lay_out(tuple(list_passages(lesson, lesson_items(lesson, content), content)))


def _height(placed: Placed, size: float) -> float:
    match placed.content:
        case Picture():
            return placed.box.height
        case Grid():
            widths = column_widths(placed.content, placed.box.width, size)
            assert widths is not None
            return sum(row_heights(placed.content, widths, size))
        case Bubble(spans):
            lines = count_lines(spans, placed.box.width - 2 * BUBBLE_SIDE, size)
            return lines * size * LEADING + 2 * BUBBLE_TOP
        case paras:
            return stack_height(paras, placed.box.width, size)


def test_nothing_runs_off_its_box_and_no_box_off_its_slide(slides: Slides) -> None:
    for slug, each in slides.items():
        for slide in each:
            area = COVER_BODY if slide.look is Look.COVER else BODY
            bottom = area.top
            for placed in slide.placed:
                if not isinstance(placed.content, Picture):
                    assert placed.box.top >= bottom - 0.01, (slug, slide.title)
                    bottom = placed.box.bottom
                assert _height(placed, slide.size) <= placed.box.height + 0.01, (slug, slide.title)
                assert placed.box.bottom <= area.bottom + 0.01, (slug, slide.title)
                assert placed.box.left + placed.box.width <= WIDTH - BODY.left, (slug, slide.title)


def test_every_slide_has_a_title_that_stands_in_its_place(slides: Slides) -> None:
    for slug, each in slides.items():
        for slide in each:
            box = COVER_TITLE if slide.look is Look.COVER else TITLE
            title = [plain(slide.title, bold=True)]
            assert slide.title.strip(), slug
            assert "…" not in slide.title[-1:], (slug, slide.title)
            assert stack_height(title, box.width, slide.title_size) <= box.height, slide.title
            assert stack_height([plain(slide.foot)], FOOT.width, SMALLEST) <= FOOT.height


def test_nothing_is_smaller_than_24_points(slides: Slides) -> None:
    sizes = {size for each in slides.values() for slide in each for size in _sizes(slide)}
    assert min(sizes) >= 24


def _sizes(slide: Slide) -> tuple[float, float]:
    return slide.size, slide.title_size


def test_every_slide_has_notes_and_no_note_stands_on_one(slides: Slides) -> None:
    for each in slides.values():
        for slide in each:
            shown = {para.plain for para in _paras(slide) if len(para.plain) > 40}
            assert slide.notes
            assert shown & {note.plain for note in slide.notes} == set(), slide.title


def _paras(slide: Slide) -> list[Para]:
    return [
        para
        for placed in slide.placed
        for piece in (placed.content if isinstance(placed.content, tuple) else (placed.content,))
        for para in as_paras(piece)
    ]


def test_each_question_is_followed_by_its_answer_and_tells_none(
    slides: Slides, real_content: Content
) -> None:
    for slug, each in slides.items():
        asked = [slide for slide in each if slide.look in (Look.QUESTION, Look.ANSWER)]
        order = list(dict.fromkeys((slide.title.partition(".")[0], slide.look) for slide in asked))
        count = len(real_content.get_lesson(slug).item_ids)
        numbers = [f"Câu {number}" for number in range(1, count + 1)]
        assert order == [(n, look) for n in numbers for look in (Look.QUESTION, Look.ANSWER)], slug
        for slide in asked:
            if slide.look is Look.QUESTION:
                notes = [note.plain for note in slide.notes]
                assert not any("chưa đúng: " in note or note == "Căn cứ:" for note in notes)


def test_the_last_slide_tells_where_to_get_help(slides: Slides) -> None:
    for slug, each in slides.items():
        words = "\n".join(para.plain for para in _paras(each[-1]))
        assert each[-1].look is Look.HELP, slug
        assert "111" in words, slug
        assert "113" in words, slug
        assert "Một người lớn đáng tin cậy" in words, slug


def test_a_lesson_has_no_more_slides_than_a_class_can_follow(slides: Slides) -> None:
    counts = {slug: len(each) for slug, each in slides.items()}
    # The longest is a lesson of two periods, with a branching case of eight scenes and a comic.
    assert max(counts.values()) <= 60, counts
