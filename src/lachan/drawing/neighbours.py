"""A family and its neighbours, and how each is drawn."""

from __future__ import annotations

from lachan.domain.comic_words import PersonId
from lachan.drawing.faces import Features
from lachan.drawing.persons import LASHES, Build, Clothes, Person

FAMILY: dict[PersonId, Person] = {
    PersonId.ME: Person(
        38,
        156,
        6.5,
        Build.WOMAN,
        "skin-tan",
        "bun",
        "tạp dề",
        (
            Clothes(
                "plum", "hair-brown", sleeve="long", shoes="teal", extras=("apron",), trim="sun"
            ),
            Clothes("teal", "hair-brown", shoes="wood", collar="shirt"),
        ),
        features=LASHES,
    ),
    PersonId.BO: Person(
        42,
        168,
        6.5,
        Build.MAN,
        "skin-brown",
        "crop",
        "áo khoác, túi đi xa",
        (
            Clothes("orange", "navy", sleeve="long", collar="shirt", shoes="ink"),
            Clothes("white", "hair-brown", collar="shirt", shoes="ink"),
        ),
        features=Features(moustache="hair"),
    ),
    PersonId.BA: Person(
        68,
        150,
        6.3,
        Build.WOMAN,
        "skin-tan",
        "low-bun",
        "gậy, kính đeo dây",
        (
            Clothes("teal", "ink", sleeve="long", collar="stand", shoes="wood"),
            Clothes("rose", "ink", sleeve="long", collar="stand", shoes="wood"),
        ),
        hair_colour="hair-grey",
        features=Features(brow="ink", old=True),
        carries="glasses-string",
    ),
    PersonId.ONG: Person(
        70,
        163,
        6.4,
        Build.MAN,
        "skin-light",
        "receding",
        "mũ nồi",
        (
            Clothes(
                "cream",
                "hair-brown",
                sleeve="long",
                collar="shirt",
                shoes="ink",
                extras=("vest",),
                trim="leaf-dark",
            ),
            Clothes("blue", "ink", sleeve="long", collar="shirt", shoes="ink"),
        ),
        hair_colour="hair-grey",
        hat="beret",
        features=Features(brow="ink", old=True, moustache="hair-grey"),
    ),
}
"""A family."""

OTHERS: dict[PersonId, Person] = {
    PersonId.TUAN: Person(
        20,
        168,
        6.5,
        Build.MAN,
        "skin-brown",
        "spiky",
        "áo công nhân",
        (
            Clothes("navy", "wood", collar="shirt", shoes="ink", extras=("pocket",)),
            Clothes("leaf-dark", "ink", shoes="white"),
        ),
    ),
    PersonId.DUNG: Person(
        26,
        157,
        6.5,
        Build.WOMAN,
        "skin-light",
        "long",
        "túi đeo vai",
        (
            Clothes("blue", "hair-brown", collar="shirt", shoes="wood"),
            Clothes("cream", "teal", sleeve="long", shoes="wood"),
        ),
        features=LASHES,
        carries="shoulder-bag",
    ),
    PersonId.PHONG: Person(
        30,
        168,
        6.5,
        Build.MAN,
        "skin-light",
        "short",
        "áo phông, đồng hồ",
        (
            Clothes("teal", "hair-brown", collar="shirt", shoes="white"),
            Clothes("plum", "navy", shoes="white"),
        ),
    ),
    PersonId.HOI: Person(
        45,
        155,
        6.4,
        Build.WOMAN,
        "skin-brown",
        "wavy",
        "áo hoa, làn đi chợ",
        (
            Clothes("plum", "ink", collar="shirt", shoes="wood", extras=("flowers",)),
            Clothes("leaf-dark", "ink", sleeve="long", shoes="wood"),
        ),
        features=LASHES,
    ),
}
"""Neighbours and acquaintances: some of them lure in some stories, and nothing shows it."""
