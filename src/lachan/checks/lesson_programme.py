"""Rules on a lesson's places in the programme of 2018, and on the competences it claims."""

from __future__ import annotations

from collections.abc import Iterator

from lachan.checks.finding import Finding, Subject, nearest
from lachan.domain.curriculum import (
    GENERAL_COMPETENCES,
    QUALITIES,
    SUBJECTS,
    Anchor,
    Hour,
    split_subjects,
)
from lachan.domain.kinds import Band
from lachan.domain.lessons import Lesson


def check_programme(subject: Subject) -> Iterator[Finding]:
    """Each grade and each subject of a school lesson has its place; a place is one that exists."""
    for lesson in subject.lessons:
        if lesson.band is Band.COMMUNITY:
            if lesson.programme:
                message = f"{lesson.id}: bài cộng đồng nằm ngoài chương trình phổ thông"
                yield Finding("LS031", lesson.source.at("programme"), message, "bỏ programme")
            continue
        yield from _missing_anchors(lesson)
        for anchor in lesson.programme:
            yield from _check_anchor(lesson, anchor)


def _missing_anchors(lesson: Lesson) -> Iterator[Finding]:
    grades = [grade for grade in lesson.grades if grade not in {a.grade for a in lesson.programme}]
    named = {anchor.subject for anchor in lesson.programme}
    subjects = [each for each in split_subjects(lesson.subject) if each not in named]
    lacking = [f"lớp {grade}" for grade in grades] + [f'môn "{each}"' for each in subjects]
    if lacking:
        message = f"{lesson.id}: chưa nêu chủ đề của chương trình cho {', '.join(lacking)}"
        hint = "thêm vào programme; lớp không có chủ đề thì ghi hour: sinh-hoat-lop"
        yield Finding("LS031", lesson.source.at("subject"), message, hint)


def _check_anchor(lesson: Lesson, anchor: Anchor) -> Iterator[Finding]:
    known = SUBJECTS.get(anchor.subject)
    if anchor.grade not in lesson.grades:
        message = f"{lesson.id}: lớp {anchor.grade} không có trong grades"
        yield Finding("LS031", anchor.source.at("grade"), message)
    if known is None:
        message = f'{lesson.id}: không có môn "{anchor.subject}"'
        hint = nearest(anchor.subject, SUBJECTS) or f"các môn: {'; '.join(SUBJECTS)}"
        yield Finding("LS031", anchor.source.at("subject"), message, hint)
        return
    if anchor.grade not in known.grades:
        message = f'{lesson.id}: lớp {anchor.grade} không học môn "{anchor.subject}"'
        yield Finding("LS031", anchor.source.at("subject"), message)
    if anchor.subject not in split_subjects(lesson.subject):
        message = f'{lesson.id}: môn "{anchor.subject}" không có ở subject'
        hint = "nhiều môn thì cách nhau bằng dấu chấm phẩy"
        yield Finding("LS031", anchor.source.at("subject"), message, hint)
    if known.has_hours != (anchor.hour is not None):
        message = (
            f"{lesson.id}: thiếu hour (loại tiết của Hoạt động trải nghiệm)"
            if known.has_hours
            else f'{lesson.id}: chỉ Hoạt động trải nghiệm có hour, không phải "{anchor.subject}"'
        )
        yield Finding("LS031", anchor.source, message, f"hour: {' | '.join(Hour)}")
    if not anchor.topic and anchor.hour in (None, Hour.TOPIC):
        message = f"{lesson.id}: lớp {anchor.grade}, {anchor.subject}: thiếu topic"
        hint = "nêu chủ đề; không có thì ghi hour: sinh-hoat-lop"
        yield Finding("LS031", anchor.source, message, hint)


def check_claimed_competences(subject: Subject) -> Iterator[Finding]:
    """A school lesson claims the general competences and those of its own subjects, no others."""
    for lesson in subject.lessons:
        own = [SUBJECTS[each] for each in split_subjects(lesson.subject) if each in SUBJECTS]
        if lesson.band is Band.COMMUNITY:
            continue
        allowed = [*GENERAL_COMPETENCES, *(name for each in own for name in each.competences)]
        for index, name in enumerate(lesson.competences):
            if name not in allowed:
                message = f'{lesson.id}: "{name}" không phải năng lực của môn "{lesson.subject}"'
                hint = nearest(name, allowed) or f"có: {'; '.join(allowed)}"
                at = lesson.source.at("competences", index)
                yield Finding("LS032", at, message, hint)
        for index, name in enumerate(lesson.qualities):
            if name not in QUALITIES:
                message = f'{lesson.id}: "{name}" không phải phẩm chất của chương trình'
                hint = nearest(name, QUALITIES) or f"có: {'; '.join(QUALITIES)}"
                at = lesson.source.at("qualities", index)
                yield Finding("LS032", at, message, hint)
