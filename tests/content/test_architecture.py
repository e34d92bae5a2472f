"""The pages for who works on the code name what is there; the picture is of the source."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

ROOTS = ("", "src/lachan/", "tests/", "docs/")
# Names of one level, `<name>` and patterns say what a path is like, not where one is.
PATH = re.compile(r"`([a-z_]+(?:/[\w.-]+)+/?|[a-z_]+/)`")


@pytest.mark.parametrize("page", ["docs/architecture.md", "docs/glossary.md", "CONTRIBUTING.md"])
def test_every_path_that_is_named_is_there(repository: Path, page: str) -> None:
    named = set(PATH.findall((repository / page).read_text("utf-8")))
    assert len(named) > 20
    missing = {
        path for path in named if not any((repository / root / path).exists() for root in ROOTS)
    }
    assert missing == set()


def test_the_picture_of_the_floors_is_fresh(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.syspath_prepend(str(repository / "tools"))
    import floors

    assert floors.PICTURE.read_text("utf-8") == floors.render()
    sys.modules.pop("floors")


def test_the_types_for_the_browser_are_fresh(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.syspath_prepend(str(repository / "tools"))
    import wire_types

    assert wire_types.FILE.read_text("utf-8") == wire_types.render()
    sys.modules.pop("wire_types")
