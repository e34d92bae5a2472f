"""The addresses of both servers as their applications know them, not as anyone lists them."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from lachan.contest_room.application import make_application
from lachan.contest_room.gate import EntryLimits
from lachan.contest_room.pages import RoomPages
from lachan.contest_room.site import RoomSite
from lachan.workflows.contests.desk import ContestDesk
from support.attacks.telling import ask_for_patterns, find_patterns
from support.contests import Hall
from support.running import RunningServer


def strip_base(pattern: str, base: str) -> str:
    """Return a pattern without the base and the end that tornado adds; the base alone is BARE."""
    whole = pattern.removesuffix("$")
    return "BARE" if f"{whole}/" == base else whole.removeprefix(base)


def read_classroom_patterns(server: RunningServer) -> set[str]:
    """Return the patterns of a server of lessons that runs as a program that tells them."""
    return {strip_base(each, f"{server.root}/") for each in ask_for_patterns(server)}


def read_room_patterns(hall: Hall, apps_dir: Path, base: str) -> set[str]:
    """Return the patterns of the contest room below a base."""
    with ThreadPoolExecutor(1) as executor:
        desk = ContestDesk(hall.database, {})
        pages = RoomPages(apps_dir, base, "")
        limits = EntryLimits(time.monotonic)
        site = RoomSite(desk, pages, limits, executor, time.monotonic, base)
        return {strip_base(each, base) for each in find_patterns(make_application(site))}
