"""Scalars stay text; whatever is fed in gives a value or a located problem, never a traceback."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from lachan.content.diagnostics import Diagnostics
from lachan.content.yaml.source import parse_yaml


def _parse(text: str) -> tuple[object, Diagnostics]:
    diagnostics = Diagnostics()
    return parse_yaml(text, "t.yaml", diagnostics), diagnostics


def test_scalars_that_yaml_would_turn_into_something_else_stay_text() -> None:
    value, _ = _parse("a: no\nb: 12:30:45\nc: 1_000\nd: 2026-11-24\ne: 0o17\nf: True\ng: 1.0")

    expected = {
        "a": "no", "b": "12:30:45", "c": "1_000", "d": "2026-11-24", "e": "0o17", "f": "True",
        "g": "1.0",
    }  # fmt: skip
    assert expected == value


def test_empty_values_are_none_and_quoted_ones_are_text() -> None:
    value, _ = _parse('a:\nb: ~\nc: null\nd: ""\ne: "null"')

    assert {"a": None, "b": None, "c": None, "d": "", "e": "null"} == value


def test_every_value_has_its_place() -> None:
    _, diagnostics = _parse("a:\n  - b: x\n    c: [1, 2]\n")

    positions = diagnostics.positions["t.yaml"]
    assert (2, 8) == positions["a", 0, "b"]
    assert (3, 12) == positions["a", 0, "c", 1]


@given(st.text(alphabet=st.sampled_from("abc:-[]{}&*!|>'\"\n\t #,?%@`\x00\ufeffđ"), max_size=80))
def test_any_text_gives_a_value_or_a_problem(text: str) -> None:
    value, diagnostics = _parse(text)

    for problem in diagnostics.problems:
        assert problem.line >= 1
        assert problem.column >= 1
    if value is None and text.strip(" \n\t\ufeff") and not diagnostics.problems:
        # Only comments, an explicit null or empty documents have no value and no fault.
        assert any(mark in text for mark in "#&-%!|>'\"[{:~") or "null" in text


def test_deep_nesting_is_a_problem_not_a_crash() -> None:
    value, diagnostics = _parse("[" * 900)

    assert value is None
    assert ["YM004"] == [problem.code for problem in diagnostics.problems]
