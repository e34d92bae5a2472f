"""The printed index of the law: by document and article, and by word."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

from lachan.domain.kinds import Band
from lachan.domain.law import Document, HelpPlace, Hotline, Provision, Reference
from lachan.domain.law_words import Headword, find_headwords
from lachan.domain.names import BAND_NAMES
from lachan.frontend import load_texts
from lachan.printing.lessons.help_data import help_data
from lachan.printing.typst_engine import compile_pdf
from lachan.text import capitalize, format_date, sort_key, strip_accents

Json = dict[str, Any]

TITLE = "Tra cứu pháp luật phòng, chống mua bán người"


@dataclass(frozen=True, slots=True)
class LawIndex:
    """What is printed.

    Attributes
    ----------
    on
        The day by which it says what is in force.
    band
        Whose words are printed where there are some; None: the plainest for most.
    """

    on: date
    documents: Sequence[Document]
    provisions: Sequence[Provision]
    references: Mapping[str, Reference]
    headwords: Sequence[Headword] = ()
    band: Band | None = None
    school: str = ""
    hotlines: Sequence[Hotline] = ()
    places: Sequence[HelpPlace] = ()
    contacts: Sequence[str] = ()


def render_law_index(index: LawIndex) -> bytes:
    """Return the PDF/UA-1 file of the index: A4, stable bytes.

    Raises
    ------
    PrintError
        With a Vietnamese reason, for example the characters that the fonts lack.
    """
    data = {
        "title": TITLE,
        "school": index.school,
        "on": format_date(index.on),
        "documents": [
            _document(each, entries, index)
            for each in index.documents
            if (entries := [p for p in index.provisions if p.document.id == each.id])
        ],
        "letters": _letters(index),
        "sources": [
            {"id": each.id, "note": each.note, "url": each.url}
            for each in _cited(index.provisions, index.references)
        ],
        "help": help_data(index.hotlines, index.places, index.contacts),
    }
    return compile_pdf("tra-cuu.typ", data, TITLE)


def _document(document: Document, provisions: Iterable[Provision], index: LawIndex) -> Json:
    return {
        "title": document.title,
        "about": f"{document.kind} {document.number} – {document.issuer}",
        "force": _tell_force(document, index.on),
        "amended": ", ".join(document.amended_by),
        "entries": [_entry(each, index) for each in provisions],
    }


def _entry(provision: Provision, index: LawIndex) -> Json:
    plain = provision.find_plain(index.band)
    acting = [
        f"{each.competence.who} ({each.label}; {_tell_force(each, index.on)})"
        for each in index.provisions
        if each.competence is not None and each.competence.acts_for == provision.id
    ]
    return {
        "id": provision.id,
        "place": _place(provision),
        "force": _tell_force(provision, index.on),
        "plain": plain[1] if plain else "",
        "band": BAND_NAMES[plain[0]] if plain else "",
        "summary": provision.summary,
        "who": [*([provision.competence.who] if provision.competence else []), *acting],
        "status": provision.text_status,
        "checked": format_date(provision.checked),
        "sources": ", ".join(provision.sources),
    }


def _place(provision: Provision) -> str:
    return capitalize(provision.place) or load_texts()["lookup_whole"]


def _tell_force(binding: Document | Provision, on: date) -> str:
    """Say when it binds, and whether it does on the day `on`, in the words of the screen."""
    texts = load_texts()
    start, end = binding.in_force_from, binding.in_force_to
    if on < start:
        words = texts["lookup_later"]
    elif end is None:
        words = texts["lookup_now"]
    else:
        words = texts["lookup_now_until"] if on <= end else texts["lookup_over"]
    return words.format(start=format_date(start), end=format_date(end) if end else "")


def _letters(index: LawIndex) -> list[Json]:
    """Return the word index by first letter, as Vietnamese dictionaries have it."""
    found = find_headwords(index.headwords, index.provisions)
    rows = [
        {"word": word.word, "also": ", ".join(word.also), "documents": documents}
        for word in sorted(index.headwords, key=lambda each: sort_key(each.word))
        if (documents := _references(p for p in index.provisions if word in found[p.id]))
    ]
    groups = groupby(rows, key=lambda row: _letter(str(row["word"])))
    return [{"letter": letter, "words": list(words)} for letter, words in groups]


def _letter(word: str) -> str:
    """Return the letter under which a word stands: without tone, figures together."""
    letter = word[0].upper()
    if letter.isdigit():
        return "0–9"
    return letter if letter == "Đ" else strip_accents(letter)


def _references(provisions: Iterable[Provision]) -> list[Json]:
    return [
        {"short": short, "entries": [{"id": each.id, "place": _place(each)} for each in group]}
        for short, group in groupby(provisions, key=lambda each: each.document.short)
    ]


def _cited(
    provisions: Iterable[Provision], references: Mapping[str, Reference]
) -> Iterable[Reference]:
    cited = {source for each in provisions for source in each.sources}
    return (each for each in references.values() if each.id in cited)
