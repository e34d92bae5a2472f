"""Rules over all lessons: no form of work wears out, and what is printed for a class is sound."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lachan.checks.finding import Finding, Subject
from lachan.domain.kinds import BlockKind
from lachan.domain.lessons import LessonBlock
from lachan.domain.rich import text as rt
from lachan.errors import Severity
from lachan.markup import render_plain

MOST_LESSONS_A_FORM = 4
PLAY = "sam-vai"
"""The form that has a measure of its own: half of the lessons."""

# What a private sheet must not ask for: it would say whose secrets stand on it.
_NAME_LINE = re.compile(
    r"\b(họ và tên|họ tên|tên (của )?em|tên học sinh|nộp (lại )?(cho )?(thầy|cô|phiếu))\b",
    re.IGNORECASE,
)
_INTERNAL_NUMBER = re.compile(r"\b[Cc]âu (?:hỏi )?(?:số )?(0\d\d|[a-z]+(?:-[a-z]+)*-\d{3})\b")

_LISTS = {
    BlockKind.CARDS: (2, 40, 30),
    BlockKind.BOARDS: (1, 12, 8),
    BlockKind.BOARD_GAME: (10, 40, 14),
}
"""Of what is printed as entries: least, most, and the words that one has room for."""


def check_form_variety(subject: Subject) -> Iterator[Finding]:
    """A form of work stands in few lessons: who met it twice a year looks forward to it."""
    everyday = {form.id for form in subject.forms if form.is_everyday}
    used: dict[str, list[str]] = {}
    for lesson in subject.lessons:
        for form in dict.fromkeys(step.form for step in lesson.steps):
            if form and form != PLAY and form not in everyday:
                used.setdefault(form, []).append(lesson.id)
                if len(used[form]) > MOST_LESSONS_A_FORM:
                    message = f'hình thức "{form}" đã có ở {", ".join(used[form][:-1])}'
                    hint = f"tối đa {MOST_LESSONS_A_FORM} bài một hình thức"
                    at = next(step.source for step in lesson.steps if step.form == form)
                    yield Finding("LS033", at.at("form"), message, hint, _severity(subject))


def check_play_share(subject: Subject) -> Iterator[Finding]:
    """At most half of the lessons have a play: in a play a few act and the others watch."""
    with_play = [each for each in subject.lessons if each.blocks_of_kind(BlockKind.ROLE_PLAY)]
    if len(with_play) * 2 > len(subject.lessons):
        message = f"{len(with_play)}/{len(subject.lessons)} bài có kịch (sam-vai)"
        hint = "tối đa nửa số bài; đổi sang hình thức khác trong lessons/forms.yaml"
        at = with_play[-1].blocks_of_kind(BlockKind.ROLE_PLAY)[0].source
        yield Finding("LS034", at, message, hint, _severity(subject))


def check_private_sheets(subject: Subject) -> Iterator[Finding]:
    """A private sheet asks for no name and is not handed in."""
    for block in _blocks(subject, BlockKind.PRIVATE_SHEET):
        found = _NAME_LINE.search(f"{block.title} {render_plain(block.content)}")
        if found:
            message = f'phiếu riêng có chữ "{found.group(0)}"'
            hint = "phiếu riêng không ghi tên, không thu; cần tên thì dùng ::: phieu"
            yield Finding("LS035", block.source, message, hint)


def check_printed_lists(subject: Subject) -> Iterator[Finding]:
    """Cards, boards and board games are lists whose entries have room on paper."""
    for kind, (least, most, room) in _LISTS.items():
        for block in _blocks(subject, kind):
            entries = [entry for each in block.content for entry in _entries(each)]
            if not least <= len(entries) <= most:
                message = f'khối "{kind}" có {len(entries)} mục'
                hint = f"từ {least} đến {most} mục, mỗi dòng một mục mở bằng -"
                yield Finding("LS036", block.source, message, hint)
            for entry in entries:
                words = len(render_plain(entry.children).split())
                if words > room:
                    shown = render_plain(entry.children)[:30]
                    message = f'mục "{shown}…" dài {words} chữ'
                    yield Finding("LS036", block.source, message, f"tối đa {room} chữ")


def check_internal_numbers(subject: Subject) -> Iterator[Finding]:
    """No text names an item by its number in the bank: on paper it has another."""
    for lesson, passages in subject.lesson_passages:
        for passage in passages:
            found = _INTERNAL_NUMBER.search(passage.text)
            if found:
                message = f'{lesson.id}: "{found.group(0)}" là số của câu trong kho'
                hint = 'nói theo chỗ đứng: "câu thứ hai của kiểm tra nhanh 1"'
                yield Finding("LS037", passage.source, message, hint)


def _entries(block: rt.Block) -> tuple[rt.ListItem, ...]:
    return block.items if isinstance(block, rt.BulletList) else ()


def _blocks(subject: Subject, kind: BlockKind) -> Iterator[LessonBlock]:
    for lesson in subject.lessons:
        yield from lesson.blocks_of_kind(kind)


def _severity(subject: Subject) -> Severity:
    """A fault of the whole kit is an error once all of it is of the second edition."""
    done = all(lesson.edition > 1 for lesson in subject.lessons)
    return Severity.ERROR if done else Severity.WARNING
