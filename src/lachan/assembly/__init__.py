"""Choosing items for a blueprint, shuffling them into forms, and the key of each form."""

from lachan.assembly.codes import check_codes, default_codes
from lachan.assembly.faults import (
    AssemblyError,
    CodeError,
    EnemyError,
    Shortfall,
    ShortfallError,
)
from lachan.assembly.keys import (
    KeyRow,
    form_key,
    option_labels,
    printed_key,
    target_labels,
    true_false_steps,
)
from lachan.assembly.papers import assemble
from lachan.assembly.shuffling import as_written

__all__ = [
    "AssemblyError",
    "CodeError",
    "EnemyError",
    "KeyRow",
    "Shortfall",
    "ShortfallError",
    "as_written",
    "assemble",
    "check_codes",
    "default_codes",
    "form_key",
    "option_labels",
    "printed_key",
    "target_labels",
    "true_false_steps",
]
