"""Content that was read once, handed to other processes of the same server.

Reading 26 lessons and 580 items from their sources costs a process about a second; taking the
values over costs a fifth of that. A snapshot is pickled, so it must never be read from a place
that others can write: the server keeps it in a private folder and removes it when it ends.
"""

from __future__ import annotations

import functools
import pickle
from dataclasses import replace
from pathlib import Path

from lachan.content import Content
from lachan.workflows.write_files import write_private_bytes


def write_snapshot(content: Content, path: Path) -> None:
    """Write the content's values, without the places of values in their files."""
    slim = replace(content, positions={}, problems=())
    write_private_bytes(path, pickle.dumps(slim, protocol=pickle.HIGHEST_PROTOCOL))


@functools.cache
def read_snapshot(path: Path) -> Content:
    """Return what `write_snapshot` wrote; only for a file that this server made itself.

    Read once a process: a kernel forked from one that has read it takes the values along.
    """
    content: Content = pickle.loads(path.read_bytes())  # noqa: S301 - see the module
    return content
