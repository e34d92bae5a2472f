"""Form codes (mã đề): three or four digits, as answer sheets have columns for them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from lachan.assembly.faults import CodeError

FIRST_CODE = 101

_CODE = re.compile(r"[0-9]{3,4}")


def default_codes(count: int, digits: int = 3) -> tuple[str, ...]:
    """Return the first `count` codes from 101 on: 101, 102, 103, or 0101, 0102, 0103.

    Raises
    ------
    CodeError
        If `count` is below 1 or the digits do not suffice.
    """
    most = 10**digits - FIRST_CODE
    if not 1 <= count <= most:
        raise CodeError(f"Số mã đề phải từ 1 đến {most}, đang là {count}.")
    return tuple(f"{FIRST_CODE + index:0{digits}}" for index in range(count))


def check_codes(codes: Sequence[str]) -> tuple[str, ...]:
    """Return the codes if each has 3 or 4 digits, all the same length, and none comes twice.

    One length for a whole paper, because an answer sheet has one number of code columns.

    Raises
    ------
    CodeError
        Naming every code at fault.
    """
    if not codes:
        raise CodeError("Chưa có mã đề nào; hãy cho ít nhất một mã, ví dụ 101.")
    bad = [code for code in codes if not _CODE.fullmatch(code)]
    if bad:
        shown = ", ".join(f"“{code}”" for code in bad)
        raise CodeError(f"Mã đề phải gồm 3 hoặc 4 chữ số, ví dụ 101 hay 0101; chưa đúng: {shown}.")
    twice = [code for code, times in Counter(codes).items() if times > 1]
    if twice:
        raise CodeError(f"Mỗi mã đề chỉ dùng một lần; bị lặp: {', '.join(twice)}.")
    if len({len(code) for code in codes}) > 1:
        raise CodeError(
            "Các mã đề phải dài bằng nhau (cùng 3 hoặc cùng 4 chữ số) để khớp phiếu trả lời; "
            f"đang là: {', '.join(codes)}."
        )
    return tuple(codes)
