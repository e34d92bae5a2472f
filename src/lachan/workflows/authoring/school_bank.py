"""A school's own questions as files: drafts apart, the bank that everyone is asked from, copies.

A draft lies in ``nhap/``, which nothing but the form reads: no pupil, paper or contest can meet it.
The bank is ``quiz_bank/``. Whatever file is written over leaves a copy in ``lich-su/`` first.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import itertools
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from lachan.content.diagnostics import Diagnostics
from lachan.content.items.entry_text import without_empty
from lachan.content.items.entry_writer import drop_entry, put_entry, read_entries
from lachan.content.items.reader import parse_items
from lachan.content.school import QUESTIONS
from lachan.content.yaml.source import parse_yaml
from lachan.domain.canonical_json import canonical_json
from lachan.domain.kinds import Band, Status
from lachan.errors import LachanError, Severity
from lachan.os_words import describe_os_error
from lachan.text import VIETNAM
from lachan.workflows.authoring.judging import Place
from lachan.workflows.write_files import write_bytes

HISTORY = "lich-su"

Entry = Mapping[str, Any]


class Shelf(StrEnum):
    """Where a question of the school's lies; the value is the folder's name."""

    DRAFT = "nhap"
    BANK = QUESTIONS


class SchoolBankError(LachanError):
    """A question cannot be kept; what was there before is still there."""


@dataclass(frozen=True, slots=True)
class Written:
    """A question as it lies in a file of the school's.

    Attributes
    ----------
    entry
        All that its author wrote, but the mark of a draft.
    """

    place: Place
    shelf: Shelf
    entry: dict[str, Any]

    @property
    def id(self) -> str:
        """The question's id."""
        return str(self.entry["id"])

    @property
    def mark(self) -> str:
        """What changes whenever somebody changes the question."""
        return mark_of(self.entry)


@dataclass(frozen=True, slots=True)
class Version:
    """What a question was before it was written over; `name` is the copy's, below ``lich-su/``."""

    name: str
    written: Written


def mark_of(entry: Entry) -> str:
    """Return what changes whenever an entry does."""
    return hashlib.sha256(canonical_json(without_empty(entry)).encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class SchoolBank:
    """The questions of one school's folder.

    Parameters
    ----------
    folder
        The school's folder.
    root
        The content root, where pictures are looked for besides.
    now
        Gives the time that copies are named by.
    """

    folder: Path
    root: Path
    now: Callable[[], dt.datetime]

    def list_questions(self) -> list[Written]:
        """Return every question of the school's, drafts first; what cannot be read is left out."""
        return [each for shelf in Shelf for each in self._read_shelf(shelf)]

    def list_faults(self) -> list[str]:
        """Return in words which files of the school's cannot be read, so that nothing is missed."""
        return [fault for _, _, path in self._list_files() if (fault := _find_fault(path))]

    def find(self, item_id: str, shelf: Shelf) -> Written | None:
        """Return a question of a shelf, None where it is not there."""
        return next((each for each in self._read_shelf(shelf) if each.id == item_id), None)

    def save_draft(self, entry: Entry, place: Place, base: str, former_id: str = "") -> Written:
        """Keep an entry as a draft, whole or not.

        Parameters
        ----------
        base
            The mark of the draft that it was made from; empty where there was none.
        former_id
            The id that the draft had, where it has another now.

        Raises
        ------
        SchoolBankError
            Where it has no id, somebody has changed the draft since, or it cannot be written.
        """
        item_id = str(entry.get("id") or "")
        if not item_id:
            raise SchoolBankError("Câu này chưa có mã, nên chưa lưu được. Hãy điền ô Mã câu.")
        if former_id and former_id != item_id and self.find(item_id, Shelf.DRAFT):
            raise SchoolBankError(f'Đã có bản nháp khác mang mã "{item_id}"; hãy đặt mã khác.')
        self._refuse_stale(former_id or item_id, Shelf.DRAFT, base)
        draft = {**entry, "status": Status.DRAFT.value}
        self._put(draft, place, Shelf.DRAFT, former_id or item_id)
        return Written(place, Shelf.DRAFT, without_empty(_unmarked(entry)))

    def publish(self, entry: Entry, place: Place, base: str, former_id: str = "") -> Written:
        """Put an entry into the bank and take its draft away; the caller has judged it.

        Parameters
        ----------
        base
            The mark of the question in the bank that it was made from; empty for a new one.
        former_id
            The id that its draft has, where it has another now.

        Raises
        ------
        SchoolBankError
            Where somebody has changed the question since, the file would not be readable any
            more, or cannot be written.
        """
        item_id = str(entry.get("id") or "")
        self._refuse_stale(item_id, Shelf.BANK, base)
        self._put(_unmarked(entry), place, Shelf.BANK, item_id)
        self.drop(former_id or item_id, Shelf.DRAFT)
        return Written(place, Shelf.BANK, without_empty(_unmarked(entry)))

    def withdraw(self, item_id: str) -> Written:
        """Take a question out of the bank, and keep it as a draft.

        A draft of it that is there already stays as it is.

        Raises
        ------
        SchoolBankError
            Where the bank has no such question, or a file cannot be written.
        """
        found = self.find(item_id, Shelf.BANK)
        if found is None:
            raise SchoolBankError(f'Kho của trường không có câu "{item_id}" trong ngân hàng.')
        draft = self.find(item_id, Shelf.DRAFT) or self.save_draft(found.entry, found.place, "")
        self.drop(item_id, Shelf.BANK)
        return draft

    def drop(self, item_id: str, shelf: Shelf) -> None:
        """Take a question off a shelf, if it is there; a copy of its file stays."""
        found = self.find(item_id, shelf)
        if found is None:
            return
        path = self._file(found.place, shelf)
        name = self._name(path)
        self._change(path, lambda text: drop_entry(text, item_id, name))

    def list_versions(self, item_id: str) -> list[Version]:
        """Return what a question was before, the latest first; what did not change stands once."""
        found: dict[str, Version] = {}
        for path in sorted(
            (self.folder / HISTORY).glob("*/*/*/*.yaml"), key=_stem_of, reverse=True
        ):
            shelf, band, topic, _ = path.relative_to(self.folder / HISTORY).parts
            if shelf not in set(Shelf) or band not in set(Band) or _find_fault(path):
                continue
            for entry in read_entries(_read(path), path.name):
                written = Written(Place(Band(band), topic), Shelf(shelf), _unmarked(entry))
                if written.id == item_id:
                    version = Version(path.relative_to(self.folder / HISTORY).as_posix(), written)
                    found.setdefault(written.mark, version)
        return list(found.values())

    def _read_shelf(self, wanted: Shelf) -> Iterator[Written]:
        for shelf, band, path in self._list_files():
            if shelf is wanted and not _find_fault(path):
                for entry in read_entries(_read(path), path.name):
                    yield Written(Place(band, path.stem), shelf, _unmarked(entry))

    def _list_files(self) -> Iterator[tuple[Shelf, Band, Path]]:
        for shelf, band in itertools.product(Shelf, Band):
            for path in sorted((self.folder / shelf / band).glob("*.yaml")):
                yield shelf, band, path

    def _refuse_stale(self, item_id: str, shelf: Shelf, base: str) -> None:
        found = self.find(item_id, shelf)
        if (found.mark if found else "") == base:
            return
        there = "ngân hàng" if shelf is Shelf.BANK else "chỗ nháp"
        if not base:
            raise SchoolBankError(
                f'Ở {there} của trường đã có câu mang mã "{item_id}". Hãy đặt mã khác, hoặc mở câu '
                "ấy ra mà sửa."
            )
        raise SchoolBankError(
            f'Câu "{item_id}" ở {there} vừa bị đổi hoặc xóa ở một cửa sổ khác, nên chưa lưu đè. '
            "Hãy chép phần đang viết ra chỗ khác, mở lại câu ấy rồi sửa tiếp."
        )

    def _put(self, entry: Entry, place: Place, shelf: Shelf, replaces: str) -> None:
        path = self._file(place, shelf)
        name = self._name(path)

        def edit(text: str) -> str:
            after = put_entry(text, entry, name, replaces)
            if shelf is Shelf.BANK:
                self._refuse_unreadable(after, path)
            return after

        self._change(path, edit)

    def _refuse_unreadable(self, text: str, path: Path) -> None:
        """Never let a file into the bank that the content could not be read with."""
        diagnostics = Diagnostics()
        parse_items(text, path, self.folder, diagnostics, (self.folder, self.root))
        errors = [each for each in diagnostics.problems if each.severity is Severity.ERROR]
        if errors:
            raise SchoolBankError(
                f"{errors[0]}. Tệp này có lỗi nên chưa ghi gì vào ngân hàng; hãy sửa lỗi ấy trước."
            )

    def _change(self, path: Path, edit: Callable[[str], str]) -> None:
        """Write a file anew in one step, after a copy of what it was; its line ends stay."""
        before = _read(path) if path.is_file() else ""
        after = edit(before.replace("\r\n", "\n"))
        if "\r\n" in before:
            after = after.replace("\n", "\r\n")
        if after == before:
            return
        try:
            if before:
                self._keep_copy(path, before)
            write_bytes(path, after.encode())
        except OSError as error:
            reason = describe_os_error(error)
            raise SchoolBankError(
                f"{path}: không ghi được: {reason}. Tệp cũ còn nguyên."
            ) from error

    def _keep_copy(self, path: Path, text: str) -> None:
        stamp = self.now().astimezone(VIETNAM).strftime("%Y-%m-%d_%H-%M-%S")
        folder = self.folder / HISTORY / path.relative_to(self.folder).with_suffix("")
        taken = sum(each.stem.startswith(stamp) for each in folder.glob("*.yaml"))
        name = f"{stamp}-{taken + 1}" if taken else stamp
        write_bytes(folder / f"{name}.yaml", text.encode())

    def _file(self, place: Place, shelf: Shelf) -> Path:
        return self.folder / shelf / place.band / f"{place.topic}.yaml"

    def _name(self, path: Path) -> str:
        return path.relative_to(self.folder).as_posix()


def _unmarked(entry: Entry) -> dict[str, Any]:
    return {name: value for name, value in entry.items() if name != "status"}


def _stem_of(path: Path) -> str:
    return path.stem


def _find_fault(path: Path) -> str:
    try:
        text = _read(path)
    except SchoolBankError as error:
        return str(error)
    diagnostics = Diagnostics()
    parse_yaml(text, path.as_posix(), diagnostics)
    errors = (each for each in diagnostics.problems if each.severity is Severity.ERROR)
    return next(map(str, errors), "")


def _read(path: Path) -> str:
    try:
        return path.read_bytes().decode()
    except UnicodeDecodeError as error:
        message = f"{path}: tệp không phải chữ UTF-8; hãy lưu lại bằng mã UTF-8 rồi mở lại trang"
        raise SchoolBankError(message) from error
    except OSError as error:
        message = f"{path}: không đọc được: {describe_os_error(error)}"
        raise SchoolBankError(message) from error
