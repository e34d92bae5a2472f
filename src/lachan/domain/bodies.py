"""What each item type asks and how it is keyed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from lachan.domain.kinds import Ending, ItemType, Level
from lachan.domain.rich.text import RichText

WORDS_PER_LINE = 10
USUAL_LINES = 8


@dataclass(frozen=True, slots=True)
class Choice:
    """One choice; `id` is stable and never the printed letter, which depends on the form.

    `misconception` is the id of what people who choose it tend to believe, "" where none is named.
    """

    id: str
    text: RichText
    reason: RichText = ()
    pinned: bool = False
    misconception: str = ""


@dataclass(frozen=True, slots=True)
class Statement:
    """One of the four statements of a true/false group, with its own key and reason."""

    id: str
    text: RichText
    key: bool
    reason: RichText = ()
    citations: tuple[str, ...] = ()
    level: Level | None = None
    misconception: str = ""


@dataclass(frozen=True, slots=True)
class SingleChoice:
    choices: tuple[Choice, ...]
    key: str


@dataclass(frozen=True, slots=True)
class MultipleChoice:
    choices: tuple[Choice, ...]
    key: frozenset[str]


@dataclass(frozen=True, slots=True)
class TrueFalseGroup:
    statements: tuple[Statement, ...]

    @property
    def right_count(self) -> int:
        """How many of the statements are right."""
        return sum(statement.key for statement in self.statements)


@dataclass(frozen=True, slots=True)
class ShortAnswer:
    """Up to four characters: digits, minus, comma (the answer box of the 2025 sheet)."""

    key: str
    accepted: tuple[str, ...] = ()
    unit: str = ""
    reason: RichText = ()

    @property
    def is_digits(self) -> bool:
        """Whether its answers are written with digits alone."""
        return all(answer.isdecimal() for answer in (self.key, *self.accepted))


@dataclass(frozen=True, slots=True)
class ShortText:
    """A word or phrase; compared without case, punctuation and extra spaces, with accents."""

    key: str
    accepted: tuple[str, ...] = ()
    reason: RichText = ()


@dataclass(frozen=True, slots=True)
class Pair:
    """A left side and the right side that belongs to it."""

    id: str
    left: RichText
    right: RichText
    reason: RichText = ()


@dataclass(frozen=True, slots=True)
class Matching:
    """Pairs to find again; `extra` are right sides that belong to none."""

    pairs: tuple[Pair, ...]
    extra: tuple[Choice, ...] = ()


@dataclass(frozen=True, slots=True)
class Ordering:
    """Steps in their right order; screens and papers show them in another."""

    steps: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class SceneChoice:
    """What one can do in a scene; `next` is the id of the scene it leads to."""

    id: str
    text: RichText
    reason: RichText
    next: str
    best: bool = False


@dataclass(frozen=True, slots=True)
class Scene:
    """A scene with choices, or an ending (then `choices` is empty)."""

    id: str
    text: RichText
    choices: tuple[SceneChoice, ...] = ()
    ending: Ending | None = None


@dataclass(frozen=True, slots=True)
class Scenario:
    """A case that branches; the first scene is where it begins, and it never goes in circles.

    A `chat` is shown as messages on a phone: lists in its scenes are messages
    (`lachan.domain.messages`), a choice in “quotation marks” is what the reader writes. What is
    chosen and how it is scored is the same.
    """

    scenes: tuple[Scene, ...]
    chat: bool = False

    def get_scene(self, scene_id: str) -> Scene:
        """Return the scene with this id; raises KeyError."""
        return {scene.id: scene for scene in self.scenes}[scene_id]


@dataclass(frozen=True, slots=True)
class Criterion:
    """One thing an answer is marked for, and the points it is worth."""

    id: str
    text: RichText
    points: Decimal


@dataclass(frozen=True, slots=True)
class Essay:
    """An open answer, marked by a person along the rubric; `words` is the advised length."""

    rubric: tuple[Criterion, ...]
    guide: RichText = ()
    words: tuple[int, int] | None = None

    @property
    def line_count(self) -> int:
        """How many ruled lines it is written on: about ten words of handwriting each."""
        return -(-self.words[1] // WORDS_PER_LINE) if self.words else USUAL_LINES


# Score of a true/false group by the number of statements answered rightly, from none to four:
# the steps of the national upper-secondary graduation examination (THPT) from 2025, as told by
# https://vietnam.vn/en/bo-gd-dt-huong-dan-to-phieu-tra-loi-trac-nghiem-thi-tot-nghiep-thpt-nam-2025
# https://news.laodong.vn/tuyen-sinh/dap-an-mon-toan-ky-thi-tot-nghiep-thpt-nam-2025-ma-de-0114-1530474.ldo
TRUE_FALSE_SCORES = tuple(Decimal(score) for score in ("0", "0.1", "0.25", "0.5", "1"))

Body = (
    SingleChoice
    | MultipleChoice
    | TrueFalseGroup
    | ShortAnswer
    | ShortText
    | Matching
    | Ordering
    | Scenario
    | Essay
)

TYPE_OF_BODY: dict[type, ItemType] = {
    SingleChoice: ItemType.SINGLE_CHOICE,
    MultipleChoice: ItemType.MULTIPLE_CHOICE,
    TrueFalseGroup: ItemType.TRUE_FALSE_GROUP,
    ShortAnswer: ItemType.SHORT_ANSWER,
    ShortText: ItemType.SHORT_TEXT,
    Matching: ItemType.MATCHING,
    Ordering: ItemType.ORDERING,
    Scenario: ItemType.SCENARIO,
    Essay: ItemType.ESSAY,
}


def option_texts(body: Body) -> dict[str, RichText]:
    """Return option id → text of choices, statements, left sides or steps."""
    match body:
        case SingleChoice(options) | MultipleChoice(options) | Ordering(options):
            return {option.id: option.text for option in options}
        case TrueFalseGroup(statements):
            return {statement.id: statement.text for statement in statements}
        case Matching(pairs):
            return {pair.id: pair.left for pair in pairs}
        case ShortAnswer() | ShortText() | Scenario() | Essay():
            return {}


def target_texts(body: Body) -> dict[str, RichText]:
    """Return the id → text of right sides; empty but for pairs."""
    if not isinstance(body, Matching):
        return {}
    rights = {pair.id: pair.right for pair in body.pairs}
    return rights | {each.id: each.text for each in body.extra}


def statements_of(body: Body) -> tuple[Statement, ...]:
    """Return the statements of a true/false group; another body has none."""
    return body.statements if isinstance(body, TrueFalseGroup) else ()


def iter_judged(body: Body) -> Iterator[tuple[tuple[str, int], Choice | Statement, bool]]:
    """Yield each choice or statement: where it stands in the body, and whether it is right.

    Nothing where there is nothing to choose or to call true.
    """
    match body:
        case SingleChoice(choices, key):
            for index, choice in enumerate(choices):
                yield ("choices", index), choice, choice.id == key
        case MultipleChoice(choices, keys):
            for index, choice in enumerate(choices):
                yield ("choices", index), choice, choice.id in keys
        case TrueFalseGroup(statements):
            for index, statement in enumerate(statements):
                yield ("statements", index), statement, statement.key
        case _:
            return


def body_texts(body: Body) -> Iterator[tuple[tuple[str | int, ...], RichText]]:
    """Yield every rich text of a body with the path of its field in the item's YAML."""
    match body:
        case SingleChoice(choices) | MultipleChoice(choices):
            yield from _option_texts("choices", choices)
        case TrueFalseGroup(statements):
            yield from _option_texts("statements", statements)
        case ShortAnswer() | ShortText():
            yield ("reason",), body.reason
        case Matching(pairs, extra):
            for index, pair in enumerate(pairs):
                yield ("pairs", index, "left"), pair.left
                yield ("pairs", index, "right"), pair.right
                yield ("pairs", index, "reason"), pair.reason
            yield from _option_texts("extra", extra)
        case Ordering(steps):
            yield from _option_texts("steps", steps)
        case Scenario(scenes):
            for index, scene in enumerate(scenes):
                yield ("scenes", index, "text"), scene.text
                for path, text in _option_texts("choices", scene.choices):
                    yield ("scenes", index, *path), text
        case Essay(rubric, guide):
            yield ("guide",), guide
            for index, criterion in enumerate(rubric):
                yield ("rubric", index, "text"), criterion.text


def _option_texts(
    name: str, options: Sequence[Choice | Statement | SceneChoice]
) -> Iterator[tuple[tuple[str | int, ...], RichText]]:
    for index, option in enumerate(options):
        yield (name, index, "text"), option.text
        yield (name, index, "reason"), option.reason
