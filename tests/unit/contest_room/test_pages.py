import re
from pathlib import Path

import pytest

from lachan.contest_room.assets import Asset
from lachan.contest_room.pages import RoomPages, find_room_texts
from lachan.domain.kinds import Band
from lachan.frontend import load_module

MOST_BYTES = 250_000


@pytest.fixture(scope="module")
def pages(repository: Path) -> RoomPages:
    return RoomPages(repository / "voila_apps", "/thi/", "THPT Bình Minh")


@pytest.fixture(scope="module")
def room(pages: RoomPages) -> Asset:
    return pages.get_room("thu", "Tìm hiểu pháp luật", Band.LOWER_SECONDARY)


def loaded(page: str, pages: RoomPages) -> list[Asset]:
    """Return every file that the page and its styles load."""

    def find(name: str) -> Asset:
        asset = pages.shelf.find(name)
        assert asset is not None, name
        return asset

    shown = re.sub(r"<noscript>.*?</noscript>", "", page, flags=re.DOTALL)
    names = re.findall(r'(?:src|href)="/thi/lachan/tep/([^"]+)"', shown)
    files = [find(name) for name in dict.fromkeys(names)]
    styles = [file.plain.decode() for file in files if file.media_type.startswith("text/css")]
    fonts = [name for sheet in styles for name in re.findall(r'/lachan/tep/([^"]+\.woff2)', sheet)]
    return [*files, *(find(name) for name in fonts)]


@pytest.mark.parametrize("accepted", ["br", "gzip"])
def test_the_whole_room_is_light(pages: RoomPages, room: Asset, accepted: str) -> None:
    files = loaded(room.plain.decode(), pages)
    assert len(files) >= 8
    sizes = [len(file.encode_for(accepted)[1]) for file in [room, *files]]
    assert sum(sizes) <= MOST_BYTES, sizes


def test_no_script_or_style_is_written_inline(room: Asset) -> None:
    page = room.plain.decode()
    scripts = re.findall(r"<script[^>]*>", page)
    assert [tag for tag in scripts if " src=" not in tag and "application/json" not in tag] == []
    assert not re.search(r"<style|\sstyle=|\son[a-z]+=", page)


@pytest.mark.parametrize("band", Band)
def test_the_room_has_every_word_that_its_modules_say(band: Band) -> None:
    used = set(re.findall(r"\btexts\.(\w+)", load_module("room/page")))
    assert used - set(find_room_texts(band)) == set()


@pytest.mark.parametrize("band", Band)
def test_pupils_are_spoken_to_as_pupils_and_adults_are_not(pages: RoomPages, band: Band) -> None:
    page = pages.get_room("thu", "Thi", band).plain.decode()
    told = find_room_texts(band)
    called = [name for name, text in told.items() if re.search(r"\b[Ee]m\b", text)]
    assert ("Theo em, sẽ có bao nhiêu người" in page) is (band is not Band.COMMUNITY)
    assert (called == []) is (band is Band.COMMUNITY)
    assert not any(re.search(r"\b[Bb]ạn\b", text) for text in told.values())


def test_the_page_carries_help_and_the_school(room: Asset) -> None:
    page = room.plain.decode()
    assert 'href="tel:111"' in page
    assert "THPT Bình Minh" in page
    assert 'href="/thi/bang-cuu-chuong"' in page


def test_titles_are_text(pages: RoomPages) -> None:
    page = pages.get_room("thu", "<script>alert(1)</script>", Band.COMMUNITY).plain.decode()
    assert "<script>alert(1)" not in page


def test_the_neutral_page_says_nothing_of_us(pages: RoomPages) -> None:
    assert not re.search("chắn|lachan|mua bán|111", pages.neutral.plain.decode(), re.IGNORECASE)
