"""A wrong call is told in Vietnamese: where, what was expected, what was found, where help is."""

from __future__ import annotations

import re

import pytest
from typer.testing import CliRunner

from lachan.cli.main import app


def call(line: str) -> tuple[int, str]:
    done = CliRunner(env={"COLUMNS": "300"}).invoke(app, line.split())
    return done.exit_code, done.stderr


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("chek", 'không có lệnh "chek"; có phải là "check"?'),
        ("law xyz", 'không có lệnh "xyz"; có các lệnh: impact, watch, print, page'),
        ("law --", "thiếu tên lệnh"),
        ("check thừa ra", "thừa: thừa ra"),
        ("check --banks x", "không có tùy chọn --banks; có phải là --bank?"),
        ("check -x", "không có tùy chọn -x"),
        ("check --root", "--root: thiếu giá trị sau tùy chọn này"),
        ("check --reread=1", "--reread: tùy chọn này không nhận giá trị"),
        (
            "check --format xml",
            '--format: không có lựa chọn này, chọn một trong: text, json; thấy "xml"',
        ),
        ("check --on 24/11/2026", '--on: cần ngày dạng 2026-11-24; thấy "24/11/2026"'),
        ("lint", "thiếu TỆP"),
        ("lint -", "thiếu --band, chọn một trong: tieu-hoc, thcs, thpt, cong-dong"),
        ("serve --port x", '--port: cần một số nguyên; thấy "x"'),
        ("serve --port 70000", '--port: cần một số không quá 65535; thấy "70000"'),
        ("serve --kernels 0", '--kernels: cần một số từ 1 trở lên; thấy "0"'),
        (
            "contest certificates ten --date 24/11/2026",
            '--date: cần một ngày dạng 2026-11-24; thấy "24/11/2026"',
        ),
        ("paper make", "cần tên hoặc tệp ma trận, hoặc --from manifest.json"),
        (
            "paper make x --from y --forms 2",
            "--from in lại đúng bộ đề cũ, không đi cùng MA_TRẬN, --forms",
        ),
        ("usb --for windows --out x --python 2.7", '--python: cần 3.11, 3.12, 3.13; thấy "2.7"'),
    ],
)
def test_a_wrong_call_is_told(line: str, told: str) -> None:
    status, shown = call(line)

    first, help_line, last = shown.strip().splitlines()
    assert (2, f"lỗi {told}") == (status, last)
    assert re.match(r"Cách dùng: \S+ .*\[TÙY_CHỌN\]", first)
    assert re.match(r"Xem trợ giúp: .+ --help$", help_line)


def test_a_group_alone_shows_its_help() -> None:
    done = CliRunner().invoke(app, ["paper"])
    assert (2, "") == (done.exit_code, done.stderr)
    assert "Cách dùng: " in done.stdout
