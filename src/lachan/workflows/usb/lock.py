"""What the lock says for a system other than this one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from packaging.requirements import Requirement

_COMMENT = re.compile(r"^\s*#.*\n", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Pin:
    """One package in one version, with the digests of its files."""

    name: str
    version: str
    digests: tuple[str, ...]

    @property
    def line(self) -> str:
        """The pin as a line of a requirements file, without any condition."""
        return " ".join((f"{self.name}=={self.version}", *(f"--hash={d}" for d in self.digests)))


def read_pins(lock: str, environment: Mapping[str, str]) -> tuple[Pin, ...]:
    """Return the packages of a lock that a system needs, in the lock's order.

    Parameters
    ----------
    lock
        The text of ``requirements/run.txt``.
    environment
        What markers are judged by; pip itself would judge them by the system it runs on.
    """
    return tuple(
        Pin(requirement.name, str(requirement.specifier).removeprefix("=="), digests)
        for requirement, digests in _read_lines(lock)
        if requirement.marker is None or requirement.marker.evaluate(dict(environment))
    )


def _read_lines(lock: str) -> Iterator[tuple[Requirement, tuple[str, ...]]]:
    for line in _COMMENT.sub("", lock).replace("\\\n", " ").splitlines():
        requirement, *hashes = re.split(r"\s+--hash=", line.strip())
        if requirement:
            yield Requirement(requirement), tuple(hashes)
