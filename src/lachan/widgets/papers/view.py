"""What the paper maker shows: what can be chosen from, and a form to read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TypedDict

from lachan.assembly import KeyRow, form_key, option_labels, target_labels
from lachan.content import Content
from lachan.domain.bodies import Scenario
from lachan.domain.items import Item
from lachan.domain.kinds import Band, ItemType, Level
from lachan.domain.names import BAND_NAMES, ITEM_TYPE_NAMES, LEVEL_NAMES
from lachan.domain.option_names import OptionNames
from lachan.domain.papers.paper import Form, FormItem, Paper
from lachan.domain.rich.nodes import BlockNode
from lachan.markup import to_nodes
from lachan.printing.papers.words import part_instruction, part_title
from lachan.text import format_decimal
from lachan.wire.paper_form import USUAL_POINTS
from lachan.wire.public_item import ItemJson, OptionJson, PictureJson, public_json

CHOICE_LETTERS = "ABCDEFGHI"


class BlueprintChoiceJson(TypedDict):
    """A blueprint to begin with; ``band`` in words."""

    slug: str
    title: str
    band: str


class TopicChoiceJson(TypedDict):
    topic: str
    title: str


class BandChoiceJson(TypedDict):
    band: Band
    label: str
    topics: list[TopicChoiceJson]


class TypeChoiceJson(TypedDict):
    """An item type with what an item of it is usually worth."""

    type: ItemType
    label: str
    points: str


class LevelChoiceJson(TypedDict):
    level: Level
    label: str


class PaperMenuJson(TypedDict):
    blueprints: list[BlueprintChoiceJson]
    bands: list[BandChoiceJson]
    types: list[TypeChoiceJson]
    levels: list[LevelChoiceJson]


class PreviewRowJson(TypedDict):
    label: str
    text: list[BlockNode]


class PreviewGroupJson(TypedDict):
    text: list[BlockNode]
    rows: list[PreviewRowJson]


class PreviewItemJson(TypedDict):
    """A question as it is printed, with its key beside."""

    number: int
    id: str
    level: str
    points: str
    key: str
    stem: list[BlockNode]
    media: PictureJson | None
    groups: list[PreviewGroupJson]


class PreviewPartJson(TypedDict):
    title: str
    instruction: str
    items: list[PreviewItemJson]


class PreviewJson(TypedDict):
    code: str
    head: list[str]
    parts: list[PreviewPartJson]


def menu_json(content: Content) -> PaperMenuJson:
    """Return what there is to choose from: blueprints, bands with topics, types, levels."""
    return {
        "blueprints": [
            {"slug": each.slug, "title": each.title, "band": BAND_NAMES[each.band]}
            for each in content.blueprints
        ],
        "bands": [
            {"band": band, "label": BAND_NAMES[band], "topics": list(_topics(content, band))}
            for band in Band
        ],
        "types": [
            {
                "type": kind,
                "label": ITEM_TYPE_NAMES[kind],
                "points": USUAL_POINTS.get(kind, "1"),
            }
            for kind in ItemType
        ],
        "levels": [{"level": level, "label": LEVEL_NAMES[level]} for level in Level],
    }


def find_titles(menu: PaperMenuJson, band: Band) -> dict[str, str]:
    """Return the titles of a band's topics, in the order of the menu."""
    entry = next(each for each in menu["bands"] if each["band"] == band)
    return {each["topic"]: each["title"] for each in entry["topics"]}


def _topics(content: Content, band: Band) -> Iterator[TopicChoiceJson]:
    """Yield the band's lessons, then topics that only items know, as in a private bank."""
    titles = {each.slug: each.title for each in content.lessons if each.band is band}
    others = sorted({item.topic for item in content.items if item.band is band} - set(titles))
    for slug in (*titles, *others):
        yield {"topic": slug, "title": titles.get(slug, slug)}


def preview_json(paper: Paper, form: Form) -> PreviewJson:
    """Return one form as its readers meet it, with the key of each question beside."""
    rows = iter(form_key(paper, form))
    parts = zip(paper.blueprint.parts, form.parts, strict=True)
    header = paper.blueprint.header
    return {
        "code": form.code,
        "head": [
            header.authority,
            header.organiser,
            header.exam,
            header.school_year,
            header.subject,
        ],
        "parts": [
            {
                "title": part_title(number, part),
                "instruction": part_instruction(part),
                "items": [
                    _item_json(paper.items[each.item_id], each, next(rows)) for each in printed
                ],
            }
            for number, (part, printed) in enumerate(parts, 1)
        ],
    }


def _item_json(item: Item, printed: FormItem, row: KeyRow) -> PreviewItemJson:
    shown = public_json(item)
    return {
        "number": row.number,
        "id": item.id,
        "level": LEVEL_NAMES[item.level],
        "points": format_decimal(row.points),
        "key": row.key,
        "stem": shown["stem"],
        "media": shown["media"],
        "groups": _groups(item, printed, shown),
    }


def _groups(item: Item, printed: FormItem, shown: ItemJson) -> list[PreviewGroupJson]:
    """Return the lists below a stem, labelled and in the order of the form."""
    if isinstance(item.body, Scenario):
        return [
            {
                "text": to_nodes(scene.text),
                "rows": [
                    {"label": letter, "text": to_nodes(choice.text)}
                    for letter, choice in zip(CHOICE_LETTERS, scene.choices, strict=False)
                ],
            }
            for scene in item.body.scenes
        ]
    columns: list[tuple[Mapping[str, str], Sequence[OptionJson]]] = [
        (option_labels(item, printed), shown["options"]),
        (target_labels(printed), shown["targets"]),
    ]
    return [
        {"text": [], "rows": _rows(item, labels, options)} for labels, options in columns if options
    ]


def _rows(
    item: Item, labels: Mapping[str, str], options: Sequence[OptionJson]
) -> list[PreviewRowJson]:
    names = OptionNames(item.id)
    texts = {option["id"]: option["text"] for option in options}
    return [
        {"label": label, "text": texts.get(name) or texts[names.hide(name)]}
        for name, label in labels.items()
    ]
