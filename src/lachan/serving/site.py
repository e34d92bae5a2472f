"""What the handlers of one server share."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from lachan.content import Content
from lachan.serving.catalogue import Catalogue
from lachan.serving.downloads import DownloadShelf
from lachan.serving.passcode import AttemptLimiter, Passcode

STAFF_ENV = "LACHAN_STAFF"
ROOT_ENV = "LACHAN_ROOT"
SERVED_ENV = "LACHAN_SERVED"

# Names that no kernel may inherit from the shell that started the server.
SECRET_ENV = frozenset({STAFF_ENV, "LACHAN_STAFF_PASSCODE"})

SESSION_HOURS = 10


@dataclass(frozen=True, slots=True)
class Site:
    """Everything a handler may ask for; found under ``settings["lachan"]``."""

    content: Content
    catalogue: Catalogue
    passcode: Passcode
    limiter: AttemptLimiter
    downloads: DownloadShelf
    font: Callable[[int], bytes]
    kernel_env: Mapping[str, str] = field(repr=False)

    def env_for(self, *, staff: bool) -> dict[str, str]:
        """Return the environment of a new kernel; only staff apps get the staff mark."""
        env = {name: value for name, value in self.kernel_env.items() if name not in SECRET_ENV}
        env[ROOT_ENV] = str(self.content.root)
        env[SERVED_ENV] = "1"
        if staff:
            env[STAFF_ENV] = "1"
        return env
