"""An item as the browser gets it before an answer: no key, no reason, no citation."""

from __future__ import annotations

from typing import Literal, TypedDict

from lachan.domain.bodies import ShortAnswer
from lachan.domain.items import Item, PublicOption, PublicScene, to_public
from lachan.domain.kinds import ItemType
from lachan.domain.messages import find_reply
from lachan.domain.rich.nodes import BlockNode
from lachan.markup import to_nodes
from lachan.wire.messages import MessageJson, message_json


class OptionJson(TypedDict):
    """A choice, a statement, a left or a right side, or a step."""

    id: str
    text: list[BlockNode]


class WayJson(TypedDict):
    """A choice of a scene, and the id of the scene that it leads to.

    ``reply`` is what a choice of a chat writes; null where something is done.
    """

    id: str
    text: list[BlockNode]
    reply: list[BlockNode] | None
    next: str


class SceneJson(TypedDict):
    """A scene; ``talk`` is its text as a chat shows it, empty in another case."""

    id: str
    text: list[BlockNode]
    talk: list[MessageJson]
    choices: list[WayJson]


class PictureJson(TypedDict):
    path: str
    alt: str


class ItemJson(TypedDict):
    """See `lachan.domain.items.PublicItem`; ``words`` is the least and the most of an essay."""

    id: str
    type: ItemType
    stem: list[BlockNode]
    options: list[OptionJson]
    targets: list[OptionJson]
    scenes: list[SceneJson]
    chat: bool
    words: list[int] | None
    unit: str
    keyboard: Literal["text", "decimal", "numeric"]
    media: PictureJson | None


class FormItemJson(ItemJson):
    """An item of a printed form, and which of its parts it stands in, from 1 on."""

    part: int


def public_json(item: Item, salt: str = "") -> ItemJson:
    """Return the JSON of `to_public(item, salt)`, with rich text as nodes.

    ``keyboard`` is the input mode of a short answer's box, and tells which signs its hint names.
    The decimal keypad of some telephones has no minus, so an item whose key has one gets the full
    keyboard; one that is answered in digits alone gets digits alone.
    """
    public = to_public(item, salt)
    return {
        "id": public.id,
        "type": public.type,
        "stem": to_nodes(public.stem),
        "options": [_option(each) for each in public.options],
        "targets": [_option(each) for each in public.targets],
        "scenes": [_scene(scene, chat=public.chat) for scene in public.scenes],
        "chat": public.chat,
        "words": list(public.words) if public.words else None,
        "unit": public.unit,
        "keyboard": _keyboard(item),
        "media": {"path": public.media_path, "alt": public.media_alt}
        if public.media_path
        else None,
    }


def _option(option: PublicOption) -> OptionJson:
    return {"id": option.id, "text": to_nodes(option.text)}


def _scene(scene: PublicScene, *, chat: bool) -> SceneJson:
    ways = zip(scene.choices, scene.next_scenes, strict=True)
    return {
        "id": scene.id,
        "text": to_nodes(scene.text),
        "talk": [message_json(each) for each in scene.talk],
        "choices": [
            {
                "id": choice.id,
                "text": to_nodes(choice.text),
                "reply": _reply(choice) if chat else None,
                "next": next_id,
            }
            for choice, next_id in ways
        ],
    }


def _reply(choice: PublicOption) -> list[BlockNode] | None:
    said = find_reply(choice.text)
    return None if said is None else to_nodes(said)


def _keyboard(item: Item) -> Literal["text", "decimal", "numeric"]:
    if not isinstance(item.body, ShortAnswer):
        return "decimal"
    if item.body.is_digits:
        return "numeric"
    return "text" if "-" in item.body.key else "decimal"
