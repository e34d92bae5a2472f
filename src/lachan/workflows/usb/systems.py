"""For which systems a stick can be made, and what each of them can install."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

# The one that python.org still makes installers of, and Debian 13 has. The lock holds all three.
PYTHONS = ("3.11", "3.12", "3.13")
DEFAULT_PYTHON = "3.13"

# glibc 2.36 is Debian 12's, and Ubuntu has had a newer one since 22.10.
_GLIBC = 36


class SystemName(StrEnum):
    """What ``lachan usb --for`` can be told."""

    WINDOWS = "windows"
    MACOS = "macos"
    LINUX = "linux"


@dataclass(frozen=True, slots=True)
class System:
    """A system that a stick is for.

    Attributes
    ----------
    label
        What people call it.
    platforms
        The platform tags of wheels that it can install, besides ``any``.
    markers
        What environment markers of a requirement say on it.
    scripts
        The files of ours that the stick carries for it: the first installs, the second opens.
    line_end
        How lines of its scripts end.
    """

    label: str
    platforms: tuple[str, ...]
    markers: Mapping[str, str]
    scripts: tuple[str, str]
    line_end: str = "\n"

    def describe(self, python: str) -> dict[str, str]:
        """Return the environment that markers are judged by, with CPython 3.x as `python`."""
        return {
            **self.markers,
            "python_version": python,
            "python_full_version": f"{python}.0",
            "implementation_name": "cpython",
            "implementation_version": f"{python}.0",
            "platform_python_implementation": "CPython",
            "platform_release": "",
            "platform_version": "",
            "extra": "",
        }


SYSTEMS: Mapping[SystemName, System] = {
    SystemName.WINDOWS: System(
        label="Windows 10, 11 (64 bit)",
        platforms=("win_amd64",),
        markers={
            "os_name": "nt",
            "sys_platform": "win32",
            "platform_system": "Windows",
            "platform_machine": "AMD64",
        },
        scripts=("cai-dat.bat", "mo-la-chan.bat"),
        line_end="\r\n",
    ),
    SystemName.MACOS: System(
        label="macOS (chip Apple)",
        platforms=("macosx_12_0_arm64",),
        markers={
            "os_name": "posix",
            "sys_platform": "darwin",
            "platform_system": "Darwin",
            "platform_machine": "arm64",
        },
        scripts=("cai-dat.sh", "mo-la-chan.sh"),
    ),
    SystemName.LINUX: System(
        label="Linux (64 bit)",
        platforms=(
            *(f"manylinux_2_{minor}_x86_64" for minor in range(_GLIBC, 4, -1)),
            *("manylinux2014_x86_64", "manylinux2010_x86_64", "manylinux1_x86_64"),
            "linux_x86_64",
        ),
        markers={
            "os_name": "posix",
            "sys_platform": "linux",
            "platform_system": "Linux",
            "platform_machine": "x86_64",
        },
        scripts=("cai-dat.sh", "mo-la-chan.sh"),
    ),
}
