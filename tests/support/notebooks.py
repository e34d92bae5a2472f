"""Run a notebook as Jupyter does."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import nbformat
from nbclient import NotebookClient
from traitlets.config import Config


def run_notebook(notebook: nbformat.NotebookNode, folder: Path) -> nbformat.NotebookNode:
    """Return the notebook, with what its cells show, run in the folder.

    Kernel and client meet at sockets in the file system: a port is chosen before the kernel takes
    it, and meanwhile one of the many connections of the tests beside may have it.
    """
    with TemporaryDirectory() as sockets:
        place = {"transport": "ipc", "ip": f"{sockets}/kernel"}
        client = NotebookClient(
            notebook,
            timeout=120,
            resources={"metadata": {"path": folder}},
            config=Config({"KernelManager": place}),
        )
        return client.execute()
