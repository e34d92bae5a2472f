from __future__ import annotations

import stat
from pathlib import Path

import pytest

from lachan.web.kept_passcode import StaffPasscode, read_passcode, renew_passcode
from lachan.web.passcode import PasscodeError


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "state" / "lachan" / "ma-giao-vien"


def test_it_stays_from_start_to_start(file: Path) -> None:
    first = StaffPasscode(None, file)
    second = StaffPasscode(None, file)
    assert first.passcode == second.passcode
    assert (first.kept, first.told) == (True, first.passcode.value)
    assert first.passcode.value.isdecimal()
    assert len(first.passcode.value) == 8


def test_nobody_else_reads_it(file: Path) -> None:
    StaffPasscode(None, file)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700
    assert [each.name for each in file.parent.iterdir()] == [file.name]


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o620])
def test_one_that_others_may_have_read_is_none_any_more(file: Path, mode: int) -> None:
    before = StaffPasscode(None, file).passcode
    file.chmod(mode)
    assert read_passcode(file) is None
    assert StaffPasscode(None, file).passcode != before
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_one_that_somebody_wrote_there_is_taken(file: Path) -> None:
    renew_passcode(file)
    file.write_text("mật khẩu của trường\n", encoding="utf-8")
    assert StaffPasscode(None, file).passcode.matches("mật khẩu của trường")


@pytest.mark.parametrize("text", ["", "12345", "\n\n"])
def test_what_is_no_passcode_is_told(file: Path, text: str) -> None:
    renew_passcode(file)
    file.write_text(text, encoding="utf-8")
    with pytest.raises(PasscodeError, match="lachan passcode --new"):
        StaffPasscode(None, file)


def test_a_home_that_cannot_be_written_has_one_for_this_run(tmp_path: Path) -> None:
    (tmp_path / "state").write_text("", encoding="utf-8")
    staff = StaffPasscode(None, tmp_path / "state" / "ma-giao-vien")
    assert (staff.kept, len(staff.told)) == (False, 8)
    assert staff.look() is False


def test_the_operators_own_is_told_nowhere_and_kept_nowhere(file: Path) -> None:
    staff = StaffPasscode("mật khẩu của trường", file)
    assert staff.passcode.matches("mật khẩu của trường")
    assert (staff.told, staff.look(), file.exists()) == ("", False, False)
    assert "mật khẩu" not in repr(staff)
    renew_passcode(file)
    assert staff.look() is False
    with pytest.raises(PasscodeError):
        StaffPasscode("12345", file)


def test_a_new_one_is_taken_over_once(file: Path) -> None:
    staff = StaffPasscode(None, file)
    assert staff.look() is False
    made = renew_passcode(file)
    assert [staff.look(), staff.look()] == [True, False]
    assert staff.passcode == made


def test_what_spoils_the_file_changes_nothing(file: Path) -> None:
    staff = StaffPasscode(None, file)
    before = staff.passcode
    file.write_text("1", encoding="utf-8")
    assert staff.look() is False
    renew_passcode(file)
    file.chmod(0o644)
    assert staff.look() is False
    file.unlink()
    assert staff.look() is False
    assert staff.passcode == before
