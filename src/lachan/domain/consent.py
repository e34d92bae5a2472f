"""Why names are asked for, and until when they are kept (Luật 91/2025/QH15, Điều 3, 9 và 24)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace

from lachan.domain.papers.rosters import Entrant
from lachan.limits.office import (
    ADVISED_KEPT,
    KEPT_UNSAID,
    LONGEST_KEPT,
    LONGEST_PURPOSE,
    MOST_PURPOSES,
)
from lachan.text import VIETNAM, date_in_vietnam, format_date

_MISSING = {
    "purposes": "chưa nêu vì sao cần tên; ví dụ: ghi tên lên giấy chứng nhận và trao giải",
    "seen_by": "chưa nêu ai xem được tên; ví dụ: Ban Tổ chức và giáo viên chủ nhiệm",
    "withdraw": "chưa nêu muốn rút thì báo ai, ở đâu; ví dụ: cô Hạnh, phòng Đoàn Đội",
}


@dataclass(frozen=True, slots=True)
class NameUse:
    """What an organiser says before anyone's name is asked for; the consent slip prints it.

    Attributes
    ----------
    purposes
        What the names are for; each is agreed to, or not, by itself.
    erase_on
        The names are gone when this day begins in Vietnam.
    seen_by
        Who gets to see them.
    withdraw
        Whom to tell, and where, by whoever takes their consent back.
    organiser
        Who answers for the names; "" leaves a dotted line on the slip.
    """

    purposes: tuple[str, ...]
    erase_on: dt.date
    seen_by: str
    withdraw: str
    organiser: str = ""


def find_faults(names: NameUse, last_day: dt.date, today: dt.date | None = None) -> dict[str, str]:
    """Return field → what is wrong with it and what to do, in Vietnamese; empty where nothing.

    Parameters
    ----------
    last_day
        The last day on which the contest or the exam is sat.
    today
        Days up to this one cannot be promised any more; None where nobody knows it.
    """
    found = _find_faulty_lines(names)
    fault = _find_faulty_day(names.erase_on, last_day, today)
    return found | ({"erase_on": fault} if fault else {})


def _find_faulty_lines(names: NameUse) -> dict[str, str]:
    lines = {
        "purposes": names.purposes,
        "seen_by": (names.seen_by,),
        "withdraw": (names.withdraw,),
        "organiser": (names.organiser,),
    }
    found: dict[str, str] = {}
    for field, values in lines.items():
        longest = max(map(len, values), default=0)
        if field in _MISSING and not (values and all(map(str.strip, values))):
            found[field] = _MISSING[field]
        elif longest > LONGEST_PURPOSE.value:
            found[field] = f"dài {longest} kí tự, nhiều nhất {LONGEST_PURPOSE.value}; viết gọn lại"
        elif len(values) > MOST_PURPOSES.value:
            found[field] = f"nêu {len(values)} mục đích, nhiều nhất {MOST_PURPOSES.value}; gộp lại"
        elif len(set(values)) < len(values):
            found[field] = "có hai mục đích giống nhau; bỏ bớt một"
    return found


def _find_faulty_day(day: dt.date, last_day: dt.date, today: dt.date | None) -> str:
    latest = last_day + dt.timedelta(days=LONGEST_KEPT.value)
    if day <= last_day:
        return (
            f"ngày xóa tên {format_date(day)} phải sau ngày thi xong ({format_date(last_day)}); "
            "hãy chọn từ hôm sau trở đi"
        )
    if day > latest:
        return (
            f"ngày xóa tên {format_date(day)} quá xa; tên chỉ được giữ đến "
            f"{format_date(latest)} ({LONGEST_KEPT.spelled} sau ngày thi)"
        )
    if today is not None and day <= today:
        return f"ngày xóa tên {format_date(day)} đã qua; hãy chọn một ngày sau hôm nay"
    return ""


def is_kept_long(names: NameUse, last_day: dt.date) -> bool:
    """Tell whether names are kept longer than prizes and complaints usually take."""
    return names.erase_on > last_day + dt.timedelta(days=ADVISED_KEPT.value)


def find_erasure(
    names: NameUse | None, closes_at: dt.datetime, created_at: dt.datetime
) -> dt.datetime:
    """Return the moment at which what is known of a contest's people goes.

    It is the beginning of the day that was said. Where no names are asked for it comes
    `KEPT_UNSAID` days after the end: numbers, classes and words of the log are kept all the same.
    """
    end = date_in_vietnam(max(closes_at, created_at))
    day = names.erase_on if names else end + dt.timedelta(days=KEPT_UNSAID.value)
    return dt.datetime.combine(day, dt.time(), VIETNAM)


def keep_asked(names: NameUse | None, people: Iterable[Entrant]) -> tuple[Entrant, ...]:
    """Return people with what may be kept of them: no names unless it was said what for."""
    return tuple(each if names else replace(each, name="", birth="") for each in people)
