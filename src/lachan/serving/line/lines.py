"""What each page may still send to its kernel: its pace, its comms, its open connections."""

from __future__ import annotations

import weakref
from collections import deque
from collections.abc import Callable
from typing import Protocol

from lachan.limits.page_line import (
    BYTE_BURST,
    BYTE_RATE,
    LONGEST_FLOOD,
    MESSAGE_BURST,
    MESSAGE_RATE,
    MOST_COMMS,
    MOST_KEPT,
    MOST_PAGE_SOCKETS,
    SOCKET_COST,
)
from lachan.serving.line.frames import Frame, FrameError
from lachan.serving.line.refusals import Refusal

COMM_MESSAGES = ("comm_open", "comm_close", "comm_msg")

# Longer than what any front end of Jupyter's makes.
_MOST_COMM_ID = 100


class Bucket:
    """Tokens that come back by and by; who takes more than there are has to wait.

    Parameters
    ----------
    per_s
        How many come back in a second.
    most
        How many there are when nothing has been taken for long.
    """

    def __init__(self, per_s: float, most: float, clock: Callable[[], float]) -> None:
        self._per_s = per_s
        self._most = most
        self._clock = clock
        self._left = most
        self._seen = clock()

    def take(self, count: float) -> float:
        """Take tokens and return the seconds after which they would all have been there."""
        now = self._clock()
        self._left = min(self._most, self._left + (now - self._seen) * self._per_s) - count
        self._seen = now
        return max(0.0, -self._left / self._per_s)


class PageSocket(Protocol):
    """A connection that can be ended with words."""

    def refuse(self, refusal: Refusal) -> None: ...


class PageLine:
    """One page's line to its kernel, over all of its connections.

    Counted for the kernel and not for a connection: else who connects anew would begin at nought.
    """

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._frames = Bucket(MESSAGE_RATE.value, MESSAGE_BURST.value, clock)
        self._bytes = Bucket(BYTE_RATE.value, BYTE_BURST.value, clock)
        self._flooded_since: float | None = None
        self._comms: set[str] = set()
        self._sockets: list[PageSocket] = []

    def join(self, socket: PageSocket) -> None:
        """Take a connection in, in the oldest one's place if need be."""
        self._sockets.append(socket)
        if len(self._sockets) > MOST_PAGE_SOCKETS.value:
            self._sockets.pop(0).refuse(Refusal.ELSEWHERE)

    def leave(self, socket: PageSocket) -> None:
        """Forget a connection; one that has been refused is forgotten already."""
        if socket in self._sockets:
            self._sockets.remove(socket)

    def refuse_all(self, refusal: Refusal) -> None:
        """End all connections with words."""
        while self._sockets:
            self._sockets.pop().refuse(refusal)

    def pace_socket(self) -> float:
        """Count a connection that is asked for; return how many seconds it has to wait.

        Raises
        ------
        FrameError
            As `pace` does.
        """
        return self._pace_frames(SOCKET_COST.value)

    def pace(self, size: int) -> float:
        """Count a frame of `size` bytes; return how many seconds it has to wait.

        Raises
        ------
        FrameError
            If frames have come faster than `MESSAGE_RATE` for longer than `LONGEST_FLOOD`.
        """
        return max(self._pace_frames(1), self._bytes.take(size))

    def _pace_frames(self, count: int) -> float:
        wait_s = self._frames.take(count)
        if not wait_s:
            self._flooded_since = None
        elif self._flooded_since is None:
            self._flooded_since = self._clock()
        elif self._clock() - self._flooded_since > LONGEST_FLOOD.value:
            raise FrameError(Refusal.TOO_MANY)
        return wait_s

    def count_comm(self, frame: Frame) -> None:
        """Keep the count of the comms that the page has opened; other messages count for nothing.

        Raises
        ------
        FrameError
            If they are too many, or the message names none.
        """
        kind = frame.header.get("msg_type")
        if kind not in COMM_MESSAGES:
            return
        comm = frame.content.get("comm_id")
        if not isinstance(comm, str) or len(comm) > _MOST_COMM_ID:
            raise FrameError
        if kind == "comm_close":
            self._comms.discard(comm)
        elif kind == "comm_open":
            self._comms.add(comm)
            if len(self._comms) > MOST_COMMS.value:
                raise FrameError(Refusal.TOO_MANY_COMMS)


class KeptMessages(deque[tuple[str, list[bytes]]]):
    """What a kernel said while its page was away: the newest of it, `MOST_KEPT` at most.

    Jupyter keeps all of it. A page that comes back asks for the widgets' states, so that it
    misses nothing that lasts.
    """

    def __init__(self) -> None:
        super().__init__()
        self._bytes = 0

    def append(self, message: tuple[str, list[bytes]]) -> None:
        """Keep a message, given with its channel, in the oldest ones' place if need be."""
        super().append(message)
        self._bytes += _size(message)
        while self._bytes > MOST_KEPT.value:
            self._bytes -= _size(self.popleft())


def _size(message: tuple[str, list[bytes]]) -> int:
    return sum(map(len, message[1]))


class PageLines:
    """The lines of all kernels; each is forgotten with its kernel."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._lines: weakref.WeakKeyDictionary[object, PageLine] = weakref.WeakKeyDictionary()

    def find(self, kernel: object) -> PageLine:
        """Return the line of a kernel, by its manager."""
        line = self._lines.get(kernel)
        if line is None:
            line = self._lines[kernel] = PageLine(self._clock)
        return line
