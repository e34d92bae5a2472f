"""Parse the rich-text fields of a file and report what lies outside the subset."""

from __future__ import annotations

from lachan.content.diagnostics import Diagnostics, locate
from lachan.domain.rich.text import RichText
from lachan.domain.source import Source
from lachan.markup import parse_rich_text


def read_rich(
    text: str, source: Source, diagnostics: Diagnostics, *, tables: bool = False
) -> RichText:
    """Return the parsed text of a YAML field; faults point at the field.

    With `tables` it may hold what the body of a lesson may: tables and small headings.
    """
    content, faults = parse_rich_text(text, in_lesson=tables)
    for fault in faults:
        diagnostics.report(fault.code, source, f"{source.pointer[-1]}: {fault.message}", fault.hint)
    return content


def read_rich_body(text: str, source: Source, diagnostics: Diagnostics) -> RichText:
    """Return the parsed text of a part of a lesson's body; faults point at their line."""
    content, faults = parse_rich_text(text, in_lesson=True)
    first_line, _ = locate(diagnostics.positions, source)
    for fault in faults:
        at = (first_line + fault.line, 1)
        diagnostics.report_at(fault.code, source.file, at, fault.message, fault.hint)
    return content
