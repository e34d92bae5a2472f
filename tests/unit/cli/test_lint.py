"""``lachan lint`` from a shell: any text, from a file or from standard input."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

TEXT = "Bạn ấy ham tiền nên bị lừa.\n\nGọi 111 khi em lo.\nGọi 18001567.\n"


def _lint(
    *words: str, text: bytes = b"", cwd: Path | None = None
) -> subprocess.CompletedProcess[str]:
    done = subprocess.run(
        [sys.executable, "-m", "lachan", "lint", *words],
        input=text,
        cwd=cwd,
        capture_output=True,
        check=False,
        env={"PATH": "", "LANG": "C.UTF-8", "PYTHONUTF8": "1", "COLUMNS": "120"},
    )
    told = subprocess.CompletedProcess(
        done.args, done.returncode, done.stdout.decode(), done.stderr.decode()
    )
    assert "Traceback" not in told.stderr + told.stdout
    return told


def test_json_gives_one_object_a_line_with_line_and_codes() -> None:
    done = _lint("--band", "thcs", "--format", "json", "-", text=TEXT.encode())

    told = [json.loads(line) for line in done.stdout.splitlines()]
    expected = [(1, ["SF003"]), (2, []), (3, []), (4, ["SF016"])]
    assert [{"line": line, "codes": codes, "reread": []} for line, codes in expected] == told
    assert done.returncode == 1


def test_text_tells_the_rule_why_and_what_could_be_written(tmp_path: Path) -> None:
    (tmp_path / "bai.txt").write_text(TEXT, encoding="utf-8")

    done = _lint("--band", "thcs", "bai.txt", cwd=tmp_path)

    assert done.returncode == 1
    assert "bai.txt:1: SF003 Đổ lỗi cho người bị hại" in done.stdout
    assert "Vì sao:" in done.stdout
    assert "Viết được:" in done.stdout
    assert done.stdout.endswith("2 dòng phạm luật, 4 dòng đã xét\n")


def test_a_doubt_of_the_model_is_told_and_is_no_fault() -> None:
    text = "Thử hỏi cùng một xóm, sao con người ta yên ổn mà chỉ con nhà ấy bị dụ?"

    told = _lint("--band", "thcs", "-", text=text.encode())
    as_json = _lint("--band", "thcs", "--format", "json", "-", text=text.encode())

    assert (0, 0) == (told.returncode, as_json.returncode)
    assert "-:1: SF100 Nên đọc lại, gần với SF003 Đổ lỗi cho người bị hại" in told.stdout
    assert told.stdout.endswith("0 dòng phạm luật, 1 dòng nên đọc lại, 1 dòng đã xét\n")
    assert {"line": 1, "codes": [], "reread": ["SF003"]} == json.loads(as_json.stdout)


def test_a_sentence_that_a_rule_found_is_not_told_twice() -> None:
    done = _lint("--band", "thcs", "-", text="Bạn ấy ham tiền nên bị lừa bán đi xa.".encode())

    assert "SF003 Đổ lỗi" in done.stdout
    assert "SF100" not in done.stdout


def test_good_text_exits_with_zero() -> None:
    done = _lint("--band", "thcs", "-", text="Thấy lo thì gọi 111.".encode())

    assert (0, "0 dòng phạm luật, 1 dòng đã xét\n") == (done.returncode, done.stdout)


def test_the_band_decides() -> None:
    law = "Khoản 1 có khung phạt tù từ 5 năm đến 10 năm.".encode()

    codes = [_lint("--band", band, "-", text=law).returncode for band in ("thcs", "thpt")]

    assert [1, 0] == codes


def test_windows_line_ends_and_a_byte_order_mark_are_read() -> None:
    text = b"\xef\xbb\xbf" + TEXT.replace("\n", "\r\n").encode()

    done = _lint("--band", "thcs", "--format", "json", "-", text=text)

    assert [1, 2, 3, 4] == [json.loads(line)["line"] for line in done.stdout.splitlines()]


def test_text_that_is_not_utf8_is_located() -> None:
    done = _lint("--band", "thcs", "-", text=b"Chao.\n\xff\n")

    assert done.returncode == 1
    assert "-:2: không phải chữ UTF-8" in done.stderr


def test_an_unknown_band_is_a_wrong_call() -> None:
    done = _lint("--band", "mam-non", "-")

    assert done.returncode == 2
    assert "tieu-hoc" in done.stderr
