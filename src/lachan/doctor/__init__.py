"""What the operator should know before a class or a contest: looked at, and told in words.

A module a family of checks. What judges is a pure function of what was read, so that every
answer of it can be tried without the machine that would give it.
"""

from lachan.doctor.examination import examine
from lachan.doctor.finding import Finding, State, exit_status
from lachan.doctor.plan import Plan

__all__ = ["Finding", "Plan", "State", "examine", "exit_status"]
