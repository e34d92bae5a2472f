"""What a notebook takes along, so that its quizzes work where the bank lacks their items."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from pydantic import TypeAdapter

from lachan.domain.canonical_json import canonical_json
from lachan.domain.items import Item
from lachan.domain.law import Provision
from lachan.domain.source import NOWHERE
from lachan.exchange.codec import Codec
from lachan.exchange.json_files import parse_document, reading
from lachan.exchange.snapshot.items import SnapshotError, item_json, read_items

FORMAT = "lachan-carried/1"


@dataclass(frozen=True, slots=True)
class CarriedItems:
    """Items with the law that they cite and the pictures that the notebook shows, by path."""

    items: tuple[Item, ...] = ()
    provisions: Mapping[str, Provision] = field(default_factory=dict)
    pictures: Mapping[str, bytes] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Law:
    """What is carried besides the items."""

    provisions: tuple[Provision, ...]
    pictures: Mapping[str, bytes]


# Provisions are written with where their documents stand, which the codec would leave out.
_LAW = Codec(_Law, special={"provisions": TypeAdapter(tuple[Provision, ...]).core_schema})


def render_carried(carried: CarriedItems) -> str:
    """Return one line of JSON, the same for the same content."""
    provisions = tuple(replace(each, source=NOWHERE) for each in carried.provisions.values())
    return canonical_json(
        {
            "format": FORMAT,
            "items": [item_json(item) for item in carried.items],
            **_LAW.dump(_Law(provisions, carried.pictures)),
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
    advice = "hãy chép lại sổ từ nơi đã lấy."
    with reading(f"{name}, phần câu hỏi mang theo", FORMAT, SnapshotError, advice):
        raw = parse_document(str(text), FORMAT)
        law = _LAW.load(raw)
        return CarriedItems(
            items=read_items(raw),
            provisions={provision.id: provision for provision in law.provisions},
            pictures=law.pictures,
        )
