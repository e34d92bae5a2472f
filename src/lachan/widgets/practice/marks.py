"""How the questions of a practice went, each answer in turn."""

from __future__ import annotations

from typing import Literal

Mark = Literal["open", "wrong", "later", "right"]


class PracticeMarks:
    """Whether each answer to an item was right, in the order in which they were given."""

    def __init__(self) -> None:
        self._marks: dict[str, list[bool]] = {}

    def add(self, item_id: str, right: bool) -> None:
        """Write down one more answer."""
        self._marks.setdefault(item_id, []).append(right)

    def ended_right(self, item_id: str) -> bool:
        """Tell whether the last answer was right."""
        return self._marks.get(item_id, [False])[-1]

    def state(self, item_id: str) -> Mark:
        """Return ``right`` at once, ``later`` on its return, ``wrong``, or ``open``: not asked."""
        answers = self._marks.get(item_id)
        if not answers:
            return "open"
        if not answers[-1]:
            return "wrong"
        return "right" if answers[0] else "later"
