"""Read law/sources.yaml and law/hotlines.yaml (docs/formats.md section 5)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Annotated

from pydantic import Field, StringConstraints

from lachan.content.diagnostics import Diagnostics
from lachan.content.yaml.file import read_validated
from lachan.content.yaml.validation import Flag, Schema, Slug, Words
from lachan.domain.kinds import Band, Verification
from lachan.domain.law import Competence, Document, HelpPlace, Hotline, Provision, Reference
from lachan.domain.source import Source

ProvisionId = Annotated[str, StringConstraints(pattern=r"^[a-zđ0-9]+(?:-[a-zđ0-9]+)*$")]


class CompetenceSchema(Schema):
    """Who acts for another provision, cited as ``<document>/<provision>``."""

    acts_for: Words = Field(alias="for")
    who: Words
    names: tuple[Words, ...] = Field(min_length=1)


class ProvisionSchema(Schema):
    id: ProvisionId
    article: str = ""
    clause: str = ""
    point: str = ""
    in_force_from: date | None = None
    in_force_to: date | None = None
    replaced_by: str = ""
    review_by: date | None = None
    competence: CompetenceSchema | None = None
    backdrop: Flag = False
    verified: Verification
    sources: tuple[Words, ...] = Field(min_length=1)
    checked: date
    summary: Words
    plain: dict[Band, Words] = Field(default_factory=dict)


class DocumentSchema(Schema):
    id: Slug
    number: Words
    kind: Words
    title: Words
    short: Words
    issuer: Words
    issued: date | None = None
    in_force_from: date
    in_force_to: date | None = None
    amended_by: tuple[str, ...] = ()
    replaced_by: str = ""
    provisions: tuple[ProvisionSchema, ...] = ()


class ReferenceSchema(Schema):
    """Where a provision was read; the address is a record, never opened."""

    id: Words
    url: Words
    note: str = ""


class LawSchema(Schema):
    documents: tuple[DocumentSchema, ...] = Field(min_length=1)
    sources: tuple[ReferenceSchema, ...] = ()


class HotlineSchema(Schema):
    id: Slug
    number: Words
    name: Words
    when: Words
    hours: str = ""
    free: Flag = False
    verified: Verification
    sources: tuple[Words, ...] = Field(min_length=1)
    checked: date


class PlaceSchema(Schema):
    id: Slug
    name: Words
    when: Words


class HelpSchema(Schema):
    hotlines: tuple[HotlineSchema, ...] = Field(min_length=1)
    places: tuple[PlaceSchema, ...] = Field(min_length=1)


@dataclass(frozen=True, slots=True)
class Law:
    """All documents and provisions, and where they were read."""

    documents: tuple[Document, ...] = ()
    provisions: tuple[Provision, ...] = ()
    references: tuple[Reference, ...] = ()


@dataclass(frozen=True, slots=True)
class Help:
    """Numbers to call and places to go."""

    hotlines: tuple[Hotline, ...] = ()
    places: tuple[HelpPlace, ...] = ()


def read_law(path: Path, root: Path, diagnostics: Diagnostics) -> Law:
    """Return documents and provisions; provision ids are ``<document>/<provision>``."""
    raw = read_validated(LawSchema, path, root, diagnostics)
    if raw is None:
        return Law()
    file = diagnostics.name_of(path, root)
    documents: list[Document] = []
    provisions: list[Provision] = []
    for index, entry in enumerate(raw.documents):
        source = Source(file, ("documents", index))
        document = _to_document(entry, source)
        documents.append(document)
        provisions += _to_provisions(entry.provisions, document, source)
    references = tuple(Reference(each.id, each.url, each.note) for each in raw.sources)
    return Law(tuple(documents), tuple(provisions), references)


def read_help(path: Path, root: Path, diagnostics: Diagnostics) -> Help:
    """Return hotlines and places of help."""
    raw = read_validated(HelpSchema, path, root, diagnostics)
    if raw is None:
        return Help()
    file = diagnostics.name_of(path, root)
    hotlines = tuple(
        Hotline(
            id=entry.id,
            number=entry.number,
            name=entry.name,
            when=entry.when,
            hours=entry.hours,
            free=entry.free,
            verified=entry.verified,
            sources=entry.sources,
            source=Source(file, ("hotlines", index)),
        )
        for index, entry in enumerate(raw.hotlines)
    )
    places = tuple(
        HelpPlace(entry.id, entry.name, entry.when, Source(file, ("places", index)))
        for index, entry in enumerate(raw.places)
    )
    return Help(hotlines, places)


def _to_document(entry: DocumentSchema, source: Source) -> Document:
    fields = entry.model_dump(exclude={"provisions"})
    return Document(**fields, source=source)


def _to_competence(entry: CompetenceSchema | None) -> Competence | None:
    return None if entry is None else Competence(entry.acts_for, entry.who, entry.names)


def _to_provisions(
    entries: Sequence[ProvisionSchema], document: Document, source: Source
) -> list[Provision]:
    return [
        Provision(
            id=f"{document.id}/{entry.id}",
            document=document,
            article=entry.article,
            clause=entry.clause,
            point=entry.point,
            in_force_from=entry.in_force_from or document.in_force_from,
            in_force_to=entry.in_force_to or document.in_force_to,
            replaced_by=entry.replaced_by or document.replaced_by,
            verified=entry.verified,
            sources=entry.sources,
            checked=entry.checked,
            summary=entry.summary,
            plain=entry.plain,
            competence=_to_competence(entry.competence),
            review_by=entry.review_by,
            is_backdrop=entry.backdrop,
            source=source.at("provisions", index),
        )
        for index, entry in enumerate(entries)
    ]
