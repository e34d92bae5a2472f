"""What a notebook takes along, so that its quizzes work where the bank lacks their items."""

from __future__ import annotations

import base64
import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from pydantic import TypeAdapter

from lachan.domain.canonical_json import canonical_json
from lachan.domain.items import Item
from lachan.domain.law import Provision
from lachan.domain.source import NOWHERE
from lachan.exchange.json_files import find_other_format
from lachan.exchange.snapshot.items_reader import SnapshotError, read_item
from lachan.exchange.snapshot.items_writer import item_json

FORMAT = "lachan-carried/1"

_PROVISION = TypeAdapter(Provision)


@dataclass(frozen=True, slots=True)
class CarriedItems:
    """Items with the law that they cite and the pictures that the notebook shows, by path."""

    items: tuple[Item, ...] = ()
    provisions: Mapping[str, Provision] = field(default_factory=dict)
    pictures: Mapping[str, bytes] = field(default_factory=dict)


def render_carried(carried: CarriedItems) -> str:
    """Return one line of JSON, the same for the same content."""
    return canonical_json(
        {
            "format": FORMAT,
            "items": [item_json(item) for item in carried.items],
            "provisions": [
                _PROVISION.dump_python(replace(provision, source=NOWHERE), mode="json")
                for provision in carried.provisions.values()
            ],
            "pictures": {
                path: base64.b64encode(data).decode() for path, data in carried.pictures.items()
            },
        }
    )


def parse_carried(text: object, name: str) -> CarriedItems:
    """Return what `render_carried` wrote.

    Parameters
    ----------
    name
        The notebook's file name, for the messages.

    Raises
    ------
    SnapshotError
        If it is something else, or was changed.
    """
    try:
        raw = json.loads(str(text))
        if words := find_other_format(raw["format"], FORMAT):
            raise SnapshotError(f"{name}: {words}")
        if raw["format"] != FORMAT:
            raise ValueError(raw["format"])
        return _read(raw)
    except (ValueError, KeyError, TypeError, AttributeError, ArithmeticError) as error:
        raise SnapshotError(
            f"{name}: phần câu hỏi mang theo không đúng dạng {FORMAT} "
            f"({type(error).__name__}); hãy chép lại sổ từ nơi đã lấy."
        ) from error


def _read(raw: Mapping[str, Any]) -> CarriedItems:
    provisions = [_PROVISION.validate_python(each) for each in raw["provisions"]]
    return CarriedItems(
        items=tuple(read_item(each) for each in raw["items"]),
        provisions={provision.id: provision for provision in provisions},
        pictures={
            path: base64.b64decode(data, validate=True) for path, data in raw["pictures"].items()
        },
    )
