"""Read quiz_bank/misconceptions.yaml (docs/formats.md section 4)."""

from __future__ import annotations

from pathlib import Path

from pydantic import Field, model_validator

from lachan.content.diagnostics import Diagnostics
from lachan.content.yaml.file import read_validated
from lachan.content.yaml.validation import Flag, Schema, Slug, Words
from lachan.domain.kinds import Band
from lachan.domain.misconceptions import Misconception
from lachan.domain.source import Source


class MisconceptionSchema(Schema):
    id: Slug
    belief: Words
    right: Words
    theme: Slug
    holders: tuple[Band, ...] = Field(min_length=1)
    citations: tuple[Words, ...] = ()
    skill: Flag = False

    @model_validator(mode="after")
    def rests_on_law_or_says_it_does_not(self) -> MisconceptionSchema:
        if self.skill == bool(self.citations):
            raise ValueError("cần đúng một trong hai: citations, hoặc skill: yes")
        return self


class MisconceptionsSchema(Schema):
    misconceptions: tuple[MisconceptionSchema, ...] = ()


def read_misconceptions(
    path: Path, root: Path, diagnostics: Diagnostics
) -> tuple[Misconception, ...]:
    """Return the catalogue in its order; no file, no entries."""
    raw = read_validated(MisconceptionsSchema, path, root, diagnostics) if path.is_file() else None
    file = diagnostics.name_of(path, root)
    return tuple(
        Misconception(
            id=each.id,
            belief=each.belief,
            right=each.right,
            theme=each.theme,
            holders=frozenset(each.holders),
            citations=each.citations,
            is_skill=each.skill,
            source=Source(file, ("misconceptions", index)),
        )
        for index, each in enumerate(raw.misconceptions if raw else ())
    )
