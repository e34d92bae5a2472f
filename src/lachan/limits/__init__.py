"""How much of everything the kit takes: one table, from which docs/gioi-han.md is written.

A module a door; code asks for ``LARGEST_BODY.value`` and keeps no number of its own.
"""

from lachan.limits.limit import BYTES, PERCENT, SECONDS, Limit

__all__ = ["BYTES", "PERCENT", "SECONDS", "Limit"]
