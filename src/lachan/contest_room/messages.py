"""What a browser sends: small JSON objects, read strictly."""

from __future__ import annotations

import json
from typing import Any

from lachan.errors import LachanError
from lachan.limits.contest_room import HIGHEST_PREDICTION, LONGEST_NAME, MOST_ANSWERS
from lachan.workflows.contests.views import Answer

LARGEST_SEQUENCE = 2**31 - 1


class MessageError(LachanError):
    """A body that the room does not understand."""


def parse_body(body: bytes) -> dict[str, Any]:
    """Return the JSON object in a request's body.

    Raises
    ------
    MessageError
        Where it is no JSON object.
    """
    try:
        message = json.loads(body or b"{}")
    except (ValueError, RecursionError):
        raise _not_understood() from None
    if not isinstance(message, dict):
        raise _not_understood()
    return message


def parse_text(message: dict[str, Any], name: str) -> str:
    """Return a short text of the message; a missing one is empty.

    Raises
    ------
    MessageError
        Where it is no text, or too long.
    """
    value = message.get(name, "")
    if not isinstance(value, str) or len(value) > LONGEST_NAME.value:
        raise _not_understood()
    return value


def parse_answers(message: dict[str, Any]) -> list[Answer]:
    """Return the answers of a save; the values are for the desk to judge.

    Raises
    ------
    MessageError
        Where they are no answers, or too many.
    """
    answers = message.get("answers", [])
    if not isinstance(answers, list) or len(answers) > MOST_ANSWERS.value:
        raise _not_understood()
    return [_parse_answer(each) for each in answers]


def parse_prediction(message: dict[str, Any]) -> int | None:
    """Return the predicted number of all-correct entrants, None where it was left out.

    Raises
    ------
    MessageError
        Where it is no number of people.
    """
    value = message.get("prediction")
    if value is None:
        return None
    if not _is_whole(value) or not 0 <= value <= HIGHEST_PREDICTION.value:
        raise MessageError("Số người dự đoán phải là một số nguyên từ 0 trở lên.")
    return int(value)


def _parse_answer(raw: object) -> Answer:
    if not isinstance(raw, dict) or set(raw) != {"item", "seq", "value"}:
        raise _not_understood()
    item, seq = raw["item"], raw["seq"]
    # The answer names the item again, which half of a surrogate pair would make impossible.
    named = isinstance(item, str) and 0 < len(item) <= LONGEST_NAME.value and item.isprintable()
    if not named or not _is_whole(seq) or not 1 <= seq <= LARGEST_SEQUENCE:
        raise _not_understood()
    return Answer(item, seq, raw["value"])


def _is_whole(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _not_understood() -> MessageError:
    return MessageError("Máy chủ chưa hiểu yêu cầu vừa gửi. Hãy tải lại trang rồi thử lần nữa.")
