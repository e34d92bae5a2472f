"""How each question of a contest was answered, by all together."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ItemShare:
    """One item: on how many counted forms it was, how many answered it, how many fully right.

    `stem` is its text without marks.
    """

    item_id: str
    stem: str
    asked: int
    answered: int
    correct: int

    @property
    def percent(self) -> int | None:
        """Fully right of those who were asked, in whole percent; None where nobody was."""
        return round(100 * self.correct / self.asked) if self.asked else None
