"""Who may enter how often, and which requests come from our own page."""

from __future__ import annotations

from collections.abc import Callable
from hashlib import sha256
from urllib.parse import urlsplit

from tornado.httputil import HTTPServerRequest

from lachan.domain.hosts import find_network
from lachan.limits.contest_room import (
    ENTRY_FORGIVEN_AFTER,
    FIRST_ENTRY_WAIT,
    FREE_ENTRIES_OF_A_CODE,
    FREE_GUESSES,
    FREE_NEWCOMERS,
    FREE_SAVES,
    GUESS_FORGIVEN_AFTER,
    LONGEST_ENTRY_WAIT,
    LONGEST_SAVE_WAIT,
    NEWCOMERS_A_SECOND,
    SAVES_A_SECOND,
)
from lachan.web.throttle import AttemptLimiter
from lachan.web.visitor_pass import find_visitor, name_network

# No page of another site can set it without asking us first, and we never allow that.
OWN_HEADER = "X-Lachan"

# In which a room inside a notebook names its visitor; see `lachan.web.visitor_pass`.
VISITOR_HEADER = "X-Lachan-Visitor"


class EntryLimits:
    """Counts guesses and newcomers for each address, entries for each code, saves for each token.

    A right code is never held up by what others of its address have guessed. All is counted in
    this process: several behind one proxy each allow as much, and a new one begins anew.

    Parameters
    ----------
    clock
        Seconds that only grow, such as ``time.monotonic``.
    """

    def __init__(self, clock: Callable[[], float]) -> None:
        waits = (FIRST_ENTRY_WAIT.value, LONGEST_ENTRY_WAIT.value)
        self._guesses = AttemptLimiter(
            clock, FREE_GUESSES.value, *waits, GUESS_FORGIVEN_AFTER.value
        )
        self._entries = AttemptLimiter(
            clock, FREE_ENTRIES_OF_A_CODE.value, *waits, ENTRY_FORGIVEN_AFTER.value
        )
        self._newcomers = AttemptLimiter(
            clock, FREE_NEWCOMERS.value, *waits, 1 / NEWCOMERS_A_SECOND.value
        )
        pause_s = 1 / SAVES_A_SECOND.value
        self._saves = AttemptLimiter(
            clock, FREE_SAVES.value, pause_s, LONGEST_SAVE_WAIT.value, pause_s
        )

    def find_wait_s(self, visitor: str, code: str) -> float:
        """Return how many seconds to wait before `code`, or "" for none, may enter."""
        if not code:
            return self._newcomers.find_wait_s(visitor)
        return self._entries.find_wait_s(_name(code, visitor))

    def record_entry(self, visitor: str, code: str) -> None:
        """Count someone who was let in: the doors of one code cannot be swung all day."""
        if code:
            # Of this address: who knows the code elsewhere cannot shut its owner out.
            self._entries.record_wrong(_name(code, visitor))
        else:
            self._newcomers.record_wrong(visitor)

    def find_guess_wait_s(self, visitor: str) -> float:
        """Return how long who has guessed from this address is told to wait; 0 for nobody."""
        return self._guesses.find_wait_s(visitor)

    def record_guess(self, visitor: str) -> None:
        """Count a code that is well formed and nobody's."""
        self._guesses.record_wrong(visitor)

    def count_save(self, token: str) -> float:
        """Count a save, and return how many seconds too early it came.

        Who has no token saves nothing, and is told so however often.
        """
        if not token:
            return 0.0
        name = sha256(token.encode()).hexdigest()
        wait_s = self._saves.find_wait_s(name)
        if wait_s == 0:
            self._saves.record_wrong(name)
        return wait_s


def name_visitor(request: HTTPServerRequest, key: str) -> str:
    """Return whose a request counts as: its own address, or a notebook's visitor's."""
    told = request.headers.get(VISITOR_HEADER, "")
    return find_visitor(told, key) or name_network(request.remote_ip or "", key)


def comes_from_our_page(request: HTTPServerRequest) -> bool:
    """Tell whether a request that changes something was sent by a page of this server."""
    headers = request.headers
    origin = headers.get("Origin")
    own = origin is None or urlsplit(origin).netloc == request.host
    site = headers.get("Sec-Fetch-Site", "same-origin")
    return own and site == "same-origin" and OWN_HEADER in headers


def _name(code: str, visitor: str) -> str:
    # The typed code itself is kept nowhere, not even in memory.
    typed = "".join(each for each in code.upper() if each.isalnum())
    return sha256(f"{typed} {find_network(visitor)}".encode()).hexdigest()
