"""What a person of the cast is made of: body, face, hair, clothes, what they are known by."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from lachan.drawing.faces import Features

PLAIN_FACE = Features()


class Build(StrEnum):
    """How a body is made."""

    CHILD = "child"
    TEEN = "teen"
    WOMAN = "woman"
    MAN = "man"


@dataclass(frozen=True, slots=True)
class Clothes:
    """One set of clothes; colours are names of the palette."""

    top: str
    bottom: str
    sleeve: str = "short"
    """short, long or none."""
    collar: str = "round"
    """round, shirt, scarf, stand, open."""
    legs: str = "trousers"
    """trousers, shorts, skirt, ao-dai (a long tunic over white trousers)."""
    shoes: str = "wood"
    extras: tuple[str, ...] = ()
    """apron, badge, stripes, number, vest, headphones, pocket, belt, epaulettes, lanyard."""
    trim: str = "white"


@dataclass(frozen=True, slots=True)
class Person:
    """One of the cast.

    `known_by` makes them known in silhouette; `height` is in centimetres.
    """

    age: int
    height: float
    heads: float
    build: Build
    skin: str
    hair: str
    known_by: str
    clothes: tuple[Clothes, Clothes]
    hair_colour: str = "hair"
    features: Features = PLAIN_FACE
    hat: str = ""
    carries: str = ""
    """schoolbag, stick, woven-bag, helmet, folder: what is always with them."""


LASHES = Features(lashes=True)
