"""Read law/words.yaml (docs/formats.md section 5)."""

from __future__ import annotations

from pathlib import Path

from lachan.content.diagnostics import Diagnostics
from lachan.content.yaml.file import read_validated
from lachan.content.yaml.validation import Flag, Schema, Words
from lachan.domain.law_words import Headword
from lachan.domain.source import Source


class HeadwordSchema(Schema):
    word: Words
    also: tuple[Words, ...] = ()
    suggest: Flag = False


class HeadwordsSchema(Schema):
    words: tuple[HeadwordSchema, ...] = ()


def read_law_words(path: Path, root: Path, diagnostics: Diagnostics) -> tuple[Headword, ...]:
    """Return the headwords in the order of the file; no file, no headwords."""
    raw = read_validated(HeadwordsSchema, path, root, diagnostics) if path.is_file() else None
    file = diagnostics.name_of(path, root)
    return tuple(
        Headword(each.word, each.also, each.suggest, Source(file, ("words", index)))
        for index, each in enumerate(raw.words if raw else ())
    )
