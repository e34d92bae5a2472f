"""The real curriculum: how much there is, that nothing is missing, that all of it prints."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pypdfium2
import pytest

from lachan.assembly import assemble
from lachan.checks import Subject
from lachan.checks.coverage import map_coverage
from lachan.checks.misconceptions import check_named
from lachan.content import Content, load_content
from lachan.domain.bodies import SingleChoice
from lachan.domain.items import Item
from lachan.domain.kinds import Audience, Band, BlockKind, FormMode, ItemType, Level, Use
from lachan.domain.lessons import Lesson
from lachan.domain.papers.paper import Blueprint, Cell, Header, Part, Rules
from lachan.errors import Severity
from lachan.printing import render_paper
from lachan.wire.explanation import explanation_json
from lachan.wire.offline import offline_json
from lachan.workflows.content.check import check_content
from lachan.workflows.content.pictures import read_pictures
from lachan.workflows.lessons.handout import make_handout
from lachan.workflows.lessons.leaflet import make_leaflet
from lachan.workflows.lessons.notebook import find_notebook
from lachan.workflows.lessons.pack import make_pack
from lachan.workflows.lessons.page import make_page
from lachan.workflows.lessons.plan import make_plan, make_printed_plan

REPOSITORY = Path(__file__).resolve().parents[2]
CONTENT = load_content(REPOSITORY)
TODAY = dt.date(2026, 11, 24)
CONTEST_BANDS = (Band.LOWER_SECONDARY, Band.UPPER_SECONDARY, Band.COMMUNITY)
LEAST = {
    ItemType.TRUE_FALSE_GROUP: 90,
    ItemType.SHORT_ANSWER: 50,
    ItemType.SCENARIO: 40,
    ItemType.ESSAY: 24,
}

# For each band a matrix of 40 items: 16 to know, 12 to understand, 12 to apply.
# Comics, sheets and what a pack holds are for lessons that have a use for them.
COURSE = "truoc-khi-day"
IN_EVERY_LESSON = (
    BlockKind.NOTICE,
    BlockKind.OBJECTIVES,
    BlockKind.ACTIVITY,
    BlockKind.ACTION,
    BlockKind.HELP,
    BlockKind.LEAFLET,
    BlockKind.TEACHER_NOTE,
)
MATRICES = {
    Band.LOWER_SECONDARY: {
        ItemType.SINGLE_CHOICE: (9, 6, 4),
        ItemType.MULTIPLE_CHOICE: (2, 2, 3),
        ItemType.TRUE_FALSE_GROUP: (3, 3, 2),
        ItemType.SHORT_ANSWER: (2, 1, 1),
        ItemType.SCENARIO: (0, 0, 2),
    },
    Band.UPPER_SECONDARY: {
        ItemType.SINGLE_CHOICE: (10, 5, 5),
        ItemType.MULTIPLE_CHOICE: (3, 2, 1),
        ItemType.TRUE_FALSE_GROUP: (2, 3, 2),
        ItemType.SHORT_ANSWER: (1, 0, 1),
        ItemType.MATCHING: (0, 1, 0),
        ItemType.SCENARIO: (0, 1, 3),
    },
    Band.COMMUNITY: {
        ItemType.SINGLE_CHOICE: (8, 6, 4),
        ItemType.MULTIPLE_CHOICE: (2, 2, 2),
        ItemType.TRUE_FALSE_GROUP: (2, 3, 2),
        ItemType.SHORT_ANSWER: (2, 0, 1),
        ItemType.MATCHING: (1, 0, 0),
        ItemType.ORDERING: (1, 0, 0),
        ItemType.SCENARIO: (0, 1, 2),
        ItemType.ESSAY: (0, 0, 1),
    },
}

lessons = pytest.mark.parametrize("lesson", CONTENT.lessons, ids=lambda lesson: lesson.slug)
# The longest lesson of each band; the full tier takes all.
LONGEST = {
    max(each, key=lambda lesson: len(str(lesson)))
    for band in Band
    if (each := [lesson for lesson in CONTENT.lessons if lesson.band is band])
}
long_lessons = pytest.mark.parametrize(
    "lesson",
    [
        pytest.param(lesson, marks=() if lesson in LONGEST else pytest.mark.full, id=lesson.slug)
        for lesson in CONTENT.lessons
    ],
)


@pytest.fixture(scope="module")
def content() -> Content:
    return CONTENT


def test_there_are_28_lessons_in_four_bands_and_a_course_for_teachers(content: Content) -> None:
    counts = Counter(lesson.band for lesson in content.lessons)

    assert {
        Band.PRIMARY: 7,
        Band.LOWER_SECONDARY: 7,
        Band.UPPER_SECONDARY: 8,
        Band.COMMUNITY: 7,
    } == counts
    places = [(lesson.band, lesson.position) for lesson in content.lessons]
    assert len(set(places)) == len(places)


def test_the_bank_holds_what_was_promised(content: Content) -> None:
    counts = Counter(item.type for item in content.items)

    assert len(content.items) >= 560
    assert {kind: count for kind, count in LEAST.items() if counts[kind] < count} == {}
    assert counts[ItemType.MATCHING] + counts[ItemType.ORDERING] >= 40


@pytest.mark.parametrize("band", CONTEST_BANDS)
def test_levels_stand_about_40_30_30_where_there_are_contests(content: Content, band: Band) -> None:
    items = [item for item in content.items if item.band is band and item.may_be_practised]
    shares = Counter(item.level for item in items)

    for level, share in ((Level.KNOW, 0.4), (Level.UNDERSTAND, 0.3), (Level.APPLY, 0.3)):
        assert abs(shares[level] / len(items) - share) <= 0.06


def test_wrong_choices_of_practice_stand_for_misconceptions_as_in_contests(
    content: Content,
) -> None:
    subject = Subject(
        lessons=(),
        items=tuple(replace(item, use=Use.CONTEST) for item in content.items),
        provisions=content.provisions,
        law_source_ids=frozenset(),
        hotlines=(),
        blueprints=(),
        retired_ids=frozenset(),
        on=TODAY,
        misconceptions=content.misconceptions,
    )
    assert [str(finding) for finding in check_named(subject)] == []


def test_key_letters_are_balanced_over_the_bank(content: Content) -> None:
    four = [
        item.body
        for item in content.items
        if isinstance(item.body, SingleChoice) and len(item.body.choices) == 4
    ]
    places = Counter([choice.id for choice in body.choices].index(body.key) for body in four)

    assert max(places.values()) <= 1.2 * min(places.values())


@lessons
def test_a_lesson_is_whole(lesson: Lesson, content: Content) -> None:
    kinds = Counter(block.kind for block in lesson.blocks)
    asked = content.items_of(lesson.band, lesson.slug)
    for_small = set(lesson.grades) == {1, 2}
    course = lesson.slug == COURSE

    assert [kind for kind in IN_EVERY_LESSON if not kinds[kind]] == []
    # The smallest are asked by their teacher, all at once, and not by a machine.
    assert kinds[BlockKind.QUICK_CHECK] or lesson.band is Band.PRIMARY
    assert len(asked) >= (9 if course else 12 if for_small else 16)
    assert 3 <= len(lesson.steps) / lesson.periods <= 6
    assert "author" in {review.role for review in lesson.reviews}
    whole = 30 if course else 20 if for_small else 35 if lesson.band is Band.PRIMARY else 45
    assert lesson.minutes == whole * lesson.periods


@lessons
def test_every_step_has_something_to_do_and_a_note(lesson: Lesson, content: Content) -> None:
    for step in lesson.steps:
        kinds = {block.kind for block in step.blocks}
        assert step.everyone, step.id
        assert BlockKind.TEACHER_NOTE in kinds, step.id


def test_every_item_says_when_its_author_last_changed_it(content: Content) -> None:
    assert [i.id for i in content.items if "author" not in {r.role for r in i.reviews}] == []


def test_an_item_rests_on_law_or_says_that_it_is_a_skill(content: Content) -> None:
    assert [i.id for i in content.items if i.is_skill == bool(i.all_citations)] == []


def test_coverage_has_no_hole(content: Content) -> None:
    found = map_coverage(content.lessons, content.items, content.provisions)

    assert (found.never_asked, found.never_taught, found.unasked_objectives) == ((), (), ())


def test_the_day_before_the_law_names_the_items_that_rest_on_it() -> None:
    problems = check_content(REPOSITORY, dt.date(2025, 6, 30))

    told = [p for p in problems if p.code == "LW002" and p.severity is Severity.ERROR]
    assert any(p.message.startswith("thcs-vnlc-") for p in told)
    assert any(p.message.startswith("thpt-lcg-") for p in told)


@long_lessons
def test_a_lesson_prints_as_handout_leaflet_plan_and_page(lesson: Lesson, content: Content) -> None:
    notebook = find_notebook(lesson.slug, content)

    pupil = make_handout(*notebook, content, Audience.PUPIL)
    teacher = make_handout(*notebook, content, Audience.TEACHER)
    with pypdfium2.PdfDocument(pupil) as short, pypdfium2.PdfDocument(teacher) as long:
        assert len(short) < len(long) <= 14
        assert len(short) <= 6
    with pypdfium2.PdfDocument(make_leaflet(*notebook, content)) as leaflet:
        assert len(leaflet) == 1
    assert make_plan(lesson.slug, content).startswith(b"PK")
    assert make_printed_plan(lesson.slug, content).startswith(b"%PDF-")
    with pypdfium2.PdfDocument(make_pack(lesson.slug, content)) as pack:
        # The run sheet is one page a period.
        told = [page.get_textpage().get_text_bounded() for page in pack]
        assert sum("Tờ điều hành" in text for text in told) == lesson.periods
        assert "Tôi nói" not in "".join(told[lesson.periods :])
        assert sum("Phiếu quan sát" in text and "chỉ thầy cô" in text for text in told) == 1
        # The card and the comic on a page each, the same with empty balloons, its questions.
        assert sum("Thẻ quy trình" in text for text in told) == 1
        if comic := content.comic_of(lesson):
            assert sum(comic.title in text and "hư cấu" in text for text in told) == 3
    assert "lachan-quiz" in make_page(*notebook, content)


@pytest.mark.parametrize("band", Band)
def test_every_item_shows_on_screen_and_prints(content: Content, band: Band) -> None:
    items = [item for item in content.items if item.band is band]
    open_ones = [item for item in items if item.may_be_practised]
    shown = offline_json(open_ones, content.provisions)
    assert len(open_ones) == len(shown["items"])
    told = [explanation_json(item, content.provisions) for item in items]
    assert all(bool(each["citations"]) != each["skill"] for each in told)

    # One paper of all items of the band; enemies are let go, since nobody will sit it.
    free = [_without_enemies(item) for item in items]
    cells = Counter((item.type, item.topic, item.level) for item in free)
    parts = tuple(
        Part(
            kind,
            Decimal(1),
            tuple(Cell(t, level, n) for (k, t, level), n in cells.items() if k is kind),
        )
        for kind in ItemType
        if any(k is kind for k, _, _ in cells)
    )
    plan = _blueprint(band, parts)
    paper = assemble(plan, free, law_date=TODAY, seed="s", codes=["101"])
    pictures = read_pictures(content, "de", (), paper.items.values())
    pdf = render_paper(paper, paper.forms[0], pictures=pictures)
    with pypdfium2.PdfDocument(pdf) as document:
        assert len(document) > 10


@pytest.mark.parametrize("seeds", [range(4), pytest.param(range(4, 100), marks=pytest.mark.full)])
@pytest.mark.parametrize("band", CONTEST_BANDS)
def test_a_40_item_matrix_is_filled_five_times_without_a_repeat(
    content: Content, band: Band, seeds: range
) -> None:
    # Over all topics of the band at once, as a contest for a whole level asks.
    bank = [replace(item, topic="chung") for item in content.items if item.band is band]
    matrix = MATRICES[band]
    parts = tuple(Part(kind, Decimal(1), _cells(counts)) for kind, counts in matrix.items())
    plan = replace(_blueprint(band, parts), rules=Rules(FormMode.DIFFERENT, max_shared=0))

    # All five at once: drawn one after the other, an unlucky first leaves enemies for the last.
    codes = [str(number) for number in range(101, 106)]
    for seed in seeds:
        paper = assemble(plan, bank, law_date=TODAY, seed=str(seed), codes=codes)
        assert [40] * 5 == [len(paper.items_of(form)) for form in paper.forms]
        assert 200 == len(paper.items)


def _cells(counts: tuple[int, int, int]) -> tuple[Cell, ...]:
    wanted = zip(Level, counts, strict=True)
    return tuple(Cell("chung", level, count) for level, count in wanted if count)


def _without_enemies(item: Item) -> Item:
    return replace(item, enemies=frozenset())


def _blueprint(band: Band, parts: tuple[Part, ...]) -> Blueprint:
    header = Header("", "TRƯỜNG MẪU", "CUỘC THI", "", "Pháp luật")
    return Blueprint(
        slug="de",
        title="Đề",
        header=header,
        official=False,
        band=band,
        date=TODAY,
        minutes=60,
        codes=(),
        seed="s",
        total_points=None,
        parts=parts,
    )
