"""The line at the foot of what children are handed: whom to call."""

from __future__ import annotations

from lachan.domain.law import Hotline


def spell_help(hotline: Hotline | None) -> str:
    """Return the line, "" without a hotline."""
    if hotline is None:
        return ""
    terms = f" ({hotline.terms})" if hotline.terms else ""
    return f"Cần giúp đỡ, gọi {hotline.number}{terms}."
