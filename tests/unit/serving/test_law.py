"""What the lookup page is made of is made once, whoever asks."""

from __future__ import annotations

import asyncio
import gzip
import json
from pathlib import Path

import pytest

from lachan.content import load_content
from lachan.serving.law import OFFLINE, PRINTED, LawShelf


@pytest.fixture
def shelf(sample: Path) -> LawShelf:
    return LawShelf(load_content(sample))


def test_the_page_holds_addresses_of_this_server(shelf: LawShelf) -> None:
    page = asyncio.run(shelf.find_page("/goc/{}".format, lambda data: data))
    links = json.loads(gzip.decompress(page))["links"]
    assert links == {
        "lesson": "/goc/voila/render/bai_hoc.ipynb?bai={slug}",
        "practice": "/goc/voila/render/luyen_tap.ipynb?cap={band}&chu-de={slug}",
        "print": f"/goc/tra-cuu/{PRINTED}",
        "offline": f"/goc/tra-cuu/{OFFLINE}",
    }


def test_each_file_is_made_once(shelf: LawShelf) -> None:
    async def ask() -> list[bytes]:
        return await asyncio.gather(*(shelf.find_file(PRINTED) for _ in range(3)))

    first, *others = asyncio.run(ask())
    assert first.startswith(b"%PDF-")
    assert all(each is first for each in others)
