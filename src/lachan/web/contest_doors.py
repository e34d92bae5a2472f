"""What tells a page's kernel which contests are on, in its environment."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict

from lachan.domain.contests.contest import ContestState
from lachan.domain.contests.doors import ContestDoor


def write_doors(doors: Iterable[ContestDoor]) -> str:
    """Return the text for the environment."""
    return json.dumps([asdict(door) for door in doors], ensure_ascii=False)


def read_doors(text: str) -> tuple[ContestDoor, ...]:
    """Return the contests that `write_doors` has told; none where nothing was ("")."""
    told = json.loads(text) if text else []
    return tuple(
        ContestDoor(each["slug"], each["title"], ContestState(each["state"])) for each in told
    )
