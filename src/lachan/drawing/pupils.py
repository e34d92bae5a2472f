"""Pupils of 7, 10, 13 and 16, and how each is drawn."""

from __future__ import annotations

from lachan.domain.comic_words import PersonId
from lachan.drawing.faces import Features
from lachan.drawing.persons import LASHES, Build, Clothes, Person

CHILDREN: dict[PersonId, Person] = {
    PersonId.BONG: Person(
        7,
        120,
        4.0,
        Build.CHILD,
        "skin-tan",
        "pigtails",
        "hai bím tóc, cặp to",
        (
            Clothes("white", "navy", legs="skirt", collar="shirt", shoes="red"),
            Clothes("red", "navy", legs="shorts", shoes="white"),
        ),
        carries="schoolbag",
        features=LASHES,
    ),
    PersonId.TI: Person(
        7,
        118,
        4.0,
        Build.CHILD,
        "skin-brown",
        "short",
        "mũ lưỡi trai",
        (
            Clothes("white", "navy", legs="shorts", collar="shirt", shoes="teal"),
            Clothes("sun", "navy", legs="shorts", shoes="teal", extras=("stripes",)),
        ),
        hat="cap",
    ),
    PersonId.HAN: Person(
        10,
        138,
        5.0,
        Build.CHILD,
        "skin-light",
        "bob",
        "tóc ngắn, kính",
        (
            Clothes("white", "navy", collar="scarf", legs="skirt", shoes="ink"),
            Clothes("plum", "navy", shoes="white"),
        ),
        features=Features(lashes=True, glasses=True),
    ),
    PersonId.SON: Person(
        10,
        137,
        5.0,
        Build.CHILD,
        "skin-tan",
        "spiky",
        "áo bóng đá",
        (
            Clothes("leaf-dark", "white", legs="shorts", extras=("number",), shoes="sun"),
            Clothes("white", "navy", collar="scarf", shoes="ink"),
        ),
    ),
    PersonId.THU: Person(
        13,
        155,
        6.0,
        Build.TEEN,
        "skin-light",
        "ponytail",
        "tóc đuôi ngựa, khăn quàng đỏ",
        (
            Clothes("white", "navy", collar="scarf", shoes="wood"),
            Clothes("blue", "hair-brown", shoes="white", sleeve="long"),
        ),
        features=LASHES,
    ),
    PersonId.MINH: Person(
        13,
        156,
        6.0,
        Build.TEEN,
        "skin-tan",
        "crop",
        "tai nghe quàng cổ",
        (
            Clothes("white", "navy", collar="shirt", shoes="ink", extras=("headphones",)),
            Clothes("red", "navy", shoes="white", extras=("headphones", "stripes")),
        ),
    ),
    PersonId.MAI: Person(
        13,
        150,
        6.0,
        Build.TEEN,
        "skin-brown",
        "braid",
        "bím tóc dài, túi thổ cẩm",
        (
            Clothes("teal", "navy", sleeve="long", collar="stand", shoes="wood"),
            Clothes("white", "navy", collar="scarf", shoes="wood"),
        ),
        carries="woven-bag",
        features=LASHES,
    ),
    PersonId.NGOC: Person(
        16,
        158,
        6.0,
        Build.TEEN,
        "skin-light",
        "long",
        "xe lăn",
        (
            Clothes("white", "navy", collar="shirt", shoes="white"),
            Clothes("white", "white", sleeve="long", collar="stand", legs="ao-dai", shoes="wood"),
        ),
        carries="wheelchair",
        features=LASHES,
    ),
    PersonId.KHANG: Person(
        16,
        167,
        6.0,
        Build.TEEN,
        "skin-brown",
        "short",
        "mũ bảo hiểm trên tay",
        (
            Clothes("leaf", "navy", shoes="white"),
            Clothes("white", "navy", collar="shirt", shoes="ink"),
        ),
        carries="helmet",
    ),
    PersonId.LINH: Person(
        16,
        160,
        6.0,
        Build.TEEN,
        "skin-tan",
        "long-bangs",
        "tóc dài, huy hiệu Đoàn",
        (
            Clothes("white", "navy", collar="shirt", shoes="wood", extras=("badge",)),
            Clothes("white", "white", sleeve="long", collar="stand", legs="ao-dai", shoes="wood"),
        ),
        features=LASHES,
    ),
}
"""Pupils."""
