"""What stands above several questions of a paper: the text that they share, printed once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from lachan.domain.items import Item
from lachan.domain.rich.text import RichText


@dataclass(frozen=True, slots=True)
class Lead:
    """A shared text and the numbers of the questions, from `first` to `last`, that ask about it."""

    text: RichText
    first: int
    last: int

    @property
    def words(self) -> str:
        """What leads over from the text to its questions."""
        if self.first == self.last:
            return f"Đọc ngữ liệu sau rồi trả lời câu {self.first}."
        if self.last == self.first + 1:
            return f"Đọc ngữ liệu sau rồi trả lời câu {self.first} và câu {self.last}."
        return f"Đọc ngữ liệu sau rồi trả lời các câu từ {self.first} đến {self.last}."


def find_leads(items: Sequence[Item]) -> dict[int, Lead]:
    """Return number → what stands above that question, for the questions of one part in order.

    Questions are counted from 1. A text stands above the first of those in a row that share it.
    """
    leads: dict[int, Lead] = {}
    numbered = groupby(enumerate(items, 1), key=lambda each: (each[1].group, each[1].stimulus))
    for (_, text), run in numbered:
        numbers = [number for number, _ in run]
        if text:
            leads[numbers[0]] = Lead(text, numbers[0], numbers[-1])
    return leads
