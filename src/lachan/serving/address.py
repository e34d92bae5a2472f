"""Where a server can be reached, and how that is told to people."""

from __future__ import annotations

from dataclasses import dataclass, field

from lachan.serving.catalogue import STAFF_APP
from lachan.serving.passcode import PASSCODE_DIGITS

DEFAULT_PORT = 8866


@dataclass(frozen=True, slots=True)
class Address:
    """Where a server can be reached, told to the operator once it listens."""

    host: str
    port: int
    asked_port: int
    passcode: str = field(repr=False)

    @property
    def home(self) -> str:
        """The pupils' home page."""
        return f"http://{self._shown_host}:{self.port}/"

    @property
    def staff(self) -> str:
        """The teachers' and organisers' page."""
        return f"{self.home}voila/render/{STAFF_APP}"

    @property
    def moved(self) -> bool:
        """True where the port asked for was taken."""
        return self.asked_port not in (0, self.port)

    @property
    def _shown_host(self) -> str:
        host = "localhost" if self.host in ("", "0.0.0.0", "::", "127.0.0.1", "::1") else self.host  # noqa: S104
        return f"[{host}]" if ":" in host else host


def format_passcode(passcode: str) -> str:
    """Return the passcode as shown to people: eight digits in two groups of four."""
    if len(passcode) == PASSCODE_DIGITS and passcode.isdecimal():
        return f"{passcode[:4]} {passcode[4:]}"
    return passcode
