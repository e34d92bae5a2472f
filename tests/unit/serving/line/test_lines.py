"""A page's pace, comms and connections are counted for its kernel, whichever way it connects."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest

from lachan.limits.page_line import (
    BYTE_BURST,
    BYTE_RATE,
    LONGEST_FLOOD,
    MESSAGE_BURST,
    MESSAGE_RATE,
    MOST_COMMS,
    MOST_KEPT,
    SOCKET_COST,
)
from lachan.serving.line.frames import Frame, FrameError
from lachan.serving.line.lines import KeptMessages, PageLine, PageLines
from lachan.serving.line.refusals import Refusal


@dataclass
class Clock:
    now_s: float = 100.0

    def __call__(self) -> float:
        return self.now_s


@dataclass
class Socket:
    refusals: list[Refusal] = field(default_factory=list)

    def refuse(self, refusal: Refusal) -> None:
        self.refusals.append(refusal)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def line(clock: Clock) -> PageLine:
    return PageLine(clock)


def comm(kind: str, comm_id: object = "x") -> Frame:
    return Frame("shell", {"msg_type": kind}, {"comm_id": comm_id}, ())


def test_a_burst_waits_for_nothing_and_what_follows_for_its_turn(line: PageLine) -> None:
    assert {line.pace(100) for _ in range(MESSAGE_BURST.value)} == {0}
    waits = [line.pace(100) for _ in range(3)]
    assert waits == pytest.approx([count / MESSAGE_RATE.value for count in (1, 2, 3)])


def test_tokens_come_back_but_no_more_than_there_were(line: PageLine, clock: Clock) -> None:
    for _ in range(MESSAGE_BURST.value):
        line.pace(1)
    clock.now_s += 1
    assert {line.pace(1) for _ in range(MESSAGE_RATE.value)} == {0}
    assert line.pace(1) > 0
    clock.now_s += 1_000_000
    assert {line.pace(1) for _ in range(MESSAGE_BURST.value)} == {0}
    assert line.pace(1) > 0


def test_bytes_have_a_pace_of_their_own(line: PageLine, clock: Clock) -> None:
    assert line.pace(BYTE_BURST.value) == 0
    assert line.pace(BYTE_RATE.value) == pytest.approx(1)
    clock.now_s += 1
    assert line.pace(BYTE_RATE.value // 2) == pytest.approx(0.5)


def flood(line: PageLine, clock: Clock, seconds: float) -> None:
    """Send each message as soon as the one before is through."""
    end_s = clock.now_s + seconds
    while clock.now_s < end_s:
        clock.now_s += line.pace(1)


def test_who_is_too_fast_for_long_is_refused(line: PageLine, clock: Clock) -> None:
    flood(line, clock, LONGEST_FLOOD.value - 1)
    with pytest.raises(FrameError) as fault:
        flood(line, clock, 2)
    assert fault.value.refusal is Refusal.TOO_MANY


def test_who_rests_once_is_not(line: PageLine, clock: Clock) -> None:
    for _ in range(3 * LONGEST_FLOOD.value):
        for _ in range(MESSAGE_BURST.value + 10):
            line.pace(1)
        clock.now_s += MESSAGE_BURST.value / MESSAGE_RATE.value + 1


def test_large_messages_are_slowed_and_never_refused(line: PageLine, clock: Clock) -> None:
    for _ in range(5 * LONGEST_FLOOD.value):
        wait_s = line.pace(2 * BYTE_RATE.value)
        clock.now_s += max(1, wait_s)
    assert wait_s == pytest.approx(2)


def test_who_connects_again_and_again_has_to_wait(line: PageLine) -> None:
    times = MESSAGE_BURST.value // SOCKET_COST.value
    assert {line.pace_socket() for _ in range(times)} == {0}
    assert line.pace_socket() == pytest.approx(SOCKET_COST.value / MESSAGE_RATE.value)


def test_the_oldest_connection_gives_way(line: PageLine) -> None:
    sockets = [Socket() for _ in range(4)]
    for each in sockets[:3]:
        line.join(each)
    line.leave(sockets[1])
    line.join(sockets[3])
    assert [each.refusals for each in sockets] == [[Refusal.ELSEWHERE], [], [], []]
    # It leaves as well, once its end has come through.
    line.leave(sockets[0])
    line.refuse_all(Refusal.TOO_MUCH_MEMORY)
    line.refuse_all(Refusal.TOO_MUCH_MEMORY)
    ended = [Refusal.TOO_MUCH_MEMORY]
    assert [each.refusals for each in sockets] == [[Refusal.ELSEWHERE], [], ended, ended]


def test_comms_are_counted_by_their_names(line: PageLine) -> None:
    for _ in range(3):
        for number in range(MOST_COMMS.value):
            line.count_comm(comm("comm_open", str(number)))
            line.count_comm(comm("comm_msg", f"other {number}"))
    line.count_comm(comm("comm_close", "0"))
    line.count_comm(comm("comm_open", "new"))
    with pytest.raises(FrameError) as fault:
        line.count_comm(comm("comm_open", "one more"))
    assert fault.value.refusal is Refusal.TOO_MANY_COMMS


@pytest.mark.parametrize("comm_id", [None, 5, [], {}, "x" * 101])
@pytest.mark.parametrize("kind", ["comm_open", "comm_msg", "comm_close"])
def test_a_comm_has_a_name(line: PageLine, kind: str, comm_id: object) -> None:
    with pytest.raises(FrameError) as fault:
        line.count_comm(comm(kind, comm_id))
    assert fault.value.refusal is Refusal.NO_MESSAGE


def test_other_messages_name_no_comm(line: PageLine) -> None:
    kinds: tuple[object, ...] = ("kernel_info_request", {}, None)
    for kind in kinds:
        line.count_comm(Frame("shell", {"msg_type": kind}, {}, ()))


class Kernel:
    """Anything that is itself."""


def test_a_kernel_has_one_line_as_long_as_it_lives(clock: Clock) -> None:
    lines = PageLines(clock)
    one, other = Kernel(), Kernel()
    assert lines.find(one) is lines.find(one)
    assert lines.find(one) is not lines.find(other)


def test_the_newest_messages_are_kept() -> None:
    kept = KeptMessages()
    half = b"x" * (MOST_KEPT.value // 2)
    for name in ("một", "hai", "ba"):
        kept.append((name, [half[:100], half[100:]]))
    assert [channel for channel, _ in kept] == ["hai", "ba"]
    kept.append(("bốn", [b"y" * MOST_KEPT.value]))
    assert [channel for channel, _ in kept] == ["bốn"]
    kept.append(("năm", [b"y" * (MOST_KEPT.value + 1)]))
    assert list(kept) == []
