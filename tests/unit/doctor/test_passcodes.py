from pathlib import Path

import pytest

from lachan.doctor import State
from lachan.doctor.passcodes import check_passcodes, is_usual, judge_file, judge_passcode
from lachan.domain.contests.roles import Role
from lachan.serving import PASSCODE_ENVS
from support.plans import make_plan


@pytest.mark.parametrize(
    ("value", "state"),
    [
        ("", State.GOOD),
        ("1234", State.FAULT),
        ("12345678", State.FAULT),
        ("8765 4321", State.FAULT),
        ("11111111", State.FAULT),
        ("121212", State.FAULT),
        ("giaovien2026", State.FAULT),
        ("Mật khẩu 1", State.FAULT),
        ("730512", State.WARNING),
        ("7305 1296", State.GOOD),
        ("mèo tím hát trên mái", State.GOOD),
    ],
)
def test_passcodes_are_judged_by_how_they_are_guessed(value: str, state: State) -> None:
    found = judge_passcode(Role.ORGANISER, value)
    assert found.state is state
    assert not value or value not in found.found + found.advice


def test_a_made_passcode_is_not_usual() -> None:
    assert not is_usual("40718263")


def test_two_roles_with_one_passcode_are_a_fault() -> None:
    same = {PASSCODE_ENVS[Role.ORGANISER]: "7305 1296", PASSCODE_ENVS[Role.VIEWER]: "73051296"}
    states = {f.check: f.state for f in check_passcodes(make_plan(environment=same))}
    assert states["passcode.roles"] is State.FAULT


def test_the_file_counts_before_the_environment(tmp_path: Path) -> None:
    file = write(tmp_path, "730512", 0o600)
    plan = make_plan(
        passcode_file=file, environment={PASSCODE_ENVS[Role.ORGANISER]: "mèo tím hát trên mái"}
    )
    states = {finding.check: finding.state for finding in check_passcodes(plan)}
    assert states == {"passcode.ban-to-chuc": State.WARNING, "passcode.files": State.GOOD}


def test_a_file_that_is_not_there_is_a_fault(tmp_path: Path) -> None:
    plan = make_plan(passcode_file=tmp_path / "khong-co")
    assert [finding.state for finding in check_passcodes(plan)] == [State.FAULT]


@pytest.mark.parametrize(
    ("mode", "state"),
    [
        (0o600, State.GOOD),
        (0o640, State.GOOD),
        (0o660, State.FAULT),
        (0o644, State.FAULT),
        (0o602, State.FAULT),
    ],
)
def test_a_secret_is_for_its_owner(tmp_path: Path, mode: int, state: State) -> None:
    assert judge_file("Tệp", write(tmp_path, "bí mật", mode)).state is state


def write(folder: Path, text: str, mode: int) -> Path:
    file = folder / "ma"
    file.write_text(text, encoding="utf-8")
    file.chmod(mode)
    return file
