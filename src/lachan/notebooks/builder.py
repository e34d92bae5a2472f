"""Build a lesson's notebook: text as Markdown cells, quick checks as short code cells."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from lachan.domain.comics import Comic, Panel, spoken_lines
from lachan.domain.items import Item
from lachan.domain.kinds import BlockKind
from lachan.domain.law import HelpPlace, Hotline
from lachan.domain.lessons import Lesson, LessonBlock, Step
from lachan.domain.names import BAND_NAMES, PHASE_NAMES, block_heading, grades_label
from lachan.domain.print_packs import run_sheet
from lachan.notebooks.files import fingerprint, source_hash
from lachan.notebooks.folding import fold
from lachan.notebooks.questions import questions_output

TEACHER_ONLY = "teacher-only"
PRINT = "print"
SCREEN = "screen"
SKIP = "skip"

# A worksheet for each pupil of a class must stay short: these are read on the screen.
_SCREEN_KINDS = frozenset(
    {BlockKind.OBJECTIVES, BlockKind.ROLE_PLAY, BlockKind.COMIC, BlockKind.LEAFLET}
)

_HOW_TO = """\
*Chọn **Chạy → Chạy mọi ô** thì bấm trả lời được câu hỏi và truyện tranh hiện hình. Ghi chú giáo
viên đang gấp: bấm vào dòng tên để mở. Thầy cô sửa chữ, thêm bớt ô tùy ý, rồi chọn **Tệp → Xuất sổ
ra**: phiếu, tờ rơi, trang không cần mạng, bản trình chiếu.*"""


def build_notebook(
    lesson: Lesson,
    hotlines: Sequence[Hotline],
    places: Sequence[HelpPlace],
    comic: Comic | None = None,
    items: Mapping[str, Item] | None = None,
) -> NotebookNode:
    """Return the lesson's notebook (nbformat 4.5), the same bytes for the same lesson.

    `items` are those that its quick checks show before they are run, by id. Cells carry
    ``metadata.lachan`` with what they are, and the tags ``teacher-only``, ``print`` (on paper
    only), ``screen`` (on screens and on the teacher's paper, not on the pupils') and ``skip`` (in
    no export).
    """
    cells = _cells(lesson, help_markdown(hotlines, places), comic, items or {})
    notebook = gather_cells(lesson.title, cells)
    notebook.metadata["lachan"] = {
        "lesson": lesson.id,
        "slug": lesson.slug,
        "band": lesson.band.value,
        "written": fingerprint(notebook),
    }
    return notebook


def gather_cells(title: str, cells: Iterable[NotebookNode]) -> NotebookNode:
    """Return a notebook for Python 3 with a title that exports show."""
    notebook: NotebookNode = new_notebook(
        metadata={
            "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
            "language_info": {"name": "python"},
            "title": title,
        },
        cells=list(cells),
    )
    return notebook


def help_markdown(hotlines: Sequence[Hotline], places: Sequence[HelpPlace]) -> str:
    """Return the numbers to call and the places to go as a Markdown list."""
    numbers = [f"- **{line.number}** – {line.name}. {line.when}" for line in hotlines]
    return "\n".join([*numbers, *(f"- **{place.name}** – {place.when}" for place in places)])


def _cells(
    lesson: Lesson, help_list: str, comic: Comic | None, items: Mapping[str, Item]
) -> Iterator[NotebookNode]:
    about = " · ".join(
        part
        for part in (
            BAND_NAMES[lesson.band],
            grades_label(lesson.grades),
            f"{lesson.minutes} phút",
            lesson.subject,
        )
        if part
    )
    yield markdown_cell(
        "tieu-de", f"# {lesson.title}\n\n{lesson.summary}\n\n*{about}*", part="title"
    )
    yield markdown_cell("cach-dung", _HOW_TO, tags=[SKIP])
    yield markdown_cell("thoi-gian", _minutes_table(lesson), tags=[SKIP])
    if lesson.programme:
        yield _programme_cell(lesson)
    for number, block in enumerate(lesson.opening, 1):
        yield from block_cells(f"mo-bai-{number}", block, help_list, items)
    for step in lesson.steps:
        yield _step_cell(step)
        if comic and (panel := comic.picture_of(step.id)):
            yield from _picture_cells(step, comic.lesson_id, panel)
        for number, written in enumerate(step.blocks, 1):
            block = _titled(written, comic)
            if block.kind is BlockKind.HELP:
                # A lesson ends with where to get help, also on paper.
                yield _key_points_cell(lesson)
            yield from block_cells(f"{step.id}-{number}", block, help_list, items)
            if block.kind is BlockKind.COMIC and comic:
                yield from _comic_cells(f"{step.id}-{number}", comic)


def _minutes_table(lesson: Lesson) -> str:
    """Return what comes when, a row a step, period by period."""
    rows = ["| Phút | Bước | Cho xem, phát |", "| --- | --- | --- |"]
    for period in run_sheet(lesson, {}):
        if lesson.periods > 1:
            rows.append(f"| **Tiết {period.number}** | **{period.minutes} phút** | |")
        rows += [
            " ".join(("|", f"{row.start}–{row.end}", "|", row.title, "|", row.show, "|"))
            for row in period.rows
        ]
    return "\n".join(rows)


def _programme_cell(lesson: Lesson) -> NotebookNode:
    heading = block_heading(BlockKind.TEACHER_NOTE, "Bài trong chương trình")
    rows = (f"- **Lớp {each.grade}.** {each.told}" for each in lesson.programme)
    text = fold(heading, "\n".join(rows))
    facts = {"block": BlockKind.TEACHER_NOTE.value}
    return markdown_cell("chuong-trinh", text, tags=[TEACHER_ONLY], **facts)


def _key_points_cell(lesson: Lesson) -> NotebookNode:
    points = "\n".join(f"- {point}" for point in lesson.key_points)
    return markdown_cell("dieu-can-nho", f"### Điều cần nhớ\n\n{points}", tags=[PRINT])


def _step_cell(step: Step) -> NotebookNode:
    text = f"## {step.title}\n\n*{PHASE_NAMES[step.phase]} · {step.minutes} phút*"
    return markdown_cell(step.id, text, part="step", minutes=step.minutes, step=step.id)


def block_cells(
    cell_id: str, block: LessonBlock, help_list: str, items: Mapping[str, Item]
) -> Iterator[NotebookNode]:
    """Yield a block's cells, their ids after `cell_id`; `help_list` follows a block of help."""
    heading = block_heading(block.kind, block.title)
    title = f"### {heading}\n\n" if heading else ""
    facts: dict[str, Any] = {"block": block.kind.value}
    tags = [TEACHER_ONLY] if block.kind.teacher_only else []
    if block.kind in _SCREEN_KINDS:
        tags.append(SCREEN)
    if block.kind is BlockKind.QUICK_CHECK:
        if title:
            yield markdown_cell(f"{cell_id}-ten", title.strip(), **facts)
        yield _quiz_cell(cell_id, block, items)
        return
    told = fold(heading, block.markdown) if tags[:1] == [TEACHER_ONLY] else title + block.markdown
    yield markdown_cell(cell_id, told.strip(), tags=tags, **facts)
    if block.kind is BlockKind.HELP:
        # A cell of its own: exports set today's numbers in their own way while it is unchanged.
        mark = source_hash(help_list)
        yield markdown_cell(f"{cell_id}-so", help_list, part="help-list", hash=mark, **facts)


def _picture_cells(step: Step, lesson_id: str, panel: Panel) -> Iterator[NotebookNode]:
    """The picture of a step is drawn and told as the strip is."""
    source = f'from lachan.apps.notebook import picture\n\npicture("{lesson_id}", "{step.id}")'
    facts = {"comic": lesson_id, "picture": step.id, "hash": source_hash(source)}
    cell: NotebookNode = new_code_cell(
        source, id=_cell_id(f"{step.id}-tranh"), metadata={"lachan": facts}
    )
    yield cell
    lines = [f"*Tranh: {panel.alt}*"]
    lines += [f"- {line.label}: “{line.text}”" for line in spoken_lines(panel)]
    text = "\n\n".join(lines[:1] + ["\n".join(lines[1:])] * (len(lines) > 1))
    yield markdown_cell(f"{step.id}-loi", text, part="comic-words", hash=source_hash(text))


def _titled(block: LessonBlock, comic: Comic | None) -> LessonBlock:
    """A comic stands in its lesson under a title: the block's, or the strip's own."""
    if block.kind is BlockKind.COMIC and comic and not block.title:
        return replace(block, title=comic.title)
    return block


def _comic_cells(cell_id: str, comic: Comic) -> Iterator[NotebookNode]:
    """A strip is drawn where the cell is run; until then, and for who listens, it is told."""
    source = f'from lachan.apps.notebook import comic\n\ncomic("{comic.lesson_id}")'
    facts = {"comic": comic.lesson_id, "hash": source_hash(source)}
    cell: NotebookNode = new_code_cell(
        source, id=_cell_id(f"{cell_id}-tranh"), metadata={"lachan": facts}
    )
    yield cell
    text = comic_markdown(comic)
    yield markdown_cell(f"{cell_id}-loi", text, part="comic-words", hash=source_hash(text))


def comic_markdown(comic: Comic) -> str:
    """Return a strip as text: what is seen in each panel, and what is said in it."""
    parts = [f"**{comic.title}** (truyện tranh bằng chữ)"]
    for number, panel in enumerate(comic.panels, 1):
        lines = [f"{number}. {panel.alt}"]
        lines += [f"    - {line.label}: “{line.text}”" for line in spoken_lines(panel)]
        parts.append("\n".join(lines))
    parts.append("\n".join(f"- {question}" for question in comic.ask))
    return "\n\n".join(parts)


def _quiz_cell(cell_id: str, block: LessonBlock, items: Mapping[str, Item]) -> NotebookNode:
    names = ", ".join(f'"{item_id}"' for item_id in block.item_ids)
    source = f"from lachan.apps.notebook import quiz\n\nquiz({names})"
    facts = {"block": block.kind.value, "items": list(block.item_ids), "hash": source_hash(source)}
    # Items of contests must not leave.
    known = [
        items[each] for each in block.item_ids if each in items and items[each].may_be_practised
    ]
    cell: NotebookNode = new_code_cell(
        source,
        id=_cell_id(cell_id),
        metadata={"lachan": facts},
        outputs=[questions_output(known)] if known else [],
    )
    return cell


def markdown_cell(
    cell_id: str, text: str, *, tags: Sequence[str] = (), **facts: object
) -> NotebookNode:
    """Return a cell of text; `facts` are what exports read of it in ``metadata.lachan``."""
    metadata: dict[str, Any] = {"lachan": facts} if facts else {}
    if tags:
        metadata["tags"] = list(tags)
    cell: NotebookNode = new_markdown_cell(text, id=_cell_id(cell_id), metadata=metadata)
    return cell


def _cell_id(name: str) -> str:
    """Return a valid nbformat cell id: at most 64 characters of letters, digits, - and _."""
    return name[:64]
