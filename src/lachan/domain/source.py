"""Where a value was read, so that a rule far from the loader can still point at the line."""

from __future__ import annotations

from dataclasses import dataclass

Pointer = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """A file (relative to its content root) and the path of keys inside it.

    For the body of a lesson the pointer is ``("body", line)``.
    """

    file: str
    pointer: Pointer = ()

    def at(self, *keys: str | int) -> Source:
        """Return the place of a field below this one."""
        return Source(self.file, self.pointer + keys)


NOWHERE = Source("<memory>")
