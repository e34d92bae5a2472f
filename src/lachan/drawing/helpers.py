"""Those whom one can turn to, and how each is drawn."""

from __future__ import annotations

from lachan.domain.comic_words import PersonId
from lachan.drawing.faces import Features
from lachan.drawing.persons import LASHES, Build, Clothes, Person

HELPERS: dict[PersonId, Person] = {
    PersonId.CO_LAN: Person(
        34,
        158,
        6.5,
        Build.WOMAN,
        "skin-light",
        "wavy",
        "áo dài",
        (
            Clothes("plum", "white", sleeve="long", collar="stand", legs="ao-dai", shoes="wood"),
            Clothes("cream", "navy", sleeve="long", collar="shirt", shoes="wood"),
        ),
        features=LASHES,
    ),
    PersonId.THAY_BINH: Person(
        36,
        168,
        6.5,
        Build.MAN,
        "skin-tan",
        "crop",
        "kính, sơ mi",
        (
            Clothes(
                "blue", "ink", sleeve="long", collar="shirt", shoes="ink", extras=("belt", "pocket")
            ),
            Clothes("white", "ink", collar="shirt", shoes="ink", extras=("belt",)),
        ),
        features=Features(glasses=True),
    ),
    PersonId.YEN: Person(
        31,
        157,
        6.5,
        Build.WOMAN,
        "skin-tan",
        "ponytail",
        "tập hồ sơ",
        (
            Clothes("white", "teal", collar="shirt", shoes="ink", extras=("lanyard",)),
            Clothes("sun", "navy", sleeve="long", collar="shirt", shoes="ink"),
        ),
        features=LASHES,
        carries="folder",
    ),
    PersonId.HANH: Person(
        33,
        160,
        6.5,
        Build.WOMAN,
        "skin-light",
        "low-bun",
        "sắc phục công an",
        (
            Clothes(
                "leaf",
                "leaf-dark",
                sleeve="long",
                collar="shirt",
                shoes="ink",
                extras=("belt", "epaulettes", "pocket"),
                trim="red",
            ),
            Clothes("white", "navy", collar="shirt", shoes="ink"),
        ),
        features=LASHES,
    ),
    PersonId.TRUC: Person(
        29,
        170,
        6.5,
        Build.MAN,
        "skin-tan",
        "crop",
        "sắc phục công an, mũ kê pi",
        (
            Clothes(
                "leaf",
                "leaf-dark",
                sleeve="long",
                collar="shirt",
                shoes="ink",
                extras=("belt", "epaulettes", "pocket"),
                trim="red",
            ),
            Clothes("white", "navy", collar="shirt", shoes="ink"),
        ),
        hat="police-cap",
    ),
    PersonId.TONG_DAI: Person(
        30,
        158,
        6.5,
        Build.WOMAN,
        "skin-tan",
        "bob",
        "tai nghe có mi-crô",
        (
            Clothes("teal", "navy", collar="shirt", shoes="ink"),
            Clothes("plum", "navy", sleeve="long", shoes="ink"),
        ),
        hat="headset",
        features=LASHES,
    ),
    PersonId.BAY: Person(
        55,
        164,
        6.4,
        Build.MAN,
        "skin-brown",
        "receding",
        "khăn vắt vai",
        (
            Clothes("wall", "navy", shoes="wood", extras=("towel",)),
            Clothes("leaf-dark", "navy", shoes="wood", extras=("towel",)),
        ),
        hair_colour="hair",
        features=Features(brow="ink"),
    ),
    PersonId.CHU: Person(
        40,
        169,
        6.5,
        Build.MAN,
        "skin-tan",
        "crop",
        "đồng phục bảo vệ",
        (
            Clothes(
                "mist",
                "navy",
                collar="shirt",
                shoes="ink",
                extras=("belt", "epaulettes"),
                trim="navy",
            ),
            Clothes("cream", "hair-brown", shoes="ink"),
        ),
        hat="guard-cap",
    ),
    PersonId.LE_TAN: Person(
        28,
        158,
        6.5,
        Build.WOMAN,
        "skin-light",
        "bun",
        "nơ cổ, thẻ tên",
        (
            Clothes("rose", "ink", sleeve="long", collar="shirt", shoes="ink", extras=("lanyard",)),
            Clothes("white", "ink", collar="shirt", shoes="ink"),
        ),
        features=LASHES,
    ),
}
"""Those whom one can turn to."""
