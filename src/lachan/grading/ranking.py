"""Ranking as the contest declared it; a pure function, so that anyone can compute it again.

The order of the keys is the organiser's (the usual one is
`lachan.domain.contests.contest.DEFAULT_RANKING`). The prediction can be judged only when all have
finished, since it asks for how many of them have everything correct.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from itertools import groupby

from lachan.domain.contests.contest import Contest, Counted, Prize, RankKey
from lachan.domain.contests.standings import Finished, GroupRow, RankedRow, Ranking

SortKey = tuple[Fraction | int, ...]


def rank(contest: Contest, attempts: Iterable[Finished]) -> Ranking:
    """Return who stands where, one row a person, with the prizes.

    Parameters
    ----------
    contest
        Which attempt of a person counts, the keys in their order, the prizes.
    attempts
        All submitted attempts, in any order.
    """
    keys = contest.keys
    counted = choose_counted(attempts, contest.counted, keys)
    all_correct = sum(each.all_correct for each in counted)
    order = {each.pseudonym: _sort_key(each, keys, all_correct) for each in counted}
    counted.sort(key=lambda each: (order[each.pseudonym], each.pseudonym))
    rows: list[RankedRow] = []
    for _, group in groupby(counted, key=lambda each: order[each.pseudonym]):
        equals = list(group)
        place = len(rows) + 1
        above = order[rows[-1].finished.pseudonym] if rows else None
        for index, each in enumerate(equals):
            decided = None if index else _find_difference(above, order[each.pseudonym], keys)
            distance = _distance(each, all_correct) if contest.prediction else None
            rows.append(RankedRow(place, each, distance, decided, len(equals) > 1))
    return Ranking(award_prizes(rows, contest.prizes, contest.prize_minimum), all_correct)


def choose_counted(
    attempts: Iterable[Finished], counted: Counted, keys: Sequence[RankKey]
) -> list[Finished]:
    """Return the attempt of each person that counts.

    The best one is found by the same keys without the prediction, whose right answer depends
    on which attempts count; of equal ones the earlier counts.
    """
    own = [key for key in keys if key is not RankKey.PREDICTION]
    by_person: dict[str, list[Finished]] = {}
    for each in attempts:
        by_person.setdefault(each.pseudonym, []).append(each)

    def choose(tried: list[Finished]) -> Finished:
        match counted:
            case Counted.FIRST:
                return min(tried, key=lambda each: each.number)
            case Counted.LAST:
                return max(tried, key=lambda each: each.number)
            case Counted.BEST:
                return min(tried, key=lambda each: (_sort_key(each, own, 0), each.number))

    return [choose(tried) for tried in by_person.values()]


def award_prizes(
    rows: Sequence[RankedRow], prizes: Sequence[Prize], minimum: Decimal = Decimal(0)
) -> tuple[RankedRow, ...]:
    """Return the rows with their prizes; who shares the last place of a prize gets it too.

    The places of a prize follow those of the prizes above: with one first and three second
    prizes, places 2 to 4 win the second. Who scored less than `minimum` has none, and nobody
    further down moves up.
    """
    awarded, last = list(rows), 0
    for prize in prizes:
        first, last = last + 1, last + prize.count
        awarded = [
            replace(row, prize=prize.title)
            if first <= row.place <= last and row.finished.score >= minimum
            else row
            for row in awarded
        ]
    return tuple(awarded)


def rank_groups(ranking: Ranking, prizes: Sequence[Prize]) -> tuple[GroupRow, ...]:
    """Return the groups with what collective prizes are given for.

    `size_place` ranks by the number of entrants alone; `prize_place` by the highest prizes, one
    kind after the other, then by correct answers in all. Groups that are equal share a place.
    """
    by_group: dict[str, list[RankedRow]] = {}
    for row in ranking.rows:
        if row.finished.group:
            by_group.setdefault(row.finished.group, []).append(row)
    found = [_count_group(group, rows, prizes) for group, rows in sorted(by_group.items())]
    sizes = _places({g.group: (g.entrants,) for g in found})
    won = _places({g.group: (*g.prizes, g.correct) for g in found})
    placed = [replace(g, size_place=sizes[g.group], prize_place=won[g.group]) for g in found]
    return tuple(sorted(placed, key=lambda g: (g.size_place, g.prize_place, g.group)))


def _count_group(group: str, rows: Sequence[RankedRow], prizes: Sequence[Prize]) -> GroupRow:
    won = Counter(row.prize for row in rows)
    return GroupRow(
        group=group,
        entrants=len(rows),
        all_correct=sum(row.finished.all_correct for row in rows),
        correct=sum(row.finished.correct for row in rows),
        prizes=tuple(won[prize.title] for prize in prizes),
        size_place=0,
        prize_place=0,
    )


def _places(measures: Mapping[str, tuple[int, ...]]) -> dict[str, int]:
    """Return each group's place by its measures, the largest first."""
    places: dict[tuple[int, ...], int] = {}
    for place, measure in enumerate(sorted(measures.values(), reverse=True), 1):
        places.setdefault(measure, place)
    return {group: places[measure] for group, measure in measures.items()}


def _sort_key(each: Finished, keys: Sequence[RankKey], all_correct: int) -> SortKey:
    return tuple(part for key in keys for part in _measure(each, key, all_correct))


def _measure(each: Finished, key: RankKey, all_correct: int) -> tuple[Fraction | int, int]:
    """Return two numbers that are smaller for whoever stands higher by `key`."""
    match key:
        case RankKey.CORRECT:
            return -each.correct, 0
        case RankKey.SCORE:
            return -Fraction(each.score), 0
        case RankKey.PREDICTION:
            distance = _distance(each, all_correct)
            return (1, 0) if distance is None else (0, distance)
        case RankKey.TIME:
            return each.time_used_us, 0
        case RankKey.SUBMITTED:
            moment = each.submitted_at
            return int(moment.timestamp()), moment.microsecond


def _distance(each: Finished, all_correct: int) -> int | None:
    return None if each.prediction is None else abs(each.prediction - all_correct)


def _find_difference(
    above: SortKey | None, own: SortKey, keys: Sequence[RankKey]
) -> RankKey | None:
    if above is None:
        return None
    pairs = zip(above, own, strict=True)
    return keys[next(i for i, (one, other) in enumerate(pairs) if one != other) // 2]
