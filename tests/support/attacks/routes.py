"""The addresses of both servers as their applications know them, not as anyone lists them.

``python -m support.attacks.routes ROOT APPS`` runs the server of lessons as `lachan serve` does,
prints its table and ends.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tornado.routing import PathMatches, Router, RuleRouter
from tornado.web import Application

from lachan.contest_room.application import make_application
from lachan.contest_room.gate import EntryLimits
from lachan.contest_room.pages import RoomPages
from lachan.contest_room.site import RoomSite
from lachan.workflows.contests.desk import ContestDesk
from support.contests import Hall

CLASSROOM_BASE = "/lop-hoc/"
ROOM_BASE = "/thi/"


def find_patterns(application: Application) -> Iterator[str]:
    """Yield the pattern of every rule, in the order in which they are tried."""
    for router in (application.wildcard_router, application.default_router):
        yield from _walk(router)


def _walk(router: Router) -> Iterator[str]:
    assert isinstance(router, RuleRouter), f"a router that nobody knows how to read: {router}"
    for rule in router.rules:
        if isinstance(rule.matcher, PathMatches):
            yield rule.matcher.regex.pattern
        elif isinstance(rule.target, Router) and rule.target is not router:
            # The table of constructor and of `add_handlers` hang in each other.
            yield from _walk(rule.target)


def strip_base(pattern: str, base: str) -> str:
    """Return a pattern without the base and the end that tornado adds."""
    return pattern.removesuffix("$").removeprefix(base)


def read_room_patterns(hall: Hall, apps_dir: Path) -> set[str]:
    """Return the patterns of the contest room."""
    with ThreadPoolExecutor(1) as executor:
        desk = ContestDesk(hall.database, {})
        pages = RoomPages(apps_dir, ROOM_BASE, "")
        limits = EntryLimits(time.monotonic)
        site = RoomSite(desk, pages, limits, executor, time.monotonic, ROOM_BASE)
        return {strip_base(each, ROOM_BASE) for each in find_patterns(make_application(site))}


def read_classroom_patterns(root: Path, apps_dir: Path, folder: Path) -> set[str]:
    """Return the patterns of the server of lessons, which has to run for it."""
    command = [sys.executable, "-m", "support.attacks.routes", str(root), str(apps_dir)]
    tests = Path(__file__).parents[2]
    env = {
        **os.environ,
        "PYTHONPATH": str(tests),
        "LACHAN_DATABASE_URL": f"sqlite:///{folder / 'routes.db'}",
    }
    told = subprocess.run(
        command, env=env, cwd=folder, capture_output=True, text=True, timeout=300, check=True
    )
    return {strip_base(each, CLASSROOM_BASE) for each in json.loads(told.stdout)}


def tell_classroom_patterns(root: Path, apps_dir: Path) -> None:
    """Run the server of lessons until it listens, and print its patterns."""
    from lachan.content import load_content
    from lachan.serving import LachanServer, Listening, serve

    def tell(_: object) -> None:
        print(json.dumps(list(find_patterns(LachanServer.instance().app))))
        os.kill(os.getpid(), signal.SIGINT)

    listening = Listening(port=0, base_url=CLASSROOM_BASE)
    serve(
        load_content(root),
        listening=listening,
        apps_dir=apps_dir,
        fork=False,
        ready_pages=0,
        announce=tell,
    )


if __name__ == "__main__":
    tell_classroom_patterns(*map(Path, sys.argv[1:]))
