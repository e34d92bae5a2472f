"""The wizard, by options and by answers."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from lachan.cli.main import app
from lachan.content.papers.blueprint_reader import load_blueprint
from lachan.domain.kinds import FormMode, ItemType

BY_OPTIONS = ("--band", "thcs", "--title", "Đề thử", "--minutes", "20")


def run(root: Path, *words: str, answers: str = "") -> tuple[int, str]:
    done = CliRunner().invoke(app, ["paper", "plan", *words, "--root", str(root)], input=answers)
    return done.exit_code, done.output + done.stderr


def test_options_alone_ask_nothing(repository: Path, tmp_path: Path) -> None:
    path = tmp_path / "de.yaml"
    parts = ("--part", "single_choice:12:0,25", "--part", "true_false_group:2")

    status, told = run(repository, str(path), *BY_OPTIONS, *parts, "--mode", "different")

    assert (0, True) == (status, f"đã ghi {path}" in told)
    blueprint = load_blueprint(path)
    assert [(ItemType.SINGLE_CHOICE, 12), (ItemType.TRUE_FALSE_GROUP, 2)] == [
        (part.type, part.count) for part in blueprint.parts
    ]
    assert (FormMode.DIFFERENT, 20, 4) == (
        blueprint.rules.mode,
        blueprint.minutes,
        blueprint.form_count,
    )


def test_answers_lead_to_the_same_file(repository: Path, tmp_path: Path) -> None:
    path = tmp_path / "de.yaml"
    # Band, a topic that is none, two topics, count and points of each type, title, minutes.
    answers = "thcs\n9\n1,4\n99\n6\n0,5\n0\n2\n1\n0\n0\n0\n0\n0\nĐề hỏi\n0\n15\n"

    status, told = run(repository, str(path), answers=answers)

    assert 0 == status, told
    blueprint = load_blueprint(path)
    assert ("Đề hỏi", 15) == (blueprint.title, blueprint.minutes)
    assert {"mua-ban-nguoi-la-gi", "viec-nhe-luong-cao"} == {
        cell.topic for part in blueprint.parts for cell in part.cells
    }
    assert "Chỉ nhận các số từ 1 đến 7." in told
    assert "Chỉ nhận số từ 0 đến 47." in told
    assert "Ngân hàng câu hỏi" in told


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--part", "singlechoice:2"), "không có dạng"),
        (("--part", "single_choice:0"), "từ 1 đến 100"),
        (("--part", "single_choice"), "từ 1 đến 100"),
        (("--part", "single_choice:2:-1"), "số dương"),
        (("--part", "single_choice:2:nhiều"), "số dương"),
        (("--part", "single_choice:2", "--levels", "1,2"), "ba số"),
        (("--part", "single_choice:2", "--levels", "0,0,0"), "lớn hơn 0"),
        ((), "không có ai để hỏi"),
    ],
)
def test_what_cannot_be_read_is_told(sample: Path, words: tuple[str, ...], told: str) -> None:
    path = sample / "de.yaml"

    status, said = run(sample, str(path), *BY_OPTIONS, *words)

    assert (2, True, False) == (status, told in " ".join(said.split()), path.exists()), said
