from __future__ import annotations

import asyncio
from dataclasses import replace
from pathlib import Path

import pytest

from lachan.content import Content, load_content
from lachan.serving.staff.downloads import DownloadShelf
from lachan.workflows.lessons.products import (
    OWN_NOTEBOOK,
    PRODUCTS,
    PUPIL_HANDOUT,
    TEACHER_HANDOUT,
    LessonProduct,
)
from support.loops import run


class Renders:
    """Counts how often a file was made."""

    def __init__(self) -> None:
        self.slugs: list[str] = []

    def __call__(self, slug: str, _content: Content) -> bytes:
        self.slugs.append(slug)
        return f"{slug} {len(self.slugs)}".encode()


@pytest.fixture
def content(sample: Path) -> Content:
    return load_content(sample)


@pytest.fixture
def renders() -> Renders:
    return Renders()


@pytest.fixture
def handout(renders: Renders) -> LessonProduct:
    return replace(PUPIL_HANDOUT, make=renders)


@pytest.fixture
def shelf(content: Content, handout: LessonProduct) -> DownloadShelf:
    return DownloadShelf(content, [handout])


@pytest.mark.parametrize(
    ("name", "product"),
    [
        ("phieu-hoc-tap.pdf", PUPIL_HANDOUT),
        ("phieu-giao-vien.pdf", TEACHER_HANDOUT),
        ("bai.ipynb", OWN_NOTEBOOK),
        ("khac.ipynb", None),
        ("ipynb", None),
        ("{slug}.ipynb", None),
        ("x.pdf", None),
    ],
)
def test_a_product_is_found_by_its_name(content: Content, name: str, product: object) -> None:
    assert DownloadShelf(content, PRODUCTS).find("bai", name) == product


def test_file_is_made_once(
    shelf: DownloadShelf, handout: LessonProduct, content: Content, renders: Renders
) -> None:
    slug = content.lessons[0].slug

    async def ask_twice() -> list[object]:
        return await asyncio.gather(*(shelf.get(handout, slug) for _ in range(5)))

    found = run(ask_twice())
    assert renders.slugs == [slug]
    assert len(set(found)) == 1


def test_changed_lesson_is_made_anew(
    shelf: DownloadShelf, handout: LessonProduct, content: Content, renders: Renders
) -> None:
    lesson = content.lessons[0]

    async def ask() -> object:
        return await shelf.get(handout, lesson.slug)

    first = run(ask())
    path = content.root / lesson.source.file
    path.write_text(path.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    assert run(ask()) != first
    assert len(renders.slugs) == 2


@pytest.mark.parametrize("slug", ["khong-co", "", "../x"])
def test_unknown_lesson_is_none(
    shelf: DownloadShelf, handout: LessonProduct, renders: Renders, slug: str
) -> None:
    assert run(shelf.get(handout, slug)) is None
    assert renders.slugs == []


def test_lesson_is_known_by_its_slug_alone(
    shelf: DownloadShelf, handout: LessonProduct, content: Content
) -> None:
    assert content.lessons[0].id != content.lessons[0].slug
    assert run(shelf.get(handout, content.lessons[0].id)) is None


def test_shelf_keeps_a_bounded_number(content: Content, renders: Renders) -> None:
    pupil, teacher = (replace(each, make=renders) for each in (PUPIL_HANDOUT, TEACHER_HANDOUT))
    shelf = DownloadShelf(content, [pupil, teacher], most_kept=1)
    slug = content.lessons[0].slug

    async def ask() -> None:
        for product in (pupil, teacher, pupil):
            await shelf.get(product, slug)

    run(ask())
    assert renders.slugs == [slug] * 3
