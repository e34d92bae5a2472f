"""What an exporter is given by nbconvert, and the content that belongs to it."""

from __future__ import annotations

import logging
import os
from pathlib import Path
from typing import Any

from nbformat import NotebookNode

from lachan.content import Content
from lachan.workflows.content.opening import open_named_content
from lachan.workflows.lessons.carried_items import describe_changed


def notebook_name(resources: dict[str, Any] | None) -> str:
    """Return the notebook's file name as nbconvert knows it."""
    name = (resources or {}).get("metadata", {}).get("name") or "notebook"
    return f"{name}.ipynb"


def open_content_for(root: str, resources: dict[str, Any] | None) -> Content:
    """Return the content at `root`, else at the environment's LACHAN_ROOT, else what is near.

    Near is first the notebook's own folder, which nbconvert tells for a notebook from a file.
    """
    folder = (resources or {}).get("metadata", {}).get("path")
    near = None if folder is None else Path(folder)
    return open_named_content(os.environ, Path(root) if root else None, near=near)


def tell_of_changes(
    notebook: NotebookNode,
    name: str,
    content: Content,
    log: logging.Logger | logging.LoggerAdapter[logging.Logger],
) -> None:
    """Warn where the content asks a carried question in another way than the notebook's."""
    if words := describe_changed(content, notebook.metadata):
        log.warning("%s: %s", name, words)
