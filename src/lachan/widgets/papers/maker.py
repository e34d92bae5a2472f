"""The paper maker: a blueprint in a form, what the bank can fill, a look at it, and its files."""

from __future__ import annotations

import base64
import binascii
import datetime as dt
from collections.abc import Callable, Mapping
from typing import Any, TypedDict

import traitlets as t

from lachan.content import Content
from lachan.content.papers.blueprint_reader import parse_blueprint
from lachan.content.papers.blueprint_writer import render_blueprint
from lachan.domain.kinds import Band
from lachan.domain.papers.paper import Blueprint, Paper
from lachan.domain.papers.rosters import Entrant
from lachan.frontend import load_module, load_styles
from lachan.limits.classroom import LARGEST_UPLOAD
from lachan.widgets.answering import Handler, Message, MessageError
from lachan.widgets.papers.look import LookJson, look_json
from lachan.widgets.papers.press import (
    JobJson,
    PieceJson,
    job_json,
    piece_json,
    read_print_options,
)
from lachan.widgets.papers.reading import read_form
from lachan.widgets.papers.view import (
    PaperMenuJson,
    PreviewJson,
    find_titles,
    menu_json,
    preview_json,
)
from lachan.widgets.reporting import Reporting
from lachan.wire import NothingJson
from lachan.wire.media import load_media
from lachan.wire.paper_form import PaperForm, cell_name, form_json, grid_blueprint, new_form
from lachan.workflows.papers.archive import PaperArchive
from lachan.workflows.papers.bench import PaperBench


class SavedJson(TypedDict):
    name: str
    text: str


class FilledJson(TypedDict):
    """Counts by cell for a part that was to be filled."""

    part: int
    counts: dict[str, str]


class SwapJson(TypedDict):
    """Fields of the form that give the paper on show, and which questions came and went."""

    include: str
    exclude: str
    taken: list[str]
    dropped: list[str]


class RosterJson(TypedDict):
    name: str
    count: int


class PaperMaker(Reporting):
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
        See `Reporting`.

    Attributes
    ----------
    form
        The form to show, after a start or a file was loaded.
    look
        The supply of every cell, and what the bank makes of the form.
    preview
        The first form with its keys.
    swap
        What was changed to put another question into the preview.
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
    swap = t.Dict().tag(sync=True, wire=SwapJson)
    saved = t.Dict().tag(sync=True, wire=SavedJson)
    spread = t.Dict().tag(sync=True, wire=FilledJson)
    roster = t.Dict().tag(sync=True, wire=RosterJson | NothingJson)
    job = t.Dict().tag(sync=True, wire=JobJson)
    piece = t.Dict().tag(sync=True, wire=PieceJson)

    def __init__(
        self,
        content: Content,
        bench: PaperBench,
        today: Callable[[], dt.date],
        report: Callable[[], str],
    ) -> None:
        self._content = content
        self._bench = bench
        self._today = today
        self._menu = menu_json(content)
        self._entrants: tuple[Entrant, ...] = ()
        self._archive: PaperArchive | None = None
        super().__init__(content.provisions, report, menu=dict(self._menu))

    def handlers(self) -> dict[str, Handler]:
        """Return what an organiser can do."""
        return {
            "start": self._start,
            "load": self._load,
            "look": self._look,
            "spread": self._spread,
            "preview": self._preview,
            "swap": self._swap,
            "save": self._save,
            "roster": self._take_roster,
            "make": self._make,
            "step": self._step,
            "take": self._take,
            "stop": self._stop,
        }

    def _start(self, message: Message) -> None:
        slug = message.get("blueprint")
        if slug:
            self.form = self._shown(self._content.get_blueprint(str(slug)))
            return
        band = next((band for band in Band if band.value == message.get("band")), None)
        if band is None:
            self._refuse()
        self.form = dict(new_form(band, find_titles(self._menu, band), self._today()))

    def _load(self, message: Message) -> None:
        name = str(message.get("name"))
        try:
            text = self._get_upload(message).decode("utf-8-sig")
        except UnicodeDecodeError:
            raise MessageError(self.texts["paper_not_utf8"].format(name=name)) from None
        self.form = self._shown(parse_blueprint(text, name))

    def _look(self, message: Message) -> None:
        self.look = dict(look_json(_get_form(message), self._bench, self._menu, self.texts))

    def _spread(self, message: Message) -> None:
        blueprint = grid_blueprint(_get_form(message))
        place, count = message.get("part"), message.get("count")
        if blueprint is None or not isinstance(place, int) or not isinstance(count, int):
            self._refuse()
        if not 0 <= place < len(blueprint.parts) or not 1 <= count <= 100:
            raise MessageError(self.texts["paper_fault_spread"])
        cells = self._bench.spread(blueprint, blueprint.parts[place], count)
        counts = {cell_name(cell.topic, cell.level): str(cell.count) for cell in cells}
        filled: FilledJson = {"part": place, "counts": counts}
        self.spread = dict(filled)

    def _preview(self, message: Message) -> None:
        self._show_paper(self._bench.choose(self._read(message)))

    def _swap(self, message: Message) -> None:
        found = self._bench.swap(self._read(message), str(message.get("item")))
        form = form_json(found.blueprint)
        told: SwapJson = {
            "include": form["include"],
            "exclude": form["exclude"],
            "taken": list(found.taken),
            "dropped": list(found.dropped),
        }
        self.swap = dict(told)
        self._show_paper(found.paper)

    def _show_paper(self, paper: Paper) -> None:
        self.media = load_media(self._content.folders, paper.items_of(paper.forms[0]))
        self.preview = dict(preview_json(paper, paper.forms[0]))

    def _save(self, message: Message) -> None:
        blueprint = self._read(message)
        text = render_blueprint(blueprint, find_titles(self._menu, blueprint.band))
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
        options = read_print_options(_get_form(message))
        self._archive = self._bench.open_archive(blueprint, options, self._entrants)
        self.job = dict(job_json(self._archive))

    def _step(self, _message: Message) -> None:
        archive = self._get_archive()
        if not archive.is_whole:
            archive.step()
        self.job = dict(job_json(archive))

    def _take(self, message: Message) -> None:
        start, archive = message.get("start"), self._get_archive()
        if not isinstance(start, int) or start < 0 or not archive.is_whole:
            self._refuse()
        self.piece = dict(piece_json(archive, start))

    def _stop(self, _message: Message) -> None:
        if self._archive is not None:
            self._archive.close()
        self._archive, self.job, self.piece = None, {}, {}

    def _read(self, message: Message) -> Blueprint:
        return read_form(_get_form(message), self.texts)

    def _shown(self, blueprint: Blueprint) -> dict[str, object]:
        """Return the form with its topics in the menu's order; unknown ones come last."""
        form = form_json(blueprint)
        order, used = find_titles(self._menu, blueprint.band), form["topics"]
        known = [topic for topic in order if topic in used]
        return {**form, "topics": [*known, *(topic for topic in used if topic not in order)]}

    def _get_archive(self) -> PaperArchive:
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
