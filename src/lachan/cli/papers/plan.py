"""``lachan paper plan``: from a few answers to a blueprint that ``paper make`` takes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.table import Table

from lachan.cli.asking import AskNumber, AskText
from lachan.cli.console import err, out
from lachan.cli.options import Banks, Root, School
from lachan.domain.kinds import Band, FormMode, ItemType, Level
from lachan.domain.names import BAND_NAMES, ITEM_TYPE_NAMES, LEVEL_NAMES
from lachan.workflows.clock import today_in_vietnam
from lachan.workflows.content.opening import open_content

if TYPE_CHECKING:
    from lachan.content import Content
    from lachan.workflows.papers.plan import PaperWish, PartWish, Supply

USUAL_POINTS = {
    ItemType.SINGLE_CHOICE: Decimal("0.25"),
    ItemType.TRUE_FALSE_GROUP: Decimal(1),
    ItemType.SHORT_ANSWER: Decimal("0.5"),
}
USUAL_TITLE = "Đề kiểm tra"
USUAL_MINUTES, MOST_MINUTES = 45, 300
MOST_ITEMS = 100


def plan(
    path: Annotated[Path, typer.Argument(metavar="TỆP", help="Tệp ma trận mới, đuôi .yaml.")],
    band: Annotated[Band | None, typer.Option(help="Cấp; không nêu thì hỏi.")] = None,
    topic: Annotated[
        list[str] | None,
        typer.Option(help="Chủ đề (tên tệp bài học); dùng được nhiều lần; không nêu: mọi chủ đề."),
    ] = None,
    part: Annotated[
        list[str] | None,
        typer.Option(
            metavar="DẠNG:SỐ_CÂU[:ĐIỂM]",
            help="Một phần, ví dụ single_choice:12:0.25; dùng được nhiều lần; không nêu thì hỏi.",
        ),
    ] = None,
    levels: Annotated[
        str, typer.Option(help="Tỉ lệ biết, hiểu, vận dụng.", metavar="BIẾT,HIỂU,VẬN_DỤNG")
    ] = "40,30,30",
    title: Annotated[str | None, typer.Option(help="Tên đề.")] = None,
    organiser: Annotated[str, typer.Option(help="Trường hoặc ban tổ chức.")] = "TRƯỜNG ………",
    minutes: Annotated[int | None, typer.Option(min=1, max=300, help="Số phút làm bài.")] = None,
    forms: Annotated[int, typer.Option(min=1, max=100, help="Số mã đề.")] = 4,
    mode: Annotated[
        FormMode, typer.Option(help="same: chung một bộ câu; different: mỗi mã câu khác nhau.")
    ] = FormMode.SAME,
    root: Root = None,
    school: School = None,
    bank: Banks = None,
) -> None:
    """Soạn ma trận đề: hỏi vài câu, xem ngân hàng đủ đến đâu, ghi tệp để sửa tiếp.

    Nêu đủ --band, --part, --title và --minutes thì không hỏi gì.
    """
    from lachan.domain.papers.paper import Header, Rules
    from lachan.workflows.papers.plan import plan_paper, write_plan

    content = open_content(root, bank or (), school=school)
    told = _Told(band, tuple(topic or ()), tuple(part or ()), title, minutes)
    try:
        wish = _read_wish(content, told, _read_levels(levels))
    except EOFError:
        raise typer.BadParameter(
            "không có ai để hỏi; hãy nêu --band, --part, --title và --minutes."
        ) from None
    blueprint = plan_paper(
        content,
        replace(
            wish, form_count=forms, rules=Rules(mode), header=Header("", organiser, "", "", "")
        ),
        today_in_vietnam(),
    )
    write_plan(content, blueprint, path)
    for index, made in enumerate(blueprint.parts, 1):
        out.print(f"phần {index}: {made.count} câu {ITEM_TYPE_NAMES[made.type]}")
    out.print(f"đã ghi {path}", markup=False)
    out.print(f"ra đề: lachan paper make {path} --out THƯ_MỤC", markup=False)


@dataclass(frozen=True, slots=True)
class _Told:
    """What the options say; the rest is asked for."""

    band: Band | None
    topics: tuple[str, ...]
    parts: tuple[str, ...]
    title: str | None
    minutes: int | None


def _read_wish(content: Content, told: _Told, shares: tuple[int, int, int]) -> PaperWish:
    from lachan.workflows.papers.plan import PaperWish, count_supply

    parts = _read_parts(told.parts)
    band = told.band or _ask_band()
    topics = told.topics or (() if parts else _ask_topics(content, band))
    if not parts:
        supply = count_supply(content, band, today_in_vietnam())
        err.print(_supply_table(content, band, topics, supply))
        parts = _ask_parts(topics, supply)
    return PaperWish(
        title=told.title or AskText.ask("Tên đề", default=USUAL_TITLE, console=err) or USUAL_TITLE,
        band=band,
        parts=parts,
        minutes=told.minutes or _ask_number("Số phút", 1, MOST_MINUTES, USUAL_MINUTES),
        topics=topics,
        shares=shares,
    )


def _ask_number(question: str, least: int, most: int, usual: int) -> int:
    while True:
        number = AskNumber.ask(question, default=usual, console=err)
        if least <= number <= most:
            return number
        err.print(f"Chỉ nhận số từ {least} đến {most}.", style="yellow")


def _ask_band() -> Band:
    names = ", ".join(f"{band.value} ({BAND_NAMES[band]})" for band in Band)
    err.print(f"Cấp: {names}")
    return Band(AskText.ask("Chọn cấp", choices=[band.value for band in Band], console=err))


def _ask_topics(content: Content, band: Band) -> tuple[str, ...]:
    """Return the topics of the numbers that are typed; none for all."""
    lessons = [lesson for lesson in content.lessons if lesson.band is band]
    for number, lesson in enumerate(lessons, 1):
        err.print(f"{number:3} {lesson.title}", markup=False)
    while True:
        answer = AskText.ask(
            "Số các chủ đề, cách nhau bằng dấu phẩy (trống: tất cả)",
            default="",
            show_default=False,
            console=err,
        )
        numbers = [piece.strip() for piece in answer.split(",") if piece.strip()]
        known = {str(number): lesson.slug for number, lesson in enumerate(lessons, 1)}
        if all(number in known for number in numbers):
            return tuple(dict.fromkeys(known[number] for number in numbers))
        err.print(f"Chỉ nhận các số từ 1 đến {len(lessons)}.", style="yellow")


def _supply_table(content: Content, band: Band, topics: Sequence[str], supply: Supply) -> Table:
    """Return what the bank holds: topics and levels by item type."""
    types = [kind for kind in ItemType if any(key[0] is kind for key in supply)]
    table = Table(title=f"Ngân hàng câu hỏi, cấp {BAND_NAMES[band]} (biết / hiểu / vận dụng)")
    table.add_column("Chủ đề")
    for kind in types:
        table.add_column(ITEM_TYPE_NAMES[kind], justify="right")
    for lesson in content.lessons:
        if lesson.band is band and (not topics or lesson.slug in topics):
            counts = (
                " / ".join(str(supply.get((kind, lesson.slug, level), 0)) for level in Level)
                for kind in types
            )
            table.add_row(lesson.title, *counts)
    return table


def _ask_parts(topics: Sequence[str], supply: Supply) -> tuple[PartWish, ...]:
    """Ask for a count and points of every type that the bank has."""
    from lachan.workflows.papers.plan import PartWish

    parts = []
    for kind in ItemType:
        most = sum(
            count
            for (type_, topic, _), count in supply.items()
            if type_ is kind and (not topics or topic in topics)
        )
        if not most:
            continue
        count = _ask_number(
            f"Số câu {ITEM_TYPE_NAMES[kind]} (có {most}; 0: không dùng)",
            0,
            min(most, MOST_ITEMS),
            0,
        )
        if count:
            usual = USUAL_POINTS.get(kind, Decimal(1))
            points = AskText.ask("  Điểm mỗi câu", default=str(usual), console=err)
            parts.append(PartWish(kind, count, _read_points(points)))
    if not parts:
        raise typer.BadParameter("Đề phải có ít nhất một câu.")
    return tuple(parts)


def _read_parts(texts: Sequence[str]) -> tuple[PartWish, ...]:
    from lachan.workflows.papers.plan import PartWish

    parts = []
    for text in texts:
        kind, _, rest = text.partition(":")
        count, _, points = rest.partition(":")
        if kind not in list(ItemType):
            known = ", ".join(ItemType)
            raise typer.BadParameter(f"không có dạng “{kind}”; có: {known}.", param_hint="--part")
        usual = USUAL_POINTS.get(ItemType(kind), Decimal(1))
        parts.append(
            PartWish(ItemType(kind), _read_count(count), _read_points(points) if points else usual)
        )
    return tuple(parts)


def _read_count(text: str) -> int:
    if not text.isascii() or not text.isdigit() or not 1 <= int(text) <= MOST_ITEMS:
        raise typer.BadParameter(
            f"số câu phải từ 1 đến {MOST_ITEMS}, thấy “{text}”.", param_hint="--part"
        )
    return int(text)


def _read_points(text: str) -> Decimal:
    try:
        points = Decimal(text.replace(",", "."))
    except InvalidOperation:
        points = Decimal(0)
    if not points.is_finite() or points <= 0:
        raise typer.BadParameter(f"điểm phải là số dương, thấy “{text}”.", param_hint="--part")
    return points


def _read_levels(text: str) -> tuple[int, int, int]:
    pieces = [piece.strip() for piece in text.split(",")]
    if len(pieces) != len(Level) or not all(p.isascii() and p.isdigit() for p in pieces):
        names = ", ".join(LEVEL_NAMES[level] for level in Level)
        raise typer.BadParameter(f"cần ba số cho {names}, ví dụ 40,30,30.", param_hint="--levels")
    know, understand, apply_ = map(int, pieces)
    if not know + understand + apply_:
        raise typer.BadParameter("tổng ba số phải lớn hơn 0.", param_hint="--levels")
    return know, understand, apply_
