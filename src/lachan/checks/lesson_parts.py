"""Rules on what a lesson of the second edition holds besides its text (docs/formats.md)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from lachan.checks.finding import Finding, Subject, nearest
from lachan.domain.kinds import Band, BlockKind, Use
from lachan.domain.lessons import Lesson, Step
from lachan.errors import Severity
from lachan.markup import render_plain

BEFORE_AFTER_COUNT = 5
MOST_TICKET_QUESTIONS = 3
MOST_TICKET_WORDS = 20
MOST_LETTER_WORDS = 220

MOVES = ("form", "task", "everyone", "report", "conclude")
"""What every step says: its form of work and the four moves of Công văn 5512."""


@dataclass(frozen=True, slots=True)
class _Part:
    """Something that a lesson of the second edition must hold."""

    code: str
    field: str
    what: str
    is_there: Callable[[Lesson], bool]


_PARTS = (
    _Part("LS026", "before_after", "năm câu hỏi trước và sau", lambda one: bool(one.before_after)),
    _Part("LS027", "exit_ticket", "vé ra cửa", lambda one: bool(one.exit_ticket)),
    _Part("LS028", "observe", "phiếu quan sát", lambda one: bool(one.observe)),
    _Part("LS029", "extension", "việc làm thêm", lambda one: bool(one.extension)),
    _Part(
        "LS030",
        "thu-ngo",
        "thư gửi gia đình trước bài",
        # Adults get no letter home.
        lambda one: one.band is Band.COMMUNITY or bool(one.blocks_of_kind(BlockKind.LETTER)),
    ),
)


def check_parts(subject: Subject) -> Iterator[Finding]:
    """A second edition holds every part; a first edition is told once what it still lacks."""
    for lesson in subject.lessons:
        lacking = [part for part in _PARTS if not part.is_there(lesson)]
        unmoved = [(step, _missing_moves(step)) for step in lesson.steps if _missing_moves(step)]
        if lesson.edition > 1:
            for part in lacking:
                message = f"{lesson.id}: thiếu {part.what} ({part.field})"
                yield Finding(part.code, lesson.source.at("edition"), message)
            for step, moves in unmoved:
                message = f'{lesson.id}: bước "{step.id}" thiếu {", ".join(moves)}'
                hint = "ghi hình thức và bốn bước: giao việc, cả lớp làm, báo cáo, chốt"
                yield Finding("LS024", step.source, message, hint)
        else:
            names = [part.what for part in lacking]
            names += ["hình thức và bốn bước tổ chức"] * bool(unmoved)
            message = f"{lesson.id}: bài còn ở bản thứ nhất"
            if names:
                message += f", thiếu {', '.join(names)}"
            hint = "đủ rồi thì ghi edition: 2"
            yield Finding("LS023", lesson.source.at("title"), message, hint, Severity.WARNING)


def check_forms_named(subject: Subject) -> Iterator[Finding]:
    """A form of work that a step names is in the catalogue, which has each id once."""
    ids = [form.id for form in subject.forms]
    for index, form in enumerate(subject.forms):
        if form.id in ids[:index]:
            yield Finding("LS025", form.source.at("id"), f'mã hình thức "{form.id}" đã dùng')
    for lesson in subject.lessons:
        for step in lesson.steps:
            if step.form and step.form not in ids:
                message = f'không có hình thức "{step.form}" trong lessons/forms.yaml'
                yield Finding("LS025", step.source.at("form"), message, nearest(step.form, ids))


def check_before_after(subject: Subject) -> Iterator[Finding]:
    """Five practice items of the band are asked before and after, and nowhere between."""
    items = {item.id: item for item in subject.items}
    for lesson in subject.lessons:
        asked, place = lesson.before_after, lesson.source.at("before_after")
        if asked and (len(asked) != BEFORE_AFTER_COUNT or len(set(asked)) != len(asked)):
            message = f"{lesson.id}: cần {BEFORE_AFTER_COUNT} câu khác nhau, thấy {len(asked)}"
            yield Finding("LS026", place, message)
        for index, item_id in enumerate(asked):
            item = items.get(item_id)
            at = lesson.source.at("before_after", index)
            if item is None:
                message = f'không có câu hỏi "{item_id}"'
                yield Finding("LS026", at, message, nearest(item_id, items))
            elif item.use is not Use.PRACTICE or item.band is not lesson.band:
                message = f'"{item_id}" không phải câu ôn của cấp {lesson.band}'
                yield Finding("LS026", at, message)
            elif item_id in lesson.item_ids:
                message = f'"{item_id}" có trong kiểm tra nhanh, nên hỏi lại chỉ đo trí nhớ'
                yield Finding("LS026", at, message, "chọn câu khác của cùng mục tiêu")


def check_exit_ticket(subject: Subject) -> Iterator[Finding]:
    """An exit ticket asks one to three short questions."""
    for lesson in subject.lessons:
        if len(lesson.exit_ticket) > MOST_TICKET_QUESTIONS:
            message = f"{lesson.id}: vé ra cửa có {len(lesson.exit_ticket)} câu hỏi"
            hint = f"tối đa {MOST_TICKET_QUESTIONS} câu"
            yield Finding("LS027", lesson.source.at("exit_ticket"), message, hint)
        for index, question in enumerate(lesson.exit_ticket):
            words = len(question.split())
            if words > MOST_TICKET_WORDS:
                message = f"{lesson.id}: câu hỏi của vé ra cửa dài {words} chữ"
                hint = f"tối đa {MOST_TICKET_WORDS} chữ"
                yield Finding("LS027", lesson.source.at("exit_ticket", index), message, hint)


def check_observation(subject: Subject) -> Iterator[Finding]:
    """What is observed is the lesson's objectives, each of them once."""
    for lesson in subject.lessons:
        ids = [objective.id for objective in lesson.objectives]
        seen = [each.objective for each in lesson.observe]
        for each in lesson.observe:
            if each.objective not in ids:
                message = f'{lesson.id}: không có mục tiêu "{each.objective}"'
                at = each.source.at("objective")
                yield Finding("LS028", at, message, nearest(each.objective, ids))
        missing = [name for name in ids if name not in seen]
        if lesson.observe and (missing or len(set(seen)) != len(seen)):
            message = f"{lesson.id}: mỗi mục tiêu một dòng quan sát"
            hint = f"thiếu {', '.join(missing)}" if missing else "có mục tiêu ghi hai lần"
            yield Finding("LS028", lesson.source.at("observe"), message, hint)


def check_letter(subject: Subject) -> Iterator[Finding]:
    """The letter home is one short letter, before the first step: it goes out before the class."""
    for lesson in subject.lessons:
        letters = lesson.blocks_of_kind(BlockKind.LETTER)
        for index, letter in enumerate(letters):
            words = len(render_plain(letter.content).split())
            if words > MOST_LETTER_WORDS:
                message = f"{lesson.id}: thư gửi gia đình dài {words} chữ"
                yield Finding("LS030", letter.source, message, f"tối đa {MOST_LETTER_WORDS} chữ")
            if index > 0 or letter not in lesson.opening:
                message = f"{lesson.id}: cần một thư, đứng trước bước đầu tiên"
                yield Finding("LS030", letter.source, message)


def _missing_moves(step: Step) -> list[str]:
    return [name for name in MOVES if not getattr(step, name)]
