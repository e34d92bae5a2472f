"""Read quiz_bank/difficulty.yaml: how hard items proved to be (docs/formats.md section 6)."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator, Field, model_validator

from lachan.content.diagnostics import Diagnostics
from lachan.content.yaml.file import read_validated
from lachan.content.yaml.validation import Schema, Slug, wrong_field
from lachan.domain.revisions import find_revision_fault


def _require_known(revision: str) -> str:
    if words := find_revision_fault(revision):
        raise ValueError(f"{words}; hãy đo lại, hoặc bỏ dòng này")
    return revision


Revision = Annotated[str, AfterValidator(_require_known)]


class MeasuredSchema(Schema):
    id: Slug
    revision: Revision
    wrong: Decimal = Field(ge=0, le=1)
    answers: int = Field(gt=0)


class DifficultySchema(Schema):
    measured: tuple[MeasuredSchema, ...] = ()

    @model_validator(mode="after")
    def once_each(self) -> DifficultySchema:
        seen: set[tuple[str, str]] = set()
        for row in self.measured:
            if (row.id, row.revision) in seen:
                raise wrong_field("measured", f"câu {row.id} ({row.revision}) ghi hai lần")
            seen.add((row.id, row.revision))
        return self


def read_difficulty(path: Path, root: Path, diagnostics: Diagnostics) -> dict[tuple[str, str], int]:
    """Return (item id, revision) → share of wrong answers in thousandths; no file, no entries.

    An item that has changed since it was measured has another revision and so no entry.
    """
    raw = read_validated(DifficultySchema, path, root, diagnostics) if path.is_file() else None
    if raw is None:
        return {}
    return {(row.id, row.revision): round(row.wrong * 1000) for row in raw.measured}
