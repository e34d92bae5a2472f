"""Cut a text into what the model reads: short pieces, and the runs of syllables in each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lachan.checks.safety.sentence import spell, split_sentences
from lachan.text import to_nfc

LONGEST = 3

# Vietnamese writes syllables apart, so that most words are runs of one to three of them.
_TOKEN = re.compile(r"\d+|[^\W\d_]+|[?!:;“”\"–…()]")
_START, _END, _FIGURES = "<s>", "</s>", "0"

# The labelled sentences the model learned from have at most about as many syllables.
_PIECE = 45


def read_tokens(text: str) -> list[str]:
    """Return the syllables and telling marks of a text, between a start and an end.

    Numbers are all one, but for those of three figures: 111 and 113 say whom to call.
    """
    found = _TOKEN.findall(spell(to_nfc(text).lower()))
    read = (_FIGURES if each.isdigit() and len(each) != 3 else each for each in found)
    return [_START, *read, _END]


def find_ngrams(tokens: Sequence[str]) -> set[str]:
    """Return every run of one to three tokens, each once, with spaces between."""
    return {
        " ".join(tokens[start : start + length])
        for length in range(1, LONGEST + 1)
        for start in range(len(tokens) - length + 1)
    }


def cut_pieces(text: str) -> Iterator[tuple[str, int]]:
    """Yield a text in pieces of whole sentences with the number of their syllables.

    A piece is as long as what the model learned from.
    """
    piece, size = "", 0
    for sentence in split_sentences(text):
        words = len(sentence.words.split())
        if piece and size + words > _PIECE:
            yield piece, size
            piece, size = "", 0
        piece, size = f"{piece} {sentence.raw}".lstrip(), size + words
    if piece:
        yield piece, size
