"""What a browser keeps of a practice, so that a reload goes on where it was.

It is the start and the messages that followed; playing them again gives the same practice.
The server keeps nothing.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any, TypedDict

from lachan.domain.items import Item
from lachan.errors import LachanError
from lachan.limits.answers import MOST_PRACTICE_EVENTS

Json = dict[str, Any]


class SessionJson(TypedDict):
    """See `PracticeSession`; ``start`` and ``events`` are messages of the browser."""

    start: dict[str, Any]
    seed: int | None
    mark: str
    events: list[dict[str, Any]]


_EVENT_FIELDS = ("type", "item", "response")


class SessionError(LachanError):
    """A session that no practice of ours has written."""


@dataclass(frozen=True, slots=True)
class PracticeSession:
    """A practice as a list of what was done.

    `start` is the message that began it, `seed` what the items were drawn by (None leaves the
    bank's order), `mark` a digest of the items there were to draw from.
    """

    start: Json
    seed: int | None
    mark: str
    events: tuple[Json, ...] = ()

    def followed_by(self, message: Mapping[str, object]) -> PracticeSession:
        """Return the session with one more thing done."""
        event = {name: message[name] for name in _EVENT_FIELDS if name in message}
        return replace(self, events=(*self.events, event))

    def to_json(self) -> SessionJson:
        """Return what `parse_session` reads."""
        return {
            "start": self.start,
            "seed": self.seed,
            "mark": self.mark,
            "events": list(self.events),
        }


def parse_session(value: object) -> PracticeSession:
    """Return the session in `value`; whether its messages make sense shows when they are played.

    Raises
    ------
    SessionError
        When its outline is wrong.
    """
    match value:
        case {
            "start": dict(start),
            "seed": (int() | None) as seed,
            "mark": str(mark),
            "events": list(events),
        } if len(events) <= MOST_PRACTICE_EVENTS.value and all(
            isinstance(event, dict) for event in events
        ):
            return PracticeSession(start, seed, mark, tuple(events))
        case _:
            raise SessionError("Bản ghi buổi luyện không đúng dạng.")


def mark_items(items: Iterable[Item]) -> str:
    """Return a digest that changes when an item comes, goes, or is asked in another way."""
    parts = " ".join(f"{item.id}:{item.revision}" for item in items)
    return hashlib.sha256(parts.encode()).hexdigest()[:16]
