"""What the operator is going to do: the options and the environment of ``lachan serve``."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from lachan.web.address import DEFAULT_PORT
from lachan.workflows.contests.views import ContestView


@dataclass(frozen=True, slots=True)
class Plan:
    """How a server is going to be started, and for how many.

    Attributes
    ----------
    now
        The machine's time, aware.
    environment
        As the server will have it; passcodes and the database's address may stand in it.
    host, port, certfile, keyfile, passcode_file, behind_proxy
        As the options of ``lachan serve``.
    address
        What people will type, as ``https://lachan.truong.example/``; empty where it is this
        machine's own address.
    entrants
        How many take part in a contest at once; 0 for none.
    contest
        The contest that is ahead; None for classes only.
    """

    now: dt.datetime
    environment: Mapping[str, str] = field(repr=False)
    host: str = "127.0.0.1"
    port: int = DEFAULT_PORT
    certfile: Path | None = None
    keyfile: Path | None = None
    passcode_file: Path | None = None
    behind_proxy: bool = False
    address: str = ""
    entrants: int = 0
    contest: ContestView | None = None

    @property
    def until(self) -> dt.datetime:
        """The last moment at which everything must still hold."""
        return self.now if self.contest is None else max(self.now, self.contest.closes_at)
