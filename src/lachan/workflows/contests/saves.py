"""Which answers are taken: in time, of this form, in a shape that fits, each once."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

from lachan.domain.canonical_json import canonical_json
from lachan.domain.contests.attempts import Lateness
from lachan.grading import ResponseError
from lachan.limits.contest_room import HIGHEST_SEQUENCE, LONGEST_VALUE, MOST_EVENTS
from lachan.store import Connection
from lachan.store.contests import AttemptRow, Place
from lachan.store.contests.answers import (
    NewAnswer,
    append_answers,
    find_stored,
    read_sequences,
)
from lachan.store.contests.attempts import SUBMITTED
from lachan.store.contests.contests import CANCELLED, CLOSED
from lachan.store.schema import storable
from lachan.workflows.contests.frozen import FrozenContest
from lachan.workflows.contests.views import Ack, Answer, ContestError, Refusal

WORDS = {
    Refusal.SUPERSEDED: "Bài thi đang mở ở một thiết bị khác; thiết bị này không lưu thêm được.",
    Refusal.NO_ATTEMPT: "Chưa bắt đầu làm bài.",
    Refusal.SUBMITTED: "Bài đã nộp nên không sửa được nữa.",
    Refusal.CANCELLED: "Ban tổ chức đã hủy cuộc thi.",
    Refusal.PAUSED: "Cuộc thi đang tạm dừng; câu trả lời này sẽ được gửi lại khi thi tiếp.",
    Refusal.LATE: "Câu trả lời đến sau khi hết giờ nên không được tính.",
    Refusal.UNKNOWN_ITEM: "Đề đang làm không có câu này.",
    Refusal.BAD_SEQUENCE: "Lần trả lời này không khớp với lần đã lưu; hãy tải lại trang.",
    Refusal.BAD_VALUE: "Câu trả lời không đúng dạng của câu hỏi.",
    Refusal.TOO_OFTEN: "Bài này đã đổi câu trả lời quá nhiều lần; câu trả lời trước vẫn được giữ.",
}


_LATE = {Lateness.OVER: Refusal.LATE, Lateness.PAUSED: Refusal.PAUSED}


def refuse(reason: Refusal) -> ContestError:
    """Return the error that says why something is not done."""
    return ContestError(reason, WORDS[reason])


def find_fault(place: Place) -> Refusal | None:
    """Return why an entrant may not work on the latest attempt now; None where they may.

    The deadline is not looked at, since what was answered in time may still be on its way.
    """
    if place.ended:
        return Refusal.SUPERSEDED
    if place.contest.status == CANCELLED:
        return Refusal.CANCELLED
    if place.attempt is None:
        return Refusal.NO_ATTEMPT
    if place.attempt.state == SUBMITTED or place.contest.status == CLOSED:
        return Refusal.SUBMITTED
    return None


def grace(frozen: FrozenContest) -> dt.timedelta:
    """Return how long after the end the server takes what was on its way."""
    return dt.timedelta(seconds=frozen.contest.grace_s)


def take_answers(
    connection: Connection,
    place: Place,
    frozen: FrozenContest,
    answers: Sequence[Answer],
    received_at: dt.datetime,
) -> tuple[AttemptRow | None, tuple[Ack, ...]]:
    """Save what may be saved of a place that is locked; returns the attempt and what became.

    An answer that is stored already is acknowledged whatever has happened since, so that a
    device that missed the first acknowledgement learns of it.
    """
    attempt = place.attempt
    if attempt is None:
        missing = find_fault(place) or Refusal.NO_ATTEMPT
        return None, tuple(_ack(each, missing, 0) for each in answers)
    known = frozen.answerable(attempt.form_code)
    asked = {(a.item_id, a.seq) for a in answers if a.item_id in known and _is_seq(a.seq)}
    highest = read_sequences(connection, attempt.id) if answers else {}
    # Most answers are newer than all that is stored, which need not be searched for them then.
    old = {(item_id, seq) for item_id, seq in asked if seq <= highest.get(item_id, 0)}
    stored = find_stored(connection, attempt.id, old)
    lateness = attempt.find_lateness(received_at, grace(frozen))
    fault = find_fault(place) or (_LATE[lateness] if lateness else None)
    new: dict[tuple[str, int], NewAnswer] = {}
    said: list[tuple[Answer, Refusal | None, str]] = []
    for each in answers:
        is_full = attempt.event_count + len(new) >= MOST_EVENTS.value
        wrong = fault or (Refusal.TOO_OFTEN if is_full else None)
        reason, words, value = _judge(each, attempt, frozen, wrong, stored | _values(new))
        if value is not None:
            new[each.item_id, each.seq] = NewAnswer(each.item_id, each.seq, value)
            highest[each.item_id] = max(each.seq, highest.get(each.item_id, 0))
        said.append((each, reason, words))
    if fault is None or new:
        attempt = append_answers(
            connection,
            attempt,
            tuple(new.values()),
            received_at=received_at,
            latest_at=attempt.latest_moment(grace(frozen)),
        )
    acks = (_ack(a, reason, highest.get(a.item_id, 0), words) for a, reason, words in said)
    return attempt, tuple(acks)


def _judge(
    answer: Answer,
    attempt: AttemptRow,
    frozen: FrozenContest,
    fault: Refusal | None,
    stored: Mapping[tuple[str, int], str],
) -> tuple[Refusal | None, str, str | None]:
    """Return why an answer is refused, in a word and in words, and the text to add if it is new."""
    known = stored.get((answer.item_id, answer.seq))
    if known is not None:
        return (None if known == canonical_json(answer.value) else Refusal.BAD_SEQUENCE), "", None
    if fault is not None:
        return fault, "", None
    if not _is_seq(answer.seq):
        return Refusal.BAD_SEQUENCE, "", None
    text = canonical_json(answer.value)
    if len(text) > LONGEST_VALUE.value or storable(text) != text:
        return Refusal.BAD_VALUE, "", None
    try:
        frozen.parse(attempt.form_code, answer.item_id, answer.value)
    except KeyError:
        return Refusal.UNKNOWN_ITEM, "", None
    except ResponseError as error:
        return Refusal.BAD_VALUE, str(error), None
    return None, "", text


def _values(new: Mapping[tuple[str, int], NewAnswer]) -> dict[tuple[str, int], str]:
    return {place: answer.value for place, answer in new.items()}


def _is_seq(seq: int) -> bool:
    return 1 <= seq <= HIGHEST_SEQUENCE.value


def _ack(answer: Answer, reason: Refusal | None, current_seq: int, words: str = "") -> Ack:
    message = words or (WORDS[reason] if reason else "")
    return Ack(answer.item_id, answer.seq, reason is None, current_seq, reason, message)
