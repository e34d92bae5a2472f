import dataclasses

from lachan.content import Content
from lachan.wire.explanation import citations_json, explanation_json


def test_citation_is_in_words_for_the_band(content: Content) -> None:
    explanation = explanation_json(content.get_item("thu-ngan"), content.provisions)
    expected = [
        {
            "id": "luat-thu/d22-k1",
            "label": "Khoản 1 Điều 22 Luật Thử 2024",
            "plain": "Lời cho trung học cơ sở của khoản 1.",
            "dates": "Có hiệu lực từ 01/7/2025.",
            "status": "Nguồn: đã đọc trong văn bản.",
            "note": "",
        }
    ]
    assert expected == explanation["citations"]


def test_citation_of_statements_names_them_and_its_last_day(content: Content) -> None:
    explanation = explanation_json(content.get_item("thu-nhom"), content.provisions)
    expected = {
        "id": "luat-thu/d3",
        "label": "Điều 3 Luật Thử 2024",
        "plain": "Lời chung của Điều 3.",
        "dates": "Có hiệu lực từ 01/7/2025 đến hết 10/02/2027.",
        "status": "Nguồn: đã đọc trong văn bản.",
        "note": "Cho ý b, d.",
    }
    assert expected == explanation["citations"][1]


def test_many_items_cite_a_provision_once(content: Content) -> None:
    items = [content.get_item(name) for name in ("thu-mot", "thu-nhieu", "thu-nhom")]
    labels = [each["label"] for each in citations_json(items, content.provisions)]
    assert ["Khoản 1 Điều 22 Luật Thử 2024", "Điều 3 Luật Thử 2024"] == labels


def test_a_citation_without_provision_is_left_out(content: Content) -> None:
    assert citations_json([content.get_item("thu-mot")], {}) == []


def test_an_item_of_skill_says_that_no_law_decides_it(content: Content) -> None:
    skill = dataclasses.replace(content.get_item("thu-ngan"), citations=(), is_skill=True)
    explanation = explanation_json(skill, content.provisions)
    assert ([], True) == (explanation["citations"], explanation["skill"])
    assert explanation_json(content.get_item("thu-ngan"), content.provisions)["skill"] is False


def test_every_option_has_its_key_and_reason(content: Content) -> None:
    options = explanation_json(content.get_item("thu-nhieu"), {})["options"]
    assert [("a", True), ("b", False), ("c", True), ("d", False)] == [
        (option["id"], option["key"]) for option in options
    ]
    assert all(option["reason"] for option in options)
