"""One question as the templates read it, for papers and handouts alike: no key, no reason."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from lachan.assembly import option_labels, target_labels
from lachan.assembly.keys import CHOICE_LETTERS
from lachan.domain.bodies import (
    Body,
    Essay,
    Scenario,
    Scene,
    ShortAnswer,
    option_texts,
    target_texts,
)
from lachan.domain.items import Item
from lachan.domain.kinds import ItemType
from lachan.domain.papers.paper import FormItem
from lachan.domain.rich.text import Paragraph, RichText
from lachan.markup import render_plain
from lachan.printing.pictures import PictureTray

# A question of so many short lines is never taller than a page, in any edition or column.
SHORT_LINES = 20
SHORT_LINE = 36
_SHORT_TYPES = frozenset(
    {
        ItemType.SINGLE_CHOICE,
        ItemType.MULTIPLE_CHOICE,
        ItemType.TRUE_FALSE_GROUP,
        ItemType.SHORT_ANSWER,
        ItemType.SHORT_TEXT,
    }
)


def question_data(
    number: int, item: Item, printed: FormItem, tray: PictureTray, *, lead: bool = False
) -> dict[str, Any]:
    """Return the data of one question.

    Parameters
    ----------
    number
        Its number on the sheet.
    item, printed
        The item, and the order in which this sheet prints its options.
    tray
        Where its pictures are given to Typst.
    lead
        Whether a text that it shares with others stands above it already.
    """
    media = item.media
    return {
        "number": number,
        "kind": item.type.value,
        "short": _is_short(item),
        "stem": tray.nodes(item.stem if lead else item.asked),
        "picture": {"path": tray.place(media.path), "alt": media.alt} if media else None,
        "options": _labelled(option_labels(item, printed), option_texts(item.body), tray),
        "targets": _labelled(target_labels(printed), target_texts(item.body), tray),
        "scenes": _scenes(item.body, tray),
        "unit": item.body.unit if isinstance(item.body, ShortAnswer) else "",
        "lines": item.body.line_count if isinstance(item.body, Essay) else 0,
        "words": list(item.body.words or ()) if isinstance(item.body, Essay) else [],
    }


def _is_short(item: Item) -> bool:
    """Tell whether a question surely fits a page, so that Typst need not measure it first.

    Measuring lays a question out twice, which is half of the time that a paper takes.
    """
    if item.type not in _SHORT_TYPES or item.media is not None:
        return False
    texts = [item.asked, *option_texts(item.body).values()]
    if not all(isinstance(block, Paragraph) for text in texts for block in text):
        return False
    lines = "\n".join(map(render_plain, texts)).splitlines()
    return sum(1 + len(line) // SHORT_LINE for line in lines) <= SHORT_LINES


def _labelled(
    labels: Mapping[str, str], texts: Mapping[str, RichText], tray: PictureTray
) -> list[dict[str, Any]]:
    return [{"label": label, "text": tray.nodes(texts[each])} for each, label in labels.items()]


def _scenes(body: Body, tray: PictureTray) -> list[dict[str, Any]]:
    if not isinstance(body, Scenario):
        return []
    places = {scene.id: number for number, scene in enumerate(body.scenes, 1)}
    return [
        {"number": number, "text": tray.nodes(scene.text), "choices": _ways(scene, places, tray)}
        for number, scene in enumerate(body.scenes, 1)
    ]


def _ways(scene: Scene, places: Mapping[str, int], tray: PictureTray) -> Iterable[dict[str, Any]]:
    return [
        {"label": letter, "text": tray.nodes(choice.text), "next": places[choice.next]}
        for letter, choice in zip(CHOICE_LETTERS, scene.choices, strict=False)
    ]
