"""Age and safety rules (SF001…): what a text on trafficking must not do to its readers."""

from lachan.checks.safety.catalogue import Breach, judge, safety_rules
from lachan.checks.safety.check import check_safety
from lachan.checks.safety.rule import SafetyRule

__all__ = ["Breach", "SafetyRule", "check_safety", "judge", "safety_rules"]
