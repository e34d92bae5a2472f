"""What a player who knows no law lives on, and what each habit earns above chance.

Taking the longest choice, the one that sounds most careful, or holding whatever allows no exception
for wrong: where a paper rewards it, rank says nothing of what contestants know.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from lachan.domain.bodies import SingleChoice, TrueFalseGroup
from lachan.domain.items import Item
from lachan.domain.papers.paper import Part
from lachan.domain.rich.plain import render_plain

_ABSOLUTE = re.compile(
    r"\b(chỉ|mọi|tất cả|luôn|không bao giờ|bắt buộc|không thể|phải .{1,40}? mới|tuyệt đối)\b",
    re.IGNORECASE,
)
_CAREFUL = re.compile(
    r"\b(báo|kể|hỏi|nói với|người lớn|bố mẹ|thầy|cô|công an|111|113|bảo vệ|giúp|hỗ trợ|từ chối"
    r"|dừng|đồng ý|giữ kín|an toàn|kiểm tra|quyền|cấm|chưa)\b",
    re.IGNORECASE,
)
HALF = Fraction(1, 2)
_NONE = Fraction(0)


def _by_coin(text: str) -> Fraction:  # noqa: ARG001
    return HALF


@dataclass(frozen=True, slots=True)
class Habit:
    """A way to answer without reading for sense.

    Attributes
    ----------
    rank
        A number for the text of a choice; of the choices with the highest one is taken by lot.
    believe
        The chance with which a statement is called Đúng, by its text.
    """

    name: str
    rank: Callable[[str], int]
    believe: Callable[[str], Fraction] = _by_coin

    def advantage(self, item: Item, part: Part) -> Fraction:
        """Return the points that the habit earns on an item above chance, on average.

        Exact, from the scoring of the part; 0 where the habit says nothing of the type.
        """
        match item.body:
            case SingleChoice(choices, key):
                ranks = {choice.id: self.rank(render_plain(choice.text)) for choice in choices}
                best = [
                    choice_id for choice_id, rank in ranks.items() if rank == max(ranks.values())
                ]
                share = Fraction(key in best, len(best)) - Fraction(1, len(choices))
                return Fraction(part.points) * share
            case TrueFalseGroup(statements):
                told = [self.believe(render_plain(each.text)) for each in statements]
                right = [p if s.key else 1 - p for p, s in zip(told, statements, strict=True)]
                return _expected(part, right) - _expected(part, [HALF] * len(right))
            case _:
                return _NONE


def _expected(part: Part, right: Sequence[Fraction]) -> Fraction:
    """Return the mean points of a group whose statements are answered rightly by these chances."""
    chances = [Fraction(1)]
    for chance in right:
        missed = [each * (1 - chance) for each in chances]
        hit = [each * chance for each in chances]
        chances = [low + high for low, high in zip([*missed, _NONE], [_NONE, *hit], strict=True)]
    return sum(
        (each * Fraction(part.points_for_statements(n)) for n, each in enumerate(chances)),
        _NONE,
    )


def is_absolute(text: str) -> bool:
    """Tell whether a text has a word that allows no exception."""
    return bool(_ABSOLUTE.search(text))


LONGEST = Habit("longest", rank=len)
SHORTEST = Habit("shortest", rank=lambda text: -len(text))
CAREFUL = Habit("careful", rank=lambda text: len(_CAREFUL.findall(text)))
ABSOLUTE = Habit(
    "absolute",
    rank=lambda text: -is_absolute(text),
    believe=lambda text: Fraction(0) if is_absolute(text) else HALF,
)
HABITS = (LONGEST, SHORTEST, CAREFUL, ABSOLUTE)
