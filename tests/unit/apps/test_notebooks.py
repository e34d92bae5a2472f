"""The notebooks in voila_apps/ stay thin: they call one function of ours."""

from __future__ import annotations

import ast
import importlib
import json
from pathlib import Path
from typing import Any

import pytest

APPS = sorted((Path(__file__).resolve().parents[3] / "voila_apps").glob("*.ipynb"))


def read(path: Path) -> dict[str, Any]:
    notebook: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return notebook


def code_of(path: Path) -> list[str]:
    return ["".join(c["source"]) for c in read(path)["cells"] if c["cell_type"] == "code"]


def test_all_are_there() -> None:
    assert [path.stem for path in APPS] == [
        "bai_hoc",
        "bai_hoc_giao_vien",
        "dieu_hanh",
        "giao_vien",
        "lop_hoc",
        "luyen_tap",
        "phong_thi",
        "ra_de",
        "soan_cau",
        "trang_chu",
    ]


@pytest.mark.parametrize("path", APPS, ids=lambda path: path.stem)
def test_notebook_is_thin_and_clean(path: Path) -> None:
    notebook = read(path)
    assert 1 <= len(code_of(path)) <= 3
    for cell in notebook["cells"]:
        assert not cell.get("outputs")
        assert cell.get("execution_count") is None
    assert notebook["metadata"]["kernelspec"]["name"] == "python3"
    assert notebook["metadata"]["title"]


@pytest.mark.parametrize("path", APPS, ids=lambda path: path.stem)
def test_code_only_imports_and_calls(path: Path) -> None:
    tree = ast.parse("\n".join(code_of(path)))
    assert {type(node) for node in tree.body} == {ast.ImportFrom, ast.Expr}
    for node in tree.body:
        if isinstance(node, ast.ImportFrom):
            assert node.module is not None
            module = importlib.import_module(node.module)
            assert all(callable(getattr(module, alias.name)) for alias in node.names)
