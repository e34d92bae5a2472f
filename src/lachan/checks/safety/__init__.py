"""Age and safety rules (SF001…): what a text on trafficking must not do to its readers."""

from lachan.checks.safety.catalogue import Breach, judge, safety_rules
from lachan.checks.safety.check import check_safety
from lachan.checks.safety.rereading import REREAD, Doubt, find_doubts, reread
from lachan.checks.safety.rule import SafetyRule

__all__ = [
    "REREAD",
    "Breach",
    "Doubt",
    "SafetyRule",
    "check_safety",
    "find_doubts",
    "judge",
    "reread",
    "safety_rules",
]
