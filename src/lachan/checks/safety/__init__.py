"""Age and safety rules (SF001…): what a text on trafficking must not do to its readers."""

from lachan.checks.safety.catalogue import SAFETY_RULES, Breach, judge
from lachan.checks.safety.check import check_safety
from lachan.checks.safety.rule import SafetyRule

__all__ = ["SAFETY_RULES", "Breach", "SafetyRule", "check_safety", "judge"]
