"""The closed vocabularies: bands, audiences, levels, item types, uses, phases, block kinds."""

from __future__ import annotations

from enum import StrEnum


class Band(StrEnum):
    """Who a text is written for; the value is the folder's name."""

    PRIMARY = "tieu-hoc"
    LOWER_SECONDARY = "thcs"
    UPPER_SECONDARY = "thpt"
    COMMUNITY = "cong-dong"


class Origin(StrEnum):
    """Whose a lesson is: the kit's, the school's in place of one of the kit's, or its own."""

    KIT = "kit"
    EDITED = "edited"
    SCHOOL = "school"


class Audience(StrEnum):
    """Whom a thing made of a lesson is for; only the teacher's holds notes, keys and reasons."""

    PUPIL = "pupil"
    TEACHER = "teacher"


class Level(StrEnum):
    """Cognitive level of an item: biết, hiểu, vận dụng (as in Công văn 7991/BGDĐT-GDTrH)."""

    KNOW = "biet"
    UNDERSTAND = "hieu"
    APPLY = "van-dung"


class ItemType(StrEnum):
    """The item types; all but essays are graded by machine."""

    SINGLE_CHOICE = "single_choice"
    MULTIPLE_CHOICE = "multiple_choice"
    TRUE_FALSE_GROUP = "true_false_group"
    SHORT_ANSWER = "short_answer"
    SHORT_TEXT = "short_text"
    MATCHING = "matching"
    ORDERING = "ordering"
    SCENARIO = "scenario"
    ESSAY = "essay"


class Use(StrEnum):
    """Practice items may travel with their keys; contest items never do."""

    PRACTICE = "practice"
    CONTEST = "contest"


class FormMode(StrEnum):
    """How the forms (mã đề) of a paper differ: only in order, or in their items too."""

    SAME = "same"
    DIFFERENT = "different"


class PaperStyle(StrEnum):
    """The editions of a paper; the questions are the same in each."""

    STANDARD = "standard"
    LARGE = "large"
    DYSLEXIA = "dyslexia"


class CellUnit(StrEnum):
    """What the cells of a part count; statements only where the items have them."""

    ITEMS = "items"
    STATEMENTS = "statements"


class Status(StrEnum):
    """Only ready items are shown or printed."""

    DRAFT = "draft"
    READY = "ready"


class Sensitivity(StrEnum):
    """How much care a text asks for."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


class Phase(StrEnum):
    """The four phases of a Vietnamese lesson plan (kế hoạch bài dạy)."""

    OPENING = "mo-dau"
    BUILDING = "hinh-thanh-kien-thuc"
    PRACTISING = "luyen-tap"
    APPLYING = "van-dung"


class BlockKind(StrEnum):
    """The vocabulary of lesson blocks, as written after ``:::``."""

    TEXT = "loi-dan"
    NOTICE = "luu-y"
    OBJECTIVES = "muc-tieu"
    ACTIVITY = "hoat-dong"
    DISCUSSION = "thao-luan"
    SCENARIO = "tinh-huong"
    ROLE_PLAY = "sam-vai"
    COMIC = "truyen-tranh"
    MESSAGES = "tin-nhan"
    QUICK_CHECK = "kiem-tra-nhanh"
    ACTION = "hanh-dong"
    HELP = "ho-tro"
    LEAFLET = "to-roi"
    TEACHER_NOTE = "ghi-chu-giao-vien"
    WORKSHEET = "phieu"
    PRIVATE_SHEET = "phieu-rieng"
    CARDS = "the-bai"
    BOARDS = "bang-lon"
    BOARD_GAME = "ban-co"
    LETTER = "thu-ngo"

    @property
    def teacher_only(self) -> bool:
        """True where pupils' screens and sheets leave the block out.

        A note they must never see; what the print pack holds reaches them on paper.
        """
        return self is BlockKind.TEACHER_NOTE or self.in_pack

    @property
    def in_pack(self) -> bool:
        """True for what a teacher prints and hands out: cards, boards, the letter home."""
        return self in (
            BlockKind.CARDS,
            BlockKind.BOARDS,
            BlockKind.BOARD_GAME,
            BlockKind.LETTER,
        )

    @property
    def is_worksheet(self) -> bool:
        """True where the text holds places to write in (see `domain.worksheets`)."""
        return self in (BlockKind.WORKSHEET, BlockKind.PRIVATE_SHEET)


class Ending(StrEnum):
    """How a path through a scenario ends; both endings offer a way to help."""

    SAFE = "an-toan"
    NEEDS_HELP = "can-giup"


class Verification(StrEnum):
    """How well a provision's wording is known; see docs/formats.md section 5."""

    STATUTE = "statute"
    EXCERPT = "excerpt"
    PRESS = "press"
    INFERRED = "inferred"
    WEAK = "weak"
    MEMORY = "memory"
