"""Rules on items: ids, reasons, choices that give the key away, near-duplicates."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from rapidfuzz import fuzz

from lachan.checks.finding import Finding, Subject, nearest
from lachan.domain.bodies import (
    Choice,
    MultipleChoice,
    SingleChoice,
    TrueFalseGroup,
    body_texts,
    statements_of,
)
from lachan.domain.items import Item
from lachan.domain.kinds import Band, Use
from lachan.errors import Severity
from lachan.markup import render_plain
from lachan.text import fold

# A key is visibly the longest when it is longer than every distractor by both measures.
LONGER_RATIO = 1.35
LONGER_CHARACTERS = 15

# Similarity (0–100) of folded texts from which two count as the same question or choice.
SAME_STEM = 92
SAME_CHOICE = 94

# Of the practice groups of a band so many may be all right or all wrong.
MOST_ONE_SIDED = 0.2

_COMBINED_CHOICE = re.compile(
    r"\b(cả [abcd] và [abcd]|cả [abcd] [abcd] và [abcd]|cả (hai|ba|bốn) (đáp án|phương án|ý|câu)"
    r"|tất cả (các )?(đáp án|phương án|ý|lựa chọn|câu)( trên)?|các (đáp án|phương án|ý) (trên )?đều"
    r"|không (có )?(đáp án|phương án|ý) nào)\b"
)


def check_item_ids(subject: Subject) -> Iterator[Finding]:
    """Every id stands once, and a retired id never comes back."""
    seen: dict[str, Item] = {}
    for item in subject.items:
        place = item.source.at("id")
        if item.id in seen:
            first = seen[item.id].source.file
            yield Finding("QB001", place, f'mã "{item.id}" đã dùng ở {first}', "đặt mã khác")
        elif item.id in subject.retired_ids:
            hint = "mã cũ không dùng lại; đặt mã mới"
            yield Finding("QB002", place, f'mã "{item.id}" đã bỏ (quiz_bank/retired.yaml)', hint)
        seen.setdefault(item.id, item)


def check_reasons(subject: Subject) -> Iterator[Finding]:
    """Every choice, statement, pair and step says why: that is what teaches."""
    for item in subject.items:
        for path, text in body_texts(item.body):
            if path[-1] == "reason" and not text:
                message = f"{item.id}: thiếu reason (lời giải thích)"
                hint = "viết một câu giải thích cho người học"
                yield Finding("QB003", item.source.at(*path[:-1]), message, hint)


def check_longest_key(subject: Subject) -> Iterator[Finding]:
    """A key much longer than every distractor gives itself away."""
    for item in subject.items:
        if not isinstance(item.body, SingleChoice):
            continue
        lengths = {choice.id: len(render_plain(choice.text)) for choice in item.body.choices}
        key_length = lengths.pop(item.body.key)
        longest = max(lengths.values())
        if key_length > longest * LONGER_RATIO and key_length > longest + LONGER_CHARACTERS:
            index = [choice.id for choice in item.body.choices].index(item.body.key)
            message = (
                f"{item.id}: đáp án dài {key_length} kí tự, phương án khác nhiều nhất {longest}"
            )
            place = item.source.at("choices", index, "text")
            hint = "viết các phương án dài ngang nhau"
            yield Finding("QB004", place, message, hint, Severity.WARNING)


def check_combined_choices(subject: Subject) -> Iterator[Finding]:
    """Choices such as "cả A và B" break when a form is shuffled."""
    for item, index, choice in _choices(subject):
        if _COMBINED_CHOICE.search(fold(render_plain(choice.text))):
            place = item.source.at("choices", index, "text")
            message = f"{item.id}: phương án gộp các phương án khác"
            yield Finding("QB005", place, message, "dùng multiple_choice hoặc viết lại phương án")


def check_similar_stems(subject: Subject) -> Iterator[Finding]:
    """Two items of a band with nearly the same stem ask the same thing twice."""
    by_band: dict[str, list[tuple[Item, str]]] = {}
    for item in subject.items:
        by_band.setdefault(item.band, []).append((item, fold(render_plain(item.stem))))
    for entries in by_band.values():
        for (first, text), (second, other) in combinations(entries, 2):
            score = fuzz.ratio(text, other, score_cutoff=SAME_STEM)
            if score and first.id != second.id:
                severity = Severity.ERROR if text == other else Severity.WARNING
                message = f"{second.id}: câu dẫn giống {score:.0f}% với {first.id}"
                place = second.source.at("stem")
                yield Finding("QB006", place, message, "viết lại hoặc bỏ một câu", severity)


def check_similar_choices(subject: Subject) -> Iterator[Finding]:
    """Two choices of one item that say the same leave no fair key."""
    for item in subject.items:
        if not isinstance(item.body, SingleChoice | MultipleChoice):
            continue
        texts = [fold(render_plain(choice.text)) for choice in item.body.choices]
        for (i, first), (j, second) in combinations(enumerate(texts), 2):
            # Short choices ("Điều 2", "Điều 3") are alike by nature; only equal ones count.
            alike = fuzz.ratio(first, second) >= SAME_CHOICE and min(len(first), len(second)) > 20
            if first == second or alike:
                ids = f"{item.body.choices[i].id} và {item.body.choices[j].id}"
                place = item.source.at("choices", j, "text")
                yield Finding("QB007", place, f"{item.id}: phương án {ids} gần như trùng nhau")


def check_item_links(subject: Subject) -> Iterator[Finding]:
    """Enemies exist; the topic is a lesson of the band; the objective is one of its own."""
    ids = {item.id for item in subject.items}
    lessons = {(lesson.band, lesson.slug): lesson for lesson in subject.lessons}
    for item in subject.items:
        for enemy in sorted(item.enemies - ids):
            place = item.source.at("enemies")
            hint = nearest(enemy, ids)
            yield Finding("QB008", place, f'{item.id}: không có câu hỏi "{enemy}"', hint)
        lesson = lessons.get((item.band, item.topic))
        if lesson is None:
            message = f'không có bài học "{item.topic}" ở cấp {item.band}'
            hint = "đặt tên tệp câu hỏi trùng tên tệp bài học"
            yield Finding("QB009", item.source, f"{item.id}: {message}", hint)
        elif item.objective and item.objective not in {o.id for o in lesson.objectives}:
            message = f'{item.id}: bài học không có mục tiêu "{item.objective}"'
            hint = nearest(item.objective, (o.id for o in lesson.objectives))
            yield Finding("QB010", item.source.at("objective"), message, hint)


def check_one_sided_groups(subject: Subject) -> Iterator[Finding]:
    """Four statements that are all right, or all wrong, have their place, but seldom in practice.

    Whoever counts on two right ones must not be right; who practises tires of one side.
    """
    for band in Band:
        groups = [
            each
            for each in subject.items
            if each.band is band and each.use is Use.PRACTICE
            if isinstance(each.body, TrueFalseGroup)
        ]
        one_sided = [each for each in groups if len({s.key for s in statements_of(each.body)}) == 1]
        if len(one_sided) > MOST_ONE_SIDED * len(groups):
            message = f"{len(one_sided)}/{len(groups)} nhóm ôn có bốn ý cùng đúng hoặc cùng sai"
            place = one_sided[-1].source.at("statements")
            yield Finding("QB011", place, message, "đổi ít nhất một ý", Severity.WARNING)


def _choices(subject: Subject) -> Iterator[tuple[Item, int, Choice]]:
    for item in subject.items:
        if isinstance(item.body, SingleChoice | MultipleChoice):
            for index, choice in enumerate(item.body.choices):
                yield item, index, choice
