"""Which statements of true/false groups stand where: no letter, order or habit tells Đúng from Sai.

A group's statements may stand in any order, so that only their number of Đúng is given. Neighbours
differ; no more than a third of the groups with two Đúng alternate, which is how many do by chance;
and from four groups on Đúng comes equally often at each letter. (With fewer, equal shares would
make one group the mirror of the other.)
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import combinations, pairwise
from operator import sub

from lachan.domain.papers.paper import STATEMENTS_PER_GROUP

# For each of the four letters, whether Đúng stands there.
Pattern = tuple[bool, ...]
# A number for (group, letters of Đúng) by which equal chances are ordered.
Draw = Callable[[int, tuple[int, ...]], bytes]

PLACES = range(STATEMENTS_PER_GROUP)
HALF = STATEMENTS_PER_GROUP // 2
# One group in so many with two Đúng may alternate.
ALTERNATING = 3
# Groups from which on the letters have equal shares.
MANY = 4


def place_truths(counts: Sequence[int], starts: Sequence[int], draw: Draw) -> list[Pattern]:
    """Return where Đúng stands in each group.

    Parameters
    ----------
    counts
        For each group in printed order, how many of its four statements are right.
    starts
        The group that begins each part; a group is not compared with one of another part.
    draw
        Decides between patterns that are equally good.
    """
    shares = _fair_shares(counts, draw)
    few = -(-counts.count(HALF) // ALTERNATING)
    return (
        _arrange(counts, shares, frozenset(starts), few, draw)
        # Only a form whose groups all have one pattern left can come here.
        or _arrange(counts, shares, frozenset(range(len(counts))), len(counts), draw)
        or []
    )


def alternates(pattern: Sequence[bool]) -> bool:
    """Tell whether Đúng and Sai take turns."""
    return all(one != other for one, other in pairwise(pattern))


def _fair_shares(counts: Sequence[int], draw: Draw) -> tuple[int, ...]:
    """Return how often Đúng may stand at each letter; which letters have one more is drawn."""
    if len(counts) < MANY:
        return (len(counts),) * STATEMENTS_PER_GROUP
    each, more = divmod(sum(counts), STATEMENTS_PER_GROUP)
    drawn = sorted(PLACES, key=lambda place: draw(-1, (place,)))
    return tuple(each + (place in drawn[:more]) for place in PLACES)


def _arrange(
    counts: Sequence[int],
    shares: tuple[int, ...],
    starts: frozenset[int],
    few: int,
    draw: Draw,
) -> list[Pattern] | None:
    """Return patterns with these shares, or None if there are none.

    Depth first in drawn order; what failed once is remembered, and what cannot even out any
    more is not begun.
    """
    few_groups = len(counts) < MANY
    failed: set[tuple[int, tuple[int, ...], Pattern, int]] = set()
    placed: list[Pattern] = []

    def go_on(left: tuple[int, ...], before: Pattern, swings: int) -> bool:
        group = len(placed)
        if group == len(counts):
            return True
        state = (group, left, before, swings)
        if state in failed or not (few_groups or _can_even_out(left, counts[group:])):
            return False
        for letters in sorted(combinations(PLACES, counts[group]), key=lambda x: draw(group, x)):
            pattern = tuple(place in letters for place in PLACES)
            again = pattern == before and group not in starts and 0 < len(letters) < len(PLACES)
            swing = swings - alternates(pattern)
            if again or swing < 0 or not all(left[place] for place in letters):
                continue
            placed.append(pattern)
            if go_on(tuple(map(sub, left, pattern)), pattern, swing):
                return True
            placed.pop()
        failed.add(state)
        return False

    return placed if go_on(shares, (), few) else None


def _can_even_out(left: Sequence[int], counts: Sequence[int]) -> bool:
    """Tell whether groups with these numbers of Đúng can fill what is left of the letters.

    By the theorem of Gale and Ryser on tables of zeros and ones with given sums.
    """
    most = sorted(left, reverse=True)
    return all(
        sum(most[:letters]) <= sum(min(count, letters) for count in counts)
        for letters in range(1, len(most) + 1)
    )
