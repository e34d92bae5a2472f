"""Rules on time: minutes make whole periods, and what a step asks for fits into its minutes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lachan.checks.finding import Finding, Subject
from lachan.domain.comics import Comic, spoken_lines
from lachan.domain.curriculum import LONGEST_MEETING_MINUTES, period_minutes
from lachan.domain.kinds import BlockKind
from lachan.domain.lessons import Lesson, LessonBlock, Step
from lachan.errors import Severity
from lachan.markup import render_plain

WORDS_PER_MINUTE = 130
"""How fast a class follows a text that is read aloud; slower than one reads alone."""

MOST_WORDS = 1300
"""Words that pupils read or hear in one period."""

# Aims are for whoever looks them up; the rest goes home, hangs on the wall, or is played.
_UNREAD = frozenset(
    {
        BlockKind.TEACHER_NOTE,
        BlockKind.OBJECTIVES,
        BlockKind.LEAFLET,
        BlockKind.LETTER,
        BlockKind.BOARDS,
        BlockKind.BOARD_GAME,
        BlockKind.QUICK_CHECK,
    }
)
_FOR_GRADES = re.compile(r"\(lớp (?P<first>\d+)(?:\s*[–-]\s*(?P<last>\d+))?\)\s*$")


@dataclass(frozen=True, slots=True)
class StepTime:
    """What a step takes, in seconds: reading, its items, groups in turn, quiet or group work."""

    reading: float
    items: int
    turns: int
    work: int

    @property
    def total(self) -> float:
        """All of it."""
        return self.reading + self.items + self.turns + self.work


def count_words(lesson: Lesson, period: int, comic: Comic | None = None) -> int:
    """Return how many words the grade with the longest text reads or hears in a period."""
    steps = lesson.steps_of(period)
    blocks = [block for step in steps for block in step.blocks]
    if period == 1:
        blocks = [*lesson.opening, *blocks]
    seen = sum(_picture_words(step, comic) for step in steps)
    return _count(blocks, lesson.grades, comic) + seen


def measure_step(
    lesson: Lesson, step: Step, seconds: Mapping[str, int], comic: Comic | None = None
) -> StepTime:
    """Return what a step takes; `seconds` has the time of each item by its id.

    The lesson's notice is read at the start of the first step. What is not an item's id counts
    nothing: another rule tells that.
    """
    opening = lesson.opening if step == lesson.steps[0] else ()
    asked = [item_id for block in step.blocks for item_id in block.item_ids]
    words = _count([*opening, *step.blocks], lesson.grades, comic) + _picture_words(step, comic)
    return StepTime(
        reading=words / WORDS_PER_MINUTE * 60,
        items=sum(seconds.get(item_id, 0) for item_id in asked),
        turns=step.turns.groups * step.turns.seconds if step.turns else 0,
        work=step.work,
    )


def check_periods(subject: Subject) -> Iterator[Finding]:
    """Steps follow their periods, and the minutes of each make a whole one."""
    for lesson in subject.lessons:
        order = [step.period for step in lesson.steps]
        if order != sorted(order) or set(order) != set(range(1, lesson.periods + 1)):
            message = (
                f"{lesson.id}: các bước thuộc tiết {', '.join(map(str, order))}, "
                f"periods ghi {lesson.periods}"
            )
            hint = "mỗi tiết từ 1 đến periods có bước, theo thứ tự"
            yield Finding("LS020", lesson.source.at("periods"), message, hint)
            continue
        wanted = period_minutes(lesson.band, lesson.grades)
        for period in range(1, lesson.periods + 1):
            minutes = sum(step.minutes for step in lesson.steps_of(period))
            if wanted is None and minutes > LONGEST_MEETING_MINUTES:
                message = f"{lesson.id}: buổi {period} dài {minutes} phút"
                hint = f"tối đa {LONGEST_MEETING_MINUTES} phút một buổi"
                yield Finding("LS020", lesson.source.at("steps"), message, hint)
            elif wanted is not None and minutes != wanted:
                message = f"{lesson.id}: tiết {period} có {minutes} phút, một tiết là {wanted} phút"
                yield Finding("LS020", lesson.source.at("steps"), message, "sửa minutes các bước")


def check_step_time(subject: Subject) -> Iterator[Finding]:
    """Reading aloud, the items' own seconds, turns and work fit into a step's minutes."""
    seconds = {item.id: item.seconds for item in subject.items}
    comics = {comic.lesson_id: comic for comic in subject.comics}
    for lesson in subject.lessons:
        for step in lesson.steps:
            takes = measure_step(lesson, step, seconds, comics.get(lesson.id))
            if takes.total > step.minutes * 60:
                message = (
                    f'{lesson.id}: bước "{step.id}" cần {_clock(takes.total)}, '
                    f"có {step.minutes} phút (đọc {_clock(takes.reading)}, câu hỏi "
                    f"{_clock(takes.items)}, các nhóm nói {_clock(takes.turns)}, "
                    f"làm {_clock(takes.work)})"
                )
                hint = "bớt chữ, bớt câu, hoặc thêm phút"
                yield Finding(
                    "LS021", step.source.at("minutes"), message, hint, severity_of(lesson)
                )


def check_period_words(subject: Subject) -> Iterator[Finding]:
    """No class reads and hears more than so many words in a period."""
    comics = {comic.lesson_id: comic for comic in subject.comics}
    for lesson in subject.lessons:
        for period in range(1, lesson.periods + 1):
            words = count_words(lesson, period, comics.get(lesson.id))
            if words > MOST_WORDS:
                message = f"{lesson.id}: tiết {period} có {words} chữ cho học sinh"
                hint = f"tối đa {MOST_WORDS} chữ, kể cả phần đọc to; bớt chữ hoặc thêm tiết"
                yield Finding(
                    "LS022", lesson.source.at("title"), message, hint, severity_of(lesson)
                )


def severity_of(lesson: Lesson) -> Severity:
    """Return how grave it is where a lesson lacks what the second edition asks for."""
    return Severity.ERROR if lesson.edition > 1 else Severity.WARNING


def _count(blocks: list[LessonBlock], grades: tuple[int, ...], comic: Comic | None) -> int:
    """Count words, for the grade that has most: a block may be for some grades alone."""
    read = [
        (_grades_of(block), _words(block, comic)) for block in blocks if block.kind not in _UNREAD
    ]
    return max(
        sum(words for of, words in read if of is None or grade in of) for grade in grades or (0,)
    )


def _grades_of(block: LessonBlock) -> range | None:
    match = _FOR_GRADES.search(block.title)
    if match is None:
        return None
    first = int(match["first"])
    return range(first, int(match["last"] or first) + 1)


def _words(block: LessonBlock, comic: Comic | None) -> int:
    texts = [block.title, render_plain(block.shown)]
    if block.kind is BlockKind.COMIC and comic:
        texts += [line.text for panel in comic.panels for line in spoken_lines(panel)]
    return len(" ".join(texts).split())


def _picture_words(step: Step, comic: Comic | None) -> int:
    """Count what is said in the picture at the step's head."""
    panel = comic.picture_of(step.id) if comic else None
    return sum(len(line.text.split()) for line in spoken_lines(panel)) if panel else 0


def _clock(seconds: float) -> str:
    whole = round(seconds)
    return f"{whole // 60}:{whole % 60:02}"
