"""Choosing items for a blueprint, shuffling them into forms, and the key of each form.

Choosing is loaded by its first use: its solver brings numpy, which who only prints or checks does
not need.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

from lachan.assembly.codes import check_codes, default_codes
from lachan.assembly.faults import (
    AssemblyError,
    CodeError,
    EnemyError,
    IncludeError,
    Shortfall,
    ShortfallError,
    SolverLimitError,
    SpreadError,
)
from lachan.assembly.keys import (
    KeyRow,
    form_key,
    option_labels,
    printed_key,
    target_labels,
)
from lachan.assembly.measures import LEVEL_DIFFICULTY, Difficulty
from lachan.assembly.shuffling import as_written

if TYPE_CHECKING:
    from lachan.assembly.papers import assemble

__all__ = [
    "LEVEL_DIFFICULTY",
    "AssemblyError",
    "CodeError",
    "Difficulty",
    "EnemyError",
    "IncludeError",
    "KeyRow",
    "Shortfall",
    "ShortfallError",
    "SolverLimitError",
    "SpreadError",
    "as_written",
    "assemble",
    "check_codes",
    "default_codes",
    "form_key",
    "option_labels",
    "printed_key",
    "target_labels",
]


def __getattr__(name: str) -> Any:
    if name != "assemble":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return importlib.import_module(f"{__name__}.papers").assemble
