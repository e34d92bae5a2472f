"""Turn the type-specific part of an item's YAML into its body."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Protocol

from lachan.content.diagnostics import Diagnostics
from lachan.content.items import schema
from lachan.content.items.scenarios import SceneSchema
from lachan.content.rich_fields import read_rich
from lachan.domain.bodies import (
    Body,
    Choice,
    Criterion,
    Essay,
    Matching,
    MultipleChoice,
    Ordering,
    Pair,
    Scenario,
    Scene,
    SceneChoice,
    ShortAnswer,
    ShortText,
    SingleChoice,
    Statement,
    TrueFalseGroup,
)
from lachan.domain.messages import find_talk_faults, read_talk
from lachan.domain.rich.text import RichText
from lachan.domain.source import Source


class _Option(Protocol):
    """What choices, steps and right sides have in common."""

    @property
    def id(self) -> str: ...
    @property
    def text(self) -> str: ...
    @property
    def reason(self) -> str: ...


class BodyReader:
    """Reads the body of one item; faults of its texts go to `diagnostics`."""

    def __init__(self, source: Source, diagnostics: Diagnostics) -> None:
        self._source = source
        self._diagnostics = diagnostics

    def read(self, raw: schema.ItemSchema) -> Body:
        """Return the body that belongs to the schema's type."""
        match raw:
            case schema.SingleChoiceSchema():
                return SingleChoice(self._choices(raw.choices), raw.key)
            case schema.MultipleChoiceSchema():
                return MultipleChoice(self._choices(raw.choices), frozenset(raw.key))
            case schema.TrueFalseGroupSchema():
                return TrueFalseGroup(self._statements(raw.statements))
            case schema.ShortAnswerSchema():
                return ShortAnswer(
                    raw.key, raw.accepted, raw.unit, self._rich(raw.reason, "reason")
                )
            case schema.ShortTextSchema():
                return ShortText(raw.key, raw.accepted, self._rich(raw.reason, "reason"))
            case schema.MatchingSchema():
                return Matching(self._pairs(raw.pairs), self._options("extra", raw.extra))
            case schema.OrderingSchema():
                return Ordering(self._options("steps", raw.steps))
            case schema.ScenarioSchema():
                scenes = tuple(self._scene(i, each) for i, each in enumerate(raw.scenes))
                if raw.chat:
                    self._check_talk(scenes)
                return Scenario(scenes, raw.chat)
            case schema.EssaySchema():
                guide = self._rich(raw.guide, "guide")
                return Essay(self._rubric(raw.rubric), guide, raw.words)
        raise AssertionError(f"a schema without a body: {type(raw).__name__}")

    def _rich(self, text: str, *path: str | int) -> RichText:
        return read_rich(text, self._source.at(*path), self._diagnostics)

    def _choices(self, raw: Sequence[schema.ChoiceSchema]) -> tuple[Choice, ...]:
        return tuple(
            replace(option, pinned=each.pinned, misconception=each.misconception)
            for option, each in zip(self._options("choices", raw), raw, strict=True)
        )

    def _options(self, name: str, raw: Sequence[_Option]) -> tuple[Choice, ...]:
        return tuple(
            Choice(
                each.id,
                self._rich(each.text, name, index, "text"),
                self._rich(each.reason, name, index, "reason"),
            )
            for index, each in enumerate(raw)
        )

    def _statements(self, raw: Sequence[schema.StatementSchema]) -> tuple[Statement, ...]:
        options = self._options("statements", raw)
        return tuple(
            Statement(
                option.id,
                option.text,
                each.key,
                option.reason,
                each.citations,
                each.level,
                each.misconception,
            )
            for option, each in zip(options, raw, strict=True)
        )

    def _pairs(self, raw: Sequence[schema.PairSchema]) -> tuple[Pair, ...]:
        return tuple(
            Pair(
                each.id,
                self._rich(each.left, "pairs", index, "left"),
                self._rich(each.right, "pairs", index, "right"),
                self._rich(each.reason, "pairs", index, "reason"),
            )
            for index, each in enumerate(raw)
        )

    def _scene(self, index: int, raw: SceneSchema) -> Scene:
        choices = tuple(
            SceneChoice(
                each.id,
                self._rich(each.text, "scenes", index, "choices", number, "text"),
                self._rich(each.reason, "scenes", index, "choices", number, "reason"),
                each.next,
                each.best,
            )
            for number, each in enumerate(raw.choices)
        )
        return Scene(raw.id, self._rich(raw.text, "scenes", index, "text"), choices, raw.ending)

    def _rubric(self, raw: Sequence[schema.CriterionSchema]) -> tuple[Criterion, ...]:
        return tuple(
            Criterion(each.id, self._rich(each.text, "rubric", index, "text"), each.points)
            for index, each in enumerate(raw)
        )

    def _check_talk(self, scenes: Sequence[Scene]) -> None:
        """Tell what of a chat is no message, and a scene in which nobody writes anything."""
        for index, scene in enumerate(scenes):
            place = self._source.at("scenes", index, "text")
            hint = "xem docs/formats.md mục 4, Trò chuyện"
            for line, why in find_talk_faults(scene.text):
                self._diagnostics.report("QB023", place, f'"{line[:40]}": {why}', hint)
            if scene.choices and not any(each.sender for each in read_talk(scene.text)):
                message = f'cảnh "{scene.id}" của một cuộc trò chuyện không có tin nhắn nào'
                self._diagnostics.report("QB023", place, message, hint)
