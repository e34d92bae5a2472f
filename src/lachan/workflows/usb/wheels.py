"""Wheels by pip: other projects' downloaded for a system, our own built from its sources."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from lachan.errors import LachanError
from lachan.processes import PIPE, STDOUT, list_environment, start_python
from lachan.workflows.usb.lock import Pin
from lachan.workflows.usb.systems import System

# Where an index is, how it is reached and whom it trusts is told to pip by its user.
_OF_PIP = ("PIP_", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY", "SSL_CERT", "REQUESTS_CA")
_PIP = ("-m", "pip", "--disable-pip-version-check", "--no-input", "--no-color")
_UNREACHABLE = (
    "connection broken",
    "Failed to establish a new connection",
    "Max retries exceeded",
    "Could not fetch URL",
    "Read timed out",
)
_WRONG_BYTES = "DO NOT MATCH THE HASHES"
_TAKEN = "Collecting "
_SHOWN_LINES = 3


class WheelError(LachanError):
    """A wheel could not be had."""


def download_wheels(
    pins: Sequence[Pin], system: System, python: str, folder: Path, advance: Callable[[], None]
) -> None:
    """Put the wheel of each pin into `folder`, its bytes held to the lock's digests.

    Parameters
    ----------
    python
        The version of CPython, as ``3.13``.
    advance
        Told each time that pip turns to the next package.

    Raises
    ------
    WheelError
        Where the index cannot be reached, has no such wheel, or gives other bytes.
    """
    wanted = folder / "wanted.txt"
    wanted.write_text("\n".join(pin.line for pin in pins) + "\n", encoding="utf-8")
    cpython = f"cp{python.replace('.', '')}"
    arguments = [
        *("download", "--no-deps", "--require-hashes", "--only-binary", ":all:"),
        *("--progress-bar", "off", "--retries", "2", "--dest", str(folder)),
        *("--implementation", "cp", "--python-version", python),
        *(each for abi in (cpython, "abi3", "none") for each in ("--abi", abi)),
        *(each for tag in system.platforms for each in ("--platform", tag)),
        *("-r", str(wanted)),
    ]
    try:
        _run_pip(arguments, advance)
    finally:
        wanted.unlink()


def build_wheel(sources: Path, folder: Path) -> Path:
    """Return the kit's own wheel, built into `folder`; raises `WheelError`."""
    folder.mkdir()
    _run_pip(
        ["wheel", "--no-deps", "--no-build-isolation", "--wheel-dir", str(folder), str(sources)],
        lambda: None,
    )
    [wheel] = folder.glob("*.whl")
    return wheel


def pin_wheel(wheel: Path) -> Pin:
    """Return the pin of a wheel that lies here."""
    name, version, *_ = wheel.name.split("-")
    digest = hashlib.sha256(wheel.read_bytes()).hexdigest()
    return Pin(name, version, (f"sha256:{digest}",))


def _run_pip(arguments: Sequence[str], advance: Callable[[], None]) -> None:
    also = {name for name in os.environ if name.upper().startswith(_OF_PIP)}
    env = list_environment(os.environ, {name.upper() for name in also})
    told = []
    with start_python([*_PIP, *arguments], env, stdout=PIPE, stderr=STDOUT) as child:
        try:
            for raw in child.stdout or ():
                line = raw.decode("utf-8", "replace").rstrip()
                told.append(line)
                if line.startswith(_TAKEN):
                    advance()
        finally:
            child.kill()
    if child.wait():
        raise WheelError(_explain("\n".join(told)))


def _explain(told: str) -> str:
    """Return what went wrong in words, with what pip says of it."""
    if _WRONG_BYTES in told:
        return (
            "Gói tải về không đúng mã băm ghi trong requirements/run.txt nên không dùng; kho gói "
            f"hoặc đường truyền đã bị đổi. Chưa ghi gì.\n{_quote(told)}"
        )
    if any(each in told for each in _UNREACHABLE):
        return (
            "Không tới được kho gói trên mạng. Hãy nối mạng (hoặc đặt proxy, PIP_INDEX_URL) rồi "
            f"chạy lại. Chưa ghi gì.\n{_quote(told)}"
        )
    return f"pip không làm được phần việc của nó; chưa ghi gì.\n{_quote(told)}"


def _quote(told: str) -> str:
    return "\n".join(f"  pip: {line}" for line in _last_errors(told))


def _last_errors(told: str) -> Iterator[str]:
    lines = [line for line in told.splitlines() if line.strip()]
    errors = [line for line in lines if "ERROR" in line] or lines
    yield from errors[-_SHOWN_LINES:]
