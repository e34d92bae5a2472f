"""Kernels that are forked from a process which has everything loaded already.

Most of a kernel's start is importing; most of its memory is what it imported. One template
process imports all of it once and forks a child for each kernel: a start costs hundredths of a
second, and the children share the template's pages. Linux only; `ForkProvisioner` starts
kernels the ordinary way elsewhere, for kernels that are not Python's, and where no template runs.
"""

from __future__ import annotations

import sys

# pidfd_open, and fork without the surprises of macOS' frameworks.
SUPPORTED = sys.platform == "linux"
PROVISIONER = "lachan-fork"

__all__ = ["PROVISIONER", "SUPPORTED"]
