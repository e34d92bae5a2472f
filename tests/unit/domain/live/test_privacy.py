"""A chart of few answers would tell on somebody, where the matter is delicate."""

from __future__ import annotations

from dataclasses import replace

import pytest

from lachan.domain.kinds import Sensitivity
from lachan.domain.live.privacy import holds_back
from lachan.limits.live import FEWEST_SHOWN
from support.items import make_item

ENOUGH = FEWEST_SHOWN.value


@pytest.mark.parametrize(
    ("sensitivity", "answered", "held"),
    [
        (Sensitivity.LOW, 1, False),
        (Sensitivity.MEDIUM, ENOUGH - 1, True),
        (Sensitivity.MEDIUM, ENOUGH, False),
        (Sensitivity.HIGH, ENOUGH - 1, True),
    ],
)
def test_delicate_charts_wait_for_enough(
    sensitivity: Sensitivity, answered: int, held: bool
) -> None:
    assert held == holds_back(replace(make_item("a"), sensitivity=sensitivity), answered)
