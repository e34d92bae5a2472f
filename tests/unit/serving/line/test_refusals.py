import pytest

from lachan.serving.line.refusals import MOST_WORDS_BYTES, Refusal


@pytest.mark.parametrize("refusal", Refusal)
def test_the_words_fit_into_the_end_of_a_websocket(refusal: Refusal) -> None:
    assert len(refusal.value.encode()) <= MOST_WORDS_BYTES
    assert refusal.value.endswith(".")
