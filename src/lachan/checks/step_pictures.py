"""Rules on the pictures of steps: each belongs to a step, and small children see one in each."""

from __future__ import annotations

from collections.abc import Iterator

from lachan.checks.finding import Finding, Subject, nearest
from lachan.checks.lesson_time import severity_of
from lachan.domain.comics import Comic
from lachan.domain.kinds import Band, BlockKind
from lachan.domain.lessons import Step
from lachan.markup import find_figures


def check_steps(subject: Subject) -> Iterator[Finding]:
    """A picture names a step of its lesson."""
    steps = {lesson.id: [step.id for step in lesson.steps] for lesson in subject.lessons}
    for comic in subject.comics:
        # Of a comic without a lesson CM001 tells.
        known = steps.get(comic.lesson_id, [each.step for each in comic.pictures])
        for picture in comic.pictures:
            if picture.step not in known:
                message = f'{comic.id}: bài không có bước "{picture.step}"'
                yield Finding("CM010", picture.panel.source, message, nearest(picture.step, known))


def check_primary(subject: Subject) -> Iterator[Finding]:
    """Who reads little yet sees what each step is about."""
    comics = {comic.lesson_id: comic for comic in subject.comics}
    for lesson in subject.lessons:
        if lesson.band is not Band.PRIMARY:
            continue
        for step in lesson.steps:
            if not _is_seen(step, comics.get(lesson.id)):
                message = f'{lesson.id}: bước "{step.id}" chưa có tranh'
                hint = f"thêm steps: {step.id}: vào comics/{lesson.band}/{lesson.slug}.yaml"
                yield Finding("CM011", step.source, message, hint, severity_of(lesson))


def _is_seen(step: Step, comic: Comic | None) -> bool:
    """Tell whether a step shows a picture of its own, the strip, or one of the text."""
    if comic is not None and comic.picture_of(step.id) is not None:
        return True
    return any(
        block.kind is BlockKind.COMIC or find_figures(block.content)
        for block in step.blocks
        if not block.kind.teacher_only
    )
