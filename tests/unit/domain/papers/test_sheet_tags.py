import pytest
from hypothesis import given
from hypothesis import strategies as st

from lachan.domain.papers.sheet_tags import SheetTag, parse_sheet_tag

TAG = SheetTag("thi-tim-hieu", "0102", 37, 2)


def test_a_tag_tells_contest_form_serial_and_page() -> None:
    assert str(TAG).startswith("LC1/thi-tim-hieu/0102/000037/2/")


@given(
    st.from_regex(r"[a-z0-9-]{1,40}", fullmatch=True),
    st.from_regex(r"[0-9]{0,4}", fullmatch=True).filter(str.isascii),
    st.integers(0, 10**7),
    st.integers(1, 9),
)
def test_every_tag_reads_back(slug: str, code: str, serial: int, page: int) -> None:
    tag = SheetTag(slug, code, serial, page)
    assert parse_sheet_tag(str(tag)) == tag


def test_a_changed_character_is_noticed() -> None:
    text = str(TAG)
    changed = [
        text[:i] + ("7" if text[i] != "7" else "8") + text[i + 1 :] for i in range(len(text))
    ]
    assert [parse_sheet_tag(one) for one in changed] == [None] * len(text)


@pytest.mark.parametrize("text", ["", "https://example.org", "LC1/mau/101/1/1"])
def test_other_codes_are_not_tags(text: str) -> None:
    assert parse_sheet_tag(text) is None
