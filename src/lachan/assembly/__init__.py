"""Choosing items for a blueprint, shuffling them into forms, and the key of each form."""

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
from lachan.assembly.papers import assemble
from lachan.assembly.shuffling import as_written

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
