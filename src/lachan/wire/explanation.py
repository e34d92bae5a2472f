"""What explains an answer: keys, reasons, and the law in words for the reader's age."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal, TypedDict

from lachan.domain.bodies import (
    Choice,
    Essay,
    Matching,
    MultipleChoice,
    Ordering,
    Scenario,
    Scene,
    ShortAnswer,
    ShortText,
    SingleChoice,
    Statement,
    TrueFalseGroup,
)
from lachan.domain.items import Item
from lachan.domain.kinds import Ending, ItemType
from lachan.domain.law import Provision
from lachan.domain.option_names import OptionNames
from lachan.domain.rich.nodes import BlockNode
from lachan.domain.rich.text import RichText
from lachan.frontend import load_texts
from lachan.markup import to_nodes
from lachan.text import capitalize, format_date, format_decimal


class CitationJson(TypedDict):
    """A provision as a reader wants it; ``note`` says which statements it is for."""

    id: str
    label: str
    plain: str
    dates: str
    status: str
    note: str


class ReasonJson(TypedDict):
    """Why a step stands where it does, or why a right side has no partner."""

    id: str
    reason: list[BlockNode]


class OptionKeyJson(ReasonJson):
    key: bool


class PairKeyJson(ReasonJson):
    """A left side; ``key`` is the id of its right side."""

    key: str


class WayKeyJson(ReasonJson):
    best: bool
    next: str


class SceneKeyJson(TypedDict):
    id: str
    ending: Ending | None
    choices: list[WayKeyJson]


class CriterionJson(TypedDict):
    text: list[BlockNode]
    points: str


class ExplanationHead(TypedDict):
    """What explains an item of any type; ``skill`` where no law decides it."""

    citations: list[CitationJson]
    skill: bool


class ChoiceExplanation(ExplanationHead):
    type: Literal[ItemType.SINGLE_CHOICE, ItemType.MULTIPLE_CHOICE, ItemType.TRUE_FALSE_GROUP]
    options: list[OptionKeyJson]


class TypedExplanation(ExplanationHead):
    type: Literal[ItemType.SHORT_ANSWER, ItemType.SHORT_TEXT]
    key: str
    accepted: list[str]
    reason: list[BlockNode]


class MatchingExplanation(ExplanationHead):
    type: Literal[ItemType.MATCHING]
    options: list[PairKeyJson]
    extra: list[ReasonJson]


class OrderingExplanation(ExplanationHead):
    """The steps in their right order."""

    type: Literal[ItemType.ORDERING]
    options: list[ReasonJson]


class ScenarioExplanation(ExplanationHead):
    type: Literal[ItemType.SCENARIO]
    scenes: list[SceneKeyJson]


class EssayExplanation(ExplanationHead):
    type: Literal[ItemType.ESSAY]
    guide: list[BlockNode]
    rubric: list[CriterionJson]


ExplanationJson = (
    ChoiceExplanation
    | TypedExplanation
    | MatchingExplanation
    | OrderingExplanation
    | ScenarioExplanation
    | EssayExplanation
)


def explanation_json(
    item: Item, provisions: Mapping[str, Provision], salt: str = ""
) -> ExplanationJson:
    """Return all that is shown after an answer to `item`, whatever the answer was.

    It holds the key, so it leaves Python only with a person's own answer, inside an offline
    page of practice items, or after a contest; `salt` is the one that `to_public` took.
    """
    head: ExplanationHead = {
        "citations": citations_json([item], provisions),
        "skill": item.is_skill,
    }
    return _body_json(item, head, salt)


def citations_json(
    items: Sequence[Item], provisions: Mapping[str, Provision]
) -> list[CitationJson]:
    """Return the provisions that `items` cite, once each, as a reader wants them.

    A citation without a provision is left out: the content check reports it, and a class
    in front of the screen cannot mend it.
    """
    cited = {citation: item for item in reversed(items) for citation in item.all_citations}
    order = dict.fromkeys(citation for item in items for citation in item.all_citations)
    alone = len(items) == 1
    return [
        {
            "id": citation,
            "label": capitalize(provisions[citation].label),
            "plain": provisions[citation].plain_for(cited[citation].band),
            "dates": _dates(provisions[citation]),
            "status": _status(provisions[citation]),
            "note": _note(cited[citation], citation) if alone else "",
        }
        for citation in order
        if citation in provisions
    ]


def _body_json(item: Item, head: ExplanationHead, salt: str) -> ExplanationJson:
    names = OptionNames(item.id, salt)
    match item.body:
        case SingleChoice(choices, key):
            options = [_option(c, c.id == key, names) for c in choices]
            return {"type": ItemType.SINGLE_CHOICE, **head, "options": options}
        case MultipleChoice(choices, keys):
            options = [_option(c, c.id in keys, names) for c in choices]
            return {"type": ItemType.MULTIPLE_CHOICE, **head, "options": options}
        case TrueFalseGroup(statements):
            options = [_option(s, s.key, names) for s in statements]
            return {"type": ItemType.TRUE_FALSE_GROUP, **head, "options": options}
        case ShortAnswer(key, accepted, _, reason):
            return _typed(ItemType.SHORT_ANSWER, head, key, accepted, reason)
        case ShortText(key, accepted, reason):
            return _typed(ItemType.SHORT_TEXT, head, key, accepted, reason)
        case Matching() | Ordering() | Scenario() | Essay():
            return _long_body_json(item.body, head, names)


def _long_body_json(
    body: Matching | Ordering | Scenario | Essay, head: ExplanationHead, names: OptionNames
) -> ExplanationJson:
    match body:
        case Matching(pairs, extra):
            return {
                "type": ItemType.MATCHING,
                **head,
                "options": [
                    {
                        "id": names.left(p.id),
                        "key": names.hide(p.id),
                        "reason": to_nodes(p.reason),
                    }
                    for p in pairs
                ],
                "extra": [{"id": names.hide(e.id), "reason": to_nodes(e.reason)} for e in extra],
            }
        case Ordering(steps):
            return {
                "type": ItemType.ORDERING,
                **head,
                "options": [{"id": names.hide(s.id), "reason": to_nodes(s.reason)} for s in steps],
            }
        case Scenario(scenes):
            return {
                "type": ItemType.SCENARIO,
                **head,
                "scenes": [_scene(scene, names) for scene in scenes],
            }
        case Essay(rubric, guide):
            return {
                "type": ItemType.ESSAY,
                **head,
                "guide": to_nodes(guide),
                "rubric": [
                    {"text": to_nodes(c.text), "points": format_decimal(c.points)} for c in rubric
                ],
            }


def _typed(
    kind: Literal[ItemType.SHORT_ANSWER, ItemType.SHORT_TEXT],
    head: ExplanationHead,
    key: str,
    accepted: Sequence[str],
    reason: RichText,
) -> TypedExplanation:
    return {
        "type": kind,
        **head,
        "key": key,
        "accepted": list(accepted),
        "reason": to_nodes(reason),
    }


def _scene(scene: Scene, names: OptionNames) -> SceneKeyJson:
    return {
        "id": names.scene(scene.id),
        "ending": scene.ending,
        "choices": [
            {
                "id": names.way(scene.id, c.id),
                "best": c.best,
                "next": names.scene(c.next),
                "reason": to_nodes(c.reason),
            }
            for c in scene.choices
        ],
    }


def _option(option: Choice | Statement, key: bool, names: OptionNames) -> OptionKeyJson:
    return {"id": names.option(option.id), "key": key, "reason": to_nodes(option.reason)}


def _note(item: Item, citation: str) -> str:
    """Name the statements that a citation is for, where it is not for the whole item."""
    if citation in item.citations or not isinstance(item.body, TrueFalseGroup):
        return ""
    statements = [s.id for s in item.body.statements if citation in s.citations]
    return load_texts()["law_statement"].format(statements=", ".join(statements))


def _status(provision: Provision) -> str:
    return load_texts()["law_status"].format(status=provision.text_status)


def _dates(provision: Provision) -> str:
    texts = load_texts()
    start = format_date(provision.in_force_from)
    if provision.in_force_to is None:
        return texts["in_force_from"].format(start=start)
    end = format_date(provision.in_force_to)
    return texts["in_force_between"].format(start=start, end=end)
