"""What a reviewer read of an item, so that a mark holds for that text and for no other."""

from __future__ import annotations

import hashlib

from lachan.domain.bodies import body_texts
from lachan.domain.canonical_json import canonical_json
from lachan.domain.items import Item, Review
from lachan.domain.rich.nodes import to_nodes

FORMAT = "d1"
DIGITS = 12


def revision_read(item: Item) -> str:
    """Return the name of all that a reviewer reads: text, choices, key, reasons, level, law.

    It is ``d1-`` and twelve hex digits of SHA-256 over canonical JSON. Unlike `Item.revision` it
    changes with a reason or a citation too, since a reviewer has judged them.
    """
    read = {
        "format": FORMAT,
        "asked": item.revision,
        "level": item.level.value,
        "citations": list(item.all_citations),
        "texts": [[list(path), to_nodes(text)] for path, text in body_texts(item.body)],
    }
    digest = hashlib.sha256(canonical_json(read).encode()).hexdigest()
    return f"{FORMAT}-{digest[:DIGITS]}"


def is_of_today(review: Review, item: Item) -> bool:
    """Tell whether a signed review is of the item as it now stands; nothing else is signed."""
    return review.is_signed and review.revision == revision_read(item)
