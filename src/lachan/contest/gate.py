"""Who may enter how often, and which requests come from our own page."""

from __future__ import annotations

from collections.abc import Callable
from hashlib import sha256
from urllib.parse import urlsplit

from tornado.httputil import HTTPServerRequest

from lachan.limits.contest_room import FREE_ENTRIES_OF_A_CODE, FREE_GUESSES, FREE_NEWCOMERS
from lachan.workflows.wrong_tries import AttemptLimiter

# No page of another site can set it without asking us first, and we never allow that.
OWN_HEADER = "X-Lachan"


class EntryLimits:
    """Counts guesses and newcomers for each address, and entries for each code.

    Parameters
    ----------
    clock
        Seconds that only grow, such as ``time.monotonic``.
    """

    def __init__(self, clock: Callable[[], float]) -> None:
        self._guesses = AttemptLimiter(clock, FREE_GUESSES.value)
        self._entries = AttemptLimiter(clock, FREE_ENTRIES_OF_A_CODE.value)
        self._newcomers = AttemptLimiter(clock, FREE_NEWCOMERS.value)

    def find_wait_s(self, address: str, code: str) -> float:
        """Return how many seconds to wait before `code` may be tried from `address`."""
        by_address = self._guesses.find_wait_s(address)
        if not code:
            return max(by_address, self._newcomers.find_wait_s(address))
        return max(by_address, self._entries.find_wait_s(_name(code)))

    def record_entry(self, address: str, code: str) -> None:
        """Count someone who was let in: the doors of one code cannot be swung all day."""
        if code:
            self._entries.record_wrong(_name(code))
        else:
            self._newcomers.record_wrong(address)

    def record_guess(self, address: str) -> None:
        """Count a code that is well formed and nobody's."""
        self._guesses.record_wrong(address)


def comes_from_our_page(request: HTTPServerRequest) -> bool:
    """Tell whether a request that changes something was sent by a page of this server."""
    headers = request.headers
    origin = headers.get("Origin")
    own = origin is None or urlsplit(origin).netloc == request.host
    site = headers.get("Sec-Fetch-Site", "same-origin")
    return own and site == "same-origin" and OWN_HEADER in headers


def _name(code: str) -> str:
    # The typed code itself is kept nowhere, not even in memory.
    typed = "".join(each for each in code.upper() if each.isalnum())
    return sha256(typed.encode()).hexdigest()
