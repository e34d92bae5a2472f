"""Rules on an item's own words: what gives its key away, what it leaves unsaid, what it claims."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import pairwise

from lachan.checks.finding import Finding, Subject
from lachan.domain.bodies import Ordering, SingleChoice, body_texts
from lachan.domain.items import Item
from lachan.domain.kinds import ItemType, Level
from lachan.domain.papers.habits import is_absolute
from lachan.errors import Severity
from lachan.markup import render_plain
from lachan.text import fold

# With two wrong choices chance alone makes them alike.
FEWEST_ALIKE = 3
# A key is visibly the shortest when it is shorter than every distractor by both measures.
SHORTER_RATIO = 1.35
SHORTER_CHARACTERS = 15
# Pairs of neighbouring words that a key may repeat from the stem, where no wrong choice does.
MOST_REPEATED = 1

_SEQUENCE = re.compile(
    r"^(bước \d|rồi |sau khi )|\b(đầu tiên|trước hết|trước tiên|sau đó|tiếp theo|tiếp đó|cuối cùng"
    r"|sau cùng)\b",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"\bĐiều \d+")
_LAW = re.compile(
    r"\b(Luật|Bộ luật|Nghị định|Nghị quyết|Thông tư|Quyết định|Công ước|Hiến pháp|Chỉ thị)\b"
)
_CASE = re.compile(r"(?<!dưới )(?<!đủ )(?<!từ )\(?\b\d{1,2} tuổi\b[),]")
_JUDGE = re.compile(
    r"nên (làm|nghĩ|nói)|theo thứ tự nên|nghĩ thế nào|đáng ngờ|có phải|có phạm|xử lí thế nào",
    re.IGNORECASE,
)
_RECALL = re.compile(
    r"^(Theo |Điều \d|Luật ).{0,90}\b(là gì|năm nào|ngày nào|Điều nào|khoản nào)\?$"
)


def check_odd_key(subject: Subject) -> Iterator[Finding]:
    """A key that stands apart by how it is put, not by what it says, needs no law.

    All wrong choices begin with one word and the key with another; all allow no exception and
    the key does; or the key is much the shortest.
    """
    for item in subject.items:
        if not isinstance(item.body, SingleChoice):
            continue
        texts = {choice.id: render_plain(choice.text) for choice in item.body.choices}
        key = texts.pop(item.body.key)
        wrong = list(texts.values())
        if len(wrong) < FEWEST_ALIKE:
            continue
        for what, differs in _ODD.items():
            if differs(key, wrong):
                index = [choice.id for choice in item.body.choices].index(item.body.key)
                place = item.source.at("choices", index, "text")
                message = f"{item.id}: đáp án lạc khỏi các phương án khác ({what})"
                hint = "viết các phương án cùng một kiểu, hoặc đổi một phương án sai"
                yield Finding("QB017", place, message, hint, Severity.WARNING)


def _differs_in_frame(key: str, wrong: list[str]) -> bool:
    first = {_words(text)[0] for text in wrong if _words(text)}
    return len(first) == 1 and _words(key)[:1] != list(first)


def _differs_in_tone(key: str, wrong: list[str]) -> bool:
    return all(is_absolute(text) for text in wrong) and not is_absolute(key)


def _differs_in_length(key: str, wrong: list[str]) -> bool:
    shortest = min(map(len, wrong))
    return len(key) * SHORTER_RATIO < shortest and len(key) + SHORTER_CHARACTERS < shortest


_ODD: dict[str, Callable[[str, list[str]], bool]] = {
    "các phương án sai cùng mở đầu bằng một chữ": _differs_in_frame,
    "các phương án sai đều có từ tuyệt đối": _differs_in_tone,
    "đáp án ngắn hơn hẳn": _differs_in_length,
}


def check_repeated_words(subject: Subject) -> Iterator[Finding]:
    """A key that alone takes up words of the stem is found by its sound."""
    for item in subject.items:
        if not isinstance(item.body, SingleChoice):
            continue
        asked = _pairs(render_plain(item.asked))
        shared = {
            choice.id: len(asked & _pairs(render_plain(choice.text)))
            for choice in item.body.choices
        }
        key = shared.pop(item.body.key)
        if key > MOST_REPEATED and not any(shared.values()):
            index = [choice.id for choice in item.body.choices].index(item.body.key)
            message = f"{item.id}: chỉ đáp án nhắc lại lời của câu dẫn"
            hint = "cho một phương án sai cũng nhắc lời ấy, hoặc nói đáp án bằng lời khác"
            place = item.source.at("choices", index, "text")
            yield Finding("QB018", place, message, hint, Severity.WARNING)


def check_told_order(subject: Subject) -> Iterator[Finding]:
    """Steps that say "sau đó" or "cuối cùng" put themselves in order."""
    for item in subject.items:
        if isinstance(item.body, Ordering):
            for index, step in enumerate(item.body.steps):
                found = _SEQUENCE.search(render_plain(step.text))
                if found:
                    message = f'{item.id}: bước có chữ "{found[0].strip()}" tự lộ thứ tự'
                    place = item.source.at("steps", index, "text")
                    yield Finding("QB019", place, message, "bỏ chữ ấy", Severity.WARNING)


def check_named_law(subject: Subject) -> Iterator[Finding]:
    """An article is named with its law, or a reader cannot look it up.

    The law may be named in the stem, for the whole item. A reason may leave it out where the
    item rests on one document.
    """
    for item in subject.items:
        asked = render_plain(item.asked)
        if _LAW.search(asked):
            continue
        alone = len({cited.split("/")[0] for cited in item.all_citations}) == 1
        texts: list[tuple[tuple[str | int, ...], str]] = [(("stem",), asked)]
        texts += [(path, render_plain(text)) for path, text in body_texts(item.body)]
        for path, text in texts:
            found = _ARTICLE.search(text)
            if found and not _LAW.search(text) and not (path[-1] == "reason" and alone):
                message = f'{item.id}: "{found[0]}" mà không nói của luật nào'
                place = item.source.at(*path)
                yield Finding("QB020", place, message, "ghi tên luật ở đó hoặc ở câu dẫn")


def check_claimed_level(subject: Subject) -> Iterator[Finding]:
    """Who must judge a case does more than know; who must recall a number does not apply."""
    for item in subject.items:
        asked = render_plain(item.asked)
        place = item.source.at("level")
        if item.level is Level.KNOW and _CASE.search(asked) and _JUDGE.search(asked):
            message = f"{item.id}: ghi mức biết mà hỏi cách xử lí một tình huống"
            hint = "ghi mức hiểu hoặc vận dụng, hay hỏi điều cần nhớ"
            yield Finding("QB021", place, message, hint, Severity.WARNING)
        elif item.level is Level.APPLY and _asks_to_recall(item):
            message = f"{item.id}: ghi mức vận dụng mà chỉ hỏi điều cần nhớ"
            hint = "ghi mức biết, hay đặt vào một tình huống"
            yield Finding("QB021", place, message, hint, Severity.WARNING)


def _asks_to_recall(item: Item) -> bool:
    closed = (ItemType.SINGLE_CHOICE, ItemType.SHORT_ANSWER, ItemType.SHORT_TEXT)
    stem = render_plain(item.stem)
    return item.type in closed and not item.stimulus and bool(_RECALL.match(stem))


def _words(text: str) -> list[str]:
    return fold(text).split()


def _pairs(text: str) -> set[tuple[str, str]]:
    return set(pairwise(_words(text)))
