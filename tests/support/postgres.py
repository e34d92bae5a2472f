"""A PostgreSQL of the tests' own: Debian's programs, a folder that is thrown away, one socket."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psycopg

PROGRAMS = Path("/usr/lib/postgresql")
ACCOUNT = "postgres"


@dataclass
class RunningPostgres:
    """A server that listens on a socket in `folder` and nowhere else."""

    folder: Path
    programs: Path
    settings: str

    def start(self) -> None:
        options = f"-k {self.folder} -c listen_addresses='' {self.settings}"
        self._control("start", "--wait", "--log", f"{self.folder}/log", "--options", options)

    def stop(self, mode: str = "fast") -> None:
        """Stop; `mode` "immediate" is as if the power had failed."""
        self._control("stop", "--wait", "--mode", mode)

    def url(self, database: str) -> str:
        return f"postgresql://{ACCOUNT}@/{database}?host={self.folder}"

    @contextmanager
    def database(self, name: str, like: str = "template1") -> Iterator[str]:
        """Make a copy of a database, by default of an empty one, and drop it at the end."""
        self._run(f'CREATE DATABASE "{name}" TEMPLATE "{like}"')
        yield self.url(name)
        self._run(f'DROP DATABASE "{name}" WITH (FORCE)')

    def _run(self, statement: str) -> None:
        with psycopg.connect(self.url("postgres"), autocommit=True) as connection:
            connection.execute(statement)

    def _control(self, *words: str) -> None:
        _call_as_account([str(self.programs / "pg_ctl"), "--pgdata", f"{self.folder}/data", *words])


@contextmanager
def running_postgres(settings: str = "-c fsync=off") -> Iterator[RunningPostgres]:
    """Start a server in a new folder; a machine without PostgreSQL fails.

    Parameters
    ----------
    settings
        Options of the server. Without fsync it starts fast, and does not survive a power cut.
    """
    programs = max(PROGRAMS.glob("*/bin"), default=None, key=lambda path: int(path.parent.name))
    assert programs, "PostgreSQL is missing: apt-get install postgresql"
    # A socket's path may have 107 bytes at most, which pytest's own folders can exceed.
    folder = Path(tempfile.mkdtemp(prefix="lachan-pg-"))
    try:
        if os.getuid() == 0:
            shutil.chown(folder, ACCOUNT)
        initdb = [str(programs / "initdb"), "--pgdata", f"{folder}/data", "--username", ACCOUNT]
        _call_as_account([*initdb, "--auth", "trust", "--encoding", "UTF8", "--no-sync"])
        server = RunningPostgres(folder, programs, settings)
        server.start()
        try:
            yield server
        finally:
            server.stop()
    finally:
        shutil.rmtree(folder)


def _call_as_account(words: Sequence[str]) -> None:
    """Run as postgres where we are root, whom the server refuses to run for."""
    account = pwd.getpwnam(ACCOUNT) if os.getuid() == 0 else None
    done = subprocess.run(
        words,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        cwd="/",
        check=False,
        env={**os.environ, "LC_ALL": "C.UTF-8"},
        user=account and account.pw_uid,
        group=account and account.pw_gid,
        extra_groups=None if account is None else [],
    )
    assert done.returncode == 0, done.stdout
