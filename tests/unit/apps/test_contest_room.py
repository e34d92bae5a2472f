import pytest

from lachan.apps.contest_room import RoomClosedError, find_room


def test_the_server_names_the_room() -> None:
    address = "http://localhost:8877/"
    assert find_room({"LACHAN_CONTEST_URL": address}) == address


def test_without_a_room_the_page_says_where_to_go() -> None:
    with pytest.raises(RoomClosedError, match="lachan serve"):
        find_room({})
