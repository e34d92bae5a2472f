"""The lookup of the law is open to the youngest: what it shows to everyone is fit for them."""

from __future__ import annotations

import re

import pytest

from lachan.content import Content
from lachan.domain.kinds import Band

FOR_ADULTS = re.compile("mại dâm|khiêu dâm", re.IGNORECASE)


@pytest.fixture(scope="module")
def shown(real_content: Content) -> list[str]:
    """All that is shown to whoever does not choose the words for the community."""
    law = real_content.provisions.values()
    plain = [
        text for each in law for band, text in each.plain.items() if band is not Band.COMMUNITY
    ]
    words = [text for each in real_content.law_words for text in (each.word, *each.also)]
    return [*(each.summary for each in law), *plain, *words]


def test_nothing_is_spelled_out_that_is_for_adults(shown: list[str]) -> None:
    assert len(shown) > 300
    assert [text for text in shown if FOR_ADULTS.search(text)] == []
