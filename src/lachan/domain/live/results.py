"""How a class answered, question by question: counts only, nobody's own answers."""

from __future__ import annotations

from dataclasses import dataclass

from lachan.domain.live.live_class import Round
from lachan.domain.misconceptions import Misconception

ROUND_NAMES = {Round.ONCE: "một lần", Round.BEFORE: "trước bài", Round.AFTER: "sau bài"}


@dataclass(frozen=True, slots=True)
class AnswerCount:
    """How many gave one answer, in words, to a part of a question; `part` is "" for the whole."""

    part: str
    answer: str
    count: int
    key: bool


@dataclass(frozen=True, slots=True)
class QuestionResult:
    """How a class answered one question.

    Attributes
    ----------
    answered
        How many answered, those who raised their hands among them.
    right
        How many were fully right; None where too few answered to tell, or raised hands do not.
    by_hand
        How many of them raised their hands and were counted.
    answers
        What was chosen; empty where too few answered to tell, and for texts that pupils wrote.
    """

    round: Round
    item_id: str
    level: str
    stem: str
    answered: int
    right: int | None
    by_hand: int = 0
    answers: tuple[AnswerCount, ...] = ()


@dataclass(frozen=True, slots=True)
class MisconceptionResult:
    """How many of a class met a misconception among the answers, and how many chose it."""

    round: Round
    misconception: Misconception
    met: int
    shown: int
