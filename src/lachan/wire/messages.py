"""Messages on a phone as the browser gets them."""

from __future__ import annotations

from typing import TypedDict

from lachan.domain.messages import Message, Thread
from lachan.domain.rich.nodes import BlockNode
from lachan.markup import to_nodes


class MessageJson(TypedDict):
    """See `lachan.domain.messages.Message`; a note has no sender."""

    sender: str
    own: bool
    leads: bool
    time: str
    number: int | None
    nodes: list[BlockNode]


class ThreadJson(TypedDict):
    """A phone: whose it is, and the messages on it."""

    label: str
    messages: list[MessageJson]


def thread_json(thread: Thread) -> ThreadJson:
    """Return the phone; what is read before it is not in it."""
    return {"label": thread.label, "messages": [message_json(each) for each in thread.messages]}


def message_json(message: Message) -> MessageJson:
    """Return one message or note."""
    return {
        "sender": message.sender,
        "own": message.is_own,
        "leads": message.leads,
        "time": message.time,
        "number": message.number,
        "nodes": to_nodes(message.content),
    }
