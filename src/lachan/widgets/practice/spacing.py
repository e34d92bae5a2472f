"""When a question that went wrong comes back: after some others, and not for ever."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

# Three others in between: long enough to have to think again, short enough to remember the reason.
GAP = 3
MOST_RETURNS = 2


@dataclass(frozen=True, slots=True)
class Spacing:
    """Ids still to be asked, the one on show first.

    `returned` names an id once for each time that it was put back.
    """

    queue: tuple[str, ...]
    returned: tuple[str, ...] = ()

    @property
    def is_over(self) -> bool:
        """Tell whether nothing is left to ask."""
        return not self.queue

    @property
    def is_return(self) -> bool:
        """Tell whether the id on show has been asked before."""
        return bool(self.queue) and self.queue[0] in self.returned

    @property
    def waiting(self) -> int:
        """Count the ids in the queue that come back."""
        return len(set(self.queue) & set(self.returned))

    def answered(self, right: bool) -> Spacing:
        """Return what follows an answer: a wrong one comes back, at most `MOST_RETURNS` times."""
        head, rest = self.queue[0], self.queue[1:]
        if right or Counter(self.returned)[head] == MOST_RETURNS:
            return Spacing(rest, self.returned)
        queue = (*rest[:GAP], head, *rest[GAP:])
        return Spacing(queue, (*self.returned, head))

    def put_off(self) -> Spacing:
        """Return the same ids with the one on show at the end."""
        return Spacing((*self.queue[1:], *self.queue[:1]), self.returned)


def start_spacing(ids: Iterable[str]) -> Spacing:
    """Return a queue in which nothing has been asked yet."""
    return Spacing(tuple(ids))
