"""What the form for questions works with: a question on its way from nothing into the bank."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from lachan.content import Content
from lachan.content.items.entry_text import render_entry, without_empty
from lachan.content.items.entry_writer import read_entries
from lachan.content.items.retyping import Body, new_body, retype_entry
from lachan.domain.items import Item
from lachan.domain.kinds import ItemType, Level
from lachan.errors import LachanError, Severity
from lachan.markup import render_plain
from lachan.text import fold
from lachan.workflows.authoring.judging import ItemJudge, Judged, Place
from lachan.workflows.authoring.school_bank import SchoolBank, Shelf, Version, Written
from lachan.workflows.content.school_items import is_of_school, refresh_school_items

MOST_FOUND = 20

NO_FOLDER = (
    "Chưa có kho của trường nên câu này chưa lưu được; chữ thầy cô đã viết vẫn còn trong thẻ này. "
    "Người quản lí máy chủ tạo kho bằng lệnh: lachan school init THƯ_MỤC_MỚI (ngoài thư mục bộ "
    "cài), rồi mở lại máy chủ với kho ấy. Trong lúc chờ, có thể chép phần YAML ở cuối trang."
)


class AuthoringError(LachanError):
    """A question cannot be written, kept or published; says why and what to do."""


@dataclass(frozen=True, slots=True)
class Writing:
    """A question that is being written, and what lay in the files when it was opened.

    Attributes
    ----------
    entry
        All that is written of it, as the reader of files gives it.
    aside
        By type, what it held when it was of that type.
    draft, bank
        The marks of its draft and of its place in the bank (`mark_of`); empty where it has none.
    kit
        Whether it stands for a question of the kit's, under its id.
    former_id
        The id of its draft.
    """

    place: Place
    entry: Mapping[str, Any]
    aside: Mapping[str, Body]
    draft: str = ""
    bank: str = ""
    kit: bool = False
    former_id: str = ""

    @property
    def is_known(self) -> bool:
        """Tell whether its id is already in use, so that it must stay."""
        return bool(self.bank) or self.kit


class WritingBench:
    """Questions are written, judged and kept.

    Parameters
    ----------
    content
        Loaded content; what the school's files hold is read anew.
    today, now
        Give the date in Vietnam, by which law is judged, and the time.
    """

    def __init__(
        self, content: Content, today: Callable[[], dt.date], now: Callable[[], dt.datetime]
    ) -> None:
        self.content = refresh_school_items(content)
        self._today = today
        school = content.school
        self._bank = SchoolBank(school, content.root, now) if school else None

    def list_questions(self) -> list[Written]:
        """Return the school's questions, drafts first."""
        return self._bank.list_questions() if self._bank else []

    def list_faults(self) -> list[str]:
        """Return in words which of the school's files cannot be read."""
        return self._bank.list_faults() if self._bank else []

    def find(self, query: str) -> list[Item]:
        """Return questions of the kit whose words or id are met, `MOST_FOUND` at most."""
        words = fold(query).split()
        kit = (each for each in self.content.items if self._is_of_kit(each))
        texts = ((each, fold(f"{each.id} {render_plain(each.stem)}")) for each in kit)
        found = (item for item, text in texts if words and all(word in text for word in words))
        return [item for item, _ in zip(found, range(MOST_FOUND), strict=False)]

    def begin(self, place: Place, kind: ItemType) -> Writing:
        """Return a question that nothing is written of yet, under an id that is free."""
        entry = {
            "id": self._free_id(place),
            "type": kind.value,
            "level": Level.KNOW.value,
            "stem": "",
            **new_body(kind),
            "citations": [],
            "seconds": "60",
        }
        return Writing(place, entry, {})

    def open(self, item_id: str, shelf: Shelf | None) -> Writing:
        """Return a question of the school's as it lies on a shelf, or one of the kit's.

        Raises
        ------
        AuthoringError
            Where there is none.
        """
        draft = self._bank.find(item_id, Shelf.DRAFT) if self._bank else None
        bank = self._bank.find(item_id, Shelf.BANK) if self._bank else None
        kit = self._find_in_kit(item_id)
        found = {Shelf.DRAFT: draft, Shelf.BANK: bank, None: kit}[shelf]
        if found is None:
            raise AuthoringError(f'Không còn câu "{item_id}" ở đó; hãy tải lại trang.')
        return Writing(
            found.place,
            found.entry,
            {},
            draft=draft.mark if draft else "",
            bank=bank.mark if bank else "",
            kit=kit is not None,
            former_id=item_id if draft else "",
        )

    def retype(self, writing: Writing, kind: ItemType) -> Writing:
        """Return the question as one of another type, keeping what can be kept.

        Raises
        ------
        AuthoringError
            Where it stands for a question of the kit's, whose type others count on.
        """
        if writing.kit:
            raise AuthoringError(
                "Câu này thay cho một câu của bộ nội dung nên giữ nguyên dạng. Muốn hỏi dạng khác "
                "thì viết câu mới."
            )
        entry, aside = retype_entry(writing.entry, kind, writing.aside)
        return replace(writing, entry=entry, aside=aside)

    def judge(self, writing: Writing) -> Judged:
        """Return what `lachan check` would say of it."""
        name = str(writing.entry.get("id") or "")
        judge = ItemJudge(self.content, self._today())
        return judge.judge(writing.entry, writing.place, name if writing.is_known else "")

    def render(self, writing: Writing) -> str:
        """Return the question as YAML."""
        return render_entry(writing.entry)

    def save_draft(self, writing: Writing) -> Writing:
        """Keep it as a draft, whole or not; nobody but the form sees it.

        Raises
        ------
        LachanError
            Where it cannot be kept.
        """
        bank = self._need_bank()
        kept = bank.save_draft(writing.entry, writing.place, writing.draft, writing.former_id)
        return replace(writing, draft=kept.mark, former_id=kept.id)

    def publish(self, writing: Writing) -> Writing:
        """Put it into the bank.

        Raises
        ------
        LachanError
            Where something is still wrong with it, or it cannot be kept.
        """
        bank = self._need_bank()
        errors = [each for each in self.judge(writing).problems if each.severity is Severity.ERROR]
        if errors:
            raise AuthoringError(
                f"Còn {len(errors)} lỗi phải sửa trước khi đưa vào ngân hàng. Chưa sửa xong thì "
                "lưu nháp."
            )
        entry = self._dated(writing)
        kept = bank.publish(entry, writing.place, writing.bank, writing.former_id)
        self.content = refresh_school_items(self.content)
        return replace(writing, entry=kept.entry, draft="", bank=kept.mark, former_id="")

    def withdraw(self, item_id: str) -> Writing:
        """Take a question out of the bank; it is a draft again.

        Raises
        ------
        LachanError
            Where it is not there, or cannot be kept.
        """
        self._need_bank().withdraw(item_id)
        self.content = refresh_school_items(self.content)
        return self.open(item_id, Shelf.DRAFT)

    def drop_draft(self, item_id: str) -> None:
        """Take a draft away; a copy of its file stays."""
        self._need_bank().drop(item_id, Shelf.DRAFT)

    def list_versions(self, item_id: str) -> Sequence[Version]:
        """Return what a question of the school's was before, the latest first."""
        return self._bank.list_versions(item_id) if self._bank else ()

    def restore(self, writing: Writing, name: str) -> Writing:
        """Return the question as it was in a copy; nothing is kept until it is saved.

        Raises
        ------
        AuthoringError
            Where there is no such copy.
        """
        versions = self.list_versions(str(writing.entry.get("id")))
        found = next((each for each in versions if each.name == name), None)
        if found is None:
            raise AuthoringError("Không còn bản cũ ấy; hãy tải lại trang.")
        return replace(writing, entry=found.written.entry, aside={})

    def _need_bank(self) -> SchoolBank:
        if self._bank is None:
            raise AuthoringError(NO_FOLDER)
        return self._bank

    def _free_id(self, place: Place) -> str:
        taken = {each.id for each in self.content.items} | {
            each.id for each in self.list_questions()
        }
        taken |= self.content.retired_ids
        # An id has eighty letters at most.
        stem = f"truong-{place.band.value}-{place.topic}"[:70].rstrip("-")
        numbers = (f"{stem}-{number:03}" for number in range(1, len(taken) + 2))
        return next(each for each in numbers if each not in taken)

    def _is_of_kit(self, item: Item) -> bool:
        return not Path(item.source.file).is_absolute() or is_of_school(item, self.content)

    def _find_in_kit(self, item_id: str) -> Written | None:
        """Return an item of the kit's as its author wrote it."""
        root = self.content.root
        item = next((each for each in self.content.items if each.id == item_id), None)
        if item is None or not self._is_of_kit(item):
            return None
        place = Place(item.band, item.topic)
        name = Path("quiz_bank", item.band, f"{item.topic}.yaml")
        paths = (root / name, root / "quiz_bank" / "contest" / item.band / name.name)
        for path in paths:
            entries = read_entries(path.read_text("utf-8"), path.name) if path.is_file() else []
            for entry in entries:
                if entry["id"] == item_id:
                    return Written(place, Shelf.BANK, entry)
        return None

    def _dated(self, writing: Writing) -> dict[str, Any]:
        """Return the entry with its author's day; readings of another text go."""
        now = {name: value for name, value in writing.entry.items() if name != "reviews"}
        item_id = str(writing.entry["id"])
        before = self._bank.find(item_id, Shelf.BANK) if self._bank else None
        before = before or (self._find_in_kit(item_id) if writing.kit else None)
        former = {} if before is None else dict(before.entry)
        reviews = former.pop("reviews", [])
        if without_empty(former) != without_empty(now):
            reviews = [{"role": "author", "date": self._today().isoformat()}]
        return {**now, "reviews": reviews}
