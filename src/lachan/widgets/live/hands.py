"""What a teacher typed after counting raised hands, read strictly."""

from __future__ import annotations

from collections.abc import Mapping

from lachan.domain.items import Item
from lachan.domain.live.hands import Choice, Hands, asks_how_many, asks_right, count_hands
from lachan.limits.live import MOST_HANDS
from lachan.widgets.answering import Message, MessageError


def read_hands(item: Item, message: Message, texts: Mapping[str, str]) -> Hands:
    """Return the hands of ``{counts: [[part, choice, number], …], answered, right}``.

    Raises
    ------
    MessageError
        In words for the teacher, where a number is missing, none, too large, or larger than how
        many took part.
    """
    counts = _read_counts(message.get("counts"), texts)
    answered = _read_number(message.get("answered"), texts) if asks_how_many(item) else None
    right = _read_number(message.get("right"), texts) if asks_right(item) else None
    try:
        return count_hands(item, counts, answered, right)
    except ValueError:
        raise MessageError(texts["live_hands_more"]) from None


def _read_counts(rows: object, texts: Mapping[str, str]) -> dict[Choice, int]:
    if not isinstance(rows, list):
        raise MessageError(texts["live_hands_number"].format(most=MOST_HANDS.value))
    counts: dict[Choice, int] = {}
    for row in rows:
        match row:
            case [str(part), str(choice), number]:
                counts[part, choice] = _read_number(number, texts)
            case _:
                raise MessageError(texts["live_hands_number"].format(most=MOST_HANDS.value))
    return counts


def _read_number(value: object, texts: Mapping[str, str]) -> int:
    # True is a whole number to Python, and none to whoever counts.
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= MOST_HANDS.value:
        raise MessageError(texts["live_hands_number"].format(most=MOST_HANDS.value))
    return value
