"""The command line as a person meets it: exit status, words, files, and never a traceback."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from lachan.cli.lab import lab_environment

ITEMS = "quiz_bank/thcs/mau.yaml"


def _run(*words: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    done = subprocess.run(
        [sys.executable, "-m", "lachan", *words],
        cwd=cwd,
        capture_output=True,
        text=True,
        check=False,
        env={"PATH": "", "LANG": "C.UTF-8", "PYTHONUTF8": "1", "COLUMNS": "120"},
    )
    assert "Traceback" not in done.stderr + done.stdout
    return done


def _break(sample: Path) -> None:
    path = sample / ITEMS
    path.write_text(path.read_text("utf-8").replace("reason: Còn", "reasn: Còn"), encoding="utf-8")


def test_check_passes_on_the_sample(sample: Path) -> None:
    done = _run("check", cwd=sample)

    told = (
        "0 lỗi, 1 cảnh báo\nNgười có tên đã thẩm định (lachan review): 0/4 câu\n"
        "Người khác đã đọc lại sau lần sửa cuối: 0/1 bài, 0/4 câu\n"
        "Máy đề nghị đọc lại 1 đoạn, không phải lỗi (lachan check --reread)\n"
    )
    # The sample is of the first edition, which is told.
    first, _, rest = done.stdout.partition("\n")
    assert (0, told) == (done.returncode, rest)
    assert " LS023 " in first


def test_check_prints_each_problem_like_a_compiler(sample: Path) -> None:
    _break(sample)

    done = _run("check", cwd=sample)

    assert done.returncode == 1
    line = f'{ITEMS}:10:9: lỗi SC002 choices[0].reasn: không có trường này; có phải là "reason"?'
    assert line in done.stdout.split("\n")


def test_check_finds_the_root_from_a_folder_below(sample: Path) -> None:
    assert _run("check", cwd=sample / "quiz_bank").returncode == 0


def test_check_as_json_is_for_editors(sample: Path) -> None:
    _break(sample)

    report = json.loads(_run("check", "--format", "json", cwd=sample).stdout)

    assert report["errors"] >= 1
    reviews = {"items_reviewed": 0, "items": 3}
    assert reviews == report["expert_reviews"]
    assert {"lessons_read": 0, "lessons": 1, "items_read": 0} == report["readings"]
    fields = {"code", "severity", "file", "line", "column", "pointer", "message", "hint"}
    assert fields == set(report["problems"][0])


def test_check_warnings_alone_exit_with_zero(sample: Path) -> None:
    path = sample / ITEMS
    path.write_text(path.read_text("utf-8").replace("    objective: nhan-biet\n", ""), "utf-8")

    done = _run("check", cwd=sample)

    assert done.returncode == 0
    assert "LS017" in done.stdout


def test_check_on_a_day_before_the_law(sample: Path) -> None:
    done = _run("check", "--on", "2025-06-30", cwd=sample)

    assert done.returncode == 1
    assert "chưa có hiệu lực" in done.stdout


def test_check_on_a_day_that_is_none(sample: Path) -> None:
    done = _run("check", "--on", "30/6/2025", cwd=sample)

    assert done.returncode == 2
    assert "2026-11-24" in done.stderr


def test_check_counts_what_should_be_read_again_apart(sample: Path) -> None:
    lesson = sample / "lessons/thcs/mau.md"
    blame = "Thử hỏi cùng một xóm, sao con người ta yên ổn mà chỉ con nhà ấy bị dụ?"
    told = lesson.read_text("utf-8").replace("Chào cả lớp.", blame)
    lesson.write_text(told, encoding="utf-8")

    counted, listed = _run("check", cwd=sample), _run("check", "--reread", cwd=sample)

    assert (0, 0) == (counted.returncode, listed.returncode)
    assert "Máy đề nghị đọc lại 2 đoạn, không phải lỗi" in counted.stdout
    assert "SF100" not in counted.stdout
    assert "đọc lại SF100 thcs-mau: gần với SF003" in listed.stdout


def test_build_then_build_check(sample: Path) -> None:
    before = _run("build", "--check", cwd=sample)
    built = _run("build", cwd=sample)
    after = _run("build", "--check", cwd=sample)

    assert [1, 0, 0] == [before.returncode, built.returncode, after.returncode]


def test_build_writes_nothing_when_a_file_is_broken(sample: Path) -> None:
    _break(sample)

    done = _run("build", cwd=sample)

    assert done.returncode == 1
    assert "SC002" in done.stderr
    assert not (sample / "notebooks").exists()


@pytest.mark.parametrize(
    ("words", "name"),
    [
        (("export", "handout", "mau"), "mau.pdf"),
        (("export", "handout", "mau", "--teacher"), "mau-giao-vien.pdf"),
        (("export", "page", "mau"), "mau.html"),
        (("export", "leaflet", "mau"), "mau-to-roi.pdf"),
        (("export", "plan", "mau"), "mau-ke-hoach.docx"),
        (("export", "slides", "mau"), "mau.pptx"),
        (("export", "notebook", "mau"), "mau.ipynb"),
    ],
)
def test_export_writes_its_file(sample: Path, words: tuple[str, ...], name: str) -> None:
    done = _run(*words, cwd=sample)

    assert done.returncode == 0, done.stderr
    assert (sample / "out" / name).stat().st_size > 1000


def test_a_folder_without_content_is_told_what_to_do(tmp_path: Path) -> None:
    done = _run("check", "--root", str(tmp_path), cwd=tmp_path)

    assert done.returncode == 1
    assert "lachan.toml" in done.stderr


def test_coverage_names_each_hole_and_writes_a_page(sample: Path) -> None:
    done = _run("coverage", "--out", "bao-phu.html", cwd=sample)

    assert done.returncode == 1
    assert "hỏi mà chưa dạy: thcs: luat-mau/d3" in done.stdout
    page = (sample / "bao-phu.html").read_text("utf-8")
    assert "khoản 1 Điều 2 Luật Mẫu 2024" in page
    assert "<script" not in page
    assert "lớp 7: Hoạt động trải nghiệm, hướng nghiệp 1" in done.stdout
    assert "<li>Nêu được ba phần.</li>" in page


def test_law_impact_lists_lessons_and_items_with_their_lines(sample: Path) -> None:
    done = _run("law", "impact", "1/2024/QH15", cwd=sample)

    assert done.returncode == 0
    assert "bài học lessons/thcs/mau.md: Bài mẫu" in done.stdout
    assert f"câu hỏi {ITEMS}:2: mau-001 – khoản 1 Điều 2 Luật Mẫu 2024 [N1]" in done.stdout
    assert "1 bài học, 4 câu hỏi" in done.stdout


def test_law_impact_of_an_unknown_document_says_which_there_are(sample: Path) -> None:
    done = _run("law", "impact", "9/9999", cwd=sample)

    assert done.returncode == 1
    assert "1/2024/QH15" in done.stderr


def test_bank_stats_counts_by_type_and_level(sample: Path) -> None:
    done = _run("bank", "stats", cwd=sample)

    assert done.returncode == 0
    assert "4 câu hỏi; 1 bài học (Trung học cơ sở 1)" in done.stdout


def test_lab_gets_our_content_and_asks_nothing_of_the_web(tmp_path: Path) -> None:
    inherited = {
        "PATH": "/bin",
        "PYTHONPATH": "/own/modules",
        "JUPYTER_CONFIG_PATH": "/etc/own",
        "HOSTING_API_TOKEN": "rat-mat",
    }
    language = tmp_path / "ngon-ngu"
    environment = lab_environment(tmp_path, tmp_path / "kho", language, inherited)

    assert environment["PYTHONPATH"] == f"{language}{os.pathsep}/own/modules"
    ours, theirs = environment["JUPYTER_CONFIG_PATH"].split(os.pathsep)
    page = json.loads((Path(ours) / "labconfig/page_config.json").read_text("utf-8"))
    assert page["disabledExtensions"] == {"@jupyterlab/apputils-extension:announcements": True}
    assert (str(tmp_path), "/etc/own") == (environment["LACHAN_ROOT"], theirs)
    assert environment["LACHAN_SCHOOL"] == str(tmp_path / "kho")
    assert "HOSTING_API_TOKEN" not in environment


@pytest.mark.full
def test_lab_runs_no_settings_of_the_folder_one_is_in(sample: Path) -> None:
    trap = "open('da-chay.txt', 'w').close()\n"
    for name in ("jupyter_lab_config.py", "jupyter_config.py", "brotli.py", "tornado.py"):
        (sample / name).write_text(trap, encoding="utf-8")

    done = _run("lab", "--no-browser", "--show-config", cwd=sample)

    assert done.returncode == 0, done.stderr
    assert [each.name for each in sample.rglob("da-chay.txt")] == []
    assert (sample / "bai_cua_toi" / "thcs" / "mau.ipynb").is_file()


def test_items_go_out_for_review_and_a_role_of_nobody_is_refused(sample: Path) -> None:
    done = _run("review", "open", "--role", "law", "--name", "Nguyễn Thị Ánh", cwd=sample)
    assert (done.returncode, done.stderr) == (0, "")
    assert "out/tham-dinh-law-nguyen-thi-anh.docx: 4 câu, có đáp án" in done.stdout
    taken = _run("review", "take", "out/tham-dinh-law-nguyen-thi-anh.docx", cwd=sample)
    assert taken.stdout == "đã ghi dấu của Nguyễn Thị Ánh (law) vào 0 câu\n"
    refused = _run("review", "open", "--role", "expert", "--name", "An", cwd=sample)
    assert refused.returncode == 1
    assert "law, teacher, child-protection" in refused.stderr


def test_the_law_is_printed_and_written_as_a_page(sample: Path) -> None:
    printed = _run("law", "print", "--band", "thcs", "--on", "2026-01-15", cwd=sample)
    assert printed.returncode == 0
    assert (sample / "out/tra-cuu-phap-luat.pdf").read_bytes().startswith(b"%PDF-")
    assert _run("law", "page", cwd=sample).returncode == 0
    assert "Luật Mẫu" in (sample / "out/tra-cuu-phap-luat.html").read_text(encoding="utf-8")
