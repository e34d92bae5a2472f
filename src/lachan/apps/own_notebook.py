"""The file in which a cell runs, as far as its kernel can tell."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

from lachan.exchange.carried_items import CarriedItems
from lachan.limits.files import LARGEST_NOTEBOOK
from lachan.notebooks import NotebookError, parse_notebook
from lachan.workflows.carried_items import read_carried

# Jupyter Server tells a kernel the path of its notebook so.
SESSION_ENV = "JPY_SESSION_NAME"

# A folder with more notebooks is no place for a copied lesson.
MOST_NOTEBOOKS = 100


def find_own_notebook(environment: Mapping[str, str]) -> Path | None:
    """Return the notebook that Jupyter Server named, or None where it named none."""
    path = Path(environment.get(SESSION_ENV, ""))
    return path if path.suffix == ".ipynb" and path.is_file() else None


def find_carried(own: Path | None, folder: Path, item_ids: Collection[str]) -> CarriedItems:
    """Return what the notebook carries; where it is not known, what one beside it carries.

    Parameters
    ----------
    own
        As `find_own_notebook` gave it.
    folder
        Where the kernel runs, which Jupyter makes the notebook's folder.
    item_ids
        What is asked: of several notebooks, the first that carries any of it counts.
    """
    for path in [own] if own else _list_notebooks(folder):
        carried = _read(path)
        if any(item.id in item_ids for item in carried.items):
            return carried
    return CarriedItems()


def _list_notebooks(folder: Path) -> Iterator[Path]:
    found = sorted(folder.glob("*.ipynb"))
    yield from found[:MOST_NOTEBOOKS]


def _read(path: Path) -> CarriedItems:
    if path.stat().st_size > LARGEST_NOTEBOOK.value:
        return CarriedItems()
    try:
        notebook = parse_notebook(path.read_text(encoding="utf-8"), path.name)
    except (NotebookError, UnicodeDecodeError):
        # Another notebook in the folder is not what was asked about.
        return CarriedItems()
    return read_carried(notebook, path.name)
