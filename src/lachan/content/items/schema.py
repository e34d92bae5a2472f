"""The shape of quiz YAML (docs/formats.md section 4), before it becomes domain items."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, StringConstraints, model_validator

from lachan.content.items.scenarios import SceneSchema, refuse_bad_walk
from lachan.content.yaml.validation import Flag, Schema, Slug, Words, wrong_field
from lachan.domain.kinds import Level, Sensitivity, Status, Use

# Roles that nobody holds without standing for it by name.
SIGNED_ROLES = ("teacher", "child-protection")

SHORT_ANSWER = re.compile(r"[0-9,-]{1,4}")

OptionId = Annotated[str, StringConstraints(pattern=r"^[a-f]$")]


def require_unique(ids: Sequence[str]) -> None:
    """Refuse ids that stand twice within one item."""
    if len(set(ids)) < len(ids):
        raise ValueError(f"mã trùng nhau trong câu: {', '.join(ids)}")


class ReadingSchema(Schema):
    """Who-type read a text again, and when."""

    role: Literal["author", "law", "safety", "language"]
    date: date


class ReviewSchema(Schema):
    """A reading of an item; ``lachan review take`` writes those with a name and a revision."""

    role: Literal["author", "law", "safety", "language", "teacher", "child-protection"]
    date: date
    name: str = ""
    revision: str = ""

    @model_validator(mode="after")
    def is_signed_in_full(self) -> ReviewSchema:
        if bool(self.name) != bool(self.revision):
            raise ValueError("lượt đọc có tên thì ghi đủ name và revision (lachan review take)")
        if self.role in SIGNED_ROLES and not self.name:
            raise ValueError(f"lượt đọc {self.role} phải có name và revision (lachan review take)")
        return self


class OverrideSchema(Schema):
    """A safety rule set aside, with its reason (docs/safety.md)."""

    rule: Annotated[str, StringConstraints(pattern=r"^SF\d{3}$")]
    reason: Words


class MediaSchema(Schema):
    path: Words
    alt: Words
    credit: str = ""


class ChoiceSchema(Schema):
    id: OptionId
    text: Words
    reason: str = ""
    pinned: Flag = False
    misconception: str = ""


class StatementSchema(Schema):
    id: OptionId
    text: Words
    key: Annotated[bool, BeforeValidator(lambda v: {"dung": True, "sai": False}.get(v, v))]
    reason: str = ""
    citations: tuple[str, ...] = ()
    level: Level | None = None
    misconception: str = ""


class StimulusSchema(Schema):
    """A text that several items of a file ask about."""

    text: Words


class ItemSchema(Schema):
    """What every type shares."""

    id: Slug
    level: Level
    stem: Words
    citations: tuple[Words, ...] = ()
    skill: Flag = False
    use: Use = Use.PRACTICE
    status: Status = Status.READY
    objective: str = ""
    grades: tuple[int, ...] = ()
    lang: str = "vi"
    media: MediaSchema | None = None
    sensitivity: Sensitivity = Sensitivity.LOW
    enemies: tuple[str, ...] = ()
    group: str = ""
    stimulus: str = ""
    seconds: int = Field(default=60, gt=0, le=3600)
    reviews: tuple[ReviewSchema, ...] = ()
    overrides: tuple[OverrideSchema, ...] = ()

    @model_validator(mode="after")
    def rests_on_law_or_says_it_does_not(self) -> ItemSchema:
        if self.skill and self.citations:
            raise wrong_field("skill", "câu kĩ năng sống không dẫn luật; bỏ một trong hai")
        if self.stimulus and self.group:
            raise wrong_field("group", "câu có stimulus đã thuộc nhóm của ngữ liệu ấy; bỏ group")
        if not self.skill and not self.citations:
            message = "thiếu citations; câu kĩ năng sống không cần luật thì ghi skill: yes"
            raise wrong_field("citations", message)
        return self


class SingleChoiceSchema(ItemSchema):
    type: Literal["single_choice"]
    choices: tuple[ChoiceSchema, ...] = Field(min_length=3, max_length=5)
    key: str

    @model_validator(mode="before")
    @classmethod
    def one_key(cls, data: object) -> object:
        if isinstance(data, dict) and isinstance(data.get("key"), list):
            keys = ", ".join(str(key) for key in data["key"])
            raise wrong_field("key", f"single_choice chỉ có một đáp án; thấy [{keys}]")
        return data

    @model_validator(mode="after")
    def key_is_a_choice(self) -> SingleChoiceSchema:
        require_unique([choice.id for choice in self.choices])
        _require_known({self.key}, self.choices)
        return self


class MultipleChoiceSchema(ItemSchema):
    type: Literal["multiple_choice"]
    choices: tuple[ChoiceSchema, ...] = Field(min_length=4, max_length=6)
    key: tuple[str, ...] = Field(min_length=2)

    @model_validator(mode="after")
    def keys_are_choices(self) -> MultipleChoiceSchema:
        require_unique([choice.id for choice in self.choices])
        _require_known(set(self.key), self.choices)
        if len(set(self.key)) < len(self.key):
            raise wrong_field("key", "có mã lựa chọn viết hai lần")
        if len(self.key) == len(self.choices):
            raise wrong_field("key", "mọi lựa chọn đều đúng thì không còn gì để chọn")
        return self


class TrueFalseGroupSchema(ItemSchema):
    type: Literal["true_false_group"]
    statements: tuple[StatementSchema, ...]

    @model_validator(mode="after")
    def four_statements(self) -> TrueFalseGroupSchema:
        ids = [statement.id for statement in self.statements]
        if ids != ["a", "b", "c", "d"]:
            message = f"cần đúng bốn ý a, b, c, d theo thứ tự; thấy {', '.join(ids) or '0'}"
            raise wrong_field("statements", message)
        return self


class ShortAnswerSchema(ItemSchema):
    type: Literal["short_answer"]
    key: str
    accepted: tuple[str, ...] = ()
    unit: str = ""
    reason: str = ""

    @model_validator(mode="after")
    def fits_the_boxes(self) -> ShortAnswerSchema:
        for place, answer in (("key", self.key), *(("accepted", each) for each in self.accepted)):
            if not SHORT_ANSWER.fullmatch(answer):
                message = f'đáp án "{answer}" phải là 1–4 kí tự gồm chữ số, dấu trừ, dấu phẩy'
                raise wrong_field(place, message)
        return self


class ShortTextSchema(ItemSchema):
    type: Literal["short_text"]
    key: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=40)]
    accepted: tuple[Words, ...] = ()
    reason: str = ""


class PairSchema(Schema):
    id: OptionId
    left: Words
    right: Words
    reason: str = ""


class ExtraSchema(Schema):
    id: Annotated[str, StringConstraints(pattern=r"^[a-z]$")]
    text: Words
    reason: str = ""


class MatchingSchema(ItemSchema):
    type: Literal["matching"]
    pairs: tuple[PairSchema, ...] = Field(min_length=3, max_length=6)
    extra: tuple[ExtraSchema, ...] = Field(default=(), max_length=3)

    @model_validator(mode="after")
    def ids_are_unique(self) -> MatchingSchema:
        require_unique([*(pair.id for pair in self.pairs), *(each.id for each in self.extra)])
        return self


class OrderingSchema(ItemSchema):
    type: Literal["ordering"]
    steps: tuple[ExtraSchema, ...] = Field(min_length=3, max_length=6)

    @model_validator(mode="after")
    def ids_are_unique(self) -> OrderingSchema:
        require_unique([step.id for step in self.steps])
        return self


class ScenarioSchema(ItemSchema):
    type: Literal["scenario"]
    scenes: tuple[SceneSchema, ...] = Field(min_length=3, max_length=20)
    chat: Flag = False

    @model_validator(mode="after")
    def can_be_walked(self) -> ScenarioSchema:
        refuse_bad_walk(self.scenes)
        return self


class CriterionSchema(Schema):
    id: OptionId
    text: Words
    points: Decimal = Field(gt=0, le=10)


class EssaySchema(ItemSchema):
    type: Literal["essay"]
    rubric: tuple[CriterionSchema, ...] = Field(min_length=2, max_length=5)
    guide: Words
    words: tuple[int, int] | None = None

    @model_validator(mode="after")
    def rubric_is_usable(self) -> EssaySchema:
        require_unique([criterion.id for criterion in self.rubric])
        if self.words is not None and not 0 < self.words[0] <= self.words[1]:
            raise wrong_field("words", "cần [ít nhất, nhiều nhất]")
        return self


SCHEMA_OF_TYPE: dict[str, type[ItemSchema]] = {
    "single_choice": SingleChoiceSchema,
    "multiple_choice": MultipleChoiceSchema,
    "true_false_group": TrueFalseGroupSchema,
    "short_answer": ShortAnswerSchema,
    "short_text": ShortTextSchema,
    "matching": MatchingSchema,
    "ordering": OrderingSchema,
    "scenario": ScenarioSchema,
    "essay": EssaySchema,
}


def _require_known(keys: set[str], choices: tuple[ChoiceSchema, ...]) -> None:
    unknown = sorted(keys - {choice.id for choice in choices})
    if unknown:
        known = ", ".join(choice.id for choice in choices)
        message = f'đáp án "{", ".join(unknown)}" không có trong các lựa chọn ({known})'
        raise wrong_field("key", message)
