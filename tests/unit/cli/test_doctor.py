"""``lachan doctor`` as an operator meets it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path


def run(home: Path, *words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    done = subprocess.run(
        [sys.executable, "-m", "lachan", "doctor", *words],
        cwd=home,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
        env={
            "PATH": "",
            "HOME": str(home),
            "LANG": "C.UTF-8",
            "PYTHONUTF8": "1",
            "COLUMNS": "120",
            **environment,
        },
    )
    assert "Traceback" not in done.stderr + done.stdout
    return done


def test_a_guessable_passcode_ends_with_two_and_is_printed_nowhere(tmp_path: Path) -> None:
    done = run(tmp_path, "--host", "127.0.0.1", LACHAN_STAFF_PASSCODE="12344321")

    assert "✓ tốt" in done.stdout
    assert "12344321" not in done.stdout
    done = run(tmp_path, "--host", "127.0.0.1", LACHAN_STAFF_PASSCODE="12345678")
    assert (done.returncode, "✗ phải sửa" in done.stdout) == (2, True)
    assert "12345678" not in done.stdout


def test_json_is_for_programs(tmp_path: Path) -> None:
    done = run(tmp_path, "--host", "127.0.0.1", "--entrants", "5000", "--json")

    report = json.loads(done.stdout)
    states = {finding["check"]: finding["state"] for finding in report["findings"]}
    assert report["status"] == done.returncode == 2
    assert states["database.size"] == "fault"
    assert {"check", "title", "state", "found", "advice"} == set(report["findings"][0])


def test_a_contest_that_is_not_there_is_told(tmp_path: Path) -> None:
    done = run(tmp_path, "--for", "khong-co")

    assert done.returncode == 1
    assert "chưa có tệp dữ liệu" in done.stderr.replace("\n", " ")
