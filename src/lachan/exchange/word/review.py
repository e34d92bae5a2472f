"""Items for someone to review, as a Word file: one after the other, a box to tick, room for words.

Whoever marks it may use Word, LibreOffice or a pen; what is read back is the table of its head and
one table below each item.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from docx import Document
from docx.document import Document as WordDocument
from docx.opc.exceptions import PackageNotFoundError
from docx.shared import Pt
from docx.table import Table, _Cell

from lachan.domain.items import Item
from lachan.domain.law import Provision
from lachan.domain.names import BAND_NAMES, ITEM_TYPE_NAMES, LEVEL_NAMES, SKILL_NOTE
from lachan.domain.reviews import revision_read
from lachan.errors import LachanError
from lachan.exchange.word.checkboxes import add_checkbox, is_ticked, read_text
from lachan.exchange.word.document import (
    add_row,
    add_table,
    new_document,
    save_document,
    set_borders,
)
from lachan.exchange.word.review_rows import review_rows
from lachan.exchange.word.text import Pictures, write_blocks
from lachan.limits.files import LARGEST_UNPACKED_REVIEW
from lachan.text import capitalize, format_date

ROLE_LABEL, NAME_LABEL, DAY_LABEL = "Vai trò", "Họ và tên", "Ngày xem"
ITEM_LABEL, TICK_LABEL, REMARK_LABEL = "Mã câu", "Đã xem, đồng ý", "Góp ý"

HOW_TO = (
    "Đọc từng câu: lời dẫn, phương án, đáp án, lời giải thích và căn cứ. "
    f"Đồng ý cả câu thì bấm vào ô ở dòng “{TICK_LABEL}” (hoặc gõ x). "
    f"Chưa đồng ý thì để trống ô và viết vào dòng “{REMARK_LABEL}”; "
    "đồng ý mà có góp ý thì làm cả hai. Xin đừng sửa các mã. "
    "Ô đánh dấu có nghĩa là chính người có tên ở trên đã đọc câu ấy."
)
WARNING = "Tệp này có đáp án, kể cả của câu hỏi thi: chỉ gửi cho người thẩm định."


class ReviewFileError(LachanError):
    """A file that is no review, or in which something was changed that tells what was read."""


@dataclass(frozen=True, slots=True)
class Reviewer:
    """Who reviews, as typed: nobody has checked it."""

    role: str
    name: str
    day: dt.date


@dataclass(frozen=True, slots=True)
class Mark:
    """What stands below an item that came back."""

    item_id: str
    revision: str
    agreed: bool
    remark: str


def render_review(
    items: Sequence[Item],
    provisions: Mapping[str, Provision],
    reviewer: Reviewer,
    role_name: str,
    pictures: Pictures | None = None,
) -> bytes:
    """Return the file for a reviewer, keys and reasons included.

    Parameters
    ----------
    role_name
        The role in words.
    pictures
        Path → PNG or JPEG bytes of the pictures that the items show.
    """
    title = f"Thẩm định câu hỏi – {reviewer.name}"
    document = new_document(title, day=reviewer.day, size_pt=12, margins_cm=(2, 2, 2, 2))
    for style in ("Heading 1", "Heading 2"):
        document.styles[style].font.bold = True
    document.add_heading("Thẩm định câu hỏi", level=1)
    head = _add_form(document)
    _fill(head, ROLE_LABEL, f"{role_name} ({reviewer.role})")
    _fill(head, NAME_LABEL, reviewer.name)
    _fill(head, DAY_LABEL, format_date(reviewer.day))
    document.add_paragraph(HOW_TO)
    document.add_paragraph().add_run(WARNING).bold = True
    for number, item in enumerate(items, 1):
        _write_item(document, number, item, provisions, pictures)
    return save_document(document)


def _write_item(
    document: WordDocument,
    number: int,
    item: Item,
    provisions: Mapping[str, Provision],
    pictures: Pictures | None,
) -> None:
    document.add_heading(f"Câu {number}", level=2)
    about = (
        BAND_NAMES[item.band],
        ITEM_TYPE_NAMES[item.type],
        f"mức {LEVEL_NAMES[item.level]}",
        "câu hỏi thi" if not item.may_be_practised else "luyện tập",
    )
    document.add_paragraph().add_run(" · ".join(about)).italic = True
    write_blocks(document, item.asked, pictures=pictures)
    for row in review_rows(item.body):
        document.add_paragraph().add_run(row.label).bold = True
        write_blocks(document, row.text, 1, pictures)
        if row.reason:
            document.add_paragraph().add_run("Lời giải thích:").italic = True
            write_blocks(document, row.reason, 1, pictures)
    document.add_paragraph().add_run("Căn cứ:").bold = True
    for line in _law(item, provisions):
        document.add_paragraph(line, style="List Bullet")
    form = _add_form(document)
    _fill(form, ITEM_LABEL, f"{item.id} / {revision_read(item)}")
    add_checkbox(_fill(form, TICK_LABEL, "").paragraphs[0])
    _fill(form, REMARK_LABEL, "")
    document.add_paragraph().paragraph_format.space_after = Pt(6)


def _law(item: Item, provisions: Mapping[str, Provision]) -> Iterable[str]:
    if item.is_skill:
        yield capitalize(SKILL_NOTE)
    for cited in item.all_citations:
        known = provisions.get(cited)
        yield cited if known is None else f"{capitalize(known.label_with_status)}: {known.summary}"


def _add_form(document: WordDocument) -> Table:
    return add_table(document, [4, 13])


def _fill(form: Table, label: str, words: str) -> _Cell:
    left, right = add_row(form)
    left.paragraphs[0].add_run(label).bold = True
    right.paragraphs[0].add_run(words)
    for cell in (left, right):
        set_borders(cell)
    return right


def read_review(
    data: bytes, file: str, most_bytes: int = LARGEST_UNPACKED_REVIEW.value
) -> tuple[Reviewer, tuple[Mark, ...]]:
    """Return who reviewed, and what stands below each item.

    Parameters
    ----------
    file
        The file's name, for words about a fault.
    most_bytes
        How much it may be once it is unpacked.

    Raises
    ------
    ReviewFileError
        Where it is no review, becomes more than is allowed when it is unpacked, or a name, a day or
        an id in it can no longer be read.
    """
    try:
        with ZipFile(BytesIO(data)) as archive:
            # No more is read of an entry than it says that it is.
            if sum(entry.file_size for entry in archive.infolist()) > most_bytes:
                raise ReviewFileError(
                    f"{file}: giải nén ra hơn {LARGEST_UNPACKED_REVIEW.spelled}, không tệp thẩm "
                    "định nào nặng thế; hãy hỏi lại người gửi"
                )
        document = Document(BytesIO(data))
    except (PackageNotFoundError, BadZipFile, KeyError, ValueError) as error:
        message = f"{file}: không phải tệp Word (.docx) do lachan review open làm ra"
        raise ReviewFileError(message) from error
    head, *forms = [_read_form(table) for table in document.tables] or [{}]
    if not {ROLE_LABEL, NAME_LABEL, DAY_LABEL} <= set(head):
        raise ReviewFileError(
            f"{file}: không thấy bảng đầu tệp ({ROLE_LABEL}, {NAME_LABEL}, {DAY_LABEL}); "
            "hãy dùng tệp do lachan review open làm ra"
        )
    reviewer = Reviewer(
        _read_role(head[ROLE_LABEL], file),
        _read_name(head[NAME_LABEL], file),
        _read_day(head[DAY_LABEL], file),
    )
    return reviewer, tuple(_read_mark(form, file) for form in forms if ITEM_LABEL in form)


Form = Mapping[str, _Cell]


def _read_form(table: Table) -> Form:
    return {read_text(row.cells[0]): row.cells[1] for row in table.rows if len(row.cells) == 2}


def _read_role(cell: _Cell, file: str) -> str:
    found = re.search(r"\(([a-z-]+)\)\s*$", read_text(cell))
    if found is None:
        message = f'{file}: {ROLE_LABEL} phải kết bằng mã trong ngoặc, như "(law)"'
        raise ReviewFileError(f'{message}; thấy "{read_text(cell)}"')
    return found[1]


def _read_name(cell: _Cell, file: str) -> str:
    name = read_text(cell)
    if not name:
        raise ReviewFileError(f"{file}: dòng {NAME_LABEL} để trống; người thẩm định ghi tên mình")
    return name


def _read_day(cell: _Cell, file: str) -> dt.date:
    words = read_text(cell)
    found = re.fullmatch(r"(\d{1,2})/(\d{1,2})/(\d{4})", words)
    try:
        day, month, year = map(int, found.groups() if found else ())
        return dt.date(year, month, day)
    except ValueError as error:
        message = f'{file}: {DAY_LABEL} cần ngày dạng 30/11/2026; thấy "{words}"'
        raise ReviewFileError(message) from error


def _read_mark(form: Form, file: str) -> Mark:
    words = read_text(form[ITEM_LABEL])
    found = re.fullmatch(r"([a-z0-9-]+) / (\S+)", words)
    if found is None or not {TICK_LABEL, REMARK_LABEL} <= set(form):
        raise ReviewFileError(
            f'{file}: bảng dưới câu "{words}" đã bị sửa; cần đủ ba dòng '
            f"({ITEM_LABEL}, {TICK_LABEL}, {REMARK_LABEL}) và mã như khi lachan review open làm ra"
        )
    agreed, remark = is_ticked(form[TICK_LABEL]), read_text(form[REMARK_LABEL])
    return Mark(found[1], found[2], agreed, remark)
