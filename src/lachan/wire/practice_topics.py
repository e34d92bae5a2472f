"""What there is to practise, by band and topic."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypedDict

from lachan.domain.items import Item
from lachan.domain.kinds import Band, ItemType
from lachan.domain.lessons import Lesson
from lachan.domain.names import BAND_NAMES

Topic = tuple[Band, str]
Pools = dict[Topic, list[Item]]


class TopicJson(TypedDict):
    topic: str
    title: str
    count: int


class BandJson(TypedDict):
    """A band with the topics that it has items to practise of."""

    band: Band
    label: str
    topics: list[TopicJson]


class LessonLinkJson(TypedDict):
    """A lesson to read; empty where a topic has none, without a link where `href` is empty."""

    title: str
    href: str


def group_by_topic(items: Sequence[Item]) -> Pools:
    """Return the items to practise by band and topic; essays need a person to mark them."""
    pools: Pools = {}
    for item in sorted(items, key=lambda item: list(Band).index(item.band)):
        if item.may_be_practised and item.type is not ItemType.ESSAY:
            pools.setdefault((item.band, item.topic), []).append(item)
    return pools


def menu_json(pools: Pools, lessons: Sequence[Lesson]) -> list[BandJson]:
    """Return the bands with their topics, as the browser offers them."""
    titles = {(lesson.band, lesson.slug): lesson.title for lesson in lessons}
    return [
        {
            "band": band,
            "label": BAND_NAMES[band],
            "topics": [
                {"topic": key[1], "title": titles.get(key, key[1]), "count": len(pool)}
                for key, pool in pools.items()
                if key[0] is band
            ],
        }
        for band in dict.fromkeys(key[0] for key in pools)
    ]


def find_topic(pools: Pools, message: Mapping[str, object]) -> Topic | None:
    """Return the topic that a browser's message names by ``band`` and ``topic``."""
    wanted = (message.get("band"), message.get("topic"))
    return next((key for key in pools if (key[0].value, key[1]) == wanted), None)


def find_lesson(lessons: Sequence[Lesson], topic: Topic | None) -> Lesson | None:
    """Return the lesson about a topic; a private bank may have topics without one."""
    return next((each for each in lessons if (each.band, each.slug) == topic), None)


def lesson_json(lesson: Lesson | None, lesson_href: str) -> LessonLinkJson:
    """Return a lesson's title and address, in which ``{slug}`` stands for its slug."""
    return {
        "title": lesson.title if lesson else "",
        "href": lesson_href.replace("{slug}", lesson.slug) if lesson else "",
    }
