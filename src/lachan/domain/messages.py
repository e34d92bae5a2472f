"""Messages on a phone: a list whose entries say who writes, as lessons and chats show them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lachan.domain.rich import text as rt
from lachan.domain.rich.plain import render_plain
from lachan.domain.rich.text import RichText

OWNER = "Em"
"""Whose phone it is where nobody else is named."""

MOST_MESSAGES = 12
MOST_WORDS = 60
LONGEST_NAME = 24

_OWNER_LINE = re.compile(r"Máy của (?P<owner>[^.]+?)\.?")
_HEAD = re.compile(r"(?P<name>[^,:]+?)(?:,\s*(?P<time>[\d:.hg ]+))?:")
_TIME = re.compile(r"([01]?\d|2[0-3]):[0-5]\d")


@dataclass(frozen=True, slots=True)
class Message:
    """One message, or a note between messages, which nobody sends.

    Attributes
    ----------
    sender
        Who writes it; empty for a note.
    content
        What it says; a message is one paragraph.
    is_own
        Whether it goes out from the phone that is shown.
    leads
        Whether its sender begins to write here, and is named.
    time
        As a phone shows it, "19:05"; empty where none is told.
    number
        By which a worksheet names it; None in a list without numbers.
    """

    sender: str
    content: RichText
    is_own: bool = False
    leads: bool = False
    time: str = ""
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Thread:
    """A phone with messages on it; `before` is read before one looks at it."""

    owner: str
    before: RichText
    messages: tuple[Message, ...]

    @property
    def label(self) -> str:
        """What stands above the messages: whose phone it is."""
        return f"Máy của {self.owner.lower() if self.owner == OWNER else self.owner}"


@dataclass(slots=True)
class _Reading:
    """The messages read so far, and what is wrong: a line of the text with a Vietnamese reason."""

    owner: str
    messages: list[Message] = field(default_factory=list)
    faults: list[tuple[str, str]] = field(default_factory=list)

    def take_note(self, block: rt.Block) -> None:
        self.messages.append(Message("", (block,)))

    def take_list(self, found: rt.BulletList | rt.NumberedList) -> None:
        first = found.start if isinstance(found, rt.NumberedList) else None
        for place, item in enumerate(found.items):
            self._take_entry(item, None if first is None else first + place)

    def _take_entry(self, item: rt.ListItem, number: int | None) -> None:
        line = render_plain(item.children)
        match item.children:
            case (rt.Paragraph(children),):
                pass
            case _:
                self.faults.append((line, "một tin là một đoạn, không có danh sách hay hình"))
                return
        name, time, said = _split_head(children)
        before = self.messages[-1].sender if self.messages else ""
        if not name and not before:
            self.faults.append((line, "tin đầu tiên cần tên người viết: **Tên:** lời nhắn"))
        if len(name) > LONGEST_NAME:
            self.faults.append((line, f'tên "{name}" dài quá {LONGEST_NAME} kí tự'))
        if time and not _TIME.fullmatch(time):
            self.faults.append((line, f'giờ "{time}" cần viết như 19:05'))
        words = len(render_plain((rt.Paragraph(said),)).split())
        if not 1 <= words <= MOST_WORDS:
            why = f"tin có {words} chữ, cần từ 1 đến {MOST_WORDS}"
            self.faults.append((line, why))
        sender = name or before
        self.messages.append(
            Message(
                sender=sender,
                content=(rt.Paragraph(said),),
                is_own=sender.casefold() == self.owner.casefold(),
                leads=sender != before,
                time=time,
                number=number,
            )
        )


def read_thread(content: RichText) -> Thread:
    """Return the phone of a block of messages; an entry that is no message is left out."""
    return _read_block(content)[0]


def find_thread_faults(content: RichText) -> Iterator[tuple[str, str]]:
    """Yield each line of a block of messages that is faulty, with a Vietnamese reason."""
    yield from _read_block(content)[1]


def read_talk(content: RichText, owner: str = OWNER) -> tuple[Message, ...]:
    """Return a text with its lists as messages, and what stands between them as notes."""
    return tuple(_read_talk(content, owner).messages)


def find_talk_faults(content: RichText) -> Iterator[tuple[str, str]]:
    """Yield each entry of a list that is no message, with a Vietnamese reason."""
    yield from _read_talk(content, OWNER).faults


def find_reply(content: RichText) -> RichText | None:
    """Return what a text in “quotation marks” says; None where it is not said but done."""
    match content:
        case (rt.Paragraph((rt.Text(value),)),) if value.startswith("“") and value.endswith("”"):
            return (rt.Paragraph((rt.Text(value[1:-1]),)),)
    return None


def _read_block(content: RichText) -> tuple[Thread, list[tuple[str, str]]]:
    *above, last = content or (rt.Paragraph(()),)
    owner, before = OWNER, tuple(above)
    if above and (named := _OWNER_LINE.fullmatch(render_plain(above[-1:]))):
        owner, before = named["owner"], tuple(above[:-1])
    reading = _Reading(owner)
    if isinstance(last, rt.BulletList | rt.NumberedList):
        reading.take_list(last)
    else:
        # Nothing that somebody wrote is lost.
        before = content
        why = "khối tin nhắn kết thúc bằng danh sách tin, mỗi dòng - **Tên:** lời nhắn"
        reading.faults.append((render_plain((last,)), why))
    for block in before:
        if not isinstance(block, rt.Paragraph):
            reading.faults.append((render_plain((block,)), "trước các tin chỉ có đoạn văn"))
    if len(reading.messages) > MOST_MESSAGES:
        why = f"có {len(reading.messages)} tin, tối đa {MOST_MESSAGES}"
        reading.faults.append((render_plain((last,)), why))
    return Thread(owner, before, tuple(reading.messages)), reading.faults


def _read_talk(content: RichText, owner: str) -> _Reading:
    reading = _Reading(owner)
    for block in content:
        if isinstance(block, rt.BulletList | rt.NumberedList):
            reading.take_list(block)
        else:
            reading.take_note(block)
    return reading


def _split_head(children: tuple[rt.Inline, ...]) -> tuple[str, str, tuple[rt.Inline, ...]]:
    """Return sender and time of an entry, empty where it names none, and what it says."""
    if children and isinstance(children[0], rt.Strong):
        head = render_plain((rt.Paragraph(children[0].children),)).strip()
        if found := _HEAD.fullmatch(head):
            said = _without_space(children[1:])
            return found["name"].strip(), (found["time"] or "").strip(), said
    return "", "", children


def _without_space(rest: tuple[rt.Inline, ...]) -> tuple[rt.Inline, ...]:
    if rest and isinstance(rest[0], rt.Text):
        first = rest[0].value.lstrip()
        return (rt.Text(first), *rest[1:]) if first else rest[1:]
    return rest
