"""The model is read without the libraries that made it, and judges whatever it is given."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lachan.checks.safety import safety_rules
from lachan.checks.safety.model import (
    WEIGHTS,
    SafetyModel,
    Weight,
    load_model,
    read_model,
    write_model,
)

SMALL = SafetyModel(
    {"bị": Weight(30), "bị lừa": Weight(60, (("SF003", 5), ("SF007", 2))), "gọi": Weight(-90)},
    bias=-20,
    threshold=10,
)


def test_a_score_is_the_sum_over_the_root_of_how_many_runs_are_known() -> None:
    assert 90 / 2**0.5 - 30 == SMALL.score("Bị lừa")
    assert -90 - 30 == SMALL.score("gọi")


def test_a_run_counts_once() -> None:
    assert SMALL.score("bị lừa") == SMALL.score("bị lừa, bị lừa")


def test_the_nearest_rule_comes_first() -> None:
    assert ["SF003", "SF007"] == SMALL.rank_rules("bị lừa")
    assert [] == SMALL.rank_rules("gọi")


def test_what_is_written_is_read_again() -> None:
    assert SMALL == read_model(write_model(SMALL))


def test_the_carried_file_is_what_its_model_writes(repository: Path) -> None:
    written = (repository / "src/lachan/checks/safety" / WEIGHTS).read_text("utf-8")

    assert written.splitlines() == list(write_model(load_model()))
    assert len(written.encode()) <= 300_000


def test_another_format_is_refused() -> None:
    with pytest.raises(ValueError, match="lachan-safety-model 1"):
        read_model(["lachan-safety-model 2", "0 0"])


def test_the_carried_model_names_rules_that_there_are() -> None:
    named = {code for weight in load_model().weights.values() for code, _ in weight.codes}

    assert named <= {rule.code for rule in safety_rules()}


@given(st.text())
def test_no_text_is_too_strange_for_it(text: str) -> None:
    model = load_model()

    assert isinstance(model.score(text), float)
    assert isinstance(model.rank_rules(text), list)


READING = """
import sys
from pathlib import Path
from lachan.checks.safety.model import load_model

load_model().score("Bạn ấy bị lừa.")
print([name for name in ("sklearn", "scipy", "numpy") if name in sys.modules])
"""

PUPIL = """
import sys
from pathlib import Path
import lachan.apps.lesson, lachan.apps.practice, lachan.contest_room
import lachan.serving.pages, lachan.widgets

print([name for name in sys.modules if name.startswith("lachan.checks")])
"""


@pytest.mark.parametrize("code", [READING, PUPIL], ids=["reading", "pupil"])
def test_it_costs_no_one_a_library_and_a_pupil_nothing(code: str) -> None:
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert told.stdout.strip() == "[]"
