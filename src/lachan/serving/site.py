"""What the handlers of one server share."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from lachan.content import Content
from lachan.domain.contests.doors import ContestDoor
from lachan.domain.contests.roles import Role
from lachan.processes import list_environment
from lachan.serving.catalogue import Catalogue
from lachan.serving.staff.downloads import DownloadShelf
from lachan.serving.staff.login_throttle import LoginThrottle
from lachan.serving.staff.sessions import StaffSessions
from lachan.web.contest_doors import write_doors
from lachan.web.passcode import Passcode
from lachan.workflows.environment import (
    BANKS_ENV,
    CONTEST_ENV,
    DATABASE_ENV,
    DATABASE_NAMES,
    DOORS_ENV,
    HOSTS_ENV,
    ROLE_ENV,
    ROOT_ENV,
    SCHOOL_ENV,
    SERVED_ENV,
    SNAPSHOT_ENV,
    STAFF_ENV,
)


@dataclass(frozen=True, slots=True)
class Site:
    """Everything a handler may ask for; found under ``settings["lachan"]``.

    `environ` is the server's own environment, of which kernels get what is listed; `snapshot` the
    file from which kernels take the content over instead of reading it anew; `database` the URL
    that staff kernels open, `hosts_file` where they read under which addresses a class comes in,
    `banks` the folders of private items to those of organisers; `visitor_key` signs for the contest
    room who came for a kernel, and `find_doors` tells pages which contests are on there.
    `role_passcodes` are those of roles that see less than organisers, whose passcode
    `find_passcode` tells; `takes_new_passcode` tells once when that has changed.
    """

    content: Content
    catalogue: Catalogue
    find_passcode: Callable[[], Passcode]
    throttle: LoginThrottle
    sessions: StaffSessions
    downloads: DownloadShelf
    font: Callable[[int], bytes]
    environ: Mapping[str, str] = field(repr=False)
    snapshot: Path | None = None
    database: str = field(default="", repr=False)
    hosts_file: Path | None = None
    find_doors: Callable[[], Sequence[ContestDoor]] = tuple
    takes_new_passcode: Callable[[], bool] = bool
    role_passcodes: Mapping[Role, Passcode] = field(default_factory=dict, repr=False)
    banks: tuple[Path, ...] = ()
    visitor_key: str = field(default="", repr=False)

    @property
    def passcode(self) -> Passcode:
        """The organisers' passcode as it is now."""
        return self.find_passcode()

    @property
    def passcodes(self) -> Mapping[Role, Passcode]:
        """The passcode of each role that has one."""
        return {**self.role_passcodes, Role.ORGANISER: self.passcode}

    def find_role(self, typed: str, among: Collection[Role]) -> Role | None:
        """Return the one of these roles whose passcode was typed."""
        passcodes = self.passcodes
        matching = [role for role in among if passcodes[role].matches(typed)]
        return matching[0] if matching else None

    def env_for(self, role: Role | None) -> dict[str, str]:
        """Return the environment of a new kernel for someone with a role, or for a pupil.

        Only organisers' kernels get the staff mark, which opens what shows keys.
        """
        names = (CONTEST_ENV, *(DATABASE_NAMES if role is not None else ()))
        env = list_environment(self.environ, names)
        env[ROOT_ENV] = str(self.content.root)
        if self.content.school is not None:
            env[SCHOOL_ENV] = str(self.content.school)
        env[SERVED_ENV] = "1"
        if doors := self.find_doors():
            env[DOORS_ENV] = write_doors(doors)
        if self.snapshot is not None:
            env[SNAPSHOT_ENV] = str(self.snapshot)
        if role is not None:
            env[ROLE_ENV] = role.value
            env[DATABASE_ENV] = self.database
            if self.hosts_file is not None:
                env[HOSTS_ENV] = str(self.hosts_file)
        if role is Role.ORGANISER:
            env[STAFF_ENV] = "1"
            env[BANKS_ENV] = os.pathsep.join(map(str, self.banks))
        return env
