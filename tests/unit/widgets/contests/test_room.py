import pytest

from lachan.widgets.contests.room import ContestRoom

# Port 9 discards; nothing listens there, as when the room's server is being restarted.
NOWHERE = "http://127.0.0.1:9/"


@pytest.fixture
def room() -> ContestRoom:
    return ContestRoom(NOWHERE)


def test_a_server_that_is_away_is_a_lost_network(room: ContestRoom) -> None:
    lost = {"status": 0, "body": {}}
    assert room.answer({"slug": "thu", "name": "save", "message": {"answers": []}}) == lost
    assert room.answer({"name": "list"}) == lost
    assert room.answer({"slug": "thu", "name": "picture", "message": "a.png"})["body"] is None


@pytest.mark.parametrize("slug", ["", "..", "thu/../ma", "THU", "a b", "a" * 81, "thu?x"])
def test_what_names_no_contest_is_not_asked_for(room: ContestRoom, slug: str) -> None:
    assert room.answer({"slug": slug, "name": "attempt"}) == {"status": 404, "body": {}}


@pytest.mark.parametrize("message", [None, [], "x", {}, {"id": "1"}])
def test_what_is_no_question_is_dropped(room: ContestRoom, message: object) -> None:
    room.receive(message)


def test_a_browser_cannot_change_the_words(room: ContestRoom) -> None:
    room.set_state({"texts": {}})
    assert room.texts["room_submit"] == "Nộp bài"
