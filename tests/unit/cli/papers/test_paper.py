"""The paper commands as an organiser meets them."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from support.terminals import open_terminal

MAKE = ("paper", "make", "quiz_bank/blueprints/mau.yaml")
ENVIRONMENT = {"PATH": "", "LANG": "C.UTF-8", "PYTHONUTF8": "1", "COLUMNS": "120"}


def _run(*words: str, cwd: Path, **more: str) -> subprocess.CompletedProcess[str]:
    done = subprocess.run(
        [sys.executable, "-m", "lachan", *words],
        cwd=cwd,
        capture_output=True,
        text=True,
        check=False,
        stdin=subprocess.DEVNULL,
        env=ENVIRONMENT | more,
    )
    assert "Traceback" not in done.stderr + done.stdout
    return done


def _bytes(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_two_processes_make_the_same_bytes(sample: Path) -> None:
    for name in ("mot", "hai"):
        done = _run(*MAKE, "--forms", "3", "--seed", "30-7", "--out", name, cwd=sample)
        assert done.returncode == 0, done.stderr

    made = _bytes(sample / "mot")
    assert made == _bytes(sample / "hai")
    assert {f"de/mau-{code}.pdf" for code in (101, 102, 103)} <= set(made)


def test_a_cell_that_is_short_is_named_and_nothing_is_written(sample: Path) -> None:
    plan = sample / "quiz_bank/blueprints/mau.yaml"
    text = plan.read_text("utf-8").replace("level: biet, count: 1", "level: biet, count: 4")
    plan.write_text(text.replace("total_points: 2\n", ""), encoding="utf-8")

    done = _run("paper", "make", "mau", "--out", "de", cwd=sample)

    assert done.returncode == 1
    for word in ("mau", "biết", "4", "3"):
        assert word in done.stderr.lower()
    assert not (sample / "de").exists()


def test_a_folder_with_files_is_not_written_over(sample: Path) -> None:
    (sample / "de").mkdir()
    (sample / "de" / "key.xlsx").write_bytes(b"of before")

    done = _run(*MAKE, "--out", "de", cwd=sample)

    assert (1, b"of before") == (done.returncode, (sample / "de/key.xlsx").read_bytes())
    assert "không ghi đè" in done.stderr


def test_the_nearest_blueprint_is_named(sample: Path) -> None:
    done = _run("paper", "make", "maau", "--out", "de", cwd=sample)

    assert done.returncode == 1
    assert 'có phải là "mau"?' in done.stderr


def test_a_dry_run_tells_and_writes_nothing(sample: Path) -> None:
    before = _bytes(sample)

    done = _run(*MAKE, "--forms", "2", "--no-docx", "--dry-run", cwd=sample)

    assert done.returncode == 0, done.stderr
    assert "ra được 2 mã đề: 101, 102" in done.stdout
    assert "sẽ ghi de/mau-101.pdf" in done.stdout
    assert "word/" not in done.stdout
    assert before == _bytes(sample)


def test_a_paper_is_made_verified_sealed_opened_and_made_again(sample: Path) -> None:
    (sample / "lop.csv").write_text("Họ và tên,Lớp\nVũ Ân,9A\nLê An,9A\n", encoding="utf-8")
    (sample / "mat-khau").write_text("bốn từ không liên quan\n", encoding="utf-8")
    secret = ("--passphrase-file", "mat-khau")
    for words in (
        (*MAKE, "--roster", "lop.csv", "--grid", "2x3", "--out", "de"),
        ("paper", "verify", "de"),
        ("paper", "seal", "de", "--out", "de.age", *secret),
        ("paper", "open", "de.age", "--out", "mo", *secret),
        ("paper", "make", "--from", "mo/manifest.json", "--roster", "lop.csv", "--out", "lai"),
    ):
        done = _run(*words, cwd=sample)
        assert done.returncode == 0, (words, done.stderr)

    assert _bytes(sample / "de") == _bytes(sample / "mo") == _bytes(sample / "lai")
    assert "phong-thi/so-do-cho-ngoi.pdf" in _bytes(sample / "de")


def test_verify_fails_and_names_the_file(sample: Path) -> None:
    _run(*MAKE, "--forms", "1", "--out", "de", cwd=sample)
    (sample / "de/dap-an/key.xlsx").write_bytes(b"PK")

    done = _run("paper", "verify", "de", cwd=sample)

    assert done.returncode == 1
    assert "dap-an/key.xlsx: nội dung đã đổi" in done.stderr


@pytest.mark.full
def test_a_wrong_passphrase_is_told(sample: Path) -> None:
    _run(*MAKE, "--forms", "1", "--out", "de", cwd=sample)
    right = {"LACHAN_PASSPHRASE": "bốn từ không liên quan"}
    sealed = _run("paper", "seal", "de", "--out", "de.age", cwd=sample, **right)
    wrong = {"LACHAN_PASSPHRASE": "một câu khác hẳn thế"}
    opened = _run("paper", "open", "de.age", "--out", "mo", cwd=sample, **wrong)

    assert (0, 1) == (sealed.returncode, opened.returncode)
    assert "sai mật khẩu" in opened.stderr
    assert not (sample / "mo").exists()


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--out", "de"), "cần tên hoặc tệp ma trận"),
        (("mau",), "cần --out"),
        (("mau", "--from", "x", "--out", "de"), "MA_TRẬN"),
        (("--from", "x", "--out", "de"), "không có tệp này"),
        (("mau", "--out", "de", "--grid", "nhiều"), "6x4"),
        (("mau", "--out", "de", "--roster", "khong-co.csv"), "khong-co.csv"),
        (("mau", "--out", "tep/de"), "đi qua một tệp"),
    ],
)
def test_what_cannot_be_is_told(sample: Path, words: tuple[str, ...], told: str) -> None:
    (sample / "tep").write_bytes(b"")

    done = _run("paper", "make", *words, cwd=sample)

    assert done.returncode != 0
    assert told in " ".join(done.stderr.replace("│", " ").split())
    assert not (sample / "de").exists()


def test_a_roster_with_faults_stops_before_anything_is_made(sample: Path) -> None:
    (sample / "lop.csv").write_text("SBD,Họ tên\n1,An\n1,=HYPERLINK(1)\n", encoding="utf-8")

    done = _run(*MAKE, "--roster", "lop.csv", "--out", "de", cwd=sample)

    assert done.returncode == 1
    assert "lop.csv: dòng 3, cột B (Họ và tên)" in done.stderr
    assert "số báo danh 000001 có ở các dòng 2, 3" in done.stderr
    assert not (sample / "de").exists()


def test_an_interruption_leaves_nothing(sample: Path) -> None:
    # On a terminal the progress bar names the file being made: then the key is pressed.
    ours, theirs = open_terminal()
    before = set(sample.iterdir())
    words = [*MAKE, "--forms", "6", "--out", "de"]
    with subprocess.Popen(
        [sys.executable, "-m", "lachan", *words],
        cwd=sample,
        stdout=theirs,
        stderr=theirs,
        env=ENVIRONMENT | {"TERM": "xterm"},
    ) as made:
        os.close(theirs)
        seen = b""
        while b"mau-1" not in seen:
            seen += os.read(ours, 1024)
        made.send_signal(signal.SIGINT)
        while True:
            try:
                if not os.read(ours, 1024):
                    break
            except OSError:
                break
    os.close(ours)

    assert made.returncode == 130
    assert before == set(sample.iterdir())
