"""Where the keys of single-choice questions stand: letters in equal shares, never four alike.

A contestant who notices that B is rare, or that four keys in a row were C, knows something that
the items do not ask. Pinned keys stay; the free ones make up for them as far as they can.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache

LONGEST_RUN = 3

# For a question of the form, the places (0 for A) where its key may stand.
Places = frozenset[int]
# A number for (question, place) by which equal chances are ordered.
Draw = Callable[[int, int], bytes]


def place_keys(allowed: Sequence[Places], starts: Sequence[int], draw: Draw) -> list[int]:
    """Return a place for each key.

    Parameters
    ----------
    allowed
        For each question in printed order, where its key may stand.
    starts
        The question that begins each part; runs do not go over it.
    draw
        Decides between places that are equally good.
    """
    shares = _fair_shares(allowed, draw)
    breaks = frozenset(starts)
    longest = LONGEST_RUN
    # Ends: the shares were counted from places that are allowed, where runs may be of any length.
    while (placed := _arrange(tuple(allowed), shares, breaks, longest, draw)) is None:
        longest += 1
    return placed


def longest_run(placed: Sequence[int], starts: Sequence[int]) -> int:
    """Return how many equal keys stand in a row at most."""
    longest = run = 0
    for index, place in enumerate(placed):
        same = index > 0 and index not in starts and place == placed[index - 1]
        run = run + 1 if same else 1
        longest = max(longest, run)
    return longest


def _fair_shares(allowed: Sequence[Places], draw: Draw) -> tuple[int, ...]:
    """Return how many keys stand at each place, as even as the questions allow.

    Begins anywhere and moves a key from a fuller place to one emptier by two or more, over
    other questions where need be, until no such chain is left.
    """
    placed = [
        min((draw(question, place), place) for place in places)[1]
        for question, places in enumerate(allowed)
    ]
    count = 1 + max((max(places) for places in allowed), default=-1)
    while (chain := _find_chain(allowed, placed, count)) is not None:
        for question, place in chain:
            placed[question] = place
    return tuple(placed.count(place) for place in range(count))


def _find_chain(
    allowed: Sequence[Places], placed: Sequence[int], count: int
) -> list[tuple[int, int]] | None:
    """Return moves (question, new place) that even two places out, or None."""
    sizes = [placed.count(place) for place in range(count)]
    for full in sorted(range(count), key=lambda place: -sizes[place]):
        reached: dict[int, list[tuple[int, int]]] = {full: []}
        queue = [full]
        for here in queue:
            if sizes[here] <= sizes[full] - 2:
                return reached[here]
            for question, place in enumerate(placed):
                if place != here:
                    continue
                for there in sorted(allowed[question] - set(reached)):
                    reached[there] = [*reached[here], (question, there)]
                    queue.append(there)
    return None


def _arrange(
    allowed: tuple[Places, ...],
    shares: tuple[int, ...],
    starts: frozenset[int],
    longest: int,
    draw: Draw,
) -> list[int] | None:
    """Return places with these shares and no run above `longest`, or None if there are none.

    Depth first in drawn order; what failed once is remembered, so that it ends soon.
    """
    failed: set[tuple[int, tuple[int, ...], int, int]] = set()

    @cache
    def order(question: int) -> list[int]:
        return sorted(allowed[question], key=lambda place: draw(question, place))

    placed: list[int] = []

    def go_on(left: tuple[int, ...], last: int, run: int) -> bool:
        question = len(placed)
        if question == len(allowed):
            return True
        state = (question, left, last, run)
        if state in failed:
            return False
        for place in order(question):
            again = 1 + (run if place == last and question not in starts else 0)
            if left[place] and again <= longest:
                placed.append(place)
                rest = (*left[:place], left[place] - 1, *left[place + 1 :])
                if go_on(rest, place, again):
                    return True
                placed.pop()
        failed.add(state)
        return False

    return placed if go_on(shares, -1, 0) else None
