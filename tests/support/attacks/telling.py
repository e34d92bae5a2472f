"""The command ``lachan`` as a program that tells the addresses of what it serves when it is asked.

A test makes the pipe in the folder where the command runs, sends SIGUSR1, and reads.
"""

from __future__ import annotations

import json
import os
import signal
from collections.abc import Iterator
from pathlib import Path

from tornado.routing import PathMatches, Router, RuleRouter
from tornado.web import Application

from support.running import RunningServer

PIPE = "dia-chi"
TELLING = ("-m", "support.attacks.telling")


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


def ask_for_patterns(server: RunningServer) -> list[str]:
    """Return the patterns of a server that runs by `TELLING`."""
    pipe = server.log.parent / PIPE
    os.mkfifo(pipe)
    os.kill(server.pid, signal.SIGUSR1)
    try:
        patterns: list[str] = json.loads(pipe.read_text(encoding="utf-8"))
        return patterns
    finally:
        pipe.unlink()


def run() -> None:
    """Run the command; nothing else of it is changed."""
    from lachan.cli import main

    def tell(_signal: int, _frame: object) -> None:
        from lachan.serving import LachanServer

        patterns = list(find_patterns(LachanServer.instance().app))
        Path(PIPE).write_text(json.dumps(patterns), encoding="utf-8")

    signal.signal(signal.SIGUSR1, tell)
    main()


if __name__ == "__main__":
    run()
