import pytest

from lachan.domain.live.room_codes import CODE_LETTERS, is_code, make_code, read_code


def test_a_code_in_use_is_not_given_again() -> None:
    letters = iter("AAAAAA" + "AAAAAB")
    assert make_code(lambda _letters: next(letters), {"AAAAAA"}) == "AAAAAB"


def test_no_letter_looks_like_another() -> None:
    assert set("0O1IL") & set(CODE_LETTERS) == set()


@pytest.mark.parametrize("typed", ["k7qf3m", "K7Q-F3M", " k7q f3m ", "k7q\u00a0f3m"])
def test_codes_are_read_as_people_type_them(typed: str) -> None:
    assert read_code(typed) == "K7QF3M"


@pytest.mark.parametrize(
    ("code", "expected"),
    [("K7QF3M", True), ("K7QF3", False), ("K7QF3MM", False), ("K7QF3O", False), ("", False)],
)
def test_codes_have_six_of_our_letters(code: str, expected: bool) -> None:
    assert is_code(code) is expected
