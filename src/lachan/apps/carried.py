"""The notebook that carries the items of a quiz, found from inside its kernel."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import Any

from lachan.limits.files import LARGEST_NOTEBOOK
from lachan.workflows.lessons.carried_items import list_carried

# A folder with more notebooks is no place for a copied lesson.
MOST_NOTEBOOKS = 100


def find_carrier(
    own: Path | None, folder: Path, item_ids: Collection[str]
) -> tuple[str, Mapping[str, Any]]:
    """Return the name and the metadata of the notebook that carries any of the items.

    Both are empty where none does.

    Parameters
    ----------
    own
        The notebook's file, as `find_own_notebook` gave it; where it is None, those in `folder`
        are looked at.
    folder
        Where the kernel runs, which Jupyter makes the notebook's folder.
    item_ids
        What is asked.
    """
    for path in [own] if own else _list_notebooks(folder):
        metadata = _read_metadata(path)
        if list_carried(metadata).keys() & set(item_ids):
            return path.name, metadata
    return "", {}


def _list_notebooks(folder: Path) -> Iterator[Path]:
    found = sorted(folder.glob("*.ipynb"))
    yield from found[:MOST_NOTEBOOKS]


def _read_metadata(path: Path) -> Mapping[str, Any]:
    """Return a notebook's metadata; of what is none, nothing: it is not what was asked about."""
    # As plain JSON: nbformat takes longer to load than all the rest of a quiz.
    try:
        if path.stat().st_size > LARGEST_NOTEBOOK.value:
            return {}
        metadata = json.loads(path.read_bytes())["metadata"]
    except (OSError, ValueError, KeyError, TypeError):
        return {}
    return metadata if isinstance(metadata, dict) else {}
