import json

import pytest

from lachan.content import Content
from lachan.errors import LachanError
from lachan.widgets import LessonPlayer


def test_it_starts_with_the_list(content: Content) -> None:
    player = LessonPlayer(content)
    assert ["thu", "khac"] == [row["slug"] for row in player.index]
    assert player.lesson == {}
    assert ["111", "+84 981 84 84 84"] == [line["number"] for line in player.help["hotlines"]]
    assert player.help["contacts"] == ["Cô phụ trách tư vấn: phòng 105"]


def test_opening_shows_the_lesson_and_its_practice_items_only(content: Content) -> None:
    player = LessonPlayer(content)
    player.receive({"type": "open", "lesson": "thu"})
    assert player.lesson["title"] == "Bài thử"
    assert ["thu-mot", "thu-nhom"] == [item["id"] for item in player.items]
    assert list(player.media) == ["media/hinh.svg"]


def test_answers_are_graded(content: Content) -> None:
    player = LessonPlayer(content, lesson="thu")
    player.receive({"type": "answer", "item": "thu-mot", "response": "b"})
    assert player.feedback["thu-mot"]["correct"] is True


def test_teachers_texts_reach_staff_only(content: Content) -> None:
    pupil, staff = (LessonPlayer(content, s, lesson="thu") for s in (False, True))
    assert "Bí mật của thầy cô" not in json.dumps(pupil.lesson, ensure_ascii=False)
    assert "Bí mật của thầy cô" in json.dumps(staff.lesson, ensure_ascii=False)


def test_a_browser_cannot_make_itself_staff(content: Content) -> None:
    player = LessonPlayer(content)
    player.set_state({"staff": True})
    player.receive({"type": "open", "lesson": "thu"})
    assert "Bí mật của thầy cô" not in json.dumps(player.lesson, ensure_ascii=False)


def test_links_name_the_open_lesson(content: Content) -> None:
    player = LessonPlayer(content, links=[("Phiếu", "/phieu/{slug}.pdf")])
    assert player.links == []
    player.receive({"type": "open", "lesson": "khac"})
    assert player.links == [{"label": "Phiếu", "href": "/phieu/khac.pdf"}]


def test_an_empty_name_goes_back_to_the_list(content: Content) -> None:
    player = LessonPlayer(content, lesson="thu")
    player.receive({"type": "open", "lesson": ""})
    assert player.lesson == {}


@pytest.mark.parametrize("name", ["khong-co", None, 3, ["thu"], {"slug": "thu"}])
def test_an_unknown_lesson_gets_a_notice(content: Content, name: object) -> None:
    player = LessonPlayer(content, lesson="thu")
    player.receive({"type": "open", "lesson": name})
    assert player.notice.startswith("Không tìm thấy bài học này.")
    assert player.lesson["slug"] == "thu"


def test_a_program_that_names_an_unknown_lesson_is_told(content: Content) -> None:
    with pytest.raises(LachanError, match="khong-co"):
        LessonPlayer(content, lesson="khong-co")
