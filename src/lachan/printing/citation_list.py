"""Many provisions in few lines: the law's name once, its articles before it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import takewhile


def group_citations(citations: Mapping[str, str]) -> list[str]:
    """Return one text a document and status, in order of first mention.

    Parameters
    ----------
    citations
        Provision id (``<document>/<provision>``) → label that ends with the document's name,
        for example "khoản 1 Điều 2 Luật Mẫu" and "Điều 5 Luật Mẫu", which give
        "khoản 1 Điều 2, Điều 5 Luật Mẫu". What stands in brackets at the end of a label, how
        well its wording is known, is said once for all that share it.
    """
    documents: dict[tuple[str, str], list[str]] = {}
    for provision_id, label in citations.items():
        status = label[label.rfind("(") :] if label.endswith(")") else ""
        documents.setdefault((provision_id.partition("/")[0], status), []).append(label)
    return [_join(list(dict.fromkeys(labels))) for labels in documents.values()]


def _join(labels: Sequence[str]) -> str:
    if len(labels) == 1:
        return labels[0]
    split = [label.split() for label in labels]
    shared = _shared_tail(split)
    places = (" ".join(words[: len(words) - shared]) for words in split)
    tail = " ".join(split[0][len(split[0]) - shared :])
    return f"{', '.join(place for place in places if place)} {tail}".strip()


def _shared_tail(split: Iterable[Sequence[str]]) -> int:
    columns = zip(*(reversed(words) for words in split), strict=False)
    return sum(1 for _ in takewhile(lambda column: len(set(column)) == 1, columns))
