"""What the handlers of one server share."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from lachan.content import Content
from lachan.serving.catalogue import Catalogue
from lachan.serving.downloads import DownloadShelf
from lachan.serving.passcode import Passcode
from lachan.workflows.environment import (
    DATABASE_ENV,
    HOSTS_ENV,
    ROOT_ENV,
    SERVED_ENV,
    SNAPSHOT_ENV,
    STAFF_ENV,
)
from lachan.workflows.wrong_tries import AttemptLimiter

# Names that no kernel may inherit from the shell that started the server.
SECRET_ENV = frozenset({STAFF_ENV, DATABASE_ENV, "LACHAN_STAFF_PASSCODE"})

SESSION_HOURS = 10


@dataclass(frozen=True, slots=True)
class Site:
    """Everything a handler may ask for; found under ``settings["lachan"]``.

    `snapshot` is the file from which kernels take the content over instead of reading it anew;
    `database` the URL that staff kernels open, `find_hosts` tells them this machine's addresses.
    """

    content: Content
    catalogue: Catalogue
    passcode: Passcode
    limiter: AttemptLimiter
    downloads: DownloadShelf
    font: Callable[[int], bytes]
    kernel_env: Mapping[str, str] = field(repr=False)
    snapshot: Path | None = None
    database: str = field(default="", repr=False)
    find_hosts: Callable[[], tuple[str, ...]] = tuple

    def env_for(self, *, staff: bool) -> dict[str, str]:
        """Return the environment of a new kernel; only staff apps get the staff mark."""
        env = {name: value for name, value in self.kernel_env.items() if name not in SECRET_ENV}
        env[ROOT_ENV] = str(self.content.root)
        env[SERVED_ENV] = "1"
        if self.snapshot is not None:
            env[SNAPSHOT_ENV] = str(self.snapshot)
        if staff:
            env[STAFF_ENV] = "1"
            env[DATABASE_ENV] = self.database
            env[HOSTS_ENV] = " ".join(self.find_hosts())
        return env
