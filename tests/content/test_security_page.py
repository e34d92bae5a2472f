"""docs/bao-mat.md tells of everything that is stored, and of every role."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import lachan.store.contests.tables
import lachan.store.live.tables
from lachan.store.schema import METADATA

TABLE_MODULES = (lachan.store.contests.tables, lachan.store.live.tables)


@pytest.fixture(scope="module")
def page(repository: Path) -> str:
    return (repository / "docs" / "bao-mat.md").read_text("utf-8")


def test_every_table_is_told(page: str) -> None:
    told = {name for line in page.splitlines() for name in re.findall(r"`([a-z_]+)`", line)}
    assert {name for name in METADATA.tables if name != "alembic_version"} - told == set()
    assert len(METADATA.tables) > 10


def test_links_lead_somewhere(page: str, repository: Path) -> None:
    both = {"docs/bao-mat.md": page, "SECURITY.md": (repository / "SECURITY.md").read_text("utf-8")}
    missing = [
        f"{name}: {target}"
        for name, text in both.items()
        for target in re.findall(r"\]\((?!https:)([^)#]+)", text)
        if not ((repository / name).parent / target).exists()
    ]
    assert missing == []
