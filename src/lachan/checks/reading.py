"""How hard a text is to read, by band: sentence length, stem length, legal terms not explained.

Vietnamese writes a space between syllables, so a syllable is what stands between two spaces.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from statistics import fmean

from lachan.checks.finding import Finding, Subject
from lachan.checks.passages import Passage, Voice
from lachan.domain.kinds import Band
from lachan.domain.source import Source
from lachan.errors import Severity


@dataclass(frozen=True, slots=True)
class ReadingLevel:
    """What a band can be asked to read; lengths in syllables.

    Attributes
    ----------
    sentence
        The longest sentence. A colon and a semicolon end one, as they do for a reader aloud.
    mean
        The longest mean of a lesson's sentences.
    stem
        The longest stem of an item.
    unexplained
        The largest share of a lesson's legal terms that may stand without an explanation.
    """

    sentence: int
    mean: float
    stem: int
    unexplained: float


# Measured on the first 26 lessons and 580 items, then widened by about a quarter: what a reader
# of that band met without complaint is allowed, what is clearly longer is told.
LEVELS = {
    Band.PRIMARY: ReadingLevel(sentence=34, mean=8.5, stem=52, unexplained=0.3),
    Band.LOWER_SECONDARY: ReadingLevel(sentence=42, mean=10.0, stem=68, unexplained=0.5),
    Band.UPPER_SECONDARY: ReadingLevel(sentence=46, mean=9.5, stem=68, unexplained=1.0),
    Band.COMMUNITY: ReadingLevel(sentence=46, mean=9.5, stem=68, unexplained=1.0),
}

# One bare term is no burden; several are.
SEVERAL_TERMS = 2

LEGAL_TERMS = (
    "tuyển mộ",
    "chứa chấp",
    "cưỡng bức lao động",
    "thủ đoạn",
    "vũ lực",
    "vô nhân đạo",
    "tố giác",
    "tố cáo",
    "thẩm quyền",
    "truy cứu",
    "tình tiết tăng nặng",
    "người giám hộ",
    "đại diện hợp pháp",
    "trợ giúp pháp lí",
    "cơ quan đại diện",
    "bảo hộ công dân",
    "trục lợi",
)

_END = re.compile(r"(?<=[.!?…;:])[\"”’»)\]]*\s+|\n+|\s[|·]\s")
_SYLLABLE = re.compile(r"\S*[^\W_]\S*")
_CITATION = re.compile(r"\s*\([^()]*(?:Điều|khoản|Luật|Nghị định|Quyết định)[^()]*\)")
_EXPLAINS = r"\s*(?:\(|:|,? (?:tức|nghĩa là|có nghĩa|là |hay là|gọi là)|”? (?:là|nghĩa là|tức))"


def count_syllables(text: str) -> int:
    """Return how many syllables a text has; marks that stand alone count for nothing."""
    return len(_SYLLABLE.findall(text))


def split_reading(text: str) -> list[str]:
    """Return the stretches that are read in one breath, without citations in brackets."""
    return [part for part in _END.split(_CITATION.sub("", text)) if _SYLLABLE.search(part)]


def check_lesson_reading(subject: Subject) -> Iterator[Finding]:
    """A lesson's sentences are short enough for its band, each and on the whole."""
    for lesson, passages in subject.lesson_passages:
        level = LEVELS[lesson.band]
        lengths = []
        for passage in _read_aloud(passages):
            for part in split_reading(passage.text):
                lengths.append(count_syllables(part))
                if lengths[-1] > level.sentence:
                    yield _too_long(lesson.id, passage.source, part, lengths[-1], level.sentence)
        if lengths and fmean(lengths) > level.mean:
            message = (
                f"{lesson.id}: trung bình {fmean(lengths):.1f} tiếng một câu, "
                f"cấp này nên dưới {level.mean:.0f}"
            )
            hint = "tách các câu dài thành hai"
            yield Finding("RL002", lesson.source, message, hint, Severity.WARNING)


def check_item_reading(subject: Subject) -> Iterator[Finding]:
    """An item's sentences and its whole stem are short enough for its band."""
    for item, passages in subject.item_passages:
        level = LEVELS[item.band]
        for passage in passages:
            length = count_syllables(passage.text)
            if passage.source.pointer[-1] == "stem" and length > level.stem:
                message = f"{item.id}: câu dẫn {length} tiếng, cấp này nên dưới {level.stem}"
                hint = "bỏ chi tiết không cần để trả lời"
                yield Finding("RL003", passage.source, message, hint, Severity.WARNING)
            for part in split_reading(passage.text):
                length = count_syllables(part)
                if length > level.sentence:
                    yield _too_long(item.id, passage.source, part, length, level.sentence)


def check_legal_terms(subject: Subject) -> Iterator[Finding]:
    """The youngest meet a legal term with its explanation: here, or in a lesson to take before."""
    wholes = _whole_texts(subject)
    by_id = {lesson.id: whole for lesson, whole in zip(subject.lessons, wholes, strict=True)}
    for lesson, whole in zip(subject.lessons, wholes, strict=True):
        before = [by_id[needed] for needed in lesson.prerequisites if needed in by_id]
        taught = "\n".join((whole, *before))
        used = [term for term in LEGAL_TERMS if term in whole]
        bare = [term for term in used if not _is_explained(term, taught)]
        share = len(bare) / max(1, len(used))
        if len(bare) >= SEVERAL_TERMS and share > LEVELS[lesson.band].unexplained:
            listed = ", ".join(bare)
            message = f"{lesson.id}: từ pháp luật chưa được giải thích ở đâu: {listed}"
            hint = "thêm lời giải thích trong ngoặc ở lần đầu, hoặc dùng từ thường ngày"
            yield Finding("RL004", lesson.source, message, hint, Severity.WARNING)


def _read_aloud(passages: Iterable[Passage]) -> Iterator[Passage]:
    """The lines of a lesson's blocks that pupils meet."""
    return (passage for passage in passages if passage.voice is Voice.VOUCHED)


def _whole_texts(subject: Subject) -> list[str]:
    """What pupils read of each lesson and of its items, lower-case."""
    asked: dict[tuple[Band, str], list[str]] = {}
    for item, passages in subject.item_passages:
        texts = asked.setdefault((item.band, item.topic), [])
        texts += [passage.text for passage in passages]
    wholes = []
    for lesson, passages in subject.lesson_passages:
        texts = [passage.text for passage in _read_aloud(passages)]
        texts += asked.get((lesson.band, lesson.slug), ())
        wholes.append("\n".join(texts).lower().replace("pháp lý", "pháp lí"))
    return wholes


def _is_explained(term: str, text: str) -> bool:
    explained = rf"{term}\**{_EXPLAINS}|(?:gọi là|tức là|nghĩa là|hay là|\()[^.\n]{{0,40}}{term}"
    return re.search(explained, text) is not None


def _too_long(owner: str, place: Source, part: str, length: int, longest: int) -> Finding:
    shown = " ".join(part.split()[:8])
    message = f"{owner}: câu {length} tiếng, cấp này nên dưới {longest}: “{shown}…”"
    return Finding("RL001", place, message, "tách thành hai câu", Severity.WARNING)
