"""A lock is read for the system named, whichever system reads it."""

from __future__ import annotations

from pathlib import Path

import pytest

from lachan.workflows.usb.lock import Pin, read_pins
from lachan.workflows.usb.systems import PYTHONS, SYSTEMS, SystemName

LOCK = """\
# made by a tool
appnope==1.0 ; sys_platform == 'darwin' \\
    --hash=sha256:aa
    # via
    #   ipykernel
numpy==2.3 \\
    --hash=sha256:bb \\
    --hash=sha256:cc
pywinpty==3.0 ; os_name == 'nt' and python_full_version < '3.13' \\
    --hash=sha256:dd
"""


@pytest.mark.parametrize(
    ("system", "python", "names"),
    [
        (SystemName.MACOS, "3.13", ["appnope", "numpy"]),
        (SystemName.LINUX, "3.13", ["numpy"]),
        (SystemName.WINDOWS, "3.12", ["numpy", "pywinpty"]),
        (SystemName.WINDOWS, "3.13", ["numpy"]),
    ],
)
def test_markers_are_judged_by_the_other_system(
    system: SystemName, python: str, names: list[str]
) -> None:
    assert names == [pin.name for pin in read_pins(LOCK, SYSTEMS[system].describe(python))]


def test_a_pin_keeps_its_digests_and_drops_its_condition() -> None:
    pins = read_pins(LOCK, SYSTEMS[SystemName.WINDOWS].describe("3.12"))

    assert Pin("numpy", "2.3", ("sha256:bb", "sha256:cc")) == pins[0]
    assert "pywinpty==3.0 --hash=sha256:dd" == pins[1].line


@pytest.mark.parametrize("python", PYTHONS)
@pytest.mark.parametrize("system", SYSTEMS)
def test_every_package_of_the_real_lock_is_pinned_once(
    repository: Path, system: SystemName, python: str
) -> None:
    lock = (repository / "requirements/run.txt").read_text("utf-8")
    pins = read_pins(lock, SYSTEMS[system].describe(python))

    assert len({pin.name for pin in pins}) == len(pins) > 100
    assert all(pin.version and pin.digests for pin in pins)
