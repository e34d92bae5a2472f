"""From a few wishes to a blueprint that the bank can fill."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from pathlib import Path

from lachan.assembly import ShortfallError, assemble, default_codes
from lachan.content import Content
from lachan.content.papers.blueprint_writer import render_blueprint
from lachan.domain.kinds import Band, ItemType, Level
from lachan.domain.names import ITEM_TYPE_NAMES
from lachan.domain.papers.paper import Blueprint, Cell, Header, Part, Rules
from lachan.errors import LachanError
from lachan.text import strip_accents
from lachan.workflows.papers.draft import usable_items

# Biết, hiểu, vận dụng: the usual 40–30–30 (a habit; no document asks for it).
USUAL_SHARES = (40, 30, 30)
# How often cells are moved where enemies stand in the way.
TRIES = 20

Supply = Mapping[tuple[ItemType, str, Level], int]


class PlanError(LachanError):
    """A blueprint cannot be planned from these wishes."""


@dataclass(frozen=True, slots=True)
class PartWish:
    """So many items of a type, for so many points each."""

    type: ItemType
    count: int
    points: Decimal


@dataclass(frozen=True, slots=True)
class PaperWish:
    """What a teacher says of a paper; topics left out mean all of the band's.

    `shares` are parts of a hundred for biết, hiểu, vận dụng.
    """

    title: str
    band: Band
    parts: tuple[PartWish, ...]
    minutes: int
    topics: tuple[str, ...] = ()
    shares: tuple[int, int, int] = USUAL_SHARES
    form_count: int = 4
    rules: Rules = field(default_factory=Rules)
    header: Header = field(default_factory=lambda: Header("", "TRƯỜNG ………", "", "", ""))
    official: bool = False
    date: dt.date | None = None
    seed: str = ""


def count_supply(content: Content, band: Band, on: dt.date) -> Supply:
    """Return how many items of each type, topic and level may be asked on a day."""
    return Counter(
        (item.type, item.topic, item.level)
        for item in usable_items(content, on)
        if item.band is band
    )


def plan_paper(content: Content, wish: PaperWish, today: dt.date) -> Blueprint:
    """Return a blueprint that spreads the items over topics and levels as the bank allows.

    It is tried out: where enemies keep a cell from being filled, others take over.

    Raises
    ------
    PlanError
        If a topic is unknown, or the bank has too few items of a type.
    ShortfallError
        If no way was found to fill all cells together; says what stands in the way.
    """
    topics = _topics(content, wish)
    law_date = wish.date or today
    usable = usable_items(content, law_date)
    supply = Counter(count_supply(content, wish.band, law_date))
    short: ShortfallError | None = None
    for _ in range(TRIES):
        try:
            blueprint = _plan(wish, topics, supply)
        except PlanError as error:
            raise short or error from error
        codes = default_codes(wish.form_count, blueprint.code_digits)
        try:
            assemble(blueprint, usable, law_date=law_date, seed=blueprint.seed, codes=codes)
        except ShortfallError as error:
            short = error
            sets = wish.rules.count_bases(wish.form_count)
            for cell in error.shortfalls:
                usual = cell.wanted // sets - -(-cell.missing // sets)
                supply[cell.type, cell.topic, cell.level] = usual
        else:
            return blueprint
    raise short or PlanError("không chia được câu vào các ô của ma trận.")


def _plan(wish: PaperWish, topics: Sequence[str], supply: Supply) -> Blueprint:
    parts = []
    left = Counter(supply)
    asked: Counter[str] = Counter()
    for part in wish.parts:
        cells = _plan_cells(part, topics, wish.shares, left, asked)
        for cell in cells:
            asked[cell.topic] += cell.count
        left.subtract({(part.type, cell.topic, cell.level): cell.count for cell in cells})
        parts.append(Part(part.type, part.points, tuple(cells)))
    return Blueprint(
        slug=_slug(wish.title),
        title=wish.title,
        header=_header(wish),
        official=wish.official,
        band=wish.band,
        date=wish.date,
        minutes=wish.minutes,
        codes=(),
        seed=wish.seed or _slug(wish.title),
        total_points=sum((part.worth for part in parts), Decimal()),
        parts=tuple(parts),
        rules=wish.rules,
        form_count=wish.form_count,
    )


def write_plan(content: Content, blueprint: Blueprint, path: Path) -> None:
    """Write a blueprint to a new file; a file that is there stays as it is.

    Raises
    ------
    PlanError
        If the file is there already, or the name does not end in .yaml.
    """
    if path.suffix not in (".yaml", ".yml"):
        raise PlanError(f"{path}: tên tệp ma trận phải kết thúc bằng .yaml.")
    titles = {lesson.slug: lesson.title for lesson in content.lessons}
    text = render_blueprint(blueprint, titles)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError:
        raise PlanError(f"{path}: đã có tệp này, không ghi đè; hãy chọn tên khác.") from None


def _slug(title: str) -> str:
    return "-".join(re.findall("[a-z0-9]+", strip_accents(title).lower())) or "ma-tran"


def _topics(content: Content, wish: PaperWish) -> tuple[str, ...]:
    known = {lesson.slug: lesson for lesson in content.lessons if lesson.band is wish.band}
    for topic in wish.topics:
        if topic not in known:
            raise PlanError(
                f'không có chủ đề "{topic}" ở cấp {wish.band.value}; có: {", ".join(known)}.'
            )
    return wish.topics or tuple(known)


def _header(wish: PaperWish) -> Header:
    header = wish.header
    return replace(
        header,
        exam=header.exam or wish.title.upper(),
        subject=header.subject or "Phòng, chống mua bán người",
    )


def _plan_cells(
    part: PartWish,
    topics: Sequence[str],
    shares: Sequence[int],
    left: Supply,
    asked: Mapping[str, int],
) -> list[Cell]:
    """Return cells by topic and level: levels as near their shares as the bank allows.

    `asked` tells how often the parts before ask each topic.
    """
    room = {
        (topic, level): max(0, left.get((part.type, topic, level), 0))
        for topic in topics
        for level in Level
    }
    if sum(room.values()) < part.count:
        raise PlanError(
            f"cần {part.count} câu {ITEM_TYPE_NAMES[part.type]}, ngân hàng chỉ còn "
            f"{sum(room.values())} câu ở các chủ đề đã chọn."
        )
    wanted = _split(part.count, shares, [sum(room[t, k] for t in topics) for k in Level])
    counts: Counter[tuple[str, Level]] = Counter()
    for level, count in zip(Level, wanted, strict=True):
        for _ in range(count):
            # The topic that has least so far, here and before, then the one that can spare most.
            open_topics = [t for t in topics if counts[t, level] < room[t, level]]
            topic = min(
                open_topics,
                key=lambda t: (
                    sum(counts[t, k] for k in Level),
                    asked.get(t, 0),
                    counts[t, level] - room[t, level],
                    topics.index(t),
                ),
            )
            counts[topic, level] += 1
    return [
        Cell(topic, level, counts[topic, level])
        for topic in topics
        for level in Level
        if counts[topic, level]
    ]


def _split(count: int, shares: Sequence[int], room: Sequence[int]) -> list[int]:
    """Return `count` split after `shares`, no piece above its room; the rest goes where it can."""
    total = sum(shares)
    exact = [Decimal(count * share) / total for share in shares]
    pieces = [min(int(each), most) for each, most in zip(exact, room, strict=True)]
    while sum(pieces) < count:
        free = [index for index, most in enumerate(room) if pieces[index] < most]
        neediest = max(free, key=lambda index: (exact[index] - pieces[index], -index))
        pieces[neediest] += 1
    return pieces
