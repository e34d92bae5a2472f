"""Rules on texts that several items share, and on the pool of contest items."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from lachan.checks.finding import Finding, Subject
from lachan.domain.items import Item
from lachan.domain.kinds import Use

FEWEST, MOST = 2, 4
POOL = "/quiz_bank/contest/"


def check_stimuli(subject: Subject) -> Iterator[Finding]:
    """A shared text has two to four items of one type: a paper keeps them together in one part."""
    groups: defaultdict[tuple[str, str], list[Item]] = defaultdict(list)
    for item in subject.items:
        if item.stimulus:
            groups[item.source.file, item.group].append(item)
    for (_, name), items in groups.items():
        place = items[0].source.at("stimulus")
        if not FEWEST <= len(items) <= MOST:
            message = f'ngữ liệu "{name}" có {len(items)} câu; cần {FEWEST}–{MOST}'
            yield Finding("QB014", place, message, "viết thêm câu, hoặc đưa ngữ liệu vào câu dẫn")
        kinds = sorted({item.type.value for item in items})
        if len(kinds) > 1:
            message = f'ngữ liệu "{name}" có câu nhiều dạng: {", ".join(kinds)}'
            hint = "mỗi phần của đề một dạng, nên các câu chung ngữ liệu phải cùng dạng"
            yield Finding("QB015", place, message, hint)


def check_pool(subject: Subject) -> Iterator[Finding]:
    """What lies in the pool of contest items is not for practice, where its key would be shown."""
    for item in subject.items:
        if POOL in f"/{item.source.file}" and item.use is not Use.CONTEST:
            message = f"{item.id}: câu trong kho câu hỏi thi phải ghi use: contest"
            yield Finding(
                "QB016", item.source, message, "thêm use: contest, hoặc chuyển sang kho ôn"
            )
