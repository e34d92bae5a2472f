"""Vietnamese names of the closed vocabularies, as screens and papers print them."""

from __future__ import annotations

from lachan.domain.contests.contest import RankKey
from lachan.domain.kinds import Band, BlockKind, ItemType, Level, Phase

BAND_NAMES = {
    Band.PRIMARY: "Tiểu học",
    Band.LOWER_SECONDARY: "Trung học cơ sở",
    Band.UPPER_SECONDARY: "Trung học phổ thông",
    Band.COMMUNITY: "Cộng đồng",
}

SKILL_NOTE = "rèn kĩ năng, không dẫn điều luật nào"
"""What stands where an item's law would, for an item of life skills."""

LEVEL_NAMES = {Level.KNOW: "biết", Level.UNDERSTAND: "hiểu", Level.APPLY: "vận dụng"}

ITEM_TYPE_NAMES = {
    ItemType.SINGLE_CHOICE: "nhiều phương án lựa chọn",
    ItemType.MULTIPLE_CHOICE: "nhiều phương án đúng",
    ItemType.TRUE_FALSE_GROUP: "đúng – sai",
    ItemType.SHORT_ANSWER: "trả lời ngắn",
    ItemType.SHORT_TEXT: "điền từ",
    ItemType.MATCHING: "ghép đôi",
    ItemType.ORDERING: "sắp xếp thứ tự",
    ItemType.SCENARIO: "tình huống rẽ nhánh",
    ItemType.ESSAY: "tự luận",
}

PHASE_NAMES = {
    Phase.OPENING: "Mở đầu",
    Phase.BUILDING: "Hình thành kiến thức",
    Phase.PRACTISING: "Luyện tập",
    Phase.APPLYING: "Vận dụng",
}

BLOCK_NAMES = {
    BlockKind.TEXT: "",
    BlockKind.NOTICE: "Lưu ý",
    BlockKind.OBJECTIVES: "Mục tiêu",
    BlockKind.ACTIVITY: "Hoạt động",
    BlockKind.DISCUSSION: "Thảo luận",
    BlockKind.SCENARIO: "Tình huống",
    BlockKind.ROLE_PLAY: "Sắm vai",
    BlockKind.COMIC: "Truyện tranh",
    BlockKind.MESSAGES: "Tin nhắn",
    BlockKind.QUICK_CHECK: "Kiểm tra nhanh",
    BlockKind.ACTION: "Hành động",
    BlockKind.HELP: "Cần giúp đỡ",
    BlockKind.LEAFLET: "Tờ rơi cho gia đình",
    BlockKind.TEACHER_NOTE: "Ghi chú giáo viên",
    BlockKind.WORKSHEET: "Phiếu",
    BlockKind.PRIVATE_SHEET: "Phiếu riêng của em",
    BlockKind.CARDS: "Thẻ để cắt",
    BlockKind.BOARDS: "Bảng chữ lớn",
    BlockKind.BOARD_GAME: "Bàn cờ",
    BlockKind.LETTER: "Thư gửi gia đình",
}

RANK_KEY_NAMES = {
    RankKey.CORRECT: "số câu đúng",
    RankKey.SCORE: "điểm",
    RankKey.PREDICTION: "sai lệch câu dự đoán",
    RankKey.TIME: "thời gian làm bài",
    RankKey.SUBMITTED: "thời điểm nộp",
}


def block_heading(kind: BlockKind, title: str) -> str:
    """Return a block's heading: the kind's name, then the author's title.

    A title that begins with the name ("Tình huống 1: …") stands alone.
    """
    name = BLOCK_NAMES[kind]
    if title.startswith(name):
        return title
    return " – ".join(part for part in (name, title) if part)


def without_label(heading: str, kind: BlockKind) -> str:
    """Return the author's title of a heading that `block_heading` made."""
    name = BLOCK_NAMES[kind]
    return "" if heading == name else heading.removeprefix(f"{name} – ")


def grades_label(grades: tuple[int, ...]) -> str:
    """Return "lớp 6–9", "lớp 6, 8" or "" for a lesson's grades."""
    return f"lớp {format_grades(grades)}" if grades else ""


def format_grades(grades: tuple[int, ...]) -> str:
    """Return grades as people say them: "6–9" for a run, "6, 8" otherwise."""
    if len(grades) > 2 and grades == tuple(range(grades[0], grades[-1] + 1)):
        return f"{grades[0]}–{grades[-1]}"
    return ", ".join(str(grade) for grade in grades)
