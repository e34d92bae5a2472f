"""An item as the browser gets it before an answer: no key, no reason, no citation."""

from __future__ import annotations

from typing import Any

from lachan.domain.bodies import ShortAnswer
from lachan.domain.items import Item, PublicScene, to_public
from lachan.markup import to_nodes

Json = dict[str, Any]


def public_json(item: Item, salt: str = "") -> Json:
    """Return the JSON of `to_public(item, salt)`, with rich text as nodes.

    ``keyboard`` is the input mode of a short answer's box. The decimal keypad of some
    telephones has no minus, so an item whose key has one gets the full keyboard.
    """
    public = to_public(item, salt)
    return {
        "id": public.id,
        "type": public.type.value,
        "stem": to_nodes(public.stem),
        "options": [{"id": each.id, "text": to_nodes(each.text)} for each in public.options],
        "targets": [{"id": each.id, "text": to_nodes(each.text)} for each in public.targets],
        "scenes": [_scene(scene) for scene in public.scenes],
        "words": list(public.words) if public.words else None,
        "unit": public.unit,
        "keyboard": _keyboard(item),
        "media": {"path": public.media_path, "alt": public.media_alt}
        if public.media_path
        else None,
    }


def _scene(scene: PublicScene) -> Json:
    ways = zip(scene.choices, scene.next_scenes, strict=True)
    return {
        "id": scene.id,
        "text": to_nodes(scene.text),
        "choices": [
            {"id": choice.id, "text": to_nodes(choice.text), "next": next_id}
            for choice, next_id in ways
        ],
    }


def _keyboard(item: Item) -> str:
    signed = isinstance(item.body, ShortAnswer) and "-" in item.body.key
    return "text" if signed else "decimal"
