"""The consent slip: what the family keeps, and what comes back signed by child and guardian."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from lachan.domain.consent import NameUse
from lachan.domain.law import Hotline
from lachan.printing.help_line import spell_help
from lachan.printing.typst_engine import compile_pdf
from lachan.text import capitalize, format_date

TEMPLATE = "phieu-dong-y.typ"
TITLE = "Phiếu đồng ý cho dùng tên"
LAW = (
    "Đồng ý là tự nguyện, từng mục đích một; im lặng không phải là đồng ý "
    "(Luật Bảo vệ dữ liệu cá nhân 2025, Điều 9)."
)


_CHILD = {
    "keeps": "Phần em và gia đình giữ",
    "name": "Họ và tên em",
    "group": "Lớp",
    "used": "Tên của em được dùng để",
    "signers": [
        {
            "who": "Em",
            "notes": ["từ đủ 7 tuổi: kí và ghi họ tên", "chưa đủ 7 tuổi: để trống"],
        },
        {
            "who": "Cha, mẹ hoặc người giám hộ",
            "notes": ["kí, ghi rõ họ tên và là gì của em"],
        },
    ],
}
_ADULT = {
    "keeps": "Phần người dự thi giữ",
    "name": "Họ và tên",
    "group": "Đơn vị",
    "used": "Tên được dùng để",
    "signers": [{"who": "Người dự thi", "notes": ["kí, ghi rõ họ tên"]}],
}


@dataclass(frozen=True, slots=True)
class ConsentSlip:
    """What a slip is about.

    Attributes
    ----------
    event
        The contest, or the exam.
    online
        True where the kit's server keeps the names, and erases them by itself.
    adults
        True where those who take part sign for themselves.
    """

    event: str
    names: NameUse
    online: bool
    adults: bool = False
    hotline: Hotline | None = None


def render_consent_slip(slip: ConsentSlip) -> bytes:
    """Return the PDF/UA-1 file of a slip, to be copied: one A4 page, stable bytes.

    Raises
    ------
    PrintError
        With a Vietnamese reason, for example the characters that the fonts lack.
    """
    title = f"{TITLE} – {slip.event}"
    return compile_pdf(TEMPLATE, slip_data(slip), title)


def slip_data(slip: ConsentSlip) -> dict[str, Any]:
    """Return a slip as its template reads it, JSON-ready."""
    return {
        "heading": TITLE,
        "event": slip.event,
        "organiser": slip.names.organiser,
        "facts": [{"name": name, "lines": lines} for name, lines in _facts(slip)],
        "purposes": [capitalize(each) for each in slip.names.purposes],
        "law": LAW,
        "help": spell_help(slip.hotline),
        **(_ADULT if slip.adults else _CHILD),
    }


def _facts(slip: ConsentSlip) -> Iterator[tuple[str, list[str]]]:
    names, day = slip.names, format_date(slip.names.erase_on)
    yield "Vì sao cần tên", [capitalize(each) for each in names.purposes]
    yield (
        "Dùng những gì",
        [
            "Họ tên, số báo danh, lớp, trường. Không hỏi ngày sinh, địa chỉ, số điện thoại, ảnh. "
            "Bài làm không ghi chung với tên."
            if slip.online
            else "Họ tên, số báo danh, lớp, trường; ngày sinh nếu danh sách thi có. Không hỏi địa "
            "chỉ, số điện thoại, ảnh."
        ],
    )
    yield (
        "Giữ đến bao giờ",
        [
            f"Sang ngày {day}, máy chủ tự xóa tên. Các tệp và giấy tờ có tên được hủy cùng ngày."
            if slip.online
            else f"Sang ngày {day}, danh sách, các tệp và giấy tờ có tên được xóa, hủy."
        ],
    )
    public = " Bảng xếp hạng do máy công bố chỉ có mã ngẫu nhiên." if slip.online else ""
    yield "Ai xem được", [f"{_sentence(names.seen_by)}{public}"]
    yield (
        "Muốn rút",
        [
            (
                f"Lúc nào cũng được, không cần nêu lí do. Báo: {_sentence(names.withdraw)} "
                "Tên được xóa ngay; bài làm ở lại dưới một mã không dẫn tới ai."
            )
        ],
    )
    yield "Không đồng ý", ["Vẫn dự thi được, chỉ bằng số báo danh, và không bị thiệt điều gì."]


def _sentence(words: str) -> str:
    told = capitalize(words)
    return told if told.endswith((".", "!", "?", "…")) else f"{told}."
