"""The bank's pictures: each is there, used, harmless, small, and its words give no key away."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest

from lachan.assembly import assemble, default_codes
from lachan.content import Content, load_content
from lachan.domain.bodies import (
    Body,
    Matching,
    MultipleChoice,
    Ordering,
    ShortAnswer,
    ShortText,
    SingleChoice,
    option_texts,
    target_texts,
)
from lachan.domain.items import Item
from lachan.domain.kinds import Band
from lachan.markup import render_plain
from lachan.workflows.papers.draft import usable_items

TODAY = dt.date(2026, 11, 24)
REPOSITORY = Path(__file__).resolve().parents[2]
FILES = sorted(path for path in (REPOSITORY / "media").rglob("*") if path.is_file())
SHOWN = [item for item in load_content(REPOSITORY).items if item.media is not None]

LARGEST = 6_000
SVG = "{http://www.w3.org/2000/svg}"
ELEMENTS = {SVG + name for name in ("svg", "g", "path", "rect", "circle", "ellipse")}
ATTRIBUTES = {
    *("width", "height", "viewBox", "transform"),
    *("d", "x", "y", "rx", "ry", "r", "cx", "cy"),
    *("fill", "stroke", "stroke-width", "stroke-linecap", "stroke-linejoin"),
}

pictures = pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
items = pytest.mark.parametrize("item", SHOWN, ids=lambda item: item.id)


def test_every_picture_is_there_and_used_once() -> None:
    kept = Counter(path.relative_to(REPOSITORY).as_posix() for path in FILES)

    assert len(kept) >= 12
    assert kept == Counter(item.media.path for item in SHOWN)


@pictures
def test_a_picture_is_a_small_drawing_without_words_scripts_or_links(path: Path) -> None:
    source = path.read_bytes()
    elements = list(ElementTree.fromstring(source).iter())

    assert path.suffix == ".svg"
    assert len(source) <= LARGEST
    assert {element.tag for element in elements} <= ELEMENTS
    assert {name for element in elements for name in element.attrib} <= ATTRIBUTES
    assert [element.text for element in elements if (element.text or "").strip()] == []
    assert b"url(" not in source


@pictures
def test_a_picture_brings_its_own_white_ground(path: Path) -> None:
    """Dark screens and paper show the same drawing."""
    drawing = ElementTree.parse(path).getroot()
    ground = drawing[0]

    assert "0 0 320 180" == drawing.get("viewBox")
    assert (SVG + "rect", "#ffffff") == (ground.tag, ground.get("fill"))


@items
def test_a_picture_is_described_and_credited(item: Item) -> None:
    assert re.fullmatch(r"\S.{18,118}\.", item.media.alt)
    assert item.media.credit
    assert "hình ảnh" not in item.media.alt.lower()


@items
def test_a_description_does_not_tell_the_key(item: Item) -> None:
    told = set(_runs(item.media.alt))

    assert [key for key in _keyed(item.body) if told & set(_runs(key))] == []


@pytest.mark.parametrize(
    ("alt", "told"),
    [("Em bé kể với mẹ ngay.", True), ("Một bạn nhỏ cầm gấu bông.", False), ("Số 113.", True)],
)
def test_a_key_in_a_description_would_be_seen(alt: str, told: bool) -> None:
    keys = ["Kể với mẹ, dù đã lỡ nhận quà", "113"]

    assert told == any(set(_runs(alt)) & set(_runs(key)) for key in keys)


def test_the_primary_worksheet_asks_with_pictures_only(real_content: Content) -> None:
    blueprint = real_content.get_blueprint("vui-hoc-tieu-hoc")
    bank = usable_items(real_content, TODAY)

    paper = assemble(blueprint, bank, law_date=TODAY, seed=blueprint.seed, codes=default_codes(2))

    asked = paper.items_of(paper.forms[0])
    assert 12 == len(asked)
    assert [item.id for item in asked if item.media is None] == []


def test_every_primary_topic_has_pictures(real_content: Content) -> None:
    # The two youngest hear their questions read, with the lesson's own comic before them.
    primary = [item for item in real_content.items if item.band is Band.PRIMARY]
    topics = {item.topic for item in primary if item.grades != (1, 2)}

    assert topics == {item.topic for item in SHOWN}


def _keyed(body: Body) -> Iterator[str]:
    """The words that are right, of every type that has such."""
    match body:
        case SingleChoice(_, key):
            yield render_plain(option_texts(body)[key])
        case MultipleChoice(_, keys):
            yield from (render_plain(option_texts(body)[key]) for key in sorted(keys))
        case ShortAnswer(key) | ShortText(key):
            yield key
        case Matching(pairs):
            yield from (render_plain(target_texts(body)[pair.id]) for pair in pairs)
        case Ordering(steps):
            yield from (render_plain(step.text) for step in steps)


def _runs(text: str, words: int = 3) -> Iterator[str]:
    """Three words in a row, and every number: what two texts may not share."""
    listed = re.findall(r"\w+", text.lower())
    yield from (" ".join(listed[at : at + words]) for at in range(len(listed) - words + 1))
    yield from (word for word in listed if word.isdigit())
