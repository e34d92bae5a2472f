"""Turn a notebook that a teacher edited back into the body of a lesson (docs/formats.md section 3).

Cells that `build_notebook` writes from the lesson's front matter (its place in the programme, what
to remember, the numbers to call) are left out: they are written anew from there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from nbformat import NotebookNode

from lachan.domain.kinds import BlockKind
from lachan.domain.names import without_label
from lachan.errors import Problem, Severity
from lachan.notebooks.builder import SKIP, TEACHER_ONLY
from lachan.notebooks.folding import unfold

CODE = "NB005"

# By the ids of their cells, and by their part.
_FROM_FRONT_MATTER = frozenset({"cach-dung", "chuong-trinh", "dieu-can-nho"})
_PARTS_LEFT_OUT = frozenset({"help-list", "comic-words"})

_HEADING = re.compile(r"#{1,2}[ \t]+(?P<title>[^\n]*)\n*(?P<rest>.*)", re.DOTALL)
_BLOCK_TITLE = re.compile(r"###[ \t]+(?P<title>[^\n]*)\n*(?P<rest>.*)", re.DOTALL)
_EMPHASIS = re.compile(r"\*[^*\n]+\*")


@dataclass(slots=True)
class WrittenLesson:
    """A lesson as a notebook holds it.

    Attributes
    ----------
    title, summary
        Of the first cell; empty where there is none.
    steps
        The steps' ids, in order.
    body
        All below the front matter.
    problems
        What a lesson cannot hold, as errors, and what was left out, as warnings; a problem's file
        names its cell: ``ten-so.ipynb#7``.
    """

    title: str = ""
    summary: str = ""
    steps: list[str] = field(default_factory=list)
    body: str = ""
    problems: list[Problem] = field(default_factory=list)


def write_lesson_body(notebook: NotebookNode, name: str, comic: str = "") -> WrittenLesson:
    """Return the notebook as a lesson's text.

    Parameters
    ----------
    name
        Its file's.
    comic
        The title of the lesson's strip, which stands in the notebook above a block without one.
    """
    lesson = WrittenLesson()
    parts: list[str] = []
    heading = ""
    for number, cell in enumerate(notebook.cells, 1):
        facts = cell.metadata.get("lachan", {})
        place = f"{name}#{number}"
        if _is_heading_of_check(cell):
            heading = without_label(_split_title(cell.source)[0], BlockKind.QUICK_CHECK)
            continue
        if cell.cell_type == "code":
            parts += _write_code(cell, heading, place, lesson)
            heading = ""
        elif cell.cell_type == "markdown" and not _is_left_out(cell):
            if facts.get("part") == "title":
                lesson.title, lesson.summary = _read_title(cell.source)
            else:
                parts += _write_markdown(cell, place, lesson, comic)
    lesson.body = "\n\n".join(parts) + "\n"
    return lesson


def _is_left_out(cell: NotebookNode) -> bool:
    facts = cell.metadata.get("lachan", {})
    return (
        not cell.source.strip()
        or SKIP in cell.metadata.get("tags", [])
        or cell.get("id") in _FROM_FRONT_MATTER
        or facts.get("part") in _PARTS_LEFT_OUT
    )


def _is_heading_of_check(cell: NotebookNode) -> bool:
    facts = cell.metadata.get("lachan", {})
    return bool(cell.cell_type == "markdown" and facts.get("block") == BlockKind.QUICK_CHECK.value)


def _write_code(
    cell: NotebookNode, heading: str, place: str, lesson: WrittenLesson
) -> Iterator[str]:
    facts = cell.metadata.get("lachan", {})
    if items := facts.get("items"):
        yield _block(BlockKind.QUICK_CHECK, heading, "\n".join(f"- {each}" for each in items))
    elif "comic" not in facts and cell.source.strip():
        message = "ô mã này không vào bài: bài học chỉ có chữ, hình và câu hỏi"
        _report(lesson, place, message, "", Severity.WARNING)


def _write_markdown(
    cell: NotebookNode, place: str, lesson: WrittenLesson, comic: str
) -> Iterator[str]:
    facts, source = cell.metadata.get("lachan", {}), unfold(cell.source.strip())
    heading = _HEADING.fullmatch(source)
    if facts.get("part") == "step" and heading:
        yield from _write_step(str(facts.get("step", "")), heading, place, lesson)
    elif heading:
        message = f'tiêu đề "{heading["title"][:60]}" mở một bước mà bài gốc không có'
        hint = "dùng ### (tiêu đề nhỏ trong bước), hoặc thêm bước trong tệp bài học .md"
        _report(lesson, place, message, hint)
    else:
        yield _write_block(cell, source, place, lesson, comic)


def _write_step(
    step: str, heading: re.Match[str], place: str, lesson: WrittenLesson
) -> Iterator[str]:
    if not step or step in lesson.steps:
        what = "trùng với một bước ở trên" if step else "không còn mã bước"
        _report(lesson, place, f'bước "{heading["title"][:60]}" {what}', "lấy lại sổ từ bài gốc")
        return
    lesson.steps.append(step)
    yield f"## {heading['title'].strip()} {{#{step}}}"
    # The first line below says the phase and the minutes, which the front matter has.
    below = [
        each for each in heading["rest"].split("\n\n") if not _EMPHASIS.fullmatch(each.strip())
    ]
    if text := "\n\n".join(below).strip():
        yield text


def _write_block(
    cell: NotebookNode, source: str, place: str, lesson: WrittenLesson, comic: str
) -> str:
    tags = cell.metadata.get("tags", [])
    found = str(cell.metadata.get("lachan", {}).get("block", ""))
    kind = next((each for each in BlockKind if each.value == found), BlockKind.TEXT)
    if TEACHER_ONLY in tags and not kind.teacher_only:
        kind = BlockKind.TEACHER_NOTE
    if kind is BlockKind.TEXT:
        if not lesson.steps:
            hint = "chuyển ô này xuống một bước, hoặc xóa đi"
            _report(lesson, place, "chữ đứng trước bước đầu tiên", hint)
        return source
    heading, rest = _split_title(source)
    title = without_label(heading, kind)
    return _block(kind, "" if kind is BlockKind.COMIC and title == comic else title, rest)


def _block(kind: BlockKind, title: str, text: str) -> str:
    opening = " ".join(part for part in (":::", kind.value, title) if part)
    return f"{opening}\n{text}\n:::"


def _read_title(source: str) -> tuple[str, str]:
    """Return the title and the summary; the last line says for whom the lesson is."""
    heading = _HEADING.fullmatch(source.strip())
    if heading is None:
        return "", ""
    parts = [each.strip() for each in heading["rest"].split("\n\n")]
    kept = [each for each in parts if each and not _EMPHASIS.fullmatch(each)]
    return heading["title"].strip(), " ".join(" ".join(kept).split())


def _split_title(source: str) -> tuple[str, str]:
    heading = _BLOCK_TITLE.fullmatch(source.strip())
    return (heading["title"].strip(), heading["rest"].strip()) if heading else ("", source.strip())


def _report(
    lesson: WrittenLesson,
    place: str,
    message: str,
    hint: str,
    severity: Severity = Severity.ERROR,
) -> None:
    lesson.problems.append(Problem(CODE, severity, place, 1, 1, message, hint))
