"""Results of a live class, kept for its teacher."""

from __future__ import annotations

from lachan.domain.live.live_class import Round
from lachan.domain.live.results import ROUND_NAMES


def test_every_round_has_a_name_of_its_own() -> None:
    assert set(ROUND_NAMES) == set(Round)
    assert len(set(ROUND_NAMES.values())) == len(Round)
