"""Split a lesson's body into steps and blocks (docs/formats.md section 3)."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import takewhile

from lachan.content.diagnostics import Diagnostics
from lachan.content.rich_fields import read_rich_body
from lachan.domain.kinds import BlockKind
from lachan.domain.lessons import LessonBlock
from lachan.domain.messages import find_thread_faults
from lachan.domain.rich.text import RichText
from lachan.domain.source import Source
from lachan.domain.worksheets import find_faults

_STEP = re.compile(r"##\s+(?P<title>.+?)\s*\{#(?P<id>[a-z0-9-]+)\}\s*")
_OPEN = re.compile(r":::\s*(?P<kind>\S+)(?:\s+(?P<title>.*\S))?\s*")
_CLOSE = re.compile(r":::\s*")
_ITEM = re.compile(r"-\s+(?P<id>\S+)\s*")

_WRITABLE = {kind.value: kind for kind in BlockKind if kind is not BlockKind.TEXT}


@dataclass(slots=True)
class BodyStep:
    """A step as the body writes it, before the front matter adds minutes and phase."""

    id: str
    title: str
    source: Source
    blocks: list[LessonBlock] = field(default_factory=list)


@dataclass(slots=True)
class _Open:
    kind: BlockKind
    title: str
    line: int


@dataclass(slots=True)
class _Splitter:
    """Walks the lines once; `pending` gathers the lines of the block being read."""

    file: str
    diagnostics: Diagnostics
    opening: list[LessonBlock] = field(default_factory=list)
    steps: list[BodyStep] = field(default_factory=list)
    block: _Open | None = None
    pending: list[str] = field(default_factory=list)
    pending_line: int = 1

    def fault(self, line: int, code: str, message: str, hint: str = "") -> None:
        self.diagnostics.report_at(code, self.file, (line, 1), message, hint)

    def take(self, line: int, text: str) -> None:
        step, opened = _STEP.fullmatch(text), _OPEN.fullmatch(text)
        if step:
            self.close_open_block(line)
            self.flush()
            source = Source(self.file, ("body", line))
            self.steps.append(BodyStep(step["id"], step["title"], source))
        elif _CLOSE.fullmatch(text):
            if self.block is None:
                self.fault(line, "LS003", "dấu ::: đóng mà không có khối nào mở", "xóa dòng này")
            self.flush()
        elif opened:
            self.close_open_block(line)
            self.flush()
            self.open(line, opened["kind"], opened["title"] or "")
        elif text.startswith(("# ", "## ")) and self.block is None:
            self.fault(
                line, "LS002", f"dòng tiêu đề thiếu mã bước: {text[:40]}", "viết ## Tên {#ma-buoc}"
            )
        else:
            if not self.pending:
                self.pending_line = line
            self.pending.append(text)

    def open(self, line: int, name: str, title: str) -> None:
        kind = _WRITABLE.get(name)
        if kind is None:
            near = difflib.get_close_matches(name, _WRITABLE, n=1, cutoff=0.5)
            known = ", ".join(_WRITABLE)
            hint = f'có phải là "{near[0]}"?' if near else f"các loại khối: {known}"
            self.fault(line, "LS001", f'không có loại khối "{name}"', hint)
        # An unknown block is kept as teacher-only, so that a misspelt note never leaks.
        self.block = _Open(kind or BlockKind.TEACHER_NOTE, title, line)

    def close_open_block(self, line: int) -> None:
        if self.block is not None:
            opened = self.block.line
            self.fault(
                opened, "LS003", f"khối chưa đóng trước dòng {line}", "thêm dòng ::: để đóng khối"
            )

    def flush(self) -> None:
        """Turn the gathered lines into a block of the current step."""
        markdown = "\n".join(self.pending).strip("\n")
        blank = sum(1 for _ in takewhile(lambda text: not text, self.pending))
        first_line = self.pending_line + blank
        block, self.block, self.pending = self.block, None, []
        if block is None and not markdown.strip():
            return
        kind = block.kind if block else BlockKind.TEXT
        source = Source(self.file, ("body", first_line))
        item_ids: tuple[str, ...] = ()
        content: RichText = ()
        if kind is BlockKind.QUICK_CHECK:
            item_ids = self.read_item_ids(markdown, first_line)
        else:
            content = read_rich_body(markdown, source, self.diagnostics)
        if kind.is_worksheet:
            self.tell("LS019", find_faults(content), markdown, first_line)
        if kind is BlockKind.MESSAGES:
            self.tell("LS038", find_thread_faults(content), markdown, first_line)
        made = LessonBlock(
            kind=kind,
            title=block.title if block else "",
            markdown=markdown,
            content=content,
            item_ids=item_ids,
            source=Source(self.file, ("body", block.line)) if block else source,
        )
        if not self.steps and block is None:
            self.fault(first_line, "LS004", "chữ nằm trước bước đầu tiên", "đưa vào một khối :::")
        (self.steps[-1].blocks if self.steps else self.opening).append(made)

    def tell(
        self, code: str, faults: Iterable[tuple[str, str]], markdown: str, first_line: int
    ) -> None:
        """Tell what is wrong with lines of a block, each where it is written."""
        written = [text.replace("*", "") for text in markdown.split("\n")]
        for line, why in faults:
            wanted = line.split("\n")[0]
            offset = next((n for n, text in enumerate(written) if wanted in text), 0)
            hint = "xem docs/formats.md mục 3"
            self.fault(first_line + offset, code, f'"{wanted[:40]}": {why}', hint)

    def read_item_ids(self, markdown: str, first_line: int) -> tuple[str, ...]:
        ids = []
        for number, text in enumerate(markdown.split("\n"), first_line):
            match = _ITEM.fullmatch(text)
            if match:
                ids.append(match["id"])
            elif text.strip():
                self.fault(
                    number, "LS005", f'cần "- mã-câu-hỏi", thấy "{text[:40]}"', "mỗi dòng một mã"
                )
        return tuple(ids)


def split_body(
    text: str, file: str, first_line: int, diagnostics: Diagnostics
) -> tuple[list[LessonBlock], list[BodyStep]]:
    """Return the opening blocks and the steps of a body that begins on `first_line`."""
    splitter = _Splitter(file, diagnostics)
    lines = text.split("\n")
    for number, line in enumerate(lines, first_line):
        splitter.take(number, line)
    splitter.close_open_block(first_line + len(lines))
    splitter.flush()
    return splitter.opening, splitter.steps
