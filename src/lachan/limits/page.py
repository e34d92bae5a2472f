"""docs/gioi-han.md: every limit as a page to read."""

from __future__ import annotations

from collections.abc import Sequence
from types import ModuleType

from lachan.limits import (
    answers,
    classroom,
    contest_room,
    doors,
    files,
    live,
    office,
    page_line,
    requests,
)
from lachan.limits.limit import Limit

# In the order of the page.
DOORS: tuple[ModuleType, ...] = (
    requests,
    classroom,
    page_line,
    doors,
    live,
    contest_room,
    answers,
    office,
    files,
)

_HEAD = """\
# Giới hạn

Trang này do `python tools/limits_page.py` viết ra từ `src/lachan/limits/`; hãy sửa ở đó.

Một trường học hay một cuộc thi bình thường không chạm đến giới hạn nào dưới đây. Ai chạm đến thì
gặp điều ghi ở cột “Quá thì”; máy chủ vẫn phục vụ những người khác.
"""


def list_limits(door: ModuleType) -> dict[str, Limit]:
    """Return a module's limits by their names in code, in the order they are written."""
    return {name: value for name, value in vars(door).items() if isinstance(value, Limit)}


def render_page(doors: Sequence[ModuleType] = DOORS) -> str:
    """Return the page in Markdown, a table a door."""
    return _HEAD + "".join(_render_door(door) for door in doors)


def _render_door(door: ModuleType) -> str:
    rows = [_render_row(limit) for limit in list_limits(door).values()]
    head = ["| Điều gì | Bao nhiêu | Quá thì | Vì sao |", "| --- | --- | --- | --- |"]
    return "\n".join(["", f"## {door.TITLE}", "", *head, *rows, ""])


def _render_row(limit: Limit) -> str:
    cells = (limit.what, limit.spelled, limit.beyond, limit.why)
    return f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |"
