"""Draw tests/content/safety/calm.txt from our own lessons and items: what is safe to say.

Run with ``PYTHONPATH=tests`` where the model shall learn from newer content; then train it anew.
Only half of the topics lend their text: on the other half the model's false alarms are counted.
"""

from __future__ import annotations

import random
from pathlib import Path

from lachan.checks.passages import Voice, passages_of
from lachan.checks.safety.ngrams import cut_pieces
from lachan.content import load_content
from lachan.domain.items import Item
from lachan.domain.lessons import Lesson
from support.safety_corpus import FOLDER, lends_calm

REPOSITORY = Path(__file__).resolve().parent.parent
DRAWN = 3000
FEWEST_WORDS = 4


def main() -> None:
    content = load_content(REPOSITORY)
    owners: list[Lesson | Item] = [*content.lessons, *content.items]
    passages = [
        passage
        for owner in owners
        if lends_calm(Path(owner.source.file).stem)
        for passage in passages_of(owner)
        if passage.voice is not Voice.WRONG
    ]
    pieces = dict.fromkeys(piece for passage in passages for piece, _ in cut_pieces(passage.text))
    lines = [piece for piece in pieces if len(piece.split()) >= FEWEST_WORDS]
    drawn = random.Random(0).sample(lines, DRAWN)  # noqa: S311 (no secret)
    (FOLDER / "calm.txt").write_text("".join(f"{line}\n" for line in sorted(drawn)), "utf-8")


if __name__ == "__main__":
    main()
