"""Read a notebook back into sections and blocks, as a teacher may have edited it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from nbformat import NotebookNode

from lachan.domain.kinds import BlockKind
from lachan.domain.messages import find_thread_faults
from lachan.domain.names import without_label
from lachan.domain.rich import text as rt
from lachan.domain.rich.text import RichText
from lachan.domain.worksheets import find_faults, for_screen
from lachan.errors import Problem, Severity
from lachan.markup import parse_rich_text, render_plain
from lachan.notebooks.builder import PRINT, SCREEN, SKIP, TEACHER_ONLY
from lachan.notebooks.files import source_hash
from lachan.notebooks.folding import unfold

_TITLE = re.compile(r"(?P<marks>##?)[ \t]+(?P<title>[^\n]*)\n*(?P<rest>.*)", re.DOTALL)
# Their questions and pictures come from elsewhere.
_SHOWN_WITHOUT_WORDS = frozenset({BlockKind.QUICK_CHECK, BlockKind.COMIC})
_KINDS = {kind.value: kind for kind in BlockKind}


@dataclass(frozen=True, slots=True)
class NotebookBlock:
    """A cell as the exports use it; the flags come from its tags (see `build_notebook`)."""

    kind: BlockKind
    title: str
    content: RichText
    item_ids: tuple[str, ...] = ()
    teacher_only: bool = False
    print_only: bool = False
    screen_only: bool = False

    @property
    def shown(self) -> RichText:
        """The text as a screen shows it: places to write in are said, not drawn."""
        return for_screen(self.content) if self.kind.is_worksheet else self.content


@dataclass(slots=True)
class Section:
    """A step: what stands below one ``##`` heading; the first section has no title.

    `picture` is the id of the step whose picture stands at its head, empty where none does.
    """

    title: str
    minutes: int | None = None
    picture: str = ""
    blocks: list[NotebookBlock] = field(default_factory=list)


@dataclass(slots=True)
class NotebookLesson:
    """A whole notebook.

    `slug` is empty where it was not built from a lesson; `subtitle` says for whom it is and how
    long it takes.
    """

    title: str
    slug: str
    subtitle: str = ""
    sections: list[Section] = field(default_factory=lambda: [Section("")])
    problems: list[Problem] = field(default_factory=list)

    @property
    def item_ids(self) -> tuple[str, ...]:
        """Items of all quick checks, in order, once each."""
        found = (i for s in self.sections for block in s.blocks for i in block.item_ids)
        return tuple(dict.fromkeys(found))


def read_notebook(notebook: NotebookNode, name: str) -> NotebookLesson:
    """Return the notebook's sections; what cannot be exported is listed in `problems`.

    In a problem, the line is that within the cell, and the file names the cell:
    ``ten-so.ipynb#7``.
    """
    facts = notebook.metadata.get("lachan", {})
    title = str(notebook.metadata.get("title", "") or name.removesuffix(".ipynb"))
    lesson = NotebookLesson(title, str(facts.get("slug", "")))
    for number, cell in enumerate(notebook.cells, 1):
        if SKIP not in cell.metadata.get("tags", []):
            _take_cell(cell, f"{name}#{number}", lesson)
    return lesson


def _take_cell(cell: NotebookNode, place: str, lesson: NotebookLesson) -> None:
    if cell.cell_type == "code":
        _take_code(cell, place, lesson)
    elif cell.cell_type == "markdown" and cell.source.strip():
        _take_markdown(cell, place, lesson)


def _take_code(cell: NotebookNode, place: str, lesson: NotebookLesson) -> None:
    facts = cell.metadata.get("lachan", {})
    if "comic" in facts and source_hash(cell.source) == facts.get("hash"):
        lesson.sections[-1].picture = str(facts.get("picture", lesson.sections[-1].picture))
        return
    if "items" not in facts:
        # A teacher's own code has no paper form; tagging it "skip" says so on purpose.
        if cell.source.strip():
            hint = f'gắn thẻ "{SKIP}" cho ô này nếu không cần in'
            _report(lesson, "NB003", place, "ô mã này không in ra phiếu", hint, Severity.WARNING)
        return
    if source_hash(cell.source) != facts.get("hash"):
        hint = "đổi câu hỏi trong tệp bài học rồi chạy lachan build, hoặc trả ô này về như cũ"
        _report(lesson, "NB004", place, "ô câu hỏi đã bị sửa, không còn khớp với mã câu hỏi", hint)
        return
    blocks = lesson.sections[-1].blocks
    title = ""
    if blocks and blocks[-1].kind is BlockKind.QUICK_CHECK and not blocks[-1].item_ids:
        # The heading of a quick check is a Markdown cell of its own, just above.
        title = blocks.pop().title
    blocks.append(NotebookBlock(BlockKind.QUICK_CHECK, title, (), tuple(facts["items"])))


def _take_markdown(cell: NotebookNode, place: str, lesson: NotebookLesson) -> None:
    written = source = unfold(cell.source)
    facts = cell.metadata.get("lachan", {})
    if facts.get("part") in ("help-list", "comic-words") and source_hash(source) == facts.get(
        "hash"
    ):
        return
    heading = _TITLE.fullmatch(source)
    if heading:
        source = heading["rest"]
        if heading["marks"] == "#":
            lesson.title = heading["title"].strip()
        else:
            lesson.sections.append(Section(heading["title"].strip(), facts.get("minutes")))
    content, faults = parse_rich_text(source, in_lesson=True)
    skipped = written[: len(written) - len(source)].count("\n")
    for fault in faults:
        file, line = place, fault.line + skipped + 1
        lesson.problems.append(
            Problem(fault.code, Severity.ERROR, file, line, 1, fault.message, fault.hint)
        )
    tags = cell.metadata.get("tags", [])
    title, content = _split_title(content)
    if facts.get("part") == "step":
        content = ()
    elif facts.get("part") == "title" and _is_emphasis(content[-1:]):
        # The last line that `build` wrote says for whom the lesson is.
        lesson.subtitle, content = render_plain(content[-1:]), content[:-1]
    kind = _KINDS.get(str(facts.get("block", "")), BlockKind.TEXT)
    title = without_label(title, kind)
    for code, told, why in _find_faults(kind, content):
        _report(lesson, code, place, f'"{told[:40]}": {why}', "xem docs/formats.md mục 3")
    if content or title or kind in _SHOWN_WITHOUT_WORDS:
        lesson.sections[-1].blocks.append(
            NotebookBlock(
                kind,
                title,
                content,
                teacher_only=kind.teacher_only or TEACHER_ONLY in tags,
                print_only=PRINT in tags,
                screen_only=SCREEN in tags,
            )
        )


def _find_faults(kind: BlockKind, content: RichText) -> Iterator[tuple[str, str, str]]:
    """Yield code, line and reason of what is wrong with a block whose text has a form."""
    if kind.is_worksheet:
        yield from (("LS019", line, why) for line, why in find_faults(content))
    elif kind is BlockKind.MESSAGES:
        yield from (("LS038", line, why) for line, why in find_thread_faults(content))


def _split_title(content: RichText) -> tuple[str, RichText]:
    """Take a heading that opens the cell as the block's title."""
    if content and isinstance(content[0], rt.Heading):
        return render_plain(content[:1]), content[1:]
    return "", content


def _is_emphasis(content: RichText) -> bool:
    match content:
        case (rt.Paragraph((rt.Emphasis(),)),):
            return True
    return False


def _report(
    lesson: NotebookLesson,
    code: str,
    place: str,
    message: str,
    hint: str,
    severity: Severity = Severity.ERROR,
) -> None:
    lesson.problems.append(Problem(code, severity, place, 1, 1, message, hint))
