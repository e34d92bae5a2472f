"""One of everything that is stored or published, every item type and every optional field in it.

Written by hand down to the order of the options, so that no solver and no chance has a part.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from decimal import Decimal

from lachan.domain.bodies import Essay, SingleChoice, TrueFalseGroup
from lachan.domain.consent import NameUse
from lachan.domain.contests.contest import (
    Contest,
    Counted,
    EntryMode,
    GroupBy,
    Prize,
    RankKey,
    Reveal,
)
from lachan.domain.items import Item, Media, Override, Review
from lachan.domain.kinds import (
    Band,
    CellUnit,
    FormMode,
    ItemType,
    Level,
    Sensitivity,
    Status,
    Use,
    Verification,
)
from lachan.domain.law import Competence, Document, Provision
from lachan.domain.papers.context import PaperContext, Topic
from lachan.domain.papers.paper import (
    Blueprint,
    Cell,
    Certificate,
    Form,
    FormItem,
    Header,
    Paper,
    Part,
    Rules,
    Stage,
)
from lachan.domain.papers.sheets import Area, AreaKind, Bubble, FieldKind, SheetField, SheetLayout
from lachan.domain.rich import text as rt
from lachan.exchange.snapshot.carried_items import CarriedItems
from support.items import TOPIC, make_item, rich

LAW_DATE = dt.date(2026, 12, 5)
CONTEXT = PaperContext(
    pictures={"media/a.png": b"\x89PNG\r\n\x1a\n\x00\xff"},
    labels={"luat/d2": "Điều 2 Luật Mẫu", "luat/a": "Điểm a"},
    topics={TOPIC: Topic("Việc nhẹ, lương cao", {"nhan-biet": "Nhận biết", "hoi": "Hỏi lại"})},
    remarks=("Gọi 111 – miễn phí", "—— Hết ——"),
)

EVERY_NODE: rt.RichText = (
    rt.Paragraph(
        (
            rt.Text('Đọc "kĩ" <b>\\ và '),
            rt.Strong((rt.Emphasis((rt.Text("chọn"),)),)),
            rt.LineBreak(),
            rt.Link("https://vbpl.vn", (rt.Text("văn bản"),)),
        )
    ),
    rt.Heading(3, (rt.Text("Tin nhắn"),)),
    rt.BulletList((rt.ListItem(rich("một")), rt.ListItem((*rich("hai"), *rich("ba"))))),
    rt.NumberedList((rt.ListItem(rich("bước")),), 3),
    rt.Quote(rich("“Đi ngay nhé!” 🫨")),
    rt.Figure("media/a.png", "Sơ đồ"),
    rt.Table(((rt.Text("Cột"),), ()), (((rt.Text("ô"),), (rt.Strong((rt.Text("1"),)),)),)),
)


def _items() -> tuple[Item, ...]:
    """Return one item of each type, and a second of three types with what may also be left out."""
    plain = {kind: make_item(f"mau-{kind.value.replace('_', '-')}", kind) for kind in ItemType}
    single, group, essay = (
        plain[kind] for kind in (ItemType.SINGLE_CHOICE, ItemType.TRUE_FALSE_GROUP, ItemType.ESSAY)
    )
    assert isinstance(single.body, SingleChoice)
    assert isinstance(group.body, TrueFalseGroup)
    assert isinstance(essay.body, Essay)
    first, *others = single.body.choices
    full = replace(
        single,
        id="mau-day-du",
        band=Band.UPPER_SECONDARY,
        level=Level.APPLY,
        stem=EVERY_NODE,
        body=replace(
            single.body,
            choices=(replace(first, pinned=True, misconception="cho-la-that"), *others),
        ),
        citations=(),
        objective="nhan-biet",
        is_skill=True,
        use=Use.CONTEST,
        status=Status.DRAFT,
        grades=(10, 11),
        lang="en",
        media=Media("media/a.png", "Sơ đồ", "tự vẽ", "ab" * 32),
        sensitivity=Sensitivity.HIGH,
        enemies=frozenset({"z-9", "a-1", "m-5"}),
        group="chung",
        stimulus=rich("Ngữ liệu chung."),
        seconds=90,
        reviews=(Review("author", dt.date(2026, 11, 24)), Review("law", dt.date(2026, 11, 25))),
        overrides=(Override("SF001", "nêu để bác bỏ"),),
    )
    statement, *rest = group.body.statements
    levelled = replace(
        group,
        id="mau-bon-muc",
        body=replace(
            group.body,
            statements=(
                replace(statement, level=Level.UNDERSTAND, misconception="cho-la-that"),
                *rest,
            ),
        ),
    )
    short = replace(essay, id="mau-tu-do", body=replace(essay.body, words=None, guide=()))
    return (*plain.values(), full, levelled, short)


ITEMS = _items()
_POINTS = {ItemType.SINGLE_CHOICE: "0.25", ItemType.TRUE_FALSE_GROUP: "1.0"}


def _part(kind: ItemType) -> Part:
    grouped = kind is ItemType.TRUE_FALSE_GROUP
    count = sum(item.type is kind for item in ITEMS)
    return Part(
        type=kind,
        points=Decimal(_POINTS.get(kind, "0.5")),
        cells=(Cell(TOPIC, Level.KNOW, count * 4 if grouped else count),),
        unit=CellUnit.STATEMENTS if grouped else CellUnit.ITEMS,
        use=Use.PRACTICE if kind is ItemType.ESSAY else None,
        steps=tuple(map(Decimal, ("0", "0.2", "0.50", "1.0"))) if grouped else (),
    )


def _printed(item: Item, turn: int) -> FormItem:
    """Return an item with its options moved on by `turn`."""
    options, targets = {
        ItemType.SINGLE_CHOICE: ("abcd", ""),
        ItemType.MULTIPLE_CHOICE: ("abcde", ""),
        ItemType.TRUE_FALSE_GROUP: ("abcd", ""),
        ItemType.MATCHING: ("abc", "cxab"),
        ItemType.ORDERING: ("bdca", ""),
    }.get(item.type, ("", ""))
    return FormItem(
        item.id,
        tuple(options[turn:] + options[:turn]),
        tuple(targets[turn:] + targets[:turn]),
    )


def _form(code: str, turn: int, base: int) -> Form:
    parts = (
        tuple(_printed(item, turn) for item in ITEMS if item.type is kind) for kind in ItemType
    )
    return Form(code, tuple(parts), base)


BLUEPRINT = Blueprint(
    slug="mau",
    title="Đề mẫu",
    header=Header("SỞ GD&ĐT", "TRƯỜNG THPT", "CUỘC THI", "2026 – 2027", "Môn: GDCD"),
    official=True,
    band=Band.UPPER_SECONDARY,
    date=LAW_DATE,
    minutes=45,
    codes=("0101", "0102"),
    seed="mau",
    total_points=Decimal("10.00"),
    parts=tuple(map(_part, ItemType)),
    rules=Rules(
        mode=FormMode.DIFFERENT,
        base_forms=2,
        max_shared=3,
        max_exposure=1,
        key_balance=False,
        difficulty_tolerance=Decimal("0.10"),
        time_tolerance_s=60,
        include=("mau-ordering",),
        exclude=("khac-1", "khac-2"),
        previous=("cu-1",),
    ),
    form_count=2,
    code_digits=4,
)
PAPER = Paper(
    blueprint=BLUEPRINT,
    law_date=LAW_DATE,
    seed="hạt giống",
    items={item.id: item for item in ITEMS},
    forms=(_form("0101", 0, 0), _form("0102", 1, 1)),
    certificate=Certificate(
        solver="HiGHS 1.13.0",
        stages=(
            Stage("fill", Decimal(0), Decimal(0), 1),
            Stage("difficulty", Decimal("0.125"), Decimal("0.1"), 40),
        ),
        difficulty=(Decimal("3.10"), Decimal("3.225")),
        seconds=(900, 930),
    ),
    difficulty={"mau-ordering": 400, "mau-day-du": 250},
)
# What may be left out of a blueprint is, and the paper has no essay: a machine marks it.
PLAIN_PAPER = replace(
    PAPER,
    blueprint=replace(
        BLUEPRINT,
        official=False,
        date=None,
        codes=(),
        total_points=None,
        parts=tuple(part for part in BLUEPRINT.parts if part.type is not ItemType.ESSAY),
        rules=Rules(),
        form_count=None,
        code_digits=3,
    ),
    items={item.id: item for item in ITEMS if item.type is not ItemType.ESSAY},
    forms=tuple(replace(form, parts=form.parts[:-1]) for form in PAPER.forms),
    certificate=Certificate(),
    difficulty={},
)

CONTEST = Contest(
    slug="tim-hieu-2026",
    title="Tìm hiểu pháp luật “2026”",
    rules=EVERY_NODE,
    opens_at=dt.datetime(2026, 12, 5, 8, 0, tzinfo=dt.timezone(dt.timedelta(hours=7))),
    closes_at=dt.datetime(2026, 12, 6, 1, 30, 0, 250_000, tzinfo=dt.UTC),
    minutes=20,
    attempts=2,
    counted=Counted.LAST,
    entry=EntryMode.ROSTER,
    group_by=GroupBy.CLASS,
    prediction=True,
    ranking=(RankKey.SCORE, RankKey.PREDICTION, RankKey.SUBMITTED),
    reveal=Reveal.REASONS,
    prizes=(Prize("Nhất", 1), Prize("Khuyến khích", 10)),
    grace_s=9,
)
PLAIN_CONTEST = Contest(
    slug="thu",
    title="Thi thử",
    rules=rich("Tự làm bài."),
    opens_at=CONTEST.opens_at,
    closes_at=CONTEST.closes_at,
    minutes=5,
    # Without the prediction, which is not asked: it is not written.
    ranking=(RankKey.CORRECT, RankKey.TIME),
)

NAMED_CONTEST = replace(
    PLAIN_CONTEST,
    names=NameUse(
        purposes=("ghi tên lên giấy chứng nhận", "trao giải"),
        erase_on=dt.date(2026, 12, 31),
        seen_by="Ban Tổ chức",
        withdraw="cô Hạnh, phòng “Đoàn Đội”",
        organiser="Trường THCS Mẫu",
    ),
)

LAYOUT = SheetLayout(
    slug="mau",
    page_count=2,
    page_width_mm=210.0,
    page_height_mm=297.5,
    fields=(
        SheetField("code.1", FieldKind.CODE, ("0", "1"), place="1"),
        SheetField("2.1.a", FieldKind.ANSWER, ("Đ", "S"), 2, 1, "a", many=True),
    ),
    bubbles=(Bubble("2.1.a", "Đ", 1, 20.125, 30.5, 2.05),),
    areas=(Area(AreaKind.QR, "", 1, 17.0, 260.0, 19.0, 19.0),),
)

_DOCUMENT = Document(
    id="luat",
    number="53/2024/QH15",
    kind="Luật",
    title="Luật Phòng, chống mua bán người",
    short="Luật Mẫu",
    issuer="Quốc hội",
    in_force_from=dt.date(2025, 7, 1),
    issued=dt.date(2024, 11, 28),
    amended_by=("luat-sua",),
)
CARRIED = CarriedItems(
    items=ITEMS,
    provisions={
        "luat/d2": Provision(
            id="luat/d2",
            document=_DOCUMENT,
            article="2",
            clause="1",
            point="a",
            in_force_from=dt.date(2025, 7, 1),
            in_force_to=None,
            replaced_by="",
            verified=Verification.STATUTE,
            sources=("https://vbpl.vn/1",),
            checked=dt.date(2026, 11, 20),
            summary="Nói điều gì.",
            plain={Band.PRIMARY: "Dễ hiểu.", Band.COMMUNITY: "Dễ hiểu hơn."},
            competence=Competence("luat/d1", "Công an xã", ("công an",)),
            review_by=dt.date(2027, 1, 1),
            is_backdrop=True,
        )
    },
    pictures=CONTEXT.pictures,
)
