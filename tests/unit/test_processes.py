"""Children get a listed environment and import nothing from where they start."""

from __future__ import annotations

import ast
import json
import os
import sys
from pathlib import Path

import pytest

from lachan.processes import (
    ChildError,
    Limits,
    ask_system,
    list_environment,
    read_in_child,
    start_python,
)

ENOUGH = Limits(60, 2_000_000_000)
SECRETS = {
    "LACHAN_STAFF_PASSCODE": "12345678",
    "LACHAN_DATABASE_URL": "postgresql://a:b@c/d",
    "LACHAN_PASSPHRASE": "bốn từ",
    "PGPASSWORD": "b",
    "AWS_SECRET_ACCESS_KEY": "x",
    "SSH_AUTH_SOCK": "/run/khoa",
    "NOTIFY_SOCKET": "/run/systemd/notify",
    "SSLKEYLOGFILE": "/tmp/khoa",
    "PYTHONSTARTUP": "/tmp/la.py",
}
LISTED = list_environment(os.environ)
MODULES = ("subprocess", "multiprocessing", "pty")
# The places in `os` and `asyncio` from which programs can be started.
STARTERS = {"system", "popen", "startfile", "posix_spawn", "posix_spawnp", "forkpty"}
TELL = "import os, sys, json; print(json.dumps([dict(os.environ), sys.path]))"


def test_secrets_of_the_operator_are_not_inherited() -> None:
    kept = {"PATH": "/bin", "LANG": "vi_VN.UTF-8", "TZ": "Asia/Ho_Chi_Minh", "HOME": "/nha"}
    assert list_environment({**kept, **SECRETS}) == {**kept, "PYTHONSAFEPATH": "1"}


def test_a_child_gets_what_its_starter_names_besides() -> None:
    found = list_environment(SECRETS, ["LACHAN_DATABASE_URL"])
    assert found["LACHAN_DATABASE_URL"] == "postgresql://a:b@c/d"
    assert "PGPASSWORD" not in found


def test_a_child_sees_that_environment_and_no_folder_it_starts_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in SECRETS:
        monkeypatch.setenv(name, "rat-mat")
    said = read_in_child(["-c", TELL], b"", ENOUGH)
    environ, path = json.loads(said)
    assert set(SECRETS) & set(environ) == set()
    assert "" not in path
    (tmp_path / "brotli.py").write_text("raise SystemExit('chạy mã lạ')", encoding="utf-8")
    with start_python(["-m", "lachan", "--version"], LISTED, cwd=tmp_path) as child:
        assert child.wait(60) == 0


def test_data_goes_in_and_the_answer_comes_back() -> None:
    script = "import sys; sys.stdout.buffer.write(sys.stdin.buffer.read()[::-1])"
    assert read_in_child(["-c", script], b"abc" * 100_000, ENOUGH) == b"cba" * 100_000


@pytest.mark.parametrize(
    "script",
    ["raise SystemExit(3)", "import sys; sys.stdin.read(); import os; os.kill(os.getpid(), 9)"],
)
def test_a_child_that_fails_is_told(script: str) -> None:
    with pytest.raises(ChildError, match="kết thúc với mã"):
        read_in_child(["-c", script], b"", ENOUGH)


def test_a_child_that_works_for_ever_is_ended() -> None:
    # On a busy machine the clock may end it before its own time is used up.
    with pytest.raises(ChildError, match=r"kết thúc với mã|chưa đọc xong"):
        read_in_child(["-c", "while 1: pass"], b"", Limits(1, 2_000_000_000))


def test_a_child_that_waits_for_ever_is_ended() -> None:
    sleep = "import os; os.read(os.pipe()[0], 1)"
    with pytest.raises(ChildError, match="quá 0 giây mà chưa đọc xong"):
        read_in_child(["-c", sleep], b"", Limits(0, 2_000_000_000))


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux limits another process")
def test_a_child_that_takes_too_much_memory_ends() -> None:
    script = "import sys; sys.stdin.read(); bytearray(500_000_000)"
    with pytest.raises(ChildError, match="kết thúc với mã 1"):
        read_in_child(["-c", script], b"", Limits(60, 300_000_000))


def test_no_other_module_starts_programs(repository: Path) -> None:
    source = repository / "src" / "lachan"
    found = {
        path.relative_to(source).as_posix()
        for path in source.rglob("*.py")
        if any(map(_starts_programs, ast.walk(ast.parse(path.read_text(encoding="utf-8")))))
    }
    assert found == {"processes.py"}


def _starts_programs(node: ast.AST) -> bool:
    match node:
        case ast.Import(names):
            return any(each.name.split(".")[0] in MODULES for each in names)
        case ast.ImportFrom(module=str(module)):
            return module.split(".")[0] in MODULES
        case ast.Attribute(ast.Name("os"), name):
            return name in STARTERS or name.startswith(("exec", "spawn"))
        case ast.Attribute(_, name):
            return name.startswith("create_subprocess") or name == "ProcessPoolExecutor"
    return False


def test_a_program_of_the_system_is_asked_with_the_listed_environment(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("LACHAN_PASSPHRASE", SECRETS["LACHAN_PASSPHRASE"])
    told = ask_system("env", (), 20)
    assert "PYTHONSAFEPATH=1\n" in told
    assert "LACHAN_PASSPHRASE" not in told


@pytest.mark.parametrize(
    ("program", "arguments"), [("khong-co-lenh-nay", ()), ("false", ()), ("sleep", ("60",))]
)
def test_a_program_that_is_missing_fails_or_hangs_tells_nothing(
    program: str, arguments: tuple[str, ...]
) -> None:
    assert ask_system(program, arguments, 0.2) == ""
