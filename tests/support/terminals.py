"""Pseudo-terminals, for what is told only to somebody who sits at a terminal."""

from __future__ import annotations

import pty

import pytest


def open_terminal() -> tuple[int, int]:
    """Return both ends of a new terminal; the test fails in words where a machine has none."""
    try:
        return pty.openpty()
    except OSError as error:
        pytest.fail(
            f"this test needs a pseudo-terminal, and the machine gives none ({error}): "
            "/dev/ptmx or /dev/pts is missing. In a chroot or container: mkdir -p /dev/pts; "
            "mount -t devpts -o newinstance,ptmxmode=0666 devpts /dev/pts; "
            "ln -sf pts/ptmx /dev/ptmx"
        )
