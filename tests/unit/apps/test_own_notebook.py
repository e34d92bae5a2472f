"""Which file a kernel takes for its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from lachan.apps.own_notebook import SESSION_ENV, find_own_notebook


def test_jupyter_server_names_the_notebook(tmp_path: Path) -> None:
    path = tmp_path / "so.ipynb"
    path.touch()

    assert path == find_own_notebook({SESSION_ENV: str(path)})


@pytest.mark.parametrize("name", ["", "console-1", "/nowhere/so.ipynb"])
def test_another_session_names_none(name: str) -> None:
    assert find_own_notebook({SESSION_ENV: name}) is None
    assert find_own_notebook({}) is None
