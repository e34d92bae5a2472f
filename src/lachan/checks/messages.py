"""Rules on messages that a phone shows: invented ones, of no real app, number or address."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lachan.checks.finding import Finding, Subject
from lachan.domain.bodies import Scenario, body_texts
from lachan.domain.kinds import BlockKind
from lachan.domain.rich.text import RichText
from lachan.markup import render_plain

# A pupil would look up what is named, and take an app for the danger.
_APPS = (
    "Zalo",
    "Facebook",
    "Messenger",
    "TikTok",
    "Telegram",
    "Viber",
    "WhatsApp",
    "Instagram",
    "Discord",
    "YouTube",
    "Snapchat",
    "WeChat",
    "iMessage",
    "Roblox",
)
_APP = re.compile(rf"\b(?:{'|'.join(_APPS)})\b", re.IGNORECASE)
# 111 and 113 have three figures; whatever is longer may be somebody's.
_NUMBER = re.compile(r"\+?\d(?:[ .-]?\d){6,}")
_ADDRESS = re.compile(r"https?://|www\.|\w@\w", re.IGNORECASE)


def check_messages(subject: Subject) -> Iterator[Finding]:
    """Messages are invented: no real app, telephone number or address stands in them."""
    for lesson in subject.lessons:
        for block in lesson.blocks_of_kind(BlockKind.MESSAGES):
            for message in find_real_things(block.title, block.content):
                hint = "viết lại cho hư cấu: một ứng dụng, một tài khoản không có thật"
                yield Finding("LS039", block.source, f"{lesson.id}: {message}", hint)


def check_chats(subject: Subject) -> Iterator[Finding]:
    """What stands in a chat is as invented as other messages."""
    for item in subject.items:
        if isinstance(item.body, Scenario) and item.body.chat:
            for path, text in body_texts(item.body):
                for message in find_real_things("", text):
                    hint = "viết lại cho hư cấu"
                    yield Finding("QB024", item.source.at(*path), f"{item.id}: {message}", hint)


def find_real_things(title: str, content: RichText) -> Iterator[str]:
    """Yield in Vietnamese what of a phone's text may be real."""
    text = f"{title}\n{render_plain(content)}"
    for pattern, what in (
        (_APP, "ứng dụng có thật"),
        (_NUMBER, "dãy số có thể là số điện thoại thật"),
        (_ADDRESS, "địa chỉ trên mạng"),
    ):
        if found := pattern.search(text):
            yield f'tin nhắn có {what}: "{found[0]}"'
