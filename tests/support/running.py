"""A real server in a process of its own, and plain HTTP to it."""

from __future__ import annotations

import http.client
import os
import queue
import re
import signal
import socket
import ssl
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any
from urllib.parse import urlencode, urlsplit

from support.systems import join_paths
from support.waiting import ask_until

START_DEADLINE_S = 90.0
REPLY_DEADLINE_S = 90.0
KERNEL_DEADLINE_S = 30.0
PASSCODE = "2468 1357"
TESTS = Path(__file__).parents[1]
LACHAN = ("-m", "lachan")
LOCAL_PORTS = Path("/proc/sys/net/ipv4/ip_local_port_range")
HOME = re.compile(r"https?://[^\s│]+/(?=\s|$)")
# The last that a server tells when it starts.
ALL_TOLD = re.compile(r"Ctrl\+C")


@dataclass(frozen=True)
class Reply:
    status: int
    headers: Mapping[str, str]
    body: bytes
    cookies: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        return self.body.decode()


@dataclass
class RunningServer:
    base: str
    log: Path
    pid: int
    announced: tuple[str, ...]
    tls: ssl.SSLContext | None = None
    _jars: dict[str, str] = field(default_factory=dict)

    @property
    def root(self) -> str:
        """The path below which everything lies, without the slash at its end."""
        return urlsplit(self.base).path

    def get(self, path: str, **kwargs: Any) -> Reply:
        return self.ask("GET", path, **kwargs)

    def ask(
        self,
        method: str,
        path: str,
        *,
        headers: Mapping[str, str] | None = None,
        form: Mapping[str, str] | None = None,
        cookie: str = "",
        source: str = "127.0.0.1",
    ) -> Reply:
        """Send the path exactly as written: no client of ours tidies it up."""
        parts = urlsplit(self.base)
        assert parts.hostname is not None
        place: dict[str, Any] = {"timeout": REPLY_DEADLINE_S, "source_address": (source, 0)}
        connection = (
            http.client.HTTPSConnection(parts.hostname, parts.port, context=self.tls, **place)
            if self.tls
            else http.client.HTTPConnection(parts.hostname, parts.port, **place)
        )
        sent = dict(headers or {})
        if cookie:
            sent["Cookie"] = cookie
        body = None
        if form is not None:
            sent["Content-Type"] = "application/x-www-form-urlencoded"
            body = urlencode(form)
        try:
            connection.request(method, path, body=body, headers=sent)
            answer = connection.getresponse()
            cookies = tuple(answer.headers.get_all("Set-Cookie") or ())
            return Reply(answer.status, dict(answer.headers), answer.read(), cookies)
        finally:
            connection.close()

    def log_in(
        self,
        passcode: str = PASSCODE,
        target: str = "",
        source: str = "127.0.0.1",
        headers: Mapping[str, str] | None = None,
    ) -> Reply:
        """Fill in the login form as a browser does."""
        form = f"{self.root}/lachan/dang-nhap"
        page = self.get(form, source=source, headers=headers)
        (token,) = re.findall(r'name="_xsrf" value="([^"]+)"', page.text)
        return self.ask(
            "POST",
            form,
            headers=headers,
            form={"passcode": passcode, "next": target, "_xsrf": token},
            cookie=cookie_of(page),
            source=source,
        )

    def ends_within(self, kernel_id: str, limit_s: float = KERNEL_DEADLINE_S) -> bool:
        """Tell whether a page's kernel ends before the limit."""
        path = f"{self.root}/api/kernels/{kernel_id}"
        try:
            return ask_until(lambda: self.get(path).status == 404, limit_s)
        except TimeoutError:
            return False

    def staff_cookie(self) -> str:
        """Return the cookie of an open staff session, the same one for all tests."""
        if "staff" not in self._jars:
            self._jars["staff"] = cookie_of(self.log_in())
        return self._jars["staff"]


def cookie_of(reply: Reply) -> str:
    return "; ".join(each.split(";", 1)[0] for each in reply.cookies)


def find_quiet_port() -> int:
    """Return a free port that no outgoing connection gets.

    While a server is away, one of the many who try to reach it could be given its port.
    """
    lowest = int(LOCAL_PORTS.read_text().split()[0])
    for port in Random().sample(range(lowest - 10_000, lowest), 100):
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
            return port
    raise AssertionError("no port is free")


@contextmanager
def running(
    command: Sequence[str], log: Path, ready: re.Pattern[str], env: Mapping[str, str], cwd: Path
) -> Iterator[tuple[re.Match[str], subprocess.Popen[str], list[str]]]:
    """Run a server until the block ends; the block starts once a line of its output is ready."""
    with log.open("w") as errors:
        process = subprocess.Popen(
            command,
            stdout=subprocess.PIPE,
            stderr=errors,
            text=True,
            encoding="utf-8",
            env=dict(env),
            cwd=cwd,
            start_new_session=True,
        )
    lines: queue.Queue[str] = queue.Queue()
    threading.Thread(target=_pump, args=(process, lines), daemon=True).start()
    seen: list[str] = []
    try:
        yield _wait_for(ready, lines, seen, log), process, seen
    finally:
        # One that is ending is left to it: a second Ctrl+C would cut it short.
        if process.poll() is None:
            process.send_signal(signal.SIGINT)
        try:
            process.wait(30)
        finally:
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGKILL)
                process.wait(10)
            # Not before: a pipe cannot be closed while it is waited on.
            assert process.stdout is not None
            process.stdout.close()


def _pump(process: subprocess.Popen[str], lines: queue.Queue[str]) -> None:
    assert process.stdout is not None
    try:
        for line in process.stdout:
            lines.put(line)
    except ValueError:
        return
    lines.put("")


def _wait_for(
    ready: re.Pattern[str], lines: queue.Queue[str], seen: list[str], log: Path
) -> re.Match[str]:
    while True:
        line = lines.get(timeout=START_DEADLINE_S)
        assert line, f"the server ended before it listened:\n{''.join(seen)}\n{log.read_text()}"
        seen.append(line)
        if found := ready.search(line):
            return found


def serve_command(*options: str, program: Sequence[str] = LACHAN) -> list[str]:
    """Return ``lachan serve`` on a free port, without browser and contest; options may differ."""
    words = ("serve", "--port", "0", "--no-browser", "--no-contest")
    return [sys.executable, *program, *words, *options]


def serve_env(folder: Path, **more: str) -> dict[str, str]:
    """Return an environment with a database and a state of its own, and room for long lines.

    So no test meets another's rooms and passcode, or the user's.
    """
    own = {"LACHAN_DATABASE_URL": f"sqlite:///{folder / 'lachan.db'}", "COLUMNS": "200"}
    own["XDG_STATE_HOME"] = str(folder / "state")
    return {**os.environ, **own, **more}


@contextmanager
def lachan_server(
    log: Path,
    *options: str,
    cwd: Path,
    passcode: str = PASSCODE,
    env: Mapping[str, str] | None = None,
    tls: ssl.SSLContext | None = None,
    program: Sequence[str] = LACHAN,
) -> Iterator[RunningServer]:
    """Run ``lachan serve`` on a free port; no page is drawn ahead unless an option says so.

    `program` is what stands before its options.
    """
    # A program of the tests' own is found beside them.
    path = join_paths(TESTS, os.environ.get("PYTHONPATH", ""))
    mine = {} if program is LACHAN else {"PYTHONPATH": path}
    environ = serve_env(log.parent, **{"LACHAN_STAFF_PASSCODE": passcode, **mine, **(env or {})})
    command = serve_command("--ready", "0", *options, program=program)
    with running(command, log, HOME, environ, cwd) as (found, process, seen):
        base = found.group(0).rstrip("/")
        yield RunningServer(base, log, process.pid, tuple(seen), tls)


def running_output(*options: str, cwd: Path, log: Path) -> str:
    """Return all that ``lachan serve`` tells its operator, who sits at a terminal."""
    command = serve_command("--ready", "0", *options)
    env = serve_env(log.parent, FORCE_COLOR="1", NO_COLOR="1")
    with running(command, log, ALL_TOLD, env, cwd) as found:
        return re.sub(r"\x1b\[[0-9;]*m", "", "".join(found[2]))
