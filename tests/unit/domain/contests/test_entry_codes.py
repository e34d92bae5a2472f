"""Entry codes: typed as people type, and every slip of one or two characters is found."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lachan.domain.contests.entry_codes import (
    ALPHABET,
    LENGTH,
    EntryCodeError,
    format_entry_code,
    hash_entry_code,
    make_entry_code,
    parse_entry_code,
)

CODES = st.integers(0, 2**60).map(lambda seed: make_entry_code(Random(seed).randrange))


def _is_code(typed: str) -> bool:
    try:
        parse_entry_code(typed)
    except EntryCodeError:
        return False
    return True


@given(CODES)
def test_a_code_is_read_however_it_is_typed(code: str) -> None:
    plain = code.replace("-", "")

    spellings = (code, code.lower(), f" {plain[:3]} {plain[3:]} ", plain)
    assert {parse_entry_code(typed) for typed in spellings} == {plain}
    assert format_entry_code(plain) == code


@given(CODES, st.integers(0, LENGTH - 1), st.sampled_from(ALPHABET))
def test_one_wrong_character_is_found(code: str, place: int, other: str) -> None:
    plain = code.replace("-", "")
    wrong = plain[:place] + other + plain[place + 1 :]

    assert _is_code(wrong) is (wrong == plain)


@given(CODES, st.integers(0, LENGTH - 1), st.integers(0, LENGTH - 1))
def test_two_exchanged_characters_are_found(code: str, one: int, other: int) -> None:
    letters = list(code.replace("-", ""))
    letters[one], letters[other] = letters[other], letters[one]
    swapped = "".join(letters)

    assert _is_code(swapped) is (swapped == code.replace("-", ""))


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("", "Mã dự thi có 10 kí tự, mới gõ 0"),
        ("23456", "Mã dự thi có 10 kí tự, mới gõ 5"),
        ("0234567892", "không có kí tự “0”"),
        ("23456-789Đ2", "không có kí tự “Đ”"),
        ("22222-22223", "gõ nhầm một chỗ"),
    ],
)
def test_what_is_no_code_is_told_in_words(typed: str, told: str) -> None:
    with pytest.raises(EntryCodeError, match=told):
        parse_entry_code(typed)


def test_every_character_of_the_alphabet_is_drawn() -> None:
    draw = Random(7).randrange
    codes = [make_entry_code(draw) for _ in range(400)]

    assert {letter for code in codes for letter in code[:-1]} == {*ALPHABET, "-"}
    assert len(set(codes)) == len(codes)


def test_the_same_code_is_kept_under_another_hash_in_another_contest() -> None:
    assert hash_entry_code("2222222222", "a") != hash_entry_code("2222222222", "b")
    assert len(hash_entry_code("2222222222", "a")) == 64
