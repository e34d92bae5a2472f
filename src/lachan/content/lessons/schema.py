"""The front matter of a lesson, as docs/formats.md section 3 writes it."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, field_validator

from lachan.content.items.schema import OverrideSchema, ReadingSchema
from lachan.content.yaml.validation import Flag, Schema, Slug, Words
from lachan.domain.curriculum import Hour, ReadIn
from lachan.domain.kinds import Band, Phase, Sensitivity


class ObjectiveSchema(Schema):
    id: Slug
    text: Words


class TurnsSchema(Schema):
    groups: int = Field(gt=0, le=45)
    seconds: int = Field(gt=0, le=600)


class StepSchema(Schema):
    id: Slug
    period: int = Field(default=1, ge=1, le=3)
    minutes: int = Field(gt=0, le=120)
    phase: Phase
    form: Slug | Literal[""] = ""
    objective: Words
    content: Words
    product: Words
    organisation: Words
    task: str = ""
    everyone: str = ""
    report: str = ""
    conclude: str = ""
    show: str = ""
    turns: TurnsSchema | None = None
    work: int = Field(default=0, ge=0, le=3600)
    material: tuple[Words, ...] = ()


class ObservationSchema(Schema):
    objective: Slug
    levels: tuple[Words, ...]

    @field_validator("levels")
    @classmethod
    def are_three(cls, levels: tuple[str, ...]) -> tuple[str, ...]:
        if len(levels) != 3:
            raise ValueError(f"cần ba mức (cần giúp thêm, đạt, làm tốt), thấy {len(levels)}")
        return levels


class OutcomeSchema(Schema):
    text: Words
    read: ReadIn


class AnchorSchema(Schema):
    grade: int = Field(ge=1, le=12)
    subject: Words
    strand: str = ""
    topic: str = ""
    hour: Hour | None = None
    outcomes: tuple[OutcomeSchema, ...] = ()
    link: Flag = False


class LessonSchema(Schema):
    id: Slug
    title: Words
    band: Band
    position: int = Field(default=1, gt=0, le=99)
    edition: int = Field(default=1, ge=1, le=2)
    periods: int = Field(default=1, ge=1, le=3)
    grades: tuple[int, ...] = ()
    subject: Words
    summary: Words
    sensitivity: Sensitivity
    objectives: tuple[ObjectiveSchema, ...] = Field(min_length=1)
    questions: tuple[Words, ...] = Field(min_length=1)
    key_points: tuple[Words, ...] = Field(min_length=1)
    prerequisites: tuple[Slug, ...] = ()
    competences: tuple[Words, ...] = Field(min_length=1)
    qualities: tuple[Words, ...] = Field(min_length=1)
    equipment: tuple[Words, ...] = ()
    steps: tuple[StepSchema, ...] = Field(min_length=1)
    citations: tuple[Words, ...] = Field(min_length=1)
    before_after: tuple[Slug, ...] = ()
    exit_ticket: tuple[Words, ...] = ()
    observe: tuple[ObservationSchema, ...] = ()
    extension: str = ""
    programme: tuple[AnchorSchema, ...] = ()
    reviews: tuple[ReadingSchema, ...] = ()
    overrides: tuple[OverrideSchema, ...] = ()
