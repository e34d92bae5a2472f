from __future__ import annotations

import json

import pytest

from lachan.content import Content
from lachan.serving.staff.downloads import KINDS, NOTEBOOK, PUPIL_HANDOUT, TEACHER_HANDOUT
from lachan.workflows.lessons.files import make_renderers


def test_every_kind_has_a_maker(real_content: Content) -> None:
    assert set(make_renderers(real_content)) == {kind.key for kind in KINDS}


def test_notebook_is_the_lessons(real_content: Content) -> None:
    lesson = real_content.lessons[0]
    made = make_renderers(real_content)[NOTEBOOK.key](lesson.slug)
    assert json.loads(made)["metadata"]["title"] == lesson.title


@pytest.mark.parametrize("kind", [PUPIL_HANDOUT, TEACHER_HANDOUT])
def test_handouts_are_the_same_bytes_twice(real_content: Content, kind) -> None:
    render = make_renderers(real_content)[kind.key]
    slug = real_content.lessons[0].slug
    first = render(slug)
    assert first.startswith(b"%PDF-")
    assert render(slug) == first
