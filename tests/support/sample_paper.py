"""A paper and a handout as a school would print them, with every type of item and of block."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from lachan.domain.bodies import (
    Choice,
    MultipleChoice,
    ShortAnswer,
    SingleChoice,
    Statement,
    TrueFalseGroup,
)
from lachan.domain.items import Item
from lachan.domain.kinds import Audience, Band, BlockKind, ItemType, Level, Verification
from lachan.domain.law import HelpPlace, Hotline
from lachan.domain.letterhead import Letterhead
from lachan.domain.papers.paper import Blueprint, Cell, Header, Part
from lachan.domain.rich import text as rt
from lachan.printing import HandoutBlock, HandoutSection, HandoutSheet

TOPIC = "mau"
LAW_DATE = date(2026, 12, 5)


def text(value: str) -> rt.RichText:
    return (rt.Paragraph((rt.Text(value),)),)


def choices(*values: str) -> tuple[Choice, ...]:
    return tuple(
        Choice(letter, text(value), text(f"Vì sao {letter}."), value.startswith("Tất cả"))
        for letter, value in zip("abcde", values, strict=False)
    )


def statements(*values: tuple[str, bool]) -> tuple[Statement, ...]:
    return tuple(
        Statement(letter, text(value), key, text(f"Vì sao {letter}."))
        for letter, (value, key) in zip("abcd", values, strict=True)
    )


def item(number: int, stem: rt.RichText, body: object) -> Item:
    return Item(
        id=f"mau-{number:02}",
        band=Band.LOWER_SECONDARY,
        topic=TOPIC,
        level=Level.KNOW,
        stem=stem,
        body=body,  # type: ignore[arg-type]
        citations=("luat-mau/d1",),
    )


ITEMS = (
    item(
        1,
        text("Số điện thoại nào nhận tin báo về trẻ em cần giúp?"),
        SingleChoice(choices("111", "112", "114", "115"), "a"),
    ),
    item(
        2,
        text("Em nên làm gì trước khi nhận một việc làm thêm?"),
        SingleChoice(
            choices(
                "Hỏi ý kiến người lớn trong nhà",
                "Gửi ảnh căn cước cho người tuyển",
                "Giữ kín để khỏi bị giành mất",
                "Chuyển trước tiền giữ chỗ",
            ),
            "a",
        ),
    ),
    item(
        3,
        (
            rt.Paragraph(
                (
                    rt.Text("Đọc tin nhắn rồi chọn câu nhận xét "),
                    rt.Strong((rt.Text("đúng"),)),
                    rt.Text(" nhất:"),
                )
            ),
            rt.Quote(
                text("“Quán chị cần người, một ngày 800 nghìn, tối nay xe đón, đừng kể ai nhé!”")
            ),
        ),
        SingleChoice(
            choices(
                "Lời mời tử tế, vì người viết hứa bao ăn ở và trả công ngay trong ngày đầu đi làm",
                "Lời mời đáng ngờ, vì công cao bất thường, giục đi gấp và dặn phải giữ bí mật",
                "Lời mời đáng tin, miễn là người viết gửi kèm ảnh chụp cửa hàng có đông khách",
                "Tất cả các câu trên đều đúng trong những hoàn cảnh khác nhau của người nhận",
            ),
            "b",
        ),
    ),
    item(
        4,
        text("Những dấu hiệu nào cho thấy một lời mời làm việc đáng ngờ?"),
        MultipleChoice(
            choices(
                "Công rất cao, việc rất nhẹ",
                "Có hợp đồng, có địa chỉ rõ",
                "Giữ giấy tờ của người làm",
                "Dặn không được kể với ai",
                "Mời bố mẹ tới xem chỗ làm",
            ),
            frozenset({"a", "c", "d"}),
        ),
    ),
    item(
        5,
        text("Về việc kể cho người lớn nghe:"),
        TrueFalseGroup(
            statements(
                ("Kể cho người lớn là mách lẻo.", False),
                ("Chưa chắc chắn vẫn có thể kể.", True),
                ("Người này chưa nghe thì em nói với người khác.", True),
                ("Phải có bằng chứng mới được gọi 111.", False),
            )
        ),
    ),
    item(
        6,
        text("Tổng đài 111 làm việc bao nhiêu giờ mỗi ngày?"),
        ShortAnswer("24", unit="giờ", reason=text("Cả ngày lẫn đêm.")),
    ),
    item(
        7,
        text('Chép lại đúng con số trong dòng: #read("x") $5$ @a <b> \\n 0,5.'),
        ShortAnswer("0,5"),
    ),
)


def part(kind: ItemType, points: str, count: int) -> Part:
    return Part(kind, Decimal(points), (Cell(TOPIC, Level.KNOW, count),))


BLUEPRINT = Blueprint(
    slug="mau",
    title="Đề mẫu",
    header=Header(
        authority="ỦY BAN NHÂN DÂN PHƯỜNG BẮC HỒNG",
        organiser="TRƯỜNG TRUNG HỌC CƠ SỞ ĐẶNG THÙY TRÂM",
        exam="CUỘC THI TÌM HIỂU PHÁP LUẬT VỀ PHÒNG, CHỐNG MUA BÁN NGƯỜI",
        school_year="2026 – 2027",
        subject="Môn: Giáo dục công dân",
    ),
    official=True,
    band=Band.LOWER_SECONDARY,
    date=LAW_DATE,
    minutes=15,
    codes=("101", "102"),
    seed="mau",
    total_points=None,
    parts=(
        part(ItemType.SINGLE_CHOICE, "0.5", 3),
        part(ItemType.MULTIPLE_CHOICE, "0.5", 1),
        part(ItemType.TRUE_FALSE_GROUP, "1", 1),
        part(ItemType.SHORT_ANSWER, "0.25", 2),
    ),
)


def block(kind: BlockKind, title: str, content: rt.RichText) -> HandoutBlock:
    return HandoutBlock(kind, title, content)


def sheet(audience: Audience) -> HandoutSheet:
    """Return the sample handout for an audience."""
    to_do = rt.BulletList(
        (rt.ListItem(text("Lưu số 111.")), rt.ListItem(text("Kể cho một người lớn em tin.")))
    )
    return HandoutSheet(
        title="Lời mời từ người lạ",
        subtitle="Lớp 6–9 · 20 phút",
        head=Letterhead("Trường THCS Đặng Thùy Trâm"),
        audience=audience,
        sections=(
            HandoutSection(
                "", 0, (block(BlockKind.NOTICE, "Trước khi bắt đầu", text("Em có thể ra ngoài.")),)
            ),
            HandoutSection(
                "Tin nhắn lúc tối",
                8,
                (
                    block(BlockKind.SCENARIO, "An và chị Vy", ITEMS[2].stem[1:]),
                    block(BlockKind.ACTIVITY, "Tìm dấu hiệu", text("Gạch chân điều đáng ngờ.")),
                    block(BlockKind.TEACHER_NOTE, "", text("Không hỏi chuyện riêng của em nào.")),
                ),
                (("Sản phẩm", "Phiếu đã gạch chân"),),
            ),
            HandoutSection(
                "Em làm được gì",
                12,
                (
                    HandoutBlock(BlockKind.QUICK_CHECK, "", (), ITEMS[1:6]),
                    block(BlockKind.ACTION, "Ngay hôm nay", (to_do,)),
                ),
            ),
        ),
        hotlines=(
            Hotline(
                id="111",
                number="111",
                name="Tổng đài quốc gia bảo vệ trẻ em",
                when="Gọi khi em lo cho mình hoặc cho bạn.",
                hours="24 giờ mọi ngày",
                free=True,
                verified=Verification.PRESS,
                sources=(),
            ),
        ),
        places=(HelpPlace("cong-an", "Công an nơi gần nhất", "Đến cùng người lớn."),),
        citations={"luat-mau/d1": "Điều 1 Luật Mẫu"},
    )
