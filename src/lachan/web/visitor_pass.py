"""Whose room inside a notebook it is: a name for an address that the server of apps has signed.

Such a room asks the contest room from the server's own machine. The server of apps writes a name
for each visitor's address, made and signed with a key that only it and the contest room know, into
a file that it names to the visitor's kernel; the kernel passes the text on and can make no other.
No address lies in that file, and a name tells nothing without the key.
"""

from __future__ import annotations

import hmac
import secrets
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from lachan.domain.hosts import find_network

KEY_BYTES = 32


def make_key() -> str:
    """Return a new key for signing."""
    return secrets.token_hex(KEY_BYTES)


def sign_visitor(address: str, key: str) -> str:
    """Return the pass of whoever came from `address`."""
    name = name_network(address, key)
    return f"{name} {_sign(name, key)}"


def name_network(address: str, key: str) -> str:
    """Return the name under which the contest room counts an address; itself without a key."""
    network = find_network(address)
    return _digest(f"lachan-ten {network}", key) if key else network


def find_visitor(told: str, key: str) -> str:
    """Return the name in a pass, "" where the pass was not signed with `key`, or no key is."""
    name, _, signed = told.rpartition(" ")
    known = bool(key) and hmac.compare_digest(_sign(name, key).encode(), signed.encode())
    return name if known else ""


def read_pass(path: str) -> str:
    """Return the pass in a file; "" where there is none."""
    try:
        return Path(path).read_text(encoding="utf-8") if path else ""
    except OSError:
        return ""


@dataclass(frozen=True, slots=True)
class PassFolder:
    """Passes as files, each named to one kernel before anyone has come for it."""

    folder: Path
    key: str = field(repr=False)

    def find_path(self, kernel_id: str) -> Path:
        """Return where the kernel of that id finds the pass of its visitor."""
        return self.folder / f"khach-{kernel_id}"

    def give(self, kernel_id: str, address: str) -> None:
        """Write down who has come for a kernel."""
        path = self.find_path(kernel_id)
        # A kernel that asks meanwhile reads the whole of it or nothing.
        made = path.with_suffix(".moi")
        made.write_text(sign_visitor(address, self.key), encoding="utf-8")
        made.replace(path)

    def take_back(self, kernel_id: str) -> None:
        """Remove the pass of a kernel that has ended."""
        self.find_path(kernel_id).unlink(missing_ok=True)


def _sign(name: str, key: str) -> str:
    return _digest(f"lachan-khach {name}", key)


def _digest(text: str, key: str) -> str:
    return hmac.new(key.encode(), text.encode(), sha256).hexdigest()
