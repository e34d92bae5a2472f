"""Where a server can be reached, and how that is told to people."""

from __future__ import annotations

from dataclasses import dataclass, field

from lachan.domain.hosts import format_host, is_local_host
from lachan.web.passcode import PASSCODE_DIGITS

DEFAULT_PORT = 8866
LOCAL_NAME = "localhost"
STAFF_APP = "giao_vien.ipynb"
EVERYWHERE = ("", "0.0.0.0", "::")  # noqa: S104


@dataclass(frozen=True, slots=True)
class Address:
    """Where a server can be reached, told to the operator once it listens.

    `passcode` is the one that the kit made; "" where the operator gave one, since whoever gave it
    knows it and a service's journal keeps what is told. `network` holds the addresses by which
    other machines come in, for a server that listens on all or whose door for them is open (`lan`).
    `passcode_kept` tells whether the next start has the same passcode.
    """

    host: str
    port: int
    asked_port: int
    passcode: str = field(repr=False)
    scheme: str = "http"
    base_url: str = "/"
    network: tuple[str, ...] = ()
    lan: bool = False
    passcode_kept: bool = True

    @property
    def home(self) -> str:
        """The pupils' home page, as this machine opens it."""
        return self._find_home(self._shown_host)

    @property
    def shared(self) -> bool:
        """True where the operator wants other machines to come."""
        return self.lan or self._shown_host != LOCAL_NAME or self.host in EVERYWHERE

    @property
    def network_homes(self) -> tuple[str, ...]:
        """The pupils' home page as other machines open it, the likeliest address first."""
        if self._shown_host == LOCAL_NAME and (self.lan or self.host in EVERYWHERE):
            return tuple(map(self._find_home, self.network))
        return (self.home,) if self.shared else ()

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
        here = self.host in EVERYWHERE or is_local_host(self.host)
        return LOCAL_NAME if here else self.host

    def _find_home(self, host: str) -> str:
        usual = {"http": 80, "https": 443}[self.scheme]
        port = "" if self.port == usual else f":{self.port}"
        return f"{self.scheme}://{format_host(host)}{port}{self.base_url}"


def format_passcode(passcode: str) -> str:
    """Return the passcode as shown to people: eight digits in two groups of four."""
    if len(passcode) == PASSCODE_DIGITS and passcode.isdecimal():
        return f"{passcode[:4]} {passcode[4:]}"
    return passcode
