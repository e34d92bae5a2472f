"""What all tests share: a small valid content tree, and the real content."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from lachan.content import Content, load_content

REPOSITORY = Path(__file__).resolve().parent.parent
SAMPLE = REPOSITORY / "tests" / "content" / "sample"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write golden files anew")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave the long tests out unless they are asked for by their mark."""
    if "full" in config.getoption("-m"):
        return
    long = [item for item in items if item.get_closest_marker("full")]
    items[:] = [item for item in items if item not in long]
    config.hook.pytest_deselected(items=long)


@pytest.fixture(scope="session")
def repository() -> Path:
    return REPOSITORY


@pytest.fixture(scope="session")
def real_content() -> Content:
    return load_content(REPOSITORY)


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    """Return a private copy of the small valid content tree."""
    return Path(shutil.copytree(SAMPLE, tmp_path / "sample"))
