"""What the package offers, and that it loads its solver by first use only."""

from __future__ import annotations

import pytest

import lachan.assembly
from lachan.assembly.papers import assemble


def test_the_one_function_that_needs_a_solver_comes_when_it_is_asked_for() -> None:
    assert lachan.assembly.assemble is assemble


def test_what_the_package_does_not_have_is_told_by_name() -> None:
    with pytest.raises(AttributeError, match="'khong_co'"):
        getattr(lachan.assembly, "khong_co")  # noqa: B009 - its type says that it is not there
