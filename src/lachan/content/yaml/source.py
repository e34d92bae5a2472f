"""YAML with every scalar as text, and the line of every value.

A plain loader turns the answers ``no``, ``12:30:45`` or ``1_000`` into something else; here the
schema decides. Aliases, tags, duplicate keys and deep nesting are refused.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import yaml

from lachan.content.diagnostics import Diagnostics, Position
from lachan.domain.source import Pointer

Value = str | None | list[Any] | dict[str, Any]

MAX_DEPTH = 20

# Built on libyaml where the wheel has it: 20 times faster, the same events.
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def parse_yaml(text: str, file: str, diagnostics: Diagnostics, *, first_line: int = 1) -> Value:
    """Return the document as nested dicts, lists, strings and None (an empty scalar).

    A fault that stops the reading gives None; after any other (an alias, a duplicate key)
    reading goes on, so that all are listed. Positions of all values are left in `diagnostics`.

    Parameters
    ----------
    first_line
        The line of the file on which `text` begins (front matter begins on line 2).
    """
    builder = _Builder(file, diagnostics, first_line)
    diagnostics.positions[file] = builder.positions
    try:
        for event in yaml.parse(text, Loader=LOADER):
            if not builder.take(event):
                return None
    except yaml.MarkedYAMLError as error:
        _report_syntax(error, text, builder)
        return None
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + first_line
        diagnostics.report_at(
            "YM001", file, (line, 1), "có kí tự điều khiển không dùng được", "xóa kí tự đó"
        )
        return None
    return builder.result


def _report_syntax(error: yaml.MarkedYAMLError, text: str, builder: _Builder) -> None:
    mark = error.problem_mark or error.context_mark
    position = builder.position(mark) if mark else (builder.first_line, 1)
    problem = str(error.problem)
    lines = text.split("\n")
    line = lines[mark.line] if mark and mark.line < len(lines) else ""
    if "\t" in line[: mark.column + 1 if mark else 0]:
        message, hint = "dấu tab không dùng được trong YAML", "thay bằng dấu cách"
    elif "mapping values are not allowed" in problem:
        message = 'có dấu ": " trong một giá trị không có ngoặc kép'
        hint = "đặt cả giá trị trong ngoặc kép"
    else:
        message = "YAML không đọc được ở đây"
        hint = "xem lại thụt dòng, dấu hai chấm và dấu ngoặc quanh dòng này"
    builder.diagnostics.report_at("YM001", builder.file, position, message, hint)


@dataclass(slots=True)
class _Frame:
    """A container being filled; `key` is the pending key of a mapping."""

    value: list[Any] | dict[str, Any]
    pointer: Pointer
    key: str | None = None

    def next_pointer(self) -> Pointer:
        if isinstance(self.value, list):
            return (*self.pointer, len(self.value))
        return (*self.pointer, self.key or "")


@dataclass(slots=True)
class _Builder:
    """Builds values from parser events, without recursion, so that depth cannot hurt."""

    file: str
    diagnostics: Diagnostics
    first_line: int
    positions: dict[Pointer, Position] = field(default_factory=dict)
    stack: list[_Frame] = field(default_factory=list)
    result: Value = None
    documents: int = 0

    def position(self, mark: Any) -> Position:
        return (mark.line + self.first_line, mark.column + 1)

    def refuse(self, event: yaml.Event, code: str, message: str, hint: str) -> bool:
        at = self.position(event.start_mark)
        self.diagnostics.report_at(code, self.file, at, message, hint)
        return False

    def take(self, event: yaml.Event) -> bool:
        """Take one event; False stops the reading."""
        match event:
            case yaml.ScalarEvent():
                return self.scalar(event)
            case yaml.SequenceStartEvent():
                return self.open(event, [])
            case yaml.MappingStartEvent():
                return self.open(event, {})
            case yaml.SequenceEndEvent() | yaml.MappingEndEvent():
                self.stack.pop()
            case yaml.AliasEvent():
                self.refuse(
                    event, "YM002", f"bí danh *{event.anchor} không dùng được", "chép lại nội dung"
                )
                self.place(None, event)
            case yaml.DocumentStartEvent():
                self.documents += 1
                if self.documents > 1:
                    return self.refuse(event, "YM001", "tệp có hai tài liệu", 'bỏ dòng "---"')
        return True

    def scalar(self, event: yaml.ScalarEvent) -> bool:
        frame = self.stack[-1] if self.stack else None
        if frame is not None and isinstance(frame.value, dict) and frame.key is None:
            return self.take_key(event, frame)
        if event.tag is not None:
            self.refuse(
                event, "YM005", f"nhãn {event.tag} không dùng được", "bỏ phần bắt đầu bằng !"
            )
        plain = event.style in (None, "")
        empty = plain and event.value in ("", "~", "null")
        self.place(None if empty else event.value, event)
        return True

    def take_key(self, event: yaml.ScalarEvent, frame: _Frame) -> bool:
        if event.value in frame.value:
            self.refuse(event, "YM003", f'trường "{event.value}" viết hai lần', "giữ lại một")
        frame.key = event.value
        # The key's place serves until the value's own is known, and for unknown keys.
        self.positions[("key", *frame.pointer, event.value)] = self.position(event.start_mark)
        return True

    def open(self, event: yaml.Event, value: list[Any] | dict[str, Any]) -> bool:
        if len(self.stack) >= MAX_DEPTH:
            return self.refuse(
                event, "YM004", f"lồng nhau quá {MAX_DEPTH} tầng", "xem lại thụt dòng và dấu ngoặc"
            )
        frame = self.stack[-1] if self.stack else None
        if frame is not None and isinstance(frame.value, dict) and frame.key is None:
            return self.refuse(event, "YM001", "tên trường phải là chữ", "xem lại dấu ngoặc")
        pointer = self.place(value, event)
        self.stack.append(_Frame(value, pointer))
        return True

    def place(self, value: Value, event: yaml.Event) -> Pointer:
        """Put a value where it belongs and note its position."""
        if not self.stack:
            self.result = value
            self.positions[()] = self.position(event.start_mark)
            return ()
        frame = self.stack[-1]
        pointer = frame.next_pointer()
        self.positions[pointer] = self.position(event.start_mark)
        if isinstance(frame.value, list):
            frame.value.append(value)
        else:
            frame.value[frame.key or ""] = value
            frame.key = None
        return pointer
