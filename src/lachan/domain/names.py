"""Vietnamese names of the closed vocabularies, as screens and papers print them."""

from __future__ import annotations

from lachan.domain.kinds import Band, BlockKind, ItemType, Level, Phase

BAND_NAMES = {
    Band.PRIMARY: "Tiểu học",
    Band.LOWER_SECONDARY: "Trung học cơ sở",
    Band.UPPER_SECONDARY: "Trung học phổ thông",
    Band.COMMUNITY: "Cộng đồng",
}

LEVEL_NAMES = {Level.KNOW: "Biết", Level.UNDERSTAND: "Hiểu", Level.APPLY: "Vận dụng"}

ITEM_TYPE_NAMES = {
    ItemType.SINGLE_CHOICE: "Một lựa chọn đúng",
    ItemType.MULTIPLE_CHOICE: "Nhiều lựa chọn đúng",
    ItemType.TRUE_FALSE_GROUP: "Đúng – Sai",
    ItemType.SHORT_ANSWER: "Trả lời ngắn",
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
    BlockKind.QUICK_CHECK: "Kiểm tra nhanh",
    BlockKind.ACTION: "Em làm được ngay",
    BlockKind.HELP: "Cần giúp đỡ",
    BlockKind.TEACHER_NOTE: "Ghi chú giáo viên",
}


def grades_label(grades: tuple[int, ...]) -> str:
    """Return "lớp 6–9", "lớp 6, 8" or "" for a lesson's grades."""
    if not grades:
        return ""
    unbroken = grades == tuple(range(grades[0], grades[-1] + 1)) and len(grades) > 1
    spelled = f"{grades[0]}–{grades[-1]}" if unbroken else ", ".join(str(g) for g in grades)
    return f"lớp {spelled}"
