"""Read a whole YAML file into one schema."""

from __future__ import annotations

from pathlib import Path

from lachan.content.diagnostics import Diagnostics
from lachan.content.files import read_text
from lachan.content.yaml.source import parse_yaml
from lachan.content.yaml.validation import S, validate
from lachan.domain.source import Source


def read_validated(schema: type[S], path: Path, root: Path, diagnostics: Diagnostics) -> S | None:
    """Return the file as an instance of `schema`, or None after reporting every fault."""
    source = Source(diagnostics.name_of(path, root))
    if not path.is_file():
        diagnostics.report("FI006", source, "thiếu tệp bắt buộc này", "xem docs/formats.md")
        return None
    text = read_text(path, root, diagnostics)
    if text is None:
        return None
    before = len(diagnostics.problems)
    data = parse_yaml(text, source.file, diagnostics)
    if data is None and len(diagnostics.problems) > before:
        return None
    return validate(schema, data, source, diagnostics)
