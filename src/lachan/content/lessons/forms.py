"""Read lessons/forms.yaml: the forms of work that steps name."""

from __future__ import annotations

from pathlib import Path

from pydantic import Field

from lachan.content.diagnostics import Diagnostics
from lachan.content.yaml.file import read_validated
from lachan.content.yaml.validation import Flag, Schema, Slug, Words
from lachan.domain.forms import Form
from lachan.domain.source import Source


class FormSchema(Schema):
    id: Slug
    title: Words
    how: Words
    everyone: Words
    material: tuple[Words, ...] = ()
    everyday: Flag = False


class FormsSchema(Schema):
    forms: tuple[FormSchema, ...] = Field(default=())


def read_forms(path: Path, root: Path, diagnostics: Diagnostics) -> tuple[Form, ...]:
    """Return the catalogue in its order; no file, no forms."""
    raw = read_validated(FormsSchema, path, root, diagnostics) if path.is_file() else None
    file = diagnostics.name_of(path, root)
    return tuple(
        Form(
            **each.model_dump(exclude={"everyday"}),
            is_everyday=each.everyday,
            source=Source(file, ("forms", index)),
        )
        for index, each in enumerate(raw.forms if raw else ())
    )
