from __future__ import annotations

import pytest

from lachan.domain.contests.roles import Role
from lachan.web.passcode import (
    Passcode,
    PasscodeError,
    make_passcode,
    make_role_passcodes,
)


def test_made_passcode_is_eight_digits() -> None:
    made = {make_passcode() for _ in range(50)}
    assert all(len(each) == 8 and each.isdecimal() for each in made)
    assert len(made) == 50


@pytest.mark.parametrize("typed", ["1234 5678", "12345678", " 1234\t5678 \n", "1234\u00a05678"])
def test_spaces_are_not_part_of_it(typed: str) -> None:
    assert Passcode("1234 5678").matches(typed)


@pytest.mark.parametrize("typed", ["", "1234567", "123456789", "12345679", "１２３４５６７８"])
def test_anything_else_does_not_match(typed: str) -> None:
    assert not Passcode("12345678").matches(typed)


def test_accents_match_in_either_normal_form() -> None:
    assert Passcode("mật khẩu lớp").matches("mật khẩu lớp")


@pytest.mark.parametrize("value", ["", "12345", "1 2 3 4 5", "     \n"])
def test_short_passcode_is_refused(value: str) -> None:
    with pytest.raises(PasscodeError, match="ít nhất 6"):
        Passcode(value)


def test_passcode_is_not_in_its_repr() -> None:
    assert "12345678" not in repr(Passcode("12345678"))


def test_each_role_has_a_passcode_of_its_own() -> None:
    typed = {Role.INVIGILATOR: "giam thi 7", Role.VIEWER: "theo doi 7"}
    made = make_role_passcodes(Passcode("12345678"), typed)
    assert {role for role, each in made.items() if each.matches("giamthi7")} == {Role.INVIGILATOR}


@pytest.mark.parametrize(
    "typed",
    [
        {Role.INVIGILATOR: "1234 5678"},
        {Role.INVIGILATOR: "23456789", Role.VIEWER: "2345 6789"},
    ],
)
def test_two_roles_never_share_a_passcode(typed: dict[Role, str]) -> None:
    with pytest.raises(PasscodeError, match="trùng mã"):
        make_role_passcodes(Passcode("12345678"), typed)
