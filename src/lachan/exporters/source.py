"""What an exporter is given by nbconvert, and the content that belongs to it."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from lachan.content import Content
from lachan.workflows import open_named_content


def notebook_name(resources: dict[str, Any] | None) -> str:
    """Return the notebook's file name as nbconvert knows it."""
    name = (resources or {}).get("metadata", {}).get("name") or "notebook"
    return f"{name}.ipynb"


def open_content_for(root: str) -> Content:
    """Return the content at `root`, at the environment's LACHAN_ROOT, or around this folder."""
    return open_named_content(os.environ, Path(root) if root else None)
