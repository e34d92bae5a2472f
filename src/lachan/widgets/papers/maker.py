"""The paper maker: a blueprint in a form, what the bank can fill, a look at it, and its files."""

from __future__ import annotations

import base64
import binascii
import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Literal, Protocol, TypedDict

import traitlets as t

from lachan.assembly import ShortfallError
from lachan.content import Content
from lachan.content.papers.blueprint_reader import parse_blueprint
from lachan.content.papers.blueprint_writer import render_blueprint
from lachan.domain.kinds import Band, Level
from lachan.domain.papers.paper import Blueprint, Cell, Paper, Part
from lachan.domain.papers.rosters import Entrant
from lachan.errors import LachanError
from lachan.frontend import load_module, load_styles
from lachan.limits.classroom import LARGEST_UPLOAD
from lachan.widgets.answering import Answering, Handler, Message, MessageError
from lachan.widgets.papers.reading import FieldFault, FormError, read_form
from lachan.widgets.papers.view import (
    PaperMenuJson,
    PreviewJson,
    menu_json,
    preview_json,
    shortage_json,
)
from lachan.wire import NothingJson
from lachan.wire.media import load_media
from lachan.wire.paper_form import PaperForm, cell_name, form_json, grid_blueprint, new_form

# A piece of the zip as one message; what is held in memory of it at a time.
PIECE_BYTES = 500_000


class Archive(Protocol):
    """Papers that become a zip; `lachan.workflows.papers.archive.PaperArchive` is one."""

    paper: Paper
    name: str
    made: int
    total: int
    current: str
    fingerprint: str

    @property
    def is_whole(self) -> bool: ...
    @property
    def size(self) -> int: ...
    def step(self) -> None: ...
    def read(self, start: int, length: int) -> bytes: ...
    def close(self) -> None: ...


class Bench(Protocol):
    """What blueprints are tried out on; `lachan.workflows.papers.bench.PaperBench` is one."""

    def count_cells(self, blueprint: Blueprint) -> list[dict[tuple[str, Level], int]]: ...
    def choose(self, blueprint: Blueprint) -> Paper: ...
    def spread(self, blueprint: Blueprint, part: Part, count: int) -> tuple[Cell, ...]: ...
    def warn(self, paper: Paper) -> Sequence[str]: ...
    def read_roster(self, data: bytes, name: str) -> tuple[Entrant, ...]: ...
    def open_archive(
        self, blueprint: Blueprint, options: Mapping[str, Any], roster: Sequence[Entrant]
    ) -> Archive: ...


class FaultJson(TypedDict):
    field: str
    message: str


class ReadyJson(TypedDict, total=False):
    """What the bank makes of a form that it can fill."""

    codes: list[str]
    sets: int
    minutes: int
    spread: str
    warnings: list[str]


class LookJson(ReadyJson):
    """Faults by field, the supply of every cell, a mapping a part, and words beside cells."""

    state: Literal["faults", "short", "ready"]
    faults: list[FaultJson]
    supply: list[dict[str, int]]
    lines: list[str]
    cells: dict[str, str]


class SavedJson(TypedDict):
    name: str
    text: str


class FilledJson(TypedDict):
    """Counts by cell for a part that was to be filled."""

    part: int
    counts: dict[str, str]


class RosterJson(TypedDict):
    name: str
    count: int


class JobJson(TypedDict):
    title: str
    parts: int
    items: int
    made: int
    total: int
    current: str
    whole: bool
    name: str
    size: int
    codes: list[str]
    fingerprint: str


class PieceJson(TypedDict):
    """A piece of the zip; `data` in base64."""

    start: int
    length: int
    data: str


class PaperMaker(Answering):
    """The paper maker's screen.

    The form lives in the browser, as it is typed; every message brings it along, so nothing is
    lost here or kept here. Long work is done a step a message, so that it can be stopped.

    Parameters
    ----------
    content
        Loaded content.
    bench
        What blueprints are tried out on.
    today
        Gives the date in Vietnam.
    report
        Called within the handling of a fault that has no words for users; logs it and returns
        the incident's code.

    Attributes
    ----------
    answered
        The serial number of the last message that was acted on; set after all else.
    form
        The form to show, after a start or a file was loaded.
    look
        Faults by field, the supply of every cell, and what the bank makes of the form.
    preview
        The first form with its keys.
    saved
        Name and text of the blueprint as a file.
    spread
        Counts by cell for a part that was to be filled.
    roster
        Name and number of entrants of the class list; the names stay in the kernel.
    job
        How far the papers are.
    piece
        A piece of the zip, in base64.
    """

    _esm = load_module("paper/maker")
    _css = load_styles("paper/maker")

    menu = t.Dict().tag(sync=True, wire=PaperMenuJson)
    form = t.Dict().tag(sync=True, wire=PaperForm | NothingJson)
    look = t.Dict().tag(sync=True, wire=LookJson)
    preview = t.Dict().tag(sync=True, wire=PreviewJson | NothingJson)
    saved = t.Dict().tag(sync=True, wire=SavedJson)
    spread = t.Dict().tag(sync=True, wire=FilledJson)
    roster = t.Dict().tag(sync=True, wire=RosterJson | NothingJson)
    job = t.Dict().tag(sync=True, wire=JobJson)
    piece = t.Dict().tag(sync=True, wire=PieceJson)
    answered = t.Int().tag(sync=True)

    def __init__(
        self,
        content: Content,
        bench: Bench,
        today: Callable[[], dt.date],
        report: Callable[[], str],
    ) -> None:
        self._content = content
        self._bench = bench
        self._today = today
        self._report = report
        self._entrants: tuple[Entrant, ...] = ()
        self._archive: Archive | None = None
        super().__init__(content.provisions, menu=menu_json(content))

    def handlers(self) -> dict[str, Handler]:
        """Return what an organiser can do."""
        return {
            "start": self._start,
            "load": self._load,
            "look": self._look,
            "spread": self._spread,
            "preview": self._preview,
            "save": self._save,
            "roster": self._take_roster,
            "make": self._make,
            "step": self._step,
            "take": self._take,
            "stop": self._stop,
        }

    def receive(self, message: object) -> None:
        """Act on one message; whatever happens, the browser hears that it is done."""
        try:
            super().receive(message)
        except Exception:
            # A message has no cell that could fail: without this the page would wait for ever.
            self.notice = self.texts["paper_incident"].format(incident=self._report())
        finally:
            serial = message.get("serial") if isinstance(message, dict) else None
            self.answered = serial if isinstance(serial, int) else 0

    def _start(self, message: Message) -> None:
        slug = message.get("blueprint")
        if slug:
            self.form = self._shown(self._content.get_blueprint(str(slug)))
            return
        band = next((band for band in Band if band.value == message.get("band")), None)
        if band is None:
            self._refuse()
        self.form = dict(new_form(band, self._topics(band), self._today()))

    def _load(self, message: Message) -> None:
        name = str(message.get("name"))
        try:
            text = self._get_upload(message).decode("utf-8-sig")
        except UnicodeDecodeError:
            raise MessageError(self.texts["paper_not_utf8"].format(name=name)) from None
        self.form = self._shown(parse_blueprint(text, name))

    def _look(self, message: Message) -> None:
        form = _get_form(message)
        found: LookJson = {
            "state": "ready",
            "faults": [],
            "supply": self._count(form),
            "lines": [],
            "cells": {},
        }
        try:
            self._try_out(read_form(form, self.texts), found)
        except FormError as error:
            found["state"], found["faults"] = "faults", _faults_json(error.faults)
        except LachanError as error:
            found["state"], found["lines"] = "short", str(error).splitlines()
        self.look = dict(found)

    def _try_out(self, blueprint: Blueprint, found: LookJson) -> None:
        try:
            paper = self._bench.choose(blueprint)
        except ShortfallError as error:
            lines, cells = shortage_json(
                error.shortfalls, blueprint, self._titles(blueprint.band), self.texts
            )
            causes = [self.texts["paper_cause"].format(cause=cause) for cause in error.causes]
            found["state"], found["lines"], found["cells"] = "short", [*lines, *causes], cells
            return
        proof = paper.certificate
        spread = max(proof.difficulty) - min(proof.difficulty) if proof.difficulty else 0
        found["codes"] = [form.code for form in paper.forms]
        found["sets"] = len({form.base for form in paper.forms})
        found["minutes"] = -(-max(proof.seconds, default=0) // 60)
        found["spread"] = f"{spread:.2f}".replace(".", ",")
        found["warnings"] = list(self._bench.warn(paper))

    def _spread(self, message: Message) -> None:
        form, place = _get_form(message), message.get("part")
        blueprint = grid_blueprint(form, _names(form.get("topics")))
        count = message.get("count")
        if blueprint is None or not isinstance(place, int) or not isinstance(count, int):
            self._refuse()
        if not 0 <= place < len(blueprint.parts) or not 1 <= count <= 100:
            raise MessageError(self.texts["paper_fault_spread"])
        cells = self._bench.spread(blueprint, blueprint.parts[place], count)
        counts = {cell_name(cell.topic, cell.level): str(cell.count) for cell in cells}
        filled: FilledJson = {"part": place, "counts": counts}
        self.spread = dict(filled)

    def _preview(self, message: Message) -> None:
        paper = self._bench.choose(self._read(message))
        self.media = load_media(self._content.root, paper.items_of(paper.forms[0]))
        self.preview = dict(preview_json(paper, paper.forms[0]))

    def _save(self, message: Message) -> None:
        blueprint = self._read(message)
        text = render_blueprint(blueprint, self._titles(blueprint.band))
        saved: SavedJson = {"name": f"{blueprint.slug}.yaml", "text": text}
        self.saved = dict(saved)

    def _take_roster(self, message: Message) -> None:
        self._entrants, self.roster = (), {}
        if not message.get("name"):
            return
        name = str(message["name"])
        self._entrants = self._bench.read_roster(self._get_upload(message), name)
        roster: RosterJson = {"name": name, "count": len(self._entrants)}
        self.roster = dict(roster)

    def _make(self, message: Message) -> None:
        self._stop(message)
        blueprint = self._read(message)
        form = _get_form(message)
        options = {
            "styles": [name for name in ("large", "dyslexia") if form.get(f"style_{name}") is True],
            "word": form.get("word") is not False,
            "grid": f"{form.get('rows') or 6}x{form.get('columns') or 4}",
        }
        self._archive = self._bench.open_archive(blueprint, options, self._entrants)
        self._tell(self._archive)

    def _step(self, _message: Message) -> None:
        archive = self._get_archive()
        if not archive.is_whole:
            archive.step()
        self._tell(archive)

    def _tell(self, archive: Archive) -> None:
        whole, paper = archive.is_whole, archive.paper
        job: JobJson = {
            "title": paper.blueprint.title,
            "parts": len(paper.blueprint.parts),
            "items": sum(map(len, paper.forms[0].parts)),
            "made": archive.made,
            "total": archive.total,
            "current": archive.current,
            "whole": whole,
            "name": archive.name,
            "size": archive.size if whole else 0,
            "codes": [form.code for form in paper.forms],
            "fingerprint": archive.fingerprint,
        }
        self.job = dict(job)

    def _take(self, message: Message) -> None:
        start, archive = message.get("start"), self._get_archive()
        if not isinstance(start, int) or start < 0 or not archive.is_whole:
            self._refuse()
        data = archive.read(start, PIECE_BYTES)
        piece: PieceJson = {
            "start": start,
            "length": len(data),
            "data": base64.b64encode(data).decode("ascii"),
        }
        self.piece = dict(piece)

    def _stop(self, _message: Message) -> None:
        if self._archive is not None:
            self._archive.close()
        self._archive, self.job, self.piece = None, {}, {}

    def _read(self, message: Message) -> Blueprint:
        return read_form(_get_form(message), self.texts)

    def _count(self, form: Mapping[str, Any]) -> list[dict[str, int]]:
        """Return what the bank has for every cell that the form shows, a mapping a part."""
        blueprint = grid_blueprint(form, _names(form.get("topics")))
        if blueprint is None:
            return []
        counted = self._bench.count_cells(blueprint)
        return [{cell_name(*cell): count for cell, count in part.items()} for part in counted]

    def _shown(self, blueprint: Blueprint) -> dict[str, object]:
        """Return the form with its topics in the menu's order; unknown ones come last."""
        form = form_json(blueprint)
        order = self._topics(blueprint.band)
        used = form["topics"]
        known = [topic for topic in order if topic in used]
        return {**form, "topics": [*known, *(topic for topic in used if topic not in order)]}

    def _topics(self, band: Band) -> list[str]:
        return list(self._titles(band))

    def _titles(self, band: Band) -> dict[str, str]:
        entry = next(each for each in self.menu["bands"] if each["band"] == band.value)
        return {each["topic"]: each["title"] for each in entry["topics"]}

    def _get_archive(self) -> Archive:
        if self._archive is None:
            raise MessageError(self.texts["paper_gone"])
        return self._archive

    def _get_upload(self, message: Message) -> bytes:
        try:
            data = base64.b64decode(str(message.get("data")), validate=True)
        except (binascii.Error, ValueError):
            self._refuse()
        if len(data) > LARGEST_UPLOAD.value:
            raise MessageError(self.texts["paper_upload_big"])
        return data


def _get_form(message: Message) -> Mapping[str, Any]:
    form = message.get("form")
    return form if isinstance(form, dict) else {}


def _names(values: object) -> list[str]:
    return [each for each in values if isinstance(each, str)] if isinstance(values, list) else []


def _faults_json(faults: Iterable[FieldFault]) -> list[FaultJson]:
    return [{"field": fault.field, "message": fault.message} for fault in faults]
