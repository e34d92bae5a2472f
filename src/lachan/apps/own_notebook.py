"""The file in which a cell runs, as far as its kernel can tell."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

# Jupyter Server tells a kernel the path of its notebook so.
SESSION_ENV = "JPY_SESSION_NAME"


def find_own_notebook(environment: Mapping[str, str]) -> Path | None:
    """Return the notebook that Jupyter Server named, or None where it named none."""
    path = Path(environment.get(SESSION_ENV, ""))
    return path if path.suffix == ".ipynb" and path.is_file() else None
