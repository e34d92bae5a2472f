"""Passcodes that can be guessed, and files that others on the machine can read."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from lachan.doctor.finding import Finding, State
from lachan.doctor.plan import Plan
from lachan.domain.contests.roles import Role
from lachan.os_words import describe_os_error
from lachan.text import fold, strip_accents
from lachan.web.passcode import PASSCODE_DIGITS, PASSCODE_ENVS, Passcode, PasscodeError

ROLE_TITLES = {
    Role.ORGANISER: "Mã giáo viên, ban tổ chức",
    Role.INVIGILATOR: "Mã giám thị",
    Role.VIEWER: "Mã người theo dõi",
}

# What people try first; a made passcode is none of these.
_USUAL = ("lachan", "giaovien", "matkhau", "password", "admin", "truong", "cuocthi", "phongthi")
_RUNS = ("01234567890", "98765432109", "abcdefghijklmnopqrstuvwxyz", "qwertyuiop", "asdfghjkl")


def check_passcodes(plan: Plan) -> Iterator[Finding]:
    """Tell how each passcode stands, and who else can read the files with secrets."""
    try:
        given = read_passcodes(plan)
    except (OSError, UnicodeDecodeError) as error:
        why = describe_os_error(error) if isinstance(error, OSError) else "không phải chữ UTF-8"
        found = f"{plan.passcode_file}: không đọc được ({why})"
        advice = "Xem lại --passcode-file, và quyền đọc của người chạy lachan."
        yield Finding("passcode.files", "Tệp mã giáo viên", State.FAULT, found, advice)
        return
    for role, value in given.items():
        yield judge_passcode(role, value)
    values = ["".join(value.split()) for value in given.values() if value]
    if len(set(values)) < len(values):
        found = "hai vai trò dùng chung một mã, máy chủ sẽ không chạy"
        advice = "Đặt cho mỗi vai trò một mã riêng."
        yield Finding("passcode.roles", "Mã của các vai trò", State.FAULT, found, advice)
    for title, path in (("Tệp mã giáo viên", plan.passcode_file), ("Tệp khóa riêng", plan.keyfile)):
        if path is not None and path.exists():
            yield judge_file(title, path)


def read_passcodes(plan: Plan) -> dict[Role, str]:
    """Return the passcodes as the server will take them; "" where it makes one itself.

    Raises
    ------
    OSError, UnicodeDecodeError
        Where the file of the passcode cannot be read.
    """
    given = {role: plan.environment.get(name, "") for role, name in PASSCODE_ENVS.items()}
    if plan.passcode_file is not None:
        given[Role.ORGANISER] = plan.passcode_file.read_text(encoding="utf-8-sig").strip()
    return {role: value for role, value in given.items() if value or role is Role.ORGANISER}


def judge_passcode(role: Role, value: str) -> Finding:
    """Return how hard a passcode is to guess; the passcode itself is told nowhere."""
    title, check = ROLE_TITLES[role], f"passcode.{role.value}"
    if not value:
        return Finding(check, title, State.GOOD, "máy tự đặt, tám chữ số (lachan passcode)")
    try:
        passcode = Passcode(value)
    except PasscodeError as error:
        return Finding(check, title, State.FAULT, str(error), "Đặt lại mã, hoặc để máy tự đặt.")
    if is_usual(value):
        found = "đoán được ngay (dãy liền nhau, lặp lại, hay một từ quen thuộc)"
        return Finding(check, title, State.FAULT, found, "Đặt lại mã, hoặc để máy tự đặt.")
    length = len("".join(value.split()))
    if passcode.numeric and length < PASSCODE_DIGITS:
        found = f"{length} chữ số"
        advice = f"Nên có ít nhất {PASSCODE_DIGITS} chữ số ngẫu nhiên."
        return Finding(check, title, State.WARNING, found, advice)
    return Finding(check, title, State.GOOD, f"{length} kí tự")


def is_usual(value: str) -> bool:
    """Tell whether a passcode is one of those that people try first."""
    plain = strip_accents(fold(value)).replace(" ", "")
    letters = "".join(each for each in plain if each.isalpha())
    repeated = any(plain == plain[:size] * (len(plain) // size) for size in (1, 2, 3))
    return repeated or letters in _USUAL or any(plain in run for run in _RUNS)


def judge_file(title: str, path: Path) -> Finding:
    """Return who else on the machine can read or change a file with a secret."""
    check = "passcode.files"
    if os.name != "posix":
        return Finding(check, title, State.UNKNOWN, f"{path}: không xem được quyền")
    mode = stat.S_IMODE(path.stat().st_mode)
    found = f"{path}: quyền {mode:04o}"
    if mode & 0o007 or mode & 0o020:
        advice = f"Ai có tài khoản trên máy cũng đọc hay sửa được; chạy: chmod 600 {path}"
        return Finding(check, title, State.FAULT, found, advice)
    return Finding(check, title, State.GOOD, found)
