from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from lachan.content import Content, load_content
from lachan.serving.staff import downloads
from lachan.serving.staff.downloads import (
    NOTEBOOK,
    PUPIL_HANDOUT,
    TEACHER_HANDOUT,
    DownloadShelf,
    find_kind,
)


def run(coroutine: Coroutine[Any, Any, Any]) -> Any:
    # In a thread of its own: Playwright leaves a running loop in this one.
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(asyncio.run, coroutine).result()


class Renders:
    """Counts how often a file was made."""

    def __init__(self) -> None:
        self.slugs: list[str] = []

    def __call__(self, slug: str) -> bytes:
        self.slugs.append(slug)
        return f"{slug} {len(self.slugs)}".encode()


@pytest.fixture
def content(sample: Path) -> Content:
    return load_content(sample)


@pytest.fixture
def renders() -> Renders:
    return Renders()


@pytest.fixture
def shelf(content: Content, renders: Renders) -> DownloadShelf:
    return DownloadShelf(content, {PUPIL_HANDOUT.key: renders})


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("phieu-hoc-tap.pdf", PUPIL_HANDOUT),
        ("phieu-giao-vien.pdf", TEACHER_HANDOUT),
        ("bai.ipynb", NOTEBOOK),
        ("khac.ipynb", None),
        ("ipynb", None),
        ("x.pdf", None),
    ],
)
def test_find_kind(name: str, kind: object) -> None:
    assert find_kind("bai", name) == kind


def test_only_what_pupils_take_home_is_open() -> None:
    assert [kind for kind in downloads.KINDS if not kind.staff] == [
        PUPIL_HANDOUT,
        downloads.LEAFLET,
    ]


def test_file_is_made_once(shelf: DownloadShelf, content: Content, renders: Renders) -> None:
    slug = content.lessons[0].slug

    async def ask_twice() -> list[object]:
        return await asyncio.gather(*(shelf.get(PUPIL_HANDOUT, slug) for _ in range(5)))

    found = run(ask_twice())
    assert renders.slugs == [slug]
    assert len(set(found)) == 1


def test_changed_lesson_is_made_anew(
    shelf: DownloadShelf, content: Content, renders: Renders
) -> None:
    lesson = content.lessons[0]

    async def ask() -> object:
        return await shelf.get(PUPIL_HANDOUT, lesson.slug)

    first = run(ask())
    path = content.root / lesson.source.file
    path.write_text(path.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    assert run(ask()) != first
    assert len(renders.slugs) == 2


@pytest.mark.parametrize("slug", ["khong-co", "", "../x"])
def test_unknown_lesson_is_none(shelf: DownloadShelf, renders: Renders, slug: str) -> None:
    assert run(shelf.get(PUPIL_HANDOUT, slug)) is None
    assert renders.slugs == []


def test_lesson_is_known_by_its_slug_alone(shelf: DownloadShelf, content: Content) -> None:
    assert content.lessons[0].id != content.lessons[0].slug
    assert run(shelf.get(PUPIL_HANDOUT, content.lessons[0].id)) is None


def test_kind_nobody_makes_is_none(shelf: DownloadShelf, content: Content) -> None:
    assert run(shelf.get(TEACHER_HANDOUT, content.lessons[0].slug)) is None


def test_shelf_keeps_a_bounded_number(content: Content, renders: Renders) -> None:
    both = {PUPIL_HANDOUT.key: renders, TEACHER_HANDOUT.key: renders}
    shelf = DownloadShelf(content, both, most_kept=1)
    slug = content.lessons[0].slug

    async def ask() -> None:
        for kind in (PUPIL_HANDOUT, TEACHER_HANDOUT, PUPIL_HANDOUT):
            await shelf.get(kind, slug)

    run(ask())
    assert renders.slugs == [slug] * 3
