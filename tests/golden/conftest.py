"""Golden files: what the printed text was when someone last looked at it and agreed.

``pytest tests/golden --update-golden`` writes them anew; look at the difference before it is
committed.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

FOLDER = Path(__file__).parent


@pytest.fixture
def check_golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Return a function that compares a text with the golden file of that name."""
    update = request.config.getoption("--update-golden")

    def check(name: str, actual: str) -> None:
        path = FOLDER / name
        if update:
            path.write_text(actual, encoding="utf-8")
        assert path.read_text(encoding="utf-8") == actual

    return check
