from lachan.content import Content
from lachan.domain.kinds import Band
from lachan.wire.practice_topics import group_by_topic, menu_json


def test_pools_hold_what_can_be_practised(content: Content) -> None:
    pools = group_by_topic(content.items)
    names = {key: {item.id for item in pool} for key, pool in pools.items()}
    expected = {"thu-mot", "thu-nhieu", "thu-nhom", "thu-ngan", "thu-am"}
    assert {(Band.LOWER_SECONDARY, "thu"): expected} == names


def test_a_topic_without_a_lesson_goes_by_its_own_name(content: Content) -> None:
    (band,) = menu_json(group_by_topic(content.items), lessons=())
    assert [{"topic": "thu", "title": "thu", "count": 5}] == band["topics"]
