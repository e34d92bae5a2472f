"""Rules on lessons: help and notice are there, links hold, teacher's words stay the teacher's."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lachan.checks.coverage import find_unasked
from lachan.checks.finding import Finding, Subject, item_texts, nearest
from lachan.domain.kinds import BlockKind, Phase, Use
from lachan.domain.rich.text import RichText
from lachan.domain.source import Source
from lachan.errors import Severity
from lachan.markup import find_figures, find_links, render_plain
from lachan.text import fold

# Words that only a teacher's note uses; in a block that pupils see they mean a leak.
_TEACHER_WORDS = re.compile(
    r"\b(đáp án gợi ý|gợi ý trả lời|gợi ý đáp án|dự kiến câu trả lời|ghi chú giáo viên"
    r"|dành (riêng )?cho giáo viên|giáo viên (lưu ý|chốt|nhận xét|kết luận)|gv (lưu ý|chốt))\b"
)


def check_lesson_ids(subject: Subject) -> Iterator[Finding]:
    """Every lesson's id and file name stand once; prerequisites exist."""
    ids = [lesson.id for lesson in subject.lessons]
    slugs = [lesson.slug for lesson in subject.lessons]
    for index, lesson in enumerate(subject.lessons):
        if lesson.id in ids[:index]:
            yield Finding("LS009", lesson.source.at("id"), f'mã bài "{lesson.id}" đã dùng')
        if lesson.slug in slugs[:index]:
            yield Finding("LS009", lesson.source, f'tên tệp "{lesson.slug}" đã dùng cho bài khác')
        for number, needed in enumerate(lesson.prerequisites):
            if needed not in ids:
                place = lesson.source.at("prerequisites", number)
                yield Finding("LS010", place, f'không có bài "{needed}"', nearest(needed, ids))


def check_required_blocks(subject: Subject) -> Iterator[Finding]:
    """A lesson opens with its notice, says its aims, gives an action, and ends with help."""
    needed = (
        (BlockKind.NOTICE, "báo trước chủ đề và cho phép tạm ra ngoài"),
        (BlockKind.OBJECTIVES, "mục tiêu bằng lời của học sinh"),
        (BlockKind.ACTION, "việc học sinh làm được ngay"),
        (BlockKind.HELP, "nơi gọi giúp"),
        (BlockKind.TEACHER_NOTE, "cách xử lí khi học sinh chia sẻ chuyện của mình"),
    )
    for lesson in subject.lessons:
        kinds = [block.kind for block in lesson.blocks]
        for kind, why in needed:
            if kind not in kinds:
                message = f'{lesson.id}: thiếu khối "{kind}" ({why})'
                yield Finding("LS011", lesson.source, message, f"thêm ::: {kind}")
        shown = [kind for kind in kinds if not kind.teacher_only]
        if BlockKind.HELP in kinds and shown[-1] is not BlockKind.HELP:
            message = f"{lesson.id}: bài không kết thúc bằng nơi gọi giúp"
            yield Finding("LS012", lesson.source, message, "đưa khối ho-tro xuống cuối bài")


def check_phases(subject: Subject) -> Iterator[Finding]:
    """The four phases of a lesson plan all have a step."""
    for lesson in subject.lessons:
        missing = [phase for phase in Phase if phase not in {step.phase for step in lesson.steps}]
        if missing:
            message = f"{lesson.id}: thiếu bước cho pha {', '.join(missing)}"
            yield Finding("LS013", lesson.source.at("steps"), message, "", Severity.WARNING)


def check_teacher_leaks(subject: Subject) -> Iterator[Finding]:
    """Nothing a teacher alone should read stands in a block that pupils see."""
    for lesson in subject.lessons:
        for block in lesson.blocks:
            text = fold(f"{block.title} {render_plain(block.content)}")
            hidden = block.kind is BlockKind.TEACHER_NOTE
            found = None if hidden else _TEACHER_WORDS.search(text)
            if found:
                message = f'khối "{block.kind}" mà học sinh thấy có chữ "{found.group(0)}"'
                hint = "chuyển phần đó vào khối ghi-chu-giao-vien"
                yield Finding("LS014", block.source, message, hint)


def check_quick_checks(subject: Subject) -> Iterator[Finding]:
    """Quick checks name practice items of the same band that exist."""
    items = {item.id: item for item in subject.items}
    for lesson in subject.lessons:
        for block in lesson.blocks:
            if block.kind is BlockKind.QUICK_CHECK and not block.item_ids:
                yield Finding("LS015", block.source, "khối kiểm tra nhanh chưa có câu nào")
            for item_id in block.item_ids:
                item = items.get(item_id)
                if item is None:
                    message = f'không có câu hỏi "{item_id}"'
                    yield Finding("LS015", block.source, message, nearest(item_id, items))
                elif item.use is not Use.PRACTICE:
                    message = f'"{item_id}" là câu của kì thi, không được nằm trong bài học'
                    yield Finding("LS016", block.source, message, "chọn câu có use: practice")
                elif item.band is not lesson.band:
                    message = f'"{item_id}" thuộc cấp {item.band}, bài này là {lesson.band}'
                    yield Finding("LS015", block.source, message)


def check_objectives_asked(subject: Subject) -> Iterator[Finding]:
    """Whatever a lesson declares as an objective is asked by some item."""
    for lesson, objective_id in find_unasked(subject.lessons, subject.items):
        index = [objective.id for objective in lesson.objectives].index(objective_id)
        message = f'{lesson.id}: chưa câu hỏi nào hỏi mục tiêu "{objective_id}"'
        place = lesson.source.at("objectives", index)
        hint = "thêm objective vào một câu hỏi"
        yield Finding("LS017", place, message, hint, Severity.WARNING)


def check_links_and_figures(subject: Subject) -> Iterator[Finding]:
    """Links into the content and figures lead to files that are there."""
    for place, text in _all_texts(subject):
        for figure in find_figures(text):
            if not subject.file_exists(figure.path):
                yield Finding("LK001", place, f'không có tệp hình "{figure.path}"')
        for url in find_links(text):
            inside = ":" not in url and not url.startswith("#")
            if inside and url and not subject.file_exists(url.partition("#")[0]):
                yield Finding("LK002", place, f'liên kết "{url}" không dẫn đến tệp nào')


def check_glyphs(subject: Subject) -> Iterator[Finding]:
    """Every character can be printed with the fonts we carry."""
    if not subject.missing_glyphs:
        return
    for place, text in _all_texts(subject):
        missing = sorted(set(render_plain(text)) & subject.missing_glyphs)
        if missing:
            shown = ", ".join(f'"{character}" (U+{ord(character):04X})' for character in missing)
            yield Finding("FT001", place, f"phông in không có {shown}", "thay bằng kí tự khác")


def _all_texts(subject: Subject) -> Iterator[tuple[Source, RichText]]:
    for item in subject.items:
        yield from item_texts(item)
    for lesson in subject.lessons:
        for block in lesson.blocks:
            yield block.source, block.content
