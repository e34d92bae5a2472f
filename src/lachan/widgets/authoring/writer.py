"""The form for questions: written, judged as one types, looked at, kept as a draft, published."""

from __future__ import annotations

from collections.abc import Callable

import traitlets as t

from lachan.content import Content
from lachan.domain.items import Item
from lachan.domain.names import BAND_NAMES, ITEM_TYPE_NAMES
from lachan.frontend import load_authoring_texts, load_module, load_styles
from lachan.markup import render_plain
from lachan.widgets.answering import Handler, Message
from lachan.widgets.authoring.reading import read_kind, read_place, read_writing
from lachan.widgets.reporting import Reporting
from lachan.wire import NothingJson
from lachan.wire.authoring import (
    AuthoringForm,
    AuthoringLookJson,
    AuthoringMenuJson,
    QuestionJson,
    VersionJson,
    authoring_menu_json,
    note_json,
    shorten_stem,
)
from lachan.wire.feedback import feedback_json
from lachan.wire.media import load_media
from lachan.wire.public_item import public_json
from lachan.workflows.authoring.bench import Writing, WritingBench
from lachan.workflows.authoring.judging import Judged
from lachan.workflows.authoring.school_bank import Shelf, Version, Written


class ItemWriter(Reporting):
    """The screen on which a teacher writes questions for the school's folder.

    The form lives in the browser, as it is typed; every message brings it along, so nothing is
    lost here or kept here. What is kept lies in the school's files.

    Parameters
    ----------
    content
        Loaded content.
    bench
        What judges and keeps questions.
    report
        See `Reporting`.

    Attributes
    ----------
    words
        What this screen alone says.
    menu
        What there is to choose from.
    questions
        The school's own, drafts first.
    unread
        What is wrong with files of the school's that cannot be read.
    found
        Questions of the kit's that were looked for.
    form
        The form to show, after a question was begun, opened, changed or kept.
    look
        What is wrong with the form as it is typed, and a look at the question.
    versions
        What the question was before.
    """

    _esm = load_module("authoring/writer")
    _css = load_styles("authoring/writer")

    words = t.Dict().tag(sync=True, wire=dict[str, str])
    menu = t.Dict().tag(sync=True, wire=AuthoringMenuJson)
    questions: t.List[QuestionJson] = t.List().tag(sync=True, wire=list[QuestionJson])
    unread: t.List[str] = t.List().tag(sync=True, wire=list[str])
    found: t.List[QuestionJson] = t.List().tag(sync=True, wire=list[QuestionJson])
    form = t.Dict().tag(sync=True, wire=AuthoringForm | NothingJson)
    look = t.Dict().tag(sync=True, wire=AuthoringLookJson | NothingJson)
    versions: t.List[VersionJson] = t.List().tag(sync=True, wire=list[VersionJson])

    def __init__(self, content: Content, bench: WritingBench, report: Callable[[], str]) -> None:
        self._content = content
        self._bench = bench
        super().__init__(
            content.provisions,
            report,
            words=load_authoring_texts(),
            menu=dict(authoring_menu_json(content)),
        )
        self._list()

    def handlers(self) -> dict[str, Handler]:
        """Return what a teacher can do."""
        return {
            "begin": self._begin,
            "find": self._find,
            "open": self._open,
            "look": self._look,
            "retype": self._retype,
            "draft": self._save_draft,
            "publish": self._publish,
            "withdraw": self._withdraw,
            "drop": self._drop,
            "versions": self._list_versions,
            "restore": self._restore,
        }

    def _begin(self, message: Message) -> None:
        refusal = self.texts["unknown_message"]
        place = read_place(message, self._content, refusal)
        self._show(self._bench.begin(place, read_kind(message.get("kind"), refusal)))

    def _find(self, message: Message) -> None:
        items = self._bench.find(str(message.get("query") or ""))
        self.found = [_item_json(each) for each in items]

    def _open(self, message: Message) -> None:
        shelf = next((each for each in Shelf if each.value == message.get("shelf")), None)
        self._show(self._bench.open(str(message.get("id") or ""), shelf))

    def _look(self, message: Message) -> None:
        writing = self._read(message)
        judged = self._bench.judge(writing)
        if judged.item is not None:
            self.media = load_media(self._content.folders, [judged.item])
        self.look = dict(self._look_json(writing, judged))

    def _retype(self, message: Message) -> None:
        kind = read_kind(message.get("kind"), self.texts["unknown_message"])
        self._show(self._bench.retype(self._read(message), kind))

    def _save_draft(self, message: Message) -> None:
        self._show(self._bench.save_draft(self._read(message)))
        self._list()

    def _publish(self, message: Message) -> None:
        self._show(self._bench.publish(self._read(message)))
        self._list()

    def _withdraw(self, message: Message) -> None:
        self._show(self._bench.withdraw(str(message.get("id") or "")))
        self._list()

    def _drop(self, message: Message) -> None:
        self._bench.drop_draft(str(message.get("id") or ""))
        self._list()

    def _list_versions(self, message: Message) -> None:
        found = self._bench.list_versions(str(message.get("id") or ""))
        self.versions = [_version_json(each) for each in found]

    def _restore(self, message: Message) -> None:
        self._show(self._bench.restore(self._read(message), str(message.get("name") or "")))

    def _read(self, message: Message) -> Writing:
        return read_writing(message.get("form"), self._content, self.texts["unknown_message"])

    def _show(self, writing: Writing) -> None:
        form: AuthoringForm = {
            "band": writing.place.band,
            "topic": writing.place.topic,
            "entry": dict(writing.entry),
            "aside": {kind: dict(body) for kind, body in writing.aside.items()},
            "draft": writing.draft,
            "bank": writing.bank,
            "kit": writing.kit,
            "former_id": writing.former_id,
        }
        self.form = dict(form)

    def _list(self) -> None:
        self.questions = [_question_json(each) for each in self._bench.list_questions()]
        self.unread = self._bench.list_faults()

    def _look_json(self, writing: Writing, judged: Judged) -> AuthoringLookJson:
        name, item = str(writing.entry.get("id")), judged.item
        notes = [note_json(each, name) for each in judged.problems]
        notes += [note_json(each, name, is_doubt=True) for each in judged.rereads]
        return {
            "notes": notes,
            "item": None if item is None else public_json(item),
            "feedback": None if item is None else feedback_json(item, None, self._provisions),
            "yaml": self._bench.render(writing),
        }


def _question_json(written: Written) -> QuestionJson:
    kinds = {kind.value: name for kind, name in ITEM_TYPE_NAMES.items()}
    return {
        "id": written.id,
        "shelf": written.shelf.value,
        "band": BAND_NAMES[written.place.band],
        "topic": written.place.topic,
        "type": kinds.get(str(written.entry.get("type")), ""),
        "stem": shorten_stem(written.entry),
    }


def _item_json(item: Item) -> QuestionJson:
    stem = {"stem": render_plain(item.stem)}
    return {
        "id": item.id,
        "shelf": "",
        "band": BAND_NAMES[item.band],
        "topic": item.topic,
        "type": ITEM_TYPE_NAMES[item.type],
        "stem": shorten_stem(stem),
    }


def _version_json(version: Version) -> VersionJson:
    day, _, time = version.name.rpartition("/")[2].removesuffix(".yaml").partition("_")
    year, month, date = day.split("-")
    return {
        "name": version.name,
        "when": f"{time[:8].replace('-', ':')} {date}/{month}/{year}",
        "shelf": version.written.shelf.value,
        "stem": shorten_stem(version.written.entry),
    }
