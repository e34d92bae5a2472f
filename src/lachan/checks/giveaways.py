"""Rules on the items of a band together: what a player without law could live on.

Someone who knows no law may still mark every statement with "chỉ" as wrong, take the longest
choice or the number in the middle, or count on two right statements in four. One item says
nothing about it; the share over all does.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from lachan.checks.finding import Finding, Subject
from lachan.domain.bodies import ShortAnswer, SingleChoice, TrueFalseGroup, statements_of
from lachan.domain.items import Item
from lachan.domain.kinds import Band, Use
from lachan.domain.papers.habits import is_absolute
from lachan.domain.source import Source
from lachan.markup import render_plain

# Below so many a share means little.
FEWEST = 12
MOST_ALIKE = 0.45
MOST_ALTERNATING = 0.15
ABSOLUTE_SHARE = (0.3, 0.7)
MOST_LONGEST = 0.4
MOST_MIDDLE = 0.6
MOST_SAME_NUMBER = 0.2
MOST_ALONE = 0.15

_ONE_NUMBER = re.compile(r"\D*(\d+)\D*")


def check_giveaways(subject: Subject) -> Iterator[Finding]:
    """No habit of the bank's writers may answer contest items, nor true/false groups in practice.

    Ready-made blueprints draw from both pools.
    """
    for band in Band:
        for use in Use:
            yield from _check_groups(
                [each for each in subject.items if each.band is band and each.use is use]
            )
        items = [each for each in subject.items if each.band is band and each.use is Use.CONTEST]
        if items:
            yield from _check_choices(items)
            yield from _check_numbers(items)
            yield from _check_citations(items)


def _check_groups(items: Sequence[Item]) -> Iterator[Finding]:
    groups = [each for each in items if isinstance(each.body, TrueFalseGroup)]
    if len(groups) < FEWEST:
        return
    place = groups[0].source.at("statements")
    keys = [[s.key for s in statements_of(group.body)] for group in groups]
    counts = Counter(sum(each) for each in keys)
    number, count = counts.most_common(1)[0]
    if count > MOST_ALIKE * len(groups):
        message = f"{count}/{len(groups)} nhóm đúng/sai có đúng {number} ý Đúng"
        yield _share("BK001", place, message, "rải số ý Đúng từ 0 đến 4")
    swaps = sum(all(a is not b for a, b in pairwise(each)) for each in keys)
    if swaps > MOST_ALTERNATING * len(groups):
        message = f"{swaps}/{len(groups)} nhóm đúng/sai xen kẽ Đúng, Sai đều đặn"
        yield _share("BK002", place, message, "đổi thứ tự hoặc nội dung các ý")
    absolute = [
        s.key
        for group in groups
        for s in statements_of(group.body)
        if is_absolute(render_plain(s.text))
    ]
    low, high = ABSOLUTE_SHARE
    if len(absolute) >= FEWEST and not low <= absolute.count(False) / len(absolute) <= high:
        wrong = absolute.count(False)
        message = f"ý có từ tuyệt đối (chỉ, mọi, phải … mới…): {wrong}/{len(absolute)} là Sai"
        yield _share("BK003", place, message, "dùng từ tuyệt đối ở ý Đúng cũng nhiều như ở ý Sai")


def _check_choices(items: Sequence[Item]) -> Iterator[Finding]:
    singles = [(each.source, each.body) for each in items if isinstance(each.body, SingleChoice)]
    if len(singles) < FEWEST:
        return
    place = singles[0][0].at("choices")
    longest = sum(_has_longest_key(body) for _, body in singles)
    if longest > MOST_LONGEST * len(singles):
        message = f"đáp án là phương án dài nhất ở {longest}/{len(singles)} câu"
        yield _share("BK004", place, message, "viết phương án sai dài hơn, hoặc đáp án gọn lại")


def _check_numbers(items: Sequence[Item]) -> Iterator[Finding]:
    middles = [middle for each in items if (middle := _has_middle_key(each)) is not None]
    if len(middles) >= FEWEST and sum(middles) > MOST_MIDDLE * len(middles):
        message = f"câu chọn số: đáp án nằm giữa ở {sum(middles)}/{len(middles)} câu"
        yield _share("BK005", items[0].source, message, "đặt phương án sai cả hai phía")
    answers = [each for each in items if isinstance(each.body, ShortAnswer)]
    keys = Counter(each.body.key for each in answers if isinstance(each.body, ShortAnswer))
    if len(answers) >= FEWEST:
        key, count = keys.most_common(1)[0]
        if count > MOST_SAME_NUMBER * len(answers):
            message = f"câu trả lời ngắn: {count}/{len(answers)} câu có đáp số {key}"
            yield _share("BK006", answers[0].source, message, "hỏi những con số khác nhau")


def _check_citations(items: Sequence[Item]) -> Iterator[Finding]:
    if len(items) < FEWEST:
        return
    cited = Counter(each.all_citations[0] for each in items if len(each.all_citations) == 1)
    for name, count in cited.most_common(1):
        if count > MOST_ALONE * len(items):
            message = f"{count}/{len(items)} câu thi chỉ dẫn {name}"
            yield _share("BK007", items[0].source, message, "hỏi thêm những điều khoản khác")


def _has_longest_key(body: SingleChoice) -> bool:
    lengths = {choice.id: len(render_plain(choice.text)) for choice in body.choices}
    key = lengths.pop(body.key)
    return key > max(lengths.values())


def _has_middle_key(item: Item) -> bool | None:
    """Tell whether the key is neither least nor greatest; None where not all are numbers."""
    if not isinstance(item.body, SingleChoice):
        return None
    found = {
        choice.id: _ONE_NUMBER.fullmatch(render_plain(choice.text)) for choice in item.body.choices
    }
    numbers = {name: int(match[1]) for name, match in found.items() if match}
    if len(numbers) < len(found):
        return None
    key = numbers[item.body.key]
    return min(numbers.values()) < key < max(numbers.values())


def _share(code: str, place: Source, message: str, hint: str) -> Finding:
    return Finding(code, place, message, hint)
