"""How each question of a contest was answered, by all together and by each."""

from __future__ import annotations

from collections.abc import Mapping
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


@dataclass(frozen=True, slots=True)
class GivenAnswer:
    """What someone answered, by the author's names of options, and whether all of it was right."""

    text: str
    correct: bool


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """What one person answered in the attempt that counted.

    `answers` has every item of the person's form by its id; None where nothing was answered.
    """

    pseudonym: str
    answers: Mapping[str, GivenAnswer | None]
