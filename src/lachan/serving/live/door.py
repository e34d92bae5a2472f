"""How often phones may try a live room's code, and how fast those of one address come in."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field

from lachan.domain.hosts import find_network
from lachan.limits.live import (
    CODE_TRY_FORGIVEN_AFTER,
    FIRST_CODE_WAIT,
    FREE_CODE_TRIES,
    FREE_JOINS,
    JOINS_A_SECOND,
    LONGEST_CODE_WAIT,
    MOST_ROOMS_KNOWN,
)
from lachan.web.throttle import AttemptLimiter

# Twice the time in which one more may come: whoever is early comes again soon.
_JOIN_WAITS_S = (1 / JOINS_A_SECOND.value, 4 / JOINS_A_SECOND.value)


@dataclass(slots=True)
class LiveDoor:
    """Counts wrong codes for each address, and the phones of each address for each room.

    A right code forgives no wrong one: who knows a room could try others for ever. But a room in
    which an address has phones already stays open to the class behind it, whoever guesses there.

    Parameters
    ----------
    clock
        Seconds that only grow, such as ``time.monotonic``.
    is_lifted
        Tells once when someone at the console has lifted the waits.
    """

    clock: Callable[[], float]
    is_lifted: Callable[[], bool]
    _wrong: AttemptLimiter = field(init=False)
    _joins: AttemptLimiter = field(init=False)
    _known: OrderedDict[tuple[str, str], None] = field(default_factory=OrderedDict)

    def __post_init__(self) -> None:
        self._wrong = AttemptLimiter(
            self.clock,
            FREE_CODE_TRIES.value,
            FIRST_CODE_WAIT.value,
            LONGEST_CODE_WAIT.value,
            CODE_TRY_FORGIVEN_AFTER.value,
        )
        forgiven_each_s = 1 / JOINS_A_SECOND.value
        self._joins = AttemptLimiter(self.clock, FREE_JOINS.value, *_JOIN_WAITS_S, forgiven_each_s)

    def find_code_wait_s(self, address: str, code: str) -> float:
        """Return how many seconds an address must wait before it may try a code."""
        if (find_network(address), code) in self._known:
            return 0.0
        wait_s = self._wrong.find_wait_s(address)
        if wait_s > 0 and self.is_lifted():
            self._wrong.forget_all()
            return 0.0
        return wait_s

    def record_wrong(self, address: str) -> None:
        """Count a code or a seat that is none."""
        self._wrong.record_wrong(address)

    def find_join_wait_s(self, address: str, code: str) -> float:
        """Return how many seconds too early one more phone comes, and count it where it is not."""
        name = f"{find_network(address)} {code}"
        wait_s = self._joins.find_wait_s(name)
        if wait_s == 0:
            self._joins.record_wrong(name)
        return wait_s

    def record_join(self, address: str, code: str) -> None:
        """Note that the address has a phone in the room."""
        place = (find_network(address), code)
        self._known[place] = None
        self._known.move_to_end(place)
        while len(self._known) > MOST_ROOMS_KNOWN.value:
            self._known.popitem(last=False)
