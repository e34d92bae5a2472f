"""Notebook files: stable bytes, and telling an untouched notebook from an edited one."""

from __future__ import annotations

import hashlib
import json
from typing import Any, cast

import nbformat
from nbformat import NotebookNode

from lachan.errors import LachanError

# nbformat raises whatever its walk over foreign JSON happens to meet.
_UNREADABLE = (
    *(ValueError, KeyError, TypeError, AttributeError, RecursionError),
    nbformat.ValidationError,
)


class NotebookError(LachanError):
    """A file is no notebook that we can read."""


def render_notebook(notebook: NotebookNode) -> str:
    """Return the notebook as JSON with sorted keys, ending in a line break."""
    return cast(str, nbformat.writes(notebook, version=4)).rstrip("\n") + "\n"


def parse_notebook(text: str, name: str) -> NotebookNode:
    """Return the notebook in `text`; raises `NotebookError` naming the file."""
    try:
        notebook: NotebookNode = nbformat.reads(text, as_version=4)
        nbformat.validate(notebook)
    except _UNREADABLE as error:
        reason = str(error).split("\n", 1)[0][:120]
        raise NotebookError(f"{name}: không phải sổ Jupyter đọc được ({reason})") from error
    return notebook


def fingerprint(notebook: NotebookNode) -> str:
    """Return a hash over what an author writes: sources, tags and our own cell metadata.

    Outputs, execution counts and what JupyterLab adds on saving stay outside, so that opening
    and saving a notebook does not count as editing it.
    """
    written = [
        (
            cell.cell_type,
            cell.source,
            sorted(cell.metadata.get("tags", [])),
            _plain(cell.metadata.get("lachan", {})),
        )
        for cell in notebook.cells
    ]
    return hashlib.sha256(json.dumps(written, sort_keys=True).encode()).hexdigest()[:16]


def is_as_written(notebook: NotebookNode) -> bool:
    """Tell whether the notebook is still what `build` once wrote."""
    recorded = notebook.metadata.get("lachan", {}).get("written")
    return bool(recorded == fingerprint(notebook))


def source_hash(source: str) -> str:
    """Return the hash that ties a widget cell's metadata to its source."""
    return hashlib.sha256(source.encode()).hexdigest()[:12]


def _plain(value: Any) -> Any:
    return json.loads(json.dumps(value))
