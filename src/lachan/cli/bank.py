"""``lachan bank``: what the question bank holds."""

from __future__ import annotations

from collections import Counter

from rich.table import Table

from lachan.cli.app import App
from lachan.cli.console import out
from lachan.cli.options import Banks, Root, School
from lachan.domain.kinds import Band, ItemType, Level
from lachan.domain.names import BAND_NAMES, ITEM_TYPE_NAMES, LEVEL_NAMES
from lachan.workflows.content.opening import open_content

app = App(help="Ngân hàng câu hỏi.")


@app.callback()
def _group() -> None:
    """Ngân hàng câu hỏi."""


@app.command()
def stats(root: Root = None, school: School = None, bank: Banks = None) -> None:
    """Đếm câu hỏi theo cấp, dạng và mức."""
    content = open_content(root, bank or (), school=school)
    by_type = Counter((item.band, item.type) for item in content.items)
    by_level = Counter((item.band, item.level) for item in content.items)
    bands = [band for band in Band if any(item.band is band for item in content.items)]
    out.print(_table("Theo dạng", bands, [(ITEM_TYPE_NAMES[t], t) for t in ItemType], by_type))
    out.print(_table("Theo mức", bands, [(LEVEL_NAMES[k], k) for k in Level], by_level))
    lessons = Counter(lesson.band for lesson in content.lessons)
    spelled = ", ".join(f"{BAND_NAMES[band]} {lessons[band]}" for band in bands)
    out.print(f"{len(content.items)} câu hỏi; {len(content.lessons)} bài học ({spelled})")


def _table(
    title: str,
    bands: list[Band],
    kinds: list[tuple[str, ItemType]] | list[tuple[str, Level]],
    counts: Counter[tuple[Band, ItemType]] | Counter[tuple[Band, Level]],
) -> Table:
    table = Table(title=title)
    table.add_column("")
    for band in bands:
        table.add_column(BAND_NAMES[band], justify="right")
    table.add_column("cộng", justify="right")
    for name, kind in kinds:
        row = [counts[band, kind] for band in bands]  # type: ignore[index]
        table.add_row(name, *map(str, row), str(sum(row)))
    return table
