"""Forms: the same items in an order of their own, options too, and no two forms alike."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from lachan.assembly.faults import CodeError
from lachan.assembly.letters import place_keys
from lachan.assembly.truths import Pattern, place_truths
from lachan.domain.bodies import (
    Choice,
    Essay,
    Matching,
    MultipleChoice,
    Ordering,
    Scenario,
    ShortAnswer,
    ShortText,
    SingleChoice,
    TrueFalseGroup,
)
from lachan.domain.items import Item
from lachan.domain.papers.paper import Form, FormItem

# Two short forms may come out alike by chance; each try draws again. With this many tries a
# form that can still differ is missed about never.
TRIES = 1000


@dataclass(frozen=True, slots=True)
class Draw:
    """What a form is shuffled by: its seed and code, and how often chance was asked again."""

    seed: str = ""
    code: str = ""
    number: int = 0

    def rank(self, *names: str | int) -> bytes:
        """Return a hash by which things of these names sort."""
        # JSON keeps the pieces apart, so that ("a", "bc") and ("ab", "c") never rank alike. The
        # first try hashes seed, code and ids alone.
        pieces = [self.seed, self.code, *names, *([self.number] if self.number else [])]
        return hashlib.sha256(f"[{', '.join(map(_quoted, pieces))}]".encode()).digest()


@lru_cache(maxsize=1 << 16)
def _quoted(piece: str | int) -> str:
    # The same few names are asked for in every form.
    return json.dumps(piece)


def make_forms(
    sets: Sequence[Sequence[Sequence[Item]]],
    seed: str,
    codes: Sequence[str],
    *,
    key_balance: bool = True,
) -> tuple[Form, ...]:
    """Return one form a code, all different.

    Parameters
    ----------
    sets
        For each set of items, its items by part; forms take the sets in turn.
    seed, codes
        Decide the order of items and options, each form on its own.
    key_balance
        Give the letters of single-choice keys equal shares, never four alike in a row; spread
        the Đúng of true/false groups over their letters, with no order to count on.

    Raises
    ------
    CodeError
        If the paper is too short to be shuffled into so many different forms.
    """
    forms: list[Form] = []
    met: set[tuple[tuple[FormItem, ...], ...]] = set()
    for index, code in enumerate(codes):
        base = index % len(sets)
        draws = (Draw(seed, code, number) for number in range(TRIES))
        tries = (_shuffle_form(sets[base], draw, base, key_balance) for draw in draws)
        form = next((form for form in tries if form.parts not in met), None)
        if form is None:
            raise CodeError(
                f"Đề quá ngắn: chỉ trộn được {len(forms)} mã khác nhau, cần {len(codes)}. "
                "Hãy bớt số mã đề hoặc thêm câu vào ma trận."
            )
        forms.append(form)
        met.add(form.parts)
    return tuple(forms)


def as_written(item: Item) -> FormItem:
    """Return the item as an unshuffled sheet prints it: options in the author's order.

    Steps and right sides are mixed all the same, since the author's order is their key.
    """
    match item.body:
        case SingleChoice(options) | MultipleChoice(options) | TrueFalseGroup(options):
            return FormItem(item.id, tuple(option.id for option in options))
        case Matching(pairs):
            mixed = shuffle_item(item, Draw())
            return FormItem(item.id, tuple(pair.id for pair in pairs), mixed.targets)
        case _:
            return shuffle_item(item, Draw())


def shuffle_item(
    item: Item, draw: Draw, key_place: int | None = None, truths: Pattern | None = None
) -> FormItem:
    """Return the item as a form prints it; pinned choices keep their index.

    Scenes of a branching case stand in the author's order, by which their text refers to one
    another; the two columns of pairs are shuffled on their own. `key_place` is the index at
    which the key of a single choice is to stand, `truths` where the right statements of a
    true/false group are.
    """

    def shuffle(ids: Iterable[str], column: str = "") -> list[str]:
        names = (item.id, column) if column else (item.id,)
        return sorted(ids, key=lambda each: draw.rank(*names, each))

    match item.body:
        case SingleChoice(choices) | MultipleChoice(choices):
            fixed = {index: c.id for index, c in enumerate(choices) if c.pinned}
            if key_place is not None and isinstance(item.body, SingleChoice):
                fixed[key_place] = item.body.key
            free = iter(shuffle(c.id for c in choices if c.id not in fixed.values()))
            order = (fixed.get(index) or next(free) for index in range(len(choices)))
            return FormItem(item.id, tuple(order))
        case TrueFalseGroup(options):
            drawn = shuffle(option.id for option in options)
            if truths is None:
                return FormItem(item.id, tuple(drawn))
            right = iter([o for o in drawn if o in {each.id for each in options if each.key}])
            wrong = iter([o for o in drawn if o in {each.id for each in options if not each.key}])
            return FormItem(item.id, tuple(next(right if truth else wrong) for truth in truths))
        case Ordering(steps):
            return FormItem(item.id, _unlike(tuple(shuffle(step.id for step in steps)), steps))
        case Matching(pairs, extra):
            targets = shuffle([*(p.id for p in pairs), *(e.id for e in extra)], "right")
            return FormItem(item.id, tuple(shuffle(pair.id for pair in pairs)), tuple(targets))
        case ShortAnswer() | ShortText() | Scenario() | Essay():
            return FormItem(item.id)


def _unlike(order: tuple[str, ...], steps: Sequence[Choice]) -> tuple[str, ...]:
    """Turn an order that chance made right by one place: printed right, it asks nothing."""
    right = tuple(step.id for step in steps)
    return (*order[1:], order[0]) if order == right else order


def _shuffle_form(
    parts: Sequence[Sequence[Item]], draw: Draw, base: int, key_balance: bool
) -> Form:
    ordered = [_order_items(part, draw) for part in parts]
    places = _place_keys(ordered, draw) if key_balance else {}
    truths = _place_truths(ordered, draw) if key_balance else {}
    return Form(
        code=draw.code,
        parts=tuple(
            tuple(
                shuffle_item(item, draw, places.get(item.id), truths.get(item.id)) for item in part
            )
            for part in ordered
        ),
        base=base,
    )


def _order_items(part: Sequence[Item], draw: Draw) -> list[Item]:
    """Return the items in drawn order; a group stands together, by id."""

    def rank(item: Item) -> tuple[bytes, str]:
        return (draw.rank("", item.group) if item.group else draw.rank(item.id), item.id)

    return sorted(part, key=rank)


def _place_keys(parts: Sequence[Sequence[Item]], draw: Draw) -> dict[str, int]:
    """Return item id → index of its key, for the single choices of a form."""
    ids: list[str] = []
    allowed: list[frozenset[int]] = []
    starts: list[int] = []
    for part in parts:
        starts.append(len(ids))
        for item in part:
            if isinstance(item.body, SingleChoice):
                ids.append(item.id)
                allowed.append(_key_places(item.body))
    placed = place_keys(
        allowed, starts, lambda question, place: draw.rank(ids[question], "", place)
    )
    return dict(zip(ids, placed, strict=True))


def _place_truths(parts: Sequence[Sequence[Item]], draw: Draw) -> dict[str, Pattern]:
    """Return item id → where its right statements stand, for the true/false groups of a form."""
    ids: list[str] = []
    counts: list[int] = []
    starts: list[int] = []
    for part in parts:
        starts.append(len(ids))
        for item in part:
            if isinstance(item.body, TrueFalseGroup):
                ids.append(item.id)
                counts.append(item.body.right_count)
    placed = place_truths(
        counts, starts, lambda group, letters: draw.rank(ids[group] if group >= 0 else "", *letters)
    )
    return dict(zip(ids, placed, strict=True))


def _key_places(body: SingleChoice) -> frozenset[int]:
    """Return where the key may stand: its own place if pinned, else any that is not taken."""
    for index, choice in enumerate(body.choices):
        if choice.id == body.key and choice.pinned:
            return frozenset({index})
    return frozenset(index for index, choice in enumerate(body.choices) if not choice.pinned)
